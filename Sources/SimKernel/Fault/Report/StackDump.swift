/// What a dump of the stack shows that is no oops: somebody asked, and the kernel goes on.
///
/// C: `dump_stack`.
struct StackDump: Hashable, Sendable {
  var context: DumpContext
  var trace: [CallTraceEntry]
}
