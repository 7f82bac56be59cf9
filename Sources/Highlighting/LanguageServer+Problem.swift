extension LanguageServer {
  /// Why a server did not say what was wanted.
  enum Problem: Error, Hashable {
    /// Its program cannot be run.
    case notStarted(path: String, reason: String)
    /// It ended before it had answered.
    case died
    /// It did not answer within the time.
    case late(Duration)
    /// What it said is not its protocol.
    case garbled
    /// It refused to answer for a file.
    case noAnswer
    /// The programs could not be laid out for it.
    case noScratchFolder(String)

    /// What happened, as the end of a sentence.
    var summary: String {
      switch self {
      case .notStarted(let path, _): "the language server “\(path)” cannot be started"
      case .died: "the language server ended before it had answered"
      case .late(let time): "the language server did not answer within \(time.components.seconds) s"
      case .garbled: "the language server said what is not its protocol"
      case .noAnswer: "the language server gave no answer"
      case .noScratchFolder: "there is no folder for temporary files"
      }
    }

    /// What can be done.
    var help: String {
      switch self {
      case .notStarted(_, let reason):
        "sourcekit-lsp belongs to the Swift toolchain and lies beside swiftc (\(reason))"
      case .noScratchFolder(let reason): "make the system's temporary folder writable (\(reason))"
      case .died, .late, .garbled, .noAnswer:
        "build again; the page is whole without colours"
      }
    }
  }
}
