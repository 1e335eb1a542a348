#!/usr/bin/env python3
"""Reads a 60,000-word bid with Fivefold, proselint and aspell and prints how long each took, as Markdown.

Every program starts cold: proselint's cache of earlier runs is put out of its reach. Rounds are interleaved.
"""

import argparse
import json
import os
import shutil
import statistics
import subprocess
import sys
import tempfile
import time

from prose import Document


def arguments():
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("--fivefold", metavar="PATH", required=True)
    parser.add_argument("--words", type=int, default=60_000)
    parser.add_argument("--rounds", type=int, default=3)
    return parser.parse_args()


def run(command, text, home):
    """Seconds and peak megabytes of one run, the text on standard input."""
    environment = dict(os.environ, HOME=home, XDG_CACHE_HOME=home, XDG_STATE_HOME=home)
    before = time.perf_counter()
    with open(text) as file:
        process = subprocess.Popen(
            command, stdin=file, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, env=environment)
        _, _, usage = os.wait4(process.pid, 0)
    return time.perf_counter() - before, usage.ru_maxrss / 1024


def main():
    options = arguments()
    folder = tempfile.mkdtemp(prefix="fivefold-reading-")
    answer, plain = os.path.join(folder, "answer.md"), os.path.join(folder, "answer.txt")
    document = Document(options.words)
    with open(answer, "w") as file:
        file.write(document.text)
    with open(plain, "w") as file:
        file.write("\n".join(line for line in document.text.split("\n") if not line.startswith("#")))
    programs = {"fivefold check": [options.fivefold, "check", answer]}
    for name, command in {"proselint": ["proselint", plain], "aspell list": ["aspell", "list"]}.items():
        if shutil.which(command[0]):
            programs[name] = command
        else:
            print(f"{name}: not installed, left out", file=sys.stderr)
    seconds = {name: [] for name in programs}
    memory = {name: 0 for name in programs}
    for number in range(options.rounds):
        for name, command in programs.items():
            home = tempfile.mkdtemp(dir=folder)
            took, peak = run(command, plain, home)
            seconds[name].append(took)
            memory[name] = max(memory[name], peak)
            print(f"round {number + 1}: {name}", file=sys.stderr)
    shown = subprocess.run([options.fivefold, "measure", answer], capture_output=True, text=True, check=True)
    figures = json.loads(shown.stdout)
    shutil.rmtree(folder)
    report(options, seconds, memory, figures)


def report(options, seconds, memory, figures):
    ours = statistics.median(seconds["fivefold check"])
    print(f"Reading {options.words:,} words, cold; medians of {options.rounds} runs of the whole program.\n")
    print("| program | seconds | peak MB | times Fivefold's |")
    print("| --- | ---: | ---: | ---: |")
    for name, samples in seconds.items():
        middle = statistics.median(samples)
        print(f"| {name} | {middle:.2f} | {memory[name]:.0f} | {middle / ours:.1f} |")
    print(
        f"\nReading alone: {figures['cold'] / 1000:.0f} ms for {figures['blocks']} paragraphs; again after one letter: "
        f"{figures['letterMedian'] / 1000:.2f} ms (95%: {figures['letter95'] / 1000:.2f} ms).")
    if "proselint" in seconds:
        times = statistics.median(seconds["proselint"]) / ours
        print(f"- at least 20 times faster than proselint: {times:.0f} times: {'met' if times >= 20 else 'NOT MET'}")
    letter = figures["letterMedian"] / 1000
    print(f"- one letter's re-reading under 1 ms: {letter:.2f} ms: {'met' if letter < 1 else 'NOT MET'}")


if __name__ == "__main__":
    main()
