"""Matching at ten thousand, a hundred thousand and a million quotes, beside other programs.

    python benchmarks/scale.py QUOTES.jsonl.gz [--sizes 10000 100000 1000000] [--peers]

QUOTES are real quotes, of which `corpus.py` makes a corpus of each size. Every part runs in a
process of its own; the peak memory of it and of those that it starts is printed. `match` is the
batch, without a store, on two processes; `import` goes into a new SQLite file, with matching and
search index; `one` looks up one new quote at a time in that file. `recall` is the share of pairs
that brute force finds (RapidFuzz ratio >= 85, four words or more) among the pairs given a verdict,
for a sample of the corpus, without and with the families of sayings that share a frame (`framed`:
more wordings have most of their fingerprints than are taken from one); `excerpts` that of parts of
eight words or more. With --peers datasketch, rensa and sparse_dot_topn do the sketching and
looking up of the same corpus, if they are installed, and `candidates alone` is that same work of
ours, on one core as theirs is; and RapidFuzz compares a sample with everything.
"""

from __future__ import annotations

import argparse
import json
import random
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from corpus import corpus, read
from spark_cluster import Memory

SAMPLE = 300
ALIKE = 85


def made(quotes, size):
    """A corpus, its texts and its languages."""
    wordings = list(corpus(read(quotes), size))
    return wordings, [one.text for one in wordings], [one.lang for one in wordings]


def match(quotes, size):
    """The whole corpus with itself, in memory."""
    from quotedb.matching.corpus import Told
    from quotedb.matching.corpus import match as matched
    from quotedb.matching.grouping import groups

    texts, languages = made(quotes, size)[1:]
    told = Told()
    begun = time.perf_counter()
    with Memory(own=True) as memory:
        links = list(matched(texts, languages, workers=2, told=told))
    seconds = time.perf_counter() - begun
    return {
        "match, quotes/s": size / seconds, "pairs": told.pairs, "capped": told.capped,
        "groups": len(groups(links)), "match, MB": memory.most,
    }  # fmt: skip


def store(quotes, size):
    """The corpus imported into a file, then new quotes looked up in it one at a time."""
    from quotedb.actions import importing, opening
    from quotedb.actions.intake import Asked
    from quotedb.actions.lookalikes import LookAlikes
    from quotedb.facts import Wording
    from quotedb.text.folding import fold

    wordings, _, _ = made(quotes, size)
    with tempfile.TemporaryDirectory() as folder:
        lines, file = Path(folder, "corpus.jsonl"), Path(folder, "corpus.db")
        with lines.open("w", encoding="utf-8") as out:
            for number, one in enumerate(wordings):
                record = {"text": one.text, "speaker": one.author or f"Speaker {number % 5000}",
                          "lang": one.lang, "title": f"Collection {number // 40}"}  # fmt: skip
                out.write(json.dumps(record, ensure_ascii=False) + "\n")
        begun = time.perf_counter()
        del wordings
        with opening.writing(str(file)) as database, Memory(own=True) as memory:
            importing.import_file(database, str(lines), Asked("jsonl", workers=2), lambda _: None)
        seconds = time.perf_counter() - begun
        rng = random.Random(9)
        asked = [one.text for one in corpus(read(quotes), 20_000, seed=11)]
        with opening.reading(str(file)) as database:
            conn = database.connection()
            times = []
            for text in rng.sample(asked, 1000):
                before = time.perf_counter()
                LookAlikes().of(conn, [Wording(-1, text, fold(text), None, None)])
                times.append((time.perf_counter() - before) * 1000)
            [(index,)] = conn.rows(
                "SELECT SUM(pgsize) / 1e6 FROM dbstat WHERE name LIKE '%fingerprint%'"
            )
        times.sort()
        return {
            "import, quotes/s": size / seconds, "import, MB": memory.most,
            "one, median ms": statistics.median(times), "one, p99 ms": times[989],
            "index, MB": index, "file, MB": file.stat().st_size / 1e6,
        }  # fmt: skip


def recall(quotes, size):
    """Of what brute force finds for a sample, how much is given a verdict."""
    import numpy as np
    from rapidfuzz import fuzz, process

    from quotedb.matching.corpus import indexed
    from quotedb.text.fingerprint import fingerprints
    from quotedb.text.folding import fold
    from quotedb.text.sketching import sketch

    wordings, texts, _ = made(quotes, size)
    keys = [fold(text) for text in texts]
    rows = {key: row for row, key in enumerate(dict.fromkeys(keys))}
    distinct = list(rows)
    index = indexed(distinct)
    everything = np.full(SAMPLE, len(distinct))
    rng = random.Random(5)
    long = [key for key in distinct if len(key.split()) >= 4]
    sample = rng.sample(long, SAMPLE)
    begun = time.perf_counter()
    alike = process.cdist(
        sample, long, scorer=fuzz.ratio, score_cutoff=ALIKE, workers=2, dtype=np.uint8
    )
    brute = time.perf_counter() - begun
    found = index.find(sketch(sample), everything)
    pairs = set(zip(found.place.tolist(), found.row.tolist(), strict=True))
    wanted = [(a, rows[long[b]]) for a, b in zip(*np.nonzero(alike), strict=True)]
    wanted = [(int(a), b) for a, b in wanted if rows[sample[a]] != b]
    framed = [is_framed(index, fingerprints(sample[a])) for a, _ in wanted]
    plain = [pair in pairs for pair, frame in zip(wanted, framed, strict=True) if not frame]
    cut = [
        (fold(one.text), fold(wordings[one.origin].text))
        for one in wordings
        if one.change == "cut" and wordings[one.origin].change == "itself"
    ]
    cut = [(a, b) for a, b in cut if a != b and len(a.split()) >= 8 and f" {a} " in f" {b} "]
    cut = rng.sample(cut, min(len(cut), 2000))
    found = index.find(sketch([a for a, _ in cut]), np.full(len(cut), len(distinct)))
    hit = set(zip(found.place.tolist(), found.row.tolist(), strict=True))
    return {
        "recall": sum(plain) / max(len(plain), 1), "of": len(plain),
        "with framed": sum(pair in pairs for pair in wanted) / max(len(wanted), 1),
        "of all": len(wanted),
        "excerpts": sum((n, rows[b]) in hit for n, (_, b) in enumerate(cut)) / max(len(cut), 1),
        "brute force, quotes/s": SAMPLE / brute,
    }  # fmt: skip


