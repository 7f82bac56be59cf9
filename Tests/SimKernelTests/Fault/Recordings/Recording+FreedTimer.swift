extension Recording {
  /// A timer whose memory is gone: in an interrupt, over the idle task (`debian/s03_tmr_bad/1`).
  static let freedTimer = #"""
    BUG: unable to handle page fault for address: ffffffffc02ae3e8
    #PF: supervisor write access in kernel mode
    #PF: error_code(0x0002) - not-present page
    PGD d215067 P4D d215067 PUD d217067 PMD 18af067 PTE 0
    Oops: 0002 [#1] PREEMPT SMP PTI
    CPU: 0 PID: 0 Comm: swapper/0 Tainted: G           OE      6.1.0-56-amd64 #1  Debian 6.1.192-2
    Hardware name: QEMU Standard PC (i440FX + PIIX, 1996), BIOS 1.16.2-debian-1.16.2-1 04/01/2014
    RIP: 0010:__run_timers+0xd3/0x2c0
    Code: 74 24 28 89 c1 83 e1 3f 01 d1 89 c9 49 0f b3 09 73 2a 48 8b 5c 24 08 4c 8d 56 08 48 8d \#
    3c cb 48 8b 0f 48 89 0e 48 85 c9 74 04 <48> 89 71 08 48 c7 07 00 00 00 00 41 83 c4 01 4c 89 \#
    d6 a8 07 75 0f
    RSP: 0018:ffffd1fa80003ed0 EFLAGS: 00000082
    RAX: 000000001fffdc49 RBX: ffff8b60df020b70 RCX: ffffffffc02ae3e0
    RDX: 0000000000000040 RSI: ffffd1fa80003ef8 RDI: ffff8b60df020db8
    RBP: dead000000000122 R08: 0000000000000002 R09: ffff8b60df020b28
    R10: ffffd1fa80003f00 R11: ffffd1fa80003ff8 R12: 0000000000000000
    R13: ffffffffb0a060c8 R14: 0000000000000001 R15: ffff8b60df020b00
    FS:  0000000000000000(0000) GS:ffff8b60df000000(0000) knlGS:0000000000000000
    CS:  0010 DS: 0000 ES: 0000 CR0: 0000000080050033
    CR2: ffffffffc02ae3e8 CR3: 000000001fee0000 CR4: 00000000003506f0
    Call Trace:
     <IRQ>
     run_timer_softirq+0x19/0x30
     handle_softirqs+0xd7/0x280
     __irq_exit_rcu+0xac/0xe0
     sysvec_apic_timer_interrupt+0x6e/0x90
     </IRQ>
     <TASK>
     asm_sysvec_apic_timer_interrupt+0x16/0x20
    RIP: 0010:native_safe_halt+0xb/0x10
    Code: 7f e9 59 8a 3a 00 65 48 8b 04 25 80 fb 01 00 f0 80 48 02 20 48 8b 00 a8 08 75 c0 eb 88 \#
    cc cc 66 90 0f 00 2d 09 05 5b 00 fb f4 <c3> cc cc cc cc 66 90 0f 00 2d f9 04 5b 00 f4 c3 cc \#
    cc cc cc cc 0f
    RSP: 0018:ffffffffb0a03e98 EFLAGS: 00000256
    RAX: ffffffffafa59180 RBX: 0000000000000000 RCX: 0000000000000000
    RDX: 4000000000000000 RSI: 0000000000000083 RDI: 000000000000a4dc
    RBP: ffffffffb0a1aa40 R08: 0000000000023000 R09: 0000000000000007
    R10: 00000000fffffffb R11: 0000000000000001 R12: 0000000000000000
    R13: 0000000000000000 R14: ffffffffb0a1a118 R15: 0000000000014790
     ? __sched_text_end+0x6/0x6
     default_idle+0xa/0x10
     default_idle_call+0x38/0xf0
     do_idle+0x206/0x2b0
     cpu_startup_entry+0x26/0x30
     rest_init+0xca/0xd0
     arch_call_rest_init+0xa/0x14
     start_kernel+0x6fb/0x70f
     secondary_startup_64_no_verify+0xe5/0xeb
     </TASK>
    Modules linked in: [last unloaded: tmr_bad(OE)]
    CR2: ffffffffc02ae3e8
    ---[ end trace 0000000000000000 ]---
    RIP: 0010:__run_timers+0xd3/0x2c0
    Code: 74 24 28 89 c1 83 e1 3f 01 d1 89 c9 49 0f b3 09 73 2a 48 8b 5c 24 08 4c 8d 56 08 48 8d \#
    3c cb 48 8b 0f 48 89 0e 48 85 c9 74 04 <48> 89 71 08 48 c7 07 00 00 00 00 41 83 c4 01 4c 89 \#
    d6 a8 07 75 0f
    RSP: 0018:ffffd1fa80003ed0 EFLAGS: 00000082
    RAX: 000000001fffdc49 RBX: ffff8b60df020b70 RCX: ffffffffc02ae3e0
    RDX: 0000000000000040 RSI: ffffd1fa80003ef8 RDI: ffff8b60df020db8
    RBP: dead000000000122 R08: 0000000000000002 R09: ffff8b60df020b28
    R10: ffffd1fa80003f00 R11: ffffd1fa80003ff8 R12: 0000000000000000
    R13: ffffffffb0a060c8 R14: 0000000000000001 R15: ffff8b60df020b00
    FS:  0000000000000000(0000) GS:ffff8b60df000000(0000) knlGS:0000000000000000
    CS:  0010 DS: 0000 ES: 0000 CR0: 0000000080050033
    CR2: ffffffffc02ae3e8 CR3: 000000001fee0000 CR4: 00000000003506f0
    Kernel panic - not syncing: Fatal exception in interrupt
    Kernel Offset: 0x2e000000 from 0xffffffff81000000 (relocation range: \#
    0xffffffff80000000-0xffffffffbfffffff)
    ---[ end Kernel panic - not syncing: Fatal exception in interrupt ]---
    """#
}
