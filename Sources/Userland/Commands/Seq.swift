internal import SimKernel

extension Program {
  /// Prints the numbers from one to another: `seq LAST`, `seq FIRST LAST`, `seq FIRST STEP LAST`.
  static let seq = Program(name: "seq") { invocation in
    let numbers = invocation.arguments.compactMap(Int.init)
    guard (1...3).contains(invocation.arguments.count), numbers.count == invocation.arguments.count
    else {
      let wrong = invocation.arguments.first { Int($0) == nil }
      await invocation.system.print(
        wrong.map { "seq: invalid number '\($0)'" } ?? "Usage: seq [FIRST [INC]] LAST", to: 2)
      return 1
    }
    let first = numbers.count > 1 ? numbers[0] : 1
    let step = numbers.count > 2 ? numbers[1] : 1
    guard let last = numbers.last, step != 0 else { return 1 }
    // More than anybody reads would only fill the host's memory.
    let all = stride(from: first, through: last, by: step).prefix(100_000)
    let text = all.map { "\($0)\n" }.joined()
    return await invocation.system.printAll(text, "seq") ? 0 : 1
  }
}
