extension RandomAccessCollection {
  /// Where the first element stands that has come far enough, in a collection in which all those
  /// stand behind all others; the end where there is none.
  func sortedIndex(where hasComeFarEnough: (Element) -> Bool) -> Index {
    var low = startIndex
    var length = count
    while length > 0 {
      let half = length / 2
      let middle = index(low, offsetBy: half)
      if hasComeFarEnough(self[middle]) {
        length = half
      } else {
        low = index(after: middle)
        length -= half + 1
      }
    }
    return low
  }
}
