import Foundation
import TestSupport
import Testing

/// The site of this repository's own book, as a browser would find it.
@Suite struct SiteTests {
  /// The site, built once; the cache of the book is used where there is one.
  private static let site = Task {
    let folder = try TemporaryFolder()
    let run = try await Tool(in: BookCopy.original).run(["build", "--out", folder.path + "/s"])
    try #require(run.status == 0, "\(run.errors)")
    return (folder, try Folders.files(in: folder.path + "/s"))
  }

  private func pages() async throws -> [String: Page] {
    let files = try await Self.site.value.1
    return try files.filter { $0.key.hasSuffix(".html") }.mapValues(Page.init)
  }

  @Test("every chapter has a page")
  func chapters() async throws {
    let names = Set(try await pages().keys)
    for chapter in BookCopy.chapters {
      let page = chapter.replacing("chapters/", with: "").replacing(".md", with: ".html")
      #expect(names.contains(page))
    }
    #expect(names.contains("index.html"))
  }

  @Test("every link leads to a file of the site, and every anchor to a place in it")
  func links() async throws {
    let files = try await Self.site.value.1
    let pages = try await pages()
    for (name, page) in pages.sorted(by: { $0.key < $1.key }) {
      for link in page.links where !link.contains("://") {
        let parts = link.split(separator: "#", maxSplits: 1, omittingEmptySubsequences: false)
        let target = parts[0].isEmpty ? name : parts[0].removingPercentEncoding ?? ""
        #expect(files[target] != nil, "\(name): \(link)")
        guard parts.count > 1, let other = pages[target] else { continue }
        #expect(other.anchors.contains(String(parts[1])), "\(name): \(link)")
      }
    }
    #expect(pages.values.reduce(0) { $0 + $1.links.count } > 50)
  }

  @Test("nothing is loaded from elsewhere, and no page holds a script or a style of its own")
  func policy() async throws {
    for (name, page) in try await pages().sorted(by: { $0.key < $1.key }) {
      #expect(page.loaded.allSatisfy { !$0.contains("//") && !$0.hasPrefix("data:") }, "\(name)")
      #expect(page.loaded.contains("book.css"), "\(name)")
      #expect(page.inline == [], "\(name)")
    }
    let styles = try await Self.site.value.1.filter { $0.key.hasSuffix(".css") }
    for (name, data) in styles {
      let text = String(decoding: data, as: UTF8.self)
      #expect(!text.contains("://") && !text.contains("@import"), "\(name)")
    }
  }

  @Test("what the examples print is on the pages, crashes among it")
  func transcripts() async throws {
    let text = try await pages().values.map(\.text).joined()
    for chapter in BookCopy.chapters {
      let source = try String(contentsOfFile: "\(BookCopy.original)/\(chapter)", encoding: .utf8)
      for oops in source.split(separator: "\n") where oops.hasPrefix("EIP:") {
        #expect(text.contains(oops), "\(chapter)")
      }
    }
  }
}
