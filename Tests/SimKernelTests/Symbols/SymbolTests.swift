import Testing

@testable import SimKernel

/// What the recorded modules expa and slow_user declare.
enum Header {
  static let expaFunc = ExportedSymbol("expa_func", as: ((Int) -> Int).self)
  static let expaGPL = ExportedSymbol("expa_gpl", as: ((Int) -> Int).self)
  static let slowFn = ExportedAsyncSymbol("slow_fn", as: ((Int, String) async -> Bool).self)
  static let nothing = ExportedSymbol("nothing", as: (() -> Void).self)
}

/// The recorded module expa.
final class ExpaModule: Module {
  var added = 1
  func initModule() async throws(Errno) {}
  func cleanupModule() async {}

  static var exports: [ModuleExport] {
    [
      .symbol(Header.expaFunc) { (module: ExpaModule) in { x in x + module.added } },
      .gplOnly(Header.expaGPL) { (_: ExpaModule) in { x in x + 2 } },
      .symbol(Header.slowFn) { (_: ExpaModule) in { count, text in text.utf8.count == count } },
    ]
  }
}

@Suite struct SymbolTests {
  @Test("the checksum is CRC-32: of the digits 1 to 9 it is cbf43926") func checksum() {
    #expect(CRC32.checksum(of: "123456789") == 0xcbf4_3926)
    #expect(CRC32.checksum(of: "") == 0)
  }

  @Test("another declaration of the same name has another version (SEMANTICS 3.3)")
  func versions() {
    let other = ExportedSymbol("expa_func", as: ((Int, Int) -> Int).self)
    let async = ExportedAsyncSymbol("expa_func", as: ((Int) async -> Int).self)
    let same = ExportedSymbol("expa_func", as: ((Int) -> Int).self)
    #expect(Header.expaFunc.signature.version == same.signature.version)
    #expect(Header.expaFunc.signature.version != other.signature.version)
    #expect(Header.expaFunc.signature.version != async.signature.version)
    #expect(Header.expaFunc.signature.text == "expa_func: (Swift.Int) -> Swift.Int")
  }

  @Test("an exported function is called with the types of its declaration") func calling() async {
    let module = ExpaModule()
    module.added = 5
    let exports = ExpaModule.exports
    #expect(exports.map(\.isGPLOnly) == [false, true, false])
    let add: ((Int) -> Int)? = exports[0].function(of: module, as: Header.expaFunc)
    #expect(add?(41) == 46)
    let measure: ((Int, String) async -> Bool)? = exports[2].function(
      of: module, as: Header.slowFn)
    #expect(await measure?(3, "abc") == true)
    #expect(exports[0].function(of: module, as: Header.nothing) == nil)
    #expect(exports[0].function(of: ParameterModule(), as: Header.expaFunc) == nil)
  }
}
