/// A word of an info string, as it is written: `flag`, `key=value` or `key="a value"`.
struct FenceWord {
  /// The flag, or the key without its `=`.
  var key: String
  /// What follows the `=`; nil for a flag.
  var value: String?
  /// The byte of the info string that the word starts at, from 0.
  var offset: Int
  /// The byte that the value starts at; where there is none, that of the word.
  var valueOffset: Int
  /// What is wrong with the way it is written.
  var problem: String?
}

extension FenceWord {
  /// Cuts an info string into words; blanks separate them, except between quotes.
  static func words(of info: String) -> [FenceWord] {
    var rest = Substring(info)
    var words: [FenceWord] = []
    while true {
      rest = rest.drop(while: \.isBlank)
      if rest.isEmpty { return words }
      words.append(takeWord(from: &rest, of: info))
    }
  }

  private static func takeWord(from rest: inout Substring, of info: String) -> FenceWord {
    let offset = info.utf8.distance(from: info.startIndex, to: rest.startIndex)
    let key = rest.prefix { !$0.isBlank && $0 != "=" }
    rest.removeFirst(key.count)
    var word = FenceWord(key: String(key), offset: offset, valueOffset: offset)
    guard rest.first == "=" else { return word }
    rest.removeFirst()
    word.valueOffset = info.utf8.distance(from: info.startIndex, to: rest.startIndex)
    guard rest.first == "\"" else {
      let value = rest.prefix { !$0.isBlank }
      rest.removeFirst(value.count)
      word.value = String(value)
      return word
    }
    takeQuotedValue(of: &word, from: &rest)
    return word
  }

  private static func takeQuotedValue(of word: inout FenceWord, from rest: inout Substring) {
    rest.removeFirst()
    let value = rest.prefix { $0 != "\"" }
    rest.removeFirst(value.count)
    word.value = String(value)
    guard rest.popFirst() != nil else {
      word.problem = "the value of '\(word.key)=' has no closing quote"
      return
    }
    let tail = rest.prefix { !$0.isBlank }
    rest.removeFirst(tail.count)
    if !tail.isEmpty { word.problem = "a blank is missing after the closing quote" }
  }
}

extension Character {
  fileprivate var isBlank: Bool { self == " " || self == "\t" }
}
