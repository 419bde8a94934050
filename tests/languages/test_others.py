"""What matching knows of languages without a file."""

import pytest

from quotedb import languages
from quotedb.languages._others import OTHERS
from quotedb.matching.lexicon import lexicon


@pytest.mark.parametrize("language", OTHERS, ids=lambda one: one.tag)
def test_it_has_what_matching_asks_and_no_file(language):
    assert language.tag not in languages.known()
    known = lexicon(language.tag)
    assert known.negations
    assert known.numbers
    assert len(known.function_words) > 30
    assert known.negations <= lexicon(None).negations
