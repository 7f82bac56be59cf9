import BookModel
import Foundation
import Testing

@testable import ExampleRunner

@Suite struct ContainTests {
  /// Runs a line of shell.
  private func sh(_ line: String, _ limits: RunLimits = RunLimits()) async throws -> ProcessResult {
    try await run("/bin/sh", ["-c", line], limits)
  }

  private func run(
    _ program: String, _ arguments: [String], _ limits: RunLimits = RunLimits()
  ) async throws -> ProcessResult {
    let workshop = try await Workshop.open()
    return try await workshop.folder.withScratch { folder throws(SystemFailure) in
      try await workshop.runner.run(
        ProcessRunner.Request(
          program: program, arguments: arguments, environment: ["PATH=/usr/bin:/bin"],
          folder: folder, records: folder, limits: limits))
    }
  }

  @Test("the two outputs are kept apart, and so is the status")
  func outputs() async throws {
    let result = try await sh("echo out; echo err >&2; exit 4")
    #expect(
      result
        == ProcessResult(
          ending: .exited(4), output: Array("out\n".utf8), errors: Array("err\n".utf8), leftover: 0)
    )
  }

  @Test("a program gets the descriptors 0 to 2, and no other")
  func descriptors() async throws {
    // The shell opens one itself, to read the folder.
    let result = try await sh("cd /dev/fd && for f in *; do test -e $f && echo $f; done")
    #expect(String(decoding: result.output, as: UTF8.self) == "0\n1\n2\n")
  }

  @Test("a program leads its session and group")
  func session() async throws {
    let result = try await sh("echo $$; ps -o pgid= -o sess= -p $$ 2>/dev/null || echo $$ $$")
    let numbers = String(decoding: result.output, as: UTF8.self).split(
      whereSeparator: \.isWhitespace)
    #expect(numbers.count == 3)
    #expect(Set(numbers).count == 1)
  }

  @Test("a program that is not there is told by the system's number")
  func missingProgram() async throws {
    #expect(try await run("/nowhere/program", []).ending == .failed(errno: Int(ENOENT)))
  }

  @Test("many megabytes arrive whole")
  func muchOutput() async throws {
    var limits = RunLimits()
    limits.outputKiB = 100_000
    limits.wallSeconds = 60
    let result = try await sh("head -c 20000000 /dev/zero", limits)
    #expect(result.ending == .exited(0))
    #expect(result.output.count == 20_000_000)
  }

  @Test("what was printed before a limit is kept, up to the limit")
  func outputAtLimit() async throws {
    var limits = RunLimits()
    limits.outputKiB = 1
    let result = try await sh("yes", limits)
    #expect(result.ending == .reached(.output))
    #expect(result.output.count == 1024)
  }

  @Test("a program that ignores the signal of the processor limit is ended all the same")
  func stubbornLoop() async throws {
    var limits = RunLimits()
    limits.cpuSeconds = 1
    limits.wallSeconds = 60
    let result = try await sh("trap '' XCPU; while :; do :; done", limits)
    #expect(result.ending == .reached(.cpu))
  }

  /// Every signal from 1 to 31 that ends a program that does nothing about it.
  private static let deadly: [Int32] = {
    let harmless = [SIGCHLD, SIGCONT, SIGURG, SIGWINCH, SIGSTOP, SIGTSTP, SIGTTIN, SIGTTOU]
    return (1...31).filter { !harmless.contains($0) }
  }()

  @Test("a signal that a program sends itself is told as that signal", arguments: deadly)
  func raised(_ number: Int32) async throws {
    #expect(try await sh("kill -\(number) $$").ending == .signaled(Int(number)))
  }

  @Test("a file that grows to the limit is told as that, wherever it lies in the folder")
  func fileAtLimit() async throws {
    var limits = RunLimits()
    limits.fileKiB = 64
    let result = try await sh("mkdir below; exec cat /dev/zero > below/file", limits)
    #expect(result.ending == .reached(.file))
  }

  @Test("a chain of processes, each in its own session, is ended")
  func runners() async throws {
    let token = "quire-\(UUID().uuidString)"
    let result = try await sh(
      "i=0; while [ $i -lt 5 ]; do (setsid sh -c 'sleep 60; : \(token)' &) ; i=$((i+1)); done; sleep 0.2"
    )
    #expect(result.ending == .exited(0))
    #if os(Linux)
      #expect(result.leftover >= 5)
    #endif
    #expect(Processes.mentioning(token) == [])
  }

  @Test("when whoever started it is gone, a run ends", .timeLimit(.minutes(10)))
  func starterDies() async throws {
    let workshop = try await Workshop.open()
    let token = "quire-\(UUID().uuidString)"
    let contain = workshop.runner.contain
    // The shell starts `contain` and leaves at once: its child is an orphan then. Outside of any
    // other `contain`, which would clean up by itself.
    let shell = Process()
    shell.executableURL = URL(filePath: "/bin/sh")
    shell.arguments = [
      "-c", "'\(contain)' --wall 600 -- sh -c 'sleep 600; : \(token)' 2>/dev/null & sleep 0.3",
    ]
    try shell.run()
    shell.waitUntilExit()
    for _ in 0..<600 where !Processes.mentioning(token).isEmpty {
      try await Task.sleep(for: .milliseconds(50))
    }
    #expect(Processes.mentioning(token) == [])
  }

  @Test("a missing `contain` is a failure in words, and no crash")
  func missingContain() async throws {
    let workshop = try await Workshop.open()
    var tools = workshop.tools()
    tools.runner = ProcessRunner(contain: "/nowhere/contain")
    let result = await ExampleSuite(tools, settings: workshop.settings).run([
      .plain(Session("# types\nSample\n"))
    ])
    #expect(result.counts.failed == 1)
    #expect(result.diagnostics.first?.summary.contains("/nowhere/contain") == true)
  }

  @Test("no run leaves a descriptor open")
  func noLeakedDescriptors() async throws {
    #if os(Linux)
      _ = try await sh("true")
      // Other tests run at the same time: a leak shows as growth by as much as there are runs.
      let before = Folder(path: "/proc/self/fd").names.count
      for _ in 0..<100 { _ = try await sh("true") }
      #expect(Folder(path: "/proc/self/fd").names.count < before + 50)
    #endif
  }
}
