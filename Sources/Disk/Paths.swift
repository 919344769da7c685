#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

/// The absolute path without links that leads to a file or folder; nil where nothing is there.
package func realPath(_ path: String) -> String? {
    guard let real = realpath(path, nil) else { return nil }
    defer { free(real) }
    return String(cString: real)
}

/// Whether there is a file that can be run as a program.
package func isExecutable(_ path: String) -> Bool {
    var status = stat()
    return stat(path, &status) == 0 && status.st_mode & S_IFMT == S_IFREG && access(path, X_OK) == 0
}
