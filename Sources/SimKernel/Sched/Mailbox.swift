/// A socket whose other end lies outside the machine: whoever drives it leaves messages there, and a
/// process takes them out.
///
/// C: an `AF_UNIX` socket of type `SOCK_DGRAM`.
public final class Mailbox<Message> {
  fileprivate var messages: [Message] = []
  fileprivate var reader: Process?

  /// Creates an empty one.
  public init() {}
}

extension Kernel {
  /// Leaves a message for a process, and wakes it if it waits for one.
  ///
  /// Must not be called while the machine runs.
  public func send<Message>(_ message: Message, to mailbox: Mailbox<Message>) {
    mailbox.messages.append(message)
    if let reader = mailbox.reader { wakeUpProcess(reader) }
  }
}

extension SystemCalls {
  /// Takes the oldest message out of a mailbox; sleeps while there is none.
  ///
  /// C: `recvfrom`.
  ///
  /// - Throws: `EINTR` where a signal came that the process survives.
  public func receive<Message>(from mailbox: Mailbox<Message>) async throws(Errno) -> Message {
    try await call(.schedule) { () async throws(Trap) in
      mailbox.reader = process
      defer { mailbox.reader = nil }
      while mailbox.messages.isEmpty {
        process.state = .interruptible
        process.sleepingIn = "__skb_wait_for_more_packets"
        await kernel.schedule()
        if kernel.isTornDown { throw .errno(.machineIsGone) }
        if process.hasPendingSignal { throw .errno(.ERESTARTSYS) }
      }
      return mailbox.messages.removeFirst()
    }
  }
}
