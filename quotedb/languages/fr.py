"""French."""

from __future__ import annotations

from quotedb.languages import Language, forms, words

# Regular verbs: affirme, affirmait, affirma, affirmé, affirmant; inverted forms with a pronoun
# are one word to the tokenizer (`explique-t-il`).
_STEMS = (
    "accus affirm ajout annonc argument articul assur avanc commenc comment confi confirm consid"
    " conseill constat contest critiqu déclar demand dénonc désapprouv détaill estim évoqu exig"
    " expliqu exprim félicit gliss indiqu informat insist interrog ironis jug justifi lanc manifest"
    " martel mentionn montr murmur not observ oppos plaid plaisant point précis pronostiqu proclam"
    " prométtr protest racont rapport rappel réclam reconnaiss regrett relat relativis remarqu"
    " répliqu résum rétorqu révél risqu salu signal soulign souhait souffl susurr témoign tempêt"
    " tonn tranch tweet vant renchér balay complét conclu poursuiv recommand implor suppli"
    " chuchot cri hurl pest grommel grogn raill moqu qualifi reproch dédicac enchaîn explicit"
    " form formul affich cit titr nomm baptis surnomm prévis alert rassur garanti certifi"
    " décrypt analys diagnostiqu martel théoris sermonn houspill ordonn pri"
)
_REGULAR = forms(_STEMS, "e ent ait aient a èrent é ée és ant er")
_INVERTED = forms(
    _STEMS, "e-t-il e-t-elle ent-ils ent-elles ait-il ait-elle aient-ils a-t-il a-t-elle"
)
_IRREGULAR = words(
    "dit disent disait disaient dirent disant déclare écrit écrivait écrivit écrivent écrivant"
    " répond répondait répondit répondent répondu répondant répète répétait répéta reprend"
    " reprenait"
    " reprit repris poursuit poursuivait poursuivit poursuivi poursuivent conclut concluait conclu"
    " concluent soutient soutenait soutint soutenu soutiennent prévient prévenait prévint prévenu"
    " promet promettait promit promis admet admettait admit admis reconnaît reconnaissait reconnut"
    " reconnu reconnaissent décrit décrivait décrivit décrivent prédit prédisait traduit souligné"
    " avertit avertissait averti avertissent définit définissait rugit renchérit renchérissait"
    " renchéri réagit réagissait réagi réagissent affirmant fait faisait fit rappelle rappelait"
    " rappelé rappellent appelle appelait appelé appellent révèle révélait espère espérait espéré"
    " considère considérait considéré suggère suggérait suggéré craint craignait croit croyait cru"
    " pense pensait pensé veut voulait sourit souriait soupire soupirait soupira gémit répliqué"
    " démentait dément démenti invite invitait réclamé interpelle complète complétait complété"
    " lâche lâchait lâché lâcha glissé ironise ironisait tempère tempérait nuance nuançait"
    " annonçait annonça lançait lança lancé dénonçait dénonça avançait avança commençait menaçait"
    " menace menacé reconnaissant jure jurait juré signe signait titrait conseille avoue avouait"
    " avoué avoua confesse confesser appelant exhorte exhortait exhorté plaide défend défendait"
    " défendu prône prônait fustige fustigeait fustigé déplore déplorait déploré regrette"
    " regrettait"
    " salue saluait salué reprochait résume s'exclame s'exclamait s'exclama s'écrie s'écria"
    " s'interroge s'interrogeait s'insurge s'insurgeait s'indigne s'indignait s'inquiète"
    " s'inquiétait"
    " s'étonne s'étonnait s'agace s'agaçait s'emporte s'amuse s'amusait s'enthousiasme s'alarme"
    " s'exclame-t-il s'exclame-t-elle s'interroge-t-il s'interroge-t-elle"
    " dit-il dit-elle dit-on disent-ils disent-elles disait-il disait-elle a-t-il a-t-elle ont-ils"
    " avait-il avait-elle répond-il répond-elle répondit-il poursuit-il poursuit-elle conclut-il"
    " conclut-elle reprend-il reprend-elle écrit-il écrit-elle soutient-il soutient-elle admet-il"
    " admet-elle promet-il promet-elle reconnaît-il reconnaît-elle prévient-il prévient-elle"
    " avertit-il avertit-elle renchérit-il renchérit-elle sourit-il sourit-elle fit-il fit-elle"
    " lance-t-il lance-t-elle lâche-t-il lâche-t-elle avoue-t-il avoue-t-elle rappelle-t-il"
    " rappelle-t-elle espère-t-il espère-t-elle soupire-t-il soupire-t-elle redoute redoutait"
)

