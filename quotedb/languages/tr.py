"""Turkish."""

from __future__ import annotations

from quotedb.languages import Language

LANGUAGE = Language(
    tag="tr",
    name="Turkish",
    suffix_apostrophe=True,
    months={
        "ocak": 1, "şubat": 2, "mart": 3, "nisan": 4, "mayıs": 5, "haziran": 6, "temmuz": 7,
        "ağustos": 8, "eylül": 9, "ekim": 10, "kasım": 11, "aralık": 12,
    },
    weekdays={
        "pazartesi": 1, "salı": 2, "çarşamba": 3, "perşembe": 4, "cuma": 5, "cumartesi": 6,
        "pazar": 7,
    },
)  # fmt: skip
