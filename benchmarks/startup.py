"""How long a command takes to answer, as ratios to floors measured in the same run.

    python benchmarks/startup.py [--runs 9] [ARTICLE]

Whole processes are timed, one of each in turn, and the medians compared: `quotedb --version` and
`quotedb extract` with a Typer app that has one empty command, `quotedb search --speaker` with
`import sqlmodel`. The article is one of the project's own unless another is given.
"""

from __future__ import annotations

import argparse
import os
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

ARTICLES = Path(__file__).parent.parent / "fixtures" / "scenarios"
EMPTY_APP = """
import typer
app = typer.Typer()
@app.command()
def empty(): pass
app()
"""


def measured(commands: dict[str, list[str]], runs: int) -> dict[str, float]:
    """Median wall seconds of each command, run in turn, after one run that is not counted."""
    taken: dict[str, list[float]] = {name: [] for name in commands}
    for turn in range(runs + 1):
        for name, command in commands.items():
            begun = time.perf_counter()
            subprocess.run(command, check=True, stdout=subprocess.DEVNULL)
            if turn:
                taken[name].append(time.perf_counter() - begun)
    return {name: statistics.median(seconds) for name, seconds in taken.items()}


def main() -> None:
    """Print the table."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("article", nargs="?", default=str(ARTICLES / "liman.txt"))
    parser.add_argument("--runs", type=int, default=9)
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        app = Path(folder, "empty.py")
        app.write_text(EMPTY_APP)
        database = str(Path(folder, "quotes.db"))
        quotedb = [sys.executable, "-m", "quotedb"]
        os.environ["QUOTEDB_CONFIG"] = str(Path(folder, "none.toml"))
        add = [*quotedb, "--db", database, "add", "I came, I saw, I conquered.", "-s", "Caesar"]
        subprocess.run(add, check=True, stdout=subprocess.DEVNULL)
        commands = {
            "empty Typer app": [sys.executable, str(app)],
            "import sqlmodel": [sys.executable, "-c", "import sqlmodel"],
            "quotedb --version": [*quotedb, "--version"],
            "quotedb extract": [*quotedb, "extract", options.article],
            "quotedb search": [*quotedb, "--db", database, "search", "--speaker", "caesar"],
        }
        seconds = measured(commands, options.runs)
    bars = {
        "quotedb --version": ("empty Typer app", 1.3),
        "quotedb extract": ("empty Typer app", 2.0),
        "quotedb search": ("import sqlmodel", 0.5),
    }
    print(f"{'command':20} {'seconds':>8} {'ratio':>6}  {'bar':>4}  to")
    for name, taken in seconds.items():
        floor, bar = bars.get(name, (name, 0.0))
        ratio = f"{taken / seconds[floor]:6.2f}  {bar:4}  {floor}" if bar else ""
        print(f"{name:20} {taken:8.3f} {ratio}")


if __name__ == "__main__":
    main()
