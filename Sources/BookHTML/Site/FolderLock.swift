internal import Foundation

/// Holds a folder for one writer at a time; the system lets go of it when the process ends.
struct FolderLock {
  private let descriptor: Int32

  /// Waits until no other process holds the folder.
  init(folder: String) throws(SiteWriteError) {
    descriptor = open(folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
    guard descriptor >= 0 else {
      throw SiteWriteError(.cannotWrite, path: folder, reason: String(cString: strerror(errno)))
    }
    // A file system without locks leaves builds to themselves, which is no reason to refuse one.
    while flock(descriptor, LOCK_EX) != 0, errno == EINTR {}
  }

  /// Lets go of it.
  func release() { close(descriptor) }
}
