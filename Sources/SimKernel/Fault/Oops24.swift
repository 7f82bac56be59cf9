/// The oops of Linux 2.4 on i386.
///
/// C: `arch/i386/mm/fault.c`, `arch/i386/kernel/traps.c` of 2.4.20.
enum Oops24: OopsFormat {
  static func print(_ fault: Fault, on kernel: Kernel) {
    switch fault.cause {
    case .page(let address, let access):
      printAddress(address, fault.state, on: kernel)
      kernel.printk("Oops: \(access == .write ? "0002" : "0000")\n")
    case .bug(let file, let line):
      kernel.printk("kernel BUG at \(file):\(line)!\n")
      kernel.printk("invalid operand: 0000\n")
    case .divideError:
      kernel.printk("divide error: 0000\n")
    case .generalProtection:
      kernel.printk("general protection fault: 0000\n")
    case .invalidOpcode:
      kernel.printk("invalid operand: 0000\n")
    }
    printRegisters(fault.state, on: kernel)
    printStack(fault.state, on: kernel)
    printCode(fault.state, on: kernel)
  }

  private static func printAddress(
    _ address: Address, _ state: ProcessorState, on kernel: Kernel
  ) {
    let what =
      address.rawValue < Address.pageSize ? "NULL pointer dereference" : "paging request"
    kernel.printk("Unable to handle kernel \(what) at virtual address \(address)\n", .alert)
    kernel.printk(" printing eip:\n\(state.instructionPointer)\n")
    let directory = kernel.pageDirectoryEntry(of: address)
    kernel.printk("*pde = \(hexadecimal(directory, digits: 8))\n", .alert)
    // The page is not there, so its entry in the table is empty.
    if directory & 1 != 0 { kernel.printk("*pte = 00000000\n", .alert) }
  }

  private static func printRegisters(_ state: ProcessorState, on kernel: Kernel) {
    let words = state.registers.map { hexadecimal($0, digits: 8) }
    kernel.printk(
      """
      CPU:    \(state.cpu)
      EIP:    0010:[<\(state.instructionPointer)>]    \(kernel.taintText)
      EFLAGS: \(hexadecimal(state.flags, digits: 8))
      eax: \(words[0])   ebx: \(words[1])   ecx: \(words[2])   edx: \(words[3])
      esi: \(words[4])   edi: \(words[5])   ebp: \(words[6])   esp: \(state.stackPointer)
      ds: 0018   es: 0018   ss: 0018
      Process \(state.processName) (pid: \(state.processID), stackpage=\(state.stackPage))

      """)
  }

  private static func printStack(_ state: ProcessorState, on kernel: Kernel) {
    var text = "Stack: "
    for (index, word) in state.stack.prefix(24).enumerated() {
      if index > 0, index % 8 == 0 { text += "\n       " }
      text += hexadecimal(word, digits: 8) + " "
    }
    text += "\nCall Trace:   "
    // The kernel counts from one: five addresses on the first line, six on each that follows.
    var count = 1
    for word in state.stack where kernel.isText(Address(word)) {
      if count % 6 == 0 { text += "\n " }
      text += " [<\(hexadecimal(word, digits: 8))>]"
      count += 1
    }
    kernel.printk(text + "\n\n")
  }

  private static func printCode(_ state: ProcessorState, on kernel: Kernel) {
    var text = "Code: "
    for byte in state.code { text += hexadecimal(byte, digits: 2) + " " }
    // Where a byte cannot be read, the kernel says so and stops.
    if state.code.count < 20 { text += " Bad EIP value." }
    kernel.printk(text + "\n")
  }
}
