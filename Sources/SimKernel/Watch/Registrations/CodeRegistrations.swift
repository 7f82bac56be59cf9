/// Who goes on in a module's code: saved addresses on the stacks of processes that sleep or were
/// interrupted, and threads that have not begun.
enum CodeRegistrations: RegistrationSource {
  static func registrations(on kernel: Kernel) -> [Registration] {
    let running = kernel.processors.map(\.idle)
    return (running + kernel.processes.all).flatMap { process -> [Registration] in
      // Who has died in the middle of a function never returns from it.
      guard process.exitStatus == nil, !process.isExiting || process.state != .dead else {
        return []
      }
      let who = process.pid == 0 ? "the interrupted \(process.name)" : named(process)
      var frames = process.stack.frames.filter { $0.code.module != nil }.map { frame in
        Registration(
          name: "\(who) in `\(frame.code.name)`",
          pointers: [
            Registration.Pointer(
              member: "saved address", target: frame.code.instruction(frame.instructions))
          ],
          follower: who, time: "when it goes on", isInInterrupt: process.pid == 0, process: process)
      }
      if frames.isEmpty, let thread = kernel.deferred.threads[process.pid],
        process.stack.frames.count <= 1, let function = thread.function
      {
        frames.append(
          Registration(
            name: named(process), pointers: [.init(member: "threadfn", target: function)],
            follower: who, time: "when it begins", process: process))
      }
      return frames
    }
  }

  private static func named(_ process: Process) -> String {
    "\(process.name) (pid \(process.pid))"
  }
}
