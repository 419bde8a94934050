"""How the time of every door grows with what comes in, where a quadratic step would show.

    python benchmarks/linear.py [--most 10000] [--door html] [--workers 2]

Each reader, the extractor in each language, folding, the matcher and the readers of dates are
given inputs of 1 kB, 10 kB and so on up to so many kilobytes: what such a file is made of, over
and over, and what is meant to be hard (in the table: before a `|` what comes once, for `#` a
number that grows). The ratio says how many times longer the last tenfold took than the one before:
about 10 where time is linear. What the matcher and the dates do not take whole (a quote and a date
are short) they must refuse or cut in time that is linear too. A run over `LIMIT` seconds is ended
and told. The last column is the most memory that the process ever had.
"""

from __future__ import annotations

import argparse
import resource
import signal
import time
from collections.abc import Callable, Iterator
from concurrent.futures import ProcessPoolExecutor
from contextlib import suppress
from pathlib import Path
from typing import Any

import quotedb
from quotedb import readers
from quotedb.errors import QuotedbError
from quotedb.text.dates import parse_edtf, read_date
from quotedb.text.fingerprint import fingerprints
from quotedb.text.folding import fold

FIXTURES = Path(__file__).parents[1] / "fixtures"
LIMIT = 120
LANGUAGES = ("de", "en", "es", "fr", "ru", "tr")

HARD: dict[str, tuple[str, ...]] = {
    "html": (
        '<p |a#="1" ',
        '<p a="1" ',
        "<div>",
        "<p>“a ",
        "<!--",
        "<a href='x'>“y”</a> ",
        "&#8220;",
        "<b><i>",
    ),
    "bibtex": ("@", "{", "%", "@book{a, title={", '"', "@string{a=b} "),
    "ris": ("TY  - ", "ER  - \n", "AU  - a, "),
    "csv": ('"', ",", '""', "a,b\n"),
    "kindle": ("(", "a (", "==========\n", "- Your Highlight on page 1\n"),
    "fortune": ("%\n", "-- ", "\t\t-- a, ", "("),
    "wikiquote": (
        "<mediawiki>|<page><title>a</title><ns>0</ns><revision><text>* b.</text></revision></page>",
        "<mediawiki><page><title>a</title><ns>0</ns><revision><text>|* {{b|[[c]]}} d.\n",
        "<mediawiki><page><title>a</title><ns>0</ns><revision><text>==| ",
        "<page>", "{{", "[[", "''", "* ", "== a ==\n", "<ref>", "&lt;ref&gt;",
    ),
    "goodreads": ("<div class='quoteText'>", "<br>", "― "),
    "warc": ("WARC/1.0\r\n", "WARC/1.0\r\nContent-Length: 0\r\n\r\n\r\n\r\n", "a: b\r\n"),
    "plain": ("“", "a\n", " \n", "=", "By ", "- "),
    "jsonl": ("[", '{"a":', '"'),
    "hypothesis": ('[|{"a":[{"b":"c"}]},', "[", "{", '"'),
    "zotero": ('[|{"a":[{"b":"c"}]},', "[", "{", '"'),
}  # fmt: skip
TEXTS = {
    "sentences with cues": "Mayor Jane Roe said: “The quay is safe.” She smiled. ",
    "paragraphs": "“The quay is safe,” the minister said.\n\nAnn Wells asked why.\n\n",
    "marks without end": "“a ",
    "straight marks": '"a ',
    "nested marks": "“a ‘b ",
    "dashes": "— a, — b. ",
    "names": "Jane Roe ",
    "single marks": "'a b c d ",
    "one word": "a",
    "digits": "1 ",
    "spaces": " ",
    "stops": "... ",
}
DATES = ("1", "1999-", "-", "1984/", "18 Mart ", "3. Mai ", "X", "~")

Work = Callable[[bytes], object]


class TooLong(Exception):
    """A run over the limit."""


def doors() -> Iterator[tuple[str, str]]:
    """Each door with each kind of input."""
    for name in readers.REGISTRY.names():
        yield name, "its fixture"
        yield from ((name, unit) for unit in HARD.get(name, ("{", '"', "\n")))
    for tag in LANGUAGES:
        yield f"extract {tag}", "articles"
    yield from (("extract en", kind) for kind in TEXTS)
    for unit in ("a ", "said the quay ", "İ", "…", "a-", "\u0301"):
        yield "fold, fingerprint", unit
        yield "compare", unit
    yield from (("dates", unit) for unit in DATES)


