"""German."""

from __future__ import annotations

from quotedb.languages import Language, forms, words
from quotedb.languages._german_people import BODIES, CALLINGS, GIVEN, MEN, OFFICES, TRADES, WOMEN

# Weak verbs without and with a prefix: sagt, sagte, sagten, sagend; erklärt, erklärte.
_WEAK = forms(
    "sag erklär beton erwider ergänz erläuter äußer behaupt kommentier kritisier bemerk mein frag"
    " bericht bekräftig bestätig bemängel beklag bedauer begründ bezeichn erinner ermahn forder"
    " warn mahn droh lob tadel rüg schilder vermut fürcht hoff glaub entgegn erzähl versicher"
    " verkünd verdeutlich urteil spott scherz witzel jubel schimpf wetter klag flüster murmel"
    " prognostizier konstatier resümier präzisier dementier analysier argumentier formulier plädier"
    " protestier referier twitter mutmaß monier vermeld verlautbar meld zitier wiederhol appellier"
    " brumm seufz staun raun polter konter unk orakel ätz stichel läster höhn murr knurr schnaub"
    " grins stöhn jammer schluchz stammel lall beschwichtig beruhig tröst donner gratulier"
    " dank bedank entschuldig gelob garantier attackier reagier verlaut schwärm skandier post"
    " notier bilanzier relativier differenzier skizzier umschreib rechtfertig verteidig insistier"
    " poch dräng beharr bekräftig wunder zweifel spekulier philosophier sinnier überleg dozier"
    " predig mail simse kreisch zisch fauch motz mecker nörgel maul plauder haucht frohlock"
    " prahl brüst erkundig bejah verneint konzedier statuier deklarier proklamier postulier"
    " propagier dramatisier mokier echauffier ereifer amüsier solidarisier distanzier positionier"
    " revidier korrigier ergänz kontextualisier prophezei prognostizier beschuldig bezichtig"
    " verhöhn verspott gesteh beicht offenbar enthüll erinner verdeutlich veranschaulich"
    " befürcht bezweifel charakterisier würdig beschuldig attestier signalisier",
    "t te ten et ete eten",
)
_STRONG = words(
    "sprach spricht sprachen sprechen gesprochen schrieb schreibt schrieben geschrieben rief ruft"
    " riefen nannte nennt nannten genannt bat bittet baten widersprach widerspricht versprach"
    " findet fanden unterbrach unterbricht verlautete rechnete rechnet wandte wendet warf"
    " schob schiebt hakte hakt pflichtete pflichtet winkte winkt lacht lachte lächelt lächelte"
    " strahlt strahlte nickt nickte feixt feixte prangerte prangert ordnete ordnet befahl befiehlt"
    " unterstellt unterstellte drückte drückt lehnte lehnt setzte setzt bescheinigte bescheinigt"
    " tritt trat verweigerte verweigert unterrichtete unterrichtet informierte informiert"
    " gefordert gewarnt gemahnt gedroht gelobt gerügt geklagt gefragt geantwortet gehofft gerufen"
    " genannt gebeten versprochen widersprochen vorgeworfen vorgehalten angekündigt hingewiesen"
    " zurückgewiesen eingeräumt festgestellt hinzugefügt bekanntgegeben bekannt gegeben aufgerufen"
    " verlangt versichert erklärt betont bezeichnet kritisiert beklagt bedauert begrüßt bekräftigt"
    " verurteilt dementiert angemahnt beteuert beschrieben zugegeben bemängelt beanstandet"
    " angeprangert unterstrichen vertreten angedroht zugesagt zugesichert ausgesprochen gedacht"
    " mitteilte mitteilten mitteilt hinzufügte hinzufügt feststellte feststellt einräumte einräumt"
    " ankündigte ankündigten ankündigt ausführte ausführt zugab angab angibt hervorhob hervorhebt"
    " bekanntgab klarstellte klarstellt zusammenfasste zurückwies zurückweist aufrief vorwarf"
    " verspricht unterstrich unterstreicht hielt hält gab gibt gestand gesteht bekannte bekennt"
    " befand befindet verwies verweist wies weist schwor schwört gebot empfahl empfiehlt riet rät"
    " beschrieb beschreibt beschrieben begann beginnt schloss schließt fuhr fährt warf wirft lobte"
    " hob hebt zog heißt hieß lautete lautet verlangte verlangt verlas antwortete antwortet"
    " antworteten erwiderte entgegnete fragte wollte dachte denkt brüllte schrie schreit tobte"
    " wusste verriet verrät bewertete bewertet wertete wertet sah sieht vertrat vertritt zitierte"
    " zitiert berichtete berichtet berichteten meldete meldet meldeten bedeutete deutete"
    " bilanzierte"
    " bilanziert freute freut ärgerte empörte empört beteuerte beteuert beschwor betonte betont"
    " sagte sagt sagten gesagt sagen äußerte äußert äußerten geäußert rügte mahnte begrüßte begrüßt"
    " verurteilte verurteilt kündigte kündigt räumte räumt stellte stellt fügte fügt führte führt"
    " fasste fasst legte legt betitelte bezeichnete bezeichnet bezeichneten tat teilte teilt"
    " teilten"
    " mitgeteilt schreiben fordern warnen betonen kritisieren meinen erklären singt sang sangen"
    " erklärten postete postet twitterte tönte tönt ließ lässt witzelte jubelte"
)

