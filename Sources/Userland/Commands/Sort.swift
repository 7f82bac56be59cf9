internal import SimKernel

extension Program {
  /// Sorts lines: `-n` as numbers, `-r` backwards, `-u` each once, `-f` in either case, `-b` without
  /// leading blanks, `-k` by a part, whose fields `-t` divides.
  static let sort = Program(name: "sort") { invocation in
    let options = Options(invocation.arguments, flags: "nrufbs", keys: "kt")
    if let option = options.invalid { return await invocation.refuse(option, "sort") }
    let whole = SortKey(letters: "nrfb".filter { options.has($0) })
    var keys: [SortKey] = []
    for text in options.given.filter({ $0.letter == "k" }).compactMap(\.value) {
      guard let key = SortKey(text, whole) else {
        let isBusybox = invocation.machine.tools.isBusybox
        await invocation.system.print(
          isBusybox ? "sort: unknown key option" : "sort: invalid field specification `\(text)'",
          to: 2)
        return isBusybox ? 1 : 2
      }
      keys.append(key)
    }
    let order = LineOrder(
      keys: keys.isEmpty ? [whole] : keys, separator: options.value("t")?.first,
      isBackwards: options.has("r"), isLoose: options.has("u") || options.has("s"))
    let input = await TextInput(options.operands, invocation, "sort")
    let lines = order.sorted(input.lines, isUnique: options.has("u"))
    let text = lines.map { $0 + "\n" }.joined()
    return await invocation.system.printAll(text, "sort") ? input.status * 2 : 2
  }
}

/// A part of a line, and how it is compared.
private struct SortKey {
  /// The fields that it begins and ends in, counted from 1; nil for the line's end.
  var first = 1
  var last: Int?
  var letters: String

  init(letters: String) { self.letters = letters }

  /// `2`, `2,2`, `2n`, `2,3nr`; letters of its own take the place of those for all.
  init?(_ text: String, _ whole: SortKey) {
    let ends = text.split(separator: ",", omittingEmptySubsequences: false)
    var numbers: [Int] = []
    var own = ""
    for end in ends {
      let digits = end.prefix { $0.isASCII && $0.isNumber }
      guard let number = Int(digits), number > 0 else { return nil }
      numbers.append(number)
      own += end.dropFirst(digits.count)
    }
    guard (1...2).contains(numbers.count), own.allSatisfy({ "nrfb".contains($0) }) else {
      return nil
    }
    first = numbers[0]
    last = numbers.count == 2 ? numbers[1] : nil
    letters = own.isEmpty ? whole.letters : own
  }

  var isNumeric: Bool { letters.contains("n") }
  var isBackwards: Bool { letters.contains("r") }

  /// The part of a line.
  func text(of line: String, _ separator: Character?) -> String {
    guard first > 1 || last != nil else { return line }
    let fields = Self.fields(line, separator)
    guard first <= fields.count else { return "" }
    let end = min(last ?? fields.count, fields.count)
    guard first <= end else { return "" }
    return fields[(first - 1)..<end].joined(separator: separator.map(String.init) ?? "")
  }

  /// Without a separator, the blanks before a field belong to it.
  private static func fields(_ line: String, _ separator: Character?) -> [String] {
    if let separator {
      return line.split(separator: separator, omittingEmptySubsequences: false).map(String.init)
    }
    var fields: [String] = []
    var rest = line[...]
    while !rest.isEmpty {
      let blanks = rest.prefix { $0 == " " || $0 == "\t" }
      let word = rest.dropFirst(blanks.count).prefix { $0 != " " && $0 != "\t" }
      fields.append(String(blanks + word))
      rest = rest.dropFirst(blanks.count + word.count)
    }
    return fields
  }
}

/// In which order lines come.
private struct LineOrder {
  let keys: [SortKey]
  let separator: Character?
  let isBackwards: Bool
  /// Whether lines whose keys are alike stay as they came.
  let isLoose: Bool

  /// The lines in order; of those that are alike only the first where each is to come once.
  func sorted(_ lines: [String], isUnique: Bool) -> [String] {
    // The library's sort keeps the order of what is alike.
    let sorted = lines.sorted { compare($0, $1) < 0 }
    guard isUnique else { return sorted }
    return sorted.reduce(into: []) { result, line in
      if let last = result.last, compare(last, line) == 0 { return }
      result.append(line)
    }
  }

  private func compare(_ left: String, _ right: String) -> Int {
    for key in keys {
      let order = compare(key.text(of: left, separator), key.text(of: right, separator), key)
      if order != 0 { return key.isBackwards ? -order : order }
    }
    if isLoose { return 0 }
    let order = Self.compareBytes(left, right)
    return isBackwards ? -order : order
  }

  private func compare(_ left: String, _ right: String, _ key: SortKey) -> Int {
    if key.isNumeric {
      let (first, second) = (Self.number(left), Self.number(right))
      return first < second ? -1 : first > second ? 1 : 0
    }
    let prepare = { (text: String) -> String in
      let text = key.letters.contains("b") ? String(text.drop { $0 == " " || $0 == "\t" }) : text
      return key.letters.contains("f") ? text.uppercased() : text
    }
    return Self.compareBytes(prepare(left), prepare(right))
  }

  private static func compareBytes(_ left: String, _ right: String) -> Int {
    if left.utf8.lexicographicallyPrecedes(right.utf8) { return -1 }
    return left.utf8.elementsEqual(right.utf8) ? 0 : 1
  }

  /// The number that a text begins with; 0 where it begins with none.
  private static func number(_ text: String) -> Double {
    let text = text.drop { $0 == " " || $0 == "\t" }
    let sign = text.hasPrefix("-") ? "-" : ""
    let digits = text.dropFirst(sign.count).prefix { $0.isASCII && $0.isNumber || $0 == "." }
    return Double(sign + digits) ?? 0
  }
}
