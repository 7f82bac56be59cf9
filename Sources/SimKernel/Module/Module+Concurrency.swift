/// What a module's code has no use for: it runs where the kernel calls it, and nowhere else.
///
/// In the class of a module these names mean nothing else than this, so that the compiler refuses
/// each use of them, at its line.
extension Module where Self: AnyObject {
  /// Not for modules: a task of Swift's own runs on a thread that belongs to no machine.
  @available(
    *, unavailable,
    message: """
      module code runs where the kernel calls it: kernelThread(_:_:) or kthreadRun(_:_:) starts \
      another process, scheduleTimeout(_:) sleeps
      """
  )
  public typealias Task<Success: Sendable, Failure: Error> = _Concurrency.Task<Success, Failure>

  /// Not for modules: a machine knows nothing of the host's main thread.
  @available(
    *, unavailable,
    message: "module code runs where the kernel calls it, on whatever thread drives the machine"
  )
  public typealias MainActor = _Concurrency.MainActor
}
