internal import BookModel
internal import CommonMark

extension Verdict {
  /// Judges a run; a crash must be by the signal that the settings name, if they do.
  init(_ session: Session, _ result: ProcessResult, settings: BookSettings) {
    switch result.ending {
    case .unwatched: self = .killedItsWatcher
    case .reached(let limit):
      self = .reached(limit: limit.words, allowed: limit.allowed(settings.limits))
    case .failed(let number): self = .couldNotRun(why: SystemFailure(errno: number).words)
    case .exited, .signaled:
      if let offset = VisibleText.firstInvalidByte(result.output) {
        self = .invalidUTF8(offset: offset)
      } else {
        self = Self.ended(session, result, crash: settings.runtime?.crashSignal)
      }
    }
  }

  /// Judges a refusal that was asked for.
  init(_ session: Session, refusal: CompilerRefusal) {
    if refusal.isInListings {
      self = Self.difference(session, refusal.text).map(Verdict.refusedOtherwise) ?? .passed
    } else {
      self = .refusedElsewhere(message: refusal.text)
    }
  }

  private static func ended(
    _ session: Session, _ result: ProcessResult, crash: CrashSignal?
  ) -> Verdict {
    let text = String(decoding: result.output, as: UTF8.self)
    let difference = difference(session, text)
    let mustCrash = session.expectation == .crashes
    switch result.ending {
    case .exited(let status) where mustCrash: return .exitedAndMustCrash(status: status)
    case .exited(let status) where status != 0: return .exited(status: status)
    case .signaled(let number) where !mustCrash: return .crashed(signal: SignalName.of(number))
    case .signaled(let number):
      if let must = crash?.rawValue, SignalName.of(number) != must {
        return .diedOtherwise(signal: SignalName.of(number), must: must)
      }
    default: break
    }
    if let difference {
      return mustCrash ? .crashesOtherwise(difference) : .outputDiffers(difference)
    }
    if result.leftover > 0 { return .leftProcesses(result.leftover) }
    // Where a crash may be any, a trap is one, and its words belong to it.
    let mayWrite = mustCrash && crash == nil
    return result.errors.isEmpty || mayWrite ? .passed : .wroteErrors
  }

  private static func difference(_ session: Session, _ text: String) -> Difference? {
    LineDiff(expected: session.expected, found: text, firstLine: session.position(of: 0).line)
      .map(Difference.init)
  }
}

extension Session {
  /// The place of a line of the transcript, from 0; the closing fence for the line after the last.
  func position(of index: Int) -> SourcePosition {
    if code.lines.indices.contains(index) { return code.lines[index].position }
    if let last = code.lines.last {
      return SourcePosition(line: last.position.line + 1, column: last.position.column)
    }
    let fence = location.position ?? SourcePosition(line: 1, column: 1)
    return SourcePosition(line: fence.line + 1, column: fence.column)
  }
}

extension ProcessResult.Limit {
  /// How much of it there is.
  fileprivate func allowed(_ limits: RunLimits) -> String {
    switch self {
    case .wall: "\(limits.wallSeconds) s"
    case .cpu: "\(limits.cpuSeconds) s"
    case .memory: "\(limits.memoryMiB) MiB"
    case .output: "\(limits.outputKiB) KiB"
    case .file: "\(limits.fileKiB) KiB"
    case .processes: "\(limits.processes)"
    }
  }
}
