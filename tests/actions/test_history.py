"""The history: what was done is told, and whatever was done can be taken back, exactly."""

from __future__ import annotations

import contextlib
import itertools

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from quotedb.actions import add, curation, dedupe, history, importing, ingest
from quotedb.actions import speakers as people
from quotedb.actions.sources import Description
from quotedb.errors import NotFound, NotUndoable, QuotedbError
from quotedb.facts import Article, Source
from quotedb.store import maintenance, queries, runs, schema
from quotedb.store.database import open_database

SAYINGS = (
    "The tide keeps no diary",
    "The tide keeps no diaries",
    "The tide keeps no diary, and the harbour no clock that anybody has ever wound",
    "Nobody counts the gulls",
    "A bell without a rope is only furniture",
)
NAMES = ("Ada Quill", "Vera Lund", "Ada Kern")
ARTICLES = (
    "“The tide keeps no diary,” said Ada Quill.",
    "Vera Lund said: “Nobody counts the gulls that follow the ferry home.”",
)
LINES = '{"text": "%s", "speaker": "%s", "tags": ["sea"]}\n'


def dump(database):
    """Every row of the facts and of what is worked out from them."""
    conn = database.connection()
    tables = {
        table: sorted(columns)
        for table, columns in schema.REVISIONS[schema.HEAD].items()
        if table not in ("history", "change", "fingerprint_run", "fingerprint_block")
    }
    blocks = conn.rows("SELECT hashes, quotes FROM fingerprint_block")
    fingerprints = sorted(pair for block in blocks for pair in runs.read_block(*block).pairs())
    return {"fingerprint": fingerprints} | {
        table: sorted(conn.rows(f"SELECT {', '.join(columns)} FROM {table}"), key=repr)
        for table, columns in tables.items()
    }


def ids(database, table):
    return [number for (number,) in database.connection().rows(f"SELECT id FROM {table}")]


class Person:
    """Somebody at work on a database, who does whatever two numbers say."""

    def __init__(self, database, folder):
        self.database, self.folder = database, folder
        self.works = (
            self.add, self.edit, self.respeak, self.tag, self.untag, self.status, self.merge,
            self.split, self.delete, self.unprint, self.alias, self.role, self.rename,
            self.join, self.item, self.read, self.take_in, self.match,
        )  # fmt: skip

    def one(self, table, number):
        found = sorted(ids(self.database, table))
        return found[number % len(found)] if found else 1

    def add(self, a, b):
        entry = add.Entry(SAYINGS[a % 5], NAMES[b % 3], tags=("sea",) if a % 2 else ())
        add.add(self.database, entry, Description(title=f"Pier Post {b % 4}"))

    def edit(self, a, b):
        values = {"text": SAYINGS[b % 5], "said": "1899", "note": "seen"}
        curation.edit(self.database, self.one("quote", a), values)

    def respeak(self, a, b):
        curation.edit(self.database, self.one("quote", a), {"speaker": NAMES[b % 3]})

    def tag(self, a, b):
        curation.tag(self.database, [self.one("quote", a)], ["sea", f"t{b % 3}"])

    def untag(self, a, b):
        curation.tag(self.database, [self.one("quote", a)], ["sea"], remove=True)

    def status(self, a, b):
        ground = curation.Ground("the logbook", f"Logbook {b % 2}" if b % 3 else None)
        curation.status(self.database, self.one("quote", a), "disputed", ground)

    def merge(self, a, b):
        curation.merge(self.database, self.one("quote", a), [self.one("quote", b)])

    def split(self, a, b):
        quote = self.one("quote", a)
        printed = queries.get_quote(self.database.connection(), quote)
        of_it = [one.id for one in printed.attestations] if printed else []
        curation.split(self.database, quote, of_it[:1])

    def delete(self, a, b):
        curation.delete(self.database, [self.one("quote", a)])

    def unprint(self, a, b):
        quote = queries.get_quote(self.database.connection(), self.one("quote", a))
        printing = (
            quote.attestations[b % len(quote.attestations)].id
            if quote and quote.attestations
            else 1
        )
        curation.delete(self.database, [quote.id if quote else 1], printing)

    def alias(self, a, b):
        people.alias(self.database, str(self.one("speaker", a)), [f"Aka {b % 3}"])

    def role(self, a, b):
        people.role(self.database, str(self.one("speaker", a)), f"Mayor {b % 2}", start="1900")

    def rename(self, a, b):
        people.rename(self.database, str(self.one("speaker", a)), f"Aka {b % 3}")

    def join(self, a, b):
        keep, gone = (str(self.one("speaker", number)) for number in (a, b))
        people.merge(self.database, keep, gone)

    def item(self, a, b):
        people.wikidata(self.database, str(self.one("speaker", a)), f"Q{b + 1}")

    def read(self, a, b):
        text = ARTICLES[a % 2]
        source = Source(title="Pier Post", text=text, content_hash=f"hash {a % 2}")
        ingest.ingest(self.database, Article(text=text, source=source))

    def take_in(self, a, b):
        file = self.folder / "in.jsonl"
        pairs = ((SAYINGS[(a + n) % 5], NAMES[(b + n) % 3]) for n in range(3))
        file.write_text("".join(LINES % pair for pair in pairs), "utf-8")
        importing.import_file(self.database, str(file), importing.Asked("jsonl"), self.fail)

    def fail(self, problem):
        raise problem

    def match(self, a, b):
        dedupe.dedupe(self.database)

    def does(self, what, a, b):
        """Do one thing; says how many entries the history has more."""
        before = len(history.log(self.database))
        with contextlib.suppress(QuotedbError):
            self.works[what % len(self.works)](a, b)
        return len(history.log(self.database)) - before


