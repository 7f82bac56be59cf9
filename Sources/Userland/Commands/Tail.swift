internal import SimKernel

extension Program {
  /// Shows what is in a file; with `-f` it keeps the file open and looks again every second.
  static let tail = Program(name: "tail") { invocation in
    let system = invocation.system
    let follows = invocation.arguments.first == "-f"
    guard let path = invocation.arguments.last, path != "-f" else {
      await system.print("tail: cannot follow the standard input", to: 2)
      return 1
    }
    let descriptor: Int
    do throws(Errno) { descriptor = try await system.open(system.absolute(path)) } catch {
      await system.print("tail: \(path): \(error)", to: 2)
      return 1
    }
    do throws(Errno) {
      repeat {
        while case let bytes = try await system.read(descriptor, count: 4096), !bytes.isEmpty {
          try await system.write(1, bytes)
        }
        if follows { try await system.sleep(ticks: invocation.machine.kernel.version.hertz) }
      } while follows
      try await system.close(descriptor)
      return 0
    } catch {
      await system.print("tail: \(path): \(error)", to: 2)
      return 1
    }
  }
}
