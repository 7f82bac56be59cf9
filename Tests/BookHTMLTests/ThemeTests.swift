import BookModel
import Foundation
import TestSupport
import Testing

@testable import BookHTML

struct ThemeTests {
  private let folder: TemporaryFolder

  init() throws {
    folder = try TemporaryFolder()
    for template in Theme.Template.allCases {
      try folder.write("x", to: "\(template.rawValue).mustache")
    }
  }

  private var problems: [String] {
    do {
      _ = try Theme(directory: folder.path)
      return []
    } catch {
      return error.diagnostics.map { diagnostic in
        "\(diagnostic)".replacing(folder.path + "/", with: "").split(separator: "\n")[0].description
      }
    }
  }

  @Test("a theme that has every template is one")
  func good() { #expect(problems.isEmpty) }

  @Test("a template that cannot be read is an error in its file and line")
  func broken() throws {
    try folder.write("one\n{{#a}}\ntext\n", to: "page.mustache")
    try folder.write("{{#a}}{{/b}}", to: "index.mustache")
    #expect(problems.count == 2)
    #expect(problems[0].hasPrefix("index.mustache:1:"))
    #expect(problems[0].hasSuffix("a section is closed under another name"))
    #expect(problems[1].hasPrefix("page.mustache:"))
    #expect(problems[1].hasSuffix("a section is not closed"))
  }

  @Test("a template that is missing is named")
  func missing() throws {
    try FileManager.default.removeItem(atPath: folder.path + "/page.mustache")
    #expect(problems == ["page.mustache: error: the theme has no template “page”"])
  }

  @Test("a folder that is not there is a theme without templates")
  func noFolder() {
    #expect(throws: Theme.LoadError.self) { try Theme(directory: "/nonexistent") }
  }

  @Test("a template that includes itself, by whatever way, is refused before it is followed")
  func circle() throws {
    try folder.write("{{> a}}", to: "page.mustache")
    try folder.write("{{>b}}", to: "a.mustache")
    try folder.write("text\n{{> a }}", to: "b.mustache")
    #expect(
      problems == [
        "a.mustache: error: this template includes itself",
        "b.mustache: error: this template includes itself",
      ])
  }

  @Test(
    "what would hide a circle is refused",
    arguments: ["{{>*name}}", "{{<page}}{{/page}}", "{{=<% %>=}}", "{{$a}}{{/a}}", "{{>none}}"])
  func hidden(tag: String) throws {
    try folder.write("line\n\(tag)", to: "page.mustache")
    #expect(problems.first?.hasPrefix("page.mustache:2:1: error:") == true, "\(problems)")
  }

  @Test("a template that is not UTF-8 is refused")
  func encoding() throws {
    try Data([0xFF, 0xFE]).write(to: URL(fileURLWithPath: folder.path + "/page.mustache"))
    #expect(problems == ["page.mustache: error: this template is not UTF-8"])
  }

  @Test("hidden files are no part of a theme, and everything else is copied")
  func assets() throws {
    try folder.write("x", to: ".page.mustache.swp")
    try folder.write("y", to: "fonts/a.txt")
    #expect(try Theme(directory: folder.path).assets.map(\.path) == ["fonts/a.txt"])
  }

  @Test("the book's own templates take over what has been escaped, and escape nothing again")
  func ownTemplates() throws {
    let directory = SampleSite.themeDirectory
    for name in Theme.Template.allCases.map(\.rawValue) {
      let text = try String(contentsOfFile: "\(directory)/\(name).mustache", encoding: .utf8)
      let rest = text.replacing(/\{\{\{\w+\}\}\}/, with: "")
      let tags = rest.matches(of: /\{\{[^#^\/!>]\w*/).map { String($0.0) }
      #expect(tags.isEmpty, "\(name)")
    }
  }
}
