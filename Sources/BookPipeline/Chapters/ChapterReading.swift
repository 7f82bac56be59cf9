internal import BookModel

/// What came of reading a chapter's file.
struct ChapterReading {
  /// The chapter; nil where its file is not a text.
  var chapter: Chapter?
  /// Examples that a fence with mistakes names: what follows from its absence is not reported.
  var brokenExamples: Set<String> = []
  var diagnostics: [Diagnostic]
}
