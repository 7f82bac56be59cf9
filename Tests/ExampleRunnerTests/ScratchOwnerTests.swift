import Foundation
import Testing

@testable import ExampleRunner

@Suite struct ScratchOwnerTests {
  @Test("a folder is left alone while its owner lives, and swept afterwards")
  func sweep() async throws {
    let workshop = try await Workshop.open()
    let tools = workshop.tools()
    let mine = "\(ScratchOwner.current.prefix)MINE"
    // No process has this number, and none of this number was started then.
    let names = [mine, "2147483647.1.DEAD", "\(getpid()).1.OTHER", "someone-elses"]
    for name in names { try tools.scratch.folder(name).create() }
    tools.sweep()
    #if os(Linux)
      #expect(tools.scratch.names == [mine, "someone-elses"])
    #else
      #expect(!tools.scratch.holds("2147483647.1.DEAD") && tools.scratch.holds(mine))
    #endif
  }

  @Test("a name says whose a folder is", arguments: ["", "1", "1.2", "a.b.c", "-1.2.c", "1.2.c.d"])
  func noOwner(_ name: String) {
    #expect(ScratchOwner(folder: name) == nil)
  }
}
