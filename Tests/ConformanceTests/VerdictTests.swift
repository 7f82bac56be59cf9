import Testing

@testable import ConformanceReplay

/// Every verdict, from a recorded step and what a scripted machine did instead.
@Suite("Verdicts")
struct VerdictTests {
  static let load = """
    {"n": 1, "process": "user", "op": "finit_module", "script": "insmod hello.ko",
     "args": ["hello.ko"], "ret": 0, "modules_after": {"hello": {
       "line": "hello 16384 0 - Live 0xffffffffc02a1000 (OE)", "refcnt": "0", "initstate": "live",
       "taint": "OE"}},
     "dmesg": ["[    5.753399] hello: loading out-of-tree module taints kernel.",
               "[    5.768077] hello: init"]}
    """
  static let calls = """
    {"n": 1, "process": "a", "op": "openat", "script": "open A /dev/x O_RDONLY",
     "args": ["A", "/dev/x", "O_RDONLY"], "ret": -1, "errno": 6},
    {"n": 2, "process": "a", "op": "mknodat", "script": "mknod /dev/x @x 0",
     "args": ["/dev/x", "@x", "0"], "ret": 0, "major": 246},
    {"n": 3, "process": "a", "op": "stat", "script": "stat /dev/x", "args": ["/dev/x"],
     "ret": 0, "mode": "20644", "rdev": "246:0"},
    {"n": 4, "process": "a", "op": "poll", "script": "poll A", "args": ["A"], "ret": 1,
     "revents": 5},
    {"n": 5, "process": "a", "op": "put", "script": "put /p 1", "args": ["/p", "1"], "ret": -1,
     "errno": 22, "failed_at": "write"},
    {"n": 6, "process": "a", "op": "sh", "script": "sh lsmod", "args": ["lsmod"],
     "output": "Module", "exit_status": 0},
    {"n": 7, "op": "ps", "script": "ps a", "args": ["a"],
     "task": {"state": "D", "wchan": "msleep", "stack": "[<0>] msleep+0x29/0x40"}},
    {"n": 8, "process": "a", "op": "taint", "script": "taint", "args": [], "output": "12288\\n"},
    {"n": 9, "process": "a", "op": "read", "script": "read A 1", "args": ["A", "1"],
     "process_died": {"killed_by_signal": 9, "wait_status": 9}},
    {"n": 10, "process": "a", "op": "close", "script": "close A", "args": ["A"],
     "still_in_kernel_after_ms": 4000, "task": {"state": "D", "wchan": "chrdev_show"}}
    """

  @Test("a step in which nothing differs conforms")
  func conforms() throws {
    #expect(try Recordings.verdicts(Self.load, on: Self.load) == [.conforms])
    let verdicts = try Recordings.verdicts(Self.calls, on: Self.calls)
    #expect(verdicts.count == 10)
    #expect(verdicts.allSatisfy { $0 == .conforms })
  }

  @Test(
    "each thing that a load leads to is compared",
    arguments: [
      ("\"ret\": 0", "\"ret\": -1", "return value"),
      ("hello 16384 0", "hello 16384 1", "/proc/modules line of hello"),
      ("0 - Live", "0 expb, Live", "/proc/modules line of hello"),
      ("\"refcnt\": \"0\"", "\"refcnt\": \"1\"", "refcnt of hello"),
      ("\"live\"", "\"coming\"", "initstate of hello"),
      ("\"taint\": \"OE\"", "\"taint\": \"O\"", "taint of hello"),
      ("hello: init", "hello: other", "log"),
    ])
  func loadDiffers(old: String, new: String, subject: String) throws {
    let machine = Self.load.replacing(old, with: new)
    let verdicts = try Recordings.verdicts(Self.load, on: machine)
    #expect(subjects(verdicts) == [subject])
  }

  @Test(
    "each thing that a call returns is compared",
    arguments: [
      ("\"errno\": 6", "\"errno\": 2", "errno"), ("\"major\": 246", "\"major\": 245", "major"),
      ("20644", "20600", "mode"), ("246:0", "246:1", "device"),
      ("\"revents\": 5", "\"revents\": 1", "ready events"),
      ("\"failed_at\": \"write\"", "\"failed_at\": \"open\"", "failing call"),
      ("\"output\": \"Module\"", "\"output\": \"Nodule\"", "output"),
      ("\"exit_status\": 0", "\"exit_status\": 1", "exit status"),
      ("msleep\"", "d_read\"", "process state"), ("] msleep", "] d_read", "stack"),
      ("12288", "4096", "output"),
      ("\"killed_by_signal\": 9", "\"killed_by_signal\": 11", "ending"),
      ("chrdev_show", "m_start", "process state"),
    ])
  func callDiffers(old: String, new: String, subject: String) throws {
    let machine = Self.calls.replacing(old, with: new)
    let verdicts = try Recordings.verdicts(Self.calls, on: machine)
    #expect(subjects(verdicts) == [subject])
  }

