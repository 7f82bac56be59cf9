/// The sessions that ran on one machine, from its boot on.
public struct Boot: Sendable {
  /// The sessions in the order in which they ran.
  public let sessions: [RecordedSession]

  /// What the sessions of the boot have in common.
  public var first: RecordedSession { sessions[0] }

  /// `debian/s01_chardev`.
  public var name: String { "\(first.family)/\(first.boot)" }

  /// Sorts sessions into boots, in the order in which a boot first appears; within one, by the
  /// number of the first step, because a file need not be in order.
  public static func boots(of sessions: [RecordedSession]) -> [Boot] {
    var order: [String] = []
    var byName: [String: [RecordedSession]] = [:]
    for session in sessions {
      let name = "\(session.family)/\(session.boot)"
      if byName[name] == nil { order.append(name) }
      byName[name, default: []].append(session)
    }
    return order.compactMap { byName[$0] }.map { sessions in
      Boot(sessions: sessions.sorted { firstStep($0) < firstStep($1) })
    }
  }

  private static func firstStep(_ session: RecordedSession) -> Int {
    session.steps.first?.number ?? 0
  }
}
