/// The path of a file, taken apart.
public enum FilePath {
  /// A path from the root, as a process in a folder means it: without `.`, `..` and doubled strokes.
  ///
  /// C: what `path_walk` makes of it, where there are no symbolic links.
  public static func absolute(_ path: String, in folder: String) -> String {
    // Most paths stand so already, and are not taken apart.
    if isPlain(path) { return path }
    let whole = path.hasPrefix("/") ? path : folder + "/" + path
    var parts: [Substring] = []
    for part in whole.split(separator: "/") where part != "." {
      if part == ".." { _ = parts.popLast() } else { parts.append(part) }
    }
    return "/" + parts.joined(separator: "/")
  }

  /// The last part of a path; empty for the root.
  public static func name(_ path: String) -> String {
    path.split(separator: "/").last.map(String.init) ?? ""
  }

  /// The folder that the last part of an absolute path lies in.
  static func folder(_ path: String) -> String {
    guard isPlain(path), let stroke = path.utf8.lastIndex(of: stroke), stroke > path.startIndex
    else { return "/" + path.split(separator: "/").dropLast().joined(separator: "/") }
    return String(path[..<stroke])
  }

  private static let stroke = UInt8(ascii: "/")

  /// Whether a path begins at the root, and no part of it is empty or begins with a dot.
  private static func isPlain(_ path: String) -> Bool {
    var isAfterStroke = false
    guard path.utf8.first == stroke else { return false }
    for byte in path.utf8 {
      if isAfterStroke, byte == stroke || byte == UInt8(ascii: ".") { return false }
      isAfterStroke = byte == stroke
    }
    return !isAfterStroke
  }
}
