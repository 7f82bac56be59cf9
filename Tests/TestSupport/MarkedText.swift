/// A text in which the places that a test is about are marked, so that nobody counts columns.
public struct MarkedText: Sendable {
  /// The character that marks the place of the byte after it.
  public static let mark: Character = "▸"

  /// The text without its marks.
  public var text = ""
  /// The marked places in order, line and column from 1, the column in bytes.
  public var places: [(line: Int, column: Int)] = []

  /// Takes the marks out of a text.
  public init(_ marked: String) {
    var line = 1
    var column = 1
    for character in marked {
      if character == MarkedText.mark {
        places.append((line, column))
        continue
      }
      text.append(character)
      column = character.isNewline ? 1 : column + character.utf8.count
      if character.isNewline { line += 1 }
    }
  }
}
