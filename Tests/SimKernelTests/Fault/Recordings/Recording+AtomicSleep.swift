extension Recording {
  /// A sleep with a spin lock held (`debian/s14_asleep_spin/1`).
  static let atomicSleep = #"""
    BUG: scheduling while atomic: insmod/93/0x00000002
    Modules linked in: asleep(OE+)
    CPU: 0 PID: 93 Comm: insmod Tainted: G           OE      6.1.0-56-amd64 #1  Debian 6.1.192-2
    Hardware name: QEMU Standard PC (i440FX + PIIX, 1996), BIOS 1.16.2-debian-1.16.2-1 04/01/2014
    Call Trace:
     <TASK>
     dump_stack_lvl+0x44/0x5c
     __schedule_bug.cold+0x42/0x4e
     __schedule+0x804/0xa00
     schedule+0x5a/0xd0
     schedule_timeout+0x94/0x150
     ? __bpf_trace_tick_stop+0x10/0x10
     msleep+0x29/0x40
     m_init+0x110/0x1000 [asleep]
     ? 0xffffffffc0435000
     do_one_initcall+0x59/0x220
     do_init_module+0x4a/0x1f0
     __do_sys_finit_module+0xac/0x120
     do_syscall_64+0x5d/0xb0
     ? do_filp_open+0xaf/0x160
     ? kmem_cache_free+0x15/0x310
     ? do_sys_openat2+0x9b/0x170
     ? exit_to_user_mode_prepare+0x44/0x240
     ? syscall_exit_to_user_mode+0x1e/0x40
     ? do_syscall_64+0x69/0xb0
     ? page_add_file_rmap+0xba/0x2f0
     ? do_set_pte+0x189/0x1d0
     ? finish_fault+0x226/0x270
     ? do_fault+0x1d9/0x410
     ? __handle_mm_fault+0x660/0xfa0
     ? handle_mm_fault+0xdb/0x2d0
     ? do_user_addr_fault+0x1b0/0x570
     ? exit_to_user_mode_prepare+0x44/0x240
     entry_SYSCALL_64_after_hwframe+0x6e/0xd8
    RIP: 0033:0x452009
    Code: 28 00 00 00 75 05 48 83 c4 28 c3 e8 d1 1e 00 00 90 48 89 f8 48 89 f7 48 89 d6 48 89 ca \#
    4d 89 c2 4d 89 c8 4c 8b 4c 24 08 0f 05 <48> 3d 01 f0 ff ff 73 01 c3 48 c7 c1 b0 ff ff ff f7 \#
    d8 64 89 01 48
    RSP: 002b:00007ffe047f8508 EFLAGS: 00000286 ORIG_RAX: 0000000000000139
    RAX: ffffffffffffffda RBX: 0000000038f8a370 RCX: 0000000000452009
    RDX: 0000000000000000 RSI: 00007ffe047f8920 RDI: 0000000000000005
    RBP: 0000000000000003 R08: 006e6970733d6572 R09: 40a78486a2f48c2e
    R10: 0000000000000003 R11: 0000000000000286 R12: 0000000000000003
    R13: 0000000000000005 R14: 00000000ffffff9a R15: 0000000000000000
     </TASK>
    """#
}
