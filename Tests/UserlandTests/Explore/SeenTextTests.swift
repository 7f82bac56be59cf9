import Testing

@testable import Userland

@Suite("What a person sees of a run") struct SeenTextTests {
  @Test("Addresses, times and processors are all alike")
  func meaningless() {
    let oops = "EIP:    0010:[<c8851060>]    CPU:    0\nfault at jiffies 412\n"
    let other = "EIP:    0010:[<c8852060>]    CPU:    1\nfault at jiffies 7\n"
    #expect(SeenText(oops).text == SeenText(other).text)
  }

  @Test(
    "Numbers that mean something are kept", arguments: ["-12", "major 254", "[1] 4711", "1234567"])
  func meaning(text: String) { #expect(SeenText(text).text == text) }

  @Test("What is no number is kept to the last byte")
  func words() {
    let text = "cat: /dev/chardev: No such device\n\u{e9}\u{1F427} deadbeet\n"
    #expect(SeenText(text).text == text)
    #expect(SeenText("").text == "")
  }
}
