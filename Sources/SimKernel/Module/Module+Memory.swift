extension Module {
  /// Puts a structure on the kernel's heap, where it outlives this module.
  ///
  /// Process context. C: `kmalloc(…, GFP_KERNEL)`.
  ///
  /// A structure that is not put there lies on the module's own pages, like a `static` one in C.
  /// - Returns: The structure, which now has its place.
  /// - Throws: `ENOMEM` where the heap is full.
  public func kmalloc<Structure: ModuleStructure>(
    _ structure: Structure
  ) throws(Errno) -> Structure {
    guard let calls = KernelCalls(self) else { return structure }
    calls.kernel.sleepInAllocator()
    _ = try calls.kernel.placeOnHeap(structure, of: calls.module)
    return structure
  }

  /// Takes bytes from the kernel's heap.
  ///
  /// Process context, may sleep. C: `kmalloc(bytes, GFP_KERNEL)`.
  /// - Returns: Where they begin.
  /// - Throws: `ENOMEM` where the heap is full.
  public func kmalloc(bytes: Int) async throws(Errno) -> Address {
    guard let calls = KernelCalls(self) else { throw .machineIsGone }
    let kernel = calls.kernel
    kernel.sleepInAllocator()
    guard let address = kernel.heap.allocate(bytes: bytes) else { throw .ENOMEM }
    kernel.watch?.allocated(address, bytes: bytes, by: calls.module)
    return address
  }

  /// Gives bytes back; nothing happens for null.
  ///
  /// Any context. C: `kfree`.
  ///
  /// Whoever frees what was not given to him, or frees it twice, dies of it.
  public func kfree(_ address: Address) {
    guard let calls = KernelCalls(self), address != .null else { return }
    _ = calls.now { () throws(Trap) in try calls.kernel.kfree(address) }
  }
}

extension Kernel {
  /// What an allocation says that may sleep, where nobody may.
  ///
  /// C: `might_alloc` (6.1).
  fileprivate func sleepInAllocator() {
    enter(.kmalloc)
    enter(.allocateFromCache)
    mightSleep(file: "include/linux/sched/mm.h", line: 274)
    current.stack.leave()
    current.stack.leave()
  }
}
