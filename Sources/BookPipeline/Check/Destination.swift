internal import BookModel
internal import Foundation

/// Where a link or an image of a chapter leads.
enum Destination: Equatable {
  /// Nowhere: the destination is empty.
  case nowhere
  /// To another site, by a scheme such as `https`.
  case address(scheme: String)
  /// To a file of the book, or to the chapter itself where there is no path, and to a heading in it.
  case file(path: String?, fragment: String?)
  /// To a file that is not in the book's folder.
  case outside

  /// The destination of a link that stands in a chapter's file.
  init(_ destination: String, from chapterPath: String) {
    if destination.isEmpty {
      self = .nowhere
    } else if let scheme = destination.scheme {
      self = .address(scheme: scheme)
    } else {
      let parts = destination.split(
        separator: "#", maxSplits: 1, omittingEmptySubsequences: false)
      let fragment = parts.count > 1 ? String(parts[1]).decoded : nil
      guard !parts[0].isEmpty else {
        self = .file(path: nil, fragment: fragment)
        return
      }
      let folder = chapterPath.split(separator: "/").dropLast().map(String.init)
      let path = Destination.path(String(parts[0]).decoded, from: folder)
      self = path.map { .file(path: $0, fragment: fragment) } ?? .outside
    }
  }

  /// A relative path without `.` and `..`; nil where it leads out.
  private static func path(_ relative: String, from folder: [String]) -> String? {
    guard !relative.hasPrefix("/") else { return nil }
    var parts = folder
    for part in relative.split(separator: "/") where part != "." {
      if part != ".." {
        parts.append(String(part))
      } else if parts.popLast() == nil {
        return nil
      }
    }
    return parts.joined(separator: "/")
  }
}

extension String {
  /// The scheme that it starts with, in lower case; `//` alone has an empty one.
  fileprivate var scheme: String? {
    if hasPrefix("//") { return "" }
    let scheme = prefix { $0.isASCII && ($0.isLetter || $0.isNumber || "+-.".contains($0)) }
    let isScheme = scheme.first?.isLetter == true && dropFirst(scheme.count).first == ":"
    return isScheme ? scheme.lowercased() : nil
  }

  fileprivate var decoded: String { removingPercentEncoding ?? self }
}
