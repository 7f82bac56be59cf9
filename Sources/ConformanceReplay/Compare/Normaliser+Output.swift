extension Normaliser {
  /// A rule for a line of printed text.
  struct OutputRule: Sendable {
    let name: String
    let reason: String
    /// The line as it is compared, nil if it is not; `command` is the shell's line that printed it.
    let apply: @Sendable (_ line: String, _ command: String?) -> String?
  }

  /// The rules for what commands print and files hold, in the order in which they are applied.
  static let outputRules: [OutputRule] = [
    OutputRule(
      name: "log in the output",
      reason: "dmesg prints the log; the same rules hold there"
    ) { line, command in
      guard let command, ShellWords.names(in: command).contains("dmesg") else { return line }
      var normaliser = LogNormaliser()
      return normaliser.lines([line]).first?.compared
    },
    OutputRule(
      name: "addresses",
      reason: "addresses are drawn at boot; zero, which an unprivileged reader sees, is kept"
    ) { line, _ in
      TextScan.replacingWords(in: line) { word in
        TextScan.address(word, digits: 16).flatMap { $0 == 0 ? nil : "<address>" }
      }
    },
    OutputRule(
      name: "dates",
      reason: "a file's date is the day of the recording"
    ) { line, command in command.map { $0.contains("ls -l") ? withoutDate(line) : line } ?? line },
    OutputRule(
      name: "clock",
      reason: "what date prints is the moment of the recording; that it printed something is kept"
    ) { line, command in
      guard let command, ShellWords.names(in: command).contains("date") else { return line }
      return withoutClock(line)
    },
    OutputRule(
      name: "other processes",
      reason: """
        ps lists the recorder, the shell's own children and the kernel's threads; compared are the \
        threads of modules
        """
    ) { line, command in processList(line, command) },
    OutputRule(
      name: "compiler's symbols",
      reason: "notes, parameter records and generated names are the C tools' doing"
    ) { line, command in
      let isSymbol = line.hasPrefix("<address> ")
      let generated = ["_note_", "__UNIQUE_ID_", "__param_", "__this_module"]
      return isSymbol && generated.contains { TextScan.holds(" \($0)", line) } ? nil : line
    },
    OutputRule(
      name: "source version",
      reason: "srcversion is a checksum of the C source"
    ) { line, _ in line.hasPrefix("srcversion=") ? "srcversion=<checksum>" : line },
  ]

  /// A printed text as it is compared.
  static func output(_ text: String, of command: String?) -> String {
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false).compactMap { line in
      var current = String(line)
      for rule in outputRules {
        guard let next = rule.apply(current, command) else { return String?.none }
        current = next
      }
      return current
    }
    return lines.joined(separator: "\n")
  }

  /// `Nov 21 00:27` in a line of `ls -l`.
  private static func withoutDate(_ line: String) -> String {
    let months = "Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec".split(separator: " ")
    for month in months {
      guard let range = TextScan.range(of: " \(month) ", in: line) else { continue }
      let words = line[range.upperBound...].split(separator: " ", maxSplits: 2)
      guard words.count == 3 else { continue }
      return line[..<range.lowerBound] + " <date> " + words[2]
    }
    return line
  }

  /// What `date` prints, in any form, in the words that it can consist of.
  private static func withoutClock(_ line: String) -> String {
    let names = "Sun Mon Tue Wed Thu Fri Sat Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec UTC"
    let words = names.split(separator: " ")
    let parts = line.split(separator: " ").map { part in
      let isTime =
        part.contains { $0.isNumber } && part.allSatisfy { "0123456789-:/.".contains($0) }
      return isTime || words.contains(part) ? "<time>" : String(part)
    }
    return parts.joined(separator: " ")
  }

  private static func processList(_ line: String, _ command: String?) -> String? {
    guard let command, ShellWords.names(in: command).contains("ps") else { return line }
    let words = line.split(separator: " ", maxSplits: 2)
    guard words.count == 3, Int(words[0]) != nil, Int(words[1]) != nil else { return line }
    let name = words[2].drop { $0 == " " }
    guard name.hasPrefix("["), !isKernelsOwn(name.dropFirst().dropLast()) else { return nil }
    return "<pid> \(words[1]) \(name)"
  }

  /// Whether the bare kernel started a thread of this name.
  private static func isKernelsOwn(_ name: Substring) -> Bool {
    let perProcessor = ["cpuhp/", "ksoftirqd/", "kworker/", "migration/", "rcu_", "scsi_"]
    return kernelThreads.contains(String(name)) || perProcessor.contains { name.hasPrefix($0) }
  }

  private static let kernelThreads: Set<String> = [
    "acpi_thermal_pm", "ata_sff", "blkcg_punt_bio", "devfreq_wq", "edac-poller", "inet_frag_wq",
    "ipv6_addrconf", "kauditd", "kblockd", "kcompactd0", "kdevtmpfs", "khugepaged", "khungtaskd",
    "kintegrityd", "ksmd", "kstrp", "kswapd0", "kthreadd", "kthrotld", "mld", "mm_percpu_wq",
    "netns", "oom_reaper", "quota_events_un", "slub_flushwq", "tpm_dev_wq", "writeback",
    "zswap-shrink",
  ]
}
