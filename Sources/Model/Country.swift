package enum Country {
    package static func area(of code: String) -> Set<String> { [code] }
}
