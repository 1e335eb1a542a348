"""A terminal screen held in memory: what the bytes a program sent would show.

It knows what ncurses and vim send to TERM=xterm-256color: cursor moves, erasing, inserting and deleting
of characters and lines, scroll regions, repeated characters (REP), insert mode, line drawing and wide
characters. Colours are read and forgotten; a sequence it does not know is passed over.
"""

import codecs
import re
import unicodedata

PLAIN = re.compile(r"[^\x00-\x1f\x7f\x9b]+")
CONTROL = re.compile(r"\x1b\[([<=>?]?)([0-9;:]*)([ -/]*)([@-~])")
STRING = re.compile(r"\x1b[\]P^_X](?:[^\x07\x1b]|\x1b(?!\\))*(?:\x07|\x1b\\)")
CHARSET = re.compile(r"\x1b([()*+])(.)")
SHORT = re.compile(r"\x1b[ #%]?[0-~]")


def glyph_width(glyph):
    """Columns a character takes: 0 when it combines with the one before it, 2 when it is wide."""
    if unicodedata.combining(glyph) or glyph in "\u200d\ufe0f":
        return 0
    return 2 if unicodedata.east_asian_width(glyph) in "WF" else 1


class Screen:
    """Rows of cells, a cursor and the few modes that change where text lands."""

    def __init__(self, columns, rows):
        self.columns, self.rows = columns, rows
        self.decoder = codecs.getincrementaldecoder("utf-8")("replace")
        self.pending = ""       # the start of a sequence whose end has not come yet
        self.replies = []       # what a real terminal would answer
        self.bracketed = False  # the program asked for pastes to be marked
        self.reset()

    def reset(self):
        self.cells = [self.blank_row() for _ in range(self.rows)]
        self.x = self.y = 0
        self.saved = (0, 0)
        self.top, self.bottom = 0, self.rows - 1
        self.wrapping = False   # the last column was written; the next glyph goes to the next row
        self.inserting = False
        self.drawing = False
        self.last = " "

    def blank_row(self):
        return [" "] * self.columns

    def row(self, y):
        """The text of row `y`, padded to the width; a wide glyph's second cell is empty."""
        return "".join(self.cells[y])

    def text(self):
        return "\n".join(self.row(y).rstrip() for y in range(self.rows))

    def left_of_cursor(self):
        """The row's text up to the cursor; after the last column was written, that column too."""
        end = self.columns if self.wrapping else self.x
        return "".join(self.cells[self.y][:end])

    # Reading ---------------------------------------------------------------------------------------

    def feed(self, data):
        text = self.pending + self.decoder.decode(data)
        self.pending = ""
        index = 0
        while index < len(text):
            plain = PLAIN.match(text, index)
            if plain:
                for glyph in plain.group():
                    self.put(glyph)
                index = plain.end()
            elif text[index] == "\x1b":
                end = self.escape(text, index)
                if end is None:
                    self.pending = text[index:]
                    return
                index = end
            else:
                self.control(text[index])
                index += 1

    def escape(self, text, index):
        """Carries out the sequence at `index`; its end, or None when more bytes must come first."""
        following = text[index + 1:index + 2]
        if following == "":
            return None
        if following == "[":
            match = CONTROL.match(text, index)
            if match:
                self.sequence(*match.groups())
                return match.end()
            broken = re.compile(r"\x1b\[[0-?]*[ -/]*[^ -~]").match(text, index)
            return broken.end() if broken else None
        if following in "]P^_X":
            match = STRING.match(text, index)
            return match.end() if match else None
        if following in "()*+":
            match = CHARSET.match(text, index)
            if not match:
                return None
            if match.group(1) == "(":
                self.drawing = match.group(2) == "0"
            return match.end()
        match = SHORT.match(text, index)
        if not match:
            return None if following in " #%" else index + 1
        self.short(match.group()[1:])
        return match.end()

    # Text ------------------------------------------------------------------------------------------

    def put(self, glyph):
        if self.drawing and glyph in "lqkxmjtuvwn":
            glyph = "┌─┐│└┘├┤┴┬┼"["lqkxmjtuvwn".index(glyph)]
        width = glyph_width(glyph)
        if width == 0:
            if self.x:
                self.cells[self.y][self.x - 1] += glyph
            return
        if self.wrapping or self.x + width > self.columns:
            self.x = 0
            self.line_feed()
        row = self.cells[self.y]
        if self.inserting:
            row[self.x:self.x] = [" "] * width
            del row[self.columns:]
        row[self.x] = glyph
        if width == 2:
            row[self.x + 1] = ""
        self.last = glyph
        self.wrapping = self.x + width >= self.columns
        self.x = min(self.x + width, self.columns - 1)

    def control(self, code):
        if code == "\r":
            self.x, self.wrapping = 0, False
        elif code in "\n\v\f":
            self.line_feed()
        elif code == "\b":
            self.move(self.x - 1, self.y)
        elif code == "\t":
            self.move((self.x // 8 + 1) * 8, self.y)
        elif code == "\x0e":
            self.drawing = True
        elif code == "\x0f":
            self.drawing = False

    def line_feed(self):
        self.wrapping = False
        if self.y == self.bottom:
            self.scroll(1)
        else:
            self.y = min(self.y + 1, self.rows - 1)

    def scroll(self, count, top=None):
        """Moves the rows of the scroll region up by `count`, or down when it is negative."""
        top = self.top if top is None else top
        for _ in range(min(abs(count), self.rows)):
            if count > 0:
                del self.cells[top]
                self.cells.insert(self.bottom, self.blank_row())
            else:
                del self.cells[self.bottom]
                self.cells.insert(top, self.blank_row())

    def move(self, x, y):
        self.x = max(0, min(x, self.columns - 1))
        self.y = max(0, min(y, self.rows - 1))
        self.wrapping = False

    # Sequences -------------------------------------------------------------------------------------

    def short(self, name):
        if name == "7":
            self.saved = (self.x, self.y)
        elif name == "8":
            self.move(*self.saved)
        elif name == "M":
            if self.y == self.top:
                self.scroll(-1)
            else:
                self.move(self.x, self.y - 1)
        elif name == "D":
            self.line_feed()
        elif name == "E":
            self.x = 0
            self.line_feed()
        elif name == "c":
            self.reset()

    def sequence(self, private, parameters, between, final):
        numbers = [int(n) if n.isdigit() else 0 for n in parameters.replace(":", ";").split(";")]
        first = numbers[0]
        if private == "?" and final in "hl":
            self.mode(numbers, final == "h")
        elif private == ">" and final == "c":
            self.replies.append(b"\x1b[>41;354;0c")
        elif private or between:
            return
        elif final == "c":
            self.replies.append(b"\x1b[?1;2c")
        elif final == "n":
            position = f"\x1b[{self.y + 1};{self.x + 1}R".encode()
            self.replies.append(position if first == 6 else b"\x1b[0n")
        elif final in "hl":
            if 4 in numbers:
                self.inserting = final == "h"
        elif final in "JK":
            self.erase(final, first)
        elif final == "r":
            self.top = max(first, 1) - 1
            self.bottom = min(numbers[1] if len(numbers) > 1 and numbers[1] else self.rows, self.rows) - 1
            self.move(0, 0)
        elif final in "Hf":
            self.move(max(numbers[1] if len(numbers) > 1 else 1, 1) - 1, max(first, 1) - 1)
        elif final == "s":
            self.saved = (self.x, self.y)
        elif final == "u":
            self.move(*self.saved)
        else:
            self.counted(final, max(first, 1))

    def counted(self, final, count):
        """The sequences whose one number is a count or a place, 1 when left out."""
        x, y, row = self.x, self.y, self.cells[self.y]
        if final == "A":
            self.move(x, y - count)
        elif final in "Be":
            self.move(x, y + count)
        elif final in "Ca":
            self.move(x + count, y)
        elif final == "D":
            self.move(x - count, y)
        elif final == "E":
            self.move(0, y + count)
        elif final == "F":
            self.move(0, y - count)
        elif final in "G`":
            self.move(count - 1, y)
        elif final == "d":
            self.move(x, count - 1)
        elif final == "I":
            self.move((x // 8 + count) * 8, y)
        elif final == "Z":
            self.move(((x + 7) // 8 - count) * 8, y)
        elif final == "b":
            for _ in range(count):
                self.put(self.last)
        elif final == "@":
            row[x:x] = [" "] * min(count, self.columns)
            del row[self.columns:]
        elif final == "P":
            del row[x:x + count]
            row.extend([" "] * (self.columns - len(row)))
        elif final == "X":
            end = min(x + count, self.columns)
            row[x:end] = [" "] * (end - x)
        elif final == "L" and self.top <= y <= self.bottom:
            self.scroll(-count, top=y)
        elif final == "M" and self.top <= y <= self.bottom:
            self.scroll(count, top=y)
        elif final == "S":
            self.scroll(count)
        elif final == "T":
            self.scroll(-count)

    def mode(self, numbers, on):
        if 2004 in numbers:
            self.bracketed = on
        if {47, 1047, 1049} & set(numbers):
            bracketed = self.bracketed
            self.reset()
            self.bracketed = bracketed

    def erase(self, final, how):
        start = 0 if how in (1, 2, 3) else self.x
        end = self.x + 1 if how == 1 else self.columns
        row = self.cells[self.y]
        row[start:end] = [" "] * (end - start)
        if final == "J":
            rows = {0: range(self.y + 1, self.rows), 1: range(0, self.y)}.get(how, range(self.rows))
            for y in rows:
                self.cells[y] = self.blank_row()
