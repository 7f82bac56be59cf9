/// The parser of `insmod` for 2.2 and 2.4, which knows a parameter by a word such as `1-4i`.
///
/// Its messages are for the terminal; `insmod` puts the file's name before each.
///
/// C: `process_module_arguments` of modutils.
public struct ModutilsParameterParser: ParameterParser {
  /// Creates the parser.
  public init() {}

  /// Sets the parameters that the words name, in their order; it does not sleep.
  public func parse(
    _ words: [String], for target: ParameterTarget, say: @escaping (KernelMessage) -> Void
  ) async throws(Errno) {
    for word in words {
      // A word without a value is passed over.
      guard let equals = word.utf8.firstIndex(of: UInt8(ascii: "=")) else { continue }
      let name = String(word[..<equals])
      let text = word[word.utf8.index(after: equals)...]
      do {
        try set(name, to: text, of: target)
      } catch {
        say(KernelMessage(error.text, .error))
        throw .EINVAL
      }
    }
  }

  /// What it refuses with.
  struct Refusal: Error {
    let text: String
  }

  private func set(
    _ name: String, to text: Substring, of target: ParameterTarget
  ) throws(Refusal) {
    guard let parameter = target.parameters.first(where: { $0.name == name }),
      let form = ModutilsForm(parameter)
    else { throw Refusal(text: "invalid parameter parm_\(name)") }
    var rest = text
    var count = 1
    while !rest.isEmpty {
      let value = try form.read(&rest, named: name)
      form.cell.store(target.module, count - 1, value)
      rest = Substring(rest.utf8.drop { NumberText.isBlank($0) })
      guard let next = rest.utf8.first else { break }
      guard next == UInt8(ascii: ",") else {
        let character = rest.first.map(String.init) ?? ""
        throw Refusal(text: "invalid argument syntax for \(name): '\(character)'")
      }
      count += 1
      guard count <= form.most else {
        throw Refusal(text: "too many values for \(name) (max \(form.most))")
      }
      rest = Substring(rest.utf8.dropFirst())
    }
    guard count >= form.fewest else {
      throw Refusal(text: "too few values for \(name) (min \(form.fewest))")
    }
  }
}
