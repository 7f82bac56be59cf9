import Foundation
import TestSupport

#if canImport(System)
  import System
#else
  import SystemPackage
#endif

/// Two files for what a process prints.
struct TemporaryFiles: Sendable {
  let outputDescriptor: FileDescriptor
  let errorDescriptor: FileDescriptor
  private let folder: TemporaryFolder

  init() throws {
    folder = try TemporaryFolder()
    outputDescriptor = try Self.open("output", in: folder)
    errorDescriptor = try Self.open("errors", in: folder)
  }

  var output: String { text(of: "output") }
  var errors: String { text(of: "errors") }

  private func text(of name: String) -> String {
    let data = try? Data(contentsOf: folder.url.appendingPathComponent(name))
    return String(decoding: data ?? Data(), as: UTF8.self)
  }

  private static func open(_ name: String, in folder: TemporaryFolder) throws -> FileDescriptor {
    try FileDescriptor.open(
      FilePath("\(folder.path)/\(name)"), .writeOnly, options: [.create, .append],
      permissions: .ownerReadWrite)
  }
}
