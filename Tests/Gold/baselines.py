#!/usr/bin/env python3
"""Plain readings beside Fivefold's, on the labelled answers of this folder.

    python3 Tests/Gold/baselines.py                      # tune.jsonl beside .build/debug/fivefold
    python3 Tests/Gold/baselines.py FILE.jsonl… [--program FIVEFOLD] [--train OTHER.jsonl] [--markdown]

Four readings in one table, micro F1 a group and F1 a label:
- keywords: a bag of words without weights, which gives a label to every sentence that holds one of its words;
- TF-IDF + LR: TF-IDF with logistic regression, one classifier a label (needs scikit-learn; left out without it);
- patterns: Fivefold's patterns alone, which learn nothing;
- Fivefold: patterns and words weighed, as `fivefold train` prints it.
What learns, learns leaving answers out: every answer is read by what was learnt from the others, and from --train
as well.
"""

import argparse
import collections
import json
import math
import pathlib
import re
import subprocess
import sys
import tempfile

GROUPS = {
    "themes": ["integration", "prevention", "equity", "digital", "value"],
    "signals": ["role", "cadence", "escalation", "tracking", "measure", "timeframe", "verification"],
    "chain": ["activity", "output", "outcome"],
    "pitfalls": ["generic-partnership", "policy-only", "equity-slogan"],
}
FOLDS = 8
KEYWORDS = 40


def read(path):
    with open(path, encoding="utf-8") as file:
        return [json.loads(line) for line in file if line.strip()]


def labels(sentence):
    found = set(sentence["themes"]) | set(sentence["signals"]) | set(sentence["chain"])
    return found | ({sentence["pitfall"]} if sentence["pitfall"] else set())


def document(sentence):
    return sentence["id"].split("-")[0]


def words(text):
    return set(re.findall(r"[a-z']{3,}", text.lower()))


def folds(sentences):
    """Pairs of held-out documents and the rest; whole documents only."""
    names = sorted({document(item) for item in sentences})
    for first in range(min(FOLDS, len(names))):
        out = set(names[first::FOLDS])
        yield [i for i, item in enumerate(sentences) if document(item) in out], out


def keyword_bag(train, label):
    """The words that speak most for a label, by the log odds with one added to each count."""
    positive, negative = collections.Counter(), collections.Counter()
    for item in train:
        (positive if label in labels(item) else negative).update(words(item["text"]))
    yes = max(1, sum(label in labels(item) for item in train))
    no = max(1, len(train) - yes)
    odds = {
        word: math.log((count + 1) / (yes + 2)) - math.log((negative[word] + 1) / (no + 2))
        for word, count in positive.items() if count >= 2
    }
    best = sorted(odds, key=lambda word: (-odds[word], word))[:KEYWORDS]
    return {word for word in best if odds[word] > 1}


def read_by_keywords(sentences, extra):
    given = [set() for _ in sentences]
    for out, names in folds(sentences):
        train = [item for item in sentences if document(item) not in names] + extra
        for label in sum(GROUPS.values(), []):
            bag = keyword_bag(train, label)
            for index in out:
                if words(sentences[index]["text"]) & bag:
                    given[index].add(label)
    return given


def read_by_regression(sentences, extra):
    from sklearn.feature_extraction.text import TfidfVectorizer
    from sklearn.linear_model import LogisticRegression

    given = [set() for _ in sentences]
    for out, names in folds(sentences):
        train = [item for item in sentences if document(item) not in names] + extra
        vectorizer = TfidfVectorizer(ngram_range=(1, 2), sublinear_tf=True)
        known = vectorizer.fit_transform(item["text"] for item in train)
        asked = vectorizer.transform(sentences[index]["text"] for index in out)
        for label in sum(GROUPS.values(), []):
            wanted = [label in labels(item) for item in train]
            if not any(wanted):
                continue
            model = LogisticRegression(class_weight="balanced", max_iter=2000, C=10)
            for index, is_given in zip(out, model.fit(known, wanted).predict(asked)):
                if is_given:
                    given[index].add(label)
    return given


