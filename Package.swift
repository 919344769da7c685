// swift-tools-version: 6.2

import PackageDescription

/// Every target is held to the same settings: Swift 6 language mode (strict concurrency), and no warning.
let strict: [SwiftSetting] = [
    .swiftLanguageMode(.v6),
    .treatAllWarnings(as: .error),
    .enableUpcomingFeature("ExistentialAny"),
    .enableUpcomingFeature("MemberImportVisibility"),
]

func module(_ name: String, _ dependencies: [Target.Dependency] = []) -> Target {
    .target(name: name, dependencies: dependencies, swiftSettings: strict)
}

/// Tests of a release build are not optimized themselves: what they try is, and they are built in a fraction of the time.
func tests(_ name: String, _ dependencies: [Target.Dependency]) -> Target {
    let plain = SwiftSetting.unsafeFlags(["-Onone"], .when(configuration: .release))
    return .testTarget(name: name, dependencies: dependencies, swiftSettings: strict + [plain])
}

let argumentParser = Target.Dependency.product(name: "ArgumentParser", package: "swift-argument-parser")
let flyingSocks = Target.Dependency.product(name: "FlyingSocks", package: "FlyingFox")
let yams = Target.Dependency.product(name: "Yams", package: "Yams")

let package = Package(
    name: "TrustPress",
    platforms: [.macOS(.v15)],
    products: [
        .executable(name: "trustpress", targets: ["CLI"]),
        .library(name: "TrustPress", targets: ["TrustPress"]),
    ],
    dependencies: [
        .package(url: "https://github.com/apple/swift-argument-parser", exact: "1.8.2"),
        .package(url: "https://github.com/jpsim/Yams", exact: "6.2.2"),
        .package(url: "https://github.com/swhitty/FlyingFox", exact: "0.27.1"),
    ],
    targets: [
        .systemLibrary(
            name: "CMarkGFM",
            pkgConfig: "libcmark-gfm",
            providers: [
                .apt(["libcmark-gfm-dev", "libcmark-gfm-extensions-dev"]),
                .brew(["cmark-gfm"]),
            ]
        ),
        .systemLibrary(
            name: "CCrypto",
            pkgConfig: "libcrypto",
            providers: [
                .apt(["libssl-dev"]),
                .brew(["openssl@3"]),
            ]
        ),
        .systemLibrary(
            name: "CSodium",
            pkgConfig: "libsodium",
            providers: [
                .apt(["libsodium-dev"]),
                .brew(["libsodium"]),
            ]
        ),
        module("Disk"),
        module("Git", ["Disk", "Formats"]),
        module("Formats", ["CCrypto"]),
        module("Diagnostics", ["Formats"]),
        module("Model", ["Diagnostics", "Formats"]),
        module("Markdown", ["CMarkGFM", "Diagnostics", "Formats"]),
        module("Source", ["Diagnostics", "Disk", "Formats", "Markdown", "Model", "Signatures", yams]),
        module("Redline", ["Diagnostics", "Formats", "Markdown", "Model"]),
        module("Language", ["Diagnostics", "Formats", "Model"]),
        module("Site", ["Diagnostics", "Formats", "Language", "Markdown", "Model"]),
        module("Notices", ["Diagnostics", "Formats", "Language", "Model", "Redline", "Site"]),
        module(
            "Feeds", ["Diagnostics", "Formats", "Language", "Markdown", "Model", "Notices", "Redline", "Site"]),
        module("Signatures", ["CSodium", "Formats"]),
        module("Record", ["Diagnostics", "Formats", "Markdown", "Model", "Signatures", "Site"]),
        module("Checks", ["Diagnostics", "Formats", "Markdown", "Model", "Record", "Site", "Source"]),
        module("Import", ["Checks", "Diagnostics", "Formats", "Language", "Markdown", "Model", "Source"]),
        .target(
            name: "Pages",
            dependencies: [
                "Diagnostics", "Feeds", "Formats", "Language", "Markdown", "Model", "Notices", "Redline", "Site",
                "Source",
            ],
            swiftSettings: strict,
            plugins: ["EmbedFiles"]
        ),
        // Writes folders of the repository into a Swift file: the theme of sites without one, and what a new site begins
        // with.
        .executableTarget(name: "FileEmbedder", swiftSettings: strict),
        .plugin(name: "EmbedFiles", capability: .buildTool(), dependencies: ["FileEmbedder"]),
        module(
            "TrustPress",
            [
                "Checks", "Diagnostics", "Disk", "Feeds", "Formats", "Git", "Language", "Markdown", "Model", "Notices",
                "Pages", "Record", "Redline", "Signatures", "Site", "Source",
            ]
        ),
        module(
            "Serve",
            [
                "Diagnostics", "Disk", "Formats", "Git", "Model", "Notices", "Site", "Source", "TrustPress",
                flyingSocks,
            ]),
        .target(
            name: "Starting",
            dependencies: ["Diagnostics", "Disk", "Formats", "Model", "Record", "Source", "TrustPress"],
            swiftSettings: strict,
            plugins: ["EmbedFiles"]
        ),
        .executableTarget(
            name: "CLI",
            dependencies: [
                "Diagnostics", "Disk", "Formats", "Git", "Import", "Markdown", "Model", "Record", "Redline", "Serve",
                "Signatures", "Source", "Starting", "TrustPress", argumentParser,
            ],
            swiftSettings: strict
        ),
        // What an edit of one paragraph costs over a warm memory; run by `make bench`.
        .executableTarget(
            name: "EditBench", dependencies: ["Model", "Source", "TrustPress"], path: "Tests/Bench/Edit",
            swiftSettings: strict),
        tests("DiagnosticsTests", ["Diagnostics", "TestSupport"]),
        tests("GitTests", ["Disk", "Git", "TestSupport"]),
        tests(
            "TrustPressTests", ["Diagnostics", "Disk", "Formats", "Model", "Source", "TestSupport", "TrustPress"]),
        tests("StartingTests", ["Diagnostics", "Formats", "Model", "Source", "Starting", "TestSupport", "TrustPress"]),
        tests(
            "ServeTests",
            ["Diagnostics", "Disk", "Formats", "Model", "Serve", "Source", "TestSupport", "TrustPress"]),
        tests("MarkdownTests", ["CMarkGFM", "Diagnostics", "Markdown", "TestSupport"]),
        tests("RedlineTests", ["Diagnostics", "Markdown", "Redline", "TestSupport"]),
        tests(
            "PagesTests",
            [
                "Diagnostics", "Language", "Markdown", "Model", "Notices", "Pages", "Redline", "Site", "Source",
                "TestSupport",
            ]),
        tests("LanguageTests", ["Language", "Model"]),
        tests("ModelTests", ["Diagnostics", "Formats", "Model", "Source", "TestSupport"]),
        tests("FormatsTests", ["Formats"]),
        tests(
            "RecordTests",
            [
                "Diagnostics", "Disk", "Formats", "Markdown", "Model", "Record", "Signatures", "Source", "TestSupport",
                "TrustPress",
            ]),
        tests(
            "FeedsTests",
            [
                "Diagnostics", "Feeds", "Formats", "Language", "Markdown", "Model", "Notices", "Redline", "Site",
                "Source", "TestSupport",
            ]),
        // Small sites as text, for the tests of every module that starts from sources.
        .target(
            name: "TestSupport", dependencies: ["Diagnostics", "Model", "Source"], path: "Tests/Support",
            swiftSettings: strict),
        tests(
            "ChecksTests",
            ["Checks", "Diagnostics", "Formats", "Markdown", "Model", "Source", "TestSupport", "TrustPress"]),
        tests("ImportTests", ["Diagnostics", "Formats", "Import", "Model", "Source", "TestSupport", "TrustPress"]),
        tests("SourceTests", ["Diagnostics", "Disk", "Formats", "Model", "Source", "TestSupport", yams]),
    ]
)
