"""Work that makes many small things and no circles of them, without pauses to look for circles;
and work of other processes that is not to make one pause that writes.
"""

from __future__ import annotations

import gc
import os
from collections.abc import Iterator
from contextlib import contextmanager

NICE = 10
"""How far a helper stands back when there are more processes than processors."""


def help_along() -> None:
    """Make this process one that helps another: it looks for no circles, and where processors are
    few it leaves them to whom it helps.
    """
    gc.disable()
    if hasattr(os, "nice"):  # not on Windows
        os.nice(NICE)


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
