internal import BookModel
internal import CommonMark

/// The sources of one example as the compiler gets them; a compiler turns it into an executable.
struct ExampleProgram: Sendable, Hashable {
  /// A file that the compiler is given.
  struct Source: Sendable, Hashable {
    var name: String
    var text: String
  }

  /// The name of the generated file that starts the session.
  static let glueName = "main.swift"

  var sources: [Source]
  /// Where each line of the book stands in the tangled files.
  var map: SourceMap

  /// Puts the directives and the glue to an example's listings.
  init(_ example: Example, runtime: BookSettings.Runtime?) {
    sources = example.files.map { Source(name: Self.sourceName($0), text: Self.located($0)) }
    map = SourceMap(example.files)
    if let runtime {
      let classes = example.files.flatMap { TopLevelClasses.find(in: $0.text) }
      sources.append(Source(name: Self.glueName, text: Glue.text(runtime, classes: classes)))
    }
  }

  /// The name of what the compiler gets for a file of the example.
  ///
  /// Another name than the file's own, which a directive may give to lines of it: the compiler warns
  /// where two paths of a module end alike.
  static func sourceName(_ file: Example.File) -> String { "listings-of-\(file.name)" }

  /// The hash of everything that the compiler is given.
  var hash: String {
    SHA256.hex(sources.map { "\($0.name)\n\($0.text.utf8.count)\n\($0.text)" }.joined())
  }

  /// The listings one after the other, each led by the directive that names its place.
  ///
  /// The code is not indented, even where the chapter indents it: a multi-line string must keep its
  /// margin. `SourceMap` gives the columns back.
  private static func located(_ file: Example.File) -> String {
    file.listings.map { listing in
      let line = listing.code.lines.first?.position.line ?? listing.location.position?.line ?? 1
      return SourceLocationDirective.text(path: listing.location.path, line: line)
        + listing.code.content
    }.joined()
  }
}

extension Example {
  /// The hash of the source files, one after the other: of the file itself, where there is one.
  var hash: String { SHA256.hex(files.map(\.text).joined()) }
}
