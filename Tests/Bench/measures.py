"""What is measured of one program on one text, in one session."""

import os
from dataclasses import dataclass, field
from time import perf_counter_ns

from prose import MARKER, pasted, typed
from session import MS, Session

WARM_UP = 20      # keys that are not counted
QUIET = 15        # ms without output after which the next key is typed
SETTLE = 300      # ms between keys when what follows late is waited for
LONG_QUIET = 250  # ms without output after which a paste or a start is over
BORDER = " │|"    # what may stand before a row of text


@dataclass
class Figures:
    """Samples of every figure. Times are in milliseconds."""

    start: list = field(default_factory=list)
    visible: list = field(default_factory=list)
    settled: list = field(default_factory=list)
    bytes: list = field(default_factory=list)
    cpu: list = field(default_factory=list)
    burst_visible: list = field(default_factory=list)
    burst_settled: list = field(default_factory=list)
    paste_visible: list = field(default_factory=list)
    paste_settled: list = field(default_factory=list)
    memory: list = field(default_factory=list)
    notes: list = field(default_factory=list)

    def add(self, other):
        for name, samples in vars(other).items():
            mine = getattr(self, name)
            mine.extend(note for note in samples if name != "notes" or note not in mine)

    def note(self, text):
        if text not in self.notes:
            self.notes.append(text)


def milliseconds(since, moment):
    return (moment - since) / MS


class Tail:
    """Whether the last glyphs typed are on a screen.

    They are when they stand just left of the cursor (as many as the row holds since it was wrapped), or
    when the last eight stand anywhere in a row, and did not before the key. Text painted in a pane
    without the cursor near it, and fewer than eight glyphs, is missed."""

    def __init__(self, text):
        self.text = text

    def at_cursor(self, screen):
        left, tail = screen.left_of_cursor(), self.text[-8:]
        if left.endswith(tail):
            return True
        if left == "" and screen.y > 0 and screen.row(screen.y - 1).endswith(tail):
            return True  # the row above is full
        row = left.lstrip(BORDER)
        return 0 < len(row) < len(tail) and tail.endswith(row)  # a row that starts inside the tail

    def anywhere(self, screen):
        tail = self.text[-8:]
        return len(tail) == 8 and any(tail in screen.row(y) for y in range(screen.rows))


def watch(session, text):
    """A test for the screen that holds once the end of `text` is on it."""
    tail = Tail(text)
    stale = tail.anywhere(session.screen)
    return lambda screen: tail.at_cursor(screen) or (not stale and tail.anywhere(screen))


def type_keys(session, text, before, figures):
    """Types `text` a key at a time, each once the one before has been painted."""
    unseen = counted = 0
    cpu = session.cpu()
    for index, key in enumerate(text):
        if index == WARM_UP:
            cpu = session.cpu()
        seen = watch(session, before + text[:index + 1])
        since = perf_counter_ns()
        session.send(key)
        chunks = session.listen(QUIET, first=200)
        moment = session.show(chunks, seen)
        if index < WARM_UP:
            continue
        counted += 1
        figures.bytes.append(sum(len(data) for _, data in chunks))
        if moment is None:
            unseen += 1
        else:
            figures.visible.append(milliseconds(since, moment))
    if unseen:
        figures.note(f"{unseen} of {counted} keys not seen to be painted")
    figures.cpu.append((session.cpu() - cpu) / counted / 1_000)


def type_slowly(session, text, figures):
    """Types `text` with pauses, and takes the last byte that a key brings about."""
    for key in text:
        since = perf_counter_ns()
        session.send(key)
        chunks = session.listen(SETTLE, first=SETTLE, limit=SETTLE)
        session.show(chunks)
        if chunks:
            figures.settled.append(milliseconds(since, chunks[-1][0]))


def write_at_once(session, text, data, figures, name):
    """Writes `data` in one go and takes when its end is seen, and the last byte."""
    seen = watch(session, text)
    since = perf_counter_ns()
    chunks = session.send_long(data, LONG_QUIET)
    moment = session.show(chunks, seen)
    if moment is None:
        figures.note(f"{name} unseen")
    else:
        getattr(figures, f"{name}_visible").append(milliseconds(since, moment))
    if chunks:
        getattr(figures, f"{name}_settled").append(milliseconds(since, chunks[-1][0]))


def opened(program, document, size):
    """A session in which the program opens the document, which lies in its home folder."""
    session = Session(program, size)
    path = os.path.join(session.home, "answer.md")
    with open(path, "w") as file:
        file.write(document.text)
    session.start([path])
    return session


def measure_start(program, arguments, size, words, files=None):
    """Milliseconds from the program's start until all `words` are on the screen; None when they never are."""
    session = Session(program, size)
    try:
        if files:
            files(session.home)
        session.start([argument.format(home=session.home) for argument in arguments])
        moment, _ = session.wait_until(lambda screen: all(word in screen.text() for word in words), LONG_QUIET, limit=5_000)
        return None if moment is None else milliseconds(session.started, moment)
    finally:
        session.end()


def measure(program, document, size, keys, slow_keys, show=None):
    """One session: start, the middle, keys, slow keys, a burst, a paste."""
    figures = Figures()
    session = opened(program, document, size)
    look = (lambda title: show(program, title, session.screen)) if show else (lambda title: None)
    try:
        moment, _ = session.wait_until(lambda screen: document.opening in screen.text(), LONG_QUIET)
        look("start")
        if moment is None:
            figures.note("text unseen at start")
        else:
            figures.start.append(milliseconds(session.started, moment))
        for step in program.middle(document):
            session.send(step)
            session.show(session.listen(QUIET, first=100))
        session.show(session.listen(LONG_QUIET, first=LONG_QUIET))
        screen = session.screen
        if not any(MARKER in screen.row(y) for y in (max(0, screen.y - 1), screen.y)):
            figures.note("not typed in the middle")
        look("middle")
        text = typed(WARM_UP + keys + slow_keys + 2_000)
        fast, slow, burst = text[:WARM_UP + keys], text[WARM_UP + keys:-2_000], text[-2_000:]
        type_keys(session, fast, MARKER + " ", figures)
        look("keys")
        type_slowly(session, slow, figures)
        write_at_once(session, text, burst.encode(), figures, "burst")
        look("burst")
        paste(session, figures)
        look("paste")
        if session.ended:
            figures.note(f"ended before its time ({session.ending()})")
        else:
            figures.memory.append(session.peak_memory())
    finally:
        session.end()
    return figures


def paste(session, figures):
    """Pastes 50 KB as a terminal does: returns for line ends, and in brackets if the program asked."""
    text = pasted(50 * 1024)
    data = text.replace("\n", "\r").encode()
    if session.screen.bracketed:
        data = b"\x1b[200~" + data + b"\x1b[201~"
    else:
        figures.note("paste unbracketed")
    write_at_once(session, text, data, figures, "paste")
