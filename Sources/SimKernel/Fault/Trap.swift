/// Why a function of the kernel did not come to its end.
enum Trap: Error {
  /// It returns an error to its caller.
  case errno(Errno)
  /// The processor refused an instruction; whoever is running dies of it.
  ///
  /// Kept elsewhere: every call that can throw would have to have room for all that a fault tells.
  indirect case fault(Fault)
}