_ARTICLES = words(
    "le la les l un une des du de d ce cet cette ces son sa ses leur leurs notre nos votre vos"
    " quelques plusieurs certains certaines chaque deux trois quatre aucun aucune autre autres"
)
_PREPOSITIONS = words(
    "à au aux de du des en dans par pour sur sous avec sans chez vers entre contre depuis pendant"
    " avant après devant derrière malgré parmi selon dès jusque jusqu hors envers outre voici voilà"
    " face grâce lors près auprès autour comme"
)
_SHARED = (
    "ministre maire juge capitaine procureur garde peintre poète architecte journaliste économiste"
    " socialiste centriste écologiste syndicaliste interprète artiste cinéaste pianiste biologiste"
    " scientifique spécialiste responsable secrétaire commissaire propriétaire bénévole membre"
    " chef guide géologue sociologue psychologue archéologue politologue historiographe dentiste"
    " gendarme diplomate notaire libraire fleuriste activiste militante stagiaire premier première"
)
_MEN = (
    "président vice-président premier-ministre directeur sous-directeur conseiller député sénateur"
    " préfet sous-préfet gouverneur ambassadeur consul général colonel commandant lieutenant amiral"
    " porte-parole chancelier roi prince empereur duc comte baron pape cardinal archevêque évêque"
    " curé abbé rabbin imam avocat professeur docteur médecin chirurgien infirmier chercheur"
    " historien mathématicien physicien écrivain auteur romancier éditeur rédacteur metteur acteur"
    " chanteur musicien compositeur réalisateur producteur entraîneur sélectionneur joueur gardien"
    " attaquant buteur champion vainqueur patron fondateur cofondateur gérant entrepreneur"
    " industriel négociant ouvrier pêcheur agriculteur éleveur boulanger menuisier marin"
    " instituteur"
    " enseignant élève étudiant adjoint élu conseil délégué représentant dirigeant leader candidat"
    " chroniqueur animateur présentateur correspondant envoyé inspecteur policier pompier soldat"
    " magistrat greffier accusé prévenu témoin voisin habitant riverain passant client collègue ami"
    " père fils frère mari époux homme garçon vieillard septuagénaire sexagénaire octogénaire"
    " trentenaire quadragénaire quinquagénaire intéressé expert analyste consultant technicien"
    " ingénieur berger vigneron apiculteur horloger conservateur bibliothécaire archiviste"
    " guichetier"
    " chauffeur conducteur pilote navigateur retraité maraîcher monsieur sieur m mm me dr pr mgr st"
)
_WOMEN = (
    "présidente vice-présidente directrice sous-directrice conseillère députée sénatrice préfète"
    " gouverneure ambassadrice consule générale colonelle commandante chancelière reine princesse"
    " impératrice duchesse comtesse baronne avocate professeure docteure médecine chirurgienne"
    " infirmière chercheuse historienne mathématicienne physicienne écrivaine autrice romancière"
    " éditrice rédactrice actrice chanteuse musicienne compositrice réalisatrice productrice"
    " entraîneuse joueuse gardienne championne patronne fondatrice cofondatrice gérante"
    " entrepreneuse ouvrière agricultrice éleveuse boulangère institutrice enseignante étudiante"
    " adjointe élue déléguée représentante dirigeante candidate chroniqueuse animatrice"
    " présentatrice correspondante inspectrice policière magistrate greffière accusée prévenue"
    " voisine habitante riveraine passante cliente collègue amie mère fille sœur femme épouse veuve"
    " dame intéressée experte consultante technicienne ingénieure bergère vigneronne apicultrice"
    " horlogère conservatrice guichetière conductrice navigatrice retraitée maraîchère madame"
    " mademoiselle mme mlle metteuse ministre-présidente procureure mairesse"
)
_PEOPLE = _MEN + " " + _WOMEN + " " + _SHARED

