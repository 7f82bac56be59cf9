extension Recording {
  /// A task that has waited for ten seconds (`debian/s06_kth_hang/1`).
  static let hungTask = #"""
    INFO: task rmmod:98 blocked for more than 10 seconds.
          Tainted: G           OE      6.1.0-56-amd64 #1 Debian 6.1.192-2
    "echo 0 > /proc/sys/kernel/hung_task_timeout_secs" disables this message.
    task:rmmod           state:D stack:0     pid:98    ppid:94     flags:0x00000006
    Call Trace:
     <TASK>
     __schedule+0x34d/0xa00
     schedule+0x5a/0xd0
     schedule_timeout+0x11a/0x150
     __wait_for_common+0x94/0x1e0
     ? usleep_range_state+0x90/0x90
     kthread_stop+0x66/0x170
     m_exit+0xc/0xfcc [kth_hang]
     __do_sys_delete_module+0x1b9/0x330
     do_syscall_64+0x5d/0xb0
     ? do_fault+0x1a7/0x410
     ? __handle_mm_fault+0x660/0xfa0
     ? handle_mm_fault+0xdb/0x2d0
     ? do_user_addr_fault+0x1b0/0x570
     ? exit_to_user_mode_prepare+0x44/0x240
     entry_SYSCALL_64_after_hwframe+0x6e/0xd8
    RIP: 0033:0x452009
    RSP: 002b:00007ffd8a5db868 EFLAGS: 00000202 ORIG_RAX: 00000000000000b0
    RAX: ffffffffffffffda RBX: 0000000022eba370 RCX: 0000000000452009
    RDX: 0000000000000000 RSI: 0000000000000800 RDI: 00000000005242e6
    RBP: 0000000000000003 R08: 0000000000000000 R09: 40b436ff3647baaa
    R10: 0000000000000000 R11: 0000000000000202 R12: 00000000005455f0
    R13: 00000000005242e0 R14: 0000000000524c00 R15: 0000000000000000
     </TASK>
    """#
}
