internal import SimKernel

extension Program {
  /// Copies files, or the standard input, to the standard output.
  static let cat = Program(name: "cat") { invocation in
    let copy = FileCopy(invocation)
    if invocation.arguments.isEmpty { return await copy.copy(descriptor: 0, "-") }
    var status = 0
    for path in invocation.arguments {
      let result = path == "-" ? await copy.copy(descriptor: 0, "-") : await copy.copy(path)
      status = max(status, result)
    }
    return status
  }
}

/// Copying to the standard output, with the words of `cat` for what goes wrong.
struct FileCopy {
  private let system: SystemCalls
  private let isBusybox: Bool

  init(_ invocation: Invocation) {
    system = invocation.system
    isBusybox = invocation.machine.tools.isBusybox
  }

  /// Copies a file; returns an exit status.
  func copy(_ path: String) async -> Int {
    let descriptor: Int
    do throws(Errno) { descriptor = try await system.open(path) } catch {
      let text = isBusybox ? "can't open '\(path)'" : path
      await system.print("cat: \(text): \(error)", to: 2)
      return 1
    }
    let status = await copy(descriptor: descriptor, path)
    do throws(Errno) { try await system.close(descriptor) } catch { return 1 }
    return status
  }

  /// Copies what is left to read from a descriptor; returns an exit status.
  func copy(descriptor: Int, _ path: String) async -> Int {
    while true {
      let bytes: [UInt8]
      do throws(Errno) { bytes = try await system.read(descriptor, count: 4096) } catch {
        await system.print("cat: \(isBusybox ? "read error" : path): \(error)", to: 2)
        return 1
      }
      if bytes.isEmpty { return 0 }
      do throws(Errno) { try await system.write(1, bytes) } catch {
        await system.print("cat: write error: \(error)", to: 2)
        return 1
      }
    }
  }
}
