"""Work that makes many small things and no circles of them, without pauses to look for circles."""

from __future__ import annotations

import gc
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def no_pauses() -> Iterator[None]:
    """No looking for circles among what is made meanwhile: it took a tenth of the time, and more
    where the program holds much else that is looked through again and again.
    """
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.enable()
