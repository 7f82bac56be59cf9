extension KernelSymbols {
  /// 2.6.24.
  static let v2_6 = KernelSymbols(
    .i386,
    """
    struct_module printk panic dump_stack sprintf snprintf __kmalloc kmem_cache_alloc kfree vmalloc
    vfree register_chrdev unregister_chrdev register_chrdev_region alloc_chrdev_region
    unregister_chrdev_region cdev_alloc cdev_init cdev_add cdev_del misc_register misc_deregister
    create_proc_entry remove_proc_entry seq_printf seq_read simple_read_from_buffer
    sleep_on interruptible_sleep_on __wake_up prepare_to_wait finish_wait schedule schedule_timeout
    schedule_timeout_interruptible schedule_timeout_uninterruptible msleep msleep_interruptible
    complete wait_for_completion mutex_lock mutex_lock_interruptible mutex_unlock __mutex_init
    lock_kernel unlock_kernel _spin_lock _spin_unlock _spin_lock_irqsave _spin_unlock_irqrestore
    __down_failed __down_failed_interruptible __up_wakeup jiffies init_timer __mod_timer mod_timer
    del_timer del_timer_sync schedule_work schedule_delayed_work cancel_delayed_work_sync
    flush_scheduled_work kthread_create kthread_stop kthread_should_stop wake_up_process daemonize
    kernel_thread module_put module_refcount __module_put_and_exit __symbol_put
    register_module_notifier unregister_module_notifier __udelay __const_udelay
    param_set_int param_get_int param_set_uint param_get_uint param_set_short param_get_short
    param_set_byte param_get_byte param_set_long param_get_long param_set_bool param_get_bool
    param_set_charp param_get_charp param_array_set param_array_get param_set_copystring
    param_get_string request_irq free_irq copy_to_user copy_from_user
    """,
    gplOnly: """
      __symbol_get symbol_put_addr class_create class_destroy device_create device_destroy
      __create_workqueue_key destroy_workqueue queue_work queue_delayed_work flush_workqueue
      cancel_work_sync synchronize_sched synchronize_rcu call_rcu __rcu_read_lock hrtimer_start
      hrtimer_cancel
      """)

  /// 6.1.
  static let v6_1 = KernelSymbols(
    .x86_64,
    """
    module_layout __fentry__ __x86_return_thunk _printk panic dump_stack __warn_printk
    __stack_chk_fail sprintf snprintf strcmp sysfs_streq __kmalloc kmalloc_caches kmalloc_trace
    kmemdup kfree vmalloc vfree __register_chrdev __unregister_chrdev register_chrdev_region
    alloc_chrdev_region unregister_chrdev_region cdev_alloc cdev_init cdev_add cdev_del
    misc_register misc_deregister proc_create proc_remove remove_proc_entry single_open seq_printf
    seq_read simple_read_from_buffer no_llseek noop_llseek __wake_up init_wait_entry
    prepare_to_wait_event finish_wait schedule schedule_timeout schedule_timeout_interruptible
    schedule_timeout_uninterruptible msleep msleep_interruptible complete wait_for_completion
    __init_swait_queue_head mutex_lock mutex_lock_interruptible mutex_unlock __mutex_init down
    down_interruptible up _raw_spin_lock _raw_spin_unlock _raw_spin_lock_irqsave
    _raw_spin_unlock_irqrestore jiffies init_timer_key add_timer mod_timer del_timer del_timer_sync
    system_wq queue_work_on queue_delayed_work_on delayed_work_timer_fn cancel_delayed_work
    cancel_delayed_work_sync flush_delayed_work __flush_workqueue kthread_create_on_node kthread_stop
    kthread_should_stop wake_up_process try_module_get __module_get module_put module_refcount
    __module_put_and_kthread_exit __symbol_put register_module_notifier unregister_module_notifier
    __const_udelay param_ops_int param_ops_uint param_ops_short param_ops_byte param_ops_long
    param_ops_bool param_ops_charp param_array_ops param_ops_string _copy_to_user _copy_from_user
    """,
    gplOnly: """
      __symbol_get symbol_put_addr __class_create class_destroy device_create device_destroy
      alloc_workqueue destroy_workqueue flush_work cancel_work_sync schedule_hrtimeout
      synchronize_rcu call_rcu __rcu_read_lock __rcu_read_unlock hrtimer_start_range_ns
      hrtimer_cancel
      """)
}
