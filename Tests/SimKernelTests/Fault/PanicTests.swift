import Testing

@testable import SimKernel

@Suite("A panic") struct PanicTests {
  private let aiee = "Aiee, killing interrupt handler!"

  @Test(
    "2.2 looks at the idle task first, 2.4 at the interrupt (SEMANTICS 9.1: idle task, SEMANTICS 9.2: panic)"
  )
  func notSyncing() {
    let report = PanicReport(text: aiee, isInInterrupt: true, isIdle: true)
    #expect(
      lines(Oops22.panic(report)) == ["Kernel panic: " + aiee, "In swapper task - not syncing"])
    #expect(
      lines(Oops24.panic(report)) == [
        "Kernel panic: " + aiee, "In interrupt handler - not syncing",
      ])
    #expect(
      lines(Oops24.panic(PanicReport(text: "x", isIdle: true)))
        == ["Kernel panic: x", "In idle task - not syncing"])
    #expect(
      lines(Oops22.panic(PanicReport(text: "x", isInInterrupt: true))).last
        == "In interrupt handler - not syncing")
  }

  @Test(
    "outside of both the buffers are written back, and nothing more is said (SEMANTICS 9.2: panic)")
  func syncing() {
    #expect(lines(Oops22.panic(PanicReport(text: "x"))) == ["Kernel panic: x"])
    #expect(lines(Oops24.panic(PanicReport(text: "x"))) == ["Kernel panic: x"])
    #expect(
      lines(Oops26.panic(PanicReport(text: "x", isInInterrupt: true)))
        == ["Kernel panic - not syncing: x"])
  }

  @Test("a machine that starts again says when (SEMANTICS 9.2: panic)")
  func timeout() {
    let pieces = Oops24.panic(PanicReport(text: "x", timeout: 30))
    #expect(pieces.last == LogPiece(level: .emergency, text: "Rebooting in 30 seconds.."))
  }
}
