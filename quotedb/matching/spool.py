"""Verdicts kept in a file as they are given, so that a run that is interrupted goes on there."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator
from dataclasses import astuple
from pathlib import Path

from quotedb.matching import model
from quotedb.matching.index import Numbers
from quotedb.matching.judging import Judged


class Spool:
    """The verdicts of one run, job after job.

    The first line says what was matched and by which weights: after a change of either, all is
    done again. Of a line that was not written to its end nothing is taken.

    Args:
        path: of the file, made if it is not there.
        digests: of the folded keys of all wordings, in their order.
        job: pairs in a job.
    """

    def __init__(self, path: Path, digests: Numbers, job: int) -> None:
        made_of = hashlib.blake2b(digests.tobytes(), digest_size=16)
        made_of.update(f"{job} {model.shipped()}".encode())
        self._head = json.dumps(made_of.hexdigest()) + "\n"
        self._path = path
        self._end = len(self._head)
        if not self._is_of_this():
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(self._head, encoding="utf-8")

    def __iter__(self) -> Iterator[Judged]:
        """What was done before."""
        with self._path.open("rb") as file:
            file.seek(self._end)
            for line in file:
                if not line.endswith(b"\n"):
                    break
                self._end += len(line)
                first, second, verdicts = json.loads(line)
                yield Judged(first, second, [tuple(one) for one in verdicts])

    def add(self, done: Judged) -> None:
        """Keep what is done now; after all that was done before has been gone through."""
        line = json.dumps(astuple(done), ensure_ascii=False).encode() + b"\n"
        with self._path.open("r+b") as file:
            file.truncate(self._end)
            file.seek(self._end)
            file.write(line)
        self._end += len(line)

    def _is_of_this(self) -> bool:
        if not self._path.is_file():
            return False
        with self._path.open("rb") as file:
            return file.readline() == self._head.encode()
