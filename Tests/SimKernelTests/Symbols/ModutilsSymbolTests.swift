import Testing

@testable import SimKernel

@Suite struct ModutilsSymbolTests {
  @Test("insmod names each unresolved symbol (SEMANTICS 5.2)") func unresolved() {
    let symbols = ModutilsSymbols(comparesVersions: false, isGPL: true)
    let texts = symbols.unresolved(
      [.named("gone"), .named("_printk"), .named("also_gone"), .named("perhaps").weak],
      in: .recorded(), isSMP: false)
    #expect(texts == ["unresolved symbol gone", "unresolved symbol also_gone"])
  }

  @Test("with versions in the names, another version is another name (2.4, CONFIG_MODVERSIONS)")
  func versions() {
    let wrong = ModuleImport.symbol(Header.expaFunc).versioned(0x1b7d_4074)
    let compared = ModutilsSymbols(comparesVersions: true, isGPL: true)
    #expect(
      compared.unresolved([wrong], in: .recorded(), isSMP: false) == [
        "unresolved symbol expa_func_R1b7d4074"
      ])
    #expect(
      compared.unresolved([wrong], in: .recorded(), isSMP: true) == [
        "unresolved symbol expa_func_Rsmp_1b7d4074"
      ])
    let plain = ModutilsSymbols(comparesVersions: false, isGPL: true)
    #expect(plain.unresolved([wrong], in: .recorded(), isSMP: false) == [])
  }

  @Test("a module without a free licence does not see GPL-only symbols, and gets a hint (2.4)")
  func gplOnly() throws {
    let symbols = ModutilsSymbols(comparesVersions: false, isGPL: false)
    let texts = symbols.unresolved(
      [.named("schedule_hrtimeout")], in: .recorded(expa: .going), isSMP: false)
    #expect(texts.first == "unresolved symbol schedule_hrtimeout")
    let hint = try #require(texts.last)
    #expect(hint.hasPrefix("\nHint: You are trying to load a module without a GPL compatible"))
    #expect(hint.contains("GPLONLY symbols"))
  }

  @Test("another kernel version is refused unless forced or both have versions (SEMANTICS 5.2)")
  func kernelVersion() {
    func check(bothVersioned: Bool = false, isForced: Bool = false) -> String? {
      KernelVersionCheck.mismatch(
        file: "hello.o", module: "2.4.18", kernel: "2.4.20", bothVersioned: bothVersioned,
        isForced: isForced)
    }
    let text = """
      kernel-module version mismatch
      \thello.o was compiled for kernel version 2.4.18
      \twhile this kernel is version 2.4.20
      """
    #expect(check() == text + ".")
    #expect(check(isForced: true) == "Warning: " + text)
    #expect(check(bothVersioned: true) == nil)
  }
}
