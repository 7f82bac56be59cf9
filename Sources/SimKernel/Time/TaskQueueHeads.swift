/// Where the heads of the task queues lie; nil for one that a kernel does not have.
struct TaskQueueHeads {
  private var timer: Address?
  private var immediate: Address?
  private var scheduler: Address?
  private var disk: Address?

  subscript(queue: TaskQueue) -> Address? {
    get {
      switch queue {
      case .timer: timer
      case .immediate: immediate
      case .scheduler: scheduler
      case .disk: disk
      }
    }
    set {
      switch queue {
      case .timer: timer = newValue
      case .immediate: immediate = newValue
      case .scheduler: scheduler = newValue
      case .disk: disk = newValue
      }
    }
  }
}
