internal import ArgumentParser
internal import Foundation

/// Which book a command is about.
struct BookOptions: ParsableArguments {
  @Option(
    name: .customLong("book"),
    help: ArgumentHelp(
      "The folder of the book; without it, the nearest one that holds chapters/SUMMARY.md.",
      valueName: "dir"))
  var folder: String?

  /// The book's folder, absolute.
  var root: String {
    let current = FileManager.default.currentDirectoryPath
    if let folder { return resolved(absolute(folder, from: current)) }
    var candidate = current
    while !FileManager.default.fileExists(atPath: candidate + "/chapters/SUMMARY.md") {
      // Nowhere above: the loader will say what is missing here.
      guard candidate != "/", !candidate.isEmpty else { return current }
      candidate = (candidate as NSString).deletingLastPathComponent
    }
    return candidate
  }
}

/// A path with every symbolic link in it followed, so that one folder has one path.
func resolved(_ path: String) -> String {
  URL(fileURLWithPath: path).resolvingSymlinksInPath().path
}

/// A path of the command line, as an absolute one without `.` and `..`.
func absolute(_ path: String, from folder: String) -> String {
  let url = URL(fileURLWithPath: path, relativeTo: URL(fileURLWithPath: folder, isDirectory: true))
  return url.standardizedFileURL.path
}