_ARTICLES = words(
    "der die das den dem des ein eine einer eines einem einen kein keine jeder jede mehrere einige"
    " viele zwei drei seine sein seiner seinem seinen ihr ihre ihrer"
    " ihrem ihren deren dessen dieser diese dieses diesem diesen jener jene"
    " andere anderer weitere"
)
_PREPOSITIONS = words(
    "in im an am auf aus bei beim von vom zu zum zur mit nach für gegen über unter um durch ohne"
    " vor hinter neben zwischen seit während wegen trotz bis ab als wie statt gegenüber samt"
    " innerhalb außerhalb gen ins ans entlang namens"
)
_WHOSE = "eines einer seines seiner ihres ihrer dieses dieser mehrerer vieler"
# "Nach Angaben der …", "nach den Worten von …".
_ACCORDING = frozenset(
    f"{after} {link}"
    for after in words(
        "nach angaben, nach angabe, nach den angaben, nach worten, nach den worten, nach ansicht,"
        " nach meinung, nach auffassung, nach aussage, nach aussagen, nach einschätzung,"
        " nach darstellung, nach überzeugung, nach bekunden, nach berechnungen,"
        " nach erkenntnissen, nach informationen, nach lesart, nach schätzung, nach schätzungen,"
        " nach den worten, aus sicht, aus der sicht, in den augen, im urteil, nach dem urteil"
    )
    for link in ("", *words(f"von vom der des {_WHOSE}"))
)
# "Kritik kam von …", "Lob gab es aus …".
_RECEIVED = frozenset(
    f"{reaction} {came} {source}"
    for reaction in words(
        "kritik lob zustimmung widerspruch unterstützung rückendeckung protest gegenwind beifall"
        " zuspruch spott häme bedenken zweifel vorwürfe warnungen ablehnung verständnis schelte"
    )
    for came in words("kam, kommt, kamen, kommen, gab es, gibt es, erntete er, erntete sie, übte")
    for source in words("von vom aus seitens")
)

# Nouns that take -n or -en in every case but the nominative: `dem Experten`, `des Präsidenten`.
_BENT = frozenset(
    noun + ("n" if noun.endswith("e") else "en")
    for noun in CALLINGS | words(OFFICES) | MEN
    if noun.endswith(("oge", "ege", "erte", "uge", "ent", "ist", "at", "ant", "graf", "nom", "ekt"))
)

