import Screen
import Testing

/// One press of a key as one kind of terminal sends it.
struct Encoding: Sendable, CustomTestStringConvertible {
  var terminal: String
  var bytes: String
  var events: [InputEvent]

  init(_ terminal: String, _ bytes: String, _ events: [InputEvent]) {
    self.terminal = terminal
    self.bytes = bytes
    self.events = events
  }

  init(_ terminal: String, _ bytes: String, _ name: String) {
    self.init(terminal, bytes, Key(name: name).map { [.key($0)] } ?? [])
  }

  var testDescription: String { "\(terminal): \(bytes.debugDescription)" }
}

/// What the terminals send, from their own descriptions.
enum KeyTable {
  static let all: [Encoding] =
    controls + xterm + modified + otherKeys + screenAndRxvt + console + kitty + reports

  private static let controls: [Encoding] = [
    Encoding("all", "\r", "Enter"), Encoding("all", "\t", "Tab"), Encoding("all", "\n", "Ctrl-J"),
    Encoding("all", "\u{7F}", "Backspace"), Encoding("all", "\u{8}", "Ctrl-Backspace"),
    Encoding("all", "\u{0}", "Ctrl-Space"), Encoding("all", "\u{1A}", "Ctrl-Z"),
    Encoding("all", "\u{13}", "Ctrl-S"), Encoding("all", "\u{1F}", "Ctrl-_"),
    Encoding("all", "\u{1C}", "Ctrl-\\"), Encoding("all", "\u{1B}x", "Alt-X"),
    Encoding("all", "\u{1B}X\u{1B}\\", []), Encoding("all", "\u{1B}B", "Alt-Shift-B"),
    Encoding("all", "\u{1B}é", "Alt-É"), Encoding("all", "\u{1B}\r", "Alt-Enter"),
    Encoding("all", "\u{1B}\u{7F}", "Alt-Backspace"), Encoding("all", "\u{1B}\u{1}", "Ctrl-Alt-A"),
  ]

  private static let xterm: [Encoding] = [
    Encoding("xterm", "\u{1B}[A", "Up"), Encoding("xterm", "\u{1B}OA", "Up"),
    Encoding("xterm", "\u{1B}[D", "Left"), Encoding("xterm", "\u{1B}OD", "Left"),
    Encoding("xterm", "\u{1B}[H", "Home"), Encoding("xterm", "\u{1B}OF", "End"),
    Encoding("xterm", "\u{1B}OP", "F1"), Encoding("xterm", "\u{1B}OS", "F4"),
    Encoding("xterm", "\u{1B}[15~", "F5"), Encoding("xterm", "\u{1B}[17~", "F6"),
    Encoding("xterm", "\u{1B}[24~", "F12"), Encoding("xterm", "\u{1B}[2~", "Insert"),
    Encoding("xterm", "\u{1B}[3~", "Delete"), Encoding("xterm", "\u{1B}[5~", "PageUp"),
    Encoding("xterm", "\u{1B}[6~", "PageDown"), Encoding("xterm", "\u{1B}[Z", "Shift-Tab"),
    Encoding("xterm keypad", "\u{1B}OM", "Enter"), Encoding("xterm keypad", "\u{1B}Oq", [.text("1")]),
  ]

  private static let modified: [Encoding] = [
    Encoding("xterm, tmux, Windows Terminal", "\u{1B}[1;5D", "Ctrl-Left"),
    Encoding("xterm, tmux, Windows Terminal", "\u{1B}[1;2A", "Shift-Up"),
    Encoding("xterm, tmux, Windows Terminal", "\u{1B}[1;3C", "Alt-Right"),
    Encoding("xterm, tmux, Windows Terminal", "\u{1B}[1;6F", "Ctrl-Shift-End"),
    Encoding("xterm, tmux, Windows Terminal", "\u{1B}[1;5H", "Ctrl-Home"),
    Encoding("xterm, tmux, Windows Terminal", "\u{1B}[3;5~", "Ctrl-Delete"),
    Encoding("xterm, tmux, Windows Terminal", "\u{1B}[1;2R", "Shift-F3"),
    Encoding("xterm, tmux, Windows Terminal", "\u{1B}[15;6~", "Ctrl-Shift-F5"),
    Encoding("older xterm", "\u{1B}[5C", "Ctrl-Right"), Encoding("older konsole", "\u{1B}O5D", "Ctrl-Left"),
    Encoding("older konsole", "\u{1B}O1;2P", "Shift-F1"), Encoding("xterm, Meta", "\u{1B}[1;9A", "Alt-Up"),
  ]

  private static let otherKeys: [Encoding] = [
    Encoding("modifyOtherKeys", "\u{1B}[27;5;9~", "Ctrl-Tab"),
    Encoding("modifyOtherKeys", "\u{1B}[27;2;13~", "Shift-Enter"),
    Encoding("modifyOtherKeys", "\u{1B}[27;5;105~", "Ctrl-I"),
    Encoding("modifyOtherKeys", "\u{1B}[27;6;83~", "Ctrl-Shift-S"),
    Encoding("modifyOtherKeys", "\u{1B}[27;2;65~", [.text("A")]),
  ]

