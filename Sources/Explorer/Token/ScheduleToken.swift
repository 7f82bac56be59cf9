/// A schedule as a word that can be pasted.
///
/// It holds, in this order: the version of the format (1 byte); the fingerprints of the program (4 bytes)
/// and of what could be seen in the end (2); the machine, as the program numbers machines (2); the limit on
/// early ticks (1); the choices, each as the number of zeros before it and what was chosen; and a
/// fingerprint of all that (2).
public struct ScheduleToken: Sendable, Hashable {
  /// The fingerprint of the program: its lower half.
  public var program: UInt32
  /// Which machine it ran on, as the program numbers them.
  public var machine: UInt16
  /// How many timer interrupts may come while somebody could go on.
  public var ticks: UInt8
  /// The fingerprint of what could be seen: its lower quarter.
  public var ending: UInt16
  /// The choices.
  public var path: SchedulePath

  /// What every token begins with.
  public static let prefix = "s"
  private static let version: UInt8 = 1
  private static let headLength = 10

  /// A token.
  public init(
    program: Fingerprint, machine: UInt16, ticks: Int, ending: String, path: SchedulePath
  ) {
    self.program = UInt32(truncatingIfNeeded: program.value)
    self.machine = machine
    self.ticks = UInt8(clamping: ticks)
    self.ending = UInt16(truncatingIfNeeded: Fingerprint(ending).value)
    self.path = path
  }

  /// The word.
  public var text: String {
    var bytes = [Self.version]
    Self.append(program, to: &bytes)
    Self.append(ending, to: &bytes)
    Self.append(machine, to: &bytes)
    bytes.append(ticks)
    var zeros = 0
    for choice in path.choices {
      if choice == 0 {
        zeros += 1
        continue
      }
      Self.appendNumber(zeros, to: &bytes)
      bytes.append(choice)
      zeros = 0
    }
    Self.append(Self.check(bytes), to: &bytes)
    return Self.prefix + Base32.encode(bytes)
  }

  /// Reads a word.
  ///
  /// - Throws: ``TokenProblem`` where it is none, or one of another version.
  public init(_ text: String) throws(TokenProblem) {
    guard text.lowercased().hasPrefix(Self.prefix),
      let bytes = Base32.decode(text.dropFirst(Self.prefix.count)), let version = bytes.first
    else { throw TokenProblem("'\(text)' is no schedule token") }
    guard version == Self.version else {
      throw TokenProblem(
        "the token has version \(version) of the format, and this program knows only"
          + " version \(Self.version): explore again")
    }
    guard bytes.count >= Self.headLength + 2,
      Self.number(bytes.suffix(2)) == UInt64(Self.check(Array(bytes.dropLast(2))))
    else { throw TokenProblem("the token is damaged: a part of it is missing or changed") }
    program = UInt32(Self.number(bytes[1..<5]))
    ending = UInt16(Self.number(bytes[5..<7]))
    machine = UInt16(Self.number(bytes[7..<9]))
    ticks = bytes[9]
    guard let path = Self.path(bytes[10..<(bytes.count - 2)]) else {
      throw TokenProblem("the token is damaged: its choices cannot be read")
    }
    self.path = path
  }

  private static func path(_ bytes: ArraySlice<UInt8>) -> SchedulePath? {
    var rest = bytes
    var path = SchedulePath()
    while !rest.isEmpty {
      guard let zeros = takeNumber(&rest), zeros <= 1_000_000, let choice = rest.popFirst() else {
        return nil
      }
      for _ in 0..<zeros { path.append(0) }
      path.append(Int(choice))
    }
    return path
  }

  private static func check(_ bytes: [UInt8]) -> UInt16 {
    var fingerprint = Fingerprint()
    for byte in bytes { fingerprint.add(byte) }
    return UInt16(truncatingIfNeeded: fingerprint.value >> 32)
  }

  private static func append(_ value: some FixedWidthInteger, to bytes: inout [UInt8]) {
    for shift in stride(from: value.bitWidth - 8, through: 0, by: -8) {
      bytes.append(UInt8(truncatingIfNeeded: value >> shift))
    }
  }

  private static func number(_ bytes: some Sequence<UInt8>) -> UInt64 {
    bytes.reduce(0) { $0 << 8 | UInt64($1) }
  }

  /// Seven bits a byte, the lowest first.
  private static func appendNumber(_ number: Int, to bytes: inout [UInt8]) {
    var rest = number
    while rest > 127 {
      bytes.append(UInt8(rest & 127 | 128))
      rest >>= 7
    }
    bytes.append(UInt8(rest))
  }

  private static func takeNumber(_ bytes: inout ArraySlice<UInt8>) -> Int? {
    var (number, shift) = (0, 0)
    while let byte = bytes.popFirst() {
      number |= Int(byte & 127) << shift
      if byte < 128 { return number }
      shift += 7
      if shift > 28 { return nil }
    }
    return nil
  }
}
