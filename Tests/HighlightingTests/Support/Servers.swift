import Foundation
import TestSupport

extension TemporaryFolder {
  /// A language server that is a shell script.
  func server(_ script: String) throws -> String {
    try write("#!/bin/sh\n\(script)\n", to: "server")
    let file = path + "/server"
    try FileManager.default.setAttributes([.posixPermissions: 0o755], ofItemAtPath: file)
    return file
  }
}

/// The language server of the toolchain that runs the tests.
enum RealServer {
  /// Its path; nil where there is none.
  static let path: String? = (ProcessInfo.processInfo.environment["PATH"] ?? "")
    .split(separator: ":").map { "\($0)/sourcekit-lsp" }
    .first { FileManager.default.isExecutableFile(atPath: $0) }
}
