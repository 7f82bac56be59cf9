internal import ConformanceReplay
internal import SimKernel

extension SystemCalls {
  /// What `/proc/modules` and `/sys/module` say of a module.
  func state(ofModule name: String) async -> ConformanceReplay.ModuleState {
    let lines = await text(of: "/proc/modules")?.split(separator: "\n") ?? []
    let folder = "/sys/module/\(name)"
    return ConformanceReplay.ModuleState(
      line: lines.first { $0.hasPrefix("\(name) ") }.map(String.init),
      references: await value(of: "\(folder)/refcnt"),
      initState: await value(of: "\(folder)/initstate"),
      taint: await value(of: "\(folder)/taint"))
  }

  /// The number that a file holds; 0 where it holds none.
  func number(in path: String) async -> Int { await value(of: path).flatMap { Int($0) } ?? 0 }

  /// What a file of one line says.
  private func value(of path: String) async -> String? {
    await text(of: path)?.split(separator: "\n", omittingEmptySubsequences: false).first
      .map(String.init)
  }

  private func text(of path: String) async -> String? {
    guard let descriptor = try? await open(path) else { return nil }
    let bytes = try? await rest(of: descriptor)
    try? await close(descriptor)
    return bytes.map { String(decoding: $0, as: UTF8.self) }
  }
}
