#if canImport(FoundationEssentials)
  internal import FoundationEssentials
#else
  internal import Foundation
#endif

#if canImport(Glibc)
  internal import Glibc
#elseif canImport(Musl)
  internal import Musl
#elseif canImport(Darwin)
  internal import Darwin
#endif

/// A folder on disk; everything that this target reads or writes goes through one.
struct Folder: Sendable, Hashable {
  /// Its absolute path.
  var path: String

  func path(of name: String) -> String { "\(path)/\(name)" }

  func folder(_ name: String) -> Folder { Folder(path: path(of: name)) }

  /// The folder that it lies in.
  var parent: Folder { Folder(path: String(path[..<(path.lastIndex(of: "/") ?? path.endIndex)])) }

  /// The last part of its path.
  var name: String { path.split(separator: "/").last.map(String.init) ?? path }

  /// The bytes of a file; nil where there is none that can be read.
  func read(_ name: String) -> [UInt8]? {
    FileManager.default.contents(atPath: path(of: name)).map { [UInt8]($0) }
  }

  /// Whether anything has that name, be it a link that leads nowhere.
  func holds(_ name: String) -> Bool { Self.attributes(path(of: name)) != nil }

  /// Whether a plain file has that name, and not a link to one.
  func holdsFile(_ name: String) -> Bool {
    Self.attributes(path(of: name))?[.type] as? FileAttributeType == .typeRegular
  }

  /// Whether this is no folder at all but a program that can be started.
  var isProgram: Bool {
    Self.manager.isExecutableFile(atPath: path)
      && !Self.manager.isExecutableFile(atPath: "\(path)/.")
  }

  /// The names in it, sorted; none where it cannot be read.
  var names: [String] {
    ((try? FileManager.default.contentsOfDirectory(atPath: path)) ?? []).sorted()
  }

  /// The names in it, sorted.
  func entries() throws(SystemFailure) -> [String] {
    var entries: [String] = []
    try attempt(nil) { entries = try Self.manager.contentsOfDirectory(atPath: path).sorted() }
    return entries
  }

  func create() throws(SystemFailure) {
    try attempt(nil) {
      try Self.manager.createDirectory(atPath: path, withIntermediateDirectories: true)
    }
  }

  /// Replaces a file in one step, so that no reader ever sees half of it; makes its folder.
  func write(_ name: String, _ bytes: [UInt8]) throws(SystemFailure) {
    let target = path(of: name)
    try Folder(path: target).parent.create()
    try attempt(name) { try Data(bytes).write(to: URL(filePath: target), options: .atomic) }
  }

  /// Makes a file that holds nothing, and leaves one that is there where it is.
  func empty(_ name: String) throws(SystemFailure) {
    guard let file = fopen(path(of: name), "w") else {
      throw SystemFailure(path: path(of: name), errno: Int(errno))
    }
    fclose(file)
  }

  func write(_ name: String, _ text: String) throws(SystemFailure) {
    try write(name, Array(text.utf8))
  }

  /// Writes a file unless it holds these bytes already; returns whether it wrote.
  @discardableResult
  func update(_ name: String, _ bytes: [UInt8]) throws(SystemFailure) -> Bool {
    if read(name) == bytes { return false }
    try write(name, bytes)
    return true
  }

  func move(_ name: String, to other: String) throws(SystemFailure) {
    try attempt(name) {
      try Self.manager.moveItem(atPath: path(of: name), toPath: path(of: other))
    }
  }

  /// Takes a file from elsewhere on the same disk, in one step, in place of the one of that name.
  func adopt(_ file: String, as name: String) throws(SystemFailure) {
    guard rename(file, path(of: name)) == 0 else {
      throw SystemFailure(path: path(of: name), errno: Int(errno))
    }
  }

  func remove(_ name: String) throws(SystemFailure) {
    try attempt(name) { try Self.manager.removeItem(atPath: path(of: name)) }
  }

  /// Removes the folder itself where nothing is left in it.
  func removeIfEmpty() {
    if names.isEmpty { try? Self.manager.removeItem(atPath: path) }
  }

  private static var manager: FileManager { .default }

  private static func attributes(_ path: String) -> [FileAttributeKey: Any]? {
    try? manager.attributesOfItem(atPath: path)
  }

  private func attempt(_ name: String?, _ body: () throws -> Void) throws(SystemFailure) {
    let path = name.map(path(of:)) ?? path
    do { try body() } catch let error as CocoaError {
      throw SystemFailure(path: path, reason: Self.reason(of: error))
    } catch {
      throw SystemFailure(path: path, reason: "\(error)")
    }
  }

  private static func reason(of error: CocoaError) -> String {
    switch error.code {
    case .fileWriteNoPermission, .fileReadNoPermission: "permission denied"
    case .fileWriteOutOfSpace: "no space left on the disk"
    case .fileWriteVolumeReadOnly: "the disk cannot be written"
    case .fileWriteFileExists: "something of that name is there already"
    case .fileNoSuchFile, .fileReadNoSuchFile: "there is no such file"
    default:
      (error.underlying as? POSIXError).map { SystemFailure(errno: Int($0.code.rawValue)).reason }
        ?? "the system refused (\(error.code.rawValue))"
    }
  }
}
