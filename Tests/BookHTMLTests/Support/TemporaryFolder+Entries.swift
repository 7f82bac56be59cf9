import Foundation
import TestSupport

extension TemporaryFolder {
  /// Every file and folder in it, by path.
  var entries: [String] { (FileManager.default.subpaths(atPath: path) ?? []).sorted() }
}
