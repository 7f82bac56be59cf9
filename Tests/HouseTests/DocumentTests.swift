import Foundation
import Testing

/// What the documents in the root must not hold.
@Suite("Documents")
struct DocumentTests {
  @Test(
    "no figure was left to be filled in",
    arguments: ["README.md", "ARCHITECTURE.md", "CONTRIBUTING.md", "CHANGELOG.md"])
  func noPlaceholder(document: String) throws {
    let text = try String(
      contentsOf: SourceTree.package.appendingPathComponent(document), encoding: .utf8)
    #expect(text.matches(of: #/@[A-Z_]{3,}@/#).isEmpty)
  }

  @Test("every file and folder that ARCHITECTURE.md names is there")
  func pathsExist() throws {
    let text = try String(
      contentsOf: SourceTree.package.appendingPathComponent("ARCHITECTURE.md"), encoding: .utf8)
    let paths = text.matches(of: #/`((?:Sources|Tests|site|chapters)\/[\w\/+.]*)`/#).map {
      String($0.1)
    }
    #expect(paths.count > 10)
    for path in paths {
      let file = SourceTree.package.appendingPathComponent(path).path
      #expect(FileManager.default.fileExists(atPath: file), "\(path)")
    }
  }
}
