/// Builds HTML, and is the one place where the book's text is escaped.
struct HTMLWriter {
  /// The attributes of an element in the order in which they are written; nil leaves one out.
  typealias Attributes = KeyValuePairs<String, String?>

  private var html = ""

  /// What has been written so far.
  var markup: Markup { Markup(trusted: html) }

  /// Writes a text that the reader must see as it is.
  mutating func text(_ text: String) {
    for scalar in text.unicodeScalars {
      switch scalar {
      case "&": html += "&amp;"
      case "<": html += "&lt;"
      case ">": html += "&gt;"
      case "\"": html += "&quot;"
      case "'": html += "&#39;"
      default:
        if let substitute = Self.substitute(for: scalar) {
          html += substitute
        } else {
          html.unicodeScalars.append(scalar)
        }
      }
    }
  }

  /// Writes HTML that is finished.
  mutating func append(_ markup: Markup) { html += markup.description }

  /// Opens an element.
  mutating func open(_ name: String, _ attributes: Attributes = [:]) {
    tag(name, attributes)
    html += ">"
  }

  /// Closes an element.
  mutating func close(_ name: String) { html += "</\(name)>" }

  /// Writes an element that has no content, such as an image.
  mutating func void(_ name: String, _ attributes: Attributes = [:]) {
    tag(name, attributes)
    html += " />"
  }

  /// Writes an element that holds nothing but a text.
  mutating func element(_ name: String, _ attributes: Attributes = [:], text content: String) {
    open(name, attributes)
    text(content)
    close(name)
  }
}

extension HTMLWriter {
  private mutating func tag(_ name: String, _ attributes: Attributes) {
    html += "<\(name)"
    for (key, value) in attributes {
      guard let value else { continue }
      html += " \(key)=\""
      text(value)
      html += "\""
    }
  }

  /// What stands for a character that would be invisible, or that would change how others look.
  ///
  /// A page must not act on what a program prints: terminal escapes become pictures of their
  /// control characters, and the marks that reverse the direction of text are named.
  private static func substitute(for scalar: Unicode.Scalar) -> String? {
    switch scalar.value {
    case 0x09, 0x0A: nil
    case 0x00...0x1F: Unicode.Scalar(0x2400 + scalar.value).map { String($0) }
    case 0x7F: "\u{2421}"
    case 0x80...0x9F, 0xFDD0...0xFDEF: "\u{FFFD}"
    case 0x061C, 0x200B, 0x200E, 0x200F, 0x2028...0x202E, 0x2066...0x2069, 0xFEFF:
      "[U+" + padded(String(scalar.value, radix: 16, uppercase: true)) + "]"
    // The last two code points of each plane are no characters, and XML forbids them.
    case _ where scalar.value & 0xFFFE == 0xFFFE: "\u{FFFD}"
    default: nil
    }
  }

  private static func padded(_ digits: String) -> String {
    String(repeating: "0", count: max(0, 4 - digits.count)) + digits
  }
}
