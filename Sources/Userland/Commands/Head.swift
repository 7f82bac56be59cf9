internal import SimKernel

extension Program {
  /// Shows the first lines of files, or of the standard input: 10, or `-N`, `-n N`.
  static let head = Program(name: "head") { invocation in
    let arguments = LineCount.spelledOut(invocation.arguments)
    let options = Options(arguments, flags: "", keys: "n")
    if let option = options.invalid { return await invocation.refuse(option, "head") }
    guard let count = LineCount(options.value("n") ?? "10") else {
      await invocation.system.print(
        "head: invalid number '\(options.value("n") ?? "")'", to: 2)
      return 1
    }
    var status = 0
    for path in options.operands.isEmpty ? ["-"] : options.operands {
      status = max(status, await head(path, count.lines, invocation))
    }
    return status
  }

  private static func head(_ path: String, _ lines: Int, _ invocation: Invocation) async -> Int {
    let system = invocation.system
    do throws(Errno) {
      let descriptor = path == "-" ? 0 : try await system.open(path)
      var left = lines
      while left > 0, case let bytes = try await system.read(descriptor, count: 4096),
        !bytes.isEmpty
      {
        var end = 0
        while end < bytes.count, left > 0 {
          if bytes[end] == UInt8(ascii: "\n") { left -= 1 }
          end += 1
        }
        try await system.write(1, Array(bytes[..<end]))
      }
      if descriptor != 0 { try await system.close(descriptor) }
      return 0
    } catch {
      await system.print("head: \(path): \(error)", to: 2)
      return 1
    }
  }
}

/// How many lines `head` and `tail` show.
struct LineCount {
  let lines: Int
  /// Whether it is counted from the start of the file: `+N`.
  let isFromStart: Bool

  init?(_ text: String) {
    let digits = text.drop { $0 == "+" || $0 == "-" }
    guard let lines = Int(digits), lines >= 0 else { return nil }
    self.lines = lines
    isFromStart = text.hasPrefix("+")
  }

  /// Arguments with `-5` as `-n 5`.
  static func spelledOut(_ arguments: [String]) -> [String] {
    arguments.flatMap { argument in
      let isCount = argument.hasPrefix("-") && Int(argument.dropFirst()) != nil
      return isCount ? ["-n", String(argument.dropFirst())] : [argument]
    }
  }
}
