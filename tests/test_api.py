"""The Python face: what a notebook or a pipeline imports, and what that costs."""

from __future__ import annotations

import inspect
import subprocess
import sys

import pytest

import quotedb
from quotedb.facts import Outcome, Quotation, Quote, Speaker, Verdict

ARTICLE = (
    "Mayor Vera Lund told the council: “The bridge will stand, whatever the river does.”\n"
    "“We paid for it ourselves,” said Lund.\n"
)
LAMPS = "The lamps on the pier were lit by hand"
GULLS = "Nobody counts the gulls in winter, and nobody paints the boats before spring"
HEAVY = ("sqlalchemy", "sqlmodel", "alembic", "typer", "rapidfuzz", "sqlite3", "numpy", "lingua")


@pytest.fixture
def store(tmp_path):
    with quotedb.connect(str(tmp_path / "quotes.db")) as opened:
        yield opened


def test_every_public_name_is_there_and_documented():
    for name in quotedb.__all__:
        assert hasattr(quotedb, name), name
    for name in ("extract", "compare", "connect"):
        function = getattr(quotedb, name)
        assert function.__doc__
        assert inspect.signature(function).return_annotation is not inspect.Signature.empty
    assert issubclass(quotedb.QuotedbError, Exception)


def test_extract_gives_quotations_with_offsets_in_the_text_given():
    found = quotedb.extract(ARTICLE)
    assert all(isinstance(one, Quotation) for one in found)
    assert [ARTICLE[q.start : q.end] for q in found] == [q.text for q in found]
    assert [(q.speaker, q.speaker_as_written, q.cue, q.kind) for q in found] == [
        ("Vera Lund", "Vera Lund", "told", "direct"),
        ("Vera Lund", "Lund", "said", "direct"),
    ]
    assert all(0 < q.confidence <= 1 for q in found)
    assert found == quotedb.extract(ARTICLE)


def test_extract_takes_a_language_or_finds_it():
    assert {q.language for q in quotedb.extract(ARTICLE)} == {"en"}
    assert {q.language for q in quotedb.extract(ARTICLE, language="en-GB")} == {"en-GB"}


@pytest.mark.parametrize("text", ["", " \n", "Nobody spoke.", "“", "”“”"])
def test_extract_of_a_text_without_quotations_is_an_empty_list(text):
    assert quotedb.extract(text) == []


@pytest.mark.parametrize(
    ("a", "b", "kind"),
    [
        (LAMPS, LAMPS.upper(), "same"),
        (GULLS, "nobody paints the boats before spring", "excerpt"),
        (LAMPS, GULLS, "different"),
        ("Köprünün ayakları bu yıl bitecek", "KÖPRÜNÜN AYAKLARI BU YIL BİTECEK!", "same"),
    ],
)
def test_compare_gives_a_verdict_whichever_comes_first(a, b, kind):
    verdict = quotedb.compare(a, b)
    assert isinstance(verdict, Verdict)
    assert (verdict.kind, 0 <= verdict.score <= 100, bool(verdict.reason)) == (kind, True, True)
    turned = quotedb.compare(b, a)
    assert (turned.kind, turned.score) == (verdict.kind, verdict.score)
    assert quotedb.compare(a, b, language="tr" if "ü" in a else "en").kind == kind


def test_add_search_show_and_speakers(store):
    done = store.add(
        LAMPS, "Ada Quill", said="1999-05-04", title="Lamps out", outlet="The Bugle",
        authors=["Hartmann, Greta"], issued="1999-05-05", url="https://bugle.example/1",
        accessed="2020", publisher="Bugle & Sons", locator="p. 7", event="a launch",
        place="Kıyıkent", role="Harbour Master", language="en", tags=["sea"], note="from memory",
    )  # fmt: skip
    assert isinstance(done, Outcome)
    assert (done.outcome, done.speaker) == ("new", "Ada Quill")
    [found] = store.search("lamp", speaker="quill", since="1999", until="1999", outlet="bugle",
                           language="en", tags=["sea"], status="unverified", sort="said",
                           limit=1)  # fmt: skip
    assert isinstance(found, Quote)
    assert found == store.show(done.quote)
    assert (found.said, found.event, found.place, found.tags, found.note) == (
        "1999-05-04", "a launch", "Kıyıkent", ("sea",), "from memory",
    )  # fmt: skip
    source = found.attestations[0].source
    assert (source.title, source.container_title, source.publisher, source.accessed) == (
        "Lamps out", "The Bugle", "Bugle & Sons", "2020",
    )  # fmt: skip
    [person] = store.speakers()
    assert isinstance(person, Speaker)
    assert (person.name, person.roles[0].title, person.quotes) == ("Ada Quill", "Harbour Master", 1)
    assert store.speakers("nobody") == []
    assert store.search("xyzzyplugh") == []


def test_excerpts_only_when_everything_is_asked_for(store):
    store.add(GULLS, speaker="Ada Quill", outlet="The Horn")
    assert store.add("nobody paints the boats before spring", "Ada Quill").outcome == "excerpt"
    assert [quote.text for quote in store.search()] == [GULLS]
    assert len(store.search(everything=True)) == 2


def test_ingest_takes_paths_of_any_kind(store, tmp_path):
    article = tmp_path / "article.txt"
    article.write_text(ARTICLE, encoding="utf-8")
    first = store.ingest(article)
    assert [(o.outcome, o.speaker) for o in first] == [("new", "Vera Lund")] * 2
    assert [o.outcome for o in store.ingest(str(article))] == ["known", "known"]
    assert len(store.search(speaker="lund")) == 2


