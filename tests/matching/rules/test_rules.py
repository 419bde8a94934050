"""Each rule by its two tables: the pairs that it parts, and those that it leaves alone."""

import pytest

from quotedb.matching.alignment import align
from quotedb.matching.rules import REGISTRY

PARTED = {
    "negation": [
        ("one denies", "We will close the harbour this winter", "We will not close the harbour this winter", "en"),
        ("never", "I have said that in the house", "I have never said that in the house", "en"),
        ("contracted", "We do close the quay at night", "We don't close the quay at night", "en"),
        ("a Turkish ending before another", "Bu yolu destekliyoruz", "Bu yolu desteklemiyoruz", "tr"),
        ("a Turkish vowel lost", "Bu liman büyüyor", "Bu liman büyümüyor", "tr"),
        ("a Turkish ending", "Bu limanı kapattık ve sustuk", "Bu limanı kapatmadık ve sustuk", "tr"),
        ("a Turkish word", "Bu liman bizim için bir yük", "Bu liman bizim yükümüz değil", "tr"),
        ("a prefix", "It is possible to close the quay at night", "It is impossible to close the quay at night", "en"),
        ("ever", "We have ever kept the lamp of the pier alight", "We have never kept the lamp of the pier alight", "en"),
        ("German, much like another word", "Das ist meine Brücke im Hafen", "Das ist keine Brücke im Hafen", "de"),
        ("a Russian prefix", "Мы видели известный причал", "Мы видели неизвестный причал", "ru"),
        ("a letter in a brief one", "The pier is now open", "The pier is not open", "en"),
        ("a language without a file", "Il molo resta aperto tutto l'anno", "Il molo non resta aperto tutto l'anno", "it"),
        ("German", "Wir werden den Hafen schließen", "Wir werden den Hafen nicht schließen", "de"),
    ],
    "number": [
        ("digits", "We built 12 ships in the war years", "We built 15 ships in the war years", "en"),
        ("words", "Three ships came home in spring", "Four ships came home in spring", "en"),
    ],
    "name": [
        ("another person", "The harbour owes everything to Jane Roe", "The harbour owes everything to Ann Wells", "en"),
        ("a letter of a short one", "The old quarrel with Vorn is over at last", "The old quarrel with Vorm is over at last", "en"),
        ("another town", "We shall rebuild the quay of Kilmore first", "We shall rebuild the quay of Ardmore first", "en"),
    ],
    "order": [
        ("swapped", "A friend is a harbour", "A harbour is a friend", "en"),
    ],
}  # fmt: skip
LEFT_ALONE = {
    "negation": [
        ("both deny", "We will not close the harbour", "We shall not close the harbour", "en"),
        ("written out", "We don't close the quay at night", "We do not close the quay at night", "en"),
        ("another denial", "A lamp with no oil is a piece of glass", "A lamp without any oil is a piece of glass", "en"),
        ("a denial misprinted", "We have never kept the lamp alight", "We have nevver kept the lamp alight", "en"),
        ("a prefix that both have", "It is impossible to sail at night", "It is impossibel to sail at night", "en"),
        ("a letter misprinted in a long one", "We said to all of them that this is now what the piers are for",
         "We said to all of them that this is not what the piers are for", "en"),
        ("the denial of another language", "O cais não está fechado agora", "O cais no está fechado agora", "pt"),
        ("a denial in what was left out", "We came late. We did not see the ships. We went home again",
         "We came late. We went home again", "en"),
    ],
    "number": [
        ("the same in words", "We built 12 ships in the war", "We built twelve ships in the war", "en"),
        ("no number", "We built ships in the war", "We built boats in the war", "en"),
    ],
    "name": [
        ("the same name in another case", "We thank JANE ROE for the quay", "We thank Jane Roe for the quay", "en"),
        ("a letter lost", "The quay is what we owe to Jane Rowell", "The quay is what we owe to Jane Rowel", "en"),
        ("misprinted in one of two places", "We thank Rowell, and only Rowell, for it", "We thank Rowell, and only Rowlel, for it", "en"),
        ("a capital at the head", "Ships are safe in the harbour", "All ships are safe in the harbour", "en"),
    ],
    "order": [
        ("a phrase moved", "In the winter we mend our nets", "We mend our nets in the winter", "en"),
        ("the same order", "A friend is a harbour", "A friend is a safe harbour", "en"),
    ],
}  # fmt: skip


def cases(table):
    return [
        pytest.param(rule, a, b, language, id=f"{rule}: {what}")
        for rule, rows in table.items()
        for what, a, b, language in rows
    ]


def judged(rule, a, b, language):
    return REGISTRY.load(rule).difference(align(a, b, language), (a, b))


@pytest.mark.parametrize(("rule", "a", "b", "language"), cases(PARTED))
def test_it_parts(rule, a, b, language):
    assert judged(rule, a, b, language)
    assert judged(rule, b, a, language)


@pytest.mark.parametrize(("rule", "a", "b", "language"), cases(LEFT_ALONE))
def test_it_leaves_alone(rule, a, b, language):
    assert judged(rule, a, b, language) is None
    assert judged(rule, b, a, language) is None


def test_every_rule_has_both_tables():
    assert set(REGISTRY.names()) == set(PARTED) == set(LEFT_ALONE)
