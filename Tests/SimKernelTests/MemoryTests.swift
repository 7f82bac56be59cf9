import Testing

@testable import SimKernel

@Suite("Simulated memory") struct MemoryTests {
  @Test("mapped pages keep what is written, fresh ones are zero, and a hole keeps nothing")
  func zone() throws {
    let start = Architecture.i386.moduleAreaStart
    let memory = try #require(KernelMemory())
    let zone = memory.moduleArea
    #expect(zone.load8(start) == nil)
    #expect(!zone.store32(start, 1))
    #expect(zone.map(start + 4096, pages: 1))
    #expect(zone.store32(start + 4096, 0xdead_beef))
    #expect(zone.load32(start + 4096) == 0xdead_beef)
    #expect(zone.load8(start + 4097) == 0xbe)
    #expect(zone.load8(start + 4095) == nil)
    #expect(zone.load8(start + 8192) == nil)
    #expect(zone.unmap(start + 4096, pages: 1))
    #expect(zone.load32(start + 4096) == nil)
    #expect(zone.map(start + 4096, pages: 1))
    #expect(zone.load32(start + 4096) == 0)
  }

  @Test(
    "pages that are taken away fault and come back zero, where the host's memory is kept and where it is not",
    arguments: [0, MemoryArena.keptPages - 2, MemoryArena.keptPages - 1, MemoryArena.keptPages])
  func keptPages(first: Int) throws {
    let memory = try #require(KernelMemory())
    let zone = memory.moduleArea
    let start = zone.start + UInt64(first) * Address.pageSize
    let words = [0, 4092, 4096, 8188].map { start + $0 }
    for _ in 0..<2 {
      #expect(zone.map(start, pages: 2))
      #expect(words.allSatisfy { zone.load32($0) == 0 })
      #expect(words.allSatisfy { zone.store32($0, 0xdead_beef) })
      #expect(zone.unmap(start, pages: 2))
      #expect(words.allSatisfy { zone.load32($0) == nil && !zone.store32($0, 1) })
    }
  }

  @Test("a word may lie across two pages, and needs both")
  func acrossPages() throws {
    let memory = try #require(KernelMemory())
    let start = Architecture.i386.moduleAreaStart
    #expect(memory.moduleArea.map(start, pages: 2))
    #expect(memory.store32(start + 4094, 0x0102_0304))
    #expect(memory.load32(start + 4094) == 0x0102_0304)
    #expect(memory.load8(start + 4096) == 2)
    #expect(memory.moduleArea.unmap(start + 4096, pages: 1))
    #expect(memory.load32(start + 4094) == nil)
    #expect(!memory.store32(start + 4094, 0))
  }

  @Test("outside the machine's zones there is nothing", arguments: [0, 0xc010_0000, 0xffff_ffff])
  func outside(address: UInt64) throws {
    let memory = try #require(KernelMemory())
    #expect(memory.load8(Address(address)) == nil)
    #expect(memory.load32(Address(address)) == nil)
    #expect(!memory.store32(Address(address), 0))
  }

