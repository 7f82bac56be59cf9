// `swift run -c release bench [NAME]`: what the simulated kernel costs; NAME is how the name of one measure begins.
Benchmark.runAll(named: CommandLine.arguments.dropFirst().first ?? "")
