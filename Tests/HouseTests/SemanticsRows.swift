/// The rows of SEMANTICS 2 to 9 that a module or a user of 2.2, 2.4 or 2.6 can observe, by section.
///
/// A row is named by its number, or by the first words of its first cell.
enum SemanticsRows {
  static let all: [(section: String, rows: [String])] = [
    ("2.1", ["flags", "list", "create", "init", "delete", "uninitialised", "find_module"]),
    ("2.2", ["COMING", "LIVE", "GOING"]),
    (
      "3.1",
      [
        "row 1", "row 2", "row 3", "row 4", "row 5", "row 6", "row 7", "note 1", "note 2",
        "note 3", "free_module", "atomicity",
      ]
    ),
    (
      "3.2",
      [
        "init_module", "init fails", "init succeeds", "ENOSYS", "flag bits", "row 1", "row 2",
        "row 3", "row 4", "row 5", "row 6", "row 7", "row 8", "stop machine",
      ]
    ),
    (
      "3.2 variants",
      ["waiter", "wait when count already 0", "exit", "rmmod during init", "unlink", "count cell"]
    ),
    (
      "3.3",
      [
        "too short", "64 MB", "truncated", "no module", "stripped", "no version magic",
        "version magic differs", "same name", "undefined symbol", "CRC differs", "no CRC",
        "exports without CRCs", "duplicate export", "common symbol", "licence", "vermagic",
        "quoting", "no such parameter", "ENOSPC", "other setter error", "charp", "array",
      ]
    ),
    (
      "4",
      [
        "MOD_INC_USE_COUNT", "MOD_DEC_USE_COUNT", "MOD_IN_USE", "can_unload", "try_inc_mod_count",
        "fops_get", "SET_MODULE_OWNER", "inter_module_register", "get_module_symbol",
        "try_module_get", "__module_get", "module_put", "module_refcount", "symbol_get",
        "symbol_put", "symbol_put_addr", "use_module", "module_put_and_exit",
        "register_module_notifier",
      ]
    ),
    ("5.1", ["2.2 and 2.4", "2.5.5x", "2.6", "without unloading", "ksyms", "devices", "lsmod"]),
    (
      "5.2",
      [
        "Using", "no module by that name", "EEXIST", "kernel version", "version mismatch",
        "unresolved symbol", "ENOMEM", "create_module", "init_module", "parameters", "taint",
        "forced load", "after any error", "module-init-tools",
      ]
    ),
    (
      "5.3", ["modutils 2.1.121", "modutils 2.4.16", "-a", "module-init-tools", "errno texts"]
    ),
    (
      "6",
      [
        "do_timer", "BH execution", "do_softirq", "queue_task", "run_task_queue", "tq_timer",
        "tq_immediate", "tq_scheduler", "tq_disk", "schedule_task", "flush_scheduled_tasks",
        "add_timer", "del_timer", "del_timer_sync", "mod_timer", "timer expiry", "synchronize_bh",
      ]
    ),
    (
      "6.1",
      [
        "create_workqueue", "queue_work", "queue_delayed_work", "worker", "flush_workqueue",
        "cancel_delayed_work", "cancel_*_sync", "destroy_workqueue",
      ]
    ),
    (
      "7",
      [
        "sleep_on", "interruptible_sleep_on", "…_timeout", "wake_up", "exclusive",
        "wake_up_interruptible", "waitqueue_active", "wait_event", "prepare_to_wait",
        "wake_up_process", "schedule", "schedule_timeout", "complete", "down/up", "D",
      ]
    ),
    (
      "8",
      [
        "register_chrdev", "name pointer", "unregister_chrdev", "forgetting it", "chrdev_open",
        "lock", "open fails", "last close", "reading", "request_module", "procfs read",
        "remove_proc_entry", "ioctl",
      ]
    ),
    (
      "9.1",
      ["process", "interrupt", "idle task", "init", "kernel thread", "preempt_count", "recursive"]
    ),
    (
      "9.2",
      [
        "2.2.1", "nested", "2.2 SMP", "2.4.20", "2.6.24", "NULL pointer", "taint", "error code",
        "code segment", "panic", "BUG()", "third",
      ]
    ),
  ]
}
