import Testing

@testable import SimKernel

@Suite("The list of modules") struct ModuleIndexTests {
  private func record(_ name: String, page: UInt64) -> ModuleRecord {
    ModuleRecord(
      name, .linked(by: .v2_4, size: 8192), header: .v2_4, at: Address(page * Address.pageSize), nil
    )
  }

  @Test("a module is found by name, by header and by every address on its pages; nobody else is")
  func lookUp() {
    var list = ModuleList()
    let records = (0..<1000).map { record("m\($0)", page: UInt64($0) * 3 + 10) }
    for record in records { list.insert(record) }
    for record in records {
      #expect(list.first(named: record.name) { _ in true } === record)
      #expect(list.withHeader(at: record.address) === record)
      #expect(list.containing(record.base + 8191) === record)
      #expect(list.containing(record.base + 8192) == nil)
    }
    #expect(list.map(\.name) == records.reversed().map(\.name))
  }

  @Test("the order is newest first, whoever goes in between")
  func order() {
    var list = ModuleList()
    var expected: [String] = []
    for index in 0..<500 {
      let new = record("m\(index)", page: UInt64(index) * 3)
      list.insert(new)
      expected.insert(new.name, at: 0)
      if index % 3 == 2, let middle = list.first(named: expected[index / 3], where: { _ in true }) {
        list.remove(middle)
        expected.remove(at: index / 3)
      }
      #expect(list.count == expected.count)
    }
    #expect(list.map(\.name) == expected)
  }

  @Test(
    "of two modules with one name the newest that is asked for is found, also after one has gone")
  func namesakes() {
    let records = (0..<3).map { record("same", page: UInt64($0) * 3) }
    for gone in 0..<3 {
      var list = ModuleList()
      for record in records { list.insert(record) }
      list.remove(records[gone])
      let left = (0..<3).filter { $0 != gone }.map { records[$0] }
      #expect(list.first(named: "same") { _ in true } === left[1])
      #expect(list.first(named: "same") { $0 === left[0] } === left[0])
      #expect(list.first(named: "same") { $0 === records[gone] } == nil)
      for record in left { list.remove(record) }
      #expect(list.first(named: "same") { _ in true } == nil)
      #expect(list.isEmpty)
    }
  }

  @Test(
    "pages are given out lowest first, with one left free behind, and joined when they come back")
  func area() throws {
    let bench = try Bench(.v2_4)
    let area = bench.kernel.moduleArea
    let start = Architecture.i386.moduleAreaStart
    let places = (0..<5).compactMap { _ in area.allocate(bytes: 5000) }
    #expect(places == (0..<5).map { start + UInt64($0) * 3 * Address.pageSize })
    for index in [1, 3, 2] { area.free(places[index]) }
    // Nine pages are free in one piece now: eight fit, and the one behind them.
    #expect(area.allocate(bytes: 8 * 4096) == places[1])
    for index in [0, 1, 4] { area.free(places[index]) }
    area.free(places[4])
    #expect(area.allocate(bytes: 32767 * 4096) == start)
    #expect(area.allocate(bytes: 1) == nil)
  }
}
