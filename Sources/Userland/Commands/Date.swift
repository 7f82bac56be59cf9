internal import SimKernel

extension Program {
  /// Says what time it is on the machine, as `+…` wants it.
  ///
  /// The machine's clock has been set by nobody: it was booted when the year began in which its files
  /// were made.
  static let date = Program(name: "date") { invocation in
    let options = Options(invocation.arguments, flags: "u")
    let system = invocation.system
    if let option = options.invalid { return await invocation.refuse(option, "date") }
    let form = options.operands.first ?? "+%a %b %e %H:%M:%S UTC %Y"
    guard options.operands.count <= 1, form.hasPrefix("+") else {
      let isBusybox = invocation.machine.tools.isBusybox
      await system.print(
        isBusybox ? "date: invalid date '\(form)'" : "date: invalid date `\(form)'", to: 2)
      return 1
    }
    let seconds = system.kernel.jiffies / system.kernel.version.hertz
    await system.print(
      CalendarTime(secondsSinceBoot: seconds).text(String(form.dropFirst())), to: 1)
    return 0
  }
}

/// A time as people write it, in UTC.
private struct CalendarTime {
  private static let bootYear = 2000
  /// The first of January 2000, a Saturday, in seconds since 1970.
  private static let boot = 946_684_800
  private static let days = ["Sun", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat"]
  private static let months = [
    "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec",
  ]

  private let second: Int
  private let day: Int
  private var year = Self.bootYear
  private var month = 0
  private var dayOfMonth: Int

  init(secondsSinceBoot seconds: Int) {
    (day, second) = seconds.quotientAndRemainder(dividingBy: 86_400)
    dayOfMonth = day
    while dayOfMonth >= length {
      dayOfMonth -= length
      month += 1
      if month == 12 { (year, month) = (year + 1, 0) }
    }
  }

  /// The days of the month.
  private var length: Int {
    let isLeapYear = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0)
    return month == 1 ? isLeapYear ? 29 : 28 : [3, 5, 8, 10].contains(month) ? 30 : 31
  }

  /// A form with its `%` letters replaced.
  func text(_ form: String) -> String {
    var result = ""
    var rest = form[...]
    while let character = rest.popFirst() {
      guard character == "%", let letter = rest.popFirst() else {
        result.append(character)
        continue
      }
      result += text(of: letter)
    }
    return result
  }

  private func text(of letter: Character) -> String {
    switch letter {
    case "s": String(Self.boot + day * 86_400 + second)
    case "Y": String(year)
    case "y": Self.two(year % 100)
    case "m": Self.two(month + 1)
    case "d": Self.two(dayOfMonth + 1)
    case "e": String(dayOfMonth + 1).leftPadded(2)
    case "H": Self.two(second / 3600)
    case "M": Self.two(second / 60 % 60)
    case "S": Self.two(second % 60)
    case "a": Self.days[(day + 6) % 7]
    case "b": Self.months[month]
    case "Z": "UTC"
    case "F": text("%Y-%m-%d")
    case "T": text("%H:%M:%S")
    case "D": text("%m/%d/%y")
    case "n": "\n"
    case "t": "\t"
    case "%": "%"
    default: "%\(letter)"
    }
  }

  private static func two(_ number: Int) -> String { (number < 10 ? "0" : "") + String(number) }
}
