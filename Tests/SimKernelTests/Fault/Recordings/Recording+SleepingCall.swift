extension Recording {
  /// The edu kernel: memory is asked for with a spin lock held (`edu/s14_asleep_kmalloc/1`).
  static let sleepingCall = #"""
    BUG: sleeping function called from invalid context at include/linux/sched/mm.h:274
    in_atomic(): 1, irqs_disabled(): 0, non_block: 0, pid: 38, name: insmod
    preempt_count: 1, expected: 0
    RCU nest depth: 0, expected: 0
    CPU: 1 PID: 38 Comm: insmod Tainted: G           O       6.1.192-edu #1\#u{20}
    Call Trace:
     <TASK>
     dump_stack_lvl+0x33/0x42
     __might_resched.cold+0xc1/0xd2
     __kmem_cache_alloc_node+0xfa/0x1a0
     kmalloc_trace+0x11/0x20
     m_init+0xca/0x1000 [asleep]
     ? 0xffffffffa0005000
     do_one_initcall+0x4b/0x180
     do_init_module+0x45/0x1b0
     __do_sys_finit_module+0x8d/0xc0
     do_syscall_64+0x2b/0x50
     entry_SYSCALL_64_after_hwframe+0x4b/0xb5
    RIP: 0033:0x4523c9
    Code: 28 00 00 00 75 05 48 83 c4 28 c3 e8 d1 1e 00 00 90 48 89 f8 48 89 f7 48 89 d6 48 89 ca \#
    4d 89 c2 4d 89 c8 4c 8b 4c 24 08 0f 05 <48> 3d 01 f0 ff ff 73 01 c3 48 c7 c1 b0 ff ff ff f7 \#
    d8 64 89 01 48
    RSP: 002b:00007ffd71f7def8 EFLAGS: 00000286 ORIG_RAX: 0000000000000139
    RAX: ffffffffffffffda RBX: 0000000009274370 RCX: 00000000004523c9
    RDX: 0000000000000000 RSI: 00007ffd71f7e310 RDI: 0000000000000005
    RBP: 0000000000000003 R08: 0000000000000001 R09: 409dd2e68986fcdf
    R10: 00007ffd71f97080 R11: 0000000000000286 R12: 0000000000000003
    R13: 0000000000000005 R14: 00000000ffffff9a R15: 0000000000000000
     </TASK>
    """#
}
