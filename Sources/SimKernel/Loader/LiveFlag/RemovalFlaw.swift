/// A deliberate mistake in the removal of modules, for those who want to see why the right way is as
/// it is.
///
/// No kernel was ever released with one of them.
enum RemovalFlaw: Sendable, Hashable {
  /// B1: looks at the sum of the counts, then says that the module is going, without stopping anybody.
  case sumsThenSets
  /// B2: takes a reference without forbidding preemption.
  case getsPreemptibly
  /// B3: adds up the processors' counts one by one while they go on counting.
  case sumsCellByCell
  /// B4: says that the module is going before it looks, and takes it back.
  case goesBeforeLooking
  /// B5: frees the memory without waiting for those who are leaving.
  case freesAtOnce
}
