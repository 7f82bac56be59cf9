import Foundation
import Testing

/// What the style sheet promises: contrast in both schemes, and nothing from elsewhere.
struct StyleTests {
  private let css: String

  init() throws {
    css = try String(contentsOfFile: SampleSite.themeDirectory + "/book.css", encoding: .utf8)
  }

  /// Every pair of colours that the style sheet puts on top of each other.
  private static let pairs: [(String, [String])] = [
    ("paper", ["ink", "muted", "link", "alarm"]), ("tint", ["ink", "muted", "link"]),
    ("here", ["ink", "muted"]),
    (
      "code",
      ["ink", "muted", "keyword", "type", "function", "attribute", "string", "number", "comment"]
    ),
    ("terminal", ["ink", "typed"]), ("alarm-paper", ["ink", "alarm", "typed"]),
    ("crash", ["on-crash"]),
  ]

  @Test("text has a contrast of at least 4.5 to 1 in both schemes")
  func contrast() throws {
    let schemes = css.split(separator: "@media screen and (prefers-color-scheme: dark)")
    #expect(schemes.count == 2)
    let light = Self.colours(in: schemes[0])
    let dark = Self.colours(in: schemes[1])
    #expect(light.count > 15 && Set(light.keys) == Set(dark.keys))
    for (name, scheme) in [("light", light), ("dark", dark)] {
      for (ground, texts) in Self.pairs {
        for text in texts {
          let (first, second) = (try #require(scheme[ground]), try #require(scheme[text]))
          let (high, low) = (max(first, second), min(first, second))
          let ratio = (high + 0.05) / (low + 0.05)
          #expect(ratio >= 4.5, "\(name): \(text) on \(ground) is \(ratio)")
        }
      }
    }
  }

  @Test("every colour is one of those that are named")
  func namedColours() throws {
    let rules = css.replacing(/--[\w-]+:[^;]*;/, with: "")
    #expect(rules.matches(of: /#[0-9a-fA-F]{3,8}\b|rgba?\(|hsla?\(/).isEmpty)
  }

  @Test("nothing is fetched, and nothing moves")
  func passive() {
    #expect(css.matches(of: /url\(|@import|@font-face|animation|transition/).isEmpty)
  }

  @Test("code has no ligatures, and focus can be seen")
  func details() {
    #expect(css.contains("font-variant-ligatures: none"))
    #expect(css.contains(":focus-visible"))
    #expect(css.contains("@media print"))
  }

  /// The relative luminance of each named colour, as the accessibility guidelines define it.
  private static func colours(in css: Substring) -> [String: Double] {
    let found = css.matches(of: /--([\w-]+): #([0-9a-f]{6});/).map { match in
      (String(match.1), luminance(Int(match.2, radix: 16) ?? 0))
    }
    return Dictionary(found) { first, _ in first }
  }

  private static func luminance(_ colour: Int) -> Double {
    let channels = [16, 8, 0].map { shift in
      let value = Double(colour >> shift & 0xFF) / 255
      return value <= 0.04045 ? value / 12.92 : pow((value + 0.055) / 1.055, 2.4)
    }
    return 0.2126 * channels[0] + 0.7152 * channels[1] + 0.0722 * channels[2]
  }
}
