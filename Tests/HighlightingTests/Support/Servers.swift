import Foundation

/// A temporary folder that holds what a test needs, and goes when the test does.
final class Scratch: Sendable {
  let path: String

  init() throws {
    path =
      FileManager.default.temporaryDirectory
      .appendingPathComponent("highlighting-\(UUID().uuidString)").path
    try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
  }

  deinit { try? FileManager.default.removeItem(atPath: path) }

  /// A language server that is a shell script.
  func server(_ script: String) throws -> String {
    let file = path + "/server"
    try Data("#!/bin/sh\n\(script)\n".utf8).write(to: URL(fileURLWithPath: file))
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