def read_by_patterns(sentences, program):
    lines = "".join(
        json.dumps({key: item[key] for key in ("id", "part", "paragraph", "text")}) + "\n" for item in sentences)
    result = subprocess.run(
        [program, "analyse", "--jsonl", "--patterns-only"], input=lines, capture_output=True, text=True, check=True)
    return [labels(json.loads(line)) for line in result.stdout.splitlines()]


def left_out(sentences, program, extra):
    """F1 of each label and group as `fivefold train` prints it: each answer read with weights learnt without it.

    The figures are over the sentences of `extra` as well, since `train` leaves out each of its documents in turn.
    """
    with tempfile.NamedTemporaryFile("w", suffix=".jsonl", encoding="utf-8") as file:
        for item in sentences + extra:
            file.write(json.dumps(item, ensure_ascii=False) + "\n")
        file.flush()
        result = subprocess.run([program, "train", file.name], capture_output=True, text=True, check=True)
    found, group = {}, None
    for line in result.stdout.splitlines():
        fields = line.split()
        if len(fields) == 1 and fields[0] in GROUPS:
            group = fields[0]
        elif len(fields) == 5 and fields[0] != "P":
            found[group if fields[0] == "micro" else fields[0]] = float(fields[3])
    return found


def f1(sentences, given, names):
    right = wrong = missed = 0
    for item, found in zip(sentences, given):
        wanted = labels(item)
        for label in names:
            right += label in wanted and label in found
            wrong += label in found and label not in wanted
            missed += label in wanted and label not in found
    return 2 * right / (2 * right + wrong + missed) if right else 0.0


def scores(sentences, given):
    """F1 of each label, and micro F1 of each group."""
    found = {label: f1(sentences, given, [label]) for names in GROUPS.values() for label in names}
    return found | {group: f1(sentences, given, names) for group, names in GROUPS.items()}


def table(columns, markdown):
    rows = [(name, [label for label in names]) for name, names in GROUPS.items()]
    if markdown:
        print("| | " + " | ".join(columns) + " |")
        print("| --- |" + " ---: |" * len(columns))
    else:
        print(f"{'':24}" + "".join(f"{name:>14}" for name in columns))
    for group, names in rows:
        for key, shown in [(group, f"**{group}, micro**" if markdown else group + ", micro")] + [
            (name, name if markdown else "  " + name) for name in names
        ]:
            figures = [f"{found[key]:.3f}" if key in found else "–" for found in columns.values()]
            if markdown:
                print(f"| {shown} | " + " | ".join(figures) + " |")
            else:
                print(f"{shown:24}" + "".join(f"{figure:>14}" for figure in figures))


def main():
    here = pathlib.Path(__file__).resolve().parent
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("files", nargs="*", metavar="FILE.jsonl", default=[str(here / "tune.jsonl")])
    parser.add_argument(
        "--program", default=str(here.parent.parent / ".build/debug/fivefold"), help="the built fivefold")
    parser.add_argument("--train", action="append", default=[], help="labelled answers to learn from as well")
    parser.add_argument("--markdown", action="store_true", help="print the table as docs/reading.md has it")
    arguments = parser.parse_args()
    extra = [item for path in arguments.train for item in read(path)]
    for path in arguments.files:
        sentences = read(path)
        columns = {"keywords": scores(sentences, read_by_keywords(sentences, extra))}
        try:
            columns["TF-IDF + LR"] = scores(sentences, read_by_regression(sentences, extra))
        except ImportError:
            print("scikit-learn is not installed: TF-IDF with logistic regression is left out.", file=sys.stderr)
        if pathlib.Path(arguments.program).exists():
            columns["patterns"] = scores(sentences, read_by_patterns(sentences, arguments.program))
            columns["Fivefold"] = left_out(sentences, arguments.program, extra)
        else:
            print(f"{arguments.program} is not there: build it first, or give --program.", file=sys.stderr)
        answers = len({document(item) for item in sentences})
        print(f"{pathlib.Path(path).name}: {len(sentences)} sentences of {answers} answers\n")
        table(columns, arguments.markdown)


if __name__ == "__main__":
    main()
