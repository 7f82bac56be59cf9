internal import SimKernel

extension Program {
  /// Counts: `-l` lines, `-w` words, `-c` bytes, `-m` characters; the first three where nothing is
  /// asked for.
  static let wc = Program(name: "wc") { invocation in
    let options = Options(invocation.arguments, flags: "lwcm")
    if let option = options.invalid { return await invocation.refuse(option, "wc") }
    let input = await TextInput(options.operands, invocation, "wc")
    let isAlone = options.operands.count <= 1
    let form = WordCount(
      letters: "lwmc".filter { options.has($0) }, isAlone: isAlone,
      isBusybox: invocation.machine.tools.isBusybox)
    var text = ""
    var total = [0, 0, 0, 0]
    for file in input.files {
      let counts = WordCount.counts(file.bytes)
      text += form.line(counts, options.operands.isEmpty ? nil : file.path)
      total = zip(total, counts).map(+)
    }
    if !isAlone { text += form.line(total, "total") }
    return await invocation.system.printAll(text, "wc") ? input.status : 1
  }
}

/// Which counts are shown, and how.
private struct WordCount {
  let letters: String
  /// How wide a column is at the least.
  private let width: Int

  init(letters: String, isAlone: Bool, isBusybox: Bool) {
    self.letters = letters.isEmpty ? "lwc" : letters
    // A busybox puts no blanks before a number that stands alone.
    width = !isBusybox ? 7 : isAlone && letters.count == 1 ? 0 : 9
  }

  /// Lines, words, characters and bytes.
  static func counts(_ bytes: [UInt8]) -> [Int] {
    let words = bytes.split { $0 == 32 || (9...13).contains($0) }.count
    let characters = bytes.count { $0 & 0xc0 != 0x80 }
    return [bytes.count { $0 == UInt8(ascii: "\n") }, words, characters, bytes.count]
  }

  func line(_ counts: [Int], _ name: String?) -> String {
    let numbers = zip("lwmc", counts).filter { letters.contains($0.0) }.map { String($0.1) }
    let columns = numbers.map { $0.leftPadded(width) }
    return columns.joined(separator: " ") + (name.map { " \($0)" } ?? "") + "\n"
  }
}
