/// The program.
@main
struct Fivefold {
  static func main() {}
}
