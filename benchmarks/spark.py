"""Matching and reading on Spark beside this machine alone: the same results, group for group.

    python benchmarks/spark.py QUOTES.jsonl.gz [--size 100000] [--articles ARTICLES.jsonl --count N]
        [--growth SIZE …]

QUOTES are real quotes, of which `corpus.py` makes the corpus. `local` is the local engine on two
processes, `local[2]` Spark in one process with two cores, `standalone` a master and two workers of
one core each on the loopback (`spark_cluster.py`). With --articles, N articles made of those in the
file (`text` a line; what comes round again has a sentence of its own) are ingested each way too,
and the facts compared. Every engine runs in a process of its own; memory is the most that it and
all processes below it had together; the import of the facts that Spark wrote is timed apart. The
steps are those that Spark's event log tells: seconds of all tasks together, and what they shuffled.
With --growth it is counted what the joins of corpora of those sizes come to. Ends with 1 when any
result differs.
"""

from __future__ import annotations

import argparse
import json
import os
import pickle
import subprocess
import sys
import tempfile
import time
from contextlib import nullcontext
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from corpus import corpus, read
from spark_cluster import Memory, Step, standalone, steps

from quotedb.actions import opening
from quotedb.actions.bulk_ingest import into_folder
from quotedb.actions.engines import REGISTRY, Articles, Corpus
from quotedb.actions.importing import import_file
from quotedb.actions.ingest import ingest_files
from quotedb.actions.intake import Asked
from quotedb.actions.sources import Description
from quotedb.facts import Quote, Relation, Review, Source
from quotedb.matching.blocking import CAP
from quotedb.matching.corpus import Told
from quotedb.store.exporting import everything
from quotedb.text.folding import fold
from quotedb.text.sketching import sketch

ENGINES = ("local", "local[2]", "standalone")
MEMORY = "3g"


@dataclass(frozen=True, slots=True)
class Ran:
    """What one engine came to, and took."""

    result: object
    seconds: float
    imported: float
    memory: float
    steps: dict[str, Step]


def match(source: Path, size: int, master: str | None) -> tuple[float, object, float]:
    """What is found in a corpus; by the local engine when there is no master."""
    made = list(corpus(read(source), size))
    wordings = Corpus([one.text for one in made], [one.lang for one in made], 2, master)
    engine = REGISTRY.load("spark" if master else "local")
    begun, told = time.perf_counter(), Told()
    found = engine.found(wordings, told, lambda _: None)
    return time.perf_counter() - begun, (found, told), 0.0


def ingest(source: Path, folder: Path, master: str | None) -> tuple[float, object, float]:
    """The facts that articles come to, and how long that took; and the import of them, if any."""
    begun = time.perf_counter()
    with opening.writing(str(folder / "q.db")) as database:
        if master:
            facts = str(folder / "facts")
            into_folder(Articles([str(source)], master=master), "spark", facts, fail)
            seconds = time.perf_counter() - begun
            import_file(database, facts, Asked(), fail)
        else:
            for _ in ingest_files(database, [str(source)], Description(), fail):
                pass
            seconds = time.perf_counter() - begun
        imported = time.perf_counter() - begun - seconds
        return seconds, named(list(everything(database.connection()))), imported


def fail(error: Exception) -> None:
    """No record may be bad."""
    raise error


def named(facts: list[object]) -> list[str]:
    """Facts without the numbers, which have gaps on one machine: quotes by their first printing."""
    hashes = {one.id: one.content_hash for one in facts if isinstance(one, Source)}
    quotes = [one for one in facts if isinstance(one, Quote)]
    first = {q.id: (hashes[q.attestations[0].source.id], q.attestations[0].start) for q in quotes}
    told = [
        (first[q.id], q.text, q.speaker, q.said, q.language, q.place, q.event,
         [(hashes[a.source.id], a.start, a.exact, a.speaker, a.confidence) for a in q.attestations])
        for q in quotes
    ]  # fmt: skip
    told += [
        (first[one.quote_id], getattr(one, "kind", "review"), first[one.to], one.score, one.reason)
        for one in facts
        if isinstance(one, Relation | Review)
    ]
    return sorted(map(repr, [*told, *hashes.values()]))


def run(job: list[str], engine: str) -> Ran:
    """A job on one engine, in a process of its own."""
    with tempfile.TemporaryDirectory() as folder:
        log, out = Path(folder) / "log", Path(folder) / "out"
        log.mkdir()
        spark = standalone(MEMORY) if engine == "standalone" else nullcontext(engine)
        with Memory() as memory, spark as master:
            wanted = {
                "spark.eventLog.enabled": "true", "spark.eventLog.dir": log.as_uri(),
                "spark.eventLog.compress": "false", "spark.driver.memory": MEMORY,
                "spark.executor.memory": "2g", "spark.default.parallelism": "8",
            }  # fmt: skip
            if engine == "standalone":
                wanted["spark.sql.shuffle.partitions"] = "16"
            told = " ".join(f"--conf {name}={value}" for name, value in wanted.items())
            more = {"PYSPARK_SUBMIT_ARGS": f"{told} pyspark-shell", "SPARK_LOCAL_IP": "127.0.0.1"}
            own = [] if engine == "local" else ["--master", str(master)]
            command = [sys.executable, __file__, *job, "--into", str(out), *own]
            quiet = subprocess.DEVNULL if "-v" not in sys.argv else None
            subprocess.run(command, check=True, env=os.environ | more, stderr=quiet)
        seconds, result, imported = pickle.loads(out.read_bytes())
        return Ran(result, seconds, imported, memory.most, steps(log))


