/// A module that can be taken out of use before it is destroyed, and put back.
///
/// In 2002 Roman Zippel held that the real flaw of modules is a cleanup function that cannot fail, and
/// that unregistering should say `EBUSY` while references exist; Werner Almesberger told apart what can
/// go wrong: entry after removal and return after removal. This is what a module looks like if both are
/// taken seriously. What exists outside, its devices and files under `/proc`, is one thing; its memory
/// and its threads are another.
///
/// `cleanupModule` is not called: ``deactivate()`` and ``destroy()`` are its two halves.
public protocol TwoStageModule: Module {
  /// Stage one: takes back what was registered, so that nobody new comes in. Process context, may
  /// sleep.
  ///
  /// Who is inside already stays there, and may sleep there.
  /// - Throws: The errno with which it refuses: `EBUSY` where that is known at once. It must have put
  ///   back what it took.
  func deactivate() async throws(Errno)

  /// Puts everything back: somebody has come to use the module again, or the remover was interrupted.
  /// Process context, may sleep.
  /// - Throws: The errno of what could not be registered again; the module then stays out of use until
  ///   its last reference goes.
  func reactivate() async throws(Errno)

  /// Stage two: ends threads and frees memory. Process context, may sleep; nobody is in the module's
  /// code any more, nor can get there.
  func destroy() async
}

extension TwoStageModule {
  /// Nothing: the two halves of it are called instead.
  public func cleanupModule() async {}
}
