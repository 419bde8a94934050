"""French.

Folding takes accents away, so that `estime` and `estimé` are one word, and so are `a` and `à`. An
inverted pronoun belongs to the word before it (`estime-t-elle`), which is a cue and a pronoun.
"""

from __future__ import annotations

from quotedb.languages import Language, forms, words
from quotedb.languages._french_people import (
    BODIES,
    EITHER,
    EUSE,
    FEMININE,
    GIVEN,
    MASCULINE,
    MORE_MEN,
    PAPERS,
    PEOPLE_E,
    SHARED,
    TITLES,
    TRICE,
    WOMEN,
    WOMEN_NOUNS,
    E,
)

# Verbs in -er by their stems; those in -cer and -ger, whose stem has two spellings, follow.
_ER = (
    "accus affirm ajout alert analys appell appel argument articul assur attest avanc avou blâm"
    " chuchot comment complét concèd concéd confess confi confirm conseill considér constat"
    " contest cri critiqu déclar décoch décrypt demand déplor détaill dévoil diagnostiqu enchaîn"
    " espèr espér estim évoqu exhort expliqu exprim félicit fulmin fustig gliss grogn hurl implor"
    " indiqu insinu insist ironis jubil jur justifi lâch lanc maint martel martèl moqu murmur not"
    " nuanc object observ oppos ordonn parl pens plaid plaisant précis préconis proclam pronostiqu"
    " propos protest questionn racont raill rappel rappell rapport rassur réaffirm recommand récus"
    " redout réfut regrett réitèr réitér relat relativis relev remarqu remerci répliqu répèt répét"
    " reproch résum rétorqu révèl révél revendiqu rigol risqu salu signal souffl souhait soulign"
    " soupir suggèr suggér suppli susurr tacl tempèr tempér tempêt témoign tweet vant qualifi"
    " compar décri réclam prôn jug tonn approuv temporis rectifi assèn"
)
_CER = "annon avan commen dénon énon pronon renon lan nuan mena grin"
_GER = "exi ju enra encoura corri rédi envisa fusti s'interro"
_SELF = (
    "exclam écri engag étrangl désol lament insurg indign inquièt inquiét étonn agac emport amus"
    " alarm énerv impatient"
)
_REGULAR = (
    forms(_ER, "e ent ait aient a èrent é ée és ées ant er era")
    | forms(_CER, "ce cent çait çaient ça cèrent cé cée cés çant cer")
    | forms(_GER, "ge gent geait geaient gea gèrent gé gée gés geant ger")
    | forms("s'" + _SELF.replace(" ", " s'"), "e ent ait aient a ant er")
    | forms(_SELF, "é ée és ées")
)
# The other verbs: present, imperfect and past, which a pronoun may follow; then the rest.
_SINGULAR = (
    "dit disait écrit écrivait écrivit décrit répond répondait répondit reprend reprenait reprit"
    " poursuit poursuivait poursuivit conclut concluait soutient soutenait soutint maintient"
    " maintenait prévient prévenait prévint promet promettait promit admet admettait admit"
    " reconnaît reconnaissait reconnut avertit avertissait renchérit renchérissait réagit"
    " réagissait sourit souriait rit convient défend défendait prétend prétendait croit croyait"
    " craint craignait fit dément démentait démentit réjouit plaint souvient acquiesce"
)
_REST = (
    forms("répond défend prétend", "ent aient irent u ant re")
    | forms("conclu reconnaiss avertiss réagiss réjouiss dis écriv décriv", "ent aient ant")
    | forms("poursuiv promett admett croi craign plaign reprenn soutienn prévienn", "ent")
    | words(
        "prévenir avertir renchérir répondre poursuivre promettre soutenir conclure reprendre"
        " dira repris reprenant poursuivi poursuivant soutenu soutenant maintenu prévenu prévenant"
        " promis admis reconnu averti renchéri réagi cru démenti démentent admettant promettant"
    )
)
_HAVE = "a ont avait avaient aurait a-t-il a-t-elle a-t-on ont-ils ont-elles avait-il avait-elle"
# A pronoun behind any form that can have one: `dit-elle`, `a-t-il`, `précisent-ils`.
_VERBS = _REGULAR | _REST | words(_SINGULAR)
_BEHIND = {
    "t": "il elle on ils elles",
    "d": "il elle",
    "e": "t-il t-elle t-on",
    "a": "t-il t-elle t-on",
}
_INVERTED = frozenset(
    f"{verb}-{pronoun}" for verb in _VERBS for pronoun in _BEHIND.get(verb[-1], "").split()
)
# What is more often a noun, an adjective, or another thing that is done.
_OTHER_MEANINGS = words(
    "commence commencé commencent commencer commençait commençant avancée avancées"
    " appelée appelés menacée condamnée accusée"
    " demandée proposée relevée exigeant interrogé notée critiquée conseiller opposant comparer"
)
_SAID = (
    "déclaré dit affirmé expliqué ajouté indiqué assuré estimé précisé souligné rappelé répondu"
    " lancé confié écrit conclu insisté raconté répété promis prévenu martelé reconnu regretté"
    " soutenu poursuivi annoncé commenté dénoncé réagi témoigné admis averti confirmé observé"
    " résumé répliqué rétorqué tranché plaidé déploré demandé constaté jugé loué condamné engagé"
    " réjoui félicité inquiété indigné étonné agacé ému insurgé"
)
_WITH_PRONOUN = _INVERTED | {have for have in _HAVE.split() if "-" in have}
_WITH_PRONOUN |= {form.replace("'", "’") for form in _WITH_PRONOUN}
_HE = frozenset(form for form in _WITH_PRONOUN if form.endswith(("il", "ils")))
_SHE = frozenset(form for form in _WITH_PRONOUN if form.endswith(("elle", "elles")))
_COMPOUND = frozenset(f"{have} {said}" for have in _HAVE.split() for said in _SAID.split())

