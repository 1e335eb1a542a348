#!/usr/bin/env python3
"""Types into Fivefold, nano and vim on a pseudo-terminal and prints how fast each answered, as Markdown.

Rounds are interleaved: every program does the first round before any does the second, so that what else
the machine does falls on all of them alike. Figures are medians over all samples of all rounds.
"""

import argparse
import glob
import json
import os
import platform
import shutil
import statistics
import sys

import programs
from measures import Figures, measure, measure_start
from prose import Document

ROOT = os.path.dirname(os.path.dirname(os.path.dirname(os.path.abspath(__file__))))
TIE = 1.3  # medians of the same program differ by as much from run to run
SAMPLE = os.path.join(ROOT, "Templates", "samples", "harbourside")


def arguments():
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("--fivefold", metavar="PATH", help="the binary to measure; left out when not given")
    parser.add_argument("--only", metavar="NAMES", help="programs to measure, with commas between")
    parser.add_argument("--words", default="3000,60000", help="lengths of the text (default: %(default)s)")
    parser.add_argument("--sizes", default="100x30", help="e.g. 100x30,200x50 (default: %(default)s)")
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--keys", type=int, default=300, help="keys typed fast in a round")
    parser.add_argument("--slow-keys", type=int, default=25, help="keys typed with pauses in a round")
    parser.add_argument("--starts", type=int, default=5, help="starts of the sample bid in a round")
    parser.add_argument("--json", metavar="FILE", help="keep every sample here")
    parser.add_argument("--show", action="store_true", help="print the screens of each program as they are seen")
    return parser.parse_args()


def chosen_programs(options):
    """The programs that are there, and the names of those that are missing."""
    found = [
        ("fivefold", programs.fivefold(os.path.abspath(options.fivefold)) if options.fivefold else None),
        ("nano", programs.nano()),
        ("vim", programs.vim()),
    ]
    if options.only:
        found = [pair for pair in found if pair[0] in options.only.split(",")]
    return [program for _, program in found if program], [name for name, program in found if not program]


def sizes(text):
    return [tuple(int(side) for side in size.split("x")) for size in text.split(",")]


def show(program, title, screen):
    print(f"--- {program.name}: {title}\n{screen.text()}\n", file=sys.stderr)


def sample_words():
    """What is on the screen once the sample bid is open: the name of its first question."""
    answers = glob.glob(os.path.join(SAMPLE, "bids", "*", "answers", "*.md"))
    with open(min(answers, key=os.path.basename)) as file:
        keys = dict(line.rstrip("\n").split(": ", 1) for line in file if ": " in line)
    return [keys["question"].strip('"') + " " + keys["title"]]


def sample_start(program):
    return measure_start(
        program, ["{home}/harbourside"], (100, 30), sample_words(),
        files=lambda home: shutil.copytree(SAMPLE, os.path.join(home, "harbourside")))


# Report ----------------------------------------------------------------------------------------------


def figure(samples, digits=2):
    return "–" if not samples else f"{statistics.median(samples):.{digits}f}"


def high(samples):
    """The 95th percentile."""
    return "–" if len(samples) < 20 else f"{statistics.quantiles(samples, n=20)[-1]:.2f}"


def machine():
    model = "unknown processor"
    with open("/proc/cpuinfo") as file:
        model = next((line.split(":", 1)[1].strip() for line in file if line.startswith("model name")), model)
    with open("/proc/meminfo") as file:
        memory = int(file.readline().split()[1]) / 1024 / 1024
    load = " ".join(f"{value:.1f}" for value in os.getloadavg())
    return (
        f"{model}, {os.cpu_count()} cores, {memory:.0f} GB; Linux {platform.release()}; "
        f"Python {platform.python_version()}; load before the run {load}")


COLUMNS = (
    "program | words | screen | start | key → visible | 95% | key → settled | 95% | B/key | CPU µs/key | "
    "burst 2,000 visible | settled | paste 50 KB visible | settled | peak MB | notes").split(" | ")


