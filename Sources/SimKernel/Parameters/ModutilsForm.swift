/// What `MODULE_PARM` says of a parameter: how many values, and of what type.
struct ModutilsForm {
  /// The letter of a type.
  enum Letter: Hashable {
    /// `b`: a byte.
    case byte
    /// `h`: two bytes.
    case short
    /// `i`: four bytes. A flag is one, too.
    case int
    /// `l`: a word.
    case long
    /// `s`: a pointer to a string.
    case string
    /// `c8`: so many bytes.
    case characters(Int)
  }

  let letter: Letter
  let fewest: Int
  let most: Int
  /// Where the values go.
  let cell: ParameterCell
  private let element: ParameterElement

  /// The form of a parameter; nil for one that 2.4 cannot have.
  init?(_ parameter: ModuleParameter) {
    switch parameter.storage {
    case .value(let element, let cell):
      self.init(letter: Self.letter(of: element), cell: cell, element: element)
    case .array(let element, let cell, let array):
      self.init(
        letter: Self.letter(of: element), fewest: parameter.fewest, most: array.maximum,
        cell: cell, element: element)
    case .string(let capacity, let cell):
      self.init(letter: .characters(capacity), cell: cell, element: .charp)
    case .callback: return nil
    }
  }

  private init(
    letter: Letter, fewest: Int = 1, most: Int = 1, cell: ParameterCell, element: ParameterElement
  ) {
    self.letter = letter
    self.fewest = fewest
    self.most = most
    self.cell = cell
    self.element = element
  }

  private static func letter(of element: ParameterElement) -> Letter {
    switch element {
    case .byte: .byte
    case .short, .ushort: .short
    case .int, .uint, .bool, .invbool: .int
    case .long, .ulong: .long
    case .charp: .string
    }
  }

  /// The word in the object file: `i`, `1-4i`, `c8`.
  var text: String {
    let type =
      switch letter {
      case .byte: "b"
      case .short: "h"
      case .int: "i"
      case .long: "l"
      case .string: "s"
      case .characters(let size): "c\(size)"
      }
    if fewest == 1, most == 1 { return type }
    return fewest == most ? "\(most)\(type)" : "\(fewest)-\(most)\(type)"
  }

  /// Reads one value from the start of a text.
  ///
  /// Whatever is too large loses its upper bits.
  func read(
    _ rest: inout Substring, named name: String
  ) throws(ModutilsParameterParser.Refusal) -> ParameterValue {
    switch letter {
    case .string: return .text(try ModutilsString.read(&rest, named: name))
    case .characters(let size):
      let text = try ModutilsString.read(&rest, named: name)
      // One byte less than there is room for: so modutils counts.
      guard text.utf8.count < size - 1 else {
        throw .init(text: "string too long for \(name) (max \(size - 1))")
      }
      return .text(text)
    case .byte, .short, .int, .long:
      let number: UInt32
      (number, rest) = NumberText.library(rest)
      return stored(number)
    }
  }

  /// The number that the variable has after its bytes were overwritten.
  private func stored(_ number: UInt32) -> ParameterValue {
    switch element {
    case .byte: .number(Int128(UInt8(truncatingIfNeeded: number)))
    case .short: .number(Int128(Int16(truncatingIfNeeded: number)))
    case .ushort: .number(Int128(UInt16(truncatingIfNeeded: number)))
    case .int, .long: .number(Int128(Int32(bitPattern: number)))
    case .uint, .ulong, .charp: .number(Int128(number))
    case .bool, .invbool: .flag(number != 0)
    }
  }
}
