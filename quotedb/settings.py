"""Where things are: the config file, the environment, the default database.

What is nearer wins: an option on the command line, then `QUOTEDB_URL`, then the config file
(`QUOTEDB_CONFIG`, or `config.toml` in the user's configuration folder), then the default.
"""

from __future__ import annotations

import os
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from quotedb.errors import DataError

KNOWN = ("db", "style", "locale")


@dataclass(frozen=True, slots=True)
class Settings:
    """What the user has settled on. `db` is a URL or a path; all but that may be None."""

    db: str
    style: str | None = None
    locale: str | None = None


def load(db: str | None = None) -> Settings:
    """The settings in force, `db` being what the command line says.

    Raises:
        DataError: the config file is no TOML, or has a key that means nothing.
    """
    values = _read(config_file())
    chosen = db or os.environ.get("QUOTEDB_URL") or values.get("db") or str(default_database())
    return Settings(db=chosen, style=values.get("style"), locale=values.get("locale"))


def config_file() -> Path:
    """Where the config file is looked for, whether or not it is there."""
    named = os.environ.get("QUOTEDB_CONFIG")
    if named:
        return Path(named)
    from platformdirs import user_config_path

    return user_config_path("quotedb", appauthor=False) / "config.toml"


def default_database() -> Path:
    """The one SQLite file in the user's data folder, whether or not it is there."""
    from platformdirs import user_data_path

    return user_data_path("quotedb", appauthor=False) / "quotes.db"


def _read(path: Path) -> dict[str, str]:
    if not path.is_file():
        return {}
    import tomllib

    try:
        values: dict[str, Any] = tomllib.loads(path.read_text(encoding="utf-8"))
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise DataError(f"not a TOML file ({error})", where=str(path), hint="Mend it") from error
    for key, value in values.items():
        if key not in KNOWN or not isinstance(value, str):
            raise DataError(
                f"the setting {key!r} is not understood",
                where=str(path),
                hint=f"Known settings, all text: {', '.join(KNOWN)}",
            )
    return values


def cache_folder() -> Path:
    """Where what is worked out can be kept for a while, whether or not it is there."""
    from platformdirs import user_cache_path

    return user_cache_path("quotedb", appauthor=False)