def is_framed(index, hashes):
    """Whether most fingerprints of a wording have more wordings than are taken."""
    from quotedb.matching.blocking import CAP

    return 2 * sum(index.count(one) > CAP for one in hashes) > len(hashes)


def candidates(quotes, size):
    """What the other programs do, by one core as they do it: no verdicts."""
    from quotedb.matching.corpus import CHUNK
    from quotedb.matching.judging import InMemory, sketched
    from quotedb.matching.pairs import Pairs

    _, texts, languages = made(quotes, size)
    begun = time.perf_counter()
    wordings = InMemory(texts, languages)
    chunks = (range(start, min(start + CHUNK, size)) for start in range(0, size, CHUNK))
    Pairs(sketched(wordings, chunk) for chunk in chunks).found()
    return {"candidates alone, quotes/s": size / (time.perf_counter() - begun)}


def datasketch(quotes, size):
    """MinHashLSH over the words' triples: index, then ask for each."""
    from datasketch import MinHash, MinHashLSH

    shingles = shingled(quotes, size)
    begun = time.perf_counter()
    lsh = MinHashLSH(threshold=0.5, num_perm=128)
    for number, one in enumerate(shingles):
        sketched = MinHash(num_perm=128)
        sketched.update_batch([word.encode() for word in one])
        lsh.query(sketched)
        lsh.insert(number, sketched)
    return {"datasketch, quotes/s": size / (time.perf_counter() - begun)}


def rensa(quotes, size):
    """RMinHash and its LSH, likewise."""
    from rensa import RMinHash, RMinHashLSH

    shingles = shingled(quotes, size)
    begun = time.perf_counter()
    lsh = RMinHashLSH(threshold=0.5, num_perm=128, num_bands=32)
    for number, one in enumerate(shingles):
        sketched = RMinHash(num_perm=128, seed=1)
        sketched.update(one)
        lsh.query(sketched)
        lsh.insert(number, sketched)
    return {"rensa, quotes/s": size / (time.perf_counter() - begun)}


def sparse_dot_topn(quotes, size):
    """TF-IDF of letter triples, and its best products."""
    from sklearn.feature_extraction.text import TfidfVectorizer
    from sparse_dot_topn import sp_matmul_topn

    _, texts, _ = made(quotes, size)
    begun = time.perf_counter()
    matrix = TfidfVectorizer(analyzer="char", ngram_range=(3, 3)).fit_transform(texts)
    sp_matmul_topn(matrix, matrix.T.tocsr(), top_n=10, threshold=0.6, n_threads=2)
    return {"sparse_dot_topn, quotes/s": size / (time.perf_counter() - begun)}


def shingled(quotes, size):
    """The triples of words of each quote; of a short one its words."""
    _, texts, _ = made(quotes, size)
    split = [text.lower().split() for text in texts]
    return [
        [" ".join(words[i : i + 3]) for i in range(len(words) - 2)] or words or [""]
        for words in split
    ]


PARTS = {part.__name__: part for part in (match, store, recall)}
PEERS = {part.__name__: part for part in (candidates, datasketch, rensa, sparse_dot_topn)}


def run(part, quotes, size):
    """A part in a process of its own; what it measured, or nothing if it could not."""
    done = subprocess.run(
        [sys.executable, __file__, str(quotes), "--part", part, "--sizes", str(size)],
        capture_output=True, text=True, check=False,
    )  # fmt: skip
    if done.returncode:
        print(f"  {part}: {done.stderr.strip().splitlines()[-1]}", file=sys.stderr)
        return {}
    return json.loads(done.stdout)


def main() -> None:
    """Print a table: a line a measure, a column a size."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("quotes", type=Path)
    parser.add_argument("--sizes", type=int, nargs="+", default=[10_000, 100_000])
    parser.add_argument("--peers", action="store_true")
    parser.add_argument("--part", choices=[*PARTS, *PEERS], help="only this, as JSON")
    options = parser.parse_args()
    if options.part:
        print(json.dumps((PARTS | PEERS)[options.part](options.quotes, options.sizes[0])))
        return
    wanted = [*PARTS, *(PEERS if options.peers else ())]
    columns = []
    for size in options.sizes:
        measured: dict[str, float] = {}
        for part in wanted:
            measured |= run(part, options.quotes, size)
        columns.append(measured)
    names = dict.fromkeys(name for column in columns for name in column)
    print(f"{'':26}" + "".join(f"{size:>14,}" for size in options.sizes))
    for name in names:
        cells = (column.get(name) for column in columns)
        print(f"{name:26}" + "".join(f"{'-' if c is None else f'{c:,.3f}':>14}" for c in cells))


if __name__ == "__main__":
    main()