  @Test("the module area gives the lowest place that fits, and refuses what is no size")
  func moduleArea() throws {
    let memory = try #require(KernelMemory())
    let area = ModuleArea(zone: memory.moduleArea)
    let first = try #require(area.allocate(bytes: 1))
    let second = try #require(area.allocate(bytes: 4097))
    let third = try #require(area.allocate(bytes: 4096))
    #expect([first, second, third].map(\.description) == ["c8800000", "c8802000", "c8805000"])
    area.free(second)
    area.free(Address(0x1234))
    #expect(area.allocate(bytes: 8193) == Address(0xc880_7000))
    #expect(area.allocate(bytes: 8192) == second)
    for bytes in [0, -1, .min, .max, 1 << 27] { #expect(area.allocate(bytes: bytes) == nil) }
  }

  @Test("the heap rounds up, gives out last what was freed last, and zeroes it")
  func heap() throws {
    let memory = try #require(KernelMemory())
    let heap = Heap(zone: memory.heap)
    let first = try #require(heap.allocate(bytes: 20))
    let second = try #require(heap.allocate(bytes: 33))
    #expect(second.rawValue - first.rawValue == 32)
    #expect(memory.store32(first, 7))
    heap.free(first)
    heap.free(first)
    #expect(memory.load32(first) == 7)
    #expect(heap.allocate(bytes: 32) == first)
    #expect(memory.load32(first) == 0)
    #expect(heap.allocate(bytes: 32) != first)
    for bytes in [0, -1, 1 << 18, .max] { #expect(heap.allocate(bytes: bytes) == nil) }
  }

  @Test("a function has the same bytes in every run, a beginning, and an end")
  func machineCode() {
    let bytes = MachineCode.bytes(of: "device_open", size: 0x40)
    #expect(bytes.count == 0x40)
    #expect(bytes == MachineCode.bytes(of: "device_open", size: 0x40))
    #expect(bytes != MachineCode.bytes(of: "device_read", size: 0x40))
    #expect(bytes.first == 0x55)
    #expect(bytes.last == 0xc3)
  }

  @Test("the kernel's functions have bytes as a module's have, wherever one looks at them")
  func kernelText() throws {
    let text = KernelVersion.v2_4.text
    let code = text[.sysRead]
    let bytes = (0..<code.size).map { text.byte(at: code.address + $0) }
    #expect(bytes == MachineCode.bytes(of: "sys_read", size: code.size))
    #expect(text.byte(at: code.address + code.size) == 0x90)
  }

  @Test(
    "an instruction begins wherever a crash can point at one",
    arguments: ["device_open", "test_read", "sys_read", "cleanup_module"])
  func instructions(name: String) throws {
    let code = Code(name: name, address: Address(0xc880_0060), size: 0x90, module: nil)
    let bytes = MachineCode.bytes(of: name, size: code.size)
    var starts: Set<UInt64> = []
    var rest = bytes[...]
    while let length = length(of: rest) {
      starts.insert(UInt64(rest.startIndex))
      rest = rest.dropFirst(length)
    }
    #expect(rest.isEmpty, "no known instruction at \(rest.startIndex)")
    for index in 0..<40 {
      let offset = code.instruction(index).rawValue - code.address.rawValue
      #expect(starts.contains(offset))
      #expect([0x89, 0x8b, 0xc7, 0xff].contains(bytes[Int(offset)]), "it touches memory")
    }
  }

  /// Bytes of the instruction at the start, of those that a compiler uses most; nil for any other.
  private func length(of bytes: ArraySlice<UInt8>) -> Int? {
    let first = bytes.first ?? 0
    switch first {
    case 0x50...0x5f, 0x90, 0xc3, 0xc9: return 1
    case 0x70...0x7f, 0x6a: return 2
    case 0x83: return 3
    case 0xe8, 0xb8...0xbf: return 5
    case 0x31, 0x39, 0x85, 0x89, 0x8b, 0x8d, 0xff: return 2 + displacement(bytes.dropFirst().first)
    case 0xc7: return 6 + displacement(bytes.dropFirst().first)
    default: return nil
    }
  }

  /// Bytes between the byte that names the registers and the end of the address.
  private func displacement(_ byte: UInt8?) -> Int { (byte ?? 0) >> 6 == 1 ? 1 : 0 }

  @Test("no two functions of the kernel overlap, and every one lies in its text")
  func symbols() {
    let text = KernelVersion.v2_4.text
    let symbols = KernelFunction.allCases.map { text[$0] }.sorted { $0.address < $1.address }
    for (one, next) in zip(symbols, symbols.dropFirst()) {
      #expect(one.address + one.size <= next.address)
    }
    #expect(symbols.allSatisfy { text.contains($0.address + ($0.size - 1)) })
  }
}
