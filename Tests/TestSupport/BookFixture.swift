internal import Foundation

/// The folder of a small book: a good one, of which a test replaces what it is about.
public struct BookFixture: Sendable {
  /// The folder, which goes away with the fixture.
  public let folder: TemporaryFolder

  /// Writes a good book with one chapter and one example, and these files over it.
  public init(_ files: [String: String] = [:]) throws {
    folder = try TemporaryFolder()
    for (path, text) in BookFixture.good.merging(files, uniquingKeysWith: { $1 }) {
      try folder.write(text, to: path)
    }
  }

  /// The path of the book's folder.
  public var root: String { folder.path }

  /// Removes a file of the book.
  public func remove(_ path: String) throws {
    try FileManager.default.removeItem(at: folder.url.appendingPathComponent(path))
  }

  private static let good = [
    "chapters/SUMMARY.md": "- [One](one.md)\n",
    "chapters/one.md": """
    # One

    ```swift example=hello file=Hello.swift
    struct Hello {}
    ```

    ```console example=hello
    # hello
    Hello.
    ```

    """,
  ]
}
