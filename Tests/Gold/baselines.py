#!/usr/bin/env python3
"""Plain readings beside Fivefold's, on the labelled answers of this folder.

    python3 baselines.py FILE.jsonl… [--program ../../.build/debug/fivefold] [--train OTHER.jsonl]

Two baselines: a bag of keywords without weights, which gives a label to every sentence that holds one of its
words, and TF-IDF with logistic regression, one classifier a label. The second needs scikit-learn; without it the
table says so. Each is trained leaving answers out: every answer is read by what was learned from the others, and
from --train as well. One table with micro F1 a group, and F1 a label.
"""

import argparse
import collections
import json
import math
import re
import subprocess
import sys

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


def read_by_program(sentences, program):
    lines = "".join(
        json.dumps({key: item[key] for key in ("id", "part", "paragraph", "text")}) + "\n" for item in sentences)
    result = subprocess.run([program, "analyse", "--jsonl"], input=lines, capture_output=True, text=True, check=True)
    return [labels(json.loads(line)) for line in result.stdout.splitlines()]


def f1(sentences, given, names):
    right = wrong = missed = 0
    for item, found in zip(sentences, given):
        wanted = labels(item)
        for label in names:
            right += label in wanted and label in found
            wrong += label in found and label not in wanted
            missed += label in wanted and label not in found
    return 2 * right / (2 * right + wrong + missed) if right else 0.0


def table(sentences, readings):
    print(f"{'':22}" + "".join(f"{name:>12}" for name in readings))
    for group, names in GROUPS.items():
        for label in names:
            print(f"  {label:20}" + "".join(f"{f1(sentences, given, [label]):12.3f}" for given in readings.values()))
        print(f"{group + ', micro':22}" + "".join(f"{f1(sentences, given, names):12.3f}" for given in readings.values()))


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("files", nargs="+", metavar="FILE.jsonl")
    parser.add_argument("--program", help="the built fivefold; left out of the table when not given")
    parser.add_argument("--train", action="append", default=[], help="labelled answers to learn from as well")
    arguments = parser.parse_args()
    extra = [item for path in arguments.train for item in read(path)]
    for path in arguments.files:
        sentences = read(path)
        readings = {"keywords": read_by_keywords(sentences, extra)}
        try:
            readings["TF-IDF + LR"] = read_by_regression(sentences, extra)
        except ImportError:
            print("scikit-learn is not installed: TF-IDF with logistic regression is left out.", file=sys.stderr)
        if arguments.program:
            readings["fivefold"] = read_by_program(sentences, arguments.program)
        print(f"{path}: {len(sentences)} sentences of {len({document(item) for item in sentences})} answers")
        table(sentences, readings)


if __name__ == "__main__":
    main()
