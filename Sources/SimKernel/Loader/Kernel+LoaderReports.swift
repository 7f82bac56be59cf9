/// What the loader has to say when something is wrong that kills nobody.
extension Kernel {
  /// Reports a bug that can be lived with, and goes on.
  ///
  /// Any context. C: `WARN_ON`.
  func warn(file: String, line: Int) {
    let place = current.stack.current
    let offset = place.map { current.stack.instructionPointer.rawValue - $0.address.rawValue } ?? 0
    printk("------------[ cut here ]------------\n")
    printk(
      "WARNING: CPU: \(processor.id) PID: \(current.pid) at \(file):\(line) "
        + "\(place?.name ?? "")+0x\(String(offset, radix: 16))"
        + "/0x\(String(place?.size ?? 0, radix: 16))\n")
    printk("---[ end trace 0000000000000000 ]---\n")
    addTaint(.warned)
  }

  /// Shows how the code that is running was called.
  ///
  /// Any context. C: `dump_stack`.
  func dumpStack() {
    printk("Call Trace:\n")
    for frame in current.stack.frames.reversed() {
      let offset = frame.code.instruction(frame.instructions).rawValue - frame.code.address.rawValue
      printk(
        " \(frame.code.name)+0x\(String(offset, radix: 16))/0x\(String(frame.code.size, radix: 16))\n"
      )
    }
  }
}
