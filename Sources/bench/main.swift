// `swift run -c release bench`: what the simulated kernel costs.
Benchmark.runAll()
