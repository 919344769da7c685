import Diagnostics
import Model

extension SiteReader {
    /// `theme: {logo: /assets/logo.svg, favicon: /assets/icon.png, accent: "#0b5c78", groups: [Contract, Data]}`.
    func theme(_ node: YAMLNode, _ key: String) -> Branding? {
        let example = "theme: {accent: \"#0b5c78\"}"
        guard let map = values.map(node, key, what: key, example: example) else { return nil }
        defer { map.finish() }
        var branding = Branding()
        branding.logo = map.optional("logo") { variants($0, $1, example: "/assets/logo.svg", picture) }
        branding.favicon = map.optional("favicon", picture)
        branding.accent = map.optional("accent") { variants($0, $1, example: "\"#0b5c78\"", color) }
        branding.groups = map.optional("groups") { values.texts($0, $1, example: "[Contract, Data]") } ?? []
        return branding
    }

    /// One value, or one for light paper and one for dark.
    private func variants<Value>(
        _ node: YAMLNode, _ key: String, example: String, _ read: (YAMLNode, String) -> Sourced<Value>?
    ) -> Branding.Variants<Value>? {
        node.read(
            asMap: {
                let form = "\(key): {light: \(example), dark: \(example)}"
                guard let map = values.map(node, key, what: key, example: form) else { return nil }
                defer { map.finish() }
                let light = map.required("light", example: "light: \(example)", read)
                let dark = map.optional("dark", read)
                return light.map { Branding.Variants(light: $0, dark: dark) }
            },
            otherwise: { read(node, key).map { Branding.Variants(light: $0) } })
    }

    /// The address of a picture among the assets of the theme.
    private func picture(_ node: YAMLNode, _ key: String) -> Sourced<String>? {
        let types = ["svg", "png", "webp", "jpg", "jpeg", "avif", "gif", "ico"]
        let form = "put the picture into Templates/assets/ and write its address, as /assets/logo.svg"
        guard let text = values.word(node, key, help: form, form: .asset) else { return nil }
        let name = text.value.split(separator: "/").last ?? ""
        let plain = name.replacing(" ", with: "-")
        guard text.value.hasPrefix("/assets/"), name == plain, !text.value.contains("/../"),
            types.contains(name.split(separator: ".").last?.lowercased() ?? "")
        else {
            let isPicture = types.contains { plain.lowercased().hasSuffix(".\($0)") }
            return values.wrong(
                node, "\"\(shown(text.value))\" is not the address of a picture of this site",
                help: isPicture
                    ? "put the picture into Templates/assets/ and write /assets/\(shown(String(plain)))" : form)
        }
        return text
    }

    private func color(_ node: YAMLNode, _ key: String) -> Sourced<Color>? {
        let form =
            "write six digits in quotes, as \"#0b5c78\": red, green and blue, as a program for pictures shows them"
        guard let text = values.word(node, key, help: form, form: .color) else { return nil }
        guard let color = Color(text.value) else {
            return values.wrong(node, "\"\(shown(text.value))\" is not a colour by its digits", help: form)
        }
        return Sourced(color, at: text.span)
    }
}
