@testable import SimKernel

/// A call of each kind that a module can make, by its name in Swift, made when the module is loaded.
///
/// What is asked of a call here is only whether the kernel has it. A trial may end its process.
enum CallTrials {
  typealias Trial = @Sendable (Puppet) async -> Void

  static let all: [String: Trial] = plain.merging(files) { $1 }.merging(sleeping) { $1 }
    .merging(timed) { $1 }.merging(symbols) { $1 }

  /// Those of memory, use counts, messages and mistakes.
  private static let plain: [String: Trial] = [
    "address": { _ = $0.address(of: SpinLock()) },
    "bug": { $0.bug() },
    "callFunction": { $0.callFunction(at: .null) },
    "current": { _ = $0.current },
    "divide": { _ = $0.divide(1, by: 1) },
    "dumpStack": { $0.dumpStack() },
    "hexadecimal": { _ = $0.hexadecimal(.null) },
    "isNull": { _ = $0.isNull(WaitQueue()) },
    "jiffies": { _ = $0.jiffies },
    "kfree": { $0.kfree(.null) },
    "kmalloc": {
      await attempt($0) { module async throws(Errno) in _ = try await module.kmalloc(bytes: 8) }
    },
    "load": { _ = $0.load(at: $0.moduleBase) },
    "modDecUseCount": { $0.modDecUseCount() },
    "modIncUseCount": { $0.modIncUseCount() },
    "modInUse": { _ = $0.modInUse },
    "moduleBase": { _ = $0.moduleBase },
    "moduleGet": { $0.moduleGet($0.thisModule) },
    "modulePut": { $0.modulePut($0.thisModule) },
    "moduleRefcount": { module in _ = module.thisModule.map { module.moduleRefcount($0) } },
    "prInfo": { $0.prInfo("x\n") },
    "printk": { $0.printk("x\n") },
    "registerModuleNotifier": { $0.registerModuleNotifier(NotifierBlock("n") { _, _ in }) },
    "store": { $0.store(0, at: $0.address(of: SpinLock())) },
    "subroutine": { $0.subroutine("s") {} },
    "thisModule": { _ = $0.thisModule },
    "tryModuleGet": { _ = $0.tryModuleGet($0.thisModule) },
    "unregisterModuleNotifier": {
      await attempt($0) { module async throws(Errno) in
        try module.unregisterModuleNotifier(NotifierBlock("n") { _, _ in })
      }
    },
    "warnOn": { $0.warnOn(true) },
  ]

  /// Those of devices and files.
  private static let files: [String: Trial] = [
    "allocChrdevRegion": {
      await attempt($0) { module async throws(Errno) in
        _ = try module.allocChrdevRegion(count: 1, "t")
      }
    },
    "cdevAdd": {
      await attempt($0) { module async throws(Errno) in
        try module.cdevAdd(Cdev(FileOperations()), at: number)
      }
    },
    "cdevDel": { $0.cdevDel(Cdev(FileOperations())) },
    "classCreate": {
      await attempt($0) { module async throws(Errno) in _ = try module.classCreate("t") }
    },
    "classDestroy": { $0.classDestroy(DeviceClass(name: "t")) },
    "createProcInfoEntry": {
      await attempt($0) { module async throws(Errno) in
        try module.createProcInfoEntry("t") { $0.print("x") }
      }
    },
    "createProcReadEntry": {
      await attempt($0) { module async throws(Errno) in
        try module.createProcReadEntry("t") { $0.print("x") }
      }
    },
    "deviceCreate": {
      await attempt($0) { module async throws(Errno) in
        try module.deviceCreate(DeviceClass(name: "t"), number, "t")
      }
    },
    "deviceDestroy": { $0.deviceDestroy(DeviceClass(name: "t"), number) },
    "miscDeregister": { $0.miscDeregister(MiscDevice(name: "t", FileOperations())) },
    "miscRegister": {
      await attempt($0) { module async throws(Errno) in
        try module.miscRegister(MiscDevice(name: "t", FileOperations()))
      }
    },
    "procCreate": {
      await attempt($0) { module async throws(Errno) in
        try module.procCreate("t", ProcOperations())
      }
    },
    "procCreateSingle": {
      await attempt($0) { module async throws(Errno) in
        try module.procCreateSingle("t") { $0.print("x") }
      }
    },
    "procRemove": { await $0.procRemove("t") },
    "registerChrdev": {
      await attempt($0) { module async throws(Errno) in
        _ = try module.registerChrdev(0, "t", FileOperations())
      }
    },
    "registerChrdevRegion": {
      await attempt($0) { module async throws(Errno) in
        try module.registerChrdevRegion(number, count: 1, "t")
      }
    },
    "removeProcEntry": { $0.removeProcEntry("t") },
    "simpleReadFromBuffer": {
      await attempt($0) { module async throws(Errno) in
        let file = File(backing: .device(operations: .null), mode: .readOnly)
        _ = try await module.simpleReadFromBuffer(UserBuffer(count: 1), file, "x")
      }
    },
    "unregisterChrdev": {
      await attempt($0) { module async throws(Errno) in try module.unregisterChrdev(240, "t") }
    },
    "unregisterChrdevRegion": { $0.unregisterChrdevRegion(number, count: 1) },
  ]

