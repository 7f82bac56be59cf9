extension Recording {
  /// A sleep in a timer's function, over the idle task (`debian/s14_asleep_timer/1`).
  static let idleSleep = #"""
    BUG: scheduling while atomic: swapper/1/0/0x00000102
    Modules linked in: asleep(OE)
    CPU: 1 PID: 0 Comm: swapper/1 Tainted: G           OE      6.1.0-56-amd64 #1  Debian 6.1.192-2
    Hardware name: QEMU Standard PC (i440FX + PIIX, 1996), BIOS 1.16.2-debian-1.16.2-1 04/01/2014
    Call Trace:
     <IRQ>
     dump_stack_lvl+0x44/0x5c
     __schedule_bug.cold+0x42/0x4e
     __schedule+0x804/0xa00
     ? 0xffffffffc0290000
     schedule+0x5a/0xd0
     schedule_timeout+0x94/0x150
     ? __bpf_trace_tick_stop+0x10/0x10
     msleep+0x29/0x40
     tick+0x53/0x5f [asleep]
     call_timer_fn+0x27/0x130
     ? 0xffffffffc0290000
     __run_timers+0x222/0x2c0
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
    RSP: 0018:ffffd1114009bed8 EFLAGS: 00000252
    RAX: ffffffff82259180 RBX: 0000000000000000 RCX: 0000000000000000
    RDX: 4000000000000000 RSI: 0000000000000083 RDI: 0000000000006efc
    RBP: ffff89dec1263300 R08: 0000000000023000 R09: 0000000000000007
    R10: 00000000fffffffb R11: 0000000000000001 R12: 0000000000000001
    R13: 0000000000000000 R14: 0000000000000000 R15: 0000000000000000
     ? __sched_text_end+0x6/0x6
     default_idle+0xa/0x10
     default_idle_call+0x38/0xf0
     do_idle+0x206/0x2b0
     cpu_startup_entry+0x26/0x30
     start_secondary+0x12a/0x150
     secondary_startup_64_no_verify+0xe5/0xeb
     </TASK>
    bad: scheduling from the idle thread!
    CPU: 1 PID: 0 Comm: swapper/1 Tainted: G        W  OE      6.1.0-56-amd64 #1  Debian 6.1.192-2
    Hardware name: QEMU Standard PC (i440FX + PIIX, 1996), BIOS 1.16.2-debian-1.16.2-1 04/01/2014
    Call Trace:
     <IRQ>
     dump_stack_lvl+0x44/0x5c
     dequeue_task_idle+0x25/0x40
     __schedule+0x5cc/0xa00
     ? 0xffffffffc0290000
     schedule+0x5a/0xd0
     schedule_timeout+0x94/0x150
     ? __bpf_trace_tick_stop+0x10/0x10
     msleep+0x29/0x40
     tick+0x53/0x5f [asleep]
     call_timer_fn+0x27/0x130
     ? 0xffffffffc0290000
     __run_timers+0x222/0x2c0
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
    RSP: 0018:ffffd1114009bed8 EFLAGS: 00000252
    RAX: ffffffff82259180 RBX: 0000000000000000 RCX: 0000000000000000
    RDX: 4000000000000000 RSI: 0000000000000083 RDI: 0000000000006efc
    RBP: ffff89dec1263300 R08: 0000000000023000 R09: 0000000000000007
    R10: 00000000fffffffb R11: 0000000000000001 R12: 0000000000000001
    R13: 0000000000000000 R14: 0000000000000000 R15: 0000000000000000
     ? __sched_text_end+0x6/0x6
     default_idle+0xa/0x10
     default_idle_call+0x38/0xf0
     do_idle+0x206/0x2b0
     cpu_startup_entry+0x26/0x30
     start_secondary+0x12a/0x150
     secondary_startup_64_no_verify+0xe5/0xeb
     </TASK>
    """#
}
