internal import BookModel
internal import Foundation
internal import Subprocess

/// A conversation with a language server: one question at a time.
struct Connection {
  private var chunks: SubprocessOutputSequence.AsyncIterator
  private let input: StandardInputWriter
  private var frame = MessageFrame()
  private var waiting: [Data] = []
  private var lastID = 0

  /// Takes over both ends of the pipes.
  init(output: SubprocessOutputSequence, input: StandardInputWriter) {
    chunks = output.makeAsyncIterator()
    self.input = input
  }

  /// Asks for the tokens of every file, and takes leave; says why it stopped early, if it did.
  mutating func ask(
    about workspace: Workspace, into collector: TokenCollector
  ) async -> LanguageServer.Problem? {
    do {
      let start = InitializeParameters(rootUri: workspace.root.absoluteString)
      let hello: InitializeResult? = try await request("initialize", start)
      guard let hello else { return .noAnswer }
      try await notify("initialized", NoParameters())
      let decoder = TokenDecoder(
        legend: hello.capabilities.semanticTokensProvider.legend.tokenTypes)
      for file in workspace.files {
        guard let data = try await tokens(of: file) else { continue }
        collector.add(decoder.tokens(from: data, in: file.text), of: file)
      }
      let _: NoParameters? = try await request("shutdown", NoParameters())
      try await notify("exit", NoParameters())
      return nil
    } catch {
      return error
    }
  }

  private mutating func tokens(
    of file: Workspace.File
  ) async throws(LanguageServer.Problem) -> [Int]? {
    let uri = file.url.absoluteString
    try await notify(
      "textDocument/didOpen", OpenParameters(textDocument: .init(uri: uri, text: file.text)))
    let document = DocumentParameters(textDocument: .init(uri: uri))
    let result: TokensResult? = try await request("textDocument/semanticTokens/full", document)
    try await notify("textDocument/didClose", document)
    return result?.data
  }
}

extension Connection {
  private mutating func request<Result: Decodable>(
    _ method: String, _ parameters: some Encodable
  ) async throws(LanguageServer.Problem) -> Result? {
    lastID += 1
    try await send(OutgoingMessage(id: lastID, method: method, params: parameters))
    while true {
      let data = try await nextMessage()
      guard let message = try? JSONDecoder().decode(IncomingMessage.self, from: data) else {
        throw .garbled
      }
      if let id = message.id, message.method != nil {
        try await send(EmptyAnswer(id: id))
      } else if message.id == .number(lastID) {
        return (try? JSONDecoder().decode(IncomingAnswer<Result>.self, from: data))?.result
      }
    }
  }

  private func notify(
    _ method: String, _ parameters: some Encodable
  ) async throws(LanguageServer.Problem) {
    try await send(OutgoingMessage(id: nil, method: method, params: parameters))
  }

  private func send(_ message: some Encodable) async throws(LanguageServer.Problem) {
    do {
      _ = try await input.write(MessageFrame.envelope(try JSONEncoder().encode(message)))
    } catch {
      throw .died
    }
  }

  private mutating func nextMessage() async throws(LanguageServer.Problem) -> Data {
    while waiting.isEmpty {
      guard let bytes = await nextChunk() else { throw .died }
      waiting = try frame.receive(bytes)
    }
    return waiting.removeFirst()
  }

  private mutating func nextChunk() async -> [UInt8]? {
    guard let chunk = try? await chunks.next() else { return nil }
    return chunk.withUnsafeBytes { Array($0) }
  }
}
