/// A variable of a module that can be set where the module is loaded, and in `/sys`.
///
/// A module lists its own in ``Module/parameters``. `permissions` are those of the file in
/// `/sys/module/NAME/parameters`; with 0 there is none, and 2.2 and 2.4 have none at all.
///
/// C: `module_param` of 2.6 and 6.1, `MODULE_PARM` of 2.2 and 2.4.
public struct ModuleParameter {
  /// What sets the parameter in a callback: the module, and the text behind the `=`, if any.
  typealias Setter = (any Module, String?) async throws(Errno) -> Void
  /// What shows a callback's parameter.
  typealias Getter = (any Module) throws(Errno) -> String

  /// Where the value is.
  enum Storage {
    case value(ParameterElement, ParameterCell)
    case array(ParameterElement, ParameterCell, ParameterArray)
    case string(capacity: Int, ParameterCell)
    case callback(set: Setter?, get: Getter?)
  }

  /// The name that stands before the `=`; `-` and `_` are the same in it.
  public let name: String
  /// The mode bits of its file, such as `0o644`.
  public let permissions: Int
  /// What it is for.
  ///
  /// C: `MODULE_PARM_DESC`.
  public private(set) var summary = ""
  let storage: Storage
  /// How few values `insmod` of 2.2 and 2.4 takes for an array.
  private(set) var fewest = 1

  init(_ name: String, permissions: Int, _ storage: Storage) {
    self.name = name
    self.permissions = permissions
    self.storage = storage
  }

  /// The same parameter with a line that says what it is for.
  ///
  /// C: `MODULE_PARM_DESC`.
  public func described(_ summary: String) -> Self {
    var copy = self
    copy.summary = summary
    return copy
  }

  /// The same array, with the fewest values that `insmod` of 2.2 and 2.4 takes.
  ///
  /// C: the 2 in `MODULE_PARM(arr, "2-4i")`. Later kernels have no such limit.
  public func atLeast(_ fewest: Int) -> Self {
    var copy = self
    copy.fewest = fewest
    return copy
  }
}

/// The size of a parameter's array, and where the number of values that were given is kept.
struct ParameterArray {
  /// The most that it takes.
  let maximum: Int
  /// Where it is counted how many were given; nil where nobody wants to know.
  let given: ParameterCell?

  /// As many values as can fill a page, with a comma behind each.
  private static let mostShown = 2048

  /// How many values there are to show.
  ///
  /// C: `arr->num ? *arr->num : arr->max`.
  func count(in module: any Module) -> Int {
    var count = maximum
    if case .number(let given)? = given?.load(module, 0) { count = Int(clamping: given) }
    return min(max(0, count), Self.mostShown)
  }
}
