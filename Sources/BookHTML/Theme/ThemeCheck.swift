internal import BookModel

/// What can be wrong with templates that each can be read: a missing one, and a circle.
///
/// The template library follows a circle until the stack is full, so a circle is found here.
struct ThemeCheck {
  /// The templates.
  var templates: [ThemeSource.Template]
  /// The folder that holds them.
  var directory: String

  /// Everything that is wrong with them together.
  var diagnostics: [Diagnostic] {
    missing + templates.flatMap(problems(of:)) + circles
  }

  private var missing: [Diagnostic] {
    Theme.Template.allCases.filter { wanted in !templates.contains { $0.name == wanted.rawValue } }
      .map { wanted in
        Diagnostic(
          .error, at: SourceLocation(path: "\(directory)/\(wanted.rawValue).mustache"),
          "the theme has no template “\(wanted.rawValue)”",
          help: "a theme needs \(Theme.Template.allCases.map(\.rawValue).joined(separator: ", "))")
      }
  }

  private func problems(of template: ThemeSource.Template) -> [Diagnostic] {
    tags(of: template).compactMap { tag in
      switch tag.sigil {
      case ">" where templates.contains { $0.name == tag.name }: nil
      case ">":
        Diagnostic(
          .error, at: template.location(line: tag.line),
          "the theme has no template “\(tag.name)”", help: "a template is named by its file")
      case "<", "$", "=":
        Diagnostic(
          .error, at: template.location(line: tag.line),
          "a theme's template may not use “{{\(tag.sigil)”",
          help: "use {{{name}}}, {{#name}}, {{^name}}, {{/name}}, {{!note}} and {{>template}}")
      default: nil
      }
    }
  }

  private var circles: [Diagnostic] {
    templates.compactMap { template in
      guard reaches(template.name, from: template.name, visited: []) else { return nil }
      return Diagnostic(
        .error, at: template.location(), "this template includes itself",
        help: "remove the {{>…}} that leads back to “\(template.name)”")
    }
  }

  private func reaches(_ goal: String, from name: String, visited: Set<String>) -> Bool {
    guard let template = templates.first(where: { $0.name == name }) else { return false }
    return tags(of: template).contains { tag in
      guard tag.sigil == ">" else { return false }
      if tag.name == goal { return true }
      return !visited.contains(tag.name)
        && reaches(goal, from: tag.name, visited: visited.union([tag.name]))
    }
  }
}

extension ThemeCheck {
  /// A tag of a template, as far as it matters here.
  private struct Tag {
    var sigil: Character
    var name: String
    var line: Int
  }

  private func tags(of template: ThemeSource.Template) -> [Tag] {
    template.text.split(separator: "\n", omittingEmptySubsequences: false).enumerated()
      .flatMap { number, line in
        line.matches(of: /\{\{\s*([><$=])\s*([^}]*)/).compactMap { match in
          guard let sigil = match.1.first else { return nil }
          let name = match.2.filter { !$0.isWhitespace }
          return Tag(sigil: sigil, name: name, line: number + 1)
        }
      }
  }
}
