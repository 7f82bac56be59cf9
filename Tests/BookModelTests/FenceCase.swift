import TestSupport
import Testing

/// An info string with mistakes, each marked, and what its author is told.
struct FenceCase: CustomTestStringConvertible, Sendable {
  var info: String
  var errors: [String]
  /// A part of the help of the first error.
  var help: String?

  init(_ info: String, _ errors: [String], help: String? = nil) {
    self.info = info
    self.errors = errors
    self.help = help
  }

  var testDescription: String { info }

  /// The columns of the marks in a line that has the info string after three backticks.
  var columns: [Int] { MarkedText("```" + info).places.map(\.column) }
}

extension FenceCase {
  static let all = language + words + names + conflicts

  static let language = [
    FenceCase("▸rust", ["unknown language 'rust'"], help: "are swift, console, text, c"),
    FenceCase(
      "▸swfit example=a file=A.swift", ["unknown language 'swfit'"], help: "did you mean 'swift'?"),
    FenceCase(
      "▸swift,ignore", ["unknown language 'swift,ignore'"], help: "separated by blanks"),
    FenceCase("▸example=a", ["the language is missing before 'example='"]),
    FenceCase(
      "▸consol example=a ▸crush", ["unknown language 'consol'", "unknown word 'crush'"],
      help: "did you mean 'console'?"),
  ]

  static let words = [
    FenceCase(
      "swift ▸exmaple=a file=A.swift", ["unknown word 'exmaple'"], help: "did you mean 'example'?"),
    FenceCase(
      "console ▸exemple=a ▸sesion=b ▸crsh",
      ["unknown word 'exemple'", "unknown word 'sesion'", "unknown word 'crsh'"],
      help: "allowed after 'console': example=, session=, ignore=, crash, compile_fail, no_run, "
        + "kernel[=], cpus[=], preemptible[=]"),
    FenceCase("swift example=a file=A.swift ▸cpus=2", ["'cpus' has no meaning in a swift block"]),
    FenceCase("console example=a ▸cpu=2", ["unknown word 'cpu'"], help: "did you mean 'cpus'?"),
    FenceCase(
      "console example=a ▸kernel=", ["'kernel' needs a value"], help: "write kernel=VALUE"),
    FenceCase("console example=a cpus=1 ▸cpus=2", ["'cpus' is given twice"]),
    FenceCase(
      "console  example=a\t▸file=A.swift", ["'file' has no meaning in a console block"],
      help: "allowed after 'console'"),
    FenceCase(
      "swift example=a file=A.swift ▸crash", ["'crash' has no meaning in a swift block"]),
    FenceCase("text ▸example=a", ["'example' has no meaning in a text block"], help: "nothing"),
    FenceCase("c ▸wide", ["unknown word 'wide'"], help: "nothing follows 'c'"),
    FenceCase("console example=a ▸example=b", ["'example' is given twice"]),
    FenceCase("console example=a ▸crash=yes", ["'crash' takes no value"]),
    FenceCase("console ▸example", ["'example' needs a value"], help: "write example=NAME"),
    FenceCase("console example=a ▸session=", ["'session' needs a value"]),
    FenceCase("console ▸ignore=\"\"", ["'ignore' needs a value"], help: "ignore=\"reason\""),
    FenceCase("console ignore=▸\"  \"", ["'ignore' needs a reason"]),
    FenceCase("swift ignore=▸\"not yet", ["the value of 'ignore=' has no closing quote"]),
    FenceCase("swift ignore=▸\"a\"b", ["a blank is missing after the closing quote"]),
    FenceCase("swift ▸=a ignore=b", ["unknown word ''"]),
    FenceCase("swift ▸größe=1 ▸x ignore=\"é\"", ["unknown word 'größe'", "unknown word 'x'"]),
  ]

  static let names = [
    FenceCase("▸swift", ["the block belongs to no example"], help: "or say why"),
    FenceCase("▸console", ["the block belongs to no example"], help: "ignore="),
    FenceCase("▸swift example=a", ["the listing names no file"], help: "add file=FILE.swift"),
    FenceCase("▸swift file=A.swift", ["the block belongs to no example"]),
    FenceCase("console example=▸Aa", ["'Aa' cannot be a name"], help: "lower-case"),
    FenceCase("console example=▸a_b", ["'a_b' cannot be a name"], help: "hyphens"),
    FenceCase("console example=a session=▸1", ["'1' cannot be a name"]),
    FenceCase("console example=▸\"a b\"", ["'a b' cannot be a name"]),
    FenceCase("swift example=a file=▸../A.swift", ["'../A.swift' cannot be a file of an example"]),
    FenceCase(
      "swift example=a file=▸/etc/passwd", ["'/etc/passwd' cannot be a file of an example"]),
    FenceCase(
      "swift example=a file=▸A.c", ["'A.c' cannot be a file of an example"], help: ".swift"),
    FenceCase("swift example=a file=▸a/B.swift", ["'a/B.swift' cannot be a file of an example"]),
    FenceCase("swift example=a file=▸a..swift", ["'a..swift' cannot be a file of an example"]),
    FenceCase("swift example=a file=▸.swift", ["'.swift' cannot be a file of an example"]),
    FenceCase(
      "swift example=a file=▸main.swift", ["'main.swift' cannot be a file of an example"],
      help: "generated"),
    FenceCase(
      "swift example=a file=▸Main.swift", ["'Main.swift' cannot be a file of an example"]),
    FenceCase(
      "swift example=a file=▸Package.swift", ["'Package.swift' cannot be a file of an example"]),
  ]

  static let conflicts = [
    FenceCase(
      "console example=a ▸cpus=2 compile_fail",
      ["'cpus' and 'compile_fail' exclude each other"], help: "no program"),
    FenceCase("console ▸cpus=2 ignore=\"x\"", ["'cpus' and 'ignore' exclude each other"]),
    FenceCase("console example=a crash ▸no_run", ["'no_run' and 'crash' exclude each other"]),
    FenceCase(
      "console example=a no_run ▸crash ▸compile_fail",
      ["'crash' and 'no_run' exclude each other", "'compile_fail' and 'no_run' exclude each other"]),
    FenceCase(
      "swift ▸example=a ignore=\"x\" ▸no_run",
      ["'example' and 'ignore' exclude each other", "'no_run' and 'ignore' exclude each other"]),
  ]
}
