import SimKernel
import Testing

@Suite("Error numbers") struct ErrnoTests {
  @Test(
    "each has its number and the C library's words (SEMANTICS 5.3: errno texts)",
    arguments: [
      (Errno.EPERM, 1, "Operation not permitted"), (.ENOENT, 2, "No such file or directory"),
      (.EINTR, 4, "Interrupted system call"), (.ENXIO, 6, "No such device or address"),
      (.ENOEXEC, 8, "Exec format error"), (.EBADF, 9, "Bad file descriptor"),
      (.EAGAIN, 11, "Resource temporarily unavailable"), (.ENOMEM, 12, "Cannot allocate memory"),
      (.EFAULT, 14, "Bad address"), (.EBUSY, 16, "Device or resource busy"),
      (.EEXIST, 17, "File exists"), (.ENODEV, 19, "No such device"),
      (.EINVAL, 22, "Invalid argument"), (.ENOSPC, 28, "No space left on device"),
      (.ENOSYS, 38, "Function not implemented"),
    ])
  func texts(errno: Errno, number: Int, text: String) {
    #expect(errno.rawValue == number)
    #expect("\(errno)" == text)
  }
}
