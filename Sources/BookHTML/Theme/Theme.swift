public import BookModel
internal import Foundation
internal import Mustache

/// The templates and the style of a site: a folder of Mustache files and of files that are copied.
public struct Theme: Sendable {
  /// A template that rendering asks for.
  enum Template: String, CaseIterable {
    /// The frame of every page.
    case page
    /// What the index page says above the table of contents.
    case index
    /// A listing.
    case listing
    /// A session.
    case session
    /// A block that is only shown.
    case shown
  }

  /// Why a folder is not a theme: what its author can mend.
  public struct LoadError: Error {
    /// Everything that is wrong, at least one.
    public var diagnostics: [Diagnostic]
  }

  private let library: MustacheLibrary
  /// The files that every site gets as they are.
  let assets: [Site.File]

  /// Reads a theme's folder.
  public init(directory: String) throws(LoadError) {
    let source = ThemeSource(directory: directory)
    var diagnostics = source.diagnostics
    var templates: [String: MustacheTemplate] = [:]
    for template in source.templates {
      do {
        templates[template.name] = try MustacheTemplate(string: template.text)
      } catch let error as MustacheTemplate.ParserError {
        diagnostics.append(template.diagnostic(for: error))
      } catch {
        diagnostics.append(Diagnostic(.error, at: template.location(), "\(error)"))
      }
    }
    diagnostics += ThemeCheck(templates: source.templates, directory: directory).diagnostics
    guard diagnostics.isEmpty else { throw LoadError(diagnostics: diagnostics.sorted()) }
    library = MustacheLibrary(templates: templates)
    assets = source.assets
  }

  /// Fills a template with the parts that a view names.
  func render(_ template: Template, _ view: some Sendable) -> Markup {
    Markup(trusted: library.render(view, withTemplate: template.rawValue) ?? "")
  }
}

extension ThemeSource.Template {
  fileprivate func diagnostic(for error: MustacheTemplate.ParserError) -> Diagnostic {
    Diagnostic(
      .error, at: location(line: error.context.lineNumber, column: error.context.columnNumber),
      "this template cannot be read: \(Self.words(for: error.error))",
      help: "close every section that is opened, in the reverse order",
      detail: error.context.line)
  }

  private static func words(for error: any Error) -> String {
    switch error as? MustacheTemplate.Error {
    case .sectionCloseNameIncorrect: "a section is closed under another name"
    case .unfinishedName: "a tag is not finished"
    case .expectedSectionEnd: "a section is not closed"
    default: "\(error)"
    }
  }
}
