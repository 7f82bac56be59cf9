import BookModel
import BookPipeline
import TestSupport
import Testing

@Suite("The settings of a book")
struct BookSettingsTests {
  @Test("may all be given")
  func all() {
    let reading = BookSettings.reading(
      """
      title: "A: B"
      summary: C
      language: pt-BR
      runtime: { product: P, modules: [Q, R_2], entry: run, crash-signal: SIGSEGV, session-keys: [on, of-2] }
      text-languages: [c, make]
      limits:
        wall-seconds: 1
        cpu-seconds: 2
        memory-mib: 30
        output-kib: 4
        file-kib: 5
        processes: 6
      allow: { ignored: 7, no-run: 8 }
      """)
    assertDiagnostics(reading.diagnostics, [])
    #expect(
      reading.settings
        == BookSettings(
          title: "A: B", summary: "C", language: "pt-BR",
          runtime: BookSettings.Runtime(
            product: "P", modules: ["Q", "R_2"], entry: "run", crashSignal: .segmentation,
            sessionKeys: ["on", "of-2"]),
          textLanguages: ["c", "make"],
          limits: RunLimits(
            wallSeconds: 1, cpuSeconds: 2, memoryMiB: 30, outputKiB: 4, fileKiB: 5, processes: 6),
          allowedIgnored: 7, allowedNotRun: 8))
  }

  @Test("may all be left out", arguments: ["", "# nothing\n", "---\n", "\n\n"])
  func none(text: String) {
    let reading = BookSettings.reading(text)
    assertDiagnostics(reading.diagnostics, [])
    #expect(reading.settings == BookSettings())
  }

  @Test("keep what is right beside what is wrong")
  func partly() {
    let reading = BookSettings.reading("title: A\nlimits: { wall-seconds: 3, cpu-seconds: x }\n")
    #expect(reading.settings.title == "A")
    #expect(reading.settings.limits == RunLimits(wallSeconds: 3))
  }

  @Test("are told the key that was meant")
  func help() {
    let help = BookSettings.reading("text-langauges: [c]").diagnostics.first?.help
    #expect(help?.hasPrefix("did you mean 'text-languages'?; book.yml may have title,") == true)
  }
}
