internal import SimKernel

/// The lines of files, or of the standard input, for a program that reads all of them.
struct TextInput {
  /// Each file that could be read, with its bytes; `-` for the standard input.
  private(set) var files: [(path: String, bytes: [UInt8])] = []
  /// 1 where a file could not be read.
  private(set) var status = 0

  /// Reads them; says on behalf of a program which of them cannot be.
  init(_ paths: [String], _ invocation: Invocation, _ program: String) async {
    let system = invocation.system
    for path in paths.isEmpty ? ["-"] : paths {
      do throws(Errno) {
        let bytes =
          path == "-" ? try await system.rest(of: 0) : try await system.contents(of: path)
        files.append((path, bytes))
      } catch {
        await system.print("\(program): \(path): \(error)", to: 2)
        status = 1
      }
    }
  }

  /// The lines of all files, without their ends.
  var lines: [String] { files.flatMap { Self.lines($0.bytes) } }

  /// The lines of a text; what has no end is one as well.
  static func lines(_ bytes: [UInt8]) -> [String] {
    var lines = bytes.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
    if lines.last?.isEmpty ?? false { lines.removeLast() }
    return lines.map { String(decoding: $0, as: UTF8.self) }
  }
}

extension SystemCalls {
  /// Writes a text to the standard output; false, after a complaint, where that fails.
  func printAll(_ text: String, _ program: String) async -> Bool {
    do throws(Errno) {
      try await write(1, Array(text.utf8))
      return true
    } catch {
      await print("\(program): write error: \(error)", to: 2)
      return false
    }
  }
}
