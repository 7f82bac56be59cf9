/// The processor that a kernel was built for: how wide a word is, and where things lie.
public struct Architecture: Sendable, Hashable {
  /// How it names itself: the last word of a module's version magic, and of `uname -m`.
  public let name: String
  /// Bytes in a pointer.
  public let wordBytes: UInt64
  /// The start of the kernel's text.
  ///
  /// C: `_stext`.
  let textStart: Address
  /// Where the kernel's own variables lie.
  let dataStart: Address
  /// Where `kmalloc` takes memory from.
  let heapStart: Address
  /// Where modules are loaded.
  ///
  /// C: `VMALLOC_START` on i386, `MODULES_VADDR` on x86_64.
  let moduleAreaStart: Address
  /// Bytes of a kernel stack, with whatever lies below it.
  ///
  /// C: `THREAD_SIZE`.
  let stackBytes: UInt64
  /// How the machine's firmware describes it, where the kernel says so.
  ///
  /// C: `dump_stack_arch_desc_str`.
  let machineName: String?

  /// A machine with 128 MiB: the kernel at 3 GiB, `vmalloc` 8 to 16 MiB above the end of memory.
  public static let i386 = Architecture(
    name: "i386", wordBytes: 4, textStart: Address(0xc010_0000), dataStart: Address(0xc02a_0000),
    heapStart: Address(0xc700_0000), moduleAreaStart: Address(0xc880_0000), stackBytes: 0x2000,
    machineName: nil)

  /// A machine with 512 MiB: the kernel in the last 2 GiB, modules in the last 1 GiB of them.
  public static let x86_64 = Architecture(
    name: "x86_64", wordBytes: 8, textStart: Address(0xffff_ffff_8100_0000),
    dataStart: Address(0xffff_ffff_8260_0000), heapStart: Address(0xffff_8880_1e00_0000),
    moduleAreaStart: Address(0xffff_ffff_c02a_1000), stackBytes: 0x4000,
    machineName: "QEMU Standard PC (i440FX + PIIX, 1996), "
      + "BIOS 1.16.2-debian-1.16.2-1 04/01/2014")

  /// The address that a pointer of this width holds: what is too wide is cut off.
  func wrapped(_ address: Address) -> Address {
    wordBytes == 8 ? address : Address(address.rawValue & 0xffff_ffff)
  }

  /// A word in hexadecimal, as wide as a register.
  func hexadecimal(_ value: UInt64) -> String {
    SimKernel.hexadecimal(
      wordBytes == 8 ? value : value & 0xffff_ffff, digits: Int(wordBytes) * 2)
  }
}
