internal import SimKernel

extension Program {
  /// Shows parts of lines: `-f` fields, between tabs or what `-d` says, `-c` and `-b` characters; with
  /// `-s` no line without a field.
  static let cut = Program(name: "cut") { invocation in
    let options = Options(invocation.arguments, flags: "sn", keys: "dfcb")
    let system = invocation.system
    let isBusybox = invocation.machine.tools.isBusybox
    if let option = options.invalid { return await invocation.refuse(option, "cut") }
    let lists = "fcb".compactMap { options.value($0) }
    guard lists.count == 1, let text = lists.first else {
      let words = lists.isEmpty ? ("expected a", "you must specify a") : ("only one", "only one")
      let list =
        lists.isEmpty ? "list of bytes, characters, or fields" : "type of list may be specified"
      await system.print("cut: \(isBusybox ? words.0 : words.1) \(list)", to: 2)
      return 1
    }
    guard let parts = CutList(text) else {
      await system.print(
        isBusybox ? "cut: invalid range '\(text)'" : "cut: invalid byte or field list", to: 2)
      return 1
    }
    let sign = options.value("d") ?? "\t"
    guard sign.count == 1, let separator = sign.first else {
      await system.print("cut: the delimiter must be a single character", to: 2)
      return 1
    }
    let input = await TextInput(options.operands, invocation, "cut")
    let lines = input.lines.compactMap { line in
      options.has("f")
        ? parts.fields(of: line, separator, isStrict: options.has("s"))
        : String(parts.chosen(Array(line)))
    }
    let shown = lines.map { $0 + "\n" }.joined()
    return await system.printAll(shown, "cut") ? input.status : 1
  }
}

/// A list of places, counted from 1: `1,3-5,7-`.
private struct CutList {
  private var ranges: [ClosedRange<Int>] = []

  init?(_ text: String) {
    for part in text.split(separator: ",", omittingEmptySubsequences: false) {
      let ends = part.split(separator: "-", omittingEmptySubsequences: false)
      guard (1...2).contains(ends.count), part != "-",
        let low = ends[0].isEmpty ? 1 : Int(ends[0]), low > 0,
        let last = ends.last, let high = last.isEmpty ? .max : Int(last), low <= high
      else { return nil }
      ranges.append(low...high)
    }
  }

  /// The members that are meant, each once and in their own order.
  func chosen<Element>(_ all: [Element]) -> [Element] {
    all.enumerated().filter { index, _ in ranges.contains { $0.contains(index + 1) } }.map(\.1)
  }

  /// The fields of a line that are meant; of a line without a separator all of it, or nil.
  func fields(of line: String, _ separator: Character, isStrict: Bool) -> String? {
    let fields = line.split(separator: separator, omittingEmptySubsequences: false)
    guard fields.count > 1 else { return isStrict ? nil : line }
    return chosen(fields).joined(separator: String(separator))
  }
}
