/// Where a module's functions and variables lie, and what happens when they are called.
extension Kernel {
  /// Gives a function a place on the module's text, and writes its bytes there.
  ///
  /// One that is `isInitial` lies where the memory is freed once init has run.
  func place(
    _ name: String, _ body: ModuleFunction.Body, in module: ModuleRecord, isInitial: Bool = false
  ) -> ModuleFunction {
    let size = MachineCode.size(of: name)
    let address: Address
    if let place = module.places[name], !isInitial {
      // The module has one function of that name, however often the kernel is told of it.
      if let function = functions[place] { return function }
      address = place
    } else {
      address = textAddress(bytes: size, in: module, isInitial: isInitial)
      memory.write(MachineCode.bytes(of: name, size: size), at: address)
    }
    let function = ModuleFunction(
      name: name, address: address, size: size, body: body, module: module)
    functions[address] = function
    module.functions.append(function)
    return function
  }

  /// Room for a function.
  func textAddress(bytes: UInt64, in module: ModuleRecord, isInitial: Bool = false) -> Address {
    module.allocateText(bytes, isInitial: isInitial) ?? addPages(to: module, bytes: bytes)
  }

  /// Gives a structure a place on the module's data, unless it has one.
  func place(_ structure: ModuleStructure, in module: ModuleRecord) -> Address {
    if let address = structure.address { return address }
    let bytes = UInt64(structure.byteCount(on: version))
    return bind(structure, to: allocateData(bytes, in: module), of: module)
  }

  /// Gives a structure a place on the kernel's heap.
  ///
  /// C: `kmalloc`.
  func placeOnHeap(
    _ structure: ModuleStructure, of module: ModuleRecord
  ) throws(Errno) -> Address {
    if let address = structure.address { return address }
    guard let address = heap.allocate(bytes: structure.byteCount(on: version)) else {
      throw .ENOMEM
    }
    watch?.allocated(address, bytes: structure.byteCount(on: version), by: module)
    return bind(structure, to: address, of: module)
  }

  /// Puts a string constant on the module's data.
  func place(_ text: String, in module: ModuleRecord) -> Address {
    if let address = module.strings[text] { return address }
    let bytes = Array(text.utf8) + [0]
    let address = allocateData(UInt64(bytes.count), in: module)
    memory.write(bytes, at: address)
    module.strings[text] = address
    return address
  }

  /// Lets go of everything that a module was: its functions cannot be found any more.
  func forget(_ module: ModuleRecord) {
    exports.remove(module)
    module.parameterCalls.removeAll()
    for structure in module.structures { structure.forget(module) }
    module.structures.removeAll()
    for function in module.functions { forget(function) }
    module.functions.removeAll()
    if let instance = module.instance { recordsByInstance[ObjectIdentifier(instance)] = nil }
    module.instance = nil
    module.initFunction = nil
    module.cleanupFunction = nil
    module.users.removeAll()
    module.dependencies.removeAll()
    module.waiter = nil
  }

  /// Makes a function impossible to find, unless another one lies in its place.
  func forget(_ function: ModuleFunction) {
    if functions[function.address] === function { functions[function.address] = nil }
  }

  private func bind(
    _ structure: ModuleStructure, to address: Address, of module: ModuleRecord
  ) -> Address {
    structure.bind(to: address, of: module)
    structure.initialise(at: address, of: module, on: self)
    return address
  }

  private func allocateData(_ bytes: UInt64, in module: ModuleRecord) -> Address {
    module.allocateData(bytes, alignment: wordBytes) ?? addPages(to: module, bytes: bytes)
  }

  /// A module with more functions or variables than was foreseen: it gets pages for them, which go
  /// with it.
  private func addPages(to module: ModuleRecord, bytes: UInt64) -> Address {
    guard let start = moduleArea.allocate(bytes: Int(bytes)) else { return .null }
    let region = ModuleRegion(start: start, bytes: bytes)
    module.add(region)
    modules.index(region, of: module)
    return start
  }
}
