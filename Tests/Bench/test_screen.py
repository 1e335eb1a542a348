"""The screen model: what each sequence leaves in the cells. Run with: python3 -m unittest -v test_screen"""

import unittest

from prose import MARKER, Document, pasted, typed
from screen import Screen

CASES = [
    ("text", "ab", "ab"),
    ("wrapping at the last column", "0123456789ab", "0123456789\nab"),
    ("no wrap before the next glyph", "0123456789\rx", "x123456789"),
    ("cursor to a row and column", "\x1b[2;3Hx", "\n  x"),
    ("cursor to a column, a row", "\x1b[4Gx\x1b[2dy", "   x\n    y"),
    ("repeat", "=\x1b[4b", "====="),
    ("insert characters", "abc\r\x1b[2@X", "X abc"),
    ("delete characters", "abcdef\r\x1b[2P", "cdef"),
    ("erase characters", "abcdef\r\x1b[2X", "  cdef"),
    ("insert mode", "abc\r\x1b[4hX\x1b[4lY", "XYbc"),
    ("erase to the end", "abcdef\x1b[3G\x1b[K", "ab"),
    ("erase to the start", "abcdef\x1b[3G\x1b[1K", "   def"),
    ("erase the screen", "abc\r\ndef\x1b[2J", ""),
    ("erase below", "abc\r\ndef\x1b[1;2H\x1b[J", "a"),
    ("insert a line", "a\r\nb\x1b[1;1H\x1b[L", "\na\nb"),
    ("delete a line", "a\r\nb\x1b[1;1H\x1b[M", "b"),
    ("scroll within a region", "a\r\nb\r\nc\x1b[1;2r\x1b[2;1H\n", "b\n\nc"),
    ("reverse index at the top", "a\x1b[1;1H\x1bM", "\na"),
    ("line drawing", "\x1b(0lqk\x1b(Bq", "┌─┐q"),
    ("a wide glyph takes two columns", "\u4e2d\x1b[3Gx", "\u4e2dx"),
    ("a combining mark joins the glyph before", "e\u0301x", "e\u0301x"),
    ("colours and titles leave nothing", "\x1b[1;31ma\x1b]0;title\x07b\x1b[m", "ab"),
    ("private modes leave nothing", "\x1b[?25l\x1b[?2004ha", "a"),
]


class ScreenTests(unittest.TestCase):
    def test_sequences(self):
        for name, text, expected in CASES:
            with self.subTest(name):
                screen = Screen(10, 4)
                screen.feed(text.encode())
                self.assertEqual(screen.text().rstrip("\n"), expected)

    def test_splits_change_nothing(self):
        for name, text, expected in CASES:
            with self.subTest(name):
                screen = Screen(10, 4)
                for byte in text.encode():
                    screen.feed(bytes([byte]))
                self.assertEqual(screen.text().rstrip("\n"), expected)

    def test_questions_are_answered(self):
        screen = Screen(10, 4)
        screen.feed(b"\x1b[2;3H\x1b[6n")
        self.assertEqual(screen.replies, [b"\x1b[2;3R"])


class ProseTests(unittest.TestCase):
    def test_the_text_is_the_same_at_every_run(self):
        self.assertEqual(Document(3000).text, Document(3000).text)
        self.assertEqual(typed(400), typed(500)[:400])

    def test_the_marker_is_where_it_is_said_to_be(self):
        document = Document(3000)
        line = document.text.split("\n")[document.line - 1]
        self.assertTrue(line[:document.column - 1].endswith(MARKER + " "))
        self.assertEqual(document.text.count(MARKER), 1)
        self.assertEqual(line.split()[document.words_before - 1], MARKER)

    def test_sizes(self):
        self.assertEqual(len(pasted(51_200)), 51_200)
        self.assertEqual(len(typed(2_000)), 2_000)


if __name__ == "__main__":
    unittest.main()
