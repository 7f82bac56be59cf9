internal import BookModel
internal import CommonMark
internal import Foundation

/// The files of a theme's folder, read and told apart, before anything has been made of them.
struct ThemeSource {
  /// The text of a template.
  struct Template: Sendable {
    /// Its file name without the extension.
    var name: String
    /// Its file, as a diagnostic names it.
    var path: String
    /// What it says.
    var text: String

    /// A place in it, or the whole file.
    func location(line: Int? = nil, column: Int = 1) -> SourceLocation {
      SourceLocation(
        path: path, position: line.map { SourcePosition(line: $0, column: max(1, column)) })
    }
  }

  /// The templates, by name.
  private(set) var templates: [Template] = []
  /// Everything else, by path.
  private(set) var assets: [Site.File] = []
  /// What could not be read.
  private(set) var diagnostics: [Diagnostic] = []

  /// Reads the folder and those below it; hidden files are no part of a theme.
  init(directory: String) {
    let manager = FileManager.default
    for path in (manager.subpaths(atPath: directory) ?? []).sorted() {
      let components = path.split(separator: "/")
      if components.contains(where: { $0.hasPrefix(".") }) { continue }
      let full = "\(directory)/\(path)"
      var isFolder: ObjCBool = false
      guard manager.fileExists(atPath: full, isDirectory: &isFolder), !isFolder.boolValue else {
        continue
      }
      add(path: path, full: full, data: manager.contents(atPath: full))
    }
  }

  private mutating func add(path: String, full: String, data: Data?) {
    guard let data else {
      diagnostics.append(
        Diagnostic(.error, at: SourceLocation(path: full), "this file of the theme is unreadable"))
      return
    }
    guard path.hasSuffix(Self.templateSuffix) else {
      assets.append(Site.File(path: path, bytes: Array(data)))
      return
    }
    let text = String(validating: data, as: UTF8.self)
    if text == nil {
      diagnostics.append(
        Diagnostic(.error, at: SourceLocation(path: full), "this template is not UTF-8"))
    }
    let name = String(path.dropLast(Self.templateSuffix.count))
    templates.append(Template(name: name, path: full, text: text ?? ""))
  }

  private static let templateSuffix = ".mustache"
}
