extension Recording {
  /// Work whose code is gone, done by a worker (`debian/s04_dwork_heap/1`).
  static let freedWork = #"""
    BUG: unable to handle page fault for address: ffffffffc03e9013
    #PF: supervisor instruction fetch in kernel mode
    #PF: error_code(0x0010) - not-present page
    PGD 13e15067 P4D 13e15067 PUD 13e17067 PMD 1370067 PTE 0
    Oops: 0010 [#1] PREEMPT SMP PTI
    CPU: 1 PID: 28 Comm: kworker/1:1 Tainted: G           OE      6.1.0-56-amd64 #1  Debian \#
    6.1.192-2
    Hardware name: QEMU Standard PC (i440FX + PIIX, 1996), BIOS 1.16.2-debian-1.16.2-1 04/01/2014
    Workqueue: events 0xffffffffc03e9013
    RIP: 0010:0xffffffffc03e9013
    Code: Unable to access opcode bytes at 0xffffffffc03e8fe9.
    RSP: 0018:ffffd38a800efe90 EFLAGS: 00000286
    RAX: ffffffffc03e9013 RBX: ffff8be5dfe67420 RCX: ffff8be5df131668
    RDX: 0000000000000001 RSI: ffff8be5dfe67428 RDI: ffff8be5dfe67420
    RBP: ffff8be5df131640 R08: 0000000000000000 R09: ffff8be5c13e4734
    R10: ffff8be5c104eeb0 R11: 0000000000000000 R12: ffff8be5df137900
    R13: 0000000000000000 R14: ffff8be5c13e46c0 R15: ffff8be5dfe67428
    FS:  0000000000000000(0000) GS:ffff8be5df100000(0000) knlGS:0000000000000000
    CS:  0010 DS: 0000 ES: 0000 CR0: 0000000080050033
    CR2: ffffffffc03e8fe9 CR3: 00000000159b0000 CR4: 00000000003506e0
    Call Trace:
     <TASK>
     ? process_one_work+0x1c7/0x380
     ? worker_thread+0x4d/0x380
     ? rescuer_thread+0x3a0/0x3a0
     ? kthread+0xda/0x100
     ? kthread_complete_and_exit+0x20/0x20
     ? ret_from_fork+0x22/0x30
     </TASK>
    Modules linked in: [last unloaded: dwork_heap(OE)]
    CR2: ffffffffc03e9013
    ---[ end trace 0000000000000000 ]---
    RIP: 0010:0xffffffffc03e9013
    Code: Unable to access opcode bytes at 0xffffffffc03e8fe9.
    RSP: 0018:ffffd38a800efe90 EFLAGS: 00000286
    RAX: ffffffffc03e9013 RBX: ffff8be5dfe67420 RCX: ffff8be5df131668
    RDX: 0000000000000001 RSI: ffff8be5dfe67428 RDI: ffff8be5dfe67420
    RBP: ffff8be5df131640 R08: 0000000000000000 R09: ffff8be5c13e4734
    R10: ffff8be5c104eeb0 R11: 0000000000000000 R12: ffff8be5df137900
    R13: 0000000000000000 R14: ffff8be5c13e46c0 R15: ffff8be5dfe67428
    FS:  0000000000000000(0000) GS:ffff8be5df100000(0000) knlGS:0000000000000000
    CS:  0010 DS: 0000 ES: 0000 CR0: 0000000080050033
    CR2: ffffffffc03e8fe9 CR3: 00000000159b0000 CR4: 00000000003506e0
    note: kworker/1:1[28] exited with irqs disabled
    """#
}
