@testable import SimKernel

/// A fault of the old machines, with values that nobody else has.
enum Early {
  static let context = DumpContext(
    processor: 0,
    process: .init(
      name: "cat", pid: 42, stackBase: 0xc3a0_4000, task: 0xc3b0_1230, number: 17),
    build: .init(release: "2.6.24", version: "#1"), taint: "Not tainted",
    modules: LinkedModules(entries: [
      .init(name: "a"), .init(name: "b"), .init(name: "c", flags: "P"),
    ])
  )

  /// A jump into the hole that a module has left.
  static func report(
    cause: OopsCause = .page(address: 0xc880_0060, access: .execute)
  ) -> OopsReport {
    OopsReport(
      cause: cause, context: context,
      registers: RegisterDump(
        location: CodeLocation(address: 0xc880_0060), stackPointer: 0xc3a0_5f28,
        flags: 0x0001_0286, general: [1, 2, 3, 4, 5, 6, 7]),
      stack: (0..<26).map { 0x10 + $0 },
      trace: (0..<9).map { .frame(CodeLocation(address: 0xc010_0000 + $0)) },
      pageTable: [0x0127_d067, 0], pageDirectory: 0x0364_2000)
  }

  /// The same in code that can be read: byte n of it is n.
  static func readable(_ count: Int, before: UInt64 = 0) -> OopsReport {
    var report = report(cause: .divideError)
    report.registers.code = CodeBytes(
      start: 0xc880_0060 - before, bytes: (0..<count).map { UInt8($0) })
    return report
  }

  static let stack = [
    "Stack: 00000010 00000011 00000012 00000013 00000014 00000015 00000016 00000017 ",
    "       00000018 00000019 0000001a 0000001b 0000001c 0000001d 0000001e 0000001f ",
    "       00000020 00000021 00000022 00000023 00000024 00000025 00000026 00000027 ",
  ]
}
