/// Memory as running kernel code sees it: every access is an instruction that can fault.
extension Kernel {
  func load8(_ address: Address) throws(Trap) -> UInt8 {
    current.stack.advance()
    guard let value = memory.load8(address) else {
      throw fault(.page(address, .read))
    }
    return value
  }

  func load32(_ address: Address) throws(Trap) -> UInt32 {
    current.stack.advance()
    processor.registers.record(address.rawValue)
    guard let value = memory.load32(address) else {
      throw fault(.page(address, .read))
    }
    processor.registers.record(UInt64(value))
    return value
  }

  /// Reads a word as wide as a pointer.
  func loadWord(_ address: Address) throws(Trap) -> UInt64 {
    current.stack.advance()
    processor.registers.record(address.rawValue)
    guard let value = memory.loadWord(address) else {
      throw fault(.page(address, .read))
    }
    processor.registers.record(value)
    return value
  }

  func loadPointer(_ address: Address) throws(Trap) -> Address { Address(try loadWord(address)) }

  func store32(_ address: Address, _ value: UInt32) throws(Trap) {
    current.stack.advance()
    processor.registers.record(UInt64(value))
    processor.registers.record(address.rawValue)
    guard memory.store32(address, value) else {
      throw fault(.page(address, .write))
    }
  }

  /// Writes a word as wide as a pointer.
  func storeWord(_ address: Address, _ value: UInt64) throws(Trap) {
    current.stack.advance()
    processor.registers.record(value)
    processor.registers.record(address.rawValue)
    guard memory.storeWord(address, value) else {
      throw fault(.page(address, .write))
    }
  }

  func storePointer(_ address: Address, _ value: Address) throws(Trap) {
    try storeWord(address, value.rawValue)
  }

  /// Reads a C string, byte by byte, until its NUL; at most one page of it.
  func loadString(_ address: Address) throws(Trap) -> String {
    var bytes: [UInt8] = []
    while bytes.count < Int(Address.pageSize) {
      let byte = try load8(address + UInt64(bytes.count))
      guard byte != 0 else { break }
      bytes.append(byte)
    }
    return String(decoding: bytes, as: UTF8.self)
  }
}
