@testable import SimKernel

extension Bench {
  /// How often the module that is loaded under a name is counted.
  func references(_ name: String = "test") -> Int {
    module(name).map(kernel.useCount(of:)) ?? -99
  }

  /// What a machine has faulted at, as text: "read in vfs_read".
  var faultTexts: [String] { faults.map { "\($0.isWrite ? "write" : "read") in \($0.function)" } }

  /// The addresses that a machine has faulted at.
  var faultAddresses: [UInt64] {
    kernel.trace.records.compactMap { record in
      if case .fault(let address, _, _) = record.event { address } else { nil }
    }
  }

  /// Takes a module's pages away as it stands, without asking: what a forced removal leaves.
  func rip(_ name: String = "test") {
    guard let record = module(name) else { return }
    kernel.modules.remove(record)
    kernel.unmap(record)
  }

  /// Makes a device file.
  func mknod(_ major: Int, _ minor: Int = 0, at path: String = "/dev/test") throws {
    try run { system async throws(Errno) in
      try await system.mknod(path, major: major, minor: minor)
    }
  }

  /// What opening a file ends with; nil where it succeeds, and the file is closed again.
  func openErrno(_ path: String = "/dev/test", _ mode: OpenMode = .readOnly) throws -> Errno? {
    try errno { system async throws(Errno) in
      try await system.close(try await system.open(path, mode))
    }
  }

  /// Writes to a file that is there.
  func put(_ text: String, to path: String) throws -> Errno? {
    try errno { system async throws(Errno) in
      let descriptor = try await system.open(path, .writeOnly)
      try await system.write(descriptor, Array(text.utf8))
      try await system.close(descriptor)
    }
  }
}

extension Kernel {
  /// The names in a folder; nil where there is no such folder.
  func names(in path: String) throws -> [String]? {
    guard case .folder(let folder)? = try fileNode(at: path)?.content else { return nil }
    return folder.names()
  }
}
