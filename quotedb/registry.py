"""One file, one format: what a folder offers is the list of its files.

A registry lists a folder without importing anything in it, imports a member when it is asked
for, and takes members that other packages declare as entry points.
"""

from __future__ import annotations

from importlib import import_module
from importlib.util import find_spec
from pathlib import Path
from types import ModuleType

from quotedb.errors import UnknownName


class Registry:
    """The members of one package: its modules, and the entry points of its group.

    A module `csl_json.py` is the member `csl-json`; one that begins with an underscore is none.

    Args:
        package: dotted name of the folder, such as "quotedb.exporters", which is also the
            entry point group that other packages use.
        noun: what a member is called in messages, with its article, such as "an exporter".
    """

    def __init__(self, package: str, noun: str) -> None:
        self.package = package
        self.noun = noun

    def names(self) -> list[str]:
        """All names, sorted; files of the folder and entry points alike."""
        return sorted({*self._files(), *self._entry_points()})

    def load(self, name: str) -> ModuleType:
        """The member's module, imported now.

        Raises:
            UnknownName: nothing of that name; the message lists the known ones.
        """
        if name in self._files():
            return import_module(f"{self.package}.{name.replace('-', '_')}")
        points = self._entry_points()
        if name in points:
            return import_module(points[name])
        known = ", ".join(self.names())
        raise UnknownName(f"{self.noun} called {name!r} is not known", hint=f"Known: {known}")

    def _files(self) -> list[str]:
        spec = find_spec(self.package)
        folders = spec.submodule_search_locations if spec else None
        return [
            path.stem.replace("_", "-")
            for folder in folders or ()
            for path in Path(folder).glob("*.py")
            if not path.stem.startswith("_")
        ]

    def _entry_points(self) -> dict[str, str]:
        from importlib.metadata import entry_points

        return {point.name: point.module for point in entry_points(group=self.package)}