_ARTICLES = words(
    "le la les l un une des ce cet cette ces son sa ses leur leurs notre nos votre vos mon ma mes"
    " quelques plusieurs certain certaine certains certaines chaque deux trois quatre cinq six"
    " aucun aucune autre autres divers diverses nombreux nombreuses"
)
_PREPOSITIONS = words(
    "à au aux de du des d en dans par pour sur sous avec sans chez vers entre contre depuis"
    " pendant durant avant après malgré parmi selon dès jusqu hors outre face voici voilà grâce"
    " lors près auprès autour comme concernant surnomme surnomment surnommé surnommée nommé nommée"
    " intitulé intitulée baptisé"
)
_SMALL = (_ARTICLES | _PREPOSITIONS) | words(
    "et ou mais donc or ni car si que qu quand lorsque lorsqu puisque puisqu parce je j tu il elle"
    " on nous vous ils elles me m te t se s lui y moi toi soi eux ton ta tes qui quoi dont où"
    " lequel laquelle quel quelle quels quelles est sont était étaient être été étant suis es sera"
    " a ont avait avaient avoir eu ai as avons avez aura aurait ait c cela ça ceci tout tous toute"
    " très trop peu aussi encore déjà bien plus moins même mêmes puis alors ainsi là ici ne n pas"
    " non oui celui celle ceux celles tel telle tels tant toujours jamais rien personne fait faire"
    " peut peuvent doit doivent faut c'est n'est n'a n'ont s'est"
)
# Offices, then callings: those that are family names as well (`Boulanger`, `Maréchal`) are nouns

