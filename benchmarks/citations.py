"""How long citation lists take, beside pandoc run bare on the same items.

    python benchmarks/citations.py [--items 1000] [--bare-slow]

For each style, the seconds that `quotedb` needs, and that one bare run of the same pandoc needs
with the style as it comes and without the attribute that makes it slow (which is what `quotedb`
drops from long lists); then whether the entries are the same. With --bare-slow the styles are
run as they come, too, which takes minutes at 10,000 items.
"""

from __future__ import annotations

import argparse
import json
import subprocess
import tempfile
import time
from pathlib import Path

from quotedb.exporters import CiteOptions, text
from quotedb.exporters._csl import items
from quotedb.exporters._pandoc import pandoc
from quotedb.exporters._styles import prepared
from quotedb.facts import Attestation, Author, Citation, Quote, Source

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


def main() -> None:
    """Print the table."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--items", type=int, default=1000)
    parser.add_argument("--bare-slow", action="store_true")
    options = parser.parse_args()
    citations = sources(options.items)
    print(
        f"{options.items} items{'':18} {'quotedb':>8} {'bare':>8} {'ratio':>6} {'as is':>8}  same"
    )
    with tempfile.TemporaryDirectory() as name:
        for style in STYLES:
            begun = time.perf_counter()
            ours = "".join(text.cite(citations, CiteOptions(style)))
            taken = time.perf_counter() - begun
            fast, theirs = bare(citations, style, Path(name), slow=False)
            as_is = ""
            if options.bare_slow:
                slow, theirs = bare(citations, style, Path(name), slow=True)
                as_is = f"{slow:8.2f}"
            same = sum(
                a == b for a, b in zip(ours.split("\n\n"), theirs.split("\n\n"), strict=True)
            )
            ratio = taken / fast
            print(f"{style:29} {taken:8.2f} {fast:8.2f} {ratio:6.2f} {as_is:>8}  {same}")


if __name__ == "__main__":
    main()