@pytest.fixture
def person(database, tmp_path):
    return Person(database, tmp_path)


WORK = st.lists(st.tuples(st.integers(0, 17), st.integers(0, 9), st.integers(0, 9)), max_size=10)


@settings(
    max_examples=30, deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)  # fmt: skip
@given(work=WORK)
def test_any_changes_and_as_many_undos_leave_the_database_as_it_was(person, work):
    states = []
    for what, a, b in work:
        before = dump(person.database)
        more = person.does(what, a, b)
        assert more in (0, 1)
        assert more or dump(person.database) == before
        states += [before] * more
    assert maintenance.check(person.database) == []
    for state in reversed(states):
        history.undo(person.database)
        assert dump(person.database) == state
    assert maintenance.check(person.database) == []


@settings(
    max_examples=30, deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)  # fmt: skip
@given(work=WORK, picks=st.lists(st.integers(0, 30), max_size=6))
def test_an_entry_goes_alone_or_is_refused_and_comes_back_as_it_was(person, work, picks):
    for what, a, b in work:
        person.does(what, a, b)
    for pick in picks:
        log = history.log(person.database)
        if not log:
            return
        number = log[pick % len(log)].id
        before = dump(person.database)
        try:
            undone = history.undo(person.database, number)
        except NotUndoable:
            assert dump(person.database) == before
            continue
        assert maintenance.check(person.database) == []
        history.undo(person.database, undone.undoes or undone.undone_by)
        assert dump(person.database) == before


def test_every_kind_of_work_is_recorded_and_taken_back(person):
    """The same as above, for each kind once on a database that has something of everything."""
    for what, a, b in itertools.product((0, 3, 5), range(5), range(2)):
        person.does(what, a, b)
    for number, work in enumerate(person.works):
        before = dump(person.database)
        done = any(person.does(number, a, b) for a in range(6) for b in range(6))
        if work.__name__ == "match":
            continue
        assert done, work.__name__
        while dump(person.database) != before:
            history.undo(person.database)


def test_the_log_says_who_did_what(database, monkeypatch):
    monkeypatch.setenv("QUOTEDB_USER", "mira")
    add.add(database, add.Entry(SAYINGS[0], "Ada Quill"), Description())
    curation.edit(database, 1, {"place": "Port Ellery"})
    edited, added = history.log(database)
    assert (edited.who, edited.action, edited.about) == ("mira", "edit", f"quote 1: {SAYINGS[0]}")
    assert [(c.before, c.after) for c in edited.changes] == [
        ({"place": None}, {"place": "Port Ellery"})
    ]
    assert (
        history.summary(added) == "+1 source, +1 speaker, +1 speaker_name, +1 quote, +1 attestation"
    )
    assert [one.id for one in history.log(database, quote=1)] == [edited.id, added.id]


def test_what_a_later_entry_rests_on_stays(database):
    add.add(database, add.Entry(SAYINGS[0], "Ada Quill"), Description(title="A"))
    add.add(database, add.Entry(SAYINGS[0], "Ada Quill"), Description(title="B"))
    with pytest.raises(NotUndoable, match=r"entry 2 \(add: The tide keeps no diary\) came later"):
        history.undo(database, 1)
    assert history.undo(database, 2).id == 2
    with pytest.raises(NotUndoable, match="taken back already, by entry 3"):
        history.undo(database, 2)
    history.undo(database, 1)
    with pytest.raises(NotFound, match="nothing to take back"):
        history.undo(database)


def test_two_edits_of_different_fields_do_not_rest_on_each_other(database):
    add.add(database, add.Entry(SAYINGS[0], "Ada Quill"), Description())
    curation.edit(database, 1, {"place": "Port Ellery"})
    curation.edit(database, 1, {"event": "The regatta"})
    history.undo(database, 2)
    quote = queries.get_quote(database.connection(), 1)
    assert (quote.place, quote.event) == (None, "The regatta")


def test_a_number_is_never_given_twice(database):
    for saying in (SAYINGS[0], SAYINGS[3]):
        add.add(database, add.Entry(saying, "Ada Quill"), Description())
    curation.delete(database, [2])
    outcome, _ = add.add(database, add.Entry(SAYINGS[4], "Ada Quill"), Description())
    assert outcome.quote > 2
    history.undo(database, 3)
    assert queries.get_quote(database.connection(), 2).text == SAYINGS[3]


def test_an_import_of_many_batches_is_one_entry(database, tmp_path, monkeypatch):
    monkeypatch.setattr(importing, "BATCH", 4)
    monkeypatch.setattr(importing, "HELD", 0)
    file = tmp_path / "in.jsonl"
    file.write_text("".join(LINES % (f"Saying {n} of the pier", "Vera Lund") for n in range(11)))
    before = dump(database)
    importing.import_file(database, str(file), importing.Asked("jsonl"), print)
    assert [one.about for one in history.log(database)] == [str(file)]
    history.undo(database)
    assert dump(database) == before


def test_a_rehearsed_undo_changes_nothing(store_url):
    database = open_database(store_url, mode="write")
    add.add(database, add.Entry(SAYINGS[0], "Ada Quill"), Description())
    database.close()
    from quotedb.store.database import rehearse

    trial = rehearse(store_url)
    history.undo(trial)
    trial.close()
    database = open_database(store_url, mode="write")
    assert len(history.log(database)) == 1
    database.close()
