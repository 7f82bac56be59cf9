extension Oops22 {
  /// It has no such check.
  static func endOfInit(status: Int) -> String? { nil }
}

extension Oops24 {
  static func endOfInit(status: Int) -> String? { "Attempted to kill init!" }
}

extension Oops26 {
  static func endOfInit(status: Int) -> String? { "Attempted to kill init!" }
}

extension Oops61 {
  static func endOfInit(status: Int) -> String? {
    "Attempted to kill init! exitcode=0x\(UInt64(truncatingIfNeeded: status).hex(8))"
  }
}