  private static let screenAndRxvt: [Encoding] = [
    Encoding("screen", "\u{1B}[1~", "Home"), Encoding("screen", "\u{1B}[4~", "End"),
    Encoding("rxvt", "\u{1B}[7~", "Home"), Encoding("rxvt", "\u{1B}[a", "Shift-Up"),
    Encoding("rxvt", "\u{1B}Od", "Ctrl-Left"), Encoding("rxvt", "\u{1B}[3^", "Ctrl-Delete"),
    Encoding("rxvt, PuTTY", "\u{1B}\u{1B}[A", "Alt-Up"),
    Encoding("rxvt, PuTTY", "\u{1B}\u{1B}OC", "Alt-Right"),
  ]

  private static let console: [Encoding] = [
    Encoding("linux console", "\u{1B}[[A", "F1"), Encoding("linux console", "\u{1B}[[E", "F5"),
    Encoding("linux console", "\u{1B}[1~", "Home"), Encoding("linux console", "\u{1B}[25~", "F13"),
  ]

  private static let kitty: [Encoding] = [
    Encoding("kitty", "\u{1B}[27u", "Esc"), Encoding("kitty", "\u{1B}[97;5u", "Ctrl-A"),
    Encoding("kitty", "\u{1B}[105;5u", "Ctrl-I"), Encoding("kitty", "\u{1B}[13;2u", "Shift-Enter"),
    Encoding("kitty", "\u{1B}[9;5u", "Ctrl-Tab"), Encoding("kitty", "\u{1B}[127;5u", "Ctrl-Backspace"),
    Encoding("kitty", "\u{1B}[115;6u", "Ctrl-Shift-S"), Encoding("kitty", "\u{1B}[P", "F1"),
    Encoding("kitty", "\u{1B}[13~", "F3"), Encoding("kitty", "\u{1B}[57376u", "F13"),
    Encoding("kitty", "\u{1B}[1089::99;5u", "Ctrl-C"), Encoding("kitty", "\u{1B}[97;2u", [.text("A")]),
    Encoding("kitty", "\u{1B}[49:33;2u", [.text("!")]), Encoding("kitty", "\u{1B}[97;;229u", [.text("å")]),
    Encoding("kitty", "\u{1B}[97;5:3u", []), Encoding("kitty", "\u{1B}[1;1:3A", []),
    Encoding("kitty", "\u{1B}[1;5:2A", "Ctrl-Up"), Encoding("kitty", "\u{1B}[57414u", "Enter"),
    Encoding("kitty", "\u{1B}[57400u", [.text("1")]),
    Encoding("kitty, super", "\u{1B}[97;9u", [.unrecognised(Array("\u{1B}[97;9u".utf8))]),
  ]

  private static let reports: [Encoding] = [
    Encoding("focus", "\u{1B}[I", [.focus(true)]), Encoding("focus", "\u{1B}[O", [.focus(false)]),
    Encoding("mouse", "\u{1B}[<0;5;3M", [mouse(.left, .press, 2, 4)]),
    Encoding("mouse", "\u{1B}[<0;5;3m", [mouse(.left, .release, 2, 4)]),
    Encoding("mouse", "\u{1B}[<34;1;1M", [mouse(.right, .drag, 0, 0)]),
    Encoding("mouse", "\u{1B}[<64;9;9M", [mouse(.none, .wheelUp, 8, 8)]),
    Encoding("mouse", "\u{1B}[<81;9;9M", [mouse(.none, .wheelDown, 8, 8, .control)]),
    Encoding("mouse before SGR", "\u{1B}[M !!", [mouse(.left, .press, 0, 0)]),
    Encoding("mouse before SGR", "\u{1B}[M#!!", [mouse(.none, .release, 0, 0)]),
    Encoding("reply", "\u{1B}[?62;22c", [.unrecognised(Array("\u{1B}[?62;22c".utf8))]),
    Encoding("reply", "\u{1B}[24;80R", [.unrecognised(Array("\u{1B}[24;80R".utf8))]),
    Encoding("reply", "\u{1B}]11;rgb:0000/0000/0000\u{1B}\\", []),
    Encoding("reply", "\u{1B}]52;c;aGk=\u{7}", []),
    Encoding("reply", "\u{1B}P1+r544e=78\u{1B}\\", []), Encoding("reply", "\u{1B}_Gi=1;OK\u{1B}\\", []),
    Encoding("paste", "\u{1B}[200~a\r\nb\rc\u{1B}[31m\u{1B}[201~", [.paste("a\nb\nc\u{1B}[31m")]),
    Encoding("paste", "\u{1B}[200~\u{1B}[201\u{1B}[201~", [.paste("\u{1B}[201")]),
    Encoding("typed", "naïve ’😀’", [.text("naïve ’😀’")]),
  ]

  private static func mouse(
    _ button: MouseButton, _ action: MouseAction, _ row: Int, _ column: Int, _ modifiers: Modifiers = []
  ) -> InputEvent {
    .mouse(
      MouseEvent(
        button: button, action: action, point: Point(row: row, column: column), modifiers: modifiers))
  }
}
