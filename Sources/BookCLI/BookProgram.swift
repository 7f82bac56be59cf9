internal import ArgumentParser
internal import Foundation
internal import Synchronization

/// Runs the tool, from its command line to its exit status.
public enum BookProgram {
  /// Runs the command that the arguments name, and ends the process.
  public static func main() async -> Never {
    // A reader of our output that goes away must not end us in the middle of a write.
    signal(SIGPIPE, SIG_IGN)
    do {
      var command = try BookCommand.parseAsRoot()
      if var command = command as? any AsyncParsableCommand {
        try await command.run()
      } else {
        try command.run()
      }
      end(.success)
    } catch let status as ExitStatus {
      end(status)
    } catch {
      explain(error)
    }
  }

  /// Says what an error of the command line means, or that it is ours.
  private static func explain(_ error: any Error) -> Never {
    let text = BookCommand.fullMessage(for: error)
    switch BookCommand.exitCode(for: error) {
    case .success:
      // Help that was asked for is all well; a command line that asks for nothing is not.
      let wasAskedFor = CommandLine.arguments.count > 1
      Terminal.write(text + "\n", to: wasAskedFor ? .standardOutput : .standardError)
      end(wasAskedFor ? .success : .wrongUsage)
    case .validationFailure:
      Terminal.complain(text)
      end(.wrongUsage)
    default:
      Terminal.complain("quire: a fault of quire itself: \(error)")
      end(.internalFault)
    }
  }

  private static func end(_ status: ExitStatus) -> Never {
    if let loss = Terminal.loss.withLock({ $0 }) {
      Terminal.complain("quire: the output could not be written: \(loss)")
      exit(max(status.rawValue, ExitStatus.failure.rawValue))
    }
    exit(status.rawValue)
  }
}
