internal import Explorer
internal import SimKernel

/// A schedule as a table: a column for each process and for the timer interrupt, and a row for what each does
/// before somebody else comes between.
struct ScheduleTable {
  /// What somebody does in one go.
  private struct Row {
    let column: Int
    var deeds: [String]
    /// Where he stands then.
    var place: String?

    var text: String {
      let stop = place.map { ["stops in \($0)"] } ?? []
      let words = (Self.counted(deeds) + stop).joined(separator: "; ")
      return words.isEmpty ? "goes on" : words
    }

    /// Ticks that come one after the other are counted.
    private static func counted(_ deeds: [String]) -> [String] {
      var result: [String] = []
      var ticks = 0
      for deed in deeds + [""] {
        if deed == Deeds.tick {
          ticks += 1
          continue
        }
        if ticks > 0 { result.append(ExplorationReport.count(ticks, Deeds.tick)) }
        ticks = 0
        if !deed.isEmpty { result.append(deed) }
      }
      return result
    }
  }

  private var columns: [String] = []
  private var rows: [Row] = []

  /// The table of a run.
  init(_ steps: [StepRecord], _ run: WatchedRun) {
    for (index, step) in steps.enumerated() {
      let records = index < run.steps.count ? run.steps[index] : []
      add(step, Deeds(records, run.names).words, run)
    }
    // Nobody is interrupted any more where the schedule ends.
    if !rows.isEmpty { rows[rows.count - 1].place = nil }
  }

  private mutating func add(_ step: StepRecord, _ deeds: [String], _ run: WatchedRun) {
    let column = column(of: step.choice, run)
    if rows.last?.column == column {
      rows[rows.count - 1].deeds += deeds
      rows[rows.count - 1].place = step.place
    } else {
      rows.append(Row(column: column, deeds: deeds, place: step.place))
    }
  }

  private mutating func column(of choice: ScheduleChoice, _ run: WatchedRun) -> Int {
    let name: String
    switch choice {
    case .run(let pid, _): name = "\(run.names[pid] ?? "process") (pid \(pid))"
    case .handler, .tick: name = "timer interrupt"
    }
    if let index = columns.firstIndex(of: name) { return index }
    columns.append(name)
    return columns.count - 1
  }

  /// A column that is narrower cannot be read.
  private static let narrowest = 12

  /// Its lines, none wider than `width`; with more columns than have room, each row begins with whose it is.
  func lines(width: Int = 80) -> [String] {
    let (number, gap) = (4, 2)
    let cell = (width - number) / max(1, columns.count) - gap
    guard cell >= Self.narrowest else { return list(width: width - number - gap) }
    var lines = line(number: "step", columns.map { wrap($0, to: cell) }, cell)
    for (index, row) in rows.enumerated() {
      let cells = columns.indices.map { $0 == row.column ? wrap(row.text, to: cell) : [] }
      lines += line(number: "\(index + 1)", cells, cell)
    }
    return lines
  }

  private func list(width: Int) -> [String] {
    var lines = line(number: "step", [["who: what"]], width)
    for (index, row) in rows.enumerated() {
      let text = "\(columns[row.column]): \(row.text)"
      lines += line(number: "\(index + 1)", [wrap(text, to: width)], width)
    }
    return lines
  }

  private func line(number: String, _ cells: [[String]], _ width: Int) -> [String] {
    let height = max(1, cells.map(\.count).max() ?? 1)
    return (0..<height).map { row in
      var text = pad(row == 0 ? number : "", to: 4, isRight: true)
      for cell in cells { text += "  " + pad(row < cell.count ? cell[row] : "", to: width) }
      return String(text.reversed().drop { $0 == " " }.reversed())
    }
  }

  private func pad(_ text: String, to width: Int, isRight: Bool = false) -> String {
    let spaces = String(repeating: " ", count: max(0, width - text.count))
    return isRight ? spaces + text : text + spaces
  }

  /// Words that fill lines; one that is longer than a line is broken.
  private func wrap(_ text: String, to width: Int) -> [String] {
    var lines = [""]
    for word in text.split(separator: " ") {
      var rest = word
      let last = lines[lines.count - 1]
      if !last.isEmpty, last.count + 1 + rest.count <= width {
        lines[lines.count - 1] += " \(rest)"
        continue
      }
      if !last.isEmpty { lines.append("") }
      while rest.count > width {
        lines[lines.count - 1] = String(rest.prefix(width))
        lines.append("")
        rest = rest.dropFirst(width)
      }
      lines[lines.count - 1] = String(rest)
    }
    return lines
  }
}
