internal import SimKernel

extension Program {
  /// Executes a line as another user: `su nobody -c 'rmmod chardev'`.
  ///
  /// There are no passwords: only root can be somebody else.
  static let su = Program(name: "su") { invocation in
    let system = invocation.system
    let arguments = invocation.arguments
    guard arguments.count == 3, arguments[1] == "-c" else {
      await system.print("usage: su user -c command", to: 2)
      return 1
    }
    guard let userID = userIDs[arguments[0]] else {
      await system.print("su: user \(arguments[0]) does not exist", to: 2)
      return 1
    }
    do throws(Errno) { try await system.setUserID(userID) } catch {
      await system.print("su: cannot set user id: \(error)", to: 2)
      return 1
    }
    return await Shell(machine: invocation.machine).obey([arguments[2]], system)
  }

  /// Who has an account.
  private static let userIDs = ["root": 0, "nobody": 99]
}
