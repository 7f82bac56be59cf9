/// A runtime as small as can be: it stands in for SimKernel, and can do what a hostile example does.
enum TinyKernel {
  static let source = #"""
    #if canImport(Glibc)
    import Glibc
    #else
    import Darwin
    #endif

    private let fork = unsafeBitCast(
      dlsym(UnsafeMutableRawPointer(bitPattern: 0), "fork"), to: (@convention(c) () -> Int32).self)

    open class Module {
      public required init() {}
      open func greet() -> String { "hello" }
    }

    /// Only a process may do this.
    public func sleepOn() async {}

    public func runSession(_ types: [Any.Type]) -> Never {
      guard let file = fopen(CommandLine.arguments[1], "r") else { exit(70) }
      while let line = readLine(file) {
        print("# \(line)")
        do_(line.split(separator: " ").map(String.init), types)
        fflush(nil)
      }
      exit(0)
    }

    private func readLine(_ file: UnsafeMutablePointer<FILE>) -> String? {
      var line = ""
      while true {
        let c = fgetc(file)
        if c < 0 { return line.isEmpty ? nil : line }
        if c == 10 { return line }
        line.unicodeScalars.append(Unicode.Scalar(UInt8(c)))
      }
    }

    private func forever() -> Never { while true { pause() } }

    private func trace(_ line: String) {
      guard let path = getenv("QUIRE_MARKS"), let file = fopen(path, "a") else { return }
      fputs(line + "\n", file)
      fclose(file)
    }

    private func do_(_ words: [String], _ types: [Any.Type]) {
      let number = words.count > 1 ? Int32(words[1]) ?? 0 : 0
      switch words.first {
      case "echo": print(words.dropFirst().joined(separator: " "))
      case "options": print(CommandLine.arguments.dropFirst(2).joined(separator: " "))
      case "types": print(types.map { "\($0)" }.joined(separator: " "))
      case "greet": for type in types { print((type as! Module.Type).init().greet()) }
      case "environ":
        var next = environ
        while let text = next.pointee { print(String(cString: text)); next += 1 }
      case "warn": fputs(words.dropFirst().joined(separator: " ") + "\n", stderr)
      case "mark": trace(#"{"kind":"tick","time":1}"#); trace(#"{"kind":"mark","name":"oops","firstLine":1,"endLine":2}"#)
      case "exit": fflush(nil); exit(number)
      case "signal": fflush(nil); raise(number); forever()
      case "trap": fflush(nil); let none: [Int] = []; print(none[Int(number)])
      case "loop": while true {}
      case "sleep": forever()
      case "allocate": while true { memset(malloc(1 << 20), 1, 1 << 20) }
      case "print": while true { print("again and again") }
      case "line": while true { fputs("xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx", stdout) }
      case "bomb": while true { _ = fork() }
      case "daemon":
        fflush(nil)
        if fork() == 0 { setsid(); if fork() == 0 { forever() }; _exit(0) }
        usleep(50_000)
      case "stdin": print("read \(getchar())")
      case "parent": fflush(nil); kill(getppid(), SIGKILL); forever()
      case "orphan":
        if fork() == 0 { setsid(); forever() }
        usleep(50_000); kill(getppid(), SIGKILL); forever()
      case "stop-parent": kill(getppid(), SIGSTOP); forever()
      case "stop-both":
        var stat = [CChar](repeating: 0, count: 99)
        let file = fopen("/proc/\(getppid())/stat", "r")
        fgets(&stat, 99, file)
        let fields = String(cString: stat).split(separator: " ")
        kill(pid_t(fields[3])!, SIGSTOP); kill(getppid(), SIGSTOP); forever()
      case "stop": raise(SIGSTOP)
      case "latin1": fwrite([0xe9, 0x0a], 1, 2, stdout)
      case "close": fflush(nil); for descriptor in 0..<64 { close(Int32(descriptor)) }; usleep(50_000); _exit(0)
      case "fill": let file = fopen("big", "w"); while true { fputs("xxxxxxxxxxxxxxxxxxxxxxxxxxxx", file) }
      default: print("sh: \(words.first ?? ""): not found")
      }
    }
    """#
}
