internal import SimKernel

/// Leading descriptors elsewhere.
extension Shell {
  /// Redirections with their words replaced; nil, after a message, where one leads nowhere.
  func resolve(
    _ redirections: [ShellRedirection], _ system: SystemCalls
  ) async -> [ResolvedRedirection]? {
    var result: [ResolvedRedirection] = []
    for redirection in redirections {
      guard let target = await expand(redirection.target, system) else { return nil }
      let descriptor = redirection.descriptor
      switch redirection.direction {
      case .read: result.append(.read(descriptor: descriptor, path: target))
      case .write: result.append(.write(descriptor: descriptor, path: target))
      case .append: result.append(.append(descriptor: descriptor, path: target))
      case .copy where target == "-": result.append(.close(descriptor: descriptor))
      case .copy where Int(target) != nil:
        result.append(.copy(descriptor: descriptor, of: Int(target) ?? -1))
      case .copy where descriptor != 1:
        await complain(dialect.line("\(target): ambiguous redirect"), status: 1, system)
        return nil
      case .copy, .both:
        result.append(.write(descriptor: 1, path: target))
        result.append(.copy(descriptor: 2, of: 1))
      }
    }
    return result
  }

  /// Does something with descriptors led elsewhere, and leads them back.
  func redirected(
    _ redirections: [ShellRedirection], _ system: SystemCalls, _ body: () async -> Void
  ) async {
    guard !redirections.isEmpty else { return await body() }
    guard let resolved = await resolve(redirections, system) else {
      lastStatus = 1
      return
    }
    let saved = await system.save(resolved.map(\.descriptor))
    if await system.apply(resolved, dialect) {
      await body()
    } else {
      lastStatus = 1
    }
    await system.restore(saved)
  }
}

/// A redirection that is ready to be done.
enum ResolvedRedirection: Equatable {
  case read(descriptor: Int, path: String)
  case write(descriptor: Int, path: String)
  case append(descriptor: Int, path: String)
  case copy(descriptor: Int, of: Int)
  case close(descriptor: Int)

  var descriptor: Int {
    switch self {
    case .read(let descriptor, _), .write(let descriptor, _), .append(let descriptor, _),
      .copy(let descriptor, _), .close(let descriptor):
      descriptor
    }
  }
}
