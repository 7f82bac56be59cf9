import Testing

@testable import ExampleRunner

@Suite struct SHA256Tests {
  @Test("the messages of FIPS 180-4 have the hashes that it gives")
  func standardVectors() {
    #expect(
      SHA256.hex("abc") == "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad")
    #expect(
      SHA256.hex("") == "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855")
    #expect(
      SHA256.hex("abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq")
        == "248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1")
    #expect(
      SHA256.hex([UInt8](repeating: UInt8(ascii: "a"), count: 1_000_000))
        == "cdc76e5c9914fb9281a1c7e284d73e67f1809a48a497200e046d39ccc7112cd0")
  }

  @Test("every length round the size of a block is padded to its own hash")
  func paddingAtBlockBorders() {
    let hashes = (0...130).map { SHA256.hex([UInt8](repeating: 0, count: $0)) }
    #expect(Set(hashes).count == hashes.count)
  }
}
