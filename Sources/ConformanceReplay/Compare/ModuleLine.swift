/// A line of `/proc/modules` without what differs from boot to boot: the address.
struct ModuleLine: Equatable {
  let text: String
  var isLoaded: Bool { text != "not loaded" }

  init(_ line: String?) {
    text = line.map { Normaliser.output($0, of: nil) } ?? "not loaded"
  }
}
