import Testing

/// The invariants of ARCHITECTURE.md that a look at the sources can prove, under their numbers there.
@Suite("Invariants")
struct InvariantTests {
  let sources: SourceTree

  init() throws {
    sources = try SourceTree()
    try #require(sources.files.count > 100, "the sources were not found")
  }

  @Test("I1: one file imports libcmark")
  func oneImporterOfTheCLibrary() {
    #expect(sources.importers(of: "CCMark") == ["CommonMark/Parser.swift"])
  }

  @Test("I2: the values and the kernel know no Foundation")
  func noFoundationInTheValues() {
    let targets: Set = ["CommonMark", "BookModel", "SimKernel", "Explorer", "Userland"]
    let importers = sources.importers(of: "Foundation", "FoundationEssentials", "Dispatch")
      .filter { targets.contains(String($0.prefix { $0 != "/" })) }
    #expect(importers.isEmpty)
  }

  @Test("I2: files and the standard output are touched by the session's three files only")
  func inputAndOutputOfTheRuntime() {
    let importers = sources.importers(of: "Glibc", "Musl", "Darwin")
      .filter { $0.hasPrefix("SimKernel/") || $0.hasPrefix("Userland/") }
    #expect(
      importers == [
        "Userland/Explore/Interruption.swift", "Userland/RecordFile.swift",
        "Userland/Session.swift",
      ])
    // These need no import. What `await` or a receiver stands before is a function of ours.
    let values = sources.files(
      of: "CommonMark", "BookModel", "SimKernel", "Explorer", "Userland")
    for file in values {
      for call in ["print(", "debugPrint(", "dump(", "readLine("] {
        let lines = file.lines.filter { line in
          line.drop { $0 == " " }.hasPrefix(call) || line.contains("{ " + call)
        }
        #expect(lines.isEmpty, "\(file.path)")
      }
    }
  }

  @Test("I3: the model imports Markdown and nothing else")
  func theModelStandsAlone() {
    let imports = sources.files(of: "BookModel").reduce(into: Set<String>()) {
      $0.formUnion($1.imports)
    }
    #expect(imports == ["CommonMark"])
  }

  @Test("I4: no arrow between the tool and the kernel")
  func toolAndKernelAreApart() {
    let kernel: Set = [
      "CKernelMemory", "SimKernel", "Explorer", "Userland", "RecordedModules", "ConformanceReplay",
      "ConformanceMachine", "conformance", "bench",
    ]
    let tool: Set = [
      "CCMark", "CommonMark", "BookModel", "BookPipeline", "ExampleRunner", "Highlighting",
      "BookHTML", "BookCLI",
    ]
    for file in sources.files {
      let others = kernel.contains(file.target) ? tool : kernel
      #expect(file.imports.isDisjoint(with: others), "\(file.path)")
    }
  }

  @Test("I5: loading, running, colouring and rendering know nothing of each other")
  func stagesAreApart() {
    let stages: Set = ["BookPipeline", "ExampleRunner", "Highlighting", "BookHTML"]
    for file in sources.files where stages.contains(file.target) {
      #expect(file.imports.isDisjoint(with: stages), "\(file.path)")
    }
  }

  @Test("I6: who starts processes")
  func whoStartsProcesses() {
    #expect(
      sources.importers(of: "Subprocess") == [
        "ExampleRunner/Run/ProcessRunner.swift", "Highlighting/Connection.swift",
        "Highlighting/LanguageServer.swift",
      ])
    for call in ["Process()", "system(", "popen(", "posix_spawn", "fork(", "execv"] {
      #expect(sources.places(of: call).isEmpty, "\(call)")
    }
  }

  @Test("I7: time moves in one place, and nothing in the kernel is left to chance")
  func oneSourceOfTime() {
    let kernel = sources.files(of: "SimKernel", "Explorer", "Userland")
    let moves = sources.places(of: "jiffies += 1", in: kernel).map { $0.prefix { $0 != ":" } }
    #expect(moves == ["SimKernel/Time/Kernel+Tick.swift"])
    for other in ["jiffies = ", "jiffies -=", "jiffies *="] {
      let places = sources.places(of: other, in: kernel).filter {
        !$0.hasPrefix("SimKernel/Kernel.swift")
      }
      #expect(places.isEmpty, "\(other)")
    }
    for chance in [
      "random(", "RandomNumberGenerator", "ContinuousClock", "SuspendingClock", "shuffled(",
    ] {
      let places = sources.places(of: chance, in: kernel).filter {
        !$0.hasPrefix("Explorer/Policy/RandomNumbers.swift")
      }
      #expect(places.isEmpty, "\(chance)")
    }
  }

  @Test("I8: a command is short")
  func commandsAreThin() {
    for file in sources.files where file.path.hasPrefix("BookCLI/Commands/") {
      #expect(file.lines.count <= 80, "\(file.path)")
    }
  }

  @Test("I9: what a page shows is escaped in one file")
  func oneEscaper() {
    let escapers = Set(sources.places(of: "&lt;").map { $0.prefix { $0 != ":" } })
    #expect(escapers == ["BookHTML/HTMLWriter.swift"])
  }

  @Test("no file has become two things, and none traps on data")
  func houseRules() {
    for file in sources.files { #expect(file.lines.count <= 300, "\(file.path)") }
    for trap in ["try!", "fatalError(", "as!", "TODO", "FIXME"] {
      #expect(sources.places(of: trap).isEmpty, "\(trap)")
    }
  }
}
