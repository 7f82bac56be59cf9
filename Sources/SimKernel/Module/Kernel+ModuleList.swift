extension Kernel {
  /// The text of `/proc/modules`: the newest module first. C: `get_module_list` of 2.4.
  func moduleList() throws(Trap) -> String {
    modules.map(line(of:)).joined()
  }

  private func line(of module: ModuleRecord) -> String {
    let flags = flags(of: module)
    var line = module.name.padded(to: 20) + String(module.size).leftPadded(to: 8)
    if flags.contains(.running) {
      let count = module.instance is any CanUnload ? -1 : useCount(of: module)
      line += String(count).leftPadded(to: 4)
    }
    if flags.contains(.deleted) {
      line += " (deleted)"
    } else if flags.contains(.running) {
      if flags.contains(.autoclean) { line += " (autoclean)" }
      if !flags.contains(.usedOnce) { line += " (unused)" }
    } else if flags.contains(.initializing) {
      line += " (initializing)"
    } else {
      line += " (uninitialized)"
    }
    return line + "\n"
  }
}

extension String {
  /// The text with blanks behind it, `width` characters wide at the least. C: `%-*s`.
  func padded(to width: Int) -> String {
    self + String(repeating: " ", count: max(0, width - count))
  }

  /// The text with blanks before it, `width` characters wide at the least. C: `%*s`.
  func leftPadded(to width: Int) -> String {
    String(repeating: " ", count: max(0, width - count)) + self
  }
}
