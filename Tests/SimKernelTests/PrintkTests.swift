import Testing

@testable import SimKernel

@Suite("printk") struct PrintkTests {
  private func lines(_ messages: [(String, LogLevel)]) throws -> [KernelLog.Line] {
    let bench = try Bench()
    for (text, level) in messages { bench.kernel.printk(text, level) }
    return bench.kernel.logLines
  }

  @Test("each level goes to the log, and the more urgent ones to the console")
  func levels() throws {
    let bench = try Bench()
    for level in 0...7 { bench.kernel.printk("\(level)\n", LogLevel(rawValue: level) ?? .debug) }
    #expect(bench.log == (0...7).map(String.init))
    #expect(bench.console == "0\n1\n2\n3\n4\n5\n6\n")
    bench.kernel.setConsoleLevel(4)
    bench.kernel.printk("error\n", .error)
    bench.kernel.printk("warning\n")
    #expect(bench.console.hasSuffix("6\nerror\n"))
  }

  @Test("without a newline the next message goes on in the same line, at its level")
  func continuation() throws {
    let lines = try lines([("a", .error), ("b", .debug), ("c\n", .info), ("d\n", .info)])
    #expect(lines == [.init(level: .error, text: "abc"), .init(level: .info, text: "d")])
  }

  @Test("each line of a message after the first has the default level")
  func severalLines() throws {
    let lines = try lines([("a\nb\n\n", .error)])
    #expect(
      lines == [
        .init(level: .error, text: "a"), .init(level: .warning, text: "b"),
        .init(level: .warning, text: ""),
      ])
  }

  @Test("a carriage return does not hide the newline behind it")
  func carriageReturn() throws {
    #expect(try lines([("a\r\nb\n", .info)]).map(\.text) == ["a\r", "b"])
  }

  @Test("the log holds 16 KiB: the oldest lines go, also while a line is not ended")
  func ring() throws {
    let bench = try Bench()
    for index in 0..<2000 { bench.kernel.printk("line \(index)\n") }
    #expect(bench.log.last == "line 1999")
    let bytes = bench.log.reduce(0) { $0 + $1.utf8.count + 4 }
    #expect(bytes <= 16384)
    #expect(bytes > 16384 - 20)
    for _ in 0..<2000 { bench.kernel.printk("never ended ") }
    #expect(bench.log.reduce(0) { $0 + $1.utf8.count } <= 16384)
    bench.kernel.clearLog()
    #expect(bench.log.isEmpty)
    bench.kernel.printk("new\n")
    #expect(bench.log == ["new"])
  }
}
