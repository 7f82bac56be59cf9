internal import CKernelMemory
internal import Explorer
internal import SimKernel

#if canImport(Darwin)
  internal import Darwin
#elseif canImport(Musl)
  internal import Musl
#else
  internal import Glibc
#endif

/// Runs the session that the command line names, on a machine with the program's modules, and ends
/// the program.
///
/// The file holds one command a line. The terminal is the standard output. A machine that panics
/// ends the program by `SIGABRT`. Options behind the file say which machine it is: `--kernel=2.4`,
/// `--cpus=2`, `--preemptible`, `--watched`; a bad one ends the program with status 2, and a sentence.
///
/// The environment can name two files, to which one JSON object a line is added: `QUIRE_MARKS` tells
/// which lines of the output belong together, such as an oops, and `QUIRE_TRACE` everything that
/// happened on the machine, after a line with the session's name, `QUIRE_TRACE_NAME`. `QUIRE_PROGRAM` is the
/// hash of the program's sources, by which schedule tokens know it.
///
/// - Parameter programTypes: Every top-level class of the program; those that are modules can be
///   loaded.
public func runSession(_ programTypes: [Any.Type]) -> Never {
  guard CommandLine.arguments.count > 1 else {
    fail("usage: PROGRAM SESSION-FILE [OPTION...]", status: 2)
  }
  let path = CommandLine.arguments[1]
  guard let text = readFile(path) else { fail("cannot read the session \(path)", status: 2) }
  let lines = text.split(whereSeparator: \.isNewline).map(String.init)
  let modules = programTypes.compactMap { $0 as? any Module.Type }
  let options: MachineOptions
  let exploring: ExploreOptions
  do throws(MachineOptions.Problem) {
    var arguments = Array(CommandLine.arguments.dropFirst(2))
    exploring = try ExploreOptions(takingFrom: &arguments)
    options = try MachineOptions(arguments)
  } catch {
    fail(error.message, status: 2)
  }
  if exploring.task != .run {
    explore(lines, on: options, modules, exploring)
  }
  do throws(BootError) {
    let machine = try Machine(
      options.kernel, modules: modules, cpus: options.cpus, preemptible: options.preemptible)
    end(run(lines, on: machine), on: machine)
  } catch {
    switch error {
    case .outOfMemory: fail("the host has no memory left for a machine", status: 1)
    case .notBuilt(let what): fail("there is no such machine: \(what)", status: 2)
    }
  }
}

/// Explores the session instead of running it once: status 0 where that could be done, whatever was found.
private func explore(
  _ lines: [String], on options: MachineOptions, _ modules: [any Module.Type],
  _ exploring: ExploreOptions
) -> Never {
  var fingerprint = Fingerprint(variable("QUIRE_PROGRAM") ?? "")
  for line in lines { fingerprint.add(line) }
  for module in modules { fingerprint.add(String(reflecting: module)) }
  var explorer = SessionExplorer(
    program: SessionProgram(
      options: options, modules: modules, session: ExploredSession(lines)),
    fingerprint: fingerprint, put: { put($0, to: 1) })
  explorer.explorer.limits = exploring.limits
  explorer.sample = exploring.sample
  Interruption.await()
  explorer.isOver = { Interruption.isWanted }
  do throws(TokenProblem) {
    var verdict = SessionExplorer.Verdict.refused
    if case .replay(let token) = exploring.task {
      verdict = try explorer.replay(token)
    } else {
      verdict = explorer.explore()
    }
    exit(verdict == .refused ? 3 : 0)
  } catch {
    fail(error.message, status: 2)
  }
}

/// Why a session that did not come to its last line ended, as a sentence.
private func words(for outcome: RunOutcome, on machine: Machine) -> String {
  switch outcome {
  case .finished, .panicked: ""
  case .killed(let signal): "the shell died of signal \(signal) before it had executed every line"
  case .stuck: "the machine stands still: every process sleeps, and nothing will wake one"
  case .lost(let pid): words(forLost: pid, on: machine)
  case .outOfTime:
    "the session does not come to its end: processes keep running, or a day has passed"
  }
}

/// Which process it is, and where it was lost.
private func words(forLost pid: Int, on machine: Machine) -> String {
  let process = machine.kernel.processTable.first { $0.pid == pid }
  let name = process.map { " (\($0.name))" } ?? ""
  let place = process?.functionInModule.map { ", in \($0)," } ?? ""
  return "process \(pid)\(name)\(place) awaits something that is no call of the kernel"
}

private func run(_ lines: [String], on machine: Machine) -> RunOutcome {
  let marks = recordFile("QUIRE_MARKS")
  let trace = recordFile("QUIRE_TRACE")
  machine.kernel.trace.isEnabled = trace != nil
  if let trace, let name = variable("QUIRE_TRACE_NAME") { trace.begin(name) }
  let kernel = machine.kernel
  kernel.console.output = { [unowned kernel] text in
    put(text, to: 1)
    // As it happens: a program that is ended at a limit gets no other chance.
    trace?.write(kernel.trace)
  }
  kernel.console.onMark = { marks?.write($0) }
  let conclude = { [unowned kernel] in
    kernel.concludeWatch()
    trace?.write(kernel.trace)
  }
  kernel.onEndOfProgram = conclude
  let outcome = machine.type(lines)
  conclude()
  return outcome
}

private func recordFile(_ name: String) -> RecordFile? {
  guard let path = variable(name) else { return nil }
  guard let file = RecordFile(path: path) else { fail("cannot write to \(path)", status: 2) }
  return file
}

private func variable(_ name: String) -> String? { getenv(name).map { String(cString: $0) } }

private func end(_ outcome: RunOutcome, on machine: Machine) -> Never {
  switch outcome {
  case .finished: exit(0)
  case .panicked: kernel_memory_die(SIGABRT)
  case .killed, .stuck, .lost, .outOfTime: fail(words(for: outcome, on: machine), status: 3)
  }
}

private func fail(_ message: String, status: Int32) -> Never {
  put(message + "\n", to: 2)
  exit(status)
}

/// Writes at once: what a machine said before it died must not be lost in a buffer.
private func put(_ text: String, to descriptor: Int32) {
  var text = text
  text.withUTF8 { bytes in
    var rest = UnsafeRawBufferPointer(bytes)
    while !rest.isEmpty {
      let written = write(descriptor, rest.baseAddress, rest.count)
      guard written > 0 else { return }
      rest = UnsafeRawBufferPointer(rebasing: rest[written...])
    }
  }
}

private func readFile(_ path: String) -> String? {
  guard let file = fopen(path, "r") else { return nil }
  defer { fclose(file) }
  var bytes: [UInt8] = []
  var buffer = [UInt8](repeating: 0, count: 4096)
  while true {
    let count = fread(&buffer, 1, buffer.count, file)
    if count == 0 { return String(decoding: bytes, as: UTF8.self) }
    bytes += buffer[..<count]
  }
}
