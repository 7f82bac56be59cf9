import BookModel
import Foundation
import TestSupport
import Testing

@testable import ExampleRunner

@Suite struct ToolchainTests {
  /// What is said where `QUIRE_SWIFTC` is a script of this text.
  private func problem(of script: String?) async throws -> Diagnostic {
    let workshop = try await Workshop.open()
    let folder = workshop.folder.folder(UUID().uuidString)
    try folder.create()
    if let script {
      try folder.write("swiftc", "#!/bin/sh\n\(script)\n")
      try FileManager.default.setAttributes(
        [.posixPermissions: 0o755], ofItemAtPath: folder.path(of: "swiftc"))
    }
    var environment = ProcessInfo.processInfo.environment
    environment["QUIRE_SWIFTC"] = folder.path(of: "swiftc")
    do {
      _ = try await Toolchain.find(
        environment: environment, runner: workshop.runner, scratch: folder.path)
    } catch {
      return error.diagnostic
    }
    throw Workshop.Unfit(reason: "the compiler was found")
  }

  @Test("a compiler is found in PATH and names its version")
  func found() async throws {
    let workshop = try await Workshop.open()
    #expect(workshop.toolchain.version.contains("Swift version"))
    #expect(!workshop.toolchain.version.contains("\n"))
  }

  @Test("asking for the version leaves nothing in the caller's temporary folder")
  func leavesNothing() async throws {
    let workshop = try await Workshop.open()
    let scratch = try TemporaryFolder()
    let temporary = try TemporaryFolder()
    var environment = ProcessInfo.processInfo.environment
    environment["TMPDIR"] = temporary.path
    _ = try await Toolchain.find(
      environment: environment, runner: workshop.runner, scratch: scratch.path)
    #expect(Folder(path: temporary.path).names.isEmpty)
  }

  @Test("a workspace that cannot be written is told, and the compiler not accused")
  func unwritableWorkspace() async throws {
    let workshop = try await Workshop.open()
    let name = UUID().uuidString
    try workshop.folder.write(name, "a file where a folder should be")
    let error = await #expect(throws: Toolchain.Problem.self) {
      try await Toolchain.find(
        environment: ProcessInfo.processInfo.environment, runner: workshop.runner,
        scratch: workshop.folder.path(of: "\(name)/scratch"))
    }
    let words = error.map { "\($0.diagnostic)" } ?? ""
    #expect(words.contains("\(workshop.folder.path(of: name)): error: cannot be written: "))
    #expect(!words.contains("swiftc"))
    #expect(!words.contains("Error Domain"))
  }

  @Test("a compiler works for a book whose folder has blanks and letters of any kind in its name")
  func oddFolder() async throws {
    let workshop = try await Workshop.open()
    let folder = workshop.folder.folder("frésh clone")
    try folder.create()
    let found = try await Toolchain.find(
      environment: ProcessInfo.processInfo.environment, runner: workshop.runner,
      scratch: folder.path)
    #expect(found.version.contains("Swift version"))
  }

  @Test("a PATH without a compiler is one sentence")
  func missing() async throws {
    let workshop = try await Workshop.open()
    await #expect(throws: Toolchain.Problem.missing("no swiftc is in any folder of PATH")) {
      try await Toolchain.find(
        environment: ["PATH": "/nowhere:relative"], runner: workshop.runner,
        scratch: workshop.folder.path)
    }
  }

  @Test("a name that leads nowhere is told with that name")
  func named() async throws {
    #expect(try await problem(of: nil).summary.contains("QUIRE_SWIFTC names "))
  }

  @Test("a compiler that dies is told with its signal")
  func dies() async throws {
    let diagnostic = try await problem(of: "kill -SEGV $$")
    #expect(diagnostic.summary.hasSuffix("does not work: it was killed by SIGSEGV"))
  }

  @Test("a compiler that fails is told with its status")
  func fails() async throws {
    #expect(try await problem(of: "exit 7").summary.hasSuffix("it exited with status 7"))
  }

  @Test(
    "a compiler that fails at an example fails that example, with its words",
    arguments: [
      ("kill -ABRT $$", "killed by SIGABRT"), ("echo no licence >&2; exit 9", "status 9"),
    ])
  func failsAtExample(_ script: String, _ words: String) async throws {
    let workshop = try await Workshop.open()
    var tools = workshop.tools()
    let folder = workshop.folder.folder(UUID().uuidString)
    try folder.write("swiftc", "#!/bin/sh\n\(script)\n")
    try FileManager.default.setAttributes(
      [.posixPermissions: 0o755], ofItemAtPath: folder.path(of: "swiftc"))
    tools.toolchain = Toolchain(compiler: folder.path(of: "swiftc"), version: "none")
    let suite = ExampleSuite(tools, settings: workshop.settings)
    for _ in 0..<2 {
      let result = await suite.run([.plain(Session("# types\nSample\n"))])
      #expect(result.counts.failed == 1)
      #expect(result.diagnostics.count == 1)
      #expect(result.diagnostics.first?.summary.contains(words) == true)
      if script.contains("licence") {
        #expect(result.diagnostics.first?.detail?.contains("no licence") == true)
      }
    }
  }

  @Test("a runtime that is not built is told with the files that are missing")
  func missingRuntime() throws {
    let settings = BookSettings.Runtime(product: "None", modules: ["A", "B"], entry: "run")
    #expect(
      throws: RuntimeLibrary.Missing(files: [
        "/nowhere/libNone.a", "/nowhere/Modules/A.swiftmodule", "/nowhere/Modules/B.swiftmodule",
      ])
    ) { try RuntimeLibrary(buildFolder: "/nowhere", settings: settings) }
  }
}