LANGUAGE = Language(
    tag="fr",
    name="French",
    endonym="français",
    byline="par",
    conjunction="et",
    dash_dialogue=True,
    inverts=True,
    small_titles=True,
    elisions=words("l d qu jusqu lorsqu puisqu"),
    inner_clauses=frozenset((",",)),
    untitled={
        "article-newspaper": "Article sans titre", "webpage": "Page web sans titre",
        "": "Document sans titre",
    },
    months={
        "janvier": 1, "janv": 1, "février": 2, "févr": 2, "mars": 3, "avril": 4, "avr": 4,
        "mai": 5, "juin": 6, "juillet": 7, "juil": 7, "août": 8, "septembre": 9, "sept": 9,
        "octobre": 10, "oct": 10, "novembre": 11, "nov": 11, "décembre": 12, "déc": 12,
    },
    weekdays={
        "lundi": 1, "mardi": 2, "mercredi": 3, "jeudi": 4, "vendredi": 5, "samedi": 6,
        "dimanche": 7,
    },
    relative_days={"aujourd'hui": 0, "hier": -1, "avant-hier": -2, "demain": 1},
    last_words=words("dernier passé"),
    next_words=words("prochain"),
    negations=words("ne n pas jamais rien aucun aucune personne nul nulle ni non sans guère plus"),
    numbers={
        "zéro": "0", "un": "1", "une": "1", "deux": "2", "trois": "3", "quatre": "4", "cinq": "5",
        "six": "6", "sept": "7", "huit": "8", "neuf": "9", "dix": "10", "onze": "11",
        "douze": "12", "treize": "13", "quatorze": "14", "quinze": "15", "seize": "16",
        "vingt": "20", "trente": "30", "quarante": "40", "cinquante": "50", "soixante": "60",
        "cent": "100", "cents": "100", "mille": "1000", "million": "1000000",
        "millions": "1000000",
    },
    function_words=_ARTICLES | _PREPOSITIONS - words("ne pas") | words(
        "et ou mais donc or car si que qu quand lorsque puisque parce comme je j tu il elle on nous"
        " vous ils elles me m te t se s lui y en moi toi eux mon ma mes ton ta tes qui quoi dont où"
        " quel quelle quels quelles est sont était étaient être été suis es sommes êtes sera serait"
        " a ont avait avaient avoir eu ai as avons avez aura aurait ce c cela ça ceci tout tous"
        " toute toutes très aussi encore déjà bien plus moins même puis alors ainsi là ici"
    ),
    speech_verbs=(_REGULAR | _INVERTED | _IRREGULAR)
    - words("montre note notes point points cite formes forme indiqué nommée pri prie prier mari"),
    speech_phrases=words(
        "a déclaré, a dit, a affirmé, a expliqué, a ajouté, a indiqué, a assuré, a estimé,"
        " a précisé, a souligné, a rappelé, a répondu, a lancé, a confié, a écrit, a conclu,"
        " ont déclaré, ont affirmé, ont expliqué, ont indiqué, fait savoir, a fait savoir,"
        " fait valoir, a fait valoir, fait remarquer, a fait remarquer, a-t-il dit, a-t-elle dit,"
        " a-t-il déclaré, a-t-elle déclaré, a-t-il ajouté, a-t-elle ajouté, a-t-il expliqué,"
        " a-t-elle expliqué, a-t-il affirmé, a-t-elle affirmé, a-t-il précisé, a-t-elle précisé,"
        " a-t-il lancé, a-t-elle lancé, a-t-il conclu, a-t-elle conclu, a-t-il estimé,"
        " a-t-elle estimé, a-t-il indiqué, a-t-elle indiqué, a-t-il assuré, a-t-elle assuré,"
        " ont-ils déclaré, ont-elles déclaré, ont-ils ajouté, a tenu à, tient à, a mis en garde,"
        " met en garde, a tranché, prend la parole, a réagi"
    ),
    sources_before=words(
        "selon, d'après, d après, pour, aux yeux de, de l'avis de, de l avis de, à en croire,"
        " au dire de, aux dires de, selon les mots de"
    ),
    agents=words("par"),
    speech_nouns=words(
        "déclaration communiqué propos mots paroles discours entretien interview lettre message"
        " tribune rapport courrier réponse témoignage"
    ),
    titles=words(_PEOPLE) | words("ex ancien ancienne feu sainte"),
    person_nouns=words(_PEOPLE) | words(
        "source sources autorités syndicat direction entreprise société mairie préfecture parquet"
        " association rapport étude communiqué texte journal quotidien agence jeune gens parents"
        " habitants riverains voisins témoins élèves étudiants salariés ouvriers pêcheurs"
        " manifestants grévistes opposants supporteurs proches parti gouvernement opposition jury"
        " collectif comité quadragénaire défenseur milieu conjoint compagnon compagne"
    ),
    organization_words=words(
        "ministère gouvernement préfecture mairie parquet tribunal cour conseil assemblée sénat"
        " parlement commission comité parti syndicat fédération confédération union association"
        " fondation institut université école lycée collège académie banque société compagnie"
        " groupe"
        " agence office bureau direction caisse chambre police gendarmerie armée hôpital clinique"
        " musée théâtre radio télévision presse journal gazette courrier quotidien dépêche revue"
        " club cercle collectif ligue observatoire centre régie port communauté région département"
        " archives bibliothèque église diocèse ordre front rassemblement mouvement alliance"
    ),
    pronouns=words("il elle ils elles"),
    relatives=words("qui"),
    masculine=words(_MEN) | words("il le lui celui ils"),
    feminine=words(_WOMEN) | words("elle la celle elles"),
    particles=words("de du des d la le van von der den di da del al el ben ibn y saint"),
    prepositions=_PREPOSITIONS,
    articles=_ARTICLES - words("de d"),
    definite_articles=words("le la les l ce cet cette ces"),
    office_links=words("de du des d chargé chargée à aux en"),
    name_starts=words("saint sainte st la le les mont"),
    naming_words=words(
        "surnomme surnomment dit dite surnommé surnommée appelé appelée intitulé intitulée"
        " baptisé baptisée nommé"
        " nommée"
        " titre livre roman film série chanson album pièce opéra tableau revue magazine émission"
        " spectacle exposition mot terme expression formule slogan opération plan programme projet"
        " documentaire recueil essai navire bateau prétendu prétendue soi-disant"
    ),
    event_nouns=words(
        "conférence de presse, conférence, congrès, sommet, entretien, interview, discours,"
        " réunion,"
        " séance, débat, audience, procès, meeting, forum, colloque, assemblée, cérémonie,"
        " inauguration, manifestation, rassemblement, festival, point de presse, hommage, conseil"
    ),
    place_prepositions=words("à en"),
    not_names=_ARTICLES | _PREPOSITIONS | words(
        "et ou mais donc or car si que quand lorsque puisque parce comme je tu il elle on nous vous"
        " ils elles qui quoi dont où quel quelle c'est c cela ça ceci tout tous toute toutes très"
        " aussi encore déjà bien plus moins même puis alors ainsi là ici hier aujourd'hui demain"
        " lundi mardi mercredi jeudi vendredi samedi dimanche janvier février mars avril mai juin"
        " juillet août septembre octobre novembre décembre cependant toutefois pourtant néanmoins"
        " enfin ensuite d'abord interrogé interrogée interrogés quant notamment devant oui non"
        " merci"
        " personne rien jamais aucun trop peu beaucoup certes bref sinon voilà français française"
        " anglais anglaise allemand allemande espagnol italien russe américain américaine chinois"
        " turc turque européen européenne s'il l'un d'autres qu'il qu'elle lui elles celui celle"
        " ceux"
        " l'homme monsieur madame m mme mlle me jusqu'à tandis pendant lors dès"
    ),
    header_keys={
        "titre": "title", "url": "url", "lien": "url", "adresse": "url", "date": "issued",
        "publié le": "issued", "publié": "issued", "paru le": "issued", "mis en ligne": "issued",
        "source": "publisher", "éditeur": "publisher", "journal": "container_title",
        "média": "container_title", "publication": "container_title", "site": "container_title",
        "auteur": "authors", "autrice": "authors", "auteurs": "authors", "par": "authors",
        "consulté le": "accessed", "consulté": "accessed", "langue": "language",
    },
)  # fmt: skip
