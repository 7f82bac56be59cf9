import Testing

@testable import Userland

@Suite("What of a session is explored") struct ExploredSessionTests {
  @Test("What stands before the first line with a job is done first, and once")
  func division() {
    let session = ExploredSession([
      "insmod a.o", "mknod /dev/a c 60 0", "cat /dev/a & rmmod a", "wait", "lsmod",
    ])
    #expect(session.setUp == ["insmod a.o", "mknod /dev/a c 60 0"])
    #expect(session.script == ["cat /dev/a & rmmod a", "wait", "lsmod"])
  }

  @Test("Expectations may stand anywhere, and are no commands")
  func expectations() {
    let session = ExploredSession(["expect: test -f a", "a &", "  b", "expect:test -f c"])
    #expect(session.expectations == ["test -f a", "test -f c"])
    #expect(session.script == ["a &", "  b"])
    #expect(session.setUp.isEmpty)
  }

  @Test(
    "A line that starts no job of its own is no beginning",
    arguments: ["echo 'a & b'", "(a & b)", "a && b", "echo \\&", "a 2>&1", "&", "echo 'a &", ""])
  func noJobs(line: String) {
    #expect(ExploredSession([line]).script.isEmpty, "\(line)")
  }
}
