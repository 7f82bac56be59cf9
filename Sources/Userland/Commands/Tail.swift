internal import SimKernel

extension Program {
  /// Shows the last lines of a file, or of the standard input: 10, or `-N`, `-n N`.
  ///
  /// With `-f` it shows all that it finds, keeps the file open and looks again every second.
  static let tail = Program(name: "tail") { invocation in
    let arguments = LineCount.spelledOut(invocation.arguments)
    let options = Options(arguments, flags: "f", keys: "n")
    let system = invocation.system
    if let option = options.invalid { return await invocation.refuse(option, "tail") }
    guard let count = LineCount(options.value("n") ?? "10") else {
      await system.print("tail: invalid number '\(options.value("n") ?? "")'", to: 2)
      return 1
    }
    let path = options.operands.first ?? "-"
    if options.has("f"), path == "-" {
      await system.print("tail: cannot follow the standard input", to: 2)
      return 1
    }
    do throws(Errno) {
      let descriptor = path == "-" ? 0 : try await system.open(path)
      if options.has("f") { return try await follow(descriptor, system) }
      try await system.write(1, count.last(of: try await system.rest(of: descriptor)))
      if descriptor != 0 { try await system.close(descriptor) }
      return 0
    } catch {
      await system.print("tail: \(path): \(error)", to: 2)
      return 1
    }
  }

  private static func follow(_ descriptor: Int, _ system: SystemCalls) async throws(Errno) -> Int {
    while true {
      while case let bytes = try await system.read(descriptor, count: 4096), !bytes.isEmpty {
        try await system.write(1, bytes)
      }
      try await system.sleep(ticks: system.kernel.version.hertz)
    }
  }
}

extension LineCount {
  /// The lines of a text that are meant.
  fileprivate func last(of bytes: [UInt8]) -> [UInt8] {
    let newline = UInt8(ascii: "\n")
    var starts = [0]
    for (index, byte) in bytes.enumerated() where byte == newline && index + 1 < bytes.count {
      starts.append(index + 1)
    }
    if isFromStart {
      return Array(bytes[(lines <= starts.count ? starts[max(0, lines - 1)] : bytes.count)...])
    }
    if lines == 0 { return [] }
    return Array(bytes[starts[max(0, starts.count - lines)]...])
  }
}
