extension Recording {
  /// A write to address 0 in an exit function (`debian/s15_oops_exit/1`).
  static let nullWrite = #"""
    BUG: kernel NULL pointer dereference, address: 0000000000000000
    #PF: supervisor write access in kernel mode
    #PF: error_code(0x0002) - not-present page
    PGD 800000001feeb067 P4D 800000001feeb067 PUD 1feea067 PMD 0\#u{20}
    Oops: 0002 [#1] PREEMPT SMP PTI
    CPU: 1 PID: 95 Comm: rmmod Tainted: G           OE      6.1.0-56-amd64 #1  Debian 6.1.192-2
    Hardware name: QEMU Standard PC (i440FX + PIIX, 1996), BIOS 1.16.2-debian-1.16.2-1 04/01/2014
    RIP: 0010:boom.cold+0x7d/0x8d [oopser]
    Code: cc 83 f8 05 75 24 31 c0 89 de 48 c7 c7 a6 10 32 c0 89 44 24 04 8b 44 24 04 8d 50 01 83 \#
    fa 02 5a 5b 0f 46 f0 5d e9 f4 7c 4e e6 <c7> 04 25 00 00 00 00 01 00 00 00 e9 c9 fe ff ff 48 \#
    c7 c7 db 10 32
    RSP: 0018:ffffcc82c03e3b48 EFLAGS: 00000293
    RAX: 0000000000000000 RBX: 0000000000000000 RCX: c0000000ffffefff
    RDX: 0000000000000000 RSI: 00000000ffffefff RDI: 0000000000000001
    RBP: ffffffffc03210db R08: 0000000000000000 R09: ffffcc82c03e39e0
    R10: 0000000000000003 R11: ffffffffa78d4448 R12: 00000000005242e6
    R13: 0000000000000000 R14: 0000000000000000 R15: 0000000000000000
    FS:  000000003ee313c0(0000) GS:ffff88bb9f100000(0000) knlGS:0000000000000000
    CS:  0010 DS: 0000 ES: 0000 CR0: 0000000080050033
    CR2: 0000000000000000 CR3: 000000001feca000 CR4: 00000000003506e0
    Call Trace:
     <TASK>
     m_exit+0xc/0xea7 [oopser]
     __do_sys_delete_module+0x1b9/0x330
     do_syscall_64+0x5d/0xb0
     ? get_page_from_freelist+0xe24/0x11b0
     ? page_add_file_rmap+0xba/0x2f0
     ? do_set_pte+0x189/0x1d0
     ? filemap_map_pages+0x153/0x720
     ? do_fault+0x1a7/0x410
     ? __handle_mm_fault+0x660/0xfa0
     ? handle_mm_fault+0xdb/0x2d0
     ? do_user_addr_fault+0x1b0/0x570
     ? exit_to_user_mode_prepare+0x44/0x240
     entry_SYSCALL_64_after_hwframe+0x6e/0xd8
    RIP: 0033:0x452009
    Code: 28 00 00 00 75 05 48 83 c4 28 c3 e8 d1 1e 00 00 90 48 89 f8 48 89 f7 48 89 d6 48 89 ca \#
    4d 89 c2 4d 89 c8 4c 8b 4c 24 08 0f 05 <48> 3d 01 f0 ff ff 73 01 c3 48 c7 c1 b0 ff ff ff f7 \#
    d8 64 89 01 48
    RSP: 002b:00007ffda9805bb8 EFLAGS: 00000202 ORIG_RAX: 00000000000000b0
    RAX: ffffffffffffffda RBX: 000000003ee31370 RCX: 0000000000452009
    RDX: 0000000000000000 RSI: 0000000000000800 RDI: 00000000005242e6
    RBP: 0000000000000003 R08: 0000000000000000 R09: 40ad7995a9003eea
    R10: 0000000000000000 R11: 0000000000000202 R12: 0000000000545358
    R13: 00000000005242e0 R14: 0000000000524c00 R15: 0000000000000000
     </TASK>
    Modules linked in: oopser(OE-)
    CR2: 0000000000000000
    ---[ end trace 0000000000000000 ]---
    RIP: 0010:boom.cold+0x7d/0x8d [oopser]
    Code: cc 83 f8 05 75 24 31 c0 89 de 48 c7 c7 a6 10 32 c0 89 44 24 04 8b 44 24 04 8d 50 01 83 \#
    fa 02 5a 5b 0f 46 f0 5d e9 f4 7c 4e e6 <c7> 04 25 00 00 00 00 01 00 00 00 e9 c9 fe ff ff 48 \#
    c7 c7 db 10 32
    RSP: 0018:ffffcc82c03e3b48 EFLAGS: 00000293
    RAX: 0000000000000000 RBX: 0000000000000000 RCX: c0000000ffffefff
    RDX: 0000000000000000 RSI: 00000000ffffefff RDI: 0000000000000001
    RBP: ffffffffc03210db R08: 0000000000000000 R09: ffffcc82c03e39e0
    R10: 0000000000000003 R11: ffffffffa78d4448 R12: 00000000005242e6
    R13: 0000000000000000 R14: 0000000000000000 R15: 0000000000000000
    FS:  000000003ee313c0(0000) GS:ffff88bb9f100000(0000) knlGS:0000000000000000
    CS:  0010 DS: 0000 ES: 0000 CR0: 0000000080050033
    CR2: 0000000000000000 CR3: 000000001feca000 CR4: 00000000003506e0
    note: rmmod[95] exited with irqs disabled
    """#
}
