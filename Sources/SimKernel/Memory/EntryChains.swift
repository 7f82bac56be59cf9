/// Through which of its own functions a kernel generation comes to the places where something can go
/// wrong: what the call trace of an oops shows, the outermost function first.
///
/// The functions of one call, from `sys_read` to the driver, are entered where that call is
/// modelled.
struct EntryChains: Sendable {
  /// From a program into any system call.
  let systemCall: [KernelFunction]
  /// What the idle task of the processor that booted is in.
  let bootIdle: [KernelFunction]
  /// What the idle tasks of the others are in.
  let otherIdle: [KernelFunction]
  /// What a kernel thread starts from.
  let thread: [KernelFunction]
  /// From the system call that loads a module to its `init`.
  let initCall: [KernelFunction]
  /// From a system call to `do_exit`, when a program ends.
  let exit: [KernelFunction]
  /// From the instruction that faulted to `do_exit`.
  let death: [KernelFunction]
  /// Whether the stack is empty when a process ends that faulted.
  ///
  /// C: `rewind_stack_and_make_dead`.
  let rewindsStack: Bool
  /// The function that an interrupt enters on the stack of whoever was running.
  ///
  /// What it calls has a stack of its own. Nil where there is but one stack.
  let interruptEntry: KernelFunction?
  /// Whether the idle tasks have numbers in their names.
  ///
  /// C: `swapper/0`, from 3.3 on.
  let numbersIdleTasks: Bool
  /// The numbers of the system calls, for the register that holds them.
  let numbers: [KernelFunction: UInt64]
  /// From `schedule` to where it complains of its caller.
  let scheduleBug: [KernelFunction]
  /// From `schedule` to where the idle task is put to sleep.
  let idleSleep: [KernelFunction]
}

extension EntryChains {
  /// From `schedule` to where the processor goes over to somebody else.
  var switching: [KernelFunction] {
    isDumpedByFrames ? [.schedule, .innerSchedule, .switchTo] : [.schedule]
  }

  /// From a call that waits for a completion to `schedule`.
  var completionWait: [KernelFunction] {
    isDumpedByFrames ? [.waitForCompletion, .scheduleTimeout] : []
  }

  /// The function that shows a stack, with one that it calls: its own frame is on that stack itself.
  var dump: [KernelFunction] { isDumpedByFrames ? [.dumpStack, .showStack] : [] }

  /// Whether a dump follows the frames, as from 4.14 on.
  private var isDumpedByFrames: Bool { interruptEntry != nil }

  /// From a program to `do_exit`, when it ends.
  var exitOfProgram: [KernelFunction] { systemCall + exit }

  static let v2_2 = EntryChains(
    systemCall: [.systemCall], bootIdle: [.cpuIdle], otherIdle: [.cpuIdle], thread: [],
    initCall: [], exit: [.sysExit], death: [.errorCode, .doPageFault, .die], rewindsStack: false,
    interruptEntry: nil, numbersIdleTasks: false, numbers: [:], scheduleBug: [], idleSleep: [])

  static let v2_4 = v2_2

  static let v2_6 = EntryChains(
    systemCall: [.systemCall], bootIdle: [.startKernel, .cpuIdle],
    otherIdle: [.startSecondary, .cpuIdle], thread: [], initCall: [],
    exit: [.sysExit, .doGroupExit], death: [.errorCode, .doPageFault, .die], rewindsStack: false,
    interruptEntry: nil, numbersIdleTasks: false, numbers: [:],
    scheduleBug: [.scheduleBug], idleSleep: [.dequeueTaskIdle])

  /// As the recorded traces of Debian's kernel show them.
  static let v6_1 = v6_1(idle: idleLoop + [.nativeSafeHalt])

  /// As those of the other recorded build do.
  static let v6_1Small = v6_1(idle: idleLoop)

  private static func v6_1(idle idleLoop: [KernelFunction]) -> EntryChains {
    EntryChains(
      systemCall: [.systemCallEntry, .systemCall],
      bootIdle: [.secondaryStartup, .startKernel, .archCallRestInit, .restInit] + idleLoop,
      otherIdle: [.secondaryStartup, .startSecondary] + idleLoop, thread: [.retFromFork],
      initCall: [.doOneInitcall], exit: [.sysExit, .doGroupExit],
      death: [.rewindStackAndMakeDead, .makeTaskDead], rewindsStack: true,
      interruptEntry: .doIRQ, numbersIdleTasks: true,
      numbers: [
        .sysRead: 0, .sysWrite: 1, .sysOpen: 257, .sysClose: 3, .sysExit: 231, .sysInitModule: 313,
        .sysDeleteModule: 176,
      ],
      scheduleBug: [.innerSchedule, .scheduleBug], idleSleep: [.innerSchedule, .dequeueTaskIdle])
  }

  private static let idleLoop: [KernelFunction] = [
    .cpuStartupEntry, .cpuIdle, .defaultIdleCall, .defaultIdle,
  ]
}
