/// Why a file cannot be replayed.
public struct RecordingError: Error, CustomStringConvertible, Equatable {
  /// The file.
  public let file: String
  /// Where in it: `[3].steps[2].op`; empty for the file as a whole.
  public let place: String
  /// What is wrong, and what to do about it.
  public let message: String

  /// `FILE: PLACE: MESSAGE`.
  public var description: String {
    place.isEmpty ? "\(file): \(message)" : "\(file): \(place): \(message)"
  }
}
