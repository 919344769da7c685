import Testing

@testable import Serve

@Suite struct MediaTypeTests {
    @Test(
        "A browser runs and shows what a theme ships, and what has no ending is text",
        arguments: [
            ("assets/own.mjs", "text/javascript; charset=utf-8"), ("assets/own.js.map", "application/json"),
            ("assets/site.webmanifest", "application/manifest+json"), ("terms.timemap", "text/plain; charset=utf-8"),
            ("record/as-of", "text/plain; charset=utf-8"), ("record/own.tar", "application/octet-stream"),
        ])
    func types(path: String, type: String) {
        #expect(MediaType.of(path) == type)
    }
}
