internal import ArgumentParser

#if canImport(Darwin)
  internal import Darwin
#elseif canImport(Musl)
  internal import Musl
#else
  internal import Glibc
#endif

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
      print(text)
      end(.success)
    case .validationFailure:
      Terminal.complain(text)
      end(.wrongUsage)
    default:
      Terminal.complain("quire: a fault of quire itself: \(error)")
      end(.internalFault)
    }
  }

  private static func end(_ status: ExitStatus) -> Never {
    fflush(nil)
    exit(status.rawValue)
  }
}
