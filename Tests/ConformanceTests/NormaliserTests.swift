import Testing

@testable import ConformanceReplay

/// Each rule for the kernel's log, on lines of the recordings: what it takes out, and what it keeps.
@Suite("Normaliser")
struct NormaliserTests {
  /// A rule's name, a recorded line, and the line as it is compared; nil if it is not.
  typealias Case = (rule: String, line: String, compared: String?)

  static let cases: [Case] = [
    ("timestamp", "[    5.768077] hello: init", "hello: init"),
    ("timestamp", "[<0>] msleep", "[<0>] msleep"),
    ("chatter", "tsc: Refined TSC clocksource calibration: 2394.4 MHz", nil),
    ("guessed frames", " ? handle_mm_fault+0xdb/0x2d0", nil),
    ("guessed frames", " d_read+0x5a/0x60 [noowner]", " d_read [noowner]"),
    ("offsets", "RIP: 0010:vfs_read+0x8a/0x310", "RIP: 0010:vfs_read"),
    ("compiler's suffixes", "RIP: 0010:boom.cold+0x1d/0x8d [oopser]", "RIP: 0010:boom [oopser]"),
    ("compiler's suffixes", " call_timer_fn.constprop.0+0x1/0x2", " call_timer_fn"),
    ("compiler's suffixes", " secondary_startup_64_no_verify", " secondary_startup_64_no_verify"),
    (
      "registers", "RSP: 002b:00007ffe70909f78 EFLAGS: 00000246 ORIG_RAX: 0000000000000139",
      "RSP: 002b:<value> EFLAGS: <value> ORIG_RAX: 0000000000000139"
    ),
    (
      "registers", "CS:  0010 DS: 0000 ES: 0000 CR0: 0000000080050033",
      "CS:  0010 DS: 0000 ES: 0000 CR0: <value>"
    ),
    ("code bytes", "Code: 89 d1 <48> 8b", "Code: <bytes>"),
    (
      "code bytes", "Code: Unable to access opcode bytes at 0xffffffffc05d2fe9.",
      "Code: Unable to access opcode bytes at <kernel or module>."
    ),
    (
      "page tables", "PGD 13e15067 P4D 13e15067 PUD 13e17067 PMD 136f067 PTE 0",
      "PGD <entry> P4D <entry> PUD <entry> PMD <entry> PTE 0"
    ),
    ("addresses", "CR2: ffffffffc025a150", "CR2: <kernel or module>"),
    (
      "addresses", "BUG: kernel NULL pointer dereference, address: 0000000000000000",
      "BUG: kernel NULL pointer dereference, address: 0000000000000000"
    ),
    (
      "addresses",
      "general protection fault, probably for non-canonical address 0xdead000000000100: 0000 [#1]",
      "general protection fault, probably for non-canonical address 0xdead000000000100: 0000 [#1]"
    ),
    ("addresses", "RIP: 0033:0x452009", "RIP: 0033:<user address>"),
    (
      "addresses", "#PF: error_code(0x0010) - not-present page",
      "#PF: error_code(0x0010) - not-present page"
    ),
    (
      "processor", "CPU: 1 PID: 0 Comm: swapper/1 Tainted: G           OE",
      "CPU: <cpu> PID: 0 Comm: swapper/<cpu> Tainted: G           OE"
    ),
    (
      "processor", "dwork_bad: job 1 by kworker/1:1/28",
      "dwork_bad: job 1 by kworker/<worker>/<pid>"
    ),
    (
      "process numbers", "note: cat[96] exited with irqs disabled",
      "note: cat[<pid>] exited with irqs disabled"
    ),
    (
      "process numbers", "BUG: scheduling while atomic: insmod/93/0x00000002",
      "BUG: scheduling while atomic: insmod/<pid>/0x00000002"
    ),
    (
      "process numbers", "BUG: scheduling while atomic: swapper/1/0/0x00000102",
      "BUG: scheduling while atomic: swapper/<cpu>/0/0x00000102"
    ),
    (
      "process numbers", "INFO: task rmmod:98 blocked for more than 10 seconds.",
      "INFO: task rmmod:<pid> blocked for more than 10 seconds."
    ),
    ("hardware", "Hardware name: QEMU Standard PC (i440FX + PIIX, 1996)", nil),
    ("kernel offset", "Kernel Offset: disabled", "Kernel Offset: disabled"),
    (
      "kernel offset", "Kernel Offset: 0x2e600000 from 0xffffffff81000000",
      "Kernel Offset: <offset> from <kernel>"
    ),
    ("module's source line", "kernel BUG at modules/oopser.c:20!", "kernel BUG at oopser:<line>!"),
    (
      "module's source line", "kernel BUG at kernel/module/main.c:748!",
      "kernel BUG at kernel/module/main.c:748!"
    ),
    ("none", "Modules linked in: oopser(OE-)", "Modules linked in: oopser(OE-)"),
  ]