LANGUAGE = Language(
    tag="de",
    name="German",
    endonym="Deutsch",
    byline="von",
    conjunction="und",
    untitled={
        "article-newspaper": "Nachricht ohne Titel", "webpage": "Webseite ohne Titel",
        "": "Dokument ohne Titel",
    },
    months={
        "januar": 1, "jan": 1, "jänner": 1, "februar": 2, "feb": 2, "märz": 3, "mär": 3,
        "april": 4, "apr": 4, "mai": 5, "juni": 6, "jun": 6, "juli": 7, "jul": 7, "august": 8,
        "aug": 8, "september": 9, "sep": 9, "sept": 9, "oktober": 10, "okt": 10, "november": 11,
        "nov": 11, "dezember": 12, "dez": 12,
    },
    weekdays={
        "montag": 1, "dienstag": 2, "mittwoch": 3, "donnerstag": 4, "freitag": 5, "samstag": 6,
        "sonnabend": 6, "sonntag": 7, "montagabend": 1, "dienstagabend": 2, "mittwochabend": 3,
        "donnerstagabend": 4, "freitagabend": 5, "samstagabend": 6, "sonntagabend": 7,
    },
    relative_days={"heute": 0, "gestern": -1, "vorgestern": -2, "morgen": 1},
    last_words=words("letzten vergangenen vorigen"),
    next_words=words("nächsten kommenden"),
    negative_prefixes=words("un nicht miss"),
    negations=words(
        "nicht nie niemals kein keine keinen keinem keiner keines nichts niemand niemanden"
        " nirgends nirgendwo weder noch ohne kaum"
    ),
    numbers={
        "null": "0", "eins": "1", "zwei": "2", "drei": "3", "vier": "4", "fünf": "5",
        "sechs": "6", "sieben": "7", "acht": "8", "neun": "9", "zehn": "10", "elf": "11",
        "zwölf": "12", "dreizehn": "13", "vierzehn": "14", "fünfzehn": "15", "zwanzig": "20",
        "dreißig": "30", "vierzig": "40", "fünfzig": "50", "sechzig": "60", "siebzig": "70",
        "achtzig": "80", "neunzig": "90", "hundert": "100", "tausend": "1000",
        "million": "1000000", "millionen": "1000000",
    },
    function_words=_ARTICLES | _PREPOSITIONS | words(
        "und oder aber denn sondern doch dass daß wenn weil ob als damit ich du er sie es wir ihr"
        " mich dich sich uns euch ihm ihn ihnen mir dir mein meine dein deine unser unsere euer ist"
        " sind war waren sei seien wäre wären bin bist wird werden wurde wurden würde würden hat"
        " haben hatte hatten habe hätte hätten kann können konnte konnten könne könnte muss müssen"
        " musste müsse soll sollen sollte will wollen wollte darf dürfen mag möge auch nur noch"
        " schon sehr so da dann dort hier jetzt nun immer wieder mehr viel alle alles was wer wie"
        " wo"
        " wann warum welche welcher man dabei damit daran darauf dafür dazu davon bereits etwa"
    ),
    speech_verbs=(_WEAK | _STRONG) - words("gegeben ergeben maul maulten"),
    reported_verbs=words(
        "sei seien habe hätten werde könne könnten müsse müssten solle wolle dürfe gebe komme gehe"
        " stehe lasse bleibe mache sehe liege brauche wisse handle zeige führe erwarte glaube hoffe"
        " handele betreffe gelte drohe fehle fordere denke finde halte nehme spreche trage"
        " verhalte wäre würde"
    )
    | words(
        "seiner ansicht nach, ihrer ansicht nach, seiner meinung nach, ihrer meinung nach,"
        " nach seinen worten, nach ihren worten, nach seinen angaben, nach ihren angaben,"
        " nach eigenen angaben, nach eigenen worten, nach seiner ansicht, nach ihrer ansicht,"
        " seinen worten zufolge, ihren worten zufolge, seiner auffassung nach,"
        " ihrer auffassung nach, seiner einschätzung nach, ihrer einschätzung nach,"
        " aus seiner sicht, aus ihrer sicht, in seinen augen, in ihren augen, für ihn ist,"
        " für sie ist, für ihn sind, für sie sind, für ihn war, für sie war, seinen angaben"
        " zufolge, ihren angaben zufolge, seines erachtens, ihres erachtens"
    ),
    speech_phrases=words(
        "wies zurück, fügte hinzu, fügt hinzu, fuhr fort, fährt fort, teilte mit, teilt mit,"
        " stellte fest, stellt fest, räumte ein, räumt ein, gab zu, gibt zu, gab bekannt,"
        " gibt bekannt, kündigte an, kündigt an, führte aus, führt aus, hob hervor, hebt hervor,"
        " legte nach, gab an, gibt an, ließ wissen, machte klar, brachte zum ausdruck,"
        " geht davon aus, ging davon aus, gehe davon aus, war zu hören, ist zu hören, war zu"
        " vernehmen, zeigte sich, zeigt sich, zeigten sich,"
        " gab sich, gibt sich, zeigte sich überzeugt,"
        " zeigte sich enttäuscht, zeigte sich erfreut, so heißt es,"
        " heißt es, hieß es, zu protokoll, rief auf, stellte klar, stellt klar, pflichtete bei,"
        " sprach von,"
        " spricht von, sprachen von, sprechen von, ist die rede von, war die rede von,"
        " die rede"
    ),
    sources_before=words("laut, zufolge, so, in den worten von, in den worten des, dixit")
    | frozenset(" ".join(phrase.split()) for phrase in _ACCORDING)
    | _RECEIVED
    | words("geht es nach, ginge es nach, glaubt man, folgt man"),
    sources_after=words("zufolge"),
    speech_nouns=words(
        "erklärung mitteilung aussage worte stellungnahme rede interview brief meldung bericht"
        " äußerung bemerkung pressemitteilung antwort"
    ),
    titles=CALLINGS | words(
        OFFICES + " meister mitglied kandidat kandidatin reporter reporterin meisterin"
        " inspektor herr"
        " frau dr prof freiherr sir lord lady mrs mr ex stellvertretende"
        " stellvertretender ministers präsidenten kanzlers sprechers"
    )
    | WOMEN
    | TRADES
    | MEN
    | _BENT,
    family_titles=words(
        "meister "
        "richter kaiser könig fürst graf herzog hauptmann fischer bauer wirt koch pfarrer förster"
        " bischof papst vogt schmied prinz kanzler major könig pastor herr frau bäcker student"
    ),
    given_name_genders=GIVEN,
    person_endings=(
        "meister", "meisterin", "chter", "iter", "eter", "ent", "ant", "tor", "sor",
        "jährige", "jähriger", "ler", "ner", "ker", "ger", "mer", "zer", "chef", "ist", "oge",
        "eur", "mann", "frau", "wirt", "bürger", "mutter", "vater", "ling", "erin", "orin", "istin",
    ),
    person_nouns=CALLINGS | words(
        OFFICES + " vertreter anhänger kritiker gegner mitarbeiter angestellter beamter beamte"
        " beobachter augenzeuge augenzeugen zeuge zeugen nachbar anwohner besucher teilnehmer"
        " demonstrant demonstranten aktivist aktivisten bürger einwohner bewohner lehrer schüler"
        " student studenten polizist polizisten soldat soldaten arbeiter bauer bäcker fischer wirt"
        " mann frau mutter vater sohn tochter witwe junge mädchen kollege kollegen freund freunde"
        " berater insider kreise experten forscher vorsitzender jährige jähriger stürmer torhüter"
        " torwart verteidiger spieler sieger weltmeister olympiasieger archivar mediziner ärzte"
        " opfer gruppe überlebende überlebender angehörige geschäftsmann händler besitzer"
        " eigentümer"
        " konzern verband gewerkschaft hersteller betreiber reederei opposition fraktion kreisen"
        " kreise polizei"
        " staatsanwaltschaft behörden gericht verwaltung bundesregierung landesregierung"
        " umfeld"
        " täter täterin einbrecher angreifer diebe"
        " vorgänger vorgängerin nachfolger nachfolgerin stellvertreter stellvertreterin mandant"
        " mandantin gutachter gutachterin sachverständige sachverständiger prüfer prüferin"
        " ermittler ermittlerin angeklagte angeklagter beschuldigte beschuldigter verdächtige"
        " verdächtiger verurteilte verurteilter kläger klägerin zuschauer fans eltern gäste leser"
        " wähler anleger analyst analystin analysten gewinner gewinnerin preisträger"
        " preisträgerin laudator laudatorin veteran veteranin helfer retter gläubige pilger"
        " verkäuferin veranstalterin großvater großmutter bruder geschwister enkel enkelin opa oma"
        " stellungnahme pressemitteilung brief urteil urteilsbegründung begründung"
        " studie bericht gutachten papier erklärung mitteilung schreiben zeitung blatt magazin"
        " agentur behörde sprecherin unternehmen firma partei regierung ministerium"
    )
    | words(BODIES)
    | WOMEN
    | TRADES
    | MEN,
    organization_words=words(BODIES) | words(
        "unternehmen konzern firma hersteller betreiber reederei gewerkschaft freundeskreis "
        "ministerium bundesministerium innenministerium außenministerium auswärtiges amt behörde"
        " bundesamt landesamt regierung bundesregierung partei fraktion bundestag bundesrat landtag"
        " senat parlament kommission rat ausschuss verband bundesverband verein gewerkschaft bund"
        " institut universität hochschule schule bank bundesbank zentralbank konzern gesellschaft"
        " gmbh ag stiftung gericht bundesgericht oberlandesgericht polizei staatsanwaltschaft armee"
        " bundeswehr agentur nachrichtenagentur zeitung magazin sender rundfunk fernsehen"
        " rundschau allgemeine presse club fc akademie kirche stadt stadtverwaltung kreis"
        " initiative"
        " allianz union organisation vereinigung genossenschaft werke kammer handelskammer"
        " feuerwehr klinik klinikum krankenhaus museum theater post bahn zentrum tagesschau"
        " tageblatt anzeiger kurier bote nachrichten tribüne"
    ),
    pronouns=words("er sie"),
    demonstratives=words("dieser diese der die jener jene letzterer letztere ersterer erstere"),
    relatives=words("welcher welche welches"),
    verb_endings=("te", "ten", "t"),
    impersonal_cues=words(
        "heißt es, hieß es, so heißt es, so hieß es, war zu hören, ist zu hören, war zu vernehmen"
    ),
    masculine=frozenset(one for one in CALLINGS if not one.endswith(("in", "frau", "e"))) | words(
        OFFICES + " prüfer ermittler gutachter helfer retter zuschauer nutzer wähler käufer mieter"
        " anwohner nachbar besucher teilnehmer kritiker gegner anhänger beobachter augenzeuge"
        " einwohner bewohner lehrer schüler arbeiter bauer bäcker fischer berater spieler sieger"
        " torhüter stürmer händler eigentümer besitzer vorgänger nachfolger stellvertreter"
        " hersteller betreiber angestellter überlebender verdächtiger angeklagter kläger"
        " er ihm ihn herr mann vater sohn bruder junge vertreter mitarbeiter beamter"
    ) - words("abgeordnete vorsitzende"),
    feminine=words(
        "sie meisterin inspektorin kandidatin reporterin ihr frau mutter tochter schwester witwe"
        " mädchen"
    )
    | frozenset(one for one in CALLINGS if one.endswith(("in", "frau")))
    | WOMEN
    | TRADES,
    particles=words("von der den van de zu zum zur vom di da del la le du"),
    prepositions=_PREPOSITIONS,
    articles=_ARTICLES,
    marks_names=True,
    ordinal_stops=True,
    text_nouns=words(
        "studie bericht gutachten papier erklärung mitteilung schreiben zeitung blatt magazin"
        " brief urteil urteilsbegründung begründung text beschluss entwurf stellungnahme"
        " pressemitteilung antwort"
    ),
    statement_nouns=words(
        "mitteilung erklärung stellungnahme schreiben brief pressemitteilung antwort"
    ),
    quoting_verbs=words("zitiert zitierte zitieren zitierten"),
    genitive_articles=words("der des"),
    partitives=words("einer eine"),
    auxiliaries=words("hat hatte haben hatten habe hätten"),
    relative_words=words("der die das deren dessen welcher welche"),
    view_prepositions=words("für wie"),
    seat_prepositions=words("aus bei beim vom von"),
    company_words=words(
        "behörde organisation einrichtung verwaltung unternehmen konzern firma gesellschaft"
        " hersteller betreiber reederei bank gmbh ag"
    ),
    adverbs=words(
        "gestern heute vorgestern dann dazu hierzu dagegen jedoch allerdings daraufhin später zuvor"
        " anschließend zudem auch noch wörtlich knapp weiter unterdessen indes hingegen dabei"
        " darauf schließlich deshalb etwa nun immerhin sogar prompt lediglich selbst wiederum"
        " montag dienstag mittwoch donnerstag freitag samstag sonntag"
    ),
    kin=words(
        "sohn tochter bruder schwester enkel enkelin neffe nichte cousin cousine onkel tante opa"
        " oma großvater großmutter ehemann ehefrau gattin gatte zwillingsbruder zwillingsschwester"
    ),
    ages=("jährige", "jähriger", "jährigen", "jährigem"),
    reflexives=words("sich ihn ihm ihnen uns mir mich"),
    article_genders={"der": "masculine", "dieser": "masculine", "jener": "masculine"}
    | dict.fromkeys(words("die diese jene"), "feminine"),
    oblique_articles=words("dem den einen einem keinen keinem seinem seinen ihrem ihren diesem"),
    definite_articles=words("der die das dem den des dieser diese dieses"),
    place_links=words("zum zur vom im in am beim bei"),
    office_links=words("der des für von vom im in am beim bei"),
    passives=words("wird werden wurde wurden worden werde würde"),
    agents=words("von vom durch"),
    name_endings=(("s", ""),),
    inverts=True,
    generic_offices=words(
        "prof dr frau herr assistent assistentin student studentin joker torwart torhüter"
        " torhüterin stürmer kapitän politiker politikerin chef chefin experte expertin"
        " forscher forscherin wissenschaftler"
        " wissenschaftlerin sprecher sprecherin autor autorin künstler künstlerin trainer jurist"
        " juristin funktionär funktionärin vorsitzende vorsitzender abgeordnete abgeordneter"
        " mitglied vertreter vertreterin leiter leiterin unternehmer unternehmerin manager"
        " managerin mediziner medizinerin spieler spielerin schriftsteller schriftstellerin"
        " verteidiger musiker musikerin anwalt anwältin experte minister ministerin kandidat"
        " kandidatin professor professorin gewerkschafter gewerkschafterin beamter beamtin"
    ),
    lay_nouns=words(
        "angeklagte angeklagter angeklagten beschuldigte beschuldigter verdächtige verdächtiger"
        " verurteilte verurteilter zeuge zeugin mann frau rentner rentnerin mutter vater witwe"
        " junge mädchen opfer kläger klägerin nachbar nachbarin schüler schülerin"
    ),
    sole_offices=words(
        "minister ministerin kanzler kanzlerin präsident präsidentin premier ministerpräsident"
        " ministerpräsidentin premierminister premierministerin bürgermeister bürgermeisterin"
        " oberbürgermeister oberbürgermeisterin landrat landrätin gouverneur gouverneurin papst"
        " könig königin kaiser kaiserin richter richterin bundespräsident bundeskanzler"
        " bundeskanzlerin vizekanzler bischof journalist journalistin reporter reporterin"
        " pfarrer pfarrerin pastor pastorin papst kardinal rabbiner imam"
    ),
    compound_heads=(
        "meister",
        "ministerin", "minister", "präsidentin", "präsident", "sprecherin", "sprecher",
        "direktorin", "direktor", "leiterin", "leiter", "chefin", "chef", "trainerin", "trainer",
        "vorsitzende", "vorsitzender", "vorsitzenden", "beauftragte", "beauftragter",
        "kommissarin", "kommissar", "richterin", "richter", "anwältin", "anwalt", "anwälte",
        "expertin", "experte", "experten", "forscherin", "forscher", "politikerin", "politiker",
        "bürgermeisterin", "bürgermeister", "sekretärin", "sekretär", "kanzlerin", "kanzler",
        "abgeordnete", "abgeordneter", "professorin", "professor", "meisterin", "inspektor",
        "inspektorin", "mitglied", "kandidat", "kandidatin", "reporter", "reporterin", "jährige",
        "jähriger", "jährigen", "brandmeister", "händler", "verhandlungsführer", "dezernentin",
        "kreise", "kreisen", "freundeskreis", "verein", "ministerium", "gericht", "hochschule",
        "universität", "klinik", "fraktion", "kommission", "kammer", "agentur", "stiftung",
        "partei", "regierung", "gewerkschaft", "verband", "behörde", "konzern", "unternehmen",
        "bündnis", "ausschuss", "institut", "verwaltung", "organisation", "gesellschaft",
        "genossenschaft", "versicherung", "polizei", "feuerwehr", "rechnungshof", "beirat",
        "initiative", "koalition", "opposition", "belegschaft", "jury",
        *sorted(CALLINGS, key=len, reverse=True),
        *sorted(TRADES),
    ),
    capital_nouns=True,
    name_starts=words("neu bad sankt st groß klein"),
    naming_words=words(
        "genannt genannte genannten sogenannt sogenannte sogenannten sogenannter titel namens buch"
        " film roman serie lied stück oper begriff wort motto slogan ausdruck zeitung magazin"
        " zeitschrift sendung projekt aktion kampagne schiff betitelt spitzname beiname"
        " bezeichnung überschrift programm album ausstellung"
    ),
    event_nouns=words(
        "pressekonferenz, konferenz, kongress, gipfel, interview, rede, sitzung, debatte, tagung,"
        " parteitag, versammlung, kundgebung, anhörung, prozess, gespräch, feier, eröffnung,"
        " gedenkfeier, forum, messe, demonstration, treffen"
    ),
    place_prepositions=words("in"),
    not_names=_ARTICLES | _PREPOSITIONS | words(
        "und oder aber denn doch dass wenn weil ob damit ich du er sie es wir ihr ihm ihn ihnen uns"
        " mein meine unser unsere ist sind war waren wird werden wurde hat haben hatte auch nur"
        " noch"
        " schon sehr so da dann dort hier jetzt nun immer mehr viel alle alles was wer wie wo wann"
        " warum man dabei damit daran darauf dafür dazu davon bereits zudem außerdem jedoch zuvor"
        " danach daraufhin inzwischen unterdessen allerdings dennoch deshalb daher darum"
        " schließlich"
        " zunächst später gestern heute morgen montag dienstag mittwoch donnerstag freitag samstag"
        " sonnabend sonntag januar februar märz april mai juni juli august september oktober"
        " november"
        " dezember laut insgesamt nachdem obwohl sowohl weder ja nein gegenüber einer eines wie"
        " deutsche deutscher deutschen deutsches französische französischer russische russischer"
        " amerikanische amerikanischer britische britischer chinesische türkische polnische"
        " menschen leute jahr jahre jahren tag tage tagen uhr woche wochen monat monate zeit euro"
        " dollar prozent millionen milliarden ende anfang teil fall frage fragen land welt seite"
        " angaben worte worten wort aussage aussagen erklärung mitteilung meldung bericht berichte"
        " interview gespräch rede sitzung thema grund ziel weg arbeit leben haus hand kinder kind"
        " männer frauen mann opfer zeugen kritik problem probleme lage maßnahmen entscheidung"
        " ergebnis möglichkeit recht gesetz krieg frieden wahl wahlen stimmen stimme politik"
        " wirtschaft sicherheit zukunft vergangenheit geschichte unfall brand flugzeug schiff auto"
        " zug straße stadt gemeinde region regierung partei opposition polizei gericht medien"
        " öffentlichkeit bevölkerung bürger beginn rahmen bezug zusammenhang hinblick blick folge"
        " folgen hintergrund beispiel dinge ding sache geld kosten preis preise spiel spiele saison"
        " mannschaft sieg niederlage platz tor minute minuten stunde stunden nacht abend mittag"
    ),
    header_keys={
        "titel": "title", "überschrift": "title", "schlagzeile": "title", "url": "url",
        "link": "url", "datum": "issued", "veröffentlicht": "issued", "erschienen": "issued",
        "stand": "issued", "quelle": "publisher", "herausgeber": "publisher",
        "verlag": "publisher", "zeitung": "container_title", "medium": "container_title",
        "autor": "authors", "autorin": "authors", "autoren": "authors", "von": "authors",
        "abgerufen": "accessed", "zugriff": "accessed", "sprache": "language",
    },
)  # fmt: skip
