/// The open files of a process, by descriptor.
///
/// C: `struct files_struct`.
public final class FileTable {
  var files: [File?] = []

  /// How many threads share the table.
  ///
  /// C: `count` of `struct files_struct`.
  var users = 1
  /// Files of which a part is in the process's memory; each is a use of its own.
  ///
  /// C: `vm_file` of each `struct vm_area_struct`.
  private var mappings: [(start: UInt64, file: File)] = []
  /// Where the next mapping goes.
  ///
  /// C: `TASK_UNMAPPED_BASE`.
  private var nextMapping: UInt64 = 0x4000_0000

  /// Creates a table with nothing open.
  public init() {}

  /// A table in which descriptors 0, 1 and 2 are the terminal.
  public static func terminal() -> FileTable {
    let table = FileTable()
    let terminal = File(backing: .terminal, mode: .readWrite)
    terminal.count = 3
    table.files = [terminal, terminal, terminal]
    return table
  }

  /// The same files, each used once more, as a new process inherits them.
  public func copy() -> FileTable {
    let table = FileTable()
    table.files = files
    for file in files {
      file?.noteUse()
      file?.count += 1
    }
    return table
  }

  /// Gives the copies back that nobody will use.
  public func discard() {
    for file in files { file?.count -= 1 }
    files = []
  }

  /// Room for a mapping of some pages in the process's memory.
  func reserveMapping(pages: Int) -> UInt64 {
    defer { nextMapping += UInt64(pages) * Address.pageSize }
    return nextMapping
  }

  func map(_ file: File, at start: UInt64) { mappings.append((start, file)) }

  /// Forgets the mapping that begins at an address; nil where there is none.
  func unmap(at start: UInt64) -> File? {
    guard let index = mappings.firstIndex(where: { $0.start == start }) else { return nil }
    return mappings.remove(at: index).file
  }

  /// The files of which a part is mapped.
  var mappedFiles: [File] { mappings.map(\.file) }

  /// Forgets all mappings.
  func takeMappings() -> [File] {
    defer { mappings = [] }
    return mappings.map(\.file)
  }

  subscript(descriptor: Int) -> File? {
    guard files.indices.contains(descriptor), let file = files[descriptor] else { return nil }
    file.noteUse()
    return file
  }

  /// The descriptors that a process can have.
  ///
  /// C: below `INR_OPEN`, 1,024.
  static let descriptors = 0..<1024

  /// Puts a file at the lowest free descriptor; nil where none is left.
  func install(_ file: File) -> Int? {
    let free = files.firstIndex { $0 == nil } ?? files.count
    guard Self.descriptors.contains(free) else { return nil }
    set(free, file)
    return free
  }

  func set(_ descriptor: Int, _ file: File?) {
    while files.count <= descriptor { files.append(nil) }
    files[descriptor] = file
  }
}