LANGUAGE = Language(
    tag="fr", name="French", endonym="français", byline="par", conjunction="et",
    dash_dialogue=True, inverts=True, small_titles=True, inner_clauses=frozenset((",",)),
    elisions=words("l d qu jusqu lorsqu puisqu quoiqu presqu"),
    untitled={
        "article-newspaper": "Article sans titre", "webpage": "Page web sans titre",
        "": "Document sans titre",
    },
    months={
        "janvier": 1, "janv": 1, "février": 2, "févr": 2, "mars": 3, "avril": 4, "avr": 4, "mai": 5,
        "juin": 6, "juillet": 7, "juil": 7, "août": 8, "septembre": 9, "sept": 9, "octobre": 10,
        "oct": 10, "novembre": 11, "nov": 11, "décembre": 12, "déc": 12,
    },
    weekdays={
        "lundi": 1, "mardi": 2, "mercredi": 3, "jeudi": 4, "vendredi": 5, "samedi": 6,
        "dimanche": 7,
    },
    # "avanthier": the key of a word has no hyphen.
    relative_days={"aujourd'hui": 0, "hier": -1, "avanthier": -2, "demain": 1},
    last_words=words("dernier dernière passé passée"),
    next_words=words("prochain prochaine suivant"),
    # Not "ne": speech leaves it out ("je sais pas"), and by itself it denies nothing.
    negative_prefixes=words("in im il ir non dé més mal"),
    negations=words(
        "pas jamais rien aucun aucune personne nul nulle ni non sans guère plus point nullement"
    ),
    numbers={
        "zéro": "0", "un": "1", "une": "1", "deux": "2", "trois": "3", "quatre": "4", "cinq": "5",
        "six": "6", "sept": "7", "huit": "8", "neuf": "9", "dix": "10", "onze": "11", "douze": "12",
        "treize": "13", "quatorze": "14", "quinze": "15", "seize": "16", "vingt": "20",
        "vingts": "20", "trente": "30", "quarante": "40", "cinquante": "50", "soixante": "60",
        "septante": "70", "huitante": "80", "nonante": "90", "cent": "100", "cents": "100",
        "mille": "1000", "million": "1000000", "millions": "1000000",
    },
    contractions={
        "jai": "je ai", "javais": "je avais", "jetais": "je etais", "cest": "ce est", "lon": "on",
        "cetait": "ce etait", "nest": "ne est", "netait": "ne etait", "nont": "ne ont",
        "quil": "que il", "quils": "que ils", "quon": "que on", "sil": "si il", "quun": "que un",
        "quune": "que une", "dun": "de un", "dune": "de une", "mme": "madame",
    },
    function_words=_SMALL,
    reported_verbs=words(
        "à ses yeux, à son avis, à l entendre, à l en croire, à le croire, à la croire,"
        " selon ses mots, selon ses termes, selon ses dires, à leurs yeux"
    ),
    speech_verbs=(_VERBS | _INVERTED) - _OTHER_MEANINGS,
    speech_phrases=_COMPOUND | words(
        "se montre, s'est montré, s'est montrée, y voit, veut croire, se veut, dit vouloir,"
        " dit avoir, se dit être, "
        "fait savoir, fait valoir, fait remarquer, fait observer, fait part de, faire savoir,"
        " faisait valoir, faisant valoir, fait-il valoir, fait-elle valoir, fait-il savoir,"
        " fait-elle savoir, fait-il remarquer, fait-elle remarquer, mis en garde, met en garde,"
        " mettait en garde, se dit, s'est dit, s'est dite"
    ),
    sources_before=words(
        "selon, d après, aux yeux de, aux yeux du, aux yeux des, de l avis de, de l avis du,"
        " dixit, à en croire, au dire de, aux dires de, aux dires du, selon les mots de, de l aveu"
        " de"
    ),
    sources_after=words(
        "selon qui, pour qui, d après qui, selon lequel, selon laquelle, pour lequel, pour"
        " laquelle"
    ),
    speech_nouns=words(
        "déclaration déclarations communiqué propos mot mots parole paroles discours entretien"
        " lettre interview message tribune rapport courrier courriel témoignage commentaire"
        " remarque remarques phrase phrases formule allocution annonce critique critiques"
    ),
    titles=TITLES | words("ex"),
    person_nouns=TITLES
    | WOMEN_NOUNS
    | words(f"{PEOPLE_E} {MORE_MEN} {EITHER} {BODIES} {PAPERS}")
    | forms(f"{PEOPLE_E} {EITHER} {E} {MORE_MEN} {WOMEN} {SHARED} {BODIES}", "s")
    | forms(f"{PEOPLE_E} {E}", "es") | forms(TRICE, "teurs") | forms(EUSE, "eurs"),
    organization_words=words(BODIES) | words(
        "assemblée sénat parlement lycée collège académie chambre musée théâtre radio télévision"
        " presse gazette courrier dépêche revue cercle centre régie archives bibliothèque"
        " rassemblement mouvement alliance coalition service services racing olympique coopérative"
        " mutuelle église force"
    ),
    pronouns=words("il elle ils elles") | _HE | _SHE,
    masculine=MASCULINE | _HE | words(f"{MORE_MEN} {PEOPLE_E} il ils celui lui"),
    feminine=FEMININE | WOMEN_NOUNS | _SHE | words("elle elles celle"),
    plural_pronouns=words("ils elles"), impersonal_pronouns=words("on"),
    given_name_genders=GIVEN,
    article_genders={"le": "masculine", "ce": "masculine", "cet": "masculine", "un": "masculine"}
    | dict.fromkeys(words("la cette une"), "feminine"),
    generic_offices=words(
        "dirigeant dirigeante responsable élu élue édile représentant représentante chef cheffe"
        " spécialiste scientifique chercheur chercheuse expert experte artiste auteur autrice"
        " romancier romancière écrivain avocat avocate parlementaire militaire magistrat magistrate"
        " professeur professeure enseignant enseignante médecin entraîneur entraîneure joueur"
        " joueuse candidat candidate porte-parole directeur directrice président présidente"
        " conseiller conseillère diplomate politique économiste historien historienne"
    ),
    person_endings=(
        "iste", "ienne", "ien", "trice", "euse", "ois", "oise", "ais", "aise", "ologue", "ographe",
        "génaire", "onnaire", "ard", "arde", "dernier", "dernière",
    ),
    lay_nouns=words(
        "accusé accusée prévenu prévenue suspect suspecte victime témoin homme femme retraité"
        " retraitée mère père veuve voisin voisine plaignant plaignante riverain riveraine"
        " dame jeune garçon fille habitant habitante passant passante client cliente"
    ),
    sole_offices=words(
        "ministre président présidente maire préfet préfète procureur procureure juge gouverneur"
        " gouverneure roi reine pape chancelier chancelière premier premier-ministre"
        " bourgmestre évêque recteur rectrice ambassadeur ambassadrice journaliste"
        " reporter"
    ),
    demonstratives=words("celui-ci celle-ci"),
    verb_endings=("ait", "e", "it", "aient", "ent", "é", "u"),
    participle_endings=("é", "ée", "és", "ées"),
    clitics=words("a ont avait se lui leur s'est"),
    plural_endings=("ent", "ont"),
    particles=words("de du des d la le van von der den di da del al el ben ibn y dos"),
    agents=words("par"), relatives=words("qui"), articles=_ARTICLES,
    family_titles=words(
        "roi prince comte baron duc évêque abbé maire berger chevalier colonel general meunier"
        " charpentier"
    ),
    marks_names=True,
    text_nouns=words(f"{PAPERS} article livre arrêté décision note message"),
    statement_nouns=words("communiqué lettre message déclaration courrier note tribune"),
    quoting_verbs=words("cite citait citent"),
    partitives=words("un une"),
    relative_words=words("qui dont lequel laquelle"),
    view_prepositions=words("pour"),
    seat_prepositions=words("chez de dans à au du"),
    company_words=words(
        "institution organisation organisme entreprise société compagnie groupe firme banque"
    ),
    adverbs=words(
        "hier aujourd'hui lundi mardi mercredi jeudi vendredi samedi dimanche aussi ensuite alors"
        " enfin également encore ainsi plus tôt tard toutefois cependant pourtant"
    ), prepositions=_PREPOSITIONS,
    definite_articles=words("le la les l ce cet cette ces"),
    office_links=words("de du des d chargé chargée aux à au"),
    place_links=words("à au"),
    name_starts=words("saint sainte st ste la le les mont notre"),
    naming_words=words(
        "surnomme surnomment appelle appellent dite dits dites surnommé surnommée appelée appelés"
        " intitulé intitulée baptisé baptisée nommé nommée titre livre roman film série chanson"
        " album pièce opéra revue émission exposition mot terme expression slogan opération plan"
        " programme projet prétendu prétendue poème alias label"
    ),
    event_nouns=words(
        "conférence de presse, conférence, congrès, sommet, entretien, entrevue, interview,"
        " discours, allocution, réunion, séance, débat, audience, procès, meeting, forum,"
        " colloque, assemblée, cérémonie, inauguration, manifestation, rassemblement, festival,"
        " point de presse, hommage, conseil, visite, déplacement, obsèques"
    ),
    place_prepositions=words("à en au aux dans"),
    not_names=_SMALL | words(
        "celui-ci celle-ci ceux-ci "
        "hier aujourd'hui demain avant-hier lundi mardi mercredi jeudi vendredi samedi dimanche"
        " janvier février mars avril mai juin juillet août septembre octobre novembre décembre"
        " cependant toutefois pourtant néanmoins enfin ensuite interrogé interrogée interrogés"
        " quant notamment beaucoup certes bref sinon pourquoi comment désormais bientôt maintenant"
        " faux vrai exact possible impossible seul seule seuls visiblement heureusement"
        " finalement également évidemment justement"
        " actuellement récemment joint venu né née âgé âgée question réponse sept français"
        " française anglais anglaise allemand allemande espagnol russe américain américaine"
        " européen belge suisse roumain britannique article publié mis monsieur mme mlle pr me"
        " quelqu'un grand grande nouveau nouvelle dernier dernière deuxième état économie"
        " intérieur justice culture santé éducation transports travail sports écologie"
        " environnement finances sénat république"
    ),
    header_keys={
        "titre": "title", "url": "url", "lien": "url", "adresse": "url", "langue": "language",
        "date": "issued", "publié": "issued", "publié le": "issued", "paru le": "issued",
        "mis en ligne": "issued", "mis en ligne le": "issued", "source": "publisher",
        "agence": "publisher", "éditeur": "publisher", "journal": "container_title",
        "quotidien": "container_title", "média": "container_title", "site": "container_title",
        "publication": "container_title", "magazine": "container_title", "auteur": "authors",
        "autrice": "authors", "auteure": "authors", "auteurs": "authors", "par": "authors",
        "consulté": "accessed", "consulté le": "accessed",
    },
)  # fmt: skip
