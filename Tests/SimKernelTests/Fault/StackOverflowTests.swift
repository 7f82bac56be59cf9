import Testing

@testable import SimKernel

#if canImport(Darwin)
  import Darwin
#else
  import Glibc
#endif

/// What each kernel says before it stops.
private let lastLines: [(KernelVersion, [String])] = [
  (.v2_2, ["the kernel stack ran over, which this kernel does not notice; the processor resets"]),
  (.v2_4, ["the kernel stack ran over, which this kernel does not notice; the processor resets"]),
  (
    .v2_6,
    ["PANIC: double fault, gdt at ", "double fault, tss at ", "eip = ", "eax = ", "esi = "]
  ),
  (
    .v6_1,
    [
      "BUG: TASK stack guard page was hit at ", "stack guard page: 0000 [#1]", "Call Trace:",
      "Kernel panic - not syncing: Fatal exception in interrupt",
    ]
  ),
]

@Suite("Modules that recurse without end") struct StackOverflowTests {
  @Test(
    "one that recurses in Swift alone: the program dies as of a panic, with all that was printed",
    arguments: 0..<4)
  func plain(index: Int) async throws {
    let result = await #expect(
      processExitsWith: .signal(SIGABRT), observing: [\.standardOutputContent]
    ) { [index] in
      try recurseInSwift(on: lastLines[index].0, inTimer: false)
    }
    let text = String(decoding: try #require(result).standardOutputContent, as: UTF8.self)
    #expect(text.contains("before"))
    for line in lastLines[index].1 { #expect(text.contains(line), "\(line) in \(text)") }
    #expect(text.hasSuffix("the program has been told\n"))
  }

  @Test("one that does so in an interrupt: 6.1 names that stack")
  func interrupt() async throws {
    let result = await #expect(
      processExitsWith: .signal(SIGABRT), observing: [\.standardOutputContent]
    ) {
      try recurseInSwift(on: .v6_1, inTimer: true)
    }
    let text = String(decoding: try #require(result).standardOutputContent, as: UTF8.self)
    #expect(text.contains("BUG: IRQ stack guard page was hit at "))
  }

  @Test(
    "one that recurses through the kernel: the machine stops at the call that has no room, and no more",
    arguments: lastLines)
  func throughKernel(version: KernelVersion, lines: [String]) throws {
    let bench = try Bench(version)
    bench.kernel.trace.isEnabled = false
    func deeper(_ module: Puppet) { module.subroutine("deeper") { deeper(module) } }
    try bench.load { module in deeper(module) }
    #expect(bench.kernel.isPanicked)
    for line in lines { #expect(bench.console.contains(line)) }
  }

  @Test(
    "one that recurses round calls that come back: the same, long before the host's stack ends",
    arguments: lastLines)
  func roundCalls(version: KernelVersion, lines: [String]) throws {
    let bench = try Bench(version)
    bench.kernel.trace.isEnabled = false
    func deeper(_ module: Puppet) -> Int {
      guard module.current != nil else { return 0 }
      return deeper(module) &+ 1
    }
    var depth = 0
    try bench.load { module in depth = deeper(module) }
    #expect(depth > 100)
    #expect(bench.kernel.isPanicked)
    for line in lines { #expect(bench.console.contains(line)) }
  }

  @Test(
    "one whose callback calls what calls it, each in a function of its own, is met at the kernel's stack",
    arguments: KernelVersion.all)
  func callbacks(version: KernelVersion) throws {
    let bench = try Bench(version)
    bench.kernel.trace.isEnabled = false
    var address: Address?
    try bench.load { module in
      func call() { if let address { module.callFunction(at: address) } }
      let timer = KernelTimer("deeper") { call() }
      module.addTimer(timer, expires: bench.kernel.jiffies + 100)
      address = bench.kernel.functions.values.first { $0.name == "deeper" }?.address
      call()
    }
    #expect(bench.kernel.isPanicked)
  }
}

/// Loads a module that calls itself for ever, in Swift, on a machine whose terminal is the standard
/// output.
private func recurseInSwift(on version: KernelVersion, inTimer: Bool) throws {
  @inline(never)
  func deeper(_ depth: Int) -> Int { depth < 0 ? 0 : deeper(depth + 1) &+ depth }
  func show(_ text: String) {
    var text = text
    text.withUTF8 { _ = write(1, $0.baseAddress, $0.count) }
  }
  let bench = try Bench(version)
  bench.kernel.console.output = show
  bench.kernel.onEndOfProgram = { show("the program has been told\n") }
  try bench.load { module in
    module.printk("before\n", .emergency)
    guard inTimer else { return module.printk("\(deeper(0))") }
    let timer = KernelTimer("timer") { module.printk("\(deeper(0))") }
    module.addTimer(timer, expires: bench.kernel.jiffies + 1)
  }
  bench.pass(ticks: 5)
}
