extension KernelFunction {
  /// What 2.6.24 calls a function that 2.4 calls otherwise.
  static let names2_6: [KernelFunction: String] = [
    .fput: "__fput", .doDentryOpen: "__dentry_open", .getDeviceList: "devinfo_show",
  ]

  /// What 6.1 calls a function that 2.4 calls otherwise.
  static let names6_1: [KernelFunction: String] = [
    .systemCall: "do_syscall_64", .sysOpen: "__x64_sys_openat", .doSysOpen: "do_sys_openat2",
    .doDentryOpen: "do_dentry_open", .sysClose: "__x64_sys_close", .fput: "__fput",
    .sysRead: "ksys_read", .sysWrite: "ksys_write", .sysLseek: "ksys_lseek",
    .sysIoctl: "__x64_sys_ioctl", .sysMmap: "do_mmap", .sysMunmap: "__x64_sys_munmap",
    .sysPoll: "do_sys_poll", .sysDup: "__x64_sys_dup", .getDeviceList: "devinfo_show",
    .registerChrdev: "__register_chrdev", .unregisterChrdev: "__unregister_chrdev",
    .sysfsRead: "kernfs_fop_read_iter", .sysfsWrite: "kernfs_fop_write_iter",
  ]
}
