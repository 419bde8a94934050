"""Who spoke where the grammar of the sentence tells, in the languages that differ from English."""

import pytest

WAYS = [
    ("es", "inverted, with an adverb", "«El muelle es firme y seguro», dijo ayer Ana Roe."),
    ("es", "inverted, with a phrase", "«El muelle es firme», suspiraba en la cola Ana Roe."),
    ("es", "its own phrase is no agent", "«El muelle es firme», avisó por su parte Ana Roe."),
    ("es", "agent, with a colon", "Las pronunciadas por Ana Roe: «El muelle es firme»."),
    ("es", "a colon and no verb", "A su lado, Ana Roe sonríe: «El muelle es firme y seguro»."),
    ("es", "relative clause", "Lo vio Ana Roe, que en una nota lo calificó de «muelle de barro»."),
    (
        "es",
        "the subject goes on",
        "«Nadie lo vio», admitió Luis Paz. Ana Roe lo negó. «El muelle es firme», replicó.",
    ),
    ("es", "by gender", "Ana Roe llegó con Luis Paz. «El muelle es firme», dijo la ingeniera."),
    ("es", "dateline", "Puerto Nuevo, 3 may (AMX).- Ana Roe anunció que el muelle es «firme»."),
    ("es", "particles at the head", "Ana de la Roe dijo: «El muelle es firme y seguro»."),
    ("fr", "inverted pronoun", "Ana Roe est venue. «Le quai est solide», a-t-elle répondu."),
    ("fr", "this one", "Luc Paz a salué Ana Roe. «Le quai est solide», dit cette dernière."),
    ("fr", "the one just named", "Luc Paz félicite Ana Roe, qui juge le quai «très solide»."),
    ("de", "so X", "„Der Kai ist fest und sicher“, so Ana Roe."),
    ("de", "after an adverb", "„Der Kai ist fest und sicher“, sagte am Montag Ana Roe."),
    ("de", "bracket of the verb", "Ana Roe hat der Presse „billigen Klatsch“ vorgeworfen."),
    ("de", "calling", "„Der Kai ist fest und sicher“, meinte Hafenärztin Ana Roe."),
    ("de", "source", "Nach Ansicht von Hafenärztin Ana Roe ist der Kai „fest und sicher“."),
    ("de", "genitive", "Ana Roe kam. Roes Antwort: „Der Kai ist fest und sicher.“"),
    ("de", "whose words are quoted", "Er zitiert Ana Roe mit den Worten: „Der Kai ist fest.“"),
    ("de", "particles at the head", "Ana von der Roe sagte, der Kai sei „fest und sicher“."),
    ("ru", "description by office", "Мэр Ана Роева пришла. «Причал крепкий», — сказала мэр."),
    ("ru", "no subject in another case", "Отметив слова Пастухова, Ана Роева назвала их «шумом»."),
    ("tr", "comma", "Luis Paz geldi. Ana Roe ise, “Rıhtım sağlam ve güvenli” ifadesini kullandı."),
    ("tr", "somebody else beside", "Ana Roe, Luis raporunun “rafta çürüdüğünü” öne sürdü."),
    (
        "tr",
        "in a statement",
        "Luis geldi. Ana Roe'nun açıklamasında rıhtımın “sağlam” olduğu belirtildi.",
    ),
]
NAMES = {"particles at the head": ("Ana de la Roe", "Ana von der Roe")}


@pytest.mark.parametrize(("language", "way", "text"), WAYS)
def test_a_way_to_tell_the_speaker(said, language, way, text):
    assert said(text, language)[-1][0] in NAMES.get(way, ("Ana Roe", "Ана Роева"))


@pytest.mark.parametrize(
    ("language", "text", "speaker"),
    [
        ("es", "«Falta gente», resume uno de los marineros.", "uno de los marineros"),
        ("es", "Desde la Junta del Puerto aseguran que «falta gente».", "Junta del Puerto"),
        ("es", "La naviera Boreal calló. «Falta gente», dijo luego la empresa.", "Boreal"),
        ("fr", "«On manque de bras», raille l’un des marins.", "l’un des marins"),
        ("de", "Die Nordwerft AG schwieg. „Es fehlt Personal“, sagte der Konzern.", "Nordwerft AG"),
        ("de", "„Es fehlt Personal“, hieß es bei der Polizei.", "der Polizei"),
        (
            "de",
            "„Es fehlt Personal“, heißt es in einer Mitteilung der Stadtwerke Kiel.",
            "Stadtwerke Kiel",
        ),
        ("ru", "«Людей не хватает», — сообщили в мэрии.", "мэрии"),
    ],
)
def test_bodies_and_people_without_a_name(said, language, text, speaker):
    assert said(text, language)[-1][0] == speaker


def test_a_paper_is_no_person(said):
    text = "Ana Roe est venue. Le texte évoque « un quai solide »."
    assert said(text, "fr")[-1][0] == "Le texte"


def test_who_is_told_to_have_one_office_is_not_meant_by_another(said):
    text = (
        "El alcalde Luis Paz vino. Hubo lluvia. El puerto cerró.\n\nLa fiesta siguió.\n\n"
        "Nadie se fue.\n\n«El muelle es firme», dijo después el ministro."
    )
    assert said(text, "es")[-1][0] == "el ministro"