  @Test("a line is compared as its rule says", arguments: cases.indices)
  func line(index: Int) {
    let (rule, line, compared) = Self.cases[index]
    var normaliser = LogNormaliser()
    #expect(normaliser.lines([line]).map(\.compared) == (compared.map { [$0] } ?? []), "\(rule)")
  }

  @Test("every rule has a reason and a name of its own")
  func rulesAreStated() {
    let names = Normaliser.logRules.map(\.name)
    #expect(Set(names).count == names.count)
    #expect(Normaliser.logRules.allSatisfy { !$0.reason.isEmpty })
    // Each has a case above, or a test of its own below.
    let blocks: Set = [
      "idle thread", "object debugger", "below the idle loop", "none", "shortened log",
    ]
    #expect(Set(names).union(["none"]) == Set(Self.cases.map(\.rule)).union(blocks))
  }

  @Test("the idle thread's first complaint is compared, later ones are not; others' lines always")
  func idleComplaints() {
    let complaint = [
      "bad: scheduling from the idle thread!", "CPU: 1 PID: 0 Comm: swapper/1", "Call Trace:",
      " <TASK>", " dump_stack_lvl+0x44/0x5c", " </TASK>",
    ]
    var normaliser = LogNormaliser()
    let first = normaliser.lines(complaint + complaint.prefix(3))
    // The second complaint goes on in the next step, and another processor's line is between.
    let second = normaliser.lines(["hello: init"] + complaint.suffix(3) + ["hello: exit"])
    #expect(first.count == complaint.count)
    #expect(second.map(\.compared) == ["hello: init", "hello: exit"])
  }

  @Test("frames below the idle loop depend on the processor; those above are compared")
  func belowTheIdleLoop() {
    var normaliser = LogNormaliser()
    let lines = normaliser.lines([
      " do_idle+0x1/0x2", " cpu_startup_entry+0x26/0x30", " start_secondary+0x1/0x2", " </TASK>",
      " d_read+0x1/0x2 [oopser]",
    ])
    #expect(
      lines.map(\.compared) == [" do_idle", " cpu_startup_entry", " </TASK>", " d_read [oopser]"])
  }

  @Test("reports of the object debugger are left out as a whole")
  func objectReports() {
    var normaliser = LogNormaliser()
    let lines = normaliser.lines([
      "ODEBUG: object (____ptrval____) is NOT on stack", "Call Trace:",
      "---[ end trace 0000000000000000 ]---", "hello: init",
    ])
    #expect(lines.map(\.compared) == ["hello: init"])
  }

  @Test(
    "printed text is compared as its rule says",
    arguments: [
      (
        "ls -l /dev/x", "crw-------    1 0  0  246, 0 Nov 21 00:27 /dev/x",
        "crw-------    1 0  0  246, 0 <date> /dev/x"
      ),
      ("ps | grep kth", "   94 0        [kth_ok_thr]", "<pid> 0 [kth_ok_thr]"),
      ("ps | grep kth", "    2 0        [kthreadd]", ""),
      ("ps | grep kth", "   92 0        kctl s06.gt", ""),
      (
        "cat /proc/modules", "hello 16384 0 - Live 0xffffffffc0325000 (OE)",
        "hello 16384 0 - Live <address> (OE)"
      ),
      (
        "cat /proc/modules", "noexit 12288 0 [permanent], Live 0x0000000000000000 (OE)",
        "noexit 12288 0 [permanent], Live 0x0000000000000000 (OE)"
      ),
      ("grep x /proc/kallsyms", "ffffffffc0495024 r _note_10\t[x]", ""),
      (
        "grep x /proc/kallsyms", "ffffffffc0494000 t y_callback\t[x]", "<address> t y_callback\t[x]"
      ),
      ("dmesg | tail -3", "[   11.158564] hello: init", "hello: init"),
      ("cat srcversion", "srcversion=CEDD91A322EB3E419900642", "srcversion=<checksum>"),
    ])
  func output(command: String, line: String, compared: String) {
    #expect(Normaliser.output(line, of: command) == compared)
  }
}
