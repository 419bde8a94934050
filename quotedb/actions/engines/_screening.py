"""Which pairs may have words enough in common, told without the words: SQL over their bits."""

from __future__ import annotations

from quotedb.matching.blocking import COMMON, MANY_WORDS, MORE_COMMON

BITS = ("words", "low", "high")
"""What must be known of both: the number of different words, and a Bloom filter of them."""

SCREEN = f"""
    bit_count(first_low & second_low) + bit_count(first_high & second_high)
    + least(
        first_words - bit_count(first_low) - bit_count(first_high),
        second_words - bit_count(second_low) - bit_count(second_high)
    ) >= least(first_words, second_words)
        * CASE WHEN least(first_words, second_words) >= {MANY_WORDS}
            THEN {MORE_COMMON} ELSE {COMMON} END
"""
"""Whether `blocking.screened` may let a pair pass: none that it does is lost. Of the words that two
wordings share each has a bit in both; so these are no more than the bits in common, and the words
without a bit to themselves in the one that has fewer such.
"""
