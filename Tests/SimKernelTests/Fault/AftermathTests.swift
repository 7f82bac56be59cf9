import Testing

@testable import SimKernel

@Suite("What follows an oops") struct AftermathTests {
  private static let layouts: [any OopsLayout.Type] = [
    Oops22.self, Oops24.self, Oops26.self, Oops61.self,
  ]

  private func scene(pid: Int = 95, _ cause: OopsCause? = nil) -> FaultScene {
    FaultScene(
      cause: cause ?? .page(address: 0, access: .write), process: .init(name: "cat", pid: pid))
  }

  @Test(
    "in process context the process dies, and nothing is said (SEMANTICS 9.1: process)",
    arguments: layouts)
  func process(layout: any OopsLayout.Type) {
    var scene = scene(.divideError)
    scene.isInInterrupt = false
    let after = layout.aftermath(of: scene)
    #expect(after.outcome == .processDies(signal: Signal.SIGSEGV))
    #expect(after.log.isEmpty)
    #expect(!after.endsInInterrupt)
  }

  @Test(
    "a page fault kills by SIGSEGV to 2.6, by SIGKILL in 6.1 (SEMANTICS 9.1: process; linux-6.1, What kills whom)"
  )
  func signal() {
    let signals = Self.layouts.map { $0.aftermath(of: scene()).outcome }
    #expect(
      signals == [
        .processDies(signal: 11), .processDies(signal: 11), .processDies(signal: 11),
        .processDies(signal: 9),
      ])
    for cause in [
      OopsCause.bug(file: "a.c", line: 1), .divideError, .generalProtection(address: 1 << 63),
    ] {
      #expect(Oops61.aftermath(of: scene(cause)).outcome == .processDies(signal: 11))
    }
  }

  @Test("in an interrupt 2.2 goes on into a cascade, the others panic (SEMANTICS 9.1: interrupt)")
  func interrupt() {
    var scene = scene()
    scene.isInInterrupt = true
    let early = Oops22.aftermath(of: scene)
    #expect(lines(early.log) == ["Aiee, killing interrupt handler"])
    #expect(early.outcome == .processDies(signal: 11))
    #expect(early.endsInInterrupt)
    #expect(Oops24.aftermath(of: scene).outcome == .panic("Aiee, killing interrupt handler!"))
    #expect(Oops26.aftermath(of: scene).outcome == .panic("Fatal exception in interrupt"))
    #expect(Oops61.aftermath(of: scene).outcome == .panic("Fatal exception in interrupt"))
  }

  @Test("the idle task cannot be killed (SEMANTICS 9.1: idle task)", arguments: layouts)
  func idle(layout: any OopsLayout.Type) {
    let after = layout.aftermath(of: scene(pid: 0))
    #expect(after.outcome == .panic("Attempted to kill the idle task!"))
  }

  @Test("without init there is no machine, from 2.4 on (SEMANTICS 9.1: init)")
  func initial() {
    let outcomes = Self.layouts.map { $0.aftermath(of: scene(pid: 1)).outcome }
    #expect(
      outcomes == [
        .processDies(signal: 11), .panic("Attempted to kill init!"),
        .panic("Attempted to kill init!"),
        .panic("Attempted to kill init! exitcode=0x00000009"),
      ])
  }

  @Test("panic_on_oops (linux-6.1, 2e)")
  func panicOnOops() {
    var scene = scene()
    scene.panicsOnOops = true
    #expect(Oops26.aftermath(of: scene).outcome == .panic("Fatal exception"))
    #expect(Oops61.aftermath(of: scene).outcome == .panic("Fatal exception"))
    scene.isInInterrupt = true
    #expect(Oops61.aftermath(of: scene).outcome == .panic("Fatal exception in interrupt"))
  }

  @Test("having died taints the kernel from 2.6 on (SEMANTICS 9.2, 2.6.24)")
  func taint() {
    #expect(
      Self.layouts.map { $0.aftermath(of: scene()).taintsDied } == [false, false, true, true])
  }

  @Test(
    "2.6 says what held preemption off, unless the process was exiting already (SEMANTICS 9.1: preempt_count)"
  )
  func notes() {
    var scene = scene()
    scene.preemptCount = 1
    #expect(
      lines(Oops26.aftermath(of: scene).log) == ["note: cat[95] exited with preempt_count 1"])
    scene.isExiting = true
    let after = Oops26.aftermath(of: scene)
    #expect(lines(after.log) == ["Fixing recursive fault but reboot is needed!"])
    #expect(after.outcome == .processStays)
    #expect(after.log.map(\.level) == [.alert])
  }

  @Test("a trap that is no page fault leaves interrupts as they were (linux-6.1, 15)")
  func interruptsOff() {
    var scene = scene(.divideError)
    #expect(Oops61.aftermath(of: scene).log.isEmpty)
    scene.tookInterrupts = false
    #expect(
      lines(Oops61.aftermath(of: scene).log) == ["note: cat[95] exited with irqs disabled"])
  }

  @Test("6.1 gives up after ten thousand oopses")
  func limit() {
    var scene = scene()
    scene.number = 9_999
    #expect(Oops61.aftermath(of: scene).outcome == .processDies(signal: 9))
    scene.number = 10_000
    #expect(
      Oops61.aftermath(of: scene).outcome
        == .panic("Oopsed too often (kernel.oops_limit is 10000)"))
  }

  @Test("a shell names the signal (SEMANTICS 9.1)")
  func shell() {
    #expect(DeathNotice.text(for: Signal.SIGKILL) == "Killed")
    #expect(DeathNotice.text(for: Signal.SIGSEGV) == "Segmentation fault")
    #expect(DeathNotice.text(for: Signal.SIGINT) == nil)
    #expect(DeathNotice.text(for: 1000) == nil)
  }
}
