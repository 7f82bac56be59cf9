import Foundation
import Testing

/// The package graph, as the manifest has it, as the sources use it, and as ARCHITECTURE.md tells it.
@Suite("Arrows")
struct ArrowTests {
  /// What a target depends on, by the target's name.
  typealias Graph = [String: Set<String>]

  let manifest: Graph
  let told: Graph

  init() throws {
    manifest = Self.manifestGraph(try Self.text(of: "Package.swift"))
    told = Self.toldGraph(try Self.text(of: "ARCHITECTURE.md"))
    try #require(manifest.count >= 10, "the manifest was not understood")
  }

  @Test("every arrow of the manifest is a sentence in ARCHITECTURE.md, and no other is")
  func everyArrowIsTold() {
    for target in Set(manifest.keys).union(told.keys).sorted() {
      #expect(manifest[target, default: []] == told[target, default: []], "\(target)")
    }
  }

  @Test("a target imports what it depends on, and nothing that only somebody else depends on")
  func everyImportIsAnArrow() throws {
    let modules = Set(manifest.keys).union(manifest.values.joined())
    for file in try SourceTree().files {
      let used = file.imports.intersection(modules)
      #expect(used.isSubset(of: manifest[file.target, default: []]), "\(file.path)")
    }
  }

  private static func text(of path: String) throws -> String {
    try String(contentsOf: SourceTree.package.appendingPathComponent(path), encoding: .utf8)
  }

  /// The targets that are no tests, with the constants that stand for products resolved.
  private static func manifestGraph(_ manifest: String) -> Graph {
    let products = constants(in: manifest)
    let target =
      #/\.(?:executableT|t)arget\(\s*name: "(\w+)"(?:, dependencies:|,\s*dependencies:) \[([^\]]*)\]/#
    var graph: Graph = [:]
    for match in manifest.matches(of: target) where match.1 != "TestSupport" {
      graph[String(match.1)] = Set(
        match.2.split(separator: ",").map { $0.trimmingCharacters(in: .whitespacesAndNewlines) }
          .filter { !$0.isEmpty }
          .map { products[$0] ?? $0.trimmingCharacters(in: ["\""]) })
    }
    return graph
  }

  /// The products that the manifest gives short names.
  private static func constants(in manifest: String) -> [String: String] {
    let constant = #/let (\w+) = Target\.Dependency\.product\(\s*name: "(\w+)"/#
    return manifest.matches(of: constant).reduce(into: [:]) { $0[String($1.1)] = String($1.2) }
  }

  /// The rows of the table of arrows.
  private static func toldGraph(_ document: String) -> Graph {
    var graph: Graph = [:]
    let rows = document.split(separator: "\n").drop { !$0.hasPrefix("| from | to |") }.dropFirst(2)
    for row in rows.prefix(while: { $0.hasPrefix("|") }) {
      let cells = row.split(separator: "|").map { $0.replacingOccurrences(of: "`", with: "") }
      guard cells.count >= 2 else { continue }
      let from = cells[0].trimmingCharacters(in: .whitespaces)
      let to = cells[1].split(separator: ",").map { $0.trimmingCharacters(in: .whitespaces) }
      graph[from, default: []].formUnion(to)
    }
    return graph
  }
}
