import Testing

@testable import ConformanceReplay

/// What a file that is no recording gets.
@Suite("Reading")
struct ReadingTests {
  private static let good = """
    [{"id": "debian/t/1", "boot": "t", "kernel": "6.1.0", "cpus": 2, "extra_boot_args": "",
      "proc_modules_before": {}, "steps": [{"n": 1, "op": "sleep", "script": "sleep 5",
      "args": ["5"]}]}]
    """

  @Test(
    "what is wrong is said with its place and what to do",
    arguments: [
      ("\"boot\": \"t\", ", "", "f.json: [0]: the field \"boot\" is missing; "),
      ("\"n\": 1", "\"n\": \"one\"", "f.json: [0].steps[0].n: is not a number; "),
      ("\"op\": \"sleep\", ", "", "f.json: [0].steps[0]: the field \"op\" is missing; "),
      ("[\"5\"]", "5", "f.json: [0].steps[0].args: is not a list; "),
      ("\"script\": \"sleep 5\"", "\"script\": null", "f.json: [0].steps[0].script: is null and "),
      ("[{\"id\"", "{\"id\"", "f.json: is not JSON; "),
    ])
  func wrongFile(old: String, new: String, message: String) throws {
    let text = Self.good.replacing(old, with: new)
    let error = #expect(throws: RecordingError.self) {
      try RecordingReader.sessions(in: text, named: "f.json")
    }
    #expect(error?.description.hasPrefix(message) ?? false, "\(error?.description ?? "")")
  }

  @Test("a file that is not there is named")
  func missingFile() {
    let error = #expect(throws: RecordingError.self) {
      try RecordingReader.sessions(inFile: "no/such/file.json")
    }
    #expect(error?.file == "no/such/file.json")
  }

  @Test("sessions of one boot are put in order by their steps, whatever the file's order")
  func orderOfSessions() throws {
    let sessions = try RecordingReader.sessions(in: Self.good, named: "f.json")
    let late = try RecordingReader.sessions(
      in: Self.good.replacing("\"n\": 1", with: "\"n\": 9"), named: "f.json")
    let boots = Boot.boots(of: late + sessions)
    #expect(boots.count == 1)
    #expect(boots.first?.sessions.map { $0.steps[0].number } == [1, 9])
  }

  @Test(
    "the commands of a shell's line are found wherever they stand",
    arguments: [
      ("cat /proc/modules; ps | grep -v '\\['", ["cat", "ps", "grep"]),
      ("for f in a b; do echo \"$f=$(cat $f)\"; done; ls x", ["echo", "cat", "ls"]),
      ("/bin/insmod params.ko 'name=\"a b\"'", ["insmod"]),
      ("busybox rmmod x && echo \"a; b\"", ["rmmod", "echo"]),
      ("echo hi > /dev/x; zcat f 2>/dev/null | head -1", ["echo", "zcat", "head"]),
      ("insmod x.ko 2>&1 | head -1 >&2; rmmod x 2>&1 &", ["insmod", "head", "rmmod"]),
      ("mknod /dev/x c $(grep x /proc/devices) 0; cat /dev/x", ["mknod", "grep", "cat"]),
      ("(a; b) 2>&1; if ! c; then d; elif e; then f; fi", ["a", "b", "c", "d", "e", "f"]),
      ("echo 'unfinished", ["echo"]), ("| ;; &", []),
    ])
  func shellWords(line: String, names: [String]) {
    #expect(ShellWords.names(in: line) == names)
  }
}
