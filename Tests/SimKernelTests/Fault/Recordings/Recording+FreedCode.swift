extension Recording {
  /// A read through a freed function: two oopses, the second while the process exits (`debian/s02c_noowner_heapfops_read/1`).
  static let freedCode = #"""
    BUG: unable to handle page fault for address: ffffffffc0456000
    #PF: supervisor instruction fetch in kernel mode
    #PF: error_code(0x0010) - not-present page
    PGD e215067 P4D e215067 PUD e217067 PMD 18a7067 PTE 0
    Oops: 0010 [#1] PREEMPT SMP PTI
    CPU: 1 PID: 95 Comm: cat Tainted: G           OE      6.1.0-56-amd64 #1  Debian 6.1.192-2
    Hardware name: QEMU Standard PC (i440FX + PIIX, 1996), BIOS 1.16.2-debian-1.16.2-1 04/01/2014
    RIP: 0010:0xffffffffc0456000
    Code: Unable to access opcode bytes at 0xffffffffc0455fd6.
    RSP: 0018:ffffd155004f3dc0 EFLAGS: 00000286
    RAX: ffffffffc0456000 RBX: 0000000000000000 RCX: ffffd155004f3e68
    RDX: 0000000000000064 RSI: 00000000005042e0 RDI: ffff8c405feb1100
    RBP: ffff8c405feb1100 R08: 0000000000000000 R09: ffff8c40412f5600
    R10: 0000000000000000 R11: 0000000000000000 R12: 00000000005042e0
    R13: 0000000000000001 R14: 0000000000000064 R15: ffffd155004f3e68
    FS:  00000000183fd3c0(0000) GS:ffff8c405f100000(0000) knlGS:0000000000000000
    CS:  0010 DS: 0000 ES: 0000 CR0: 0000000080050033
    CR2: ffffffffc0455fd6 CR3: 000000001ff2e000 CR4: 00000000003506e0
    Call Trace:
     <TASK>
     ? vfs_read+0xa5/0x310
     ? trigger_load_balance+0x6e/0x340
     ? ksys_read+0x6b/0xf0
     ? do_syscall_64+0x5d/0xb0
     ? handle_softirqs+0xd7/0x280
     ? exit_to_user_mode_prepare+0x44/0x240
     ? entry_SYSCALL_64_after_hwframe+0x6e/0xd8
     </TASK>
    Modules linked in: [last unloaded: noowner(OE)]
    CR2: ffffffffc0456000
    ---[ end trace 0000000000000000 ]---
    RIP: 0010:0xffffffffc0456000
    Code: Unable to access opcode bytes at 0xffffffffc0455fd6.
    RSP: 0018:ffffd155004f3dc0 EFLAGS: 00000286
    RAX: ffffffffc0456000 RBX: 0000000000000000 RCX: ffffd155004f3e68
    RDX: 0000000000000064 RSI: 00000000005042e0 RDI: ffff8c405feb1100
    RBP: ffff8c405feb1100 R08: 0000000000000000 R09: ffff8c40412f5600
    R10: 0000000000000000 R11: 0000000000000000 R12: 00000000005042e0
    R13: 0000000000000001 R14: 0000000000000064 R15: ffffd155004f3e68
    FS:  00000000183fd3c0(0000) GS:ffff8c405f100000(0000) knlGS:0000000000000000
    CS:  0010 DS: 0000 ES: 0000 CR0: 0000000080050033
    CR2: ffffffffc0455fd6 CR3: 000000001ff2e000 CR4: 00000000003506e0
    note: cat[95] exited with irqs disabled
    BUG: unable to handle page fault for address: ffffffffc0456086
    #PF: supervisor instruction fetch in kernel mode
    #PF: error_code(0x0010) - not-present page
    PGD e215067 P4D e215067 PUD e217067 PMD 18a7067 PTE 0
    Oops: 0010 [#2] PREEMPT SMP PTI
    CPU: 1 PID: 95 Comm: cat Tainted: G      D    OE      6.1.0-56-amd64 #1  Debian 6.1.192-2
    Hardware name: QEMU Standard PC (i440FX + PIIX, 1996), BIOS 1.16.2-debian-1.16.2-1 04/01/2014
    RIP: 0010:0xffffffffc0456086
    Code: Unable to access opcode bytes at 0xffffffffc045605c.
    RSP: 0018:ffffd155004f3e80 EFLAGS: 00000282
    RAX: ffffffffc0456086 RBX: ffff8c405feb1100 RCX: 0000000000000000
    RDX: 0000000000000000 RSI: ffff8c405feb1100 RDI: ffff8c40412f5600
    RBP: 00000000000a0019 R08: 0000000000000000 R09: ffff8c40412f5600
    R10: 0000000000000002 R11: 0000000000000000 R12: ffff8c40412f5600
    R13: ffff8c4041302b60 R14: ffff8c4041446e40 R15: ffff8c4042633fb0
    FS:  0000000000000000(0000) GS:ffff8c405f100000(0000) knlGS:0000000000000000
    CS:  0010 DS: 0000 ES: 0000 CR0: 0000000080050033
    CR2: ffffffffc045605c CR3: 000000000e210000 CR4: 00000000003506e0
    Call Trace:
     <TASK>
     ? __fput+0x93/0x250
     ? task_work_run+0x59/0x90
     ? do_exit+0x381/0xb10
     ? make_task_dead+0x8d/0x90
     ? rewind_stack_and_make_dead+0x17/0x20
     </TASK>
    Modules linked in: [last unloaded: noowner(OE)]
    CR2: ffffffffc0456086
    ---[ end trace 0000000000000000 ]---
    RIP: 0010:0xffffffffc0456000
    Code: Unable to access opcode bytes at 0xffffffffc0455fd6.
    RSP: 0018:ffffd155004f3dc0 EFLAGS: 00000286
    RAX: ffffffffc0456000 RBX: 0000000000000000 RCX: ffffd155004f3e68
    RDX: 0000000000000064 RSI: 00000000005042e0 RDI: ffff8c405feb1100
    RBP: ffff8c405feb1100 R08: 0000000000000000 R09: ffff8c40412f5600
    R10: 0000000000000000 R11: 0000000000000000 R12: 00000000005042e0
    R13: 0000000000000001 R14: 0000000000000064 R15: ffffd155004f3e68
    FS:  0000000000000000(0000) GS:ffff8c405f100000(0000) knlGS:0000000000000000
    CS:  0010 DS: 0000 ES: 0000 CR0: 0000000080050033
    CR2: ffffffffc0455fd6 CR3: 000000000e210000 CR4: 00000000003506e0
    note: cat[95] exited with irqs disabled
    Fixing recursive fault but reboot is needed!
    """#
}
