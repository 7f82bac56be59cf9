internal import SimKernel

extension Program {
  /// Copies files, or the standard input, to the standard output.
  static let cat = Program(name: "cat") { invocation in
    let system = invocation.system
    if invocation.arguments.isEmpty { return await copy(descriptor: 0, "-", system, named: "cat") }
    var status = 0
    for path in invocation.arguments {
      let result =
        path == "-"
        ? await copy(descriptor: 0, "-", system, named: "cat")
        : await copy(path, system, named: "cat")
      status = max(status, result)
    }
    return status
  }

  /// Copies a file to the standard output.
  static func copy(_ path: String, _ system: SystemCalls, named program: String) async -> Int {
    do throws(Errno) {
      let descriptor = try await system.open(system.absolute(path))
      let status = await copy(descriptor: descriptor, path, system, named: program)
      try await system.close(descriptor)
      return status
    } catch {
      await system.print("\(program): \(path): \(error)", to: 2)
      return 1
    }
  }

  private static func copy(
    descriptor: Int, _ path: String, _ system: SystemCalls, named program: String
  ) async -> Int {
    do throws(Errno) {
      while true {
        let bytes = try await system.read(descriptor, count: 4096)
        if bytes.isEmpty { return 0 }
        try await system.write(1, bytes)
      }
    } catch {
      await system.print("\(program): \(path): \(error)", to: 2)
      return 1
    }
  }
}