def parts_of(door: str, kind: str) -> tuple[bytes, bytes]:
    """What the input begins with, and what it is made of."""
    if kind == "its fixture":
        return b"", next(FIXTURES.glob(f"readers/{door}.*")).read_bytes()
    if kind == "articles":
        tag = door.split()[1]
        files = sorted(
            FIXTURES.glob(f"articles/{tag}/*.txt" if tag != "en" else "scenarios/h*.txt")
        )
        return b"", b"\n\n".join(file.read_bytes() for file in files)
    once, _, again = kind.encode().partition(b"|")
    return (once, again) if again else (b"", TEXTS.get(kind, kind).encode())


def repeated(once: bytes, again: bytes, size: int) -> bytes:
    """So many bytes."""
    times = size // len(again) + 1
    if once and b"#" in again:
        again = b"".join(again.replace(b"#", b"%d" % number) for number in range(times))
        times = 1
    return (once + again * times)[:size]


def work_of(door: str) -> Work:
    """What is done with it."""
    if door.startswith("extract "):
        return lambda data: quotedb.extract(data.decode(errors="replace"), door.split()[1])
    if door == "fold, fingerprint":
        return lambda data: fingerprints(fold(data.decode(errors="replace")))
    if door == "compare":
        return _compared
    if door == "dates":
        return _dated
    return _reading(readers.REGISTRY.load(door))


def _compared(data: bytes) -> None:
    text = data.decode(errors="replace")
    quotedb.compare(text, text[:-3] + " end")


def _dated(data: bytes) -> None:
    text = data.decode(errors="replace")
    for tag in (*LANGUAGES, None):
        read_date(text, tag)
    parse_edtf(text)


def _reading(reader: Any) -> Work:
    if hasattr(reader, "read"):
        return lambda data: sum(1 for _ in reader.read(data, "file"))
    return lambda data: sum(1 for _ in reader.records(data.splitlines(keepends=True), "file"))


def seconds(work: Work, data: bytes) -> float | None:
    """The time of one run; None if it was ended."""

    def ring(*_: object) -> None:
        raise TooLong

    signal.signal(signal.SIGALRM, ring)
    signal.alarm(LIMIT)
    begun = time.perf_counter()
    try:
        with suppress(QuotedbError):
            work(data)
    except TooLong:
        return None
    finally:
        signal.alarm(0)
    return time.perf_counter() - begun


def line(task: tuple[str, str, int]) -> str:
    """One line of the table."""
    door, kind, most = task
    work, parts = work_of(door), parts_of(door, kind)
    seconds(work, repeated(*parts, 200))  # load what is loaded once
    times: list[float | None] = []
    size = 1
    while size <= most and None not in times:
        times.append(seconds(work, repeated(*parts, size * 1000)))
        size *= 10
    shown = "".join(f"{'over':>9}" if one is None else f"{one:9.3f}" for one in times)
    known = [one for one in times if one is not None]
    ratio = f"{known[-1] / max(known[-2], 1e-4):8.1f}" if len(known) > 1 else ""
    heap = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024
    name = f"{door:18} {kind[:24]!r:28}"
    return f"{name}{shown:46}{ratio:>8}{heap:8}"


def main() -> None:
    """Print the table."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--most", type=int, default=10_000, help="kilobytes")
    parser.add_argument("--door", default="")
    parser.add_argument("--workers", type=int, default=2)
    options = parser.parse_args()
    tasks = [(d, kind, options.most) for d, kind in doors() if options.door in d]
    print(f"{'door':18} {'input':28}{'1 kB':>9}{'10 kB':>9}{'100 kB':>9}{'1 MB':>9}{'10 MB':>9}"
          f"{'ratio':>9}{'MB':>8}")  # fmt: skip
    with ProcessPoolExecutor(options.workers, max_tasks_per_child=1) as pool:
        for done in pool.map(line, tasks):
            print(done, flush=True)


if __name__ == "__main__":
    main()
