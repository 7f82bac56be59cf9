/// What a new book, chapter or example says: the one place that knows the runtime of new books.
enum StarterText {
  static let firstChapter = "01-hello"

  /// The settings of a new book.
  static func settings(title: String) -> String {
    """
    title: "\(title.escapedForYAML)"
    summary: A new book.
    language: en
    runtime:
      product: SimKernel
      modules: [SimKernel, Userland]
      entry: runSession
      crash-signal: SIGABRT

    """
  }

  /// The table of contents of a new book.
  static let summary = "# Summary\n\n- [Hello](\(firstChapter).md)\n"

  /// A chapter without an example.
  static func chapter(title: String) -> String {
    "# \(title)\n\nWhat question does this chapter answer?\n"
  }

  /// A program with a session that runs it.
  static func example(name: String) -> String {
    let type = typeName(for: name)
    let module = name.replacing("-", with: "_")
    return """
      ```swift example=\(name) file=\(type).swift
      import SimKernel

      final class \(type): Module {
        func initModule() async throws(Errno) { printk("\(name): hello\\n") }
        func cleanupModule() async { printk("\(name): goodbye\\n") }
      }
      ```

      ```console example=\(name)
      # insmod \(module).o
      \(name): hello
      # rmmod \(module)
      \(name): goodbye
      ```

      """
  }

  /// A title for a chapter's name: `02-wait-queues` becomes `Wait queues`.
  static func title(for name: String) -> String {
    let words = name.drop { $0.isNumber || $0 == "-" }.replacing("-", with: " ")
    return words.isEmpty ? name : words.prefix(1).uppercased() + words.dropFirst()
  }

  /// `wait-queues` becomes `WaitQueues`; the runtime's own `Module` keeps its name to itself.
  private static func typeName(for name: String) -> String {
    let words = name.split(separator: "-").map { $0.prefix(1).uppercased() + $0.dropFirst() }
    let type = words.joined()
    return type == "Module" ? "Module1" : type
  }
}

extension String {
  fileprivate var escapedForYAML: String {
    var text = ""
    for scalar in unicodeScalars {
      switch scalar {
      case "\"", "\\": text += "\\\(scalar)"
      case _ where scalar.properties.generalCategory == .control: text += " "
      default: text.unicodeScalars.append(scalar)
      }
    }
    return text
  }
}
