"""What is interrupted: jobs for processes that are killed, and what a database then holds.

A module of its own, so that other processes can import it. Each job is given a database, a folder
of inputs, and a file in which it notes what it has been told is done.
"""

from __future__ import annotations

import json
import os
import sys
from collections.abc import Callable
from contextlib import closing, redirect_stderr, redirect_stdout
from dataclasses import dataclass
from io import StringIO
from multiprocessing import get_context
from pathlib import Path

from quotedb.cli.app import run
from quotedb.errors import QuotedbError
from quotedb.facts import Attestation, Quote, Source, Speaker
from quotedb.store import maintenance
from quotedb.store.database import open_database

THINGS = ("harbour", "mill", "orchard", "ferry", "quarry", "library", "viaduct", "market")
PEOPLE = ("Ada Quill", "Otto Kern", "Vera Lund", "Bram Otter")
RECORDS = 240
BATCH = 20

CONTENTS = {
    "quotes": "SELECT q.text, p.name FROM quote q LEFT JOIN speaker p ON p.id = q.speaker_id",
    "names": "SELECT p.name, n.key FROM speaker_name n JOIN speaker p ON p.id = n.speaker_id",
    "roles": "SELECT p.name, r.title FROM role r JOIN speaker p ON p.id = r.speaker_id",
    "sources": "SELECT s.content_hash, t.text FROM source s"
    " LEFT JOIN source_text t ON t.source_id = s.id",
    "attestations": "SELECT s.content_hash, a.start_offset, a.exact, q.text FROM attestation a"
    " JOIN source s ON s.id = a.source_id JOIN quote q ON q.id = a.quote_id",
    "relations": "SELECT a.text, r.kind, b.text FROM relation r"
    " JOIN quote a ON a.id = r.quote_id JOIN quote b ON b.id = r.to_id",
    "reviews": "SELECT a.text, b.text FROM review r"
    " JOIN quote a ON a.id = r.quote_id JOIN quote b ON b.id = r.to_id",
}


def contents(url: str) -> dict[str, list[tuple]]:
    """What a database holds, without numbers: those of what was taken back are not given again."""
    with closing(open_database(url, mode="read")) as database:
        conn = database.connection()
        return {name: sorted(map(_plain, conn.rows(sql))) for name, sql in CONTENTS.items()}


def _plain(row: tuple) -> tuple:
    return tuple("" if value is None else str(value) for value in row)


def faults(url: str) -> list:
    """What `db check` finds."""
    with closing(open_database(url, mode="read")) as database:
        return maintenance.check(database)


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
        code = run(["--db", url, *map(str, arguments)])
    return Heard(code, out.getvalue(), err.getvalue())


def inputs(folder: Path) -> None:
    """Articles, and a file of records, in a folder."""
    folder.mkdir(exist_ok=True)
    for number, thing in enumerate(THINGS):
        one, other = PEOPLE[number % 4], PEOPLE[(number + 1) % 4]
        (folder / f"{thing}.txt").write_text(
            f"The {thing} opens again\n\n"
            f"“The {thing} was shut for {number + 2} winters, and nobody asked why,” said {one}.\n"
            f"“We will keep the {thing} open whatever the river does,” said {other}, the warden.\n"
            f"“A town without a {thing} is a road with houses,” {one} said on Monday.\n"
            f"{other} said: “The {thing} was shut for {number + 2} winters.”\n",
            encoding="utf-8",
        )
    with (folder / "records.jsonl").open("w", encoding="utf-8") as file:
        for n in range(RECORDS):
            line = {"text": record(n), "speaker": PEOPLE[n % 4], "title": f"Leaf {n // 5}"}
            file.write(json.dumps(line) + "\n")


def record(number: int) -> str:
    """The words of one record."""
    thing, other = THINGS[number % 8], THINGS[number * 3 % 7]
    return f"Number {number * 7919} of the {thing} looks at the {other} for {number} hours"


