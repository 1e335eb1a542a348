"""Text to edit and to type: made up, in plain English, and the same at every run."""

import random

NOUNS = """person family ward nurse therapist assessor worker rota visit call plan review bed hospital home
service council team week morning evening month risk incident audit report meeting pathway referral place
neighbour carer doctor pharmacy record note message lead manager board reading lesson change""".split()
VERBS = """meets reads checks plans rings visits agrees records reviews shares follows asks supports trains
reports measures compares explains updates starts finishes keeps writes hears raises closes""".split()
TAILS = [
    "on the same day", "within two hours", "before the weekly meeting", "with the discharge team",
    "in the shared record", "at the end of each month", "when the plan changes", "after the first visit",
    "by noon", "with the family present", "against the agreed measure", "every Tuesday",
    "until the risk is closed", "across the place",
]
SYLLABLES = "ba ce di fo gu ha ji ke lo mu na pe ri so tu va we yo za qui".split()
MARKER = "zebrawood"
PARTS = ["Context", "Our Role", "Partnership Controls", "Evidence", "Assurance"]


def sentence(chance):
    subject, object_ = chance.choice(NOUNS), chance.choice(NOUNS)
    words = f"The {subject} {chance.choice(VERBS)} the {object_} {chance.choice(TAILS)}"
    if chance.random() < 0.4:
        words += f", and the {chance.choice(NOUNS)} {chance.choice(VERBS)} it {chance.choice(TAILS)}"
    return words + "."


def paragraph(chance, words=90):
    text = []
    while sum(len(part.split()) for part in text) < words:
        text.append(sentence(chance))
    return " ".join(text)


class Document:
    """An answer of five parts. The marker starts a sentence in a paragraph of the middle part."""

    def __init__(self, words):
        chance = random.Random(words)
        self.words, lines = words, []
        for index, part in enumerate(PARTS):
            lines += [f"## {part}", ""]
            count = 0
            while count < words / len(PARTS):
                text = paragraph(chance)
                if index == 2 and count == 0:
                    first = text.index(". ") + 2
                    text = text[:first] + MARKER + " " + text[first:]
                    self.line = len(lines) + 1                  # counted from 1, as editors do
                    self.column = first + len(MARKER) + 2       # of the glyph after the marker and its space
                    self.words_before = len(text[:first].split()) + 1
                count += len(text.split())
                lines += [text, ""]
        self.text = "\n".join(lines)
        self.opening = " ".join(lines[2].split()[:4])


def typed(length, seed=7):
    """Words to type: ordinary ones and made-up ones in turn, so that no stretch of it repeats."""
    chance = random.Random(seed)
    words = []
    while sum(len(word) + 1 for word in words) < length:
        words.append(chance.choice(NOUNS))
        words.append("".join(chance.choice(SYLLABLES) for _ in range(chance.randint(2, 4))))
    return " ".join(words)[:length]


def pasted(size, seed=9):
    """Paragraphs of `size` bytes in all, ending in words that stand nowhere else."""
    chance = random.Random(seed)
    ending = " The paste ends here: quizaloo."
    lines, total = [], 0
    while total < size - len(ending):
        lines.append(paragraph(chance))
        total += len(lines[-1]) + 1
    return "\n".join(lines)[:size - len(ending)] + ending
