/// Picks one way where there are several, without any thought of the others.
protocol WayChooser: AnyObject {
  /// The number of the way, among all of the offer's, in a step whose number is counted from 1.
  func number(among offer: Offer, step: Int) -> Int
}
