import Testing

@testable import SimKernel

@Suite("/sys/module") struct SysModuleTests {
  /// The names and the modes of what lies at a path of the tree.
  private func modes(_ path: String, _ modules: [SysModule]) throws -> [String: Int] {
    let kernel = try Kernel()
    defer { kernel.shutDown() }
    kernel.sysModules = { modules }
    guard case .folder(let folder)? = try kernel.fileNode(at: path)?.content else { return [:] }
    return Dictionary(
      uniqueKeysWithValues: folder.names().map { ($0, folder.child($0)?.permissions ?? 0) })
  }

  @Test("a module has its values, users, notes and sections (linux-6.1: s09_basic 7)")
  func loaded() throws {
    let names = ["coresize", "initsize", "initstate", "refcnt", "srcversion", "taint", "version"]
    let hello = SysModule(
      name: "hello", values: names.map { name in (name, { "0" }) }, holders: ["b", "a"],
      sections: [(".exit.text", "0x0")])
    let modes = try modes("/sys/module/hello", [hello])
    #expect(
      modes.keys.sorted()
        == (names + ["holders", "notes", "sections", "uevent"]).sorted())
    #expect(try self.modes("/sys/module/hello/holders", [hello]).keys.sorted() == ["a", "b"])
    #expect(try self.modes("/sys/module/hello/sections", [hello]) == [".exit.text": 0o400])
  }

  @Test("what is built in has parameters and nothing else (linux-6.1: s09_basic 22)")
  func builtIn() throws {
    let printk = SysModule(
      name: "printk",
      parameters: [.init(name: "time", permissions: 0o644, value: FileAttribute(read: { "Y\n" }))])
    #expect(try modes("/sys/module/printk", [printk]).keys.sorted() == ["parameters", "uevent"])
  }

  @Test("a parameter has the mode that its module gave it (linux-6.1: s12_params 3)")
  func parameters() throws {
    let files = [("count", 0o644), ("ucount", 0o444), ("wo", 0o200)]
    let params = SysModule(
      name: "params",
      parameters: files.map {
        .init(name: $0.0, permissions: $0.1, value: FileAttribute(read: { "1\n" }))
      })
    #expect(
      try modes("/sys/module/params/parameters", [params])
        == ["count": 0o644, "ucount": 0o444, "wo": 0o200])
  }

  @Test("a kernel without /sys has none")
  func none() throws {
    let kernel = try Kernel()
    defer { kernel.shutDown() }
    let sys = try kernel.fileNode(at: "/sys")
    #expect(sys == nil)
    let proc = try kernel.fileNode(at: "/proc")
    #expect(proc != nil)
  }
}

@Suite("Paths") struct FilePathTests {
  @Test(
    "a path is read from the root, or from the folder that it is meant in",
    arguments: [
      ("/a/b", "/a/b"), ("c", "/x/y/c"), ("./c", "/x/y/c"), ("../c", "/x/c"), ("..", "/x"),
      ("../../..", "/"), ("//a//./b/", "/a/b"), ("", "/x/y"), ("/", "/"),
    ])
  func absolute(path: String, expected: String) {
    #expect(FilePath.absolute(path, in: "/x/y") == expected)
  }
}
