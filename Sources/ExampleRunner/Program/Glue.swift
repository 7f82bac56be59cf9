internal import BookModel

/// The generated file that hands an example's classes to the runtime.
enum Glue {
  static func text(_ runtime: BookSettings.Runtime, classes: [TopLevelClass]) -> String {
    var lines = runtime.modules.map { "import \($0)" }
    lines += ["", "var types: [Any.Type] = []"]
    for type in classes {
      if let condition = type.condition { lines.append("#if \(condition)") }
      lines.append("types.append(\(type.name).self)")
      if type.condition != nil { lines.append("#endif") }
    }
    lines.append("\(runtime.entry)(types)")
    return lines.map { $0 + "\n" }.joined()
  }
}
