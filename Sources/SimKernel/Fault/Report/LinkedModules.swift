/// The modules that are loaded, as a report lists them.
///
/// C: `print_modules`.
struct LinkedModules: Hashable, Sendable {
  /// One module.
  struct Entry: Hashable, Sendable {
    var name: String
    /// What it taints the kernel with, and whether it is coming or going: `OE`, `OE+`, `O-`.
    var flags = ""

    /// `name(OE)`.
    var text: String { flags.isEmpty ? name : "\(name)(\(flags))" }
  }

  /// Newest first.
  var entries: [Entry] = []
  /// The one that was removed last.
  ///
  /// Kernels before 2.6.25 do not remember it.
  var lastUnloaded: Entry?
}
