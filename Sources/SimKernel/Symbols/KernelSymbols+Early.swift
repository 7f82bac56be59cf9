extension KernelSymbols {
  /// 2.2.1.
  static let v2_2 = KernelSymbols(.i386, early + " get_module_symbol")

  /// 2.4.20.
  static let v2_4 = KernelSymbols(
    .i386,
    early
      + """
       inter_module_register inter_module_unregister inter_module_get inter_module_get_request
      inter_module_put try_inc_mod_count schedule_task flush_scheduled_tasks daemonize
      reparent_to_init complete wait_for_completion complete_and_exit del_timer_sync
      __run_task_queue __tasklet_schedule __tasklet_hi_schedule tasklet_init tasklet_kill
      raise_softirq do_softirq
      """)

  /// What both have.
  private static let early = """
    printk panic sprintf simple_strtoul kmalloc kfree vmalloc vfree __get_free_pages free_pages
    register_chrdev unregister_chrdev create_proc_entry remove_proc_entry proc_root
    sleep_on sleep_on_timeout interruptible_sleep_on interruptible_sleep_on_timeout __wake_up
    schedule schedule_timeout kernel_thread kill_proc exit_mm exit_files
    add_timer mod_timer del_timer jiffies tq_timer tq_immediate
    __const_udelay __udelay __down_failed __down_failed_interruptible __up_wakeup
    request_irq free_irq request_module __generic_copy_to_user __generic_copy_from_user
    """
}
