extension String {
    /// As a shell takes it as one word (POSIX, 2.2.2), for a command that a person copies: in quotes where it must be.
    package var asShellWord: String {
        let isPlain =
            !isEmpty && first != "~"
            && utf8.allSatisfy { byte in
                switch byte {
                case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
                    UInt8(ascii: "0")...UInt8(ascii: "9"), 0x80...:
                    true
                default: "/.,:@%+=_-~".utf8.contains(byte)
                }
            }
        return isPlain ? self : inShellQuotes
    }

    /// In quotes, so that a shell takes it as one word.
    package var inShellQuotes: String { "'\(replacing("'", with: "'\\''"))'" }
}
