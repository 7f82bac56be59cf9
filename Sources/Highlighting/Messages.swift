internal import Foundation

/// The number or name of a request; the server chooses those of its own.
enum MessageID: Codable, Hashable {
  /// A number.
  case number(Int)
  /// A name.
  case name(String)

  /// Reads either.
  init(from decoder: any Decoder) throws {
    let container = try decoder.singleValueContainer()
    if let number = try? container.decode(Int.self) {
      self = .number(number)
    } else {
      self = .name(try container.decode(String.self))
    }
  }

  /// Writes what it is.
  func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    switch self {
    case .number(let number): try container.encode(number)
    case .name(let name): try container.encode(name)
    }
  }
}

/// A message that is sent: a request where it has a number, a notification where it has none.
struct OutgoingMessage<Parameters: Encodable>: Encodable {
  /// The version of the protocol's envelope.
  let jsonrpc = "2.0"
  /// The number that the answer repeats.
  var id: Int?
  /// What is asked or told.
  var method: String
  /// With what.
  var params: Parameters
}

/// An answer that has nothing to say, which satisfies every request of a server.
struct EmptyAnswer: Encodable {
  /// The version of the protocol's envelope.
  let jsonrpc = "2.0"
  /// The request.
  var id: MessageID
  /// Nothing, but said in so many words: the protocol wants the key to be there.
  let result = [String: String]?.none

  /// Writes the nothing too, which a derived implementation leaves out.
  func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: CodingKeys.self)
    try container.encode(jsonrpc, forKey: .jsonrpc)
    try container.encode(id, forKey: .id)
    try container.encodeNil(forKey: .result)
  }

  private enum CodingKeys: CodingKey {
    case jsonrpc, id, result
  }
}

/// As much of a received message as tells what it is.
struct IncomingMessage: Decodable {
  /// The request that it answers or is.
  var id: MessageID?
  /// What the server asks or tells; nil for an answer.
  var method: String?
}

/// An answer with a result; nil where the server refuses or has none.
struct IncomingAnswer<Result: Decodable>: Decodable {
  /// The result.
  var result: Result?
}

/// Parameters of a message that has none.
struct NoParameters: Codable {}
