/// Which calls a kernel generation has; a call that it does not have is refused with a line in the
/// log.
struct Facilities: OptionSet, Sendable {
  let rawValue: Int

  /// `queue_task`, `run_task_queue`, `mark_bh`.
  static let taskQueues = Facilities(rawValue: 1 << 0)
  /// `tq_scheduler`.
  static let schedulerQueue = Facilities(rawValue: 1 << 1)
  /// `synchronize_bh`.
  static let synchronizeBH = Facilities(rawValue: 1 << 2)
  /// `del_timer_sync`.
  static let delTimerSync = Facilities(rawValue: 1 << 3)
  /// `schedule_task`, `flush_scheduled_tasks`.
  static let scheduleTask = Facilities(rawValue: 1 << 4)
  /// `create_workqueue` and its like.
  static let workqueues = Facilities(rawValue: 1 << 5)
  /// `kernel_thread`, `daemonize`.
  static let kernelThread = Facilities(rawValue: 1 << 6)
  /// `kthread_run`, `kthread_stop`.
  static let kthreads = Facilities(rawValue: 1 << 7)
  /// `sleep_on` and its like.
  static let sleepOn = Facilities(rawValue: 1 << 8)
  /// `wait_event`, wait queues that wake one of many, completions.
  static let waitEvent = Facilities(rawValue: 1 << 9)
  /// `prepare_to_wait`, `finish_wait`.
  static let prepareToWait = Facilities(rawValue: 1 << 10)
  /// `struct mutex`, `rcu_read_lock`.
  static let mutexes = Facilities(rawValue: 1 << 11)
  /// `lock_kernel`.
  static let bigKernelLock = Facilities(rawValue: 1 << 12)
  /// `msleep`.
  static let msleep = Facilities(rawValue: 1 << 13)
  /// Spin locks are there even on one processor.
  static let builtForManyProcessors = Facilities(rawValue: 1 << 14)
  /// What holds preemption off is counted, for messages.
  static let preemptCount = Facilities(rawValue: 1 << 15)
  /// The kernel's threads for deferred work are shared by all work queues of a processor.
  static let sharedWorkers = Facilities(rawValue: 1 << 16)
  /// Tasks that hang are reported: `khungtaskd`.
  static let hungTasks = Facilities(rawValue: 1 << 17)
  /// `struct cdev`, regions of device numbers, `misc_register`, classes of devices.
  static let deviceModel = Facilities(rawValue: 1 << 18)
  /// `simple_read_from_buffer`, `msecs_to_jiffies`.
  static let helpers = Facilities(rawValue: 1 << 19)

  static let v2_2: Facilities = [
    .taskQueues, .schedulerQueue, .synchronizeBH, .kernelThread, .sleepOn, .bigKernelLock,
  ]
  static let v2_4: Facilities = [
    .taskQueues, .delTimerSync, .scheduleTask, .kernelThread, .sleepOn, .waitEvent,
    .bigKernelLock,
  ]
  static let v2_6: Facilities = [
    .delTimerSync, .workqueues, .kernelThread, .kthreads, .sleepOn, .waitEvent, .prepareToWait,
    .mutexes, .bigKernelLock, .msleep, .preemptCount, .deviceModel, .helpers,
  ]
  static let v6_1: Facilities = [
    .delTimerSync, .workqueues, .kthreads, .waitEvent, .prepareToWait, .mutexes, .msleep,
    .builtForManyProcessors, .preemptCount, .sharedWorkers, .hungTasks, .deviceModel, .helpers,
  ]
}

extension Kernel {
  /// Says that this kernel has no such call.
  func refuse(_ call: String) {
    printk("\(call): Linux \(version.release) has no such call\n", .error)
  }

  /// Whether this kernel has a call; if not, it says so.
  func has(_ facility: Facilities, _ call: String) -> Bool {
    if version.facilities.contains(facility) { return true }
    refuse(call)
    return false
  }
}
