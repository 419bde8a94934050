"""Kindle's clippings in the languages of its readers."""

import pytest

from quotedb.readers import kindle


def entry(title, facts, words):
    return f"{title}\r\n{facts}\r\n\r\n{words}\r\n==========\r\n"


def read(*entries):
    return list(kindle.records("".join(entries).encode().splitlines(keepends=True), "f"))


@pytest.mark.parametrize(
    ("facts", "locator", "added"),
    [
        ("- Your Highlight on page 301 | Location 3050-3052 | Added on Sunday, September 13, 2026"
         " 9:14:05 PM", "p. 301", "2026-09-13"),
        ("- Your Highlight on page ix | location 247-248 | Added on Sunday, 18 February 2018",
         "p. ix", "2018-02-18"),
        ("- Highlight Loc. 680-82  | Added on Monday, July 20, 2020, 12:58 AM", "loc. 680-82",
         "2020-07-20"),
        ("- 21. sayfada Vurgunuz | 312-314. konumda | 13 Eylül 2026 Pazar 21:14 tarihinde eklendi",
         "p. 21", "2026-09-13"),
        ("- Ihre Markierung bei Position 130-131 | Hinzugefügt am Sonntag, 27. Dezember 2015 08:18",
         "loc. 130-131", "2015-12-27"),
        ("- Votre surlignement à lʼemplacement 144-146 | Ajouté le samedi 26 décembre 2015 11:21",
         "loc. 144-146", "2015-12-26"),
        ("- Tu subrayado en la página 6 | posición 36-40 | Añadido el lunes, 30 de septiembre de"
         " 2019 18:00", "p. 6", "2019-09-30"),
        ("- Seu destaque ou posição 333-334 | Adicionado: terça-feira, 5 de março de 2024 09:12",
         "loc. 333-334", "2024-03-05"),
        ("-  La tua evidenziazione alla posizione 512-514 | Aggiunto in data martedì 5 maggio 2020",
         "loc. 512-514", "2020-05-05"),
        ("– Ваш выделенный отрывок на странице 6 | Место 53–55 | Добавлено: воскресенье, 3 марта"
         " 2024 г. в 18:48:36", "p. 6", "2024-03-03"),
        ("- Je highlight op locatie 55 t/m 88 | Toegevoegd op maandag 1 oktober 2019 18:00:39",
         "loc. 55-88", "2019-10-01"),
        ("- 您在第 7 页（位置 #114-116）的标注 | 添加于 2019年9月30日星期一 18:00:39", "p. 7",
         "2019-09-30"),
        ("- 位置No. 114-116のハイライト | 作成日: 2024年12月30日月曜日 14:46:33", "loc. 114-116",
         "2024-12-30"),
        ("- 7ページ｜位置No. 114-116のハイライト |作成日: 2024年12月30日月曜日 14:46:33", "p. 7",
         "2024-12-30"),
    ],
)  # fmt: skip
def test_a_highlight(facts, locator, added):
    [found] = read(entry("The Lamp Book (Quill, Ada; Kern, Otto)", facts, "Words."))
    assert (found.quotation.text, found.quotation.speaker) == ("Words.", "Ada Quill")
    assert (found.quotation.locator, found.source.accessed) == (locator, added)
    assert [author.full for author in found.source.authors] == ["Ada Quill", "Otto Kern"]


@pytest.mark.parametrize(
    "facts",
    [
        "- Your Bookmark on Location 40", "- Il tuo segnalibro a pagina 4", "- Seu marcador",
        "– Ваша закладка в месте 9", "- 您在位置 #9的书签", "- 位置No. 9のブックマーク",
        "- Ihr Lesezeichen bei Position 9", "- 9. sayfada Yer İşaretiniz", "- Votre signet",
        "- Je bladwijzer op pagina 9", "- Tu marcador en la posición 1060",
    ],
)  # fmt: skip
def test_a_bookmark_is_nothing(facts):
    assert read(entry("T (A)", facts, "x")) == []


@pytest.mark.parametrize(
    ("note", "mark"),
    [
        ("- Your Note on Location 55", "- Your Highlight on Location 53-55"),
        ("– Ваша заметка в месте 55", "– Ваш выделенный отрывок в месте 53–55"),
        ("- Sua nota ou posição 54", "- Seu destaque ou posição 53-55"),
        ("- 位置No. 55のメモ", "- 位置No. 53-55のハイライト"),
        ("- Ihre Notiz bei Position 55", "- Ihre Markierung bei Position 53-55"),
        ("- Votre note à l’emplacement 55", "- Votre surlignement à l’emplacement 53-55"),
        ("- Je notitie op locatie 55", "- Je highlight op locatie 53 t/m 55"),
    ],
)
def test_a_note_goes_to_its_highlight_whichever_came_first(note, mark):
    both = entry("T (A)", mark, "Words."), entry("T (A)", note, "mine")
    other = entry("T (A)", mark.replace("53", "1").replace("55", "2"), "Others.")
    for order in (both, both[::-1]):
        found = read(*order, other)
        assert [(f.quotation.text, f.quotation.note) for f in found] == [
            ("Words.", "mine"), ("Others.", None),
        ]  # fmt: skip


def test_a_note_by_itself_is_left_out():
    assert read(entry("T (A)", "- Your Note on Location 9", "mine")) == []
