internal import BookModel

/// All that the result of a session is made of, besides the run itself.
struct SessionFacts: Sendable {
  var session: Session
  var built: BuiltExample
  var map: SourceMap
  /// The hash of the sources, as a reader has them.
  var hash: String
  var toolchain: String
  var settings: BookSettings

  /// A result without a run.
  func result(_ verdict: Verdict) -> SessionResult {
    var said: [UInt8] = []
    if case .compilerFailed = verdict {
      said = Array(built.messages.map(\.whole).joined().utf8)
    }
    return SessionResult(
      session: session, verdict: verdict,
      diagnostic: verdict.diagnostic(for: session, map: map, output: [], errors: said),
      transcript: nil, isCached: built.isCached)
  }

  /// The result of a refusal that was asked for.
  var refused: SessionResult {
    let refusal = CompilerRefusal(built.messages, map: map)
    var result = result(Verdict(session, refusal: refusal))
    result.transcript = transcript(refusal.text, marks: [], .refused)
    return result
  }

  /// The result of a run.
  func ran(_ outcome: SessionRunner.Outcome) -> SessionResult {
    let run = outcome.result
    let verdict = Verdict(session, run, settings: settings)
    let text = String(decoding: run.output, as: UTF8.self)
    return SessionResult(
      session: session, verdict: verdict,
      diagnostic: verdict.diagnostic(
        for: session, map: map, output: run.output, errors: run.errors),
      transcript: ending(run).map { transcript(text, marks: outcome.marks, $0) },
      isCached: outcome.isCached)
  }

  private func ending(_ run: ProcessResult) -> Transcript.Ending? {
    switch run.ending {
    case .exited(let status): .exited(status: status)
    case .signaled(let number): .signaled(number: number, name: SignalName.of(number))
    case .reached, .failed, .unwatched: nil
    }
  }

  private func transcript(
    _ output: String, marks: [Transcript.Mark], _ ending: Transcript.Ending
  ) -> Transcript {
    Transcript(
      output: output, marks: marks, ending: ending, programHash: hash, toolchain: toolchain)
  }
}
