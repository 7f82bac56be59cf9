/// The directive by which the compiler, a trap and a backtrace name the chapter.
enum SourceLocationDirective {
  static func text(path: String, line: Int) -> String {
    let quoted = path.replacing("\\", with: "\\\\").replacing("\"", with: "\\\"")
    return "#sourceLocation(file: \"\(quoted)\", line: \(line))\n"
  }
}
