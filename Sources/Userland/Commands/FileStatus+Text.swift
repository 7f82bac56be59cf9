internal import SimKernel

extension FileStatus {
  /// The letters of `ls -l`: `crw-r--r--`.
  var modeText: String {
    let kindText =
      switch kind {
      case .regular: "-"
      case .folder: "d"
      case .characterDevice: "c"
      }
    let bits = (0..<9).map { bit in
      permissions & (0o400 >> bit) != 0 ? ["r", "w", "x"][bit % 3] : "-"
    }
    return kindText + bits.joined()
  }

  /// A line of `ls -l`, up to the name.
  ///
  /// The machine has no clock that knows the date: every file is as old as the year.
  func line(_ tools: ToolSet) -> String {
    let owner = tools.isBusybox ? String(userID) : userID == 0 ? "root" : String(userID)
    let majorWidth = tools.isBusybox ? 4 : 3
    let sizeText =
      switch kind {
      case .characterDevice(let major, let minor):
        "\(major)".leftPadded(majorWidth) + ", " + "\(minor)".leftPadded(3)
      case .regular, .folder: "\(size)".leftPadded(majorWidth + 5)
      }
    return modeText + " " + "\(links)".leftPadded(4) + " " + owner.padded(8) + " "
      + owner.padded(8) + " " + sizeText + " Jan  1 00:00 "
  }
}

extension String {
  /// The text with blanks before it, so wide at the least.
  func leftPadded(_ width: Int) -> String {
    String(repeating: " ", count: max(0, width - count)) + self
  }

  /// The text with blanks behind it, so wide at the least.
  func padded(_ width: Int) -> String {
    self + String(repeating: " ", count: max(0, width - count))
  }
}
