internal import BookModel
internal import CommonMark

/// Reads a whole book from its folder: settings, table of contents, chapters and examples.
public struct BookLoader {
  private let folder: BookFolder

  /// Prepares to load the book in a folder.
  public init(root: String) {
    folder = BookFolder(root)
  }

  /// Reads everything, and reports what is wrong with any of it.
  public func load() -> LoadedBook {
    var diagnostics: [Diagnostic] = []
    let settingsText = loadSettingsText(&diagnostics)
    let settingsReading = BookSettings.reading(settingsText)
    let settings = settingsReading.settings
    diagnostics += settingsReading.diagnostics
    guard let summary = loadSummary(&diagnostics) else {
      return LoadedBook(book: nil, diagnostics: diagnostics.sorted())
    }
    var contents = ContentsReader(
      chapters: ChapterReader(
        folder: folder, textLanguages: settings.textLanguages,
        sessionKeys: settings.runtime?.sessionKeys ?? []))
    let items = contents.items(of: summary.entries)
    let chapters = items.flatMap(\.chapters)
    let collection = ExampleCollector.collect(from: chapters, broken: contents.brokenExamples)
    diagnostics += contents.diagnostics + collection.diagnostics
    let book = Book(settings: settings, contents: items, examples: collection.examples)
    diagnostics += Budget.diagnostics(for: book, settingsText: settingsText)
    return LoadedBook(book: chapters.isEmpty ? nil : book, diagnostics: diagnostics.sorted())
  }

  /// What the settings file says: nothing where there is none, or none that can be read.
  private func loadSettingsText(_ diagnostics: inout [Diagnostic]) -> String {
    do {
      return try folder.text(of: BookSettings.fileName)
    } catch .missing {
      return ""
    } catch {
      diagnostics.append(error.diagnostic(path: BookSettings.fileName))
      return ""
    }
  }

  private func loadSummary(_ diagnostics: inout [Diagnostic]) -> Summary? {
    do {
      let text = try folder.text(of: Summary.path)
      let summary = SummaryCheck.checked(SummaryParser.summary(of: text), in: folder)
      diagnostics += summary.diagnostics
      return summary
    } catch .missing {
      let location = SourceLocation(path: Summary.path)
      diagnostics.append(
        Diagnostic(
          .error, at: location, "the book has no table of contents",
          help: "it was looked for in '\(folder.root)': name another folder with --book, "
            + "or start a book with 'quire new book DIR'"))
      return nil
    } catch {
      diagnostics.append(error.diagnostic(path: Summary.path))
      return nil
    }
  }
}