def filled(url: str) -> None:
    """Quotes that look alike and are not tied: what `dedupe` is for."""
    with closing(open_database(url, mode="write")) as database, database.session() as session:
        from quotedb.store import writing

        people = [writing.add_speaker(session, Speaker(name=name)) for name in PEOPLE]
        source, _ = writing.add_source(session, Source(content_hash="leaf", title="Leaf"))
        for number in range(60):
            text = f"{record(number // 3)}{(', and that is so', '', '!')[number % 3]}"
            quote = Quote(text=text, language="en", speaker_id=people[number // 3 % 4])
            printed = Attestation(source=Source(), exact=text, locator=f"p. {number}")
            quote_id = writing.add_quote(session, quote)
            writing.add_attestation(session, quote_id, source, printed)
        session.commit()


class Refused(Exception):
    """A command did not do what it was asked, and how it said so."""


def told(path: Path) -> list[str]:
    """What was noted as done."""
    return path.read_text("utf-8").split("\n")[:-1] if path.exists() else []


def _note(path: Path, line: str) -> None:
    with path.open("ab", buffering=0) as file:
        file.write(f"{line}\n".encode())


def ingest(url: str, folder: Path, acks: Path) -> None:
    """Article by article."""
    for article in sorted(folder.glob("*.txt")):
        heard = say(url, "ingest", article, "--json")
        if heard.code:
            raise Refused(heard)
        _note(acks, article.name)


def importing(url: str, folder: Path, acks: Path) -> None:
    """A file of records, a batch after the other."""
    from quotedb.actions import importing as action
    from quotedb.actions import opening

    action.BATCH, action.HELD, action.LONGEST = BATCH, 0, 0
    file = str(folder / "records.jsonl")
    with opening.writing(url) as database:
        action.import_file(
            database, file, action.Asked("jsonl"), _raised, lambda more: _note(acks, str(more))
        )


def _raised(error: Exception) -> None:
    raise error


def migrate(url: str, _folder: Path, acks: Path) -> None:
    """Back to an earlier form and up again."""
    for turn in range(2):
        maintenance.upgrade(url)
        maintenance.downgrade(url, "0003")
        _note(acks, f"down {turn}")
        maintenance.upgrade(url)
        _note(acks, f"up {turn}")


def dedupe(url: str, _folder: Path, acks: Path) -> None:
    """The whole store matched again."""
    heard = say(url, "dedupe", "--workers", "1")
    if heard.code:
        raise Refused(heard)
    _note(acks, "matched")


def undo(url: str, _folder: Path, acks: Path) -> None:
    """Everything taken back, a change after the other."""
    while (heard := say(url, "undo", "--json")).code == 0:
        _note(acks, str(json.loads(heard.out)["id"]))
    if "nothing to take back" not in heard.err:
        raise Refused(heard)


def copy(url: str, folder: Path, acks: Path) -> None:
    """The database to a file in the folder of what is noted."""
    from quotedb.store import copying

    copying.BATCH = 10
    copying.copy(url, str(acks.with_suffix(".copy")), went=lambda more: _note(acks, str(more)))


def restore(url: str, folder: Path, acks: Path) -> None:
    """A backup put in the place of what is there, again and again."""
    for turn in range(20):
        maintenance.restore(url, folder / "backup.db")
        _note(acks, str(turn))


def read(url: str, _folder: Path, acks: Path) -> None:
    """What only reads."""
    for line in (("search", "harbour"), ("db", "check")):
        heard = say(url, *line)
        if heard.code:
            raise Refused(heard)
        _note(acks, str(heard.code))


Job = Callable[[str, Path, Path], None]
JOBS: dict[str, Job] = {
    "ingest": ingest, "import": importing, "migration": migrate, "dedupe": dedupe, "undo": undo,
    "copy": copy, "read": read, "restore": restore,
}  # fmt: skip


def _begun(name: str, url: str, folder: Path, acks: Path, limits: dict[str, int]) -> None:
    """What a process does; what it is refused it notes beside."""
    if limits.get("unprivileged"):
        _heed_modes()
    if "file_size" in limits:
        import resource

        resource.setrlimit(resource.RLIMIT_FSIZE, (limits["file_size"], resource.RLIM_INFINITY))
    acks.with_suffix(".begun").touch()
    try:
        JOBS[name](url, folder, acks)
    except (QuotedbError, Refused) as error:
        said = error.args[0].err if isinstance(error, Refused) else f"{error}\n"
        acks.with_suffix(".failed").write_text(said, "utf-8")
        raise SystemExit(1) from None


def _heed_modes() -> None:
    """Let even root be refused what the modes of files refuse: give up CAP_DAC_OVERRIDE (1) and
    CAP_DAC_READ_SEARCH (2), of capabilities(7).
    """
    if sys.platform != "linux" or os.geteuid() != 0:
        return
    import ctypes

    libc = ctypes.CDLL(None, use_errno=True)
    head = (ctypes.c_uint32 * 2)(0x20080522, 0)  # version 3, this process
    sets = (ctypes.c_uint32 * 6)()
    assert libc.capget(head, sets) == 0
    for place in range(3):
        sets[place] &= ~0b110
    assert libc.capset(head, sets) == 0


def refused(acks: Path) -> str:
    """What a process said that was refused what it asked for; nothing when it went down."""
    noted = acks.with_suffix(".failed")
    return noted.read_text("utf-8") if noted.exists() else ""


def process(name: str, url: str, folder: Path, acks: Path, **limits: int):
    """A process that does a job, not started yet."""
    context = get_context("forkserver")
    context.set_forkserver_preload(
        ["quotedb.cli.app", "quotedb.store.copying", "quotedb.actions.ingest",
         "quotedb.actions.importing", "quotedb.actions.add", "quotedb.actions.dedupe",
         "quotedb.store.writing", "alembic.command", "psycopg"]
    )  # fmt: skip
    return context.Process(target=_begun, args=(name, url, folder, acks, limits))
