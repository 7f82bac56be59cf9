import BookModel
import Foundation
import TestSupport
import Testing

@testable import BookHTML

struct SiteWriterTests {
  private let folder: TemporaryFolder
  private let writer: SiteWriter

  init() throws {
    folder = try TemporaryFolder()
    writer = SiteWriter(directory: folder.path + "/public")
  }

  private func site(_ files: [String: String]) -> Site {
    Site(files: files.map { Site.File(path: $0.key, bytes: Array($0.value.utf8)) })
  }

  private func identity(of file: String) throws -> [Int] {
    let attributes = try FileManager.default.attributesOfItem(atPath: "\(folder.path)/\(file)")
    let date = attributes[.modificationDate] as? Date
    return [
      attributes[.systemFileNumber] as? Int ?? 0, Int((date?.timeIntervalSince1970 ?? 0) * 1e6),
    ]
  }

  @Test("a site appears with its folders, and nothing beside it")
  func first() throws {
    let changes = try writer.write(site(["index.html": "a", "images/deep/m.png": "b"]))
    #expect(changes.written == ["images/deep/m.png", "index.html"])
    #expect(
      folder.entries == [
        "public", "public/.quire-site", "public/images", "public/images/deep",
        "public/images/deep/m.png", "public/index.html",
      ])
  }

  @Test("a file that did not change stays the very same file")
  func unchanged() throws {
    try writer.write(site(["a.html": "a", "b.html": "b"]))
    let before = try identity(of: "public/a.html")
    let changes = try writer.write(site(["a.html": "a", "b.html": "new"]))
    #expect(changes == SiteWriter.Changes(written: ["b.html"], removed: []))
    #expect(try identity(of: "public/a.html") == before)
    #expect(try folder.text(of: "public/b.html") == "new")
  }

  @Test("a site that did not change is not touched at all")
  func nothingToDo() throws {
    try writer.write(site(["a.html": "a"]))
    let before = try identity(of: "public")
    #expect(try writer.write(site(["a.html": "a"])) == SiteWriter.Changes())
    #expect(try identity(of: "public") == before)
  }

  @Test("a page that is gone is removed, and so is its empty folder")
  func removed() throws {
    try writer.write(site(["a.html": "a", "images/b.png": "b"]))
    let changes = try writer.write(site(["a.html": "a"]))
    #expect(changes.removed == ["images/b.png"])
    #expect(folder.entries == ["public", "public/.quire-site", "public/a.html"])
  }

  @Test("a file that was damaged or deleted is written again")
  func repaired() throws {
    try writer.write(site(["a.html": "a", "b.html": "b"]))
    try folder.write("damaged", to: "public/a.html")
    try FileManager.default.removeItem(atPath: folder.path + "/public/b.html")
    try writer.write(site(["a.html": "a", "b.html": "b"]))
    #expect(try folder.text(of: "public/a.html") == "a" && folder.text(of: "public/b.html") == "b")
  }

  @Test("what somebody else put into the folder is kept")
  func foreignFiles() throws {
    try writer.write(site(["a.html": "a"]))
    try folder.write("mine", to: "public/CNAME")
    try folder.write("mine", to: "public/notes/deep/n.txt")
    try writer.write(site(["a.html": "new"]))
    #expect(try folder.text(of: "public/CNAME") == "mine")
    #expect(try folder.text(of: "public/notes/deep/n.txt") == "mine")
    #expect(try folder.text(of: "public/a.html") == "new")
    #expect(folder.entries.filter { $0.hasPrefix(".") }.isEmpty)
  }

  @Test("a folder that holds other files is refused, and nothing in it is touched")
  func notASite() throws {
    try folder.write("thesis", to: "public/index.html")
    let error = #expect(throws: SiteWriteError.self) {
      try writer.write(site(["index.html": "a"]))
    }
    #expect(error?.kind == .notASite)
    #expect(error?.diagnostic.severity == .error)
    #expect(folder.entries == ["public", "public/index.html"])
    #expect(try folder.text(of: "public/index.html") == "thesis")
  }

  @Test("a page does not take the place of a file that somebody else put there")
  func taken() throws {
    try writer.write(site(["a.html": "a"]))
    try folder.write("mine", to: "public/b.html")
    let error = #expect(throws: SiteWriteError.self) {
      try writer.write(site(["a.html": "a", "b.html": "b"]))
    }
    #expect(error?.kind == .taken)
    #expect(try folder.text(of: "public/b.html") == "mine")
  }

  @Test(
    "a page does not become a folder of somebody else's files, nor the other way round",
    arguments: [("notes", "notes/n.txt"), ("notes/n.txt", "notes")])
  func takenBelow(page: String, foreign: String) throws {
    try writer.write(site(["a.html": "a"]))
    try folder.write("mine", to: "public/\(foreign)")
    let before = folder.entries
    let error = #expect(throws: SiteWriteError.self) {
      try writer.write(site(["a.html": "a", page: "b"]))
    }
    #expect(error?.kind == .taken)
    #expect(try folder.text(of: "public/\(foreign)") == "mine")
    #expect(folder.entries == before)
  }

  @Test("a file that cannot be kept is an error, stays where it is, and stops the next write too")
  func notKept() throws {
    try writer.write(site(["a.html": "a"]))
    try folder.write("c.html\n", to: ".public.quire-new/.quire-site")
    try folder.write("mine", to: ".public.quire-new/CNAME")
    try folder.write("also mine", to: ".public.quire-new/b/c.txt")
    try folder.write("another", to: "public/CNAME")
    for _ in 0..<2 {
      let error = #expect(throws: SiteWriteError.self) { try writer.write(site(["a.html": "b"])) }
      #expect(error?.kind == .notKept)
      #expect(error?.path == folder.path + "/.public.quire-new/CNAME")
    }
    #expect(try folder.text(of: ".public.quire-new/CNAME") == "mine")
    #expect(try folder.text(of: "public/CNAME") == "another")
    #expect(try folder.text(of: "public/b/c.txt") == "also mine")
    #expect(try folder.text(of: "public/a.html") == "a")
  }

  @Test("a write that fails half-way leaves the old site whole and nothing beside it")
  func failsHalfWay() throws {
    try writer.write(site(["a.html": "old", "b.html": "old"]))
    let before = folder.entries
    // A file cannot lie below another file, so the second one cannot be written.
    let error = #expect(throws: SiteWriteError.self) {
      try writer.write(site(["a.html": "new", "b.html": "new", "b.html/c": "new"]))
    }
    #expect(error?.kind == .cannotWrite)
    #expect(folder.entries == before)
    #expect(
      try folder.text(of: "public/a.html") == "old" && folder.text(of: "public/b.html") == "old")
  }

  @Test("what an interrupted write left behind is put in order by the next one")
  func leftovers() throws {
    try writer.write(site(["a.html": "a"]))
    try folder.write("c.html\n", to: ".public.quire-new/.quire-site")
    try folder.write("half", to: ".public.quire-new/c.html")
    try folder.write("mine", to: ".public.quire-new/CNAME")
    try writer.write(site(["a.html": "a"]))
    #expect(try folder.text(of: "public/CNAME") == "mine")
    #expect(
      folder.entries == ["public", "public/.quire-site", "public/CNAME", "public/a.html"])
  }

  @Test("a site that an interrupted write had moved aside comes back")
  func movedAside() throws {
    try writer.write(site(["a.html": "a"]))
    try FileManager.default.moveItem(
      atPath: folder.path + "/public", toPath: folder.path + "/public.quire-old")
    let changes = try writer.write(site(["a.html": "a"]))
    #expect(changes == SiteWriter.Changes())
    #expect(folder.entries == ["public", "public/.quire-site", "public/a.html"])
  }

  @Test(
    "a path that leads out of the folder is refused",
    arguments: ["../x", "/x", "a/../../x", "", "a//b", "./a", "a\0b"])
  func unsafePath(path: String) {
    let error = #expect(throws: SiteWriteError.self) { try writer.write(site([path: "x"])) }
    #expect(error?.kind == .unsafePath)
    #expect(folder.entries.isEmpty)
  }

  @Test("an output folder that cannot be made is one clear error")
  func unwritable() throws {
    try folder.write("a file", to: "blocker")
    let error = #expect(throws: SiteWriteError.self) {
      try SiteWriter(directory: folder.path + "/blocker/public").write(site(["a.html": "a"]))
    }
    #expect(error?.kind == .cannotWrite)
    #expect(error?.diagnostic.description.contains("the site cannot be written") == true)
  }

  @Test("writers that meet take turns")
  func together() async throws {
    let sites = (0..<8).map { number in
      site(Dictionary(uniqueKeysWithValues: (0..<20).map { ("\($0).html", "\(number)") }))
    }
    await withTaskGroup(of: Void.self) { group in
      for site in sites { group.addTask { _ = try? writer.write(site) } }
    }
    let texts = Set(try (0..<20).map { try folder.text(of: "public/\($0).html") })
    #expect(texts.count == 1)
    #expect(folder.entries.filter { !$0.hasPrefix("public") }.isEmpty)
  }
}
