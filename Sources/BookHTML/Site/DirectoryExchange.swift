internal import Foundation

/// Puts one folder in the place of another, in one step wherever the system can.
enum DirectoryExchange {
  /// Makes each path lead to what the other one led to; the first folder may be missing.
  static func exchange(_ path: String, with other: String) throws(SiteWriteError) {
    if rename(other, path) == 0 { return }
    if swap(path, other) { return }
    // Two steps: between them the folder is missing, and `recover` brings it back.
    let aside = aside(path)
    guard rename(path, aside) == 0, rename(other, path) == 0, rename(aside, other) == 0 else {
      let reason = String(cString: strerror(errno))
      try recover(path)
      throw SiteWriteError(.cannotWrite, path: path, reason: reason)
    }
  }

  /// Puts back a folder that an interrupted exchange has moved aside.
  static func recover(_ path: String) throws(SiteWriteError) {
    let manager = FileManager.default
    let aside = aside(path)
    guard manager.fileExists(atPath: aside), !manager.fileExists(atPath: path) else { return }
    guard rename(aside, path) == 0 else {
      throw SiteWriteError(
        .cannotWrite, path: aside, reason: "an interrupted build left it; move it away")
    }
  }

  /// Where an exchange in two steps keeps the first folder for a moment.
  static func aside(_ path: String) -> String { "\(path).quire-old" }

  private static func swap(_ path: String, _ other: String) -> Bool {
    #if canImport(Darwin)
      return renamex_np(path, other, UInt32(RENAME_SWAP)) == 0
    #else
      // The C library has this call, and its Swift module does not show it.
      typealias Rename =
        @convention(c) (
          Int32, UnsafePointer<CChar>, Int32, UnsafePointer<CChar>, UInt32
        ) -> Int32
      guard let symbol = dlsym(nil, "renameat2") else { return false }
      let exchange: UInt32 = 2
      let rename = unsafeBitCast(symbol, to: Rename.self)
      return rename(AT_FDCWD, path, AT_FDCWD, other, exchange) == 0
    #endif
  }
}
