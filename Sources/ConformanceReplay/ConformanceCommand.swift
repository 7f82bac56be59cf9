import Foundation

/// `conformance [--all] [--not-modelled] [FILE…]`: replays recordings and prints what it found.
public struct ConformanceCommand {
  /// Where to print.
  private let output: (String) -> Void
  private let makeMachine: MachineMaker

  /// A command that boots its machines with `makeMachine` and prints to `output`.
  public init(makeMachine: @escaping MachineMaker, output: @escaping (String) -> Void) {
    (self.makeMachine, self.output) = (makeMachine, output)
  }

  /// What the command prints when it is asked.
  public static let usage = """
    Usage: conformance [--all] [--not-modelled] [FILE…]

    Replays recorded sessions on the simulated 6.1 kernel, and prints for each step whether it
    conforms. Without a FILE, the recordings of this package.

      --all           print the steps that conform, too
      --not-modelled  print the list of what the model does not have, in Markdown

    The exit status is 0 if nothing differs, 1 if something does, 2 if there is nothing to replay.

    """

  /// Runs with the words behind the command's name; returns the exit status.
  public func run(_ arguments: [String], in folder: String) -> Int32 {
    if arguments.contains("--help") || arguments.contains("-h") {
      output(Self.usage)
      return 0
    }
    let options = arguments.filter { $0.hasPrefix("-") }
    if let wrong = options.first(where: { !["--all", "--not-modelled"].contains($0) }) {
      output("conformance: unknown option \(wrong)\n\n\(Self.usage)")
      return 2
    }
    let files = arguments.filter { !$0.hasPrefix("-") }
    do {
      let report = try report(of: files.isEmpty ? Self.recordings(from: folder) : files)
      output(
        options.contains("--not-modelled")
          ? NotModelledList.markdown(of: report) : report.text(all: options.contains("--all")))
      guard report.steps.contains(where: \.isModelled) else {
        output("conformance: there is no machine on which any of these steps could be replayed\n")
        return 2
      }
      return report.conforms ? 0 : 1
    } catch {
      output("conformance: \(error)\n")
      return 2
    }
  }

  private func report(of files: [String]) throws(RecordingError) -> Report {
    var sessions: [RecordedSession] = []
    for file in files { sessions += try RecordingReader.sessions(inFile: file) }
    return Replayer(makeMachine: makeMachine).replay(sessions)
  }

  /// The package's own recordings, looked for in a folder and those above it.
  ///
  /// - Throws: `RecordingError` if there are none.
  public static func recordings(from folder: String) throws(RecordingError) -> [String] {
    var place = URL(fileURLWithPath: folder).standardizedFileURL
    let path = "Tests/ConformanceTests/Recordings"
    while true {
      let recordings = place.appendingPathComponent(path).path
      let names = (try? FileManager.default.contentsOfDirectory(atPath: recordings)) ?? []
      let files = names.filter { $0.hasSuffix(".json") }.sorted()
      if !files.isEmpty { return files.map { "\(recordings)/\($0)" } }
      guard place.path != "/" else { break }
      place.deleteLastPathComponent()
    }
    throw RecordingError(
      file: folder, place: "",
      message: "has no \(path), and no folder above it has; name the files to replay")
  }
}
