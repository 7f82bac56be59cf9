internal import SimKernel

extension Program {
  /// Makes a device file: `mknod PATH c MAJOR MINOR`.
  static let mknod = Program(name: "mknod") { invocation in
    let system = invocation.system
    let arguments = invocation.arguments
    guard arguments.count == 4, arguments[1] == "c" else {
      await system.print("mknod: wrong number of arguments", to: 2)
      return 1
    }
    guard let major = UInt8(arguments[2]), let minor = UInt8(arguments[3]) else {
      await system.print("mknod: invalid major or minor device number", to: 2)
      return 1
    }
    do throws(Errno) {
      try await system.mknod(arguments[0], major: Int(major), minor: Int(minor))
      return 0
    } catch {
      await system.print("mknod: \(arguments[0]): \(error)", to: 2)
      return 1
    }
  }
}