def test_ingest_raises_what_is_wrong_with_a_file(store, tmp_path):
    article = tmp_path / "article.txt"
    article.write_text(ARTICLE, encoding="utf-8")
    with pytest.raises(quotedb.QuotedbError, match="missing") as raised:
        store.ingest(article, tmp_path / "missing.txt")
    assert raised.value.exit_code == 3
    assert len(store.search()) == 2, "what stood before it is recorded"


def test_cite_is_one_text(store):
    store.add(LAMPS, "Ada Quill", title="Lamps out", outlet="The Bugle", issued="1999-05-05")
    store.add(GULLS, "Ada Quill", title="A quiet coast", outlet="The Horn", issued="2001")
    assert store.cite("lamps") == "Lamps out. (1999, May 5). The Bugle.\n"
    assert store.cite(style="mla", since="2001") == "“A Quiet Coast.” The Horn, 2001.\n"
    assert "(1999, 5 Mayıs)" in store.cite(locale="tr-TR", speaker="quill")
    assert store.cite(form="ris").count("TY  - NEWS") == 2
    assert store.cite("xyzzyplugh") == ""


def test_a_source_can_be_told_whole_and_cited_with_its_quote(store):
    store.add(
        LAMPS,
        "Ada Quill",
        title="Lamps",
        authors=["Quill, Ada"],
        issued="1951",
        locator="s. 7",
        source_type="book",
        details={"translator": "Kern, Otto"},
    )
    printed = store.cite(with_quotes=True, style="mla")
    assert "— Ada Quill (Quill 7)\n" in printed
    assert "Lamps. Translated by Otto Kern, 1951." in printed
    assert "(qtd. in Quill 7)" in store.cite(with_quotes=True, style="mla", way="indirect")
    assert store.cite(group_by="speaker", form="markdown").startswith("## Ada Quill\n")


@pytest.mark.parametrize(
    ("use", "code"),
    [
        (lambda store: store.add(LAMPS, "Ada Quill", source_type="spech"), 2),
        (lambda store: store.add(LAMPS, "Ada Quill", details={"translater": "x"}), 2),
        (lambda store: store.cite(form="docx"), 2),
        (lambda store: store.add(" ", "Ada Quill"), 2),
        (lambda store: store.add(LAMPS, "Ada Quill", said="soon"), 2),
        (lambda store: store.search(status="perhaps"), 2),
        (lambda store: store.cite(form="nonsense"), 2),
        (lambda store: store.show(99), 1),
    ],
    ids=[
        "no type",
        "no detail",
        "no text",
        "no words",
        "no date",
        "no status",
        "no format",
        "no such quote",
    ],
)
def test_errors_are_of_one_family_and_know_their_exit_code(store, use, code):
    with pytest.raises(quotedb.QuotedbError) as raised:
        use(store)
    assert raised.value.exit_code == code


def test_connect_makes_nothing_until_something_is_recorded(tmp_path):
    file = tmp_path / "quotes.db"
    with quotedb.connect(str(file)):
        pass
    assert not file.exists()


def test_what_was_recorded_is_there_for_the_next(tmp_path):
    url = f"sqlite:///{tmp_path / 'quotes.db'}"
    store = quotedb.connect(url)
    store.add(LAMPS, "Ada Quill")
    store.close()
    with quotedb.connect(url) as again:
        assert [quote.text for quote in again.search()] == [LAMPS]


def test_connect_without_a_name_takes_the_settings(tmp_path, monkeypatch):
    file = tmp_path / "quotes.db"
    monkeypatch.setenv("QUOTEDB_URL", str(file))
    with quotedb.connect() as store:
        store.add(LAMPS, "Ada Quill")
    assert file.exists()


def test_connect_to_what_is_no_database(tmp_path):
    (tmp_path / "diary.txt").write_text("a diary")
    with pytest.raises(quotedb.QuotedbError, match="no quotedb database"):
        quotedb.connect(str(tmp_path / "diary.txt"))


def loaded(statement):
    """Which heavy packages a process has loaded after a statement."""
    code = f"import sys, quotedb\n{statement}\nprint(*sorted(set({HEAVY!r}) & set(sys.modules)))"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    return set(done.stdout.split())


def test_importing_loads_nothing_heavy():
    assert loaded("") == set()


def test_extracting_loads_no_database_and_no_command_line():
    database = {"sqlalchemy", "sqlmodel", "alembic", "sqlite3", "typer"}
    assert loaded(f"assert quotedb.extract({ARTICLE!r})") & database == set()


def test_comparing_loads_no_database_and_no_command_line():
    database = {"sqlalchemy", "sqlmodel", "alembic", "sqlite3", "typer"}
    assert loaded(f"assert quotedb.compare({LAMPS!r}, {GULLS!r})") & database == set()


def test_a_store_is_curated_and_everything_taken_back(tmp_path):
    with quotedb.connect(str(tmp_path / "quotes.db")) as store:
        store.add("The tide keeps no diary", "Ada Quill", outlet="The Horn")
        store.add("The tide keeps no diary", "Ada Quill", outlet="The Drum")
        store.add("A bell without a rope is only furniture", "Vera Lund")
        before = store.show(1)
        assert store.edit(1, place="Port Ellery").place == "Port Ellery"
        assert store.tag(1, tags=["sea"])[0].tags == ("sea",)
        assert store.status(1, "verified", "heard by three").evidence[0].because == "heard by three"
        new = store.split(1, before.attestations[1].id, tie="variant")
        assert store.merge(1, new.id).id == 1
        assert [quote.text for quote in store.delete(1)] == [before.text]
        assert [entry.action for entry in store.log(limit=2)] == [
            "delete",
            f"merge quote {new.id} into",
        ]
        for _ in range(6):
            store.undo()
        assert store.show(1) == before