  /// Those of locks, sleeping, waking and threads.
  private static let sleeping: [String: Trial] = [
    "complete": { $0.complete(Completion()) },
    "completeAndExit": { await $0.completeAndExit(Completion(), 0) },
    "daemonize": { $0.daemonize("t") },
    "down": { await $0.down(Semaphore()) },
    "downInterruptible": {
      await attempt($0) { module async throws(Errno) in
        try await module.downInterruptible(Semaphore())
      }
    },
    "finishWait": { $0.finishWait(WaitQueue(), WaitEntry()) },
    "interruptibleSleepOn": { await $0.interruptibleSleepOn(WaitQueue()) },
    "interruptibleSleepOnTimeout": { await $0.interruptibleSleepOnTimeout(WaitQueue(), 1) },
    "kernelThread": {
      await attempt($0) { module async throws(Errno) in try module.kernelThread { 0 } }
    },
    "kthreadRun": {
      await attempt($0) { module async throws(Errno) in _ = try module.kthreadRun("t") { 0 } }
    },
    "kthreadShouldStop": { _ = $0.kthreadShouldStop },
    "kthreadStop": { module in
      guard let process = module.current else { return }
      await module.kthreadStop(KernelThread(process: process))
    },
    "lockKernel": { await $0.lockKernel() },
    "modulePutAndExit": { await $0.modulePutAndExit(0) },
    "mutexLock": { await $0.mutexLock(KernelMutex()) },
    "mutexUnlock": { $0.mutexUnlock(KernelMutex()) },
    "prepareToWait": { $0.prepareToWait(WaitQueue(), WaitEntry()) },
    "downRead": { await $0.downRead(ReadWriteSemaphore()) },
    "downWrite": { await $0.downWrite(ReadWriteSemaphore()) },
    "downgradeWrite": { $0.downgradeWrite(ReadWriteSemaphore()) },
    "rcuReadLock": { $0.rcuReadLock() },
    "rcuReadUnlock": { $0.rcuReadUnlock() },
    "readLock": { $0.readLock(ReadWriteLock()) },
    "readLockIrqsave": { $0.readLockIrqsave(ReadWriteLock()) },
    "readUnlock": { $0.readUnlock(ReadWriteLock()) },
    "readUnlockIrqrestore": { $0.readUnlockIrqrestore(ReadWriteLock()) },
    "schedule": { await $0.schedule() },
    "scheduleTimeout": { _ = await $0.scheduleTimeout(1) },
    "signalPending": { _ = $0.signalPending },
    "sleepAnyway": { $0.sleepAnyway {} },
    "sleepOn": { await $0.sleepOn(WaitQueue()) },
    "sleepOnTimeout": { await $0.sleepOnTimeout(WaitQueue(), 1) },
    "spinLock": { $0.spinLock(SpinLock()) },
    "spinLockIrqsave": { $0.spinLockIrqsave(SpinLock()) },
    "spinUnlock": { $0.spinUnlock(SpinLock()) },
    "spinUnlockIrqrestore": { $0.spinUnlockIrqrestore(SpinLock()) },
    "upRead": { $0.upRead(ReadWriteSemaphore()) },
    "upWrite": { $0.upWrite(ReadWriteSemaphore()) },
    "writeLock": { $0.writeLock(ReadWriteLock()) },
    "writeLockIrqsave": { $0.writeLockIrqsave(ReadWriteLock()) },
    "writeUnlock": { $0.writeUnlock(ReadWriteLock()) },
    "writeUnlockIrqrestore": { $0.writeUnlockIrqrestore(ReadWriteLock()) },
    "unlockKernel": { $0.unlockKernel() },
    "up": { $0.up(Semaphore()) },
    "waitEvent": { await $0.waitEvent(WaitQueue()) { true } },
    "waitEventInterruptible": {
      await attempt($0) { module async throws(Errno) in
        try await module.waitEventInterruptible(WaitQueue()) { true }
      }
    },
    "waitForCompletion": { module in
      let completion = Completion()
      module.complete(completion)
      await module.waitForCompletion(completion)
    },
    "waitQueueActive": { _ = $0.waitQueueActive(WaitQueue()) },
    "wakeUp": { $0.wakeUp(WaitQueue()) },
    "wakeUpInterruptible": { $0.wakeUpInterruptible(WaitQueue()) },
    "wakeUpProcess": { module in _ = module.current.map { module.wakeUpProcess($0) } },
  ]

