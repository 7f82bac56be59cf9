import Foundation

/// What lies in folders.
enum Folders {
  /// The names in a folder; none where there is no such folder.
  static func names(in folder: String) -> [String] {
    ((try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []).sorted()
  }

  /// Every file below a folder with its bytes, without the tool's workspace.
  static func files(in folder: String) throws -> [String: Data] {
    var files: [String: Data] = [:]
    for path in try FileManager.default.subpathsOfDirectory(atPath: folder) {
      var isFolder: ObjCBool = false
      let full = "\(folder)/\(path)"
      guard !path.hasPrefix(".quire/"), path != ".quire",
        FileManager.default.fileExists(atPath: full, isDirectory: &isFolder)
      else { continue }
      // A folder without files is a trace as well.
      files[path] = isFolder.boolValue ? Data() : try Data(contentsOf: URL(filePath: full))
    }
    return files
  }
}
