internal import Foundation

/// Finds the language server that belongs to a compiler.
public enum LanguageServerSearch {
  private static let name = "sourcekit-lsp"

  /// Where the server lies: beside the compiler, beside what the compiler is a link to, or on `PATH`.
  ///
  /// Where it is in none of these places, it is the path at which it was missed first.
  public static func path(forCompiler compiler: String, environment: [String: String]) -> String {
    let beside = URL(fileURLWithPath: compiler)
    let folders =
      [beside, beside.resolvingSymlinksInPath()].map { $0.deletingLastPathComponent().path }
      + (environment["PATH"] ?? "").split(separator: ":").map(String.init)
    let places = folders.map { $0 + "/" + name }
    let found = places.first { FileManager.default.isExecutableFile(atPath: $0) }
    return found ?? places[0]
  }
}
