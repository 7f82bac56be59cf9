/// What a session came to; each case is one sentence.
public enum Verdict: Sendable, Hashable {
  /// It did what the chapter says, to the byte.
  case passed
  /// The author asked that it be compiled and not run.
  case notRun
  /// The program ended well and printed something else.
  case outputDiffers(Difference)
  /// The compiler refused the program.
  case doesNotCompile
  /// The compiler must refuse the program and took it.
  case unexpectedlyCompiles
  /// The compiler refused the program in other words than the chapter's.
  case refusedOtherwise(Difference)
  /// The compiler refused the program, and for nothing that stands in its listings.
  case refusedElsewhere(message: String)
  /// The compiler itself failed.
  case compilerFailed(how: String)
  /// The program must crash and exited.
  case exitedAndMustCrash(status: Int)
  /// The program died by a signal and must not.
  case crashed(signal: String)
  /// The program died by another signal than the one that a crash must end with.
  case diedOtherwise(signal: String, must: String)
  /// The program crashed, as it must, and printed something else.
  case crashesOtherwise(Difference)
  /// The program exited with another status than 0.
  case exited(status: Int)
  /// The program was ended at a limit.
  case reached(limit: String, allowed: String)
  /// The program killed the process that watches it.
  case killedItsWatcher
  /// The program did what the chapter says, and wrote where no session shows it.
  case wroteErrors
  /// The program ended and left processes behind, which were then ended.
  case leftProcesses(Int)
  /// The program printed bytes that are no text.
  case invalidUTF8(offset: Int)
  /// The program was never started.
  case couldNotRun(why: String)

  /// How the output of a run departs from the chapter's.
  public struct Difference: Sendable, Hashable {
    /// The line of the expected text, from 0, where the two part.
    public var line: Int
    /// The difference in the unified format, with the chapter's line numbers.
    public var text: String
  }

  /// Whether all is well.
  public var isGood: Bool { self == .passed || self == .notRun }
}

extension Verdict.Difference {
  init(_ diff: LineDiff) { self.init(line: diff.firstDifference, text: diff.text) }
}
