extension Recording {
  /// A device whose owner is gone, looked at with preemption off (`debian/s08_initleak_noown0/1`).
  static let freedOwner = #"""
    BUG: unable to handle page fault for address: ffffffffc0578040
    #PF: supervisor read access in kernel mode
    #PF: error_code(0x0000) - not-present page
    PGD 1ca15067 P4D 1ca15067 PUD 1ca17067 PMD 1396067 PTE 0
    Oops: 0000 [#1] PREEMPT SMP PTI
    CPU: 0 PID: 96 Comm: cat Tainted: G           OE      6.1.0-56-amd64 #1  Debian 6.1.192-2
    Hardware name: QEMU Standard PC (i440FX + PIIX, 1996), BIOS 1.16.2-debian-1.16.2-1 04/01/2014
    RIP: 0010:try_module_get+0x17/0xa0
    Code: 93 01 ab e8 5b 3e 42 00 48 8b 04 24 e9 55 ff ff ff 66 90 0f 1f 44 00 00 53 bb 01 00 00 \#
    00 48 85 ff 74 38 65 ff 05 39 7a ad 56 <83> 3f 02 74 79 8b 87 58 03 00 00 85 c0 74 6f 8d 50 \#
    01 f0 0f b1 97
    RSP: 0018:ffffd13f003cb8b0 EFLAGS: 00000282
    RAX: ffffffffa976d760 RBX: 0000000000000001 RCX: 00000000000000ff
    RDX: ffffd13f003cb934 RSI: ffff8be5424f7580 RDI: ffffffffc0578040
    RBP: ffffffffc0578040 R08: ffffffffac46a160 R09: ffff8be54254dc20
    R10: 0000000000000000 R11: 0000000000000002 R12: ffff8be54105b800
    R13: ffff8be5424f7580 R14: 000000000f600000 R15: ffff8be54255eb80
    FS:  000000003991f3c0(0000) GS:ffff8be55f000000(0000) knlGS:0000000000000000
    CS:  0010 DS: 0000 ES: 0000 CR0: 0000000080050033
    CR2: ffffffffc0578040 CR3: 000000001fee4000 CR4: 00000000003506f0
    Call Trace:
     <TASK>
     exact_lock+0x1b/0x50
     kobj_lookup+0xbc/0x160
     ? reconfigure_single+0x60/0x60
     chrdev_open+0x152/0x250
     ? __unregister_chrdev+0x50/0x50
     do_dentry_open+0x1e5/0x410
     path_openat+0xb7d/0x1260
     do_filp_open+0xaf/0x160
     do_sys_openat2+0xaf/0x170
     __x64_sys_openat+0x6a/0xa0
     do_syscall_64+0x5d/0xb0
     ? __slab_free+0xbf/0x2d0
     ? __unix_dgram_recvmsg+0x2cc/0x430
     ? __sys_recvfrom+0xcb/0x140
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
    RSP: 002b:00007fff754a1688 EFLAGS: 00000206 ORIG_RAX: 0000000000000101
    RAX: ffffffffffffffda RBX: 000000003991f370 RCX: 0000000000452009
    RDX: 0000000000000000 RSI: 00000000005242e7 RDI: 00000000ffffff9c
    RBP: 0000000000000004 R08: 0000000000000000 R09: 40ab5c2b2a27f1b7
    R10: 00000000000001b6 R11: 0000000000000206 R12: 0000000000000002
    R13: 00000000005242e0 R14: 00007fff754a1710 R15: 0000000000000000
     </TASK>
    Modules linked in:
    CR2: ffffffffc0578040
    ---[ end trace 0000000000000000 ]---
    RIP: 0010:try_module_get+0x17/0xa0
    Code: 93 01 ab e8 5b 3e 42 00 48 8b 04 24 e9 55 ff ff ff 66 90 0f 1f 44 00 00 53 bb 01 00 00 \#
    00 48 85 ff 74 38 65 ff 05 39 7a ad 56 <83> 3f 02 74 79 8b 87 58 03 00 00 85 c0 74 6f 8d 50 \#
    01 f0 0f b1 97
    RSP: 0018:ffffd13f003cb8b0 EFLAGS: 00000282
    RAX: ffffffffa976d760 RBX: 0000000000000001 RCX: 00000000000000ff
    RDX: ffffd13f003cb934 RSI: ffff8be5424f7580 RDI: ffffffffc0578040
    RBP: ffffffffc0578040 R08: ffffffffac46a160 R09: ffff8be54254dc20
    R10: 0000000000000000 R11: 0000000000000002 R12: ffff8be54105b800
    R13: ffff8be5424f7580 R14: 000000000f600000 R15: ffff8be54255eb80
    FS:  000000003991f3c0(0000) GS:ffff8be55f000000(0000) knlGS:0000000000000000
    CS:  0010 DS: 0000 ES: 0000 CR0: 0000000080050033
    CR2: ffffffffc0578040 CR3: 000000001fee4000 CR4: 00000000003506f0
    note: cat[96] exited with irqs disabled
    note: cat[96] exited with preempt_count 1
    """#
}
