import Testing

@testable import SimKernel

@Suite("An oops of 2.4") struct OopsTests {
  /// What the console shows after a process has touched an address, from a kernel function.
  private func oops(reading address: Address) throws -> [Substring] {
    let bench = try Bench()
    try bench.run("toucher") { system async throws(Errno) in
      try await system.call(.sysRead) { () async throws(Trap) in
        _ = try bench.kernel.load32(address)
      }
    }
    return bench.console.split(separator: "\n", omittingEmptySubsequences: false)
  }

  /// The lines of the layout, each as an expression that the whole line must match.
  private func check(_ lines: [Substring], _ layout: [Regex<Substring>]) {
    #expect(lines.count == layout.count)
    for (line, expression) in zip(lines, layout) {
      #expect(line.wholeMatch(of: expression) != nil, "\(line)")
    }
  }

  @Test("reading from a hole prints each line of the layout")
  func layout() throws {
    let lines = try oops(reading: Architecture.i386.moduleAreaStart)
    check(
      lines,
      [
        #/Unable to handle kernel paging request at virtual address c8800000/#,
        #/ printing eip:/#, #/[0-9a-f]{8}/#, #/\*pde = [0-9a-f]{8}/#, #/\*pte = 00000000/#,
        #/Oops: 0000/#, #/CPU:    0/#, #/EIP:    0010:\[<[0-9a-f]{8}>\]    Not tainted/#,
        #/EFLAGS: [0-9a-f]{8}/#,
        #/eax: [0-9a-f]{8}   ebx: [0-9a-f]{8}   ecx: [0-9a-f]{8}   edx: [0-9a-f]{8}/#,
        #/esi: [0-9a-f]{8}   edi: [0-9a-f]{8}   ebp: [0-9a-f]{8}   esp: [0-9a-f]{8}/#,
        #/ds: 0018   es: 0018   ss: 0018/#,
        #/Process toucher \(pid: 2, stackpage=[0-9a-f]{5}000\)/#,
        #/Stack: (?:[0-9a-f]{8} ){8}/#, #/ {7}(?:[0-9a-f]{8} ){8}/#, #/ {7}(?:[0-9a-f]{8} )+/#,
        #/Call Trace:    \[<[0-9a-f]{8}>\](?: \[<[0-9a-f]{8}>\])*/#,
        #/\s*/#, #/Code: (?:[0-9a-f]{2} ){20}/#, #/\s*/#,
      ])
    let eip = try #require(lines[2].wholeMatch(of: /[0-9a-f]{8}/))
    #expect(lines[7].contains("[<\(eip.output)>]"))
  }

  @Test(
    "below the first page it is a NULL pointer, and there is no page table to show (SEMANTICS 9.2: NULL pointer)"
  )
  func nullPointer() throws {
    let lines = try oops(reading: Address(0x18))
    #expect(
      lines.first == "Unable to handle kernel NULL pointer dereference at virtual address 00000018")
    #expect(lines[3] == "*pde = 00000000")
    #expect(lines[4] == "Oops: 0000")
    let border = try oops(reading: Address(4096))
    #expect(border.first?.contains("paging request") == true)
  }

  @Test("a write has the bit for a write")
  func write() throws {
    let bench = try Bench()
    try bench.run { system async throws(Errno) in
      try await system.call(.sysRead) { () async throws(Trap) in
        try bench.kernel.store32(Architecture.i386.moduleAreaStart, 1)
      }
    }
    #expect(bench.console.contains("\nOops: 0002\n"))
  }

  @Test(
    "no more than 24 words of the stack are shown, and every text address of it is in the trace")
  func stack() throws {
    let bench = try Bench()
    try bench.run { system async throws(Errno) in
      try await system.call(.sysRead) { () async throws(Trap) in
        for _ in 0..<20 { bench.kernel.enter(.schedule) }
        _ = try bench.kernel.load32(.null)
      }
    }
    let lines = bench.console.split(separator: "\n")
    let start = try #require(lines.firstIndex { $0.hasPrefix("Stack: ") })
    let words = lines[start...(start + 2)].joined().split(separator: " ").dropFirst()
    #expect(words.count == 24)
    let trace = try #require(lines.firstIndex { $0.hasPrefix("Call Trace:") })
    #expect(trace == start + 3)
    // Five on the first line, six on each that follows.
    #expect(lines[trace].matches(of: /\[<[0-9a-f]{8}>\]/).count == 5)
    #expect(lines[trace + 1].matches(of: /\[<[0-9a-f]{8}>\]/).count == 6)
  }

  @Test("an oops shows everything on the console from then on, and the log keeps it")
  func verbose() throws {
    let bench = try Bench()
    bench.kernel.setConsoleLevel(1)
    try bench.run { system async throws(Errno) in
      try await system.call(.sysRead) { () async throws(Trap) in
        _ = try bench.kernel.load32(.null)
      }
    }
    #expect(bench.console.hasPrefix("Unable"))
    #expect(bench.kernel.logLines.first?.level == .alert)
    bench.kernel.printk("for the developer\n", .debug)
    #expect(bench.console.hasSuffix("\nfor the developer\n"))
  }
}
