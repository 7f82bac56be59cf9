/// A function of the kernel with the place where its text lies.
struct KernelSymbol {
  let name: String
  let address: Address
  let size: UInt64
}
