import Testing

@testable import SimKernel

@Suite("Paths") struct FilePathTests {
  @Test(
    "a path is read from the root, or from the folder that it is meant in",
    arguments: [
      ("/a/b", "/a/b"), ("c", "/x/y/c"), ("./c", "/x/y/c"), ("../c", "/x/c"), ("..", "/x"),
      ("../../..", "/"), ("//a//./b/", "/a/b"), ("", "/x/y"), ("/", "/"),
    ])
  func absolute(path: String, expected: String) {
    #expect(FilePath.absolute(path, in: "/x/y") == expected)
  }
}
