/// What other generations call the functions that 2.4 calls otherwise.
extension [KernelFunction: String] {
  static let v2_2: Self = [.doSoftirq: "do_bottom_half"]

  static let v2_4: Self = [:]

  static let v2_6 = EntryChains.v2_6.names
    .merging(KernelFunction.names2_6) { name, _ in name }
    .merging(time2_6) { name, _ in name }

  static let v6_1 = EntryChains.v6_1.names
    .merging(KernelFunction.names6_1) { name, _ in name }
    .merging(time6_1) { name, _ in name }

  private static let time2_6: Self = [
    .doSoftirq: "__do_softirq", .timerBH: "run_timer_softirq", .runTimerSoftirq: "__run_timers",
    .processWork: "run_workqueue", .down: "__down", .kernelThread: "kernel_thread_helper",
  ]

  private static let time6_1: Self = [
    .doIRQ: "asm_sysvec_apic_timer_interrupt", .timerInterrupt: "sysvec_apic_timer_interrupt",
    .irqExit: "__irq_exit_rcu", .doSoftirq: "handle_softirqs", .timerBH: "__run_timers",
    .internalAddTimer: "enqueue_timer", .kernelThread: "ret_from_fork",
    .waitForCompletion: "__wait_for_common", .flushWork: "__flush_workqueue",
    .cancelWork: "__flush_work", .kmalloc: "kmalloc_trace",
    .allocateFromCache: "__kmem_cache_alloc_node", .queueWork: "queue_work_on", .mutexLock: "__mutex_lock",
  ]
}
