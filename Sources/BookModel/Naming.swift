/// What examples, sessions and their files may be called: names that become folders and addresses.
public enum Naming {
  /// The longest name; with folders before it and endings after it, it still fits a file system.
  public static let longestName = 64

  /// The rule that a name of an example or a session breaks; nil for a good one.
  public static func problem(inName name: String) -> String? {
    let isLetter: (Character) -> Bool = { ("a"..."z").contains($0) }
    guard let first = name.first, isLetter(first), name.utf8.count <= longestName else {
      return "a name starts with a lower-case letter and has at most \(longestName) characters"
    }
    let isGood = name.allSatisfy { isLetter($0) || ("0"..."9").contains($0) || $0 == "-" }
    return isGood ? nil : "a name is made of lower-case letters a-z, digits and hyphens"
  }

  /// The rule that a word of a session's fence breaks that the program is to read; nil for a good
  /// one.
  public static func problem(inSessionKey key: String) -> String? {
    if FenceGrammar.console.words.contains(key) { return "that word has a meaning already" }
    return problem(inName: key)
  }

  /// The rule that a name of a new chapter breaks; nil for a good one.
  public static func problem(inChapterName name: String) -> String? {
    let rest = name.drop { ("0"..."9").contains($0) }
    let isNumbered = rest.count < name.count && rest.first == "-"
    if name.lowercased() == "index" { return "that is the page of the contents" }
    return problem(inName: isNumbered ? String(rest.dropFirst()) : name)
  }

  /// The rule that a name of a source file breaks; nil for a good one.
  public static func problem(inFileName name: String) -> String? {
    if generatedFiles.contains(name.lowercased()) { return "this file is generated" }
    guard name.hasSuffix(".swift"), name.utf8.count <= longestName else {
      return "a file name ends in .swift and has at most \(longestName) characters"
    }
    let isGood =
      !name.hasPrefix(".") && !name.contains("..") && name.unicodeScalars.allSatisfy(isPlain)
    return isGood
      ? nil : "a file name is plain: letters a-z, digits, and '_', '-', '+', and single '.' inside"
  }

  /// Names in lower case, because some file systems do not tell the cases apart.
  private static let generatedFiles = ["main.swift", "package.swift"]

  private static func isPlain(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar {
    case "a"..."z", "A"..."Z", "0"..."9", "_", "-", "+", ".": true
    default: false
    }
  }
}
