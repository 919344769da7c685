/// The examples of a command's help, each a line to type.
func examples(_ lines: String...) -> String {
    "EXAMPLES:\n" + lines.map { "  trustpress \($0)" }.joined(separator: "\n")
}
