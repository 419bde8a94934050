"""Every error a user can meet.

QuotedbError                    exit 3
├── UsageError                  exit 2   the command was asked in a way that cannot work
│   ├── InvalidDate                      not an EDTF date
│   ├── InvalidValue                     an option's value is out of its range
│   └── UnknownName                      no such format, style, language or backend
├── NotFound                    exit 1   it ran, and what was asked for is not there
├── NotUndoable                 exit 1   something later rests on the change
├── DataError                   exit 3   an input cannot be read as what it should be
│   ├── EmptyInput
│   └── MalformedRecord
├── MissingExtra                exit 3   an optional program or package is not installed
└── DatabaseError               exit 3
    ├── DatabaseMissing                  nothing there to read yet
    ├── NotADatabase                     a file that is something else
    │   └── DatabaseDamaged              pages of it cannot be read
    ├── DatabaseTooNew                   written by a later quotedb
    ├── DatabaseBehind                   a server database that has to be upgraded first
    ├── DatabaseIncomplete               tables missing: a migration stopped half-way
    ├── DatabaseReadOnly
    ├── DatabaseBusy
    ├── DatabaseFull
    └── BackendLacks                     this backend cannot do that

Each carries three parts, shown as one line: what is wrong, where, and what to do.
"""

from __future__ import annotations


class QuotedbError(Exception):
    """Base of all errors meant for the user.

    Args:
        what: what is wrong, without a final full stop.
        where: the file, line, option or record it concerns, if any.
        hint: what to do about it, if anything can be done.
    """

    exit_code = 3

    def __init__(self, what: str, *, where: str | None = None, hint: str | None = None) -> None:
        super().__init__(what)
        self.what = what
        self.where = where
        self.hint = hint

    def __str__(self) -> str:
        place = f"{self.where}: " if self.where else ""
        advice = f" {self.hint.rstrip('.')}." if self.hint else ""
        return " ".join(f"{place}{self.what.rstrip('.')}.{advice}".split())


class UsageError(QuotedbError):
    """The command was asked in a way that cannot work."""

    exit_code = 2


class InvalidDate(UsageError):
    """A date that is no EDTF (ISO 8601-2) date."""


class InvalidValue(UsageError):
    """An option's or argument's value is out of its range."""


class UnknownName(UsageError):
    """No format, style, language or backend of that name."""


class NotFound(QuotedbError):
    """It ran, and what was asked for is not there."""

    exit_code = 1


class NotUndoable(QuotedbError):
    """A change that cannot be taken back, since something later rests on it."""

    exit_code = 1


class DataError(QuotedbError):
    """An input that cannot be read as what it should be."""


class EmptyInput(DataError):
    """An input without any text."""


class MalformedRecord(DataError):
    """One record of an import that cannot be understood; `where` names file and line."""


class MissingExtra(QuotedbError):
    """An optional program or package is needed and not installed."""


class DatabaseError(QuotedbError):
    """Anything the database itself refuses or lacks."""


class DatabaseMissing(DatabaseError):
    """There is no database at that place yet."""


class NotADatabase(DatabaseError):
    """The file is something other than a quotedb database."""


class DatabaseDamaged(NotADatabase):
    """Pages of the file cannot be read."""


class DatabaseTooNew(DatabaseError):
    """Written by a later version of quotedb than this one."""


class DatabaseBehind(DatabaseError):
    """A server database older than this program, which only a person may upgrade."""


class DatabaseIncomplete(DatabaseError):
    """Tables or columns are missing: a migration stopped half-way."""


class DatabaseReadOnly(DatabaseError):
    """A write was asked of a database that cannot be written."""


class DatabaseBusy(DatabaseError):
    """Another program holds the database for longer than the busy timeout."""


class DatabaseFull(DatabaseError):
    """The disk has no room for the change; nothing of it was kept."""


class BackendLacks(DatabaseError):
    """The backend has no such ability."""
