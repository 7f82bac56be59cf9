import Foundation
import Testing

@Suite("What is known of the old kernels is tested") struct SemanticsTests {
  /// The sentences of tests in which rows are named: "SEMANTICS 3.2 row 7".
  private func sentences() throws -> [Substring] {
    let root = SourceTree.package.appendingPathComponent("Tests").path
    let paths = FileManager.default.subpaths(atPath: root) ?? []
    return try paths.sorted().filter { $0.hasSuffix("Tests.swift") }.flatMap { path in
      try String(contentsOfFile: "\(root)/\(path)", encoding: .utf8)
        .split(separator: "\n").lazy.map { $0.drop { $0 == " " } }
        .filter { $0.hasPrefix("\"") || $0.hasPrefix("@Test(\"") }
        .filter { $0.utf8.contains(UInt8(ascii: "S")) && $0.contains("SEMANTICS ") }
    }
  }

  /// The sections that a sentence names, each with what it says behind the number.
  private func references(in sentence: Substring) -> [(section: String, words: String)] {
    sentence.split(separator: "SEMANTICS ", omittingEmptySubsequences: false).dropFirst().compactMap
    { part in
      guard let match = part.firstMatch(of: /^[0-9]+(?:\.[0-9]+)?(?: variants)?/) else {
        return nil
      }
      return (String(match.0), String(part[match.range.upperBound...]))
    }
  }

  @Test("each row of SEMANTICS that can be observed is named by a test")
  func rows() throws {
    let named = try sentences().flatMap(references(in:))
    for (section, rows) in SemanticsRows.all {
      let words = named.filter { $0.section == section }.map(\.words)
      for row in rows {
        #expect(words.contains { $0.contains(row) }, "SEMANTICS \(section): \(row)")
      }
    }
  }
}