def compared(title: str, job: list[str], count: int) -> bool:
    """A table of all engines on one job; whether they came to the same."""
    print(
        f"{title}\n{'engine':<12}{'seconds':>9}{'a second':>10}{'MB':>8}{'shuffled MB':>13}  result"
    )
    first: Ran | None = None
    logs: dict[str, dict[str, Step]] = {}
    right = True
    for engine in ENGINES:
        ran = run(job, engine)
        first = first or ran
        is_same = ran.result == first.result
        right = right and is_same
        shuffled = sum(step.shuffled for step in ran.steps.values()) / 1e6
        verdict = "equal" if is_same else "DIFFERENT"
        row = f"{engine:<12}{ran.seconds:9.1f}{count / ran.seconds:10.0f}{ran.memory:8.0f}"
        more = f", imported in {ran.imported:.1f} s" if ran.imported > 0.05 else ""
        print(f"{row}{shuffled:13.1f}  {verdict}{more}", flush=True)
        logs[engine] = ran.steps
    for engine, told in logs.items():
        if told:
            print(f"\n{engine:<22}{'task s':>8}{'shuffled MB':>13}{'rows':>12}{'spilled MB':>12}")
        for name, step in told.items():
            row = f"  {name:<20}{step.seconds:8.1f}{step.shuffled / 1e6:13.2f}{step.records:12}"
            print(f"{row}{step.spilled / 1e6:12.1f}")
    print(said_of(first.result if first else None), "\n", flush=True)
    return right


def said_of(result: object) -> str:
    """What was found, in numbers."""
    if not isinstance(result, tuple):
        return f"{len(result)} facts"  # type: ignore[arg-type]
    found, told = result
    members = sum(len(group.members) for group in found.groups)
    return (
        f"{told.pairs} pairs, {told.capped} capped, {len(found.groups)} groups with {members}"
        f" members, {len(found.wholes)} parts, {len(found.doubts)} doubts"
    )


def growth(source: Path, size: int) -> None:
    """What the join by fingerprints of a corpus comes to: rows a quote, before they are counted."""
    keys = list(dict.fromkeys(fold(one.text) for one in corpus(read(source), size)))
    hashes = np.concatenate(
        [sketch(keys[i : i + 20_000]).hash for i in range(0, len(keys), 20_000)]
    )
    there = np.unique(hashes, return_counts=True)[1].astype(np.int64)
    told = np.minimum(there, CAP)
    pairs = told * (told - 1) // 2 + (there - told) * CAP
    print(
        f"{size} quotes, {len(keys)} different: {len(hashes) / len(keys):.1f} fingerprints a quote,"
        f" {there[there > CAP].sum() / len(hashes):.2%} of them capped,"
        f" {pairs.sum() / len(keys):.0f} rows a quote, at most {there.max()} quotes share one",
        flush=True,
    )


def many(source: Path, count: int, out: Path) -> int:
    """So many articles made of those in a file; returns their characters."""
    texts = [json.loads(line)["text"] for line in source.read_text("utf-8").splitlines()]
    characters = 0
    with out.open("w", encoding="utf-8") as file:
        for number in range(count):
            again = number // len(texts)
            more = f"\n\n“We saw it {again} times,” said Maria Kern." if again else ""
            record = {
                "text": texts[number % len(texts)] + more, "title": f"Article {number}",
                "issued": "2021-03-11",
            }  # fmt: skip
            characters += len(record["text"])
            file.write(json.dumps(record, ensure_ascii=False) + "\n")
    return characters


def main() -> None:
    """Print the tables, or do one job."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("quotes", type=Path)
    parser.add_argument("--size", type=int, default=100_000)
    parser.add_argument("--articles", type=Path)
    parser.add_argument("--count", type=int, default=1_000)
    parser.add_argument("--growth", type=int, nargs="*", default=[], metavar="SIZE")
    parser.add_argument("-v", action="store_true", help="what Spark says")
    parser.add_argument("--into", type=Path, help=argparse.SUPPRESS)
    parser.add_argument("--master", help=argparse.SUPPRESS)
    options = parser.parse_args()
    if options.into:
        done = (
            ingest(options.articles, options.into.parent, options.master)
            if options.articles
            else match(options.quotes, options.size, options.master)
        )
        options.into.write_bytes(pickle.dumps(done))
        return
    for size in options.growth:
        growth(options.quotes, size)
    job = [str(options.quotes), "--size", str(options.size)]
    right = compared(f"{options.size} quotes matched", job, options.size) if options.size else True
    if options.articles:
        with tempfile.TemporaryDirectory() as folder:
            made = Path(folder) / "made.articles.jsonl"
            characters = many(options.articles, options.count, made)
            title = f"{options.count} articles ingested, {characters} characters"
            job = [str(options.quotes), "--articles", str(made)]
            right = compared(title, job, options.count) and right
    sys.exit(not right)


if __name__ == "__main__":
    main()
