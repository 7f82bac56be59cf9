/// Finds the word that somebody meant.
public enum Spelling {
  /// The allowed word that is nearest to a wrong one; nil where none is near.
  ///
  /// Of two that are equally near, the one that is listed first is taken.
  public static func nearest(to word: String, in allowed: [String]) -> String? {
    let wrong = Array(word.lowercased())
    // A guess at a long word would cost much and help nobody.
    guard wrong.count <= 100 else { return nil }
    var best: (word: String, distance: Int)?
    for candidate in allowed {
      let distance = distance(from: wrong, to: Array(candidate.lowercased()))
      let isNear = distance <= max(1, max(wrong.count, candidate.count) / 3)
      if isNear, distance < best?.distance ?? .max { best = (candidate, distance) }
    }
    return best?.word
  }

  /// `did you mean 'x'?`, where there is a word that may have been meant.
  public static func question(for word: String, in allowed: [String]) -> String? {
    nearest(to: word, in: allowed).map { "did you mean '\($0)'?" }
  }

  /// The number of letters to insert, remove, replace, or exchange with their neighbours.
  static func distance(from left: [Character], to right: [Character]) -> Int {
    var beforeLast: [Int] = []
    var last = Array(0...right.count)
    for row in left.indices {
      var current = [row + 1]
      for column in right.indices {
        let isSame = left[row] == right[column]
        var cost = min(
          last[column] + (isSame ? 0 : 1), last[column + 1] + 1, current[column] + 1)
        let isExchange =
          row > 0 && column > 0 && left[row] == right[column - 1] && left[row - 1] == right[column]
        if isExchange { cost = min(cost, beforeLast[column - 1] + 1) }
        current.append(cost)
      }
      (beforeLast, last) = (last, current)
    }
    return last[right.count]
  }
}
