"""The programs that are measured, and how each is started and taken to the middle of a text."""

import shutil
import subprocess
from dataclasses import dataclass, field


@dataclass
class Program:
    """How to drive one program. `middle` gives the key strokes, in steps, that put the cursor after the
    marker word, ready for typing."""

    name: str
    command: list
    middle: object
    version: str = ""
    environment: dict = field(default_factory=dict)


def version_of(command):
    try:
        shown = subprocess.run(command, capture_output=True, text=True, timeout=10).stdout
    except (OSError, subprocess.TimeoutExpired):
        return ""
    return next((line.strip() for line in shown.splitlines() if line.strip()), "")


def fivefold(path):
    # From the top: two parts down, then word by word to the one after the marker.
    def middle(document):
        return ["\x1b[1;5H", "\x1b[1;3B", "\x1b[1;3B"] + ["\x1b[1;5C"] * document.words_before

    return Program("fivefold", [path], middle, version_of([path, "--version"]))


def nano():
    found = shutil.which("nano")
    if not found:
        return None

    def middle(document):
        return ["\x1f", f"{document.line},{document.column}\r"]

    return Program(
        "nano", [found, "--ignorercfiles", "--softwrap", "--atblanks"], middle, version_of([found, "--version"]))


def vim():
    found = shutil.which("vim.tiny") or shutil.which("vim")
    if not found:
        return None

    def middle(document):
        return [f"{document.line}G{document.column}|i"]

    return Program("vim", [found, "-N", "-u", "NONE", "-i", "NONE"], middle, version_of([found, "--version"]))
