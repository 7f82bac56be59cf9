import SimKernel
import Testing

@testable import Userland

private let allKernels = MachineOptions.kernels.map(\.name).joined(separator: ", ")

@Suite("Which machine a session asks for") struct MachineOptionsTests {
  private func message(_ arguments: [String]) -> String? {
    do throws(MachineOptions.Problem) {
      _ = try MachineOptions(arguments)
      return nil
    } catch {
      return error.message
    }
  }

  @Test("without a word it is a 2.4 with one processor")
  func none() throws {
    let options = try MachineOptions([])
    #expect(options.version == .v2_4)
    #expect(options.cpus == 1)
    #expect(!options.preemptible)
  }

  @Test(
    "a session can ask for each of the kernels, and for the teaching variants",
    arguments: [
      ("2.2", "2.2.1"), ("2.4", "2.4.20"), ("2.6", "2.6.24"), ("6.1", "6.1.0-56-amd64"),
      ("2.5.55", "2.5.55"), ("2.6.0", "2.6.0"), ("2.6.24-twostage", "2.6.24-twostage"),
      ("2.6.24-broken-b1", "2.6.24-broken-b1"), ("2.6.24-broken-b5", "2.6.24-broken-b5"),
    ])
  func kernels(name: String, release: String) throws {
    let options = try MachineOptions(["--kernel=\(name)"])
    #expect(options.kernel.release == release)
    let machine = try Machine(options.kernel, modules: [])
    var text = ""
    machine.kernel.console.output = { text += $0 }
    _ = machine.type(["cat /proc/version"])
    #expect(text.contains("Linux version \(release)"))
    machine.shutDown()
  }

  @Test(
    "values stand behind a sign, or in the next word",
    arguments: [
      ["--kernel=2.4", "--cpus=2", "--preemptible"],
      ["--preemptible", "--cpus", "2", "--kernel", "2.4"],
    ])
  func all(arguments: [String]) throws {
    let options = try MachineOptions(arguments)
    #expect(options.version == .v2_4)
    #expect(options.cpus == 2)
    #expect(options.preemptible)
  }

  @Test(
    "a bad one says what is wrong, and what would be right",
    arguments: [
      (["--kernel=3.0"], "there is no kernel '3.0': it is one of \(allKernels)"),
      (["--kernel"], "'kernel' needs a value: one of \(allKernels)"),
      (["--cpus=0"], "'0' is no good value of 'cpus': it is a number from 1 to 8"),
      (["--cpus=two"], "'two' is no good value of 'cpus': it is a number from 1 to 8"),
      (["--cpus=99999999999999999999"], nil), (["--cpus"], nil),
      (["--preemptible=yes"], "'preemptible' takes no value"),
      (["--watched=yes"], "'watched' takes no value"),
      (["--cpus=1", "--cpus=2"], "'cpus' is given twice"),
      (
        ["--cpu=2"],
        "unknown word 'cpu': a session may say \(MachineOptions.words)"
      ),
      (
        ["2.4"],
        "'2.4' is no option: a session may say \(MachineOptions.words)"
      ), (["--"], nil), (["--="], nil),
    ] as [([String], String?)])
  func bad(arguments: [String], expected: String?) {
    let message = message(arguments)
    #expect(message != nil)
    if let expected { #expect(message == expected) }
  }

  @Test(
    "a machine is watched if the session says so",
    arguments: [["--kernel=2.4", "--watched"], ["--watched", "--kernel=2.4"]])
  func watched(arguments: [String]) throws {
    #expect(try MachineOptions(arguments).kernel == .v2_4.watched)
    #expect(try MachineOptions([]).kernel == .v2_4)
    #expect(KernelVersion.v2_4 != .v2_4.watched)
  }

  @Test("a machine that is not built is refused, and says so")
  func notBuilt() {
    for cpus in [0, -1, 33, .max] { #expect(throws: BootError.self) { try Machine(cpus: cpus) } }
    for version in [KernelVersion.v2_2, .v2_4] {
      #expect(throws: BootError.self) { try Machine(version, preemptible: true) }
    }
    #expect(throws: Never.self) { try Machine(.v2_6, cpus: 2, preemptible: true) }
  }
}
