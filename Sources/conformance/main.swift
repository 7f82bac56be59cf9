import ConformanceMachine
import ConformanceReplay
import Foundation

let command = ConformanceCommand(
  makeMachine: SimulatedMachine.make, output: { print($0, terminator: "") })
exit(
  command.run(
    Array(CommandLine.arguments.dropFirst()), in: FileManager.default.currentDirectoryPath))
