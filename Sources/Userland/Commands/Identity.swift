internal import SimKernel

extension Program {
  /// Says whose process it is.
  static let id = Program(name: "id") { invocation in
    let user = invocation.system.process.userID
    // There are no accounts that a busybox without a file of them could name.
    let name = user == 0 ? "root" : "nobody"
    let text =
      invocation.machine.tools.isBusybox
      ? "uid=\(user) gid=\(user)" : "uid=\(user)(\(name)) gid=\(user)(\(name))"
    await invocation.system.print(text, to: 1)
    return 0
  }

  /// Says which kernel it is: `-r` the release, `-s` its name; more with `-a`.
  static let uname = Program(name: "uname") { invocation in
    let options = Options(invocation.arguments, flags: "asrnm")
    if let option = options.invalid { return await invocation.refuse(option, "uname") }
    let fields: [(letter: Character, text: String)] = [
      ("s", "Linux"), ("n", "(none)"), ("r", invocation.system.kernel.version.release),
      ("m", invocation.machine.tools.isBusybox ? "x86_64" : "i686"),
    ]
    let wanted = fields.filter { field in
      options.has("a") || options.has(field.letter)
        || options.given.isEmpty && field.letter == "s"
    }
    await invocation.system.print(wanted.map(\.text).joined(separator: " "), to: 1)
    return 0
  }

  /// Says which folder relative paths begin in.
  static let pwd = Program(name: "pwd") { invocation in
    await invocation.system.print(invocation.system.workingFolder, to: 1)
    return 0
  }
}
