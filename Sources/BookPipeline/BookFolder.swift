internal import Foundation

/// The folder of a book: the one place that reads its files, and that keeps to the folder.
struct BookFolder {
  /// A chapter longer than this is refused before it is read.
  static let largestFile = 64 * 1024 * 1024

  /// The folder's own path, without symbolic links.
  let root: String

  init(_ path: String) {
    root = URL(fileURLWithPath: path).resolvingSymlinksInPath().path
  }

  /// The text of a file, which must be UTF-8 and lie in the book.
  func text(of path: String) throws(FileProblem) -> String {
    let file = try regularFile(at: path)
    let data: Data
    do {
      data = try Data(contentsOf: URL(fileURLWithPath: file))
    } catch {
      throw .unreadable(reason: error.reason)
    }
    if let problem = FileProblem(inText: data) { throw problem }
    return String(decoding: data, as: UTF8.self)
  }

  /// Where a file really lies, after symbolic links; the same for two names of one file.
  func regularFile(at path: String) throws(FileProblem) -> String {
    let url = URL(fileURLWithPath: root).appendingPathComponent(path)
    let resolved = url.resolvingSymlinksInPath().path
    if resolved == root { throw .isFolder }
    guard resolved.hasPrefix(root == "/" ? root : root + "/") else { throw .outside }
    let attributes: [FileAttributeKey: Any]
    do {
      attributes = try FileManager.default.attributesOfItem(atPath: resolved)
    } catch {
      throw exists(path) ? .unreadable(reason: error.reason) : .missing
    }
    switch attributes[.type] as? FileAttributeType {
    case .typeRegular?: break
    case .typeDirectory?: throw .isFolder
    case .typeSymbolicLink?: throw leadsToItself(resolved) ? .cycle : .missing
    default: throw .notAFile
    }
    guard (attributes[.size] as? Int ?? 0) <= BookFolder.largestFile else { throw .tooLarge }
    return resolved
  }

  /// Whether anything has this name, be it a symbolic link to nothing.
  func exists(_ path: String) -> Bool {
    let file = root + "/" + path
    return (try? FileManager.default.attributesOfItem(atPath: file)) != nil
  }

  private func leadsToItself(_ link: String) -> Bool {
    var status = stat()
    return stat(link, &status) != 0 && errno == ELOOP
  }

  /// Every Markdown file below a folder, relative to the book, in order.
  func markdownFiles(below folder: String) -> [String] {
    guard let names = FileManager.default.enumerator(atPath: root + "/" + folder) else { return [] }
    return names.compactMap { $0 as? String }
      .filter { $0.hasSuffix(".md") }
      .map { "\(folder)/\($0)" }
      .sorted()
  }
}

extension Error {
  /// The error in the words of the system, without Foundation's own.
  var reason: String {
    let underlying = (self as NSError).userInfo[NSUnderlyingErrorKey] as? NSError
    guard let posix = underlying ?? (self as? CocoaError)?.underlying as? NSError,
      posix.domain == NSPOSIXErrorDomain
    else { return localizedDescription }
    return String(cString: strerror(Int32(posix.code))).lowercased()
  }
}
