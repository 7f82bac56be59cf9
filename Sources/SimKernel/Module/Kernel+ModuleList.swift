extension Kernel {
  /// The text of `/proc/modules`: the newest module first, and no more than a page of it.
  ///
  /// C: `get_module_list` of 2.4.
  func moduleList() -> String {
    var text = ""
    for piece in modules.flatMap(pieces(of:)) {
      // What does not fit is left out, and so is all that would follow.
      guard text.utf8.count + piece.utf8.count <= Int(Address.pageSize) else { break }
      text += piece
    }
    return text
  }

  private func pieces(of module: ModuleRecord) -> [String] {
    let flags = flags(of: module)
    var pieces = [module.name.padded(to: 20), String(module.size).leftPadded(to: 8)]
    if flags.contains(.running) {
      let count = module.instance is any CanUnload ? -1 : useCount(of: module)
      pieces.append(String(count).leftPadded(to: 4))
    }
    if flags.contains(.deleted) {
      pieces.append(" (deleted)")
    } else if flags.contains(.running) {
      if flags.contains(.autoclean) { pieces.append(" (autoclean)") }
      if !flags.contains(.usedOnce) { pieces.append(" (unused)") }
    } else {
      pieces.append(flags.contains(.initializing) ? " (initializing)" : " (uninitialized)")
    }
    return pieces + ["\n"]
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
  var endingAtNUL: String { String(unicodeScalars.prefix { $0 != "\0" }) }
}
