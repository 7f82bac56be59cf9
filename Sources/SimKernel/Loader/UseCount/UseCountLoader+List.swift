extension UseCountLoader {
  /// The text of `/proc/modules`: the newest module first, and no more than a page of it.
  ///
  /// C: `get_module_list` of 2.4.
  func list(on kernel: Kernel) async throws(Trap) -> String {
    var text = ""
    var room = Int(Address.pageSize)
    for module in kernel.modules {
      for piece in pieces(of: module, on: kernel) {
        // What does not fit is left out, and so is all that would follow.
        room -= piece.utf8.count
        guard room >= 0 else { return text }
        text += piece
      }
    }
    return text
  }

  private func pieces(of module: ModuleRecord, on kernel: Kernel) -> [String] {
    let flags = kernel.flags(of: module)
    var pieces = [module.name.padded(to: 20), String(module.size).leftPadded(to: 8)]
    if flags.contains(.running) {
      let count = module.instance is any CanUnload ? -1 : kernel.useCount(of: module)
      pieces.append(String(count).leftPadded(to: 4))
    }
    if flags.contains(.deleted) {
      pieces.append(" (deleted)")
    } else if flags.contains(.running) {
      if flags.contains(.autoclean) { pieces.append(" (autoclean)") }
      if !flags.contains(.usedOnce) { pieces.append(" (unused)") }
    } else {
      // 2.2 never says that a module is being initialised: it has no flag for it.
      pieces.append(flags.contains(.initializing) ? " (initializing)" : " (uninitialized)")
    }
    return pieces + userPieces(module.users) + ["\n"]
  }

  private func userPieces(_ users: [ModuleRecord]) -> [String] {
    guard let first = users.first else { return [] }
    return [" [", first.name] + users.dropFirst().flatMap { [" ", $0.name] } + ["]"]
  }
}

extension String {
  /// The text with blanks behind it, `width` bytes wide at the least.
  ///
  /// C: `%-*s`.
  func padded(to width: Int) -> String {
    self + String(repeating: " ", count: max(0, width - utf8.count))
  }

  /// The text with blanks before it, `width` bytes wide at the least.
  ///
  /// C: `%*s`.
  func leftPadded(to width: Int) -> String {
    String(repeating: " ", count: max(0, width - utf8.count)) + self
  }

  /// The text as C sees it: it ends at its first NUL.
  var endingAtNUL: String {
    utf8.contains(0) ? String(unicodeScalars.prefix { $0 != "\0" }) : self
  }
}
