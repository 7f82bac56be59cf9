extension Recording {
  /// The same `init` comes back (`debian/s14_asleep_spin/1`).
  static let initImbalance = #"""
    ------------[ cut here ]------------
    initcall m_init+0x0/0x1000 [asleep] returned with preemption imbalance\#u{20}
    WARNING: CPU: 0 PID: 93 at init/main.c:1284 do_one_initcall+0x1d7/0x220
    Modules linked in: asleep(OE+)
    CPU: 0 PID: 93 Comm: insmod Tainted: G        W  OE      6.1.0-56-amd64 #1  Debian 6.1.192-2
    Hardware name: QEMU Standard PC (i440FX + PIIX, 1996), BIOS 1.16.2-debian-1.16.2-1 04/01/2014
    RIP: 0010:do_one_initcall+0x1d7/0x220
    Code: c6 03 e5 32 85 4c 89 e7 e8 86 a9 9e 00 fb 0f 1f 44 00 00 e9 c0 fe ff ff 4c 89 e2 48 89 \#
    de 48 c7 c7 08 e9 32 85 e8 09 f4 09 00 <0f> 0b e9 b1 fe ff ff bd ff ff ff ff e9 b0 fe ff ff \#
    e8 a3 60 a4 00
    RSP: 0018:ffffd1d1403eb9f0 EFLAGS: 00000286
    RAX: 0000000000000000 RBX: ffffffffc0435000 RCX: c0000000ffffefff
    RDX: 0000000000000000 RSI: 00000000ffffefff RDI: 0000000000000001
    RBP: 0000000000000000 R08: 0000000000000000 R09: ffffd1d1403eb868
    R10: 0000000000000003 R11: ffffffff85ad4448 R12: ffffd1d1403eb9f0
    R13: 0000000000000000 R14: 0000000000000000 R15: 0000000000000000
    FS:  0000000038f8a3c0(0000) GS:ffff89561f000000(0000) knlGS:0000000000000000
    CS:  0010 DS: 0000 ES: 0000 CR0: 0000000080050033
    CR2: 00007ffe047fe960 CR3: 0000000001e2c000 CR4: 00000000003506f0
    Call Trace:
     <TASK>
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
    ---[ end trace 0000000000000000 ]---
    """#
}
