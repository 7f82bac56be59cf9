/// The page of the documentation that lists every call.
struct CallReferencePage {
  static let path = "Sources/SimKernel/SimKernel.docc/Calls.md"

  let reference: CallReference

  /// What each folder of calls is about, in the order of the page.
  private static let topics = [
    ("Module", "Memory, use counts, and mistakes on purpose"),
    ("Loader", "Modules and who uses them"),
    ("Symbols", "Symbols"),
    ("FS", "Devices and files"),
    ("Time", "Time"),
    ("Work", "Deferred work"),
    ("Sched", "Sleeping, waking, threads"),
    ("Lock", "Locks"),
    ("Printk", "Messages"),
  ]

  var text: String {
    var lines = [
      "# Calls of the kernel", "",
      "Every call that a module has: its name in C, where it may be called, and in which kernels.",
      "",
      "## Overview", "",
      "Each is a method of ``Module``. Those that may put the caller to sleep are `async`, so that the",
      "compiler refuses them in a timer routine or an interrupt; what is called in the wrong context all",
      "the same gets the words of the real kernel. A kernel that does not have a call refuses it with a",
      "line in its log, and the call throws `ENOSYS` where it can throw.", "",
      "This page is made of the calls' own comments.",
    ]
    for (folder, title) in Self.topics { lines += section(folder, title) }
    return lines.map { $0 + "\n" }.joined()
  }

  private func section(_ folder: String, _ title: String) -> [String] {
    let rows = reference.entries.filter { $0.topic == folder }.map(row)
    let head = ["| Call | C | Context | Returns | Throws | Kernels |", "|---|---|---|---|---|---|"]
    return ["", "### \(title)", ""] + head + rows
  }

  private func row(_ entry: CallReference.Entry) -> String {
    let names = entry.cNames.map { "`\($0)`" }.joined(separator: ", ")
    let kernels = CallReference.generations.filter(entry.kernels.contains).joined(separator: " ")
    let cells = [
      "``Module/\(entry.name)``", names, entry.context, entry.returns, entry.throwing, kernels,
    ]
    return "| " + cells.joined(separator: " | ") + " |"
  }
}
