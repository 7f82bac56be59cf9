internal import SimKernel

extension Program {
  /// Says the name of whose process it is; there is no file of names that a busybox could look into.
  static let whoami = Program(name: "whoami") { invocation in
    let user = invocation.system.process.userID
    if invocation.machine.tools.isBusybox {
      await invocation.system.print("whoami: unknown uid \(user)", to: 2)
      return 1
    }
    await invocation.system.print(user == 0 ? "root" : "nobody", to: 1)
    return 0
  }
}
