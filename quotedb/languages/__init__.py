"""Languages as data: one file a language, holding a `LANGUAGE`.

A language is added by adding its file; nothing else has to change. Every field but the first
two may be left out: extraction and matching then do without it.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import lru_cache

from quotedb.registry import Registry

REGISTRY = Registry("quotedb.languages", "a language")


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Language:
    """What extraction, matching and dates know of one language.

    Words are given in lower case as the language writes them. Which fields the rules read is
    said where they are used.

    Attributes:
        tag: BCP 47.
        name: in English.
        endonym: in the language itself.
        months: name or abbreviation to month number 1..12, every written form.
        weekdays: name to ISO weekday 1..7.
        negations: words that deny; one more or fewer of them is another statement.
        numbers: number words to the digits they stand for, such as "ten": "10".
        contractions: contractions as folding leaves them, written out ("dont": "do not").
        negative_endings: verb endings that deny, each with the ending that affirms
            ("medi", "di"): a word that differs only so is denied.
        negative_prefixes: what stands before a word that denies it ("un" in unknown).
        function_words: words too common to carry a meaning of their own.
        suffix_apostrophe: whether endings are put to a name with an apostrophe (Lavrov’un).
        body_endings: endings of a case that the word for a body takes without an apostrophe,
            longest first ("ndan" in Bakanlığından).
        owner_endings: endings of the genitive, by which a noun shows whose the words are.
        verb_final: whether the cue stands after the words and the subject before them.
        verb_endings: endings of verbs in the third person, by which a verb is seen that opens the
            clause behind quoted words (`“…”, krächzte der Torwart`).
        clitics: small words that may stand before it ("se", "a"), or behind a subject ("ise").
        participle_endings: endings of participles, by which a passive is seen.
        impersonal_cues: cues that have no subject ("hieß es").
        reported_verbs: verb forms of reported speech, which tell that somebody is quoted and not
            whom ("sei").
        speech_verbs: verb forms that put words into somebody's mouth.
        speech_phrases: the same in several words ("went on", "ifadelerini kullandı").
        relative_cues: forms that stand after the words and before their speaker ("diyen").
        sources_before: what stands before the name of who said it ("according to").
        sources_after: what stands after that name and its ending ("göre").
        own_words: nouns for words, behind whoever uses them, in the genitive ("sözleriyle" in
            `X’in sözleriyle`).
        titles: words of offices and honorifics, which stand beside a name and belong to a role.
        family_titles: titles that are family names as well ("richter"), or stand behind a given
            name ("bey"): no office of somebody who is not named.
        person_nouns: nouns for a speaker who is not named ("spokesman", "official").
        pronouns: third-person pronouns that can be a subject, compared as they are written.
        plural_pronouns: those of them, or their last parts, that never mean one person ("ils").
        impersonal_pronouns: those that mean nobody one could name, or their last parts ("on").
        demonstratives: pronouns that mean the one named last, beside a verb of saying ("dieser" in
            `Dieser erwiderte`).
        relatives: pronouns that stand for the name just before them ("who").
        particles: words in small letters inside a name ("van", "de").
        not_names: words that a capital letter does not make a name: those that begin sentences,
            days, months, nationalities.
        prepositions: words after which a name is no subject.
        adverbs: words of time and manner that may part a verb from its subject ("ayer", "gestern").
        relative_words: words that after a comma begin a clause about the one before ("que").
        view_prepositions: those before somebody whose view the sentence gives, at its head ("para"
            in `Para la alcaldesa, …`).
        seat_prepositions: those before a body that speaks ("desde" in `desde la empresa aseguran`,
            "aus" in `aus Kreisen hieß es`).
        company_words: nouns for any company, which mean one whose name was told.
        articles: articles and determiners before a noun.
        definite_articles: those of them that mean somebody already mentioned.
        reflexives: pronouns between a verb and its subject (`äußerte sich X`).
        article_genders: articles with "masculine" or "feminine", of a noun in the singular that
            has no gender of its own ("la" in `la portavoz`).
        person_endings: endings of nouns for people by trade or origin, of which there are ever
            new ones ("ista", "ense"); read of a noun beside a cue.
        ages: endings of adjectives of somebody's age ("jährige").
        kin: nouns for relatives, behind which a given name stands.
        oblique_articles: articles that no subject has ("dem", "einen").
        office_links: words between an office and what it is of ("of").
        place_links: those of them that may as well begin an adverbial (`am Abend`), and so link an
            office to a name or a body only.
        header_keys: what a header line of an article begins with, to the thing it tells: title,
            container_title, authors, issued, accessed, url, publisher or language.
        byline: the word that puts an author's name under a headline.
        conjunction: the word between two authors.
        organization_words: words that a name has only when it is a body's, not a person's.
        untitled: what to call a document without a title, by CSL type, "" for any other.
        small_titles: whether titles before a name are written small (`le ministre Jean Roe`).
        generic_offices: nouns for people of more offices and callings than one ("dirigente"),
            which may mean somebody whose role has another word.
        sole_offices: offices that mean only who is told to hold one, and nobody of another role
            ("Kanzlerin").
        lay_nouns: nouns that mean nobody who holds a sole office ("Angeklagte", "Frau").
        patronymics: endings of the name after a given name that is the father's ("вич").
        genitive_endings: endings of nouns in the genitive.
        source_endings: endings, put to a name by an apostrophe, of what words come from ("den" in
            `Valiliği'nden yapılan açıklamada`).
        object_endings: endings, put to a name by an apostrophe, that make it an object.
        bare_genitive: whether what an office is of stands beside it as it is (`мэр Приморска`).
        no_articles: whether the language has no articles, so that a bare noun may mean
            somebody already mentioned.
        compound_heads: titles that longer words end in, which are then titles too
            ("ministerin" in Bundesarbeitsministerin).
        elisions: words that lose their vowel to an apostrophe before the next ("l" in l'homme).
        inner_clauses: marks that part a reporting clause from the words round it within one
            pair of quotation marks (`«Да, — сказал он. — Нет»`).
        inverts: whether a subject may follow its verb before the words too (`Gestern sagte X: …`).
        capital_nouns: whether every noun has a capital, so that one capital makes no name.
        dash_dialogue: whether a dash at the head of a paragraph opens somebody's words.
        name_endings: endings that a case puts to a name without a mark, each with the ending of
            the name itself ("овым", "ов"), longest first; used where the article has that name.
        given_name_endings: the same of given names, undone beside a family name that is.
        oblique_nouns: endings of a noun in no nominative, with those of the nominative.
        noun_cases: the same of nouns that may stand in any case, undone where that is known.
        oblique_names: of a given and a family name that stand together, the endings that show a
            case by themselves, with those of the names: (("ы", "а"), ("овой", "ова")).
        mens_names: given names that are undone in any case.
        womens_names: given names that are in no case, though others with such an ending are.
        genitive_names: the same of endings that may be a nominative too, undone behind
            what asks for a genitive (`по мнению Антона Иванова`).
        adjective_endings: endings of adjectives, which belong to the noun behind them.
        masculine: pronouns, titles and nouns that can only mean a man.
        feminine: pronouns, titles and nouns that can only mean a woman.
        given_name_genders: endings of given names with "masculine" or "feminine", where an ending
            tells; family_name_genders the same of family names ("ова", "feminine").
        plural_endings: endings of verbs in the third person plural, which no one person speaks in.
        drops_subject: whether a verb may stand without its subject when it is who was just named.
        agents: words before the one who acts in a passive ("by").
        passives: auxiliaries of the passive, without which nobody acts in one.
        speech_nouns: nouns for something said ("statement", "remarks").
        relative_days: words for a day to its distance from the day of issue ("yesterday": -1).
        last_words: what makes a weekday the one before ("last"), next_words the one after.
        event_nouns: nouns for an occasion of speaking ("press conference", "summit").
        place_prepositions: words between an occasion, or its speaker, and where it was ("in").
        place_endings: endings that say the same, put to the place's name by an apostrophe.
        name_starts: words that begin names of more words ("new", "saint"), also where they are
            among `not_names`.
        ordinal_stops: whether a stop makes a figure an ordinal ("18. März").
        marks_names: whether titles, papers and firms stand in quotation marks in print.
        text_nouns: nouns for papers that say something, and are nobody.
        statement_nouns: those of them that are somebody's own words ("communiqué").
        quoting_verbs: verbs whose object is the one who spoke ("zitiert").
        genitive_articles: articles that after a noun only say whose it is ("des").
        partitives: words for one of several ("uno" in `uno de ellos`).
        auxiliaries: verbs beside a subject whose participle stands at the end ("hat").
        naming_words: words beside a name, a title or a nickname in marks ("called", "so-called",
            "entitled"), which nobody is quoted as saying.
    """

    tag: str
    name: str
    months: Mapping[str, int] = field(default_factory=dict)
    weekdays: Mapping[str, int] = field(default_factory=dict)
    negations: frozenset[str] = frozenset()
    numbers: Mapping[str, str] = field(default_factory=dict)
    contractions: Mapping[str, str] = field(default_factory=dict)
    negative_endings: tuple[tuple[str, str], ...] = ()
    negative_prefixes: frozenset[str] = frozenset()
    function_words: frozenset[str] = frozenset()
    suffix_apostrophe: bool = False
    body_endings: tuple[str, ...] = ()
    owner_endings: tuple[str, ...] = ()
    verb_final: bool = False
    verb_endings: tuple[str, ...] = ()
    clitics: frozenset[str] = frozenset()
    participle_endings: tuple[str, ...] = ()
    impersonal_cues: frozenset[str] = frozenset()
    reported_verbs: frozenset[str] = frozenset()
    speech_verbs: frozenset[str] = frozenset()
    speech_phrases: frozenset[str] = frozenset()
    relative_cues: frozenset[str] = frozenset()
    sources_before: frozenset[str] = frozenset()
    sources_after: frozenset[str] = frozenset()
    own_words: frozenset[str] = frozenset()
    titles: frozenset[str] = frozenset()
    family_titles: frozenset[str] = frozenset()
    person_nouns: frozenset[str] = frozenset()
    organization_words: frozenset[str] = frozenset()
    pronouns: frozenset[str] = frozenset()
    plural_pronouns: frozenset[str] = frozenset()
    impersonal_pronouns: frozenset[str] = frozenset()
    demonstratives: frozenset[str] = frozenset()
    relatives: frozenset[str] = frozenset()
    particles: frozenset[str] = frozenset()
    not_names: frozenset[str] = frozenset()
    prepositions: frozenset[str] = frozenset()
    relative_words: frozenset[str] = frozenset()
    view_prepositions: frozenset[str] = frozenset()
    seat_prepositions: frozenset[str] = frozenset()
    company_words: frozenset[str] = frozenset()
    adverbs: frozenset[str] = frozenset()
    articles: frozenset[str] = frozenset()
    definite_articles: frozenset[str] = frozenset()
    reflexives: frozenset[str] = frozenset()
    article_genders: Mapping[str, str] = field(default_factory=dict)
    person_endings: tuple[str, ...] = ()
    ages: tuple[str, ...] = ("\n",)
    kin: frozenset[str] = frozenset()
    oblique_articles: frozenset[str] = frozenset()
    office_links: frozenset[str] = frozenset()
    place_links: frozenset[str] = frozenset()
    conjunction: str | None = None
    endonym: str | None = None
    header_keys: Mapping[str, str] = field(default_factory=dict)
    byline: str | None = None
    untitled: Mapping[str, str] = field(default_factory=dict)
    small_titles: bool = False
    generic_offices: frozenset[str] = frozenset()
    sole_offices: frozenset[str] = frozenset()
    lay_nouns: frozenset[str] = frozenset()
    patronymics: tuple[str, ...] = ()
    genitive_endings: tuple[str, ...] = ()
    source_endings: tuple[str, ...] = ()
    object_endings: frozenset[str] = frozenset()
    bare_genitive: bool = False
    no_articles: bool = False
    compound_heads: tuple[str, ...] = ()
    elisions: frozenset[str] = frozenset()
    inner_clauses: frozenset[str] = frozenset()
    inverts: bool = False
    capital_nouns: bool = False
    dash_dialogue: bool = False
    name_endings: tuple[tuple[str, str], ...] = ()
    given_name_endings: tuple[tuple[str, str], ...] = ()
    oblique_nouns: tuple[tuple[str, str], ...] = ()
    noun_cases: tuple[tuple[str, str], ...] = ()
    oblique_names: tuple[tuple[tuple[str, str], tuple[str, str]], ...] = ()
    genitive_names: tuple[tuple[tuple[str, str], tuple[str, str]], ...] = ()
    mens_names: frozenset[str] = frozenset()
    womens_names: frozenset[str] = frozenset()
    adjective_endings: tuple[str, ...] = ()
    masculine: frozenset[str] = frozenset()
    feminine: frozenset[str] = frozenset()
    given_name_genders: tuple[tuple[str, str], ...] = ()
    family_name_genders: tuple[tuple[str, str], ...] = ()
    plural_endings: tuple[str, ...] = ()
    drops_subject: bool = False
    agents: frozenset[str] = frozenset()
    passives: frozenset[str] = frozenset()
    speech_nouns: frozenset[str] = frozenset()
    relative_days: Mapping[str, int] = field(default_factory=dict)
    last_words: frozenset[str] = frozenset()
    next_words: frozenset[str] = frozenset()
    event_nouns: frozenset[str] = frozenset()
    place_prepositions: frozenset[str] = frozenset()
    place_endings: frozenset[str] = frozenset()
    name_starts: frozenset[str] = frozenset()
    ordinal_stops: bool = False
    marks_names: bool = False
    text_nouns: frozenset[str] = frozenset()
    statement_nouns: frozenset[str] = frozenset()
    quoting_verbs: frozenset[str] = frozenset()
    genitive_articles: frozenset[str] = frozenset()
    partitives: frozenset[str] = frozenset()
    auxiliaries: frozenset[str] = frozenset()
    naming_words: frozenset[str] = frozenset()


def words(text: str) -> frozenset[str]:
    """The words of a text, or its phrases when it has commas, as a set."""
    parts = text.split(",") if "," in text else text.split()
    return frozenset(" ".join(part.split()) for part in parts if part.strip())


def forms(stems: str, endings: str) -> frozenset[str]:
    """Every stem with every ending; both are given as words in one string."""
    return frozenset(stem + ending for stem in stems.split() for ending in endings.split())


@lru_cache
def get(tag: str) -> Language:
    """The language of a BCP 47 tag, by its first subtag: `tr-TR` is `tr`.

    Raises:
        UnknownName: there is no file for it.
    """
    primary = tag.replace("_", "-").split("-")[0].lower()
    language: Language = REGISTRY.load(primary).LANGUAGE
    return language


@lru_cache
def known() -> tuple[str, ...]:
    """The tags of all languages there are files for."""
    return tuple(REGISTRY.names())
