extension Program {
  /// One program that is many: the first argument says which.
  static let busybox = Program(name: "busybox") { invocation in
    guard let name = invocation.arguments.first else {
      await invocation.system.print("BusyBox v1.35.0 multi-call binary.", to: 1)
      return 0
    }
    guard !name.contains("/"), let applet = invocation.machine.tools.program(name) else {
      await invocation.system.print("\(name): applet not found", to: 2)
      return 127
    }
    return await applet.main(
      Invocation(
        system: invocation.system, arguments: Array(invocation.arguments.dropFirst()),
        machine: invocation.machine))
  }
}
