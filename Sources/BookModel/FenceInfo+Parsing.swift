public import CommonMark

extension FenceInfo {
  /// Reads the info string of a fence in the file at `path`.
  ///
  /// ```
  /// info    = [ "swift" listing | "console" session | text ]
  /// listing = "example=" name "file=" file [ "no_run" ] | ignore
  /// session = "example=" name [ "session=" name ] [ "crash" | "compile_fail" | "no_run" ]
  ///           { option } | ignore
  /// option  = key [ "=" value ]                         a key that the book's settings list
  /// ignore  = "ignore=" value
  /// text    = "text" | a language that the book's settings list
  /// name    = letter { letter | digit | "-" }           letters are a to z
  /// file    = a plain file name that ends in ".swift"   neither main.swift nor Package.swift
  /// value   = bare | '"' { any character but '"' } '"'
  /// ```
  ///
  /// Every value may be quoted, blanks stand between words, and words may come in any order.
  public static func reading(
    _ fence: CodeBlock.Fence, path: String, textLanguages: [String], sessionKeys: [String] = []
  ) -> FenceReading {
    var parser = FenceParser(
      fence: fence, path: path, textLanguages: textLanguages, sessionKeys: sessionKeys)
    let info = parser.parse()
    return FenceReading(
      info: parser.diagnostics.isEmpty ? info : nil, example: info?.example,
      diagnostics: parser.diagnostics.sorted())
  }
}
