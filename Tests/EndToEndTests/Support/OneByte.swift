import Foundation
import Testing

/// A change of one byte in one kind of block, and what the author must be told about it.
struct OneByte: CustomTestStringConvertible, Sendable {
  /// The kind of block.
  var kind: String
  /// The lines by which a block of this kind is known.
  var fence: @Sendable (String) -> Bool
  /// The line to change, among those of the block; the fence itself is one of them.
  var line: @Sendable (String) -> Bool
  /// The change.
  var change: @Sendable (String) -> String
  /// How many lines below the change the message must point; a command's answer stands below it.
  var below = 0
  /// What the message must say.
  var words: String

  var testDescription: String { kind }

  /// The first place in the book where the change can be made.
  func place() throws -> Place? {
    for chapter in BookCopy.chapters {
      let text = try String(contentsOfFile: "\(BookCopy.original)/\(chapter)", encoding: .utf8)
      let lines = text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
      for start in lines.indices where lines[start].hasPrefix("```") && fence(lines[start]) {
        let end = lines[(start + 1)...].firstIndex { $0.hasPrefix("```") } ?? lines.endIndex
        guard let index = lines[start..<end].firstIndex(where: line) else { continue }
        var changed = lines
        changed[index] = change(lines[index])
        let example = lines[start].firstMatch(of: /example=([a-z0-9-]+)/).map {
          String($0.output.1)
        }
        return Place(
          chapter: chapter, line: index + 1 + below, example: example ?? "",
          text: changed.joined(separator: "\n"))
      }
    }
    return nil
  }

  /// A chapter with the change in it.
  struct Place {
    var chapter: String
    var line: Int
    var example: String
    var text: String
  }
}

extension OneByte {
  private static let mend = "help: mend the listing, or put what came out into the block"

  static let all = [
    OneByte(
      kind: "a listing", fence: { $0.hasPrefix("```swift") }, line: { $0.contains("printk(") },
      change: { $0.replacing("printk(", with: "prinkk(") },
      words: "error: cannot find 'prinkk' in scope"),
    OneByte(
      kind: "a command of a session", fence: { $0.hasPrefix("```console") },
      line: { $0.hasPrefix("# insmod ") }, change: { $0.replacing("# insmod", with: "# insmof") },
      below: 1, words: mend),
    OneByte(
      kind: "the output of a session",
      fence: {
        $0.hasPrefix("```console") && !$0.contains("crash") && !$0.contains("compile_fail")
      },
      line: { $0.contains("Used by") }, change: { $0.replacing("Used by", with: "Used bx") },
      words: mend),
    OneByte(
      kind: "the text of a crash", fence: { $0.hasSuffix(" crash") },
      line: { $0.hasPrefix("EIP:") },
      change: { $0.replacing("EIP:", with: "EIQ:") }, words: mend),
    OneByte(
      kind: "the text of a refusal", fence: { $0.hasSuffix(" compile_fail") },
      line: { $0.contains(": error: ") }, change: { $0.replacing(": error: ", with: ": errors: ") },
      words: mend),
    OneByte(
      kind: "an info string", fence: { $0.hasPrefix("```swift") }, line: { $0.hasPrefix("```") },
      change: { $0.replacing("example=", with: "exampel=") }, words: "did you mean 'example'?"),
    OneByte(
      kind: "a file name", fence: { $0.hasPrefix("```swift") }, line: { $0.hasPrefix("```") },
      change: { $0.replacing(".swift", with: ".swif") }, words: "a file name ends in .swift"),
    OneByte(
      kind: "the word crash", fence: { $0.hasSuffix(" crash") }, line: { $0.hasPrefix("```") },
      change: { $0.replacing(" crash", with: " crush") }, words: "did you mean 'crash'?"),
  ]
}
