public import SimKernel

extension Machine {
  /// Starts a program in a process of its own, as a child of whoever calls.
  ///
  /// C: `fork` and `execve`.
  ///
  /// - Parameters:
  ///   - words: The program's name, as it would be typed, and its arguments.
  ///   - files: The open files that it inherits.
  ///   - prepare: What the new process does before the program begins.
  /// - Throws: `ENOENT` where there is no such program, `ENOMEM`.
  /// - Returns: The process, which has not run yet.
  public func start(
    _ words: [String], files: FileTable,
    prepare: @escaping (SystemCalls) async -> Void = { _ in }
  ) throws(Errno) -> SimKernel.Process {
    guard let word = words.first, let program = tools.program(word) else { throw .ENOENT }
    allowCommands()
    let process = try kernel.spawn(FilePath.name(word), files: files) { system in
      await prepare(system)
      return await program.main(
        Invocation(system: system, arguments: Array(words.dropFirst()), machine: self))
    }
    commandLines[process.pid] = words
    return process
  }

  /// What a file is to the kernel that is asked to load it.
  ///
  /// - Throws: What opening or reading it throws.
  public func moduleFile(
    at path: String, _ system: SystemCalls
  ) async throws(Errno) -> ModuleFile {
    library.file(in: try await system.contents(of: path), at: path)
  }

  /// Says how a process was started, for `ps` to show.
  public func setCommandLine(of process: SimKernel.Process, _ words: [String]) {
    commandLines[process.pid] = words
  }

  /// The names of the commands that the machine's shell knows.
  public var commandNames: [String] { tools.commandNames }
}
