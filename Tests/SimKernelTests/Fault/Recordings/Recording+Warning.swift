extension Recording {
  /// `WARN_ON` in a module (`debian/s15_kind2/1`).
  static let warning = #"""
    ------------[ cut here ]------------
    WARNING: CPU: 0 PID: 94 at modules/oopser.c:19 boom.cold+0x23/0x8d [oopser]
    Modules linked in: oopser(OE)
    CPU: 0 PID: 94 Comm: cat Tainted: G           OE      6.1.0-56-amd64 #1  Debian 6.1.192-2
    Hardware name: QEMU Standard PC (i440FX + PIIX, 1996), BIOS 1.16.2-debian-1.16.2-1 04/01/2014
    RIP: 0010:boom.cold+0x23/0x8d [oopser]
    Code: 31 c0 e9 54 9c f7 dd 48 89 ee 48 c7 c7 60 90 28 c0 89 c3 e8 60 fd b7 dd 8b 05 21 23 00 \#
    00 83 f8 01 75 02 0f 0b 83 f8 02 75 07 <0f> 0b e9 2c ff ff ff 83 f8 03 75 15 48 b8 00 01 00 \#
    00 00 00 ad de
    RSP: 0018:ffffcf00004f3bd8 EFLAGS: 00000246
    RAX: 0000000000000002 RBX: 0000000000000000 RCX: c0000000ffffefff
    RDX: 0000000000000000 RSI: 00000000ffffefff RDI: 0000000000000001
    RBP: ffffffffc02890d6 R08: 0000000000000000 R09: ffffcf00004f3a70
    R10: 0000000000000003 R11: ffffffff9eed4448 R12: 00000000005042e0
    R13: 0000000000000001 R14: 000000000000000a R15: ffffcf00004f3ca0
    FS:  00000000047683c0(0000) GS:ffff8c5e5f000000(0000) knlGS:0000000000000000
    CS:  0010 DS: 0000 ES: 0000 CR0: 0000000080050033
    CR2: 00000000004f42e0 CR3: 000000001fe12000 CR4: 00000000003506f0
    Call Trace:
     <TASK>
     ? security_file_permission+0x32/0x60
     d_read+0x35/0x3c [oopser]
     vfs_read+0xa5/0x310
     ? __unix_dgram_recvmsg+0x2cc/0x430
     ksys_read+0x6b/0xf0
     do_syscall_64+0x5d/0xb0
     ? __rseq_handle_notify_resume+0xa9/0x480
     ? exit_to_user_mode_prepare+0x172/0x240
     ? syscall_exit_to_user_mode+0x1e/0x40
     ? do_syscall_64+0x69/0xb0
     ? handle_mm_fault+0xdb/0x2d0
     ? do_user_addr_fault+0x1b0/0x570
     ? exit_to_user_mode_prepare+0x44/0x240
     entry_SYSCALL_64_after_hwframe+0x6e/0xd8
    RIP: 0033:0x452009
    Code: 28 00 00 00 75 05 48 83 c4 28 c3 e8 d1 1e 00 00 90 48 89 f8 48 89 f7 48 89 d6 48 89 ca \#
    4d 89 c2 4d 89 c8 4c 8b 4c 24 08 0f 05 <48> 3d 01 f0 ff ff 73 01 c3 48 c7 c1 b0 ff ff ff f7 \#
    d8 64 89 01 48
    RSP: 002b:00007ffde84161c8 EFLAGS: 00000246 ORIG_RAX: 0000000000000000
    RAX: ffffffffffffffda RBX: 0000000004768370 RCX: 0000000000452009
    RDX: 000000000000000a RSI: 00000000005042e0 RDI: 0000000000000005
    RBP: 000000000000000a R08: 0000000000000000 R09: 40a8a4df5232d2bb
    R10: 1999999999999999 R11: 0000000000000246 R12: 0000000000000000
    R13: 00000000005242e0 R14: 00007ffde8416250 R15: 0000000000000000
     </TASK>
    ---[ end trace 0000000000000000 ]---
    """#
}
