"""Tables in windows-1254, told by Turkish letters; what may be anything else is refused."""

import pytest

from quotedb.errors import QuotedbError
from quotedb.facts import Clipping, Remark
from quotedb.readers import csv

PLAIN = ["quote,speaker", "We closed no pier,Ada Quill"]
TURKISH = '"Balıkçılarımız ağır bir kıştan çıktı; şimdi yazı bekliyorlar",Şeyma Yıldız'
FRENCH = "\"Les élèves ont été privés d'été, à l'école où ça gèle\",Ada Quill"
GERMAN = '"Für schöne Dörfer müssen wir Brücken über Flüsse führen",Ada Quill'


def read(*lines):
    """What is read of lines, each with its encoding."""
    data = [line.encode(encoding) + b"\n" for line, encoding in lines]
    found = list(csv.records(iter(data), "f"))
    texts = [one.quotation.text for one in found if isinstance(one, Clipping)]
    errors = [one.where for one in found if isinstance(one, QuotedbError)]
    return texts, errors, [one for one in found if isinstance(one, Remark)]


def plain(*lines):
    return [(line, "ascii") for line in (*PLAIN, *lines)]


def test_turkish_letters_tell_windows_1254():
    texts, errors, remarks = read(*plain(), (TURKISH, "cp1254"), ("“Rıhtım bitti”,Ayşe", "cp1254"))
    assert texts == [PLAIN[1].split(",")[0], TURKISH.split('"')[1], "“Rıhtım bitti”"]
    assert (errors, remarks) == ([], [Remark("read as windows-1254", "f")])


def test_headings_may_be_in_it_too():
    texts, errors, _ = read(("alıntı;konuşmacı", "cp1254"), ("İş bitti;Çağrı Işık", "cp1254"))
    assert (texts, errors) == (["İş bitti"], [])


def test_a_long_table_is_read_to_its_end():
    texts, errors, remarks = read(*plain(), *[(TURKISH, "cp1254")] * 2000)
    assert (len(texts), errors, len(remarks)) == (2001, [], 1)


@pytest.mark.parametrize(
    ("what", "line", "encoding"),
    [
        ("French", FRENCH, "cp1252"),
        ("German", GERMAN, "cp1252"),
        ("Polish", '"Zażółć gęślą jaźń, powiedział żołnierz",Ada Quill', "cp1250"),
        ("Romanian", '"Ţara şi oraşul îşi aşteaptă paşii, în linişte",Ada Quill', "cp1250"),
        ("Russian", '"Мы не закрыли ни одного причала",Ada Quill', "cp1251"),
        ("too few letters", '"Rıhtım",Ada Quill', "cp1254"),
    ],
)
def test_other_code_pages_are_refused(what, line, encoding):
    texts, errors, remarks = read(*plain(), (line, encoding))
    assert (len(texts), errors, remarks) == (1, ["f:3"], [])


def test_a_damaged_line_of_utf_8_is_none():
    texts, errors, remarks = read(*plain(), (TURKISH, "cp1254"), (TURKISH, "utf-8"))
    assert (len(texts), errors, remarks) == (2, ["f:3"], [])
