/// Pieces of the log of a real Linux 6.1, without the time at the beginning of each line.
enum Recording {}
