import Foundation

/// Reads files of recorded sessions: JSON, a list of sessions.
public enum RecordingReader {
  /// Reads a file.
  ///
  /// - Throws: `RecordingError` if the file cannot be read or is no recording.
  public static func sessions(inFile path: String) throws(RecordingError) -> [RecordedSession] {
    let data: Data
    do {
      data = try Data(contentsOf: URL(fileURLWithPath: path))
    } catch {
      throw RecordingError(
        file: path, place: "",
        message: "cannot be read; name a file of recorded sessions that exists")
    }
    return try sessions(in: data, named: path)
  }

  /// Reads a file's text.
  ///
  /// - Throws: `RecordingError` if it is no recording.
  public static func sessions(
    in text: String, named file: String
  ) throws(RecordingError) -> [RecordedSession] {
    try sessions(in: Data(text.utf8), named: file)
  }

  private static func sessions(
    in data: Data, named file: String
  ) throws(RecordingError) -> [RecordedSession] {
    do {
      return try JSONDecoder().decode([RecordedSession].self, from: data)
    } catch let error as DecodingError {
      throw recordingError(error, file: file)
    } catch {
      throw RecordingError(file: file, place: "", message: "is not JSON: \(error)")
    }
  }

  private static func recordingError(_ error: DecodingError, file: String) -> RecordingError {
    switch error {
    case .keyNotFound(let key, let context):
      RecordingError(
        file: file, place: place(context.codingPath),
        message: "the field \"\(key.stringValue)\" is missing; add it as the recorder writes it")
    case .typeMismatch(let type, let context):
      RecordingError(
        file: file, place: place(context.codingPath),
        message: "is not \(name(of: type)); write it as the recorder does")
    case .valueNotFound(let type, let context):
      RecordingError(
        file: file, place: place(context.codingPath),
        message: "is null and has to be \(name(of: type))")
    case .dataCorrupted(let context) where context.codingPath.isEmpty:
      RecordingError(
        file: file, place: "",
        message: "is not JSON; a recording is a list of sessions: [{\"id\": …, \"steps\": […]}]")
    case .dataCorrupted(let context):
      RecordingError(file: file, place: place(context.codingPath), message: "cannot be read")
    @unknown default:
      RecordingError(file: file, place: "", message: "cannot be read: \(error)")
    }
  }

  /// A path as JSON tools write it: `[3].steps[2].op`.
  private static func place(_ path: [any CodingKey]) -> String {
    let text = path.map { key in key.intValue.map { "[\($0)]" } ?? ".\(key.stringValue)" }.joined()
    return text.hasPrefix(".") ? String(text.dropFirst()) : text
  }

  private static func name(of type: any Any.Type) -> String {
    switch "\(type)" {
    case "String": "a text"
    case "Int", "Double", "Float": "a number"
    case "Bool": "true or false"
    case let name where name.hasPrefix("Array"): "a list"
    default: "an object"
    }
  }
}
