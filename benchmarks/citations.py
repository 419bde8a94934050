"""How long citation lists take beside pandoc run bare, and how much memory an export.

    python benchmarks/citations.py [--items 1000] [--runs 3] [--bare-slow] [--sizes 20000 80000]

For each style, the best seconds of some runs of `quotedb`, and of bare runs of the same pandoc in
between: the fastest that gives the same entries, with the style without the attribute that makes
it slow (which `quotedb` drops from long lists). `same` counts the entries that are the same. With
--bare-slow the styles are run as they come, too, which takes minutes at 10,000 items.

Then, for each format, the peak memory of `quotedb export` of databases of two sizes, in MB: about
the same for both where the export streams.
"""

from __future__ import annotations

import argparse
import json
import os
import sqlite3
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from quotedb.exporters import CiteOptions, text
from quotedb.exporters._csl import items
from quotedb.exporters._pandoc import pandoc
from quotedb.exporters._styles import prepared
from quotedb.facts import Attestation, Author, Citation, Quote, Source
from quotedb.store import database as opening

FORMATS = (
    "jsonl", "csv", "parquet", "json-ld", "web-annotation", "csl-json", "bibtex", "biblatex", "ris",
    "wikitext",
)  # fmt: skip
STYLES = ("apa", "chicago-author-date", "apa-tr", "modern-language-association", "ieee")


def sources(count: int) -> list[Citation]:
    """Invented newspaper articles, a tenth of them by authors of one family name."""
    return [
        Citation(
            quote=Quote(text="x"),
            attestation=Attestation(
                exact="x",
                source=Source(
                    id=number,
                    csl_type="article-newspaper",
                    title=f"Ferry number {number} is back",
                    container_title=f"The Lowland Courier {number % 40}",
                    authors=(Author(f"Hartmann{number % (count // 10 + 1)}", f"Greta{number}"),),
                    issued=f"{2000 + number % 20}-{number % 12 + 1:02}-{number % 28 + 1:02}",
                    url=f"https://courier.example/{number}",
                    language="en",
                ),
            ),
        )
        for number in range(1, count + 1)
    ]


def bare(citations: list[Citation], style: str, folder: Path, *, slow: bool) -> tuple[float, str]:
    """Seconds and output of one pandoc run with nothing around it."""
    count = 0 if slow else 10**6
    (folder / "s.csl").write_text(prepared(style, None, "en-US", count), encoding="utf-8")
    (folder / "i.json").write_text(json.dumps(items(citations)), encoding="utf-8")
    command = [
        pandoc(), "--sandbox", "--citeproc", "-t", "plain", "--wrap=none",
        "--csl", str(folder / "s.csl"), "--bibliography", str(folder / "i.json"),
    ]  # fmt: skip
    begun = time.perf_counter()
    source = "---\nnocite: '@*'\nlang: en-US\n---\n"
    done = subprocess.run(command, input=source, capture_output=True, text=True, check=True)
    return time.perf_counter() - begun, done.stdout


def citation_times(options: argparse.Namespace) -> None:
    """The table of styles."""
    citations = sources(options.items)
    print(
        f"{options.items} items{'':18} {'quotedb':>8} {'bare':>8} {'ratio':>6} {'as is':>8}  same"
    )
    with tempfile.TemporaryDirectory() as name:
        for style in STYLES:
            ours, theirs, taken, fast = "", "", [], []
            for _ in range(options.runs):
                begun = time.perf_counter()
                ours = "".join(text.cite(citations, CiteOptions(style)))
                taken.append(time.perf_counter() - begun)
                seconds, theirs = bare(citations, style, Path(name), slow=False)
                fast.append(seconds)
            as_is = ""
            if options.bare_slow:
                slow, theirs = bare(citations, style, Path(name), slow=True)
                as_is = f"{slow:8.2f}"
            pairs = zip(ours.split("\n\n"), theirs.split("\n\n"), strict=True)
            same = sum(a == b for a, b in pairs)
            best, floor = min(taken), min(fast)
            print(f"{style:29} {best:8.2f} {floor:8.2f} {best / floor:6.2f} {as_is:>8}  {same}")


def fill(file: Path, count: int) -> None:
    """A database of so many quotes, each in a source of its own."""
    made = opening.open_database(str(file), mode="write")
    with made.session() as session:
        session.commit()
    made.close()
    numbers = range(1, count + 1)
    with sqlite3.connect(file) as raw:
        raw.execute("INSERT INTO speaker (id, name, kind) VALUES (1, 'Ada Quill', 'person')")
        raw.executemany(
            "INSERT INTO source (id, csl_type, title, container_title, authors, issued, url,"
            " content_hash) VALUES (?, 'article-newspaper', ?, 'The Lowland Courier',"
            ' \'[{"family": "Hartmann", "given": "Greta"}]\', \'2021-03-11\', ?, ?)',
            ((n, f"Ferry {n} is back", f"https://courier.example/{n}", f"{n:x}") for n in numbers),
        )
        raw.executemany(
            "INSERT INTO quote (id, text, key, key_hash, speaker_id, said_inferred, status)"
            " VALUES (?, ?, ?, ?, 1, 0, 'unverified')",
            ((n, f"The {n}th bridge will stand.", f"the {n}th bridge", n) for n in numbers),
        )
        raw.executemany(
            "INSERT INTO attestation (id, quote_id, source_id, anchor, exact, prefix, suffix,"
            " speaker_id, said_inferred, kind, method, confidence)"
            " VALUES (?, ?, ?, ?, ?, '', '', 1, 0, 'direct', 'hand', 1.0)",
            ((n, n, n, f"={n:x}", f"The {n}th bridge will stand.") for n in numbers),
        )
    raw.close()


def peak(database: Path, form: str, to: Path) -> tuple[float, float]:
    """Peak memory in MB and seconds of one export, in a process of its own."""
    command = [sys.executable, "-m", "quotedb", "--db", str(database), "export", "--format", form]
    begun = time.perf_counter()
    child = subprocess.Popen([*command, "--output", str(to)])
    _, status, used = os.wait4(child.pid, 0)
    if status:
        raise SystemExit(f"export --format {form} failed")
    return used.ru_maxrss / 1024, time.perf_counter() - begun


def export_memory(sizes: list[int]) -> None:
    """The table of formats."""
    print(f"\npeak MB of export{'':12}", *(f"{size:>10,}" for size in sizes), "   seconds")
    with tempfile.TemporaryDirectory() as name:
        files = [Path(name, f"{size}.db") for size in sizes]
        for file, size in zip(files, sizes, strict=True):
            fill(file, size)
        for form in FORMATS:
            peaks = [peak(file, form, Path(name, "out")) for file in files]
            shown = " ".join(f"{megabytes:10.0f}" for megabytes, _ in peaks)
            print(f"{form:29} {shown} {peaks[-1][1]:10.1f}")


def main() -> None:
    """Print the tables."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--items", type=int, default=1000)
    parser.add_argument("--runs", type=int, default=3)
    parser.add_argument("--bare-slow", action="store_true")
    parser.add_argument("--sizes", type=int, nargs="*", default=[20_000, 80_000])
    options = parser.parse_args()
    if options.items:
        citation_times(options)
    if options.sizes:
        export_memory(options.sizes)


if __name__ == "__main__":
    main()
