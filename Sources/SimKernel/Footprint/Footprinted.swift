internal import CKernelMemory

/// A variable of the kernel's whose readers and writers are noted where somebody asks what steps touch.
@propertyWrapper
struct Footprinted<Value> {
  private let object: SharedObject
  private var value: Value

  init(wrappedValue: Value, _ table: SharedObject.Table) {
    object = .table(table)
    value = wrappedValue
  }

  init(wrappedValue: Value, _ object: SharedObject) {
    self.object = object
    value = wrappedValue
  }

  var wrappedValue: Value {
    @inline(__always) _read {
      noteRead(object)
      yield value
    }
    @inline(__always) _modify {
      noteWrite(object)
      yield &value
    }
  }
}

/// Whether anybody asks what the running step touches.
@inline(__always)
var isFootprintKept: Bool { kernel_footprint_is_kept() }

/// Looks at the machine from outside: that is no part of the running step.
func unnoted<Value>(_ look: () -> Value) -> Value {
  let footprint = kernel_footprint_pause()
  defer { kernel_footprint_set(footprint) }
  return look()
}

/// Notes that the running step has looked at something.
@inline(__always)
func noteRead(_ object: @autoclosure () -> SharedObject) {
  if kernel_footprint_is_kept() { kernel_footprint_note(object().rawValue) }
}

/// Notes that the running step has changed something.
@inline(__always)
func noteWrite(_ object: @autoclosure () -> SharedObject) {
  if kernel_footprint_is_kept() { kernel_footprint_note(object().rawValue | Footprint.writeBit) }
}
