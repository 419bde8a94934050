"""What one of many writers does; a module of its own, so that other processes can import it."""

from __future__ import annotations

import json
import sys
from contextlib import redirect_stderr, redirect_stdout
from dataclasses import dataclass
from io import StringIO
from multiprocessing import get_context
from pathlib import Path

from quotedb.cli.app import run

FIXTURES = Path(__file__).parents[2] / "fixtures" / "scenarios"

SHARED = (
    ("The sea does not ask the harbour who it is.", "Ada Quill"),
    ("Bread is the only currency that everybody reads.", "Bram Otter"),
    ("A lamp in the window costs less than a lighthouse.", "Ada Quill"),
    ("Nobody ever drowned in a map.", "Çiğdem Taş"),
)
"""What every writer adds, under one outlet: one attestation each, however many write."""

OWN = ("alder", "birch", "cedar", "damson", "elder", "fig", "gorse", "hazel")
"""A word of each writer's own."""


HUNG = 300
"""Seconds after which writers are taken to wait for each other for ever."""


@dataclass(frozen=True)
class Heard:
    """What a command answered."""

    code: int
    out: str
    err: str


def say(url: str, *arguments: str) -> Heard:
    """Run one command line in this process."""
    out, err = StringIO(), StringIO()
    with redirect_stdout(out), redirect_stderr(err):
        code = run(["--db", url, *arguments])
    return Heard(code, out.getvalue(), err.getvalue())


def one_writer(url: str, number: int) -> list[Heard]:
    """Add what all add, what nobody else adds, and ingest the same articles."""
    told = [
        say(url, "add", text, "-s", who, "--outlet", "The Tide", "--lang", "en", "--json")
        for text, who in (*SHARED[number % 4 :], *SHARED[: number % 4])
    ]
    told.append(say(url, "ingest", str(FIXTURES), "--json"))
    for turn in ("first", "second", "third"):
        words = f"Under the {OWN[number]} tree grows a {turn} {OWN[number]}, and it is not mine."
        told.append(say(url, "add", words, "-s", f"{OWN[number].title()} Keeper", "--json"))
    told.append(say(url, "search", OWN[number], "--json"))
    return told


def at_once(url: str, writers: int) -> list[Heard]:
    """What every one of so many processes heard, all of them writing at the same time."""
    context = get_context("forkserver" if sys.platform != "win32" else "spawn")
    context.set_forkserver_preload(["quotedb.cli.app", "quotedb.store.writing", "alembic.command"])
    with context.Pool(writers) as pool:
        jobs = [(url, number) for number in range(writers)]
        told = pool.starmap_async(one_writer, jobs, chunksize=1).get(HUNG)
    return [heard for some in told for heard in some]


def acknowledged(heard: list[Heard]) -> list[dict]:
    """The outcomes that commands told of."""
    return [one for h in heard if h.out.strip() for one in json.loads(h.out) if "outcome" in one]
