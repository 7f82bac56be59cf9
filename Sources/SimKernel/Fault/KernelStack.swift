/// The kernel stack of a process: real words on the process's own two pages, as an oops dumps them.
///
/// Interrupts run on the stack of whoever was running.
final class KernelStack {
  /// One function that has been entered and not left.
  struct Frame {
    let code: Code
    /// The value of the stack pointer before the call.
    let callerStackPointer: Address
    /// Where the address lies that it goes back to; nil for the first function of all.
    let returnSlot: Address?
    /// How many instructions that a crash can show it had executed when it called the next one.
    var instructions = 0
  }

  /// The first byte of the pages: the process descriptor.
  let base: Address
  /// Whether a program's registers lie at its beginning.
  let hasUserMode: Bool
  private let wordBytes: UInt64
  private let memory: KernelMemory
  // Not an array: whether each use of it is exclusive would be looked at again and again, which costs
  // more than to enter and leave a function.
  private var firstFrame = UnsafeMutablePointer<Frame>.allocate(capacity: usualDepth)
  private var room = usualDepth
  // Less than a kilobyte: what is larger costs the host more to give out and to take back.
  private static let usualDepth = 24
  /// How many functions have been entered and not left.
  private(set) var depth = 0
  /// How many such instructions the innermost function has executed: every access counts here.
  private var instructions = 0
  private(set) var stackPointer: Address

  /// What user mode's registers hold on every entry: only the formats are facts, the values are a
  /// small C program's.
  private static let userRegisters: [UInt64] = [
    0x0000_0003, 0x0804_a008, 0x0000_1000, 0x4014_f2a0, 0xbfff_fa84, 0xbfff_fa18, 0x0000_0003,
    0x0000_002b, 0x0000_002b, 0x0000_0003, 0x400e_1b14, 0x0000_0023, 0x0000_0246, 0xbfff_f9dc,
    0x0000_002b,
  ]

  /// Prepares the stack of a new process.
  ///
  /// One with a user mode enters the kernel from a program, whose registers are saved first.
  init(base: Address, memory: KernelMemory, hasUserMode: Bool = true) {
    self.base = base
    self.hasUserMode = hasUserMode
    self.memory = memory
    wordBytes = memory.architecture.wordBytes
    stackPointer = base + memory.architecture.stackBytes
    guard hasUserMode else { return }
    for word in Self.userRegisters.reversed() { push(word) }
  }

  deinit {
    firstFrame.deinitialize(count: depth)
    firstFrame.deallocate()
  }

  /// The functions that have been entered and not left, the outermost first; valid until one of them
  /// is left.
  var frames: UnsafeBufferPointer<Frame> { UnsafeBufferPointer(start: firstFrame, count: depth) }

  /// The end of the pages: where the stack begins.
  var top: Address { base + memory.architecture.stackBytes }

  var current: Code? { depth > 0 ? firstFrame[depth - 1].code : nil }

  /// The innermost module among the functions that have been entered.
  var currentModule: ModuleRecord? {
    for frame in frames.reversed() {
      if let module = frame.code.module { return module }
    }
    return nil
  }

  /// The place of the instruction that is executing now.
  var instructionPointer: Address {
    current?.instruction(instructions) ?? memory.architecture.textStart
  }

  /// Where the current function goes back to.
  var returnAddress: Address { Address(memory.loadWord(stackPointer + wordBytes) ?? 0) }

  /// Goes one instruction on in the current function.
  func advance() { instructions += 1 }

  /// Enters a function: after what the call pushes, it saves the caller's frame pointer.
  ///
  /// The first function of all is entered from user mode, whose registers have been saved already.
  func enter(_ code: Code, arguments: [UInt64] = []) {
    let caller = stackPointer
    var returnSlot: Address?
    if depth > 0 {
      pushCall(arguments: arguments)
      returnSlot = stackPointer
      push(caller.rawValue &+ 2 * wordBytes)
      firstFrame[depth - 1].instructions = instructions
    }
    if depth == room { makeRoom() }
    (firstFrame + depth).initialize(
      to: Frame(code: code, callerStackPointer: caller, returnSlot: returnSlot))
    depth += 1
    instructions = 0
  }

  /// Pushes what a call instruction leaves on the stack, wherever it then jumps to: the arguments
  /// and the return address.
  func pushCall(arguments: [UInt64]) {
    let returnAddress = instructionPointer
    advance()
    for argument in arguments.reversed() { push(argument) }
    push(returnAddress.rawValue)
  }

  /// Makes room for a local variable of the current function.
  func reserve(bytes: UInt64) -> Address {
    stackPointer = stackPointer - bytes
    return stackPointer
  }

  /// Leaves functions until only `depth` are left: what they were doing was cut short.
  func unwind(to depth: Int) {
    while self.depth > depth { leave() }
  }

  /// Leaves the current function.
  func leave() {
    guard depth > 0 else { return }
    depth -= 1
    stackPointer = firstFrame[depth].callerStackPointer
    (firstFrame + depth).deinitialize(count: 1)
    instructions = depth > 0 ? firstFrame[depth - 1].instructions : 0
  }

  /// Lets the current function jump to another one as its last act: while that runs, the current one
  /// is not on the stack any more.
  func jump(_ body: () -> Void) {
    guard depth > 0 else { return body() }
    let frame = firstFrame[depth - 1]
    let before = (pointer: stackPointer, instructions: instructions)
    leave()
    body()
    (firstFrame + depth).initialize(to: frame)
    depth += 1
    (stackPointer, instructions) = (before.pointer, before.instructions)
  }

  /// The words from the stack pointer to the end of the stack.
  func words() -> [UInt64] {
    stride(from: stackPointer.rawValue, to: top.rawValue, by: Int(wordBytes)).map {
      memory.loadWord(Address($0)) ?? 0
    }
  }

  /// Whether the next call would reach the process descriptor.
  var isFull: Bool { stackPointer <= base + (Self.descriptorBytes + 0x200) }

  /// What lies below the stack.
  ///
  /// C: `sizeof(struct task_struct)` of 2.2 and 2.4.
  private static let descriptorBytes: UInt64 = 0x600

  private func makeRoom() {
    let larger = UnsafeMutablePointer<Frame>.allocate(capacity: 2 * room)
    larger.moveInitialize(from: firstFrame, count: room)
    firstFrame.deallocate()
    firstFrame = larger
    room *= 2
  }

  private func push(_ word: UInt64) {
    // A stack that is full would overwrite the process descriptor; 2.4 does not notice, the
    // simulation stops growing.
    guard stackPointer > base + Self.descriptorBytes else { return }
    stackPointer = stackPointer - wordBytes
    memory.push(stackPointer, word)
  }
}
