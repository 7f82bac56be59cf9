internal import BookModel

/// The files of a site while it is being rendered; refuses two that would lie in the same place.
struct PageSet {
  /// The files.
  private(set) var files: [Site.File] = []
  /// What went wrong.
  private(set) var diagnostics: [Diagnostic] = []
  private var taken: Set<String> = []

  /// Adds a file; two names that differ in case alone are one file on some systems.
  mutating func add(_ file: Site.File, from location: SourceLocation) {
    guard taken.insert(file.path.lowercased()).inserted else {
      diagnostics.append(
        Diagnostic(
          .error, at: location, "its page would be “\(file.path)”, which the site has already",
          help: "give the file another name"))
      return
    }
    files.append(file)
  }

  /// Adds what a chapter needs beside its page; chapters may share a picture.
  mutating func add(copied pictures: [Site.File], diagnostics found: [Diagnostic]) {
    for picture in pictures where !files.contains(where: { $0.path == picture.path }) {
      add(picture, from: SourceLocation(path: picture.path))
    }
    diagnostics += found
  }
}
