extension Recording {
  /// `oops=panic` (`debian/s02e_noowner_panic_on_oops/1`).
  static let panicOnOops = #"""
    BUG: unable to handle page fault for address: ffffffffc0543150
    #PF: supervisor read access in kernel mode
    #PF: error_code(0x0000) - not-present page
    PGD f615067 P4D f615067 PUD f617067 PMD 13b6067 PTE 0
    Oops: 0000 [#1] PREEMPT SMP PTI
    CPU: 1 PID: 98 Comm: cat Tainted: G           OE      6.1.0-56-amd64 #1  Debian 6.1.192-2
    Hardware name: QEMU Standard PC (i440FX + PIIX, 1996), BIOS 1.16.2-debian-1.16.2-1 04/01/2014
    RIP: 0010:vfs_read+0x8a/0x310
    Code: 89 d1 48 89 fd 4c 89 fa 31 ff e8 61 e4 ff ff 48 63 d8 48 85 db 75 50 b8 00 f0 ff 7f 48 \#
    8b 4d 28 49 39 c6 49 0f 46 c6 48 89 c2 <48> 8b 41 10 48 85 c0 0f 84 bf 00 00 00 4c 89 f9 4c \#
    89 e6 48 89 ef
    RSP: 0018:ffffcf15c03dbdd8 EFLAGS: 00000283
    RAX: 0000000000000064 RBX: 0000000000000000 RCX: ffffffffc0543140
    RDX: 0000000000000064 RSI: 0000000000020000 RDI: 0000000000020000
    RBP: ffff8b8842105200 R08: 0000000000000000 R09: ffff8b884193c3a0
    R10: 0000000000000000 R11: 0000000000000000 R12: 00000000005042e0
    R13: 0000000000000001 R14: 0000000000000064 R15: ffffcf15c03dbe78
    FS:  0000000004f9a3c0(0000) GS:ffff8b885f100000(0000) knlGS:0000000000000000
    CS:  0010 DS: 0000 ES: 0000 CR0: 0000000080050033
    CR2: ffffffffc0543150 CR3: 000000001fe9e000 CR4: 00000000003506e0
    Call Trace:
     <TASK>
     ? syscall_exit_to_user_mode+0x1e/0x40
     ? do_syscall_64+0x69/0xb0
     ? exit_to_user_mode_prepare+0x44/0x240
     ? syscall_exit_to_user_mode+0x1e/0x40
     ksys_read+0x6b/0xf0
     do_syscall_64+0x5d/0xb0
     ? do_user_addr_fault+0x1b0/0x570
     ? exit_to_user_mode_prepare+0x44/0x240
     entry_SYSCALL_64_after_hwframe+0x6e/0xd8
    RIP: 0033:0x452009
    Code: 28 00 00 00 75 05 48 83 c4 28 c3 e8 d1 1e 00 00 90 48 89 f8 48 89 f7 48 89 d6 48 89 ca \#
    4d 89 c2 4d 89 c8 4c 8b 4c 24 08 0f 05 <48> 3d 01 f0 ff ff 73 01 c3 48 c7 c1 b0 ff ff ff f7 \#
    d8 64 89 01 48
    RSP: 002b:00007ffd0b3dd608 EFLAGS: 00000246 ORIG_RAX: 0000000000000000
    RAX: ffffffffffffffda RBX: 0000000004f9a370 RCX: 0000000000452009
    RDX: 0000000000000064 RSI: 00000000005042e0 RDI: 0000000000000005
    RBP: 0000000000000064 R08: 0000000000000000 R09: 40b6df6bc9363f57
    R10: 1999999999999999 R11: 0000000000000246 R12: 0000000000000000
    R13: 00000000005242e0 R14: 00007ffd0b3dd690 R15: 0000000000000000
     </TASK>
    Modules linked in: [last unloaded: noowner(OE)]
    CR2: ffffffffc0543150
    ---[ end trace 0000000000000000 ]---
    RIP: 0010:vfs_read+0x8a/0x310
    Code: 89 d1 48 89 fd 4c 89 fa 31 ff e8 61 e4 ff ff 48 63 d8 48 85 db 75 50 b8 00 f0 ff 7f 48 \#
    8b 4d 28 49 39 c6 49 0f 46 c6 48 89 c2 <48> 8b 41 10 48 85 c0 0f 84 bf 00 00 00 4c 89 f9 4c \#
    89 e6 48 89 ef
    RSP: 0018:ffffcf15c03dbdd8 EFLAGS: 00000283
    RAX: 0000000000000064 RBX: 0000000000000000 RCX: ffffffffc0543140
    RDX: 0000000000000064 RSI: 0000000000020000 RDI: 0000000000020000
    RBP: ffff8b8842105200 R08: 0000000000000000 R09: ffff8b884193c3a0
    R10: 0000000000000000 R11: 0000000000000000 R12: 00000000005042e0
    R13: 0000000000000001 R14: 0000000000000064 R15: ffffcf15c03dbe78
    FS:  0000000004f9a3c0(0000) GS:ffff8b885f100000(0000) knlGS:0000000000000000
    CS:  0010 DS: 0000 ES: 0000 CR0: 0000000080050033
    CR2: ffffffffc0543150 CR3: 000000001fe9e000 CR4: 00000000003506e0
    Kernel panic - not syncing: Fatal exception
    Kernel Offset: 0x22600000 from 0xffffffff81000000 (relocation range: \#
    0xffffffff80000000-0xffffffffbfffffff)
    ---[ end Kernel panic - not syncing: Fatal exception ]---
    """#
}