  @Test("the same module at another address conforms, and so do other timestamps")
  func addressesAreDrawnAtBoot() throws {
    let machine = Self.load.replacing("c02a1000", with: "c0355000").replacing("5.75", with: "9.11")
    #expect(try Recordings.verdicts(Self.load, on: machine) == [.conforms])
  }

  @Test("a module that got its old address again has to get it again")
  func addressesKeepTheirIdentity() throws {
    let again = Self.load.replacing("\"n\": 1", with: "\"n\": 2")
    let elsewhere = again.replacing("c02a1000", with: "c0355000")
    let verdicts = try Recordings.verdicts(
      "\(Self.load), \(again)", on: "\(Self.load), \(elsewhere)")
    #expect(subjects(verdicts) == ["address"])
  }

  @Test("a command that Userland does not have is not modelled, and why is said")
  func notModelled() throws {
    let step = Self.shell("mount -t debugfs d /mnt; cat /proc/modules")
    let verdicts = try Recordings.verdicts(step, on: step)
    guard case .notModelled(let reason)? = verdicts.first else {
      Issue.record("\(verdicts)")
      return
    }
    #expect(reason.hasPrefix("commands that Userland does not have (mount): "))
  }

  @Test("what comes after a second thread depends on it")
  func theRestIsNotModelled() throws {
    let thread = """
      {"n": 1, "process": "a", "op": "thread", "script": "thread", "args": [], "ret": 0}
      """
    let next = Self.shell("lsmod").replacing("\"n\": 1", with: "\"n\": 2")
    let verdicts = try Recordings.verdicts("\(thread), \(next)", on: next)
    #expect(verdicts.count == 2)
    for verdict in verdicts {
      if case .notModelled = verdict { continue }
      Issue.record("\(verdict)")
    }
  }

  @Test("an operation that the replay does not know is not passed over")
  func unknownOperation() throws {
    let step = """
      {"n": 1, "process": "a", "op": "splice", "script": "splice A B", "args": ["A", "B"]}
      """
    #expect(subjects(try Recordings.verdicts(step, on: step)) == ["operation"])
  }

  @Test("a field that the replay does not know is a difference")
  func unknownField() throws {
    let step = Self.shell("lsmod").replacing("\"ret\"", with: "\"novel\": 1, \"ret\"")
    #expect(subjects(try Recordings.verdicts(step, on: step)) == ["field \"novel\""])
  }

  @Test("an idle worker is idle, whatever it sleeps in; one that sleeps elsewhere is not")
  func idleWorker() throws {
    let step = """
      {"n": 1, "op": "ps", "script": "ps a", "args": ["a"], "task": {"state": "S",
       "wchan": "__skb_wait_for_more_packets", "stack": "[<0>] __unix_dgram_recvmsg+0x1/0x2"}}
      """
    let model = step.replacing("[<0>] __unix_dgram_recvmsg+0x1/0x2", with: "")
    #expect(try Recordings.verdicts(step, on: model) == [.conforms])
    let elsewhere = step.replacing("__skb_wait_for_more_packets", with: "load_module")
    #expect(subjects(try Recordings.verdicts(step, on: elsewhere)) == ["process state", "stack"])
  }

  @Test("a machine that went down too early differs from there on")
  func machineDown() throws {
    let step = """
      {"n": 1, "op": "sleep", "script": "sleep 10", "args": ["10"]},
      {"n": 2, "process": "a", "op": "taint", "script": "taint", "args": [], "output": "0\\n"}
      """
    let down = step.replacing(
      "\"args\": [\"10\"]", with: "\"args\": [\"10\"], \"machine_went_down\": true")
    #expect(subjects(try Recordings.verdicts(step, on: down)) == ["machine", "machine"])
  }

  private static func shell(_ line: String) -> String {
    """
    {"n": 1, "process": "a", "op": "sh", "script": "sh", "args": ["\(line)"], "ret": 0,
     "output": "", "exit_status": 0}
    """
  }

  private func subjects(_ verdicts: [Verdict]) -> [String] {
    verdicts.flatMap { verdict -> [String] in
      guard case .differs(let differences) = verdict else { return [] }
      return differences.map(\.subject)
    }
  }
}
