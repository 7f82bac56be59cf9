extension Recording {
  /// `BUG()` in a module (`debian/s15_kind1/1`).
  static let bug = #"""
    ------------[ cut here ]------------
    kernel BUG at modules/oopser.c:17!
    invalid opcode: 0000 [#1] PREEMPT SMP PTI
    CPU: 1 PID: 95 Comm: cat Tainted: G           OE      6.1.0-56-amd64 #1  Debian 6.1.192-2
    Hardware name: QEMU Standard PC (i440FX + PIIX, 1996), BIOS 1.16.2-debian-1.16.2-1 04/01/2014
    RIP: 0010:boom.cold+0x1c/0x8d [oopser]
    Code: 49 c0 e8 3b ff ff ff 31 c0 e9 54 0c d7 e8 48 89 ee 48 c7 c7 60 20 49 c0 89 c3 e8 60 6d \#
    97 e8 8b 05 21 23 00 00 83 f8 01 75 02 <0f> 0b 83 f8 02 75 07 0f 0b e9 2c ff ff ff 83 f8 03 \#
    75 15 48 b8 00
    RSP: 0018:ffffca9e803c3c80 EFLAGS: 00000246
    RAX: 0000000000000001 RBX: 0000000000000000 RCX: c0000000ffffefff
    RDX: 0000000000000000 RSI: 00000000ffffefff RDI: 0000000000000001
    RBP: ffffffffc04920d6 R08: 0000000000000000 R09: ffffca9e803c3b18
    R10: 0000000000000003 R11: ffffffffa9ed4448 R12: 00000000005042e0
    R13: 0000000000000001 R14: 000000000000000a R15: ffffca9e803c3d48
    FS:  000000001c1a53c0(0000) GS:ffff8a4adf100000(0000) knlGS:0000000000000000
    CS:  0010 DS: 0000 ES: 0000 CR0: 0000000080050033
    CR2: 00000000004f42e0 CR3: 00000000018e6000 CR4: 00000000003506e0
    Call Trace:
     <TASK>
     ? security_file_permission+0x32/0x60
     d_read+0x35/0x3c [oopser]
     vfs_read+0xa5/0x310
     ? __sock_sendmsg+0x5f/0x70
     ksys_read+0x6b/0xf0
     do_syscall_64+0x5d/0xb0
     ? exit_to_user_mode_prepare+0x44/0x240
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
    RSP: 002b:00007ffd142fa3a8 EFLAGS: 00000246 ORIG_RAX: 0000000000000000
    RAX: ffffffffffffffda RBX: 000000001c1a5370 RCX: 0000000000452009
    RDX: 000000000000000a RSI: 00000000005042e0 RDI: 0000000000000005
    RBP: 000000000000000a R08: 0000000000000000 R09: 40acc0b970f7b9e0
    R10: 1999999999999999 R11: 0000000000000246 R12: 0000000000000000
    R13: 00000000005242e0 R14: 00007ffd142fa430 R15: 0000000000000000
     </TASK>
    Modules linked in: oopser(OE)
    ---[ end trace 0000000000000000 ]---
    RIP: 0010:boom.cold+0x1c/0x8d [oopser]
    Code: 49 c0 e8 3b ff ff ff 31 c0 e9 54 0c d7 e8 48 89 ee 48 c7 c7 60 20 49 c0 89 c3 e8 60 6d \#
    97 e8 8b 05 21 23 00 00 83 f8 01 75 02 <0f> 0b 83 f8 02 75 07 0f 0b e9 2c ff ff ff 83 f8 03 \#
    75 15 48 b8 00
    RSP: 0018:ffffca9e803c3c80 EFLAGS: 00000246
    RAX: 0000000000000001 RBX: 0000000000000000 RCX: c0000000ffffefff
    RDX: 0000000000000000 RSI: 00000000ffffefff RDI: 0000000000000001
    RBP: ffffffffc04920d6 R08: 0000000000000000 R09: ffffca9e803c3b18
    R10: 0000000000000003 R11: ffffffffa9ed4448 R12: 00000000005042e0
    R13: 0000000000000001 R14: 000000000000000a R15: ffffca9e803c3d48
    FS:  000000001c1a53c0(0000) GS:ffff8a4adf100000(0000) knlGS:0000000000000000
    CS:  0010 DS: 0000 ES: 0000 CR0: 0000000080050033
    CR2: 00000000004f42e0 CR3: 00000000018e6000 CR4: 00000000003506e0
    """#
}
