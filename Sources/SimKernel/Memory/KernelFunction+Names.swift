/// What each generation calls the functions that 2.4 calls otherwise.
extension [KernelFunction: String] {
  /// 2.4's own names stand with the functions.
  static let v2_4: Self = [:]

  static let v2_2: Self = [.doSoftirq: "do_bottom_half"]

  static let v2_6: Self = [
    .systemCall: "sysenter_past_esp", .sysExit: "sys_exit_group", .doSoftirq: "__do_softirq",
    .timerBH: "run_timer_softirq", .runTimerSoftirq: "__run_timers",
    .processWork: "run_workqueue", .kernelThread: "kernel_thread_helper", .fput: "__fput",
    .doDentryOpen: "__dentry_open", .getDeviceList: "devinfo_show",
  ]

  static let v6_1: Self = [
    // Interrupts, the idle task and how one gets in and out.
    .systemCall: "do_syscall_64", .cpuIdle: "do_idle", .doIRQ: "asm_sysvec_apic_timer_interrupt",
    .timerInterrupt: "sysvec_apic_timer_interrupt", .irqExit: "__irq_exit_rcu",
    .doSoftirq: "handle_softirqs", .dumpStack: "dump_stack_lvl", .mightSleep: "__might_resched",
    .sysExit: "__x64_sys_exit_group",
    // Modules.
    .sysInitModule: "__do_sys_finit_module", .sysDeleteModule: "__do_sys_delete_module",
    // Memory.
    .kmalloc: "kmalloc_trace", .allocateFromCache: "__kmem_cache_alloc_node",
    // Timers, work and waiting.
    .timerBH: "__run_timers", .internalAddTimer: "enqueue_timer", .kernelThread: "ret_from_fork",
    .waitForCompletion: "__wait_for_common", .flushWork: "__flush_workqueue",
    .cancelWork: "__flush_work", .queueWork: "queue_work_on", .mutexLock: "__mutex_lock",
    .downRead: "rwsem_down_read_slowpath", .downWrite: "rwsem_down_write_slowpath",
    // Files.
    .sysOpen: "__x64_sys_openat", .doSysOpen: "do_sys_openat2", .doDentryOpen: "do_dentry_open",
    .sysClose: "__x64_sys_close", .fput: "__fput", .sysRead: "ksys_read", .sysWrite: "ksys_write",
    .sysLseek: "ksys_lseek", .sysIoctl: "__x64_sys_ioctl", .sysMmap: "do_mmap",
    .sysMunmap: "__x64_sys_munmap", .sysPoll: "do_sys_poll", .sysDup: "__x64_sys_dup",
    .getDeviceList: "devinfo_show", .registerChrdev: "__register_chrdev",
    .unregisterChrdev: "__unregister_chrdev", .sysfsRead: "kernfs_fop_read_iter",
    .sysfsWrite: "kernfs_fop_write_iter",
  ]
}
