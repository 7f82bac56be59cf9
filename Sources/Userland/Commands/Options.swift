/// The options that a program was started with, taken apart as `getopt` does.
struct Options {
  /// The letters that were given, in order, each with its value where it takes one.
  private(set) var given: [(letter: Character, value: String?)] = []
  /// What is no option.
  private(set) var operands: [String] = []
  /// The first letter that the program does not know, or that lacks its value.
  private(set) var invalid: Character?

  /// Takes arguments apart: the letters of `flags` take no value, those of `keys` take one; the first
  /// operand ends the options where `isLeading` says so.
  init(_ arguments: [String], flags: String, keys: String = "", isLeading: Bool = false) {
    var rest = arguments[...]
    while let argument = rest.popFirst() {
      if argument == "--" || isLeading && !operands.isEmpty {
        if argument != "--" { operands.append(argument) }
        operands += rest
        return
      }
      guard argument.hasPrefix("-"), argument.count > 1 else {
        operands.append(argument)
        continue
      }
      var letters = argument.dropFirst()
      while let letter = letters.popFirst() {
        if flags.contains(letter) {
          given.append((letter, nil))
        } else if keys.contains(letter),
          let value = letters.isEmpty ? rest.popFirst() : String(letters)
        {
          given.append((letter, value))
          letters = ""
        } else {
          invalid = invalid ?? letter
        }
      }
    }
  }

  func has(_ letter: Character) -> Bool { given.contains { $0.letter == letter } }

  /// The value of a letter; the last one, where it was given twice.
  func value(_ letter: Character) -> String? { given.last { $0.letter == letter }?.value }
}

extension Invocation {
  /// Complains of an option that there is not.
  ///
  /// Texts: the C library's `getopt` of the time, and that of busybox.
  func refuse(_ option: Character, _ program: String) async -> Int {
    if machine.tools.isBusybox {
      await system.print("\(program): invalid option -- '\(option)'", to: 2)
      return 1
    }
    await system.print("\(program): invalid option -- \(option)", to: 2)
    await system.print("Try `\(program) --help' for more information.", to: 2)
    return program == "ls" || program == "grep" ? 2 : 1
  }
}
