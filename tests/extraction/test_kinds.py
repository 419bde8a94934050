"""What was said, and what only stands in marks."""

import pytest


@pytest.mark.parametrize(
    ("what", "text", "language"),
    [
        ("a film", "Jane Roe starred in “The Last Harbour Light” in 1921.", "en"),
        ("a broadcast", "Roe was on the radio's “Morning Tide Report” again.", "en"),
        ("a broadcast, with a cue", "Roe said on Channel Two’s “Tide Talk” that she is ill.", "en"),
        ("straight marks", 'The play "Winter on the Pier" ran for nine weeks.', "en"),
        ("a song", "The choir sang “Sailing Home at Night” at the grave.", "en"),
        ("a nickname", "Jane “Pip” Roe opened the quay.", "en"),
        ("an alias", "The smuggler, known as “Grey Martha,” was pardoned.", "en"),
        ("a law", "The bill, called the “Safe Ferries Act,” failed by a vote.", "en"),
        ("a scare quote", "The so-called “reform” cost a million.", "en"),
        ("a term", "Sailors know such a swell as a “dead sea.”", "en"),
        ("a word", "The word “ferry” does not appear in the charter.", "en"),
        ("a book in Turkish", "Yazar, “Denizin Eski Dili” adlı kitabını tanıttı.", "tr"),
        ("a ship in German", "Das Fährschiff „Nordstern“ lief am Abend aus.", "de"),
        ("a novel in French", "Son roman « Les Quais du Nord » paraît en mai.", "fr"),
        ("a film in Spanish", "La película «El muelle vacío» ganó el premio.", "es"),
        ("a paper in Russian", "Газета «Северный берег» закрылась в мае.", "ru"),
    ],
)
def test_what_nobody_said_is_left_out_unless_asked_for(quoted, what, text, language):
    assert quoted(text, language) == []
    assert [one.kind for one in quoted(text, language, everything=True)] == ["not_said"]


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("“The quay is safe and sound,” Jane Roe said.", "direct"),
        ("Jane Roe said the quay was “safe and sound”.", "mixed"),
        ("Jane Roe said: “It is safe.”", "direct"),
        ("Jane Roe called it “a disgrace to the coast”.", "mixed"),
        ("“Safe!” Jane Roe shouted.", "direct"),
    ],
)
def test_words_of_their_own_or_woven_in(quoted, text, kind):
    assert [one.kind for one in quoted(text)] == [kind]


@pytest.mark.parametrize(
    ("text", "language", "kind"),
    [
        ("Anna Roe sprach von einem „Kraftakt ohne jedes Beispiel“.", "de", "mixed"),
        ("Anna Roe lobte den „Mut und die Geduld aller Helfer“.", "de", "mixed"),
        ("„Schade“, sagte Anna Roe.", "de", "direct"),
        ("Anna Roe antwortete: „Vielleicht“", "de", "direct"),
        ("Karasu, “Yarın açıyoruz” dedi.", "tr", "direct"),
        ("Karasu, “Bekleyin” yanıtını verdi.", "tr", "direct"),
        ("Karasu, limanın “neredeyse boş” olduğunu söyledi.", "tr", "mixed"),
    ],
)
def test_a_capital_makes_a_sentence_where_it_says_something(quoted, text, language, kind):
    assert [one.kind for one in quoted(text, language)] == [kind]


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("The auditor said the accounts were “a mess.”", "en"),
        ('The harbour office said there was "nothing to add."', "en"),
        ("Roe described the offer as “an insult to every sailor.”", "en"),
        ("The owners were accused of “gross neglect” by the union.", "en"),
        ("The letter speaks of “grave mistakes.”", "en"),
        ("Anselm Doe laughed. “I am too old for ferries.”", "en"),
        ("Der Hafen sei „so gut wie leer“, sagte Roe.", "de"),
        ("Die Brücke sei „nicht mehr zu retten“. Das Amt prüft noch.", "de"),
        ("Le maire juge la réponse « trop vague ».", "fr"),
        ("El capitán se declaró «muy cansado de promesas».", "es"),
        ("Başkan, limanın “neredeyse boş” olduğunu söyledi.", "tr"),
        ("Капитан назвал ответ «слишком туманным».", "ru"),
    ],
)
def test_what_was_said_is_kept_however_little_it_is(quoted, text, language):
    assert len(quoted(text, language)) == 1


@pytest.mark.parametrize("marks", ["“{}”", '"{}"'])
def test_the_form_of_the_mark_tells_nothing(quoted, marks):
    said, sung = marks.format("We are sinking,"), marks.format("Boats of Saint Anne")
    text = f"{said} the captain said. The choir sang {sung} that evening."
    assert [one.text for one in quoted(text)] == ["We are sinking,"]


def test_a_title_and_somebodys_words_in_one_sentence(quoted):
    text = "On “Harbour at Nine,” Jane Roe called the plan “a waste of good timber.”"
    assert [one.text for one in quoted(text)] == ["a waste of good timber."]


def test_a_sentence_that_is_printed_again_stays(quoted):
    text = (
        "“The ferry will not come back to us.”\n\nJane Roe does not hope any more. "
        "“The ferry will not come back to us,” she said on Monday."
    )
    assert len(quoted(text)) == 2


@pytest.mark.parametrize(
    ("text", "language", "expected"),
    [
        ("«La nave è sicura», ha detto il capitano.", "it", 1),
        ("Il ministro ha definito la legge «un passo indietro».", "it", 1),
        ("“O barco está seguro”, disse a capitã.", "pt", 1),
        ("”Båten är säker”, sade kaptenen.", "sv", 1),
        ("„Statek jest bezpieczny” – powiedział kapitan.", "pl", 1),
        ("«Το πλοίο είναι ασφαλές», είπε ο καπετάνιος.", "el", 1),
        ("De film “De laatste lamp” draait vrijdag.", "nl", 0),
    ],
)
def test_words_are_told_from_titles_in_languages_without_a_file(quoted, text, language, expected):
    assert len(quoted(text, language)) == expected
