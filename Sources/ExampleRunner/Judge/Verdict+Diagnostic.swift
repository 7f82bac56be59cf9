internal import BookModel
internal import CommonMark

extension Verdict {
  /// What to tell the author, at the chapter's line; nil where all is well, or was said elsewhere.
  func diagnostic(
    for session: Session, map: SourceMap, output: [UInt8], errors: [UInt8]
  ) -> Diagnostic? {
    guard let sentence else { return nil }
    let trap = isDeath ? Trap(in: errors) : nil
    var diagnostic = Diagnostic(
      .error, at: session.location, "\(session.id): \(sentence)",
      help: trap == nil ? help : "mend the listing: Swift found a mistake there and stopped it",
      detail: detail(output, errors))
    if let line = difference?.line { diagnostic.location.position = session.position(of: line) }
    if let place = trap.flatMap(map.chapter) {
      diagnostic.location = place
      diagnostic.notes.append(Diagnostic.Note("in this session", at: session.location))
    }
    return diagnostic
  }

  /// Whether the program died by a signal, and should not have died by that.
  private var isDeath: Bool {
    switch self {
    case .crashed, .diedOtherwise: true
    default: false
    }
  }

  private var sentence: String? {
    switch self {
    case .passed, .notRun, .doesNotCompile: nil
    case .outputDiffers: "the output differs from the chapter's"
    case .unexpectedlyCompiles: "the program must not compile, and it does"
    case .refusedOtherwise: "the compiler refuses the program in other words"
    case .refusedElsewhere: "the compiler refuses the program, but for nothing in its listings"
    case .compilerFailed(let how): "the compiler itself failed: \(how)"
    case .exitedAndMustCrash(let status):
      "the program must crash, and it exited with status \(status)"
    case .crashed(let signal): "the program crashed (\(signal)), and it must not"
    case .diedOtherwise(let signal, let must):
      "the program died of \(signal), and a crash must be \(must)"
    case .crashesOtherwise: "the program crashes, as it must, but not with the chapter's output"
    case .exited(let status): "the program exited with status \(status)"
    case .reached(let limit, let allowed):
      "the program was ended at its limit of \(limit) (\(allowed))"
    case .killedItsWatcher: "the example killed the process that watches it"
    case .wroteErrors: "the program wrote to its standard error, which no session shows"
    case .leftProcesses(1): "the program left a process behind, which was ended"
    case .leftProcesses(let count): "the program left \(count) processes behind, which were ended"
    case .invalidUTF8(let offset): "the output is not UTF-8: byte \(offset) belongs to no character"
    case .couldNotRun(let why): "the program could not be run: \(why)"
    }
  }

  private var difference: Difference? {
    switch self {
    case .outputDiffers(let difference), .refusedOtherwise(let difference),
      .crashesOtherwise(let difference):
      difference
    default: nil
    }
  }

  private var help: String? {
    switch self {
    case .diedOtherwise: "`crash-signal` of the runtime in the book's settings says so"
    case .wroteErrors: "print it to the standard output, or not at all"
    case .crashed: "mark the session `crash` where the lesson is that it crashes"
    case .exitedAndMustCrash: "take `crash` from the fence where the program is right"
    case .unexpectedlyCompiles: "take `compile_fail` from the fence, or break the listing"
    case .outputDiffers, .crashesOtherwise, .refusedOtherwise:
      "mend the listing, or put what came out into the block"
    case .reached: "the limits of a run are in the book's settings"
    default: nil
    }
  }

  private func detail(_ output: [UInt8], _ errors: [UInt8]) -> String? {
    var parts: [String] = []
    switch self {
    case .refusedElsewhere(let message): parts.append(message)
    case .compilerFailed, .wroteErrors: break
    default:
      if let difference {
        parts.append(difference.text)
      } else if !output.isEmpty {
        parts.append("the end of its output:\n" + VisibleText.tail(output))
      }
    }
    if !errors.isEmpty {
      parts.append("its standard error:\n" + VisibleText.tail(Self.withoutTrace(errors)))
    }
    return parts.isEmpty ? nil : parts.joined()
  }

  /// What a program said before its runtime printed where it was: addresses differ from run to run.
  private static func withoutTrace(_ errors: [UInt8]) -> [UInt8] {
    let lines = errors.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
    let trace = Array("Current stack trace:".utf8)
    guard let end = lines.firstIndex(where: { $0.elementsEqual(trace) }) else { return errors }
    return Array(lines[..<end].joined(separator: [UInt8(ascii: "\n")]))
  }
}
