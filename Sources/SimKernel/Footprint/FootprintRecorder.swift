internal import CKernelMemory

/// Collects what this thread's steps touch, one step after the other.
public final class FootprintRecorder {
  private static let room = 4_096
  private let keys = UnsafeMutablePointer<UInt64>.allocate(capacity: room)
  private let footprint = UnsafeMutablePointer<kernel_footprint>.allocate(capacity: 1)

  /// Creates one that collects nothing yet.
  public init() {
    footprint.initialize(
      to: kernel_footprint(keys: keys, count: 0, capacity: Self.room, is_incomplete: false))
  }

  deinit {
    if kernel_footprint_is(footprint) { kernel_footprint_set(nil) }
    footprint.deallocate()
    keys.deallocate()
  }

  /// Begins a step: from now on, what this thread touches is collected.
  public func begin() {
    footprint.pointee.count = 0
    footprint.pointee.is_incomplete = false
    kernel_footprint_set(footprint)
  }

  /// Ends a step, and tells what it touched.
  public func end() -> Footprint {
    kernel_footprint_set(nil)
    let keys = UnsafeBufferPointer(start: keys, count: footprint.pointee.count)
    return Footprint(keys: keys, isIncomplete: footprint.pointee.is_incomplete)
  }
}
