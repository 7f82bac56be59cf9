internal import SimKernel

extension Program {
  /// Removes modules.
  ///
  /// Texts: modutils 2.4.
  static let rmmod = Program(name: "rmmod") { invocation in
    let system = invocation.system
    guard !invocation.arguments.isEmpty else {
      await system.print("Usage: rmmod [-arhsvV] module ...", to: 2)
      return 1
    }
    var status = 0
    for name in invocation.arguments {
      do throws(Errno) { try await system.deleteModule(name) } catch {
        let text =
          error == .ENOENT ? "rmmod: module \(name) is not loaded" : "\(name): \(error)"
        await system.print(text, to: 2)
        status = 1
      }
    }
    return status
  }
}
