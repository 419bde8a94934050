"""Who spoke, by the ways of saying so that news has."""

import pytest

ROE = "Harbour Minister Jane Roe opened the quay on Monday. Ann Wells, the mayor, was there. "


@pytest.mark.parametrize(
    ("way", "text", "speaker"),
    [
        ("before the words", "Jane Roe said: “The quay is safe and sound.”", "Jane Roe"),
        ("after the words", "“The quay is safe and sound,” Jane Roe said.", "Jane Roe"),
        ("inverted", "“The quay is safe and sound,” said Jane Roe.", "Jane Roe"),
        ("with a role", "“The quay is safe,” said Harbour Minister Jane Roe.", "Jane Roe"),
        ("with an apposition", "“The quay is safe,” Jane Roe, the mayor, said.", "Jane Roe"),
        ("according to", "According to Jane Roe, the quay is “safe and sound”.", "Jane Roe"),
        ("by surname", ROE + "“The quay is safe and sound,” Roe said.", "Jane Roe"),
        ("by pronoun", "Jane Roe came. She said: “The quay is safe and sound.”", "Jane Roe"),
        ("an office that was named", ROE + "“It is safe indeed,” the mayor said.", "Ann Wells"),
        ("an organisation", "“The quay is safe,” the Harbour Board said.", "Harbour Board"),
        (
            "goes on in the paragraph",
            "“The quay is safe,” Jane Roe said. She smiled. “It will last a hundred years.”",
            "Jane Roe",
        ),
        (
            "the sentence before, with a colon",
            "Jane Roe was asked about the quay and replied:\n\n“It will last a hundred years.”",
            "Jane Roe",
        ),
    ],
)
def test_a_way_of_saying_who_spoke(said, way, text, speaker):
    assert said(text)[-1][0] == speaker


@pytest.mark.parametrize(
    ("way", "text", "speaker"),
    [
        ("subject, comma", "Nihat Karasu, “Rıhtım sağlam ve güvenli” dedi.", "Nihat Karasu"),
        ("inverted", "“Rıhtım sağlam ve güvenli” dedi Nihat Karasu.", "Nihat Karasu"),
        ("diyen", "“Rıhtım sağlam ve güvenli” diyen Nihat Karasu gülümsedi.", "Nihat Karasu"),
        ("göre", "Nihat Karasu’ya göre rıhtım “sağlam ve güvenli”.", "Nihat Karasu"),
        ("possessor", "Nihat Karasu’nun “Rıhtım sağlam” sözleri yankı buldu.", "Nihat Karasu"),
        (
            "by surname and ending",
            "Bakan Nihat Karasu geldi. Karasu’nun “Rıhtım sağlam” sözleri yankı buldu.",
            "Nihat Karasu",
        ),
    ],
)
def test_a_way_of_saying_so_in_turkish(said, way, text, speaker):
    assert said(text, "tr")[-1][0] == speaker


def test_speakers_take_turns(said):
    text = (
        "“Is the quay safe?” asked Ann Wells.\n\n“It is safe,” said Jane Roe.\n\n"
        "“And will it last?” Wells asked.\n\n“A hundred years,” Roe said."
    )
    assert [speaker for speaker, _ in said(text)] == ["Ann Wells", "Jane Roe"] * 2


def test_nobody_is_named_where_nobody_is(quoted):
    [one] = quoted("“The quay is safe and sound, and it will last a hundred years.”")
    assert one.speaker is None
    assert one.confidence == 0


def test_an_unnamed_speaker_is_told_as_written(quoted):
    [one] = quoted("“The quay is safe and sound,” a harbour official said.")
    assert (one.speaker, one.speaker_kind) == ("a harbour official", "unnamed")


def test_the_role_goes_with_the_name(quoted):
    [one] = quoted("“The quay is safe and sound,” said Harbour Minister Jane Roe.")
    assert one.role == "Harbour Minister"


def test_the_resolved_name_and_the_words_as_written(quoted):
    one = quoted(ROE + "“The quay is safe and sound,” Roe said.")[-1]
    assert (one.speaker, one.speaker_as_written, one.cue) == ("Jane Roe", "Roe", "said")
    assert one.rule
    assert one.evidence == "Roe · said"


def test_a_plain_attribution_is_surer_than_a_far_one(quoted):
    plain = quoted("“The quay is safe and sound,” Jane Roe said.")[0]
    far = quoted("Jane Roe and Ann Wells met. It rained.\n\n“The quay is safe and sound.”")[0]
    assert plain.confidence > 0.9
    assert far.confidence < plain.confidence


@pytest.mark.parametrize(
    ("text", "written"),
    [
        ("Jane Roe has attacked what she calls the “ferry trust.”", "Jane Roe"),
        ("Jane Roe, who owns the ferry, called the plan “a bad joke.”", "Jane Roe"),
        ("Jane Roe left. “We are ready,” she said.", "she"),
    ],
)
def test_a_name_in_the_sentence_rather_than_its_pronoun(quoted, text, written):
    [one] = quoted(text)
    assert (one.speaker, one.speaker_as_written) == ("Jane Roe", written)