  /// Those of timers, task queues and deferred work.
  private static let timed: [String: Trial] = [
    "addTimer": { $0.addTimer(KernelTimer("t") {}, expires: 1_000_000) },
    "cancelDelayedWork": { $0.cancelDelayedWork(DelayedWork("w") {}) },
    "cancelDelayedWorkSync": { await $0.cancelDelayedWorkSync(DelayedWork("w") {}) },
    "cancelWorkSync": { await $0.cancelWorkSync(Work("w") {}) },
    "createSinglethreadWorkqueue": {
      await attempt($0) { module async throws(Errno) in
        _ = try module.createSinglethreadWorkqueue("t")
      }
    },
    "createWorkqueue": {
      await attempt($0) { module async throws(Errno) in _ = try module.createWorkqueue("t") }
    },
    "delTimer": { _ = $0.delTimer(KernelTimer("t") {}) },
    "delTimerSync": { _ = await $0.delTimerSync(KernelTimer("t") {}) },
    "destroyWorkqueue": { await $0.destroyWorkqueue(queue) },
    "flushScheduledTasks": { await $0.flushScheduledTasks() },
    "flushScheduledWork": { await $0.flushScheduledWork() },
    "flushWorkqueue": { await $0.flushWorkqueue(queue) },
    "markBH": { $0.markBH(.immediate) },
    "mdelay": { $0.mdelay(1) },
    "modTimer": { _ = $0.modTimer(KernelTimer("t") {}, expires: 1_000_000) },
    "msecsToJiffies": { _ = $0.msecsToJiffies(1) },
    "msleep": { await $0.msleep(1) },
    "queueDelayedWork": { $0.queueDelayedWork(queue, DelayedWork("w") {}, delay: 1) },
    "queueTask": { $0.queueTask(TaskQueueEntry("t") {}, on: .timer) },
    "queueWork": { $0.queueWork(queue, Work("w") {}) },
    "runTaskQueue": { $0.runTaskQueue(.immediate) },
    "scheduleDelayedWork": { $0.scheduleDelayedWork(DelayedWork("w") {}, delay: 1) },
    "scheduleTask": { $0.scheduleTask(TaskQueueEntry("t") {}) },
    "scheduleWork": { $0.scheduleWork(Work("w") {}) },
    "synchronizeBH": { await $0.synchronizeBH() },
    "timerPending": { _ = $0.timerPending(KernelTimer("t") {}) },
  ]

  /// Those of symbols, and of what modules find by a name.
  private static let symbols: [String: Trial] = [
    "call": {
      await attempt($0) { module async throws(Errno) in _ = try module.call(function) }
    },
    "getModuleSymbol": { _ = $0.getModuleSymbol("t", function) },
    "interModuleGet": { _ = $0.interModuleGet("t", as: Int.self) },
    "interModulePut": { $0.interModulePut("t") },
    "interModuleRegister": { $0.interModuleRegister("t", owner: $0.thisModule, 1) },
    "interModuleUnregister": { $0.interModuleUnregister("t") },
    "symbolGet": { _ = $0.symbolGet(function) },
    "symbolName": { _ = $0.symbolName("printk") },
    "symbolPut": { $0.symbolPut("printk") },
    "symbolPutAddr": { $0.symbolPutAddr(SymbolPointer(symbol: function, address: .null)) },
  ]

  private static let number = DeviceNumber(major: 240, minor: 0)
  private static var queue: Workqueue { Workqueue(address: .null, name: "t") }
  private static let function = ExportedSymbol("t", as: (() -> Int).self)

  /// Makes a call that may fail.
  private static func attempt(
    _ module: Puppet, _ call: (Puppet) async throws(Errno) -> Void
  ) async {
    do throws(Errno) { try await call(module) } catch { module.printk("\(error)\n") }
  }
}
