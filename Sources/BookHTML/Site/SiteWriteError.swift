public import BookModel

/// Why a site could not be written as it should; nothing of anybody else's is lost.
public struct SiteWriteError: Error, Hashable {
  /// What went wrong.
  public enum Kind: Sendable, Hashable {
    /// The system refused to make, write or move a file.
    case cannotWrite
    /// The folder holds files and no site.
    case notASite
    /// A file that is no part of the site lies where one of its files belongs.
    case taken
    /// The site is written, and a file that is no part of it could not be moved into it.
    case notKept
    /// A file of the site would lie outside its folder.
    case unsafePath
  }

  /// What went wrong.
  public var kind: Kind
  /// The file or folder.
  public var path: String
  /// More words about it, where there are any.
  public var reason: String?

  init(_ kind: Kind, path: String, reason: String? = nil) {
    self.kind = kind
    self.path = path
    self.reason = reason
  }

  /// The same for whoever builds the book.
  public var diagnostic: Diagnostic {
    Diagnostic(.error, at: SourceLocation(path: path), summary, help: help, detail: reason)
  }

  private var summary: String {
    switch kind {
    case .cannotWrite: "the site cannot be written"
    case .notASite: "the output folder holds files that are no site of this tool"
    case .taken: "a file that is no part of the site lies where a page belongs"
    case .notKept: "a file that is no part of the site could not be kept in its folder"
    case .unsafePath: "a file of the site would lie outside the output folder"
    }
  }

  private var help: String {
    switch kind {
    case .cannotWrite: "make the folder and the one above it writable, or choose another"
    case .notASite: "empty the folder, or choose another; nothing in it was touched"
    case .taken: "move that file, or rename the chapter"
    case .notKept: "it lies here now: move it to where it belongs, and build again"
    case .unsafePath: "rename the chapter or the picture"
    }
  }
}
