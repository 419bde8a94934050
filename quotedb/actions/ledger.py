"""A session's work of recording: where it writes and reads, and whom and what it has met."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from quotedb.actions.judges import Judges
from quotedb.actions.lookalikes import LookAlikes
from quotedb.facts import Quotation, Role, Speaker, SpeakerKind
from quotedb.store import bulk, naming, writing
from quotedb.store.database import Connection, Database
from quotedb.text.folding import fold

if TYPE_CHECKING:
    from sqlmodel import Session

UNSURE = 0.5
"""Confidence under which an attribution is for a person to confirm."""

JUST_UNSURE = 0.49


@dataclass(slots=True)
class Ledger:
    """One session's work: where it writes and reads, and the speakers and wordings it has met."""

    database: Database
    session: Session
    people: dict[str, int] = field(default_factory=dict)
    roles: set[tuple[int, str]] = field(default_factory=set)
    namesakes: dict[str, list[Speaker]] = field(default_factory=dict)
    alike: LookAlikes = field(default_factory=LookAlikes)
    judges: Judges = field(default_factory=Judges)

    @property
    def connection(self) -> Connection:
        """For queries in the session's transaction."""
        return self.database.connection_of(self.session)

    def person(self, name: str, kind: SpeakerKind = "person", role: str | None = None) -> int:
        """The id of the speaker of that very name, made if there is none."""
        key = fold(name)
        if key not in self.people:
            self.meet([(name, kind)])
        number = self.people[key]
        if role and (number, role) not in self.roles:
            writing.add_role(self.session, number, Role(role))
            self.roles.add((number, role))
        return number

    def attributed(self, quotation: Quotation) -> tuple[Quotation, int | None]:
        """A quotation with its speaker, made if there is none of that name.

        One who is unnamed is nobody: "a spokesman" is not one person from one article to the
        next. Of several who have the name it is the one known for the role; else the first, and
        unsure, for a person to say.
        """
        if not quotation.speaker or quotation.speaker_kind == "unnamed":
            return quotation, None
        alike = self.namesakes.get(fold(quotation.speaker), [])
        if not alike:
            person = self.person(quotation.speaker, quotation.speaker_kind, quotation.role)
            return quotation, person
        known = [one for one in alike if _is_known_for(one, quotation.role)]
        if len(known) == 1:
            return quotation, known[0].id
        rule = f"{len(alike)} speakers are called {quotation.speaker}"
        unsure = min(quotation.confidence, JUST_UNSURE)
        return replace(quotation, confidence=unsure, rule=rule), alike[0].id

    def forget(self) -> None:
        """The transaction is over: others may merge or delete the people who were met in it."""
        self.people.clear()
        self.roles.clear()
        self.namesakes.clear()

    def meet(self, called: Iterable[tuple[str, SpeakerKind]]) -> None:
        """Look up those who are called so, or make them."""
        each = reversed(dict.fromkeys(called))
        by_key = {fold(name): (name, kind) for name, kind in each}
        keys = [key for key in reversed(by_key) if key not in self.people]
        self.people |= naming.speakers_by_key(self.connection, keys)
        self.namesakes |= naming.namesakes(self.connection, keys)
        new = [key for key in keys if key not in self.people]
        people = [Speaker(name=name, kind=kind) for name, kind in map(by_key.__getitem__, new)]
        ids = bulk.add_speakers(self.connection, people)
        self.people |= dict(zip(new, ids, strict=True))


def _is_known_for(person: Speaker, role: str | None) -> bool:
    """Whether one of a speaker's roles is that one, whatever it was of."""
    words = set(fold(role or "").split())
    return bool(words) and any(
        set(fold(held.title).split()) <= words
        or words <= set(fold(f"{held.title} {held.organization or ''}").split())
        for held in person.roles
    )
