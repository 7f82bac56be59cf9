extension Module {
  /// Puts a structure on the kernel's heap, where it outlives this module.
  ///
  /// Process context. C: `kmalloc(…, GFP_KERNEL)`.
  ///
  /// A structure that is not put there lies on the module's own pages, like a `static` one in C.
  /// - Throws: `ENOMEM` where the heap is full.
  public func kmalloc<Structure: ModuleStructure>(
    _ structure: Structure
  ) throws(Errno) -> Structure {
    guard let calls = KernelCalls(self) else { return structure }
    _ = try calls.kernel.placeOnHeap(structure, of: calls.module)
    return structure
  }
}
