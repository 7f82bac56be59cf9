/// Picks each way as likely as any other.
final class RandomChooser: WayChooser {
  private var numbers: RandomNumbers

  init(_ numbers: RandomNumbers) { self.numbers = numbers }

  func number(among offer: Offer, step: Int) -> Int {
    numbers.number(below: offer.ways.count)
  }
}
