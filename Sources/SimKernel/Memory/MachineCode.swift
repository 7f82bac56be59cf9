/// The bytes that stand where a function's text lies.
///
/// They are instructions of i386 as a compiler of 2002 liked them, put together by the function's
/// name, and are never executed: they are there so that a `Code:` line, or a stray load, has
/// something to read. The same function always has the same bytes, and an instruction begins
/// wherever ``Code/instruction(_:)`` says that one does.
enum MachineCode {
  /// It saves what the caller needs, makes room for variables, and clears `ebx`.
  private static let prologue: [UInt8] = [
    0x55, 0x89, 0xe5, 0x57, 0x56, 0x53, 0x83, 0xec, 0x0c, 0x31, 0xdb,
  ]
  private static let epilogue: [UInt8] = [0x5b, 0x5e, 0x5f, 0xc9, 0xc3]
  /// What fills a place in which nothing is executed.
  static let noOperation: UInt8 = 0x90

  /// What a body consists of: an instruction that touches memory, then others, 7 bytes in all.
  ///
  /// The third byte of each is an offset, which is free.
  private static let steps: [[UInt8]] = [
    [0x8b, 0x43, 0, 0x85, 0xc0, 0x74, 0x12],  // mov *(%ebx),%eax; test %eax,%eax; je
    [0x8b, 0x53, 0, 0x89, 0x10, 0x89, 0xd6],  // mov *(%ebx),%edx; mov %edx,(%eax); mov %edx,%esi
    [0xc7, 0x43, 0, 0x00, 0x00, 0x00, 0x00],  // movl $0,*(%ebx)
    [0x8b, 0x45, 0, 0x8b, 0x40, 0x14, 0x50],  // mov *(%ebp),%eax; mov 0x14(%eax),%eax; push %eax
    [0xff, 0x50, 0, 0x83, 0xc4, 0x04, 0x90],  // call *(%eax); add $4,%esp; nop
    [0x89, 0x46, 0, 0x8b, 0x06, 0x89, 0xc3],  // mov %eax,*(%esi); mov (%esi),%eax; mov %eax,%ebx
    [0x8b, 0x4d, 0, 0x39, 0xc8, 0x75, 0xe9],  // mov *(%ebp),%ecx; cmp %ecx,%eax; jne
    [0x8b, 0x40, 0, 0x31, 0xd2, 0x89, 0xc1],  // mov *(%eax),%eax; xor %edx,%edx; mov %eax,%ecx
    [0x8b, 0x7b, 0, 0x85, 0xff, 0x7e, 0x1c],  // mov *(%ebx),%edi; test %edi,%edi; jle
    [0x8b, 0x42, 0, 0x83, 0xe0, 0x01, 0x50],  // mov *(%edx),%eax; and $1,%eax; push %eax
  ]

  /// The steps, each as a word whose lowest byte comes first, with a no-op behind it that the next
  /// step overwrites.
  private static let words = steps.map { step in
    (step + [noOperation]).reversed().reduce(UInt64(0)) { $0 << 8 | UInt64($1) }
  }

  private static let stepBytes = 7
  private static let offsetPlace = 2

  /// The text of a function.
  static func bytes(of name: String, size: UInt64) -> [UInt8] {
    let seed = seed(name)
    let size = Int(size)
    return Array(unsafeUninitializedCapacity: size) { bytes, count in
      bytes.initialize(repeating: noOperation)
      _ = bytes.update(fromContentsOf: prologue)
      for index in 0..<stepCount(size) {
        let (step, offset) = step(index, seed)
        let place = prologue.count + index * stepBytes
        UnsafeMutableRawBufferPointer(bytes).storeBytes(
          of: (words[step] | UInt64(offset) << UInt64(8 * offsetPlace)).littleEndian,
          toByteOffset: place, as: UInt64.self)
      }
      _ = bytes[(size - epilogue.count)...].update(fromContentsOf: epilogue)
      count = size
    }
  }

  /// One byte of the text of a function.
  static func byte(at offset: Int, of name: String, size: Int) -> UInt8 {
    if offset < prologue.count { return prologue[offset] }
    if offset >= size - epilogue.count { return epilogue[offset - (size - epilogue.count)] }
    let (index, place) = (offset - prologue.count).quotientAndRemainder(dividingBy: stepBytes)
    guard index < stepCount(size) else { return noOperation }
    let (step, offset) = step(index, seed(name))
    return place == offsetPlace ? offset : steps[step][place]
  }

  /// Bytes that a function with this name takes up: from 0x30 to 0xa0, a multiple of 16, as linkers
  /// align.
  static func size(of name: String) -> UInt64 { 0x30 + UInt64(seed(name) >> 7) % 8 * 0x10 }

  /// Which of the steps stands in a body, and the offset that stands in it.
  private static func step(_ index: Int, _ seed: UInt32) -> (step: Int, offset: UInt8) {
    let choice = mixed(seed &+ UInt32(index) &* 0x9e37_79b9)
    return (Int(choice >> 8) % steps.count, UInt8(choice >> 28) * 4)
  }

  /// Where a step of a body begins, counted from the function's start; the last one where there are
  /// not so many.
  static func offset(ofStep index: Int, size: Int) -> Int {
    prologue.count + max(0, min(index, stepCount(size) - 1)) * stepBytes
  }

  private static func stepCount(_ size: Int) -> Int {
    (size - prologue.count - epilogue.count) / stepBytes
  }

  private static func seed(_ name: String) -> UInt32 {
    name.utf8.reduce(0x811c_9dc5) { ($0 ^ UInt32($1)) &* 0x0100_0193 }
  }

  private static func mixed(_ value: UInt32) -> UInt32 {
    var value = value
    value = (value ^ value >> 16) &* 0x7feb_352d
    value = (value ^ value >> 15) &* 0x846c_a68b
    return value ^ value >> 16
  }
}
