internal import BookModel

/// The manifest by which an editor knows an example's folder, and completes its code.
enum ExamplePackage {
  static func text(
    _ example: Example, runtime: BookSettings.Runtime?, excluded: [String]
  ) -> String {
    let exclude = excluded.map(quoted).joined(separator: ", ")
    var lines = [
      "// swift-tools-version: 6.2",
      "// For editors, and for `swift build`. The book runs this folder with `quire run`.",
      "import PackageDescription",
      "",
      "let package = Package(",
      "  name: \(quoted(example.name)),",
      "  platforms: [.macOS(.v15)],",
    ]
    if runtime != nil {
      // Named, so that the folder of a clone may be called anything.
      lines += ["  dependencies: [.package(name: \"quire\", path: \"../../..\")],"]
    }
    lines += ["  targets: [", "    .target(", "      name: \"Program\","]
    if let runtime {
      let product = quoted(runtime.product)
      lines += ["      dependencies: [.product(name: \(product), package: \"quire\")],"]
    }
    lines += ["      path: \".\",", "      exclude: [\(exclude)])", "  ]", ")"]
    return lines.map { $0 + "\n" }.joined()
  }

  private static func quoted(_ text: String) -> String {
    "\"\(text.replacing("\\", with: "\\\\").replacing("\"", with: "\\\""))\""
  }
}
