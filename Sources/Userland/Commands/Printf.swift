internal import SimKernel

extension Program {
  /// Prints its arguments in a form: `%s`, `%d`, `%i`, `%u`, `%x`, `%o`, `%c`, `%%`, with a width.
  ///
  /// The form is used again as long as there are arguments.
  static let printf = Program(name: "printf") { invocation in
    guard let form = invocation.arguments.first else {
      let isBusybox = invocation.machine.tools.isBusybox
      await invocation.system.print(
        isBusybox ? "Usage: printf FORMAT [ARG]..." : "printf: not enough arguments", to: 2)
      return 1
    }
    var printer = FormPrinter(form, Array(invocation.arguments.dropFirst()))
    let status = printer.run()
    if let wrong = printer.wrongNumber {
      await invocation.system.print("printf: invalid number '\(wrong)'", to: 2)
    }
    return await invocation.system.printAll(printer.text, "printf") ? status : 1
  }
}

/// One run of `printf`.
private struct FormPrinter {
  private let form: [Character]
  private var arguments: ArraySlice<String>
  private(set) var text = ""
  private(set) var wrongNumber: String?

  init(_ form: String, _ arguments: [String]) {
    (self.form, self.arguments) = (Array(form), arguments[...])
  }

  /// Prints; returns an exit status.
  mutating func run() -> Int {
    repeat {
      let before = arguments.count
      printOnce()
      if arguments.count == before { break }
    } while !arguments.isEmpty
    return wrongNumber == nil ? 0 : 1
  }

  private mutating func printOnce() {
    var index = 0
    while index < form.count {
      let character = form[index]
      index += 1
      if character == "\\", index < form.count {
        text += Self.escapes[form[index]] ?? "\\\(form[index])"
        index += 1
      } else if character == "%", index < form.count {
        printArgument(&index)
      } else {
        text.append(character)
      }
    }
  }

  private static let escapes: [Character: String] = [
    "n": "\n", "t": "\t", "\\": "\\", "\"": "\"", "0": "\0", "r": "\r",
  ]

  private mutating func printArgument(_ index: inout Int) {
    let flags = form[index...].prefix { "-0+ ".contains($0) }
    index += flags.count
    let digits = form[index...].prefix { $0.isASCII && $0.isNumber }
    index += digits.count
    guard index < form.count else { return }
    let letter = form[index]
    index += 1
    let width = min(Int(String(digits)) ?? 0, 10_000)
    let piece = piece(letter)
    if flags.contains("-") {
      text += piece.padded(width)
    } else if flags.contains("0"), "dixou".contains(letter) {
      text += String(repeating: "0", count: max(0, width - piece.count)) + piece
    } else {
      text += piece.leftPadded(width)
    }
  }

  private mutating func piece(_ letter: Character) -> String {
    switch letter {
    case "%": "%"
    case "s", "b": arguments.popFirst() ?? ""
    case "c": String((arguments.popFirst() ?? "").prefix(1))
    case "d", "i", "u": String(number())
    case "x": String(UInt64(bitPattern: Int64(number())), radix: 16)
    case "o": String(UInt64(bitPattern: Int64(number())), radix: 8)
    default: "%\(letter)"
    }
  }

  private mutating func number() -> Int {
    guard let text = arguments.popFirst(), !text.isEmpty else { return 0 }
    let digits = text.lowercased().hasPrefix("0x") ? Int(text.dropFirst(2), radix: 16) : Int(text)
    if digits == nil { wrongNumber = wrongNumber ?? text }
    return digits ?? 0
  }
}
