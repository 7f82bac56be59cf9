import Testing

@testable import ExampleRunner

@Suite struct TopLevelClassesTests {
  private func names(_ source: String) -> [String] {
    TopLevelClasses.find(in: source).map(\.name)
  }

  @Test("every class that anybody may name is found, in order")
  func finds() {
    #expect(
      names(
        """
        final class A: Module {}
        public class B {}; class C<T> {}
        @available(macOS 15, *) final class D: Module { class func f() {} }
        @MainActor
        open
        class E {}
        """) == ["A", "B", "D", "E"])
  }

  @Test("a private class stays private")
  func privates() {
    #expect(
      names(
        """
        private final class A {}
        fileprivate class B {}
        final private class C {}
        @objc(name) private class D {}
        private let x = 1
        class E {}
        private func f() {}
        class F {}
        """) == ["E", "F"])
  }

  @Test("a class inside something is not at the top level")
  func nested() {
    #expect(
      names("enum A { class B {} }\nfunc f() { class C {} }\nclass D { class E {} }") == ["D"])
  }

  @Test("what only looks like a class is none")
  func lookalikes() {
    #expect(
      names(
        """
        // class A {}
        /* class B {} /* class C {} */ class D {} */
        let e = "class E { \\"class F {"
        let g = \"""
          class G {
          \\(f("class H {"))
          }
        \"""
        let i = #"class I { \\(not) " class J {"#
        let k = ##\"""
          "#class K {\"""#
          \"""##
        let l = /class L {/
        let m = #/class M { "/#
        protocol N: AnyObject {}
        let o = 6 / 2; class P {}; let q = 4 / 2
        struct Q { let `class` = 1 }
        """) == ["P"])
  }

  @Test("a class keeps the condition that it stands under")
  func conditions() {
    let classes = TopLevelClasses.find(
      in: """
        #if os(Linux)  // here
        class A {}
        #elseif DEBUG
        class B {}
        #else
        #if X
        class C {}
        #endif
        #endif
        class D {}
        """)
    #expect(
      classes == [
        TopLevelClass(name: "A", condition: "(os(Linux)  )"),
        TopLevelClass(name: "B", condition: "!(os(Linux)  ) && (DEBUG)"),
        TopLevelClass(name: "C", condition: "!(os(Linux)  ) && !(DEBUG) && (X)"),
        TopLevelClass(name: "D", condition: nil),
      ])
  }

  @Test(
    "text that is no Swift is read to its end",
    arguments: [
      "\"\\(", "/*", "\"\"\"", "#\"", "#if", "#endif #endif", "}}}} class A", "class", "@", "`",
      "/",
      "\\", "#/\\",
      String(repeating: "\"\\(", count: 20_000), String(repeating: "{", count: 20_000),
    ])
  func garbage(_ source: String) {
    #expect(names(source).count <= 1)
  }
}
