/// What `/proc/modules` and `/sys/module` said of one module after a step.
public struct ModuleState: Decodable, Equatable, Sendable {
  /// Its line in `/proc/modules`; nil if it is not loaded.
  public let line: String?
  /// `/sys/module/NAME/refcnt`.
  public let references: String?
  /// `/sys/module/NAME/initstate`: `live`, `coming` or `going`.
  public let initState: String?
  /// `/sys/module/NAME/taint`: its letters.
  public let taint: String?

  private enum CodingKeys: String, CodingKey {
    case line, taint
    case references = "refcnt"
    case initState = "initstate"
  }

  /// A module's state.
  public init(line: String?, references: String?, initState: String?, taint: String?) {
    (self.line, self.references) = (line, references)
    (self.initState, self.taint) = (initState, taint)
  }

  /// A module that is not there.
  public static let notLoaded = ModuleState(
    line: nil, references: nil, initState: nil, taint: nil)
}
