package import SimKernel

/// Wrong on purpose: sleeps where sleeping is not allowed.
///
/// C: `asleep.c`.
package final class Asleep: RecordedModule {
  private var place = "spin"
  private let lock = SpinLock()
  private let mutex = KernelMutex()
  // A callback that sleeps: in C nothing keeps one from it.
  private lazy var timer = KernelTimer("tick") { [unowned self] in
    sleepAnyway { [unowned self] in await tick() }
  }

  package static var parameters: [ModuleParameter] {
    [
      .charp("where", \Asleep.place, permissions: 0o444)
    ]
  }

  package init() {}

  private func tick() async {
    prInfo("asleep: in the timer callback, in_atomic, about to \(place)\n")
    if place == "timermutex" {
      await mutexLock(mutex)
      mutexUnlock(mutex)
    } else {
      await msleep(50)
    }
    prInfo("asleep: the timer callback goes on\n")
  }

  package func initModule() async throws(Errno) {
    if place.hasPrefix("timer") {
      _ = modTimer(timer, expires: jiffies + msecsToJiffies(500))
      return
    }
    if place == "rcu" {
      rcuReadLock()
      await msleep(50)
      rcuReadUnlock()
      prInfo("asleep: rcu done\n")
      return
    }
    spinLock(lock)
    switch place {
    case "kmalloc": kfree(try await kmalloc(bytes: 64))
    case "mutex":
      await mutexLock(mutex)
      mutexUnlock(mutex)
    default: await msleep(50)
    }
    spinUnlock(lock)
    prInfo("asleep: \(place) done\n")
  }

  package func cleanupModule() async {
    _ = await delTimerSync(timer)
    prInfo("asleep: bye\n")
  }
}
