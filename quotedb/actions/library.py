"""The database as notebooks and pipelines use it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from os import PathLike, fspath
from types import TracebackType
from typing import Self, TypedDict, Unpack

from quotedb import settings
from quotedb.actions import add, cite, curation, history, ingest, search, show, speakers
from quotedb.actions.sources import Description
from quotedb.errors import InvalidValue, QuotedbError
from quotedb.facts import Detail, Entry, Outcome, Quote, Speaker
from quotedb.store.database import open_database


class Filters(TypedDict, total=False):
    """What `search` and `cite` can be narrowed by; dates are EDTF."""

    speaker: str | None
    since: str | None
    until: str | None
    outlet: str | None
    language: str | None
    tags: Sequence[str]
    status: str | None
    everything: bool
    sort: str | None
    limit: int | None


class Store:
    """An open database. Every method is one command of the same name.

    Raises:
        DatabaseError: from any method, when the database refuses.
    """

    def __init__(self, url: str | None = None) -> None:
        self._database = open_database(settings.load(url).db, mode="write")

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        traceback: TracebackType | None,
    ) -> None:
        self.close()

    def close(self) -> None:
        """Close the database; what was recorded is kept already."""
        self._database.close()

    def add(
        self,
        text: str,
        speaker: str,
        *,
        said: str | None = None,
        title: str | None = None,
        outlet: str | None = None,
        authors: Sequence[str] = (),
        issued: str | None = None,
        url: str | None = None,
        accessed: str | None = None,
        publisher: str | None = None,
        source_type: str | None = None,
        details: Mapping[str, str] | None = None,
        locator: str | None = None,
        event: str | None = None,
        place: str | None = None,
        role: str | None = None,
        language: str | None = None,
        tags: Sequence[str] = (),
        note: str | None = None,
    ) -> Outcome:
        """Record one quote from one source; `said`, `issued` and `accessed` are EDTF.

        `source_type` is a type of CSL's, such as speech or book; `details` are further CSL
        variables of the source, such as `{"translator": "Kern, Otto"}`.

        Raises:
            InvalidDate: a date is none.
            InvalidValue: no words, or no name.
            UnknownName: CSL has no such type or variable.
        """
        entry = add.Entry(
            text, speaker, said, locator, event, place, role, language, tuple(tags), note
        )
        more = tuple(Detail(*pair) for pair in (details or {}).items())
        told = Description(
            title, outlet, tuple(authors), issued, url, accessed, publisher,
            csl_type=source_type, details=more,
        )  # fmt: skip
        return add.add(self._database, entry, told)[0]

    def ingest(self, *paths: str | PathLike[str]) -> list[Outcome]:
        """Record the articles in files and folders.

        Raises:
            QuotedbError: the first file that cannot be read; those before it are recorded.
        """

        def stop(error: QuotedbError) -> None:
            raise error

        done = ingest.ingest_files(self._database, [fspath(p) for p in paths], Description(), stop)
        return [outcome for one in done for outcome in one.outcomes]

    def search(self, words: str | None = None, **filters: Unpack[Filters]) -> list[Quote]:
        """The quotes that match; excerpts and variants only with `everything=True`."""
        wanted = search.query(words, **filters)
        return [hit.quote for hit in search.search(self._database, wanted)]

    def show(self, quote: int) -> Quote:
        """One quote with all its attestations and relations.

        Raises:
            NotFound: there is none of that number.
        """
        return show.show(self._database, quote).quote

    def speakers(self, name: str | None = None) -> list[Speaker]:
        """All speakers, or those with such a name."""
        return speakers.speakers(self._database, name)

    def edit(self, quote: int, *, printing: int | None = None, **values: str | None) -> Quote:
        """Correct a quote (text, speaker, said, place, event, language, note), or what is recorded
        of one of its printings (speaker, said, locator); None takes a value away.

        Raises:
            NotFound: there is no such quote, or printing of it.
            InvalidValue: nothing to change, or not to that.
        """
        return curation.edit(self._database, quote, values, printing).quote

    def tag(self, *quotes: int, tags: Sequence[str], remove: bool = False) -> list[Quote]:
        """Give quotes tags, or take them away."""
        return curation.tag(self._database, quotes, tags, remove=remove)

    def status(self, quote: int, status: str, because: str, source: str | None = None) -> Quote:
        """Give a quote a status; `source` is a source's number, a URL or a title."""
        ground = curation.Ground(because, source)
        return curation.status(self._database, quote, status, ground).quote

    def merge(self, keep: int, *gone: int) -> Quote:
        """Make quotes one."""
        return curation.merge(self._database, keep, gone).quote

    def split(self, quote: int, *printings: int, tie: str = "distinct") -> Quote:
        """Make printings of a quote a quote of their own, which is returned."""
        return curation.split(self._database, quote, printings, tie).quote

    def delete(self, *quotes: int) -> list[Quote]:
        """Delete quotes with all their printings; returns what they were."""
        return curation.delete(self._database, quotes)

    def log(self, quote: int | None = None, limit: int | None = None) -> list[Entry]:
        """What was done, the last first; with `quote` only what was done to that."""
        return history.log(self._database, quote=quote, limit=limit)

    def undo(self, entry: int | None = None) -> Entry:
        """Take back the last change, or an entry of the log.

        Raises:
            NotUndoable: something later rests on it.
        """
        return history.undo(self._database, entry)

    def cite(
        self,
        words: str | None = None,
        *,
        form: str = "text",
        style: str | None = None,
        locale: str | None = None,
        group_by: str = "none",
        with_quotes: bool = False,
        way: str = "auto",
        **filters: Unpack[Filters],
    ) -> str:
        """The citation list of a search, as one text, by the options of `quotedb cite`.

        Raises:
            UnknownName: no such format, style or locale.
            InvalidValue: a format that is no text, or no such grouping or way to cite.
        """
        wanted = search.query(words, **filters)
        listed = cite.cite(
            self._database, wanted, form, style, locale,
            group_by=group_by, with_quotes=with_quotes, way=way,
        )  # fmt: skip
        if listed.binary:
            raise InvalidValue(f"{form} is no text", hint="quotedb cite --output FILE writes it")
        return "".join(chunk for chunk in listed.chunks if isinstance(chunk, str))
