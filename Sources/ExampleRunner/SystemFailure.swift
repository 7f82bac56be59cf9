/// What the system refused to do for us, in one sentence.
struct SystemFailure: Error, Hashable {
  var reason: String
}
