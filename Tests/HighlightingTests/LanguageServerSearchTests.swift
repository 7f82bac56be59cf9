import Foundation
import Highlighting
import TestSupport
import Testing

@Suite("Finding the language server")
struct LanguageServerSearchTests {
  private let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  private func make(_ path: String) throws {
    try folder.write("#!/bin/sh\n", to: path)
    try FileManager.default.setAttributes(
      [.posixPermissions: 0o755], ofItemAtPath: "\(folder.path)/\(path)")
  }

  private func found(for compiler: String) -> String {
    let path = LanguageServerSearch.path(
      forCompiler: "\(folder.path)/\(compiler)",
      environment: ["PATH": "\(folder.path)/none:\(folder.path)/path"])
    return String(path.dropFirst(folder.path.count + 1))
  }

  @Test("beside the compiler, then beside the real one, then on PATH")
  func places() throws {
    try make("real/swiftc")
    try folder.write("", to: "link/note")
    try folder.link("link/swiftc", to: folder.path + "/real/swiftc")
    #expect(found(for: "link/swiftc") == "link/sourcekit-lsp")
    try make("path/sourcekit-lsp")
    #expect(found(for: "link/swiftc") == "path/sourcekit-lsp")
    try make("real/sourcekit-lsp")
    #expect(found(for: "link/swiftc") == "real/sourcekit-lsp")
    try make("link/sourcekit-lsp")
    #expect(found(for: "link/swiftc") == "link/sourcekit-lsp")
  }

  @Test("a wrapper in a folder of its own takes the server of PATH")
  func wrapper() throws {
    try make("wrapper/my-compiler")
    try make("path/sourcekit-lsp")
    #expect(found(for: "wrapper/my-compiler") == "path/sourcekit-lsp")
  }
}
