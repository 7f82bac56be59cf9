extension ArraySlice<UInt8> {
  /// The slice without the spaces and tabs at both of its ends; its indices stay.
  var trimmingBlanks: Self {
    var slice = self
    while slice.first?.isBlank == true { slice.removeFirst() }
    while slice.last?.isBlank == true { slice.removeLast() }
    return slice
  }

  /// Whether its last bytes are these.
  func ends(with bytes: some BidirectionalCollection<UInt8>) -> Bool {
    count >= bytes.count && suffix(bytes.count).elementsEqual(bytes)
  }
}

extension UInt8 {
  /// Whether it is a space or a tab.
  var isBlank: Bool { self == UInt8(ascii: " ") || self == UInt8(ascii: "\t") }
}