def row(name, words, size, f):
    cells = [
        name, f"{words:,}", f"{size[0]}×{size[1]}", figure(f.start, 1),
        figure(f.visible), high(f.visible), figure(f.settled), high(f.settled),
        figure(f.bytes, 0), figure(f.cpu, 0),
        figure(f.burst_visible, 1), figure(f.burst_settled, 1),
        figure(f.paste_visible, 1), figure(f.paste_settled, 1),
        figure(f.memory, 1), "; ".join(f.notes),
    ]
    return "| " + " | ".join(cells) + " |"


def targets(results, start):
    """Fivefold's targets, each with what was measured beside it."""
    def compare(title, samples, limit, unit="ms"):
        if not samples or limit is None:
            return f"- {title}: not measured"
        value = statistics.median(samples)
        return f"- {title}: {value:.2f} {unit} against {limit:.2f}: {'met' if value <= limit else 'NOT MET'}"

    def beside(title, samples, peer):
        """A comparison of two programs: medians less than 1.3 times apart are a tie on a machine that others share."""
        if not samples or not peer:
            return f"- {title}: not measured"
        value, other = statistics.median(samples), statistics.median(peer)
        verdict = "sooner" if value <= other else "a tie" if value < TIE * other else "NOT MET"
        return f"- {title}: {value:.2f} ms against {other:.2f}, {value / other:.2f} times: {verdict}"

    lines = []
    for (name, words, size), f in results.items():
        if name != "fivefold":
            continue
        place = f"{words:,} words, {size[0]}×{size[1]}"
        nano = results.get(("nano", words, size))
        lines += [
            beside(f"glyph visible no later than nano's ({place})", f.visible, nano and nano.visible),
            compare(f"panes settled ({place})", f.settled, 16),
            compare(f"burst of 2,000 characters ({place})", f.burst_settled, 20),
            compare(f"50 KB paste ({place})", f.paste_settled, 50),
        ]
    if start is not None:
        lines.append(compare("start of the sample bid", start, 60))
    return lines


def report(results, start, facts, chosen, missing):
    print("## Terminal benchmark\n")
    print(f"{facts}.\n")
    print("Versions: " + "; ".join(f"{p.name}: {p.version or 'unknown'}" for p in chosen) + ".")
    if missing:
        print(f"Left out because not found: {', '.join(missing)}.")
    print("Times are in milliseconds, medians of all rounds; 95% is the 95th percentile.\n")
    print("| " + " | ".join(COLUMNS) + " |")
    print("|" + " --- |" * 3 + " ---: |" * (len(COLUMNS) - 4) + " --- |")
    for (name, words, size), figures in sorted(results.items(), key=lambda item: (item[0][2], item[0][1])):
        print(row(name, words, size, figures))
    if start is not None:
        print(f"\nStart of the sample bid, until its first words are seen: {figure(start, 1)} ms.")
    lines = targets(results, start)
    if lines:
        print("\n" + "\n".join(lines))


def main():
    options = arguments()
    facts = machine()
    chosen, missing = chosen_programs(options)
    documents = [Document(int(words)) for words in options.words.split(",")]
    fivefold = next((program for program in chosen if program.name == "fivefold"), None)
    results, start = {}, [] if fivefold else None
    for number in range(1, options.rounds + 1):
        for size in sizes(options.sizes):
            for document in documents:
                for program in chosen:
                    print(f"round {number}: {program.name}, {document.words:,} words", file=sys.stderr)
                    figures = measure(
                        program, document, size, options.keys, options.slow_keys, show if options.show else None)
                    results.setdefault((program.name, document.words, size), Figures()).add(figures)
        if fivefold:
            start += [ms for _ in range(options.starts) if (ms := sample_start(fivefold)) is not None]
    report(results, start, facts, chosen, missing)
    if options.json:
        with open(options.json, "w") as file:
            kept = {f"{name} {words} {size[0]}x{size[1]}": vars(f) for (name, words, size), f in results.items()}
            json.dump({"machine": facts, "sample start": start, "figures": kept}, file, indent=1)


if __name__ == "__main__":
    main()
