import ConformanceReplay
import Foundation

// Until the 6.1 machine lands, every kernel is one that there is no machine for.
let command = ConformanceCommand(makeMachine: { _ in nil }, output: { print($0, terminator: "") })
exit(
  command.run(
    Array(CommandLine.arguments.dropFirst()), in: FileManager.default.currentDirectoryPath))
