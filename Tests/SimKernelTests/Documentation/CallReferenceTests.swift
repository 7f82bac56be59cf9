import Foundation
import Testing

@testable import SimKernel

@Suite("The calls of the kernel, as they are documented")
struct CallReferenceTests {
  @Test("each call says its context, its C name and its kernels, in the same words")
  func everyCallSpeaks() throws {
    let reference = try CallReference()
    #expect(reference.silent == [])
    #expect(reference.entries.count > 100)
  }

  @Test("the page of calls says what the comments say; QUIRE_WRITE=1 writes it")
  func page() throws {
    let page = CallReferencePage(reference: try CallReference())
    let file = CallReference.package.appendingPathComponent(CallReferencePage.path)
    if ProcessInfo.processInfo.environment["QUIRE_WRITE"] != nil {
      try page.text.write(to: file, atomically: true, encoding: .utf8)
    }
    #expect(try String(contentsOf: file, encoding: .utf8) == page.text)
  }

  @Test("each call that is documented is tried, and no other")
  func everyCallIsTried() throws {
    let documented = Set(try CallReference().entries.map(\.baseName))
    #expect(documented.symmetricDifference(CallTrials.all.keys) == [])
  }

  @Test(
    "a kernel refuses exactly the calls that its page does not give it",
    arguments: [("2.2", KernelVersion.v2_2), ("2.4", .v2_4), ("2.6", .v2_6), ("6.1", .v6_1)])
  func availability(generation: String, version: KernelVersion) throws {
    for entry in try CallReference().entries {
      guard let trial = CallTrials.all[entry.baseName] else { continue }
      let bench = try Bench(version)
      try bench.load("trial", initialise: { module in await trial(module) })
      let refusals = bench.log.filter { $0.contains("has no such call") }
      #expect(
        refusals.isEmpty == entry.kernels.contains(generation), "\(entry.name): \(refusals)")
    }
  }

  @Test("every public type stands among the topics of the catalog")
  func topics() throws {
    let root = CallReference.package.appendingPathComponent("Sources/SimKernel")
    let page = try String(
      contentsOf: root.appendingPathComponent("SimKernel.docc/SimKernel.md"), encoding: .utf8)
    let paths = FileManager.default.subpaths(atPath: root.path) ?? []
    var missing: [String] = []
    for path in paths.sorted() where path.hasSuffix(".swift") {
      let text = try String(contentsOf: root.appendingPathComponent(path), encoding: .utf8)
      let types = text.matches(
        of: #/(?:^|\n)public (?:final )?(?:class|struct|enum|protocol|actor) (\w+)/#)
      missing += types.map { String($0.1) }.filter { !page.contains("- ``\($0)``") }
    }
    #expect(missing == [])
  }
}
