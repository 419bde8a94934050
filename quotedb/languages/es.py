"""Spanish.

Folding takes accents away, and words that only an accent parts fall together: `él` with the
article `el`, `publicó` with `público`, `terminó` with `término`. The commoner meaning decides, so
`él` is no pronoun here, and `publicó` is a cue in phrases only (`publicó en su cuenta`).
"""

from __future__ import annotations

from quotedb.languages import Language, forms, words
from quotedb.languages._spanish_people import BODIES, CALLINGS, GIVEN, OFFICES_O, OFFICES_OR, OR, O

# Verbs in -ar by their stems; those that part the vowel in the present (cuenta, contó) follow.
_AR = forms(
    "aclar acot aconsej acus adelant afirm agreg ahond alab aleg alert anticip anunci apel"
    " apostill apunt argument asegur asever ataj augur aventur avis bautiz brome calific clam"
    " coment comunic conden conmin confirm congratul contest critic cuestion declar denunci descart"
    " destac desvel detall devel discrep enfatiz especific espet estim evoc exclam exhort explic"
    " expres felicit finaliz grit increp indic inform inst ironiz jur juzg justific lament mascull"
    " matiz mencion narr observ opin plante precis pregunt proclam pronostic protest puntualiz"
    " ratific reafirm recalc reclam reflexion refut reivindic relat remach remarc rememor replic"
    " reproch resalt retruc revel señal sentenci solicit subray suplic susurr tach tild tuite valor"
    " reaccion recrimin censur achac imput deplor corrobor especul sospech garantiz festej salud"
    " profetiz"
    " divulg vocifer tartamude dictamin certific constat objet minimiz relativiz terci apremi areng"
    " calcul invoc interpel fustig reprob repudi rechaz reproch vaticin zanj murmur suspir desafi"
    " implor elogi consider",
    "a an ó aron aba aban ado ando",
) | forms("cont record rog recomend confes manifest", "ó aron aba aban ado ando")
# Verbs in -er and -ir whose stem is one in all forms, and those that change it.
_ER = forms(
    "añad respond insist admit transmit resum inquir prosigu", "ió ieron ía ían ido iendo"
) | forms(
    "añad respond escrib describ insist admit transmit resum sostien mantien expon propon repon"
    " adviert refier sugier pid reconoc agradec defiend exig promet repit desmient rebat defin"
    " predic dic cre conced concluy arguy aduc interrump intervien prosigu",
    "e en",
)
_STRONG = (
    forms("sostuv mantuv expus propus repus", "o ieron")
    | forms("reconoc agradec defend exig promet rebat conced", "ió ieron ía ían ido iendo")
    | forms("conclu argu", "yó yeron ía ían ido yendo")
    | forms("reiter neg", "ó aron aba aban ado ando")
    | forms("escrib describ", "ió ieron ía ían iendo")
    | forms("advirt refir sugir pid repit desmint defin", "ió ieron iendo")
    | forms("advert suger ped repet desment sosten", "ía ían ido")
    | forms("propon expon sosten defin refer manten cre", "ía ían")
)
# What is more often a noun, an adjective, or another thing that is done.
_OTHER_MEANINGS = words(
    "terciado terciada objeto censurado acusado alertas alerta censura condena condenado critica"
    " denuncia estima estimado juraban"
    " jurado precisa precisado protesta replicado sentencia sentenciado solicitado valorado"
    " comunicado cuestionado reclamado anticipado observado juzgado grita gritan felicitado"
    " resumen finalizado"
)

_ARTICLES = words(
    "el la los las lo un una unos unas otro otra otros otras varios varias algún alguna algunos"
    " algunas este esta estos estas ese esa esos esas aquel aquella su sus nuestro nuestra cada"
    " cualquier ambos ambas dos tres cuatro"
)
_PREPOSITIONS = words(
    "a al ante bajo con contra de del desde durante en entre hacia hasta mediante para por sin"
    " sobre tras versus como"
)
_SMALL = (_ARTICLES | _PREPOSITIONS) | words(
    "aquello aquellos aquellas aquí ahí allí así aun aún aunque cómo cual cuál cuales cuando"
    " cuándo cuanto cuánto donde dónde e él ella ellas ellos entonces era eran eras eres es eso"
    " está estaba estaban estamos están estar esto estoy fue fueron fui ha había habían han has hay"
    " haya he hemos le les más me mi mí mis mientras mismo misma mismos mismas mucho mucha muchos"
    " muchas muy ni no nos nosotros nosotras nuestras nuestros o os pero poco pues porque qué que"
    " quien quién quienes se sea sean según ser será serán si sí sido siendo sino sois somos son"
    " soy también tan tanto te tendrá tenemos tener tengo ti tiene tienen toda todas todo todos tu"
    " tú tus u uno usted ustedes va van vamos voy vosotros y ya yo algo alguien alguno ahora además"
    " antes después luego pueda puede pueden debe deben cabe quizá quizás solo sólo vez dice dijo"
)

LANGUAGE = Language(
    tag="es",
    name="Spanish",
    endonym="Español",
    byline="por",
    conjunction="y",
    dash_dialogue=True,
    untitled={
        "article-newspaper": "Noticia sin título", "webpage": "Página web sin título",
        "": "Documento sin título",
    },
    months={
        "enero": 1, "ene": 1, "febrero": 2, "feb": 2, "marzo": 3, "mar": 3, "abril": 4, "abr": 4,
        "mayo": 5, "may": 5, "junio": 6, "jun": 6, "julio": 7, "jul": 7, "agosto": 8, "ago": 8,
        "septiembre": 9, "setiembre": 9, "sept": 9, "sep": 9, "set": 9, "octubre": 10, "oct": 10,
        "noviembre": 11, "nov": 11, "diciembre": 12, "dic": 12,
    },
    # "mar" is the sea and "dom" a title: as abbreviations of days they would do harm.
    weekdays={
        "lunes": 1, "lun": 1, "martes": 2, "miércoles": 3, "mié": 3, "jueves": 4, "jue": 4,
        "viernes": 5, "vie": 5, "sábado": 6, "sáb": 6, "domingo": 7,
    },
    negative_prefixes=words("in im des no"),
    negations=words(
        "no ni nunca jamás nadie nada ningún ninguno ninguna ningunos ningunas tampoco sin apenas"
    ),
    # "un" and "una" are articles far more often than figures.
    numbers={
        "cero": "0", "uno": "1", "dos": "2", "tres": "3", "cuatro": "4", "cinco": "5", "seis": "6",
        "siete": "7", "ocho": "8", "nueve": "9", "diez": "10", "once": "11", "doce": "12",
        "trece": "13", "catorce": "14", "quince": "15", "dieciséis": "16", "diecisiete": "17",
        "dieciocho": "18", "diecinueve": "19", "veinte": "20", "veintiuno": "21", "veintidós": "22",
        "veintitrés": "23", "veinticuatro": "24", "veinticinco": "25", "veintiséis": "26",
        "veintisiete": "27", "veintiocho": "28", "veintinueve": "29", "treinta": "30",
        "cuarenta": "40", "cincuenta": "50", "sesenta": "60", "setenta": "70", "ochenta": "80",
        "noventa": "90", "cien": "100", "ciento": "100", "doscientos": "200", "doscientas": "200",
        "trescientos": "300", "trescientas": "300", "cuatrocientos": "400", "quinientos": "500",
        "quinientas": "500", "seiscientos": "600", "setecientos": "700", "ochocientos": "800",
        "novecientos": "900", "mil": "1000", "millón": "1000000", "millones": "1000000",
    },
    # "EE. UU." falls apart into two words, each written out for itself.
    contractions={
        "al": "a el", "del": "de el", "pa": "para", "pal": "para el", "ee": "estados",
        "uu": "unidos", "eeuu": "estados unidos", "ud": "usted", "uds": "ustedes",
        "sr": "señor", "sra": "señora", "dr": "doctor", "dra": "doctora",
    },
    function_words=_SMALL,
    reported_verbs=words(
        "a su juicio, en su opinión, a su entender, a su parecer, en su versión, según su versión,"
        " en sus palabras"
    ),
    speech_verbs=(_AR | _ER | _STRONG)
    - _OTHER_MEANINGS
    | words(
        "dijo dijeron decía decían dicho dicha dichas diciendo decir dirá diría dijera creyó"
        " creído piensa piensan pensó expuesto propuesto niega niegan predijo predijeron adujo"
        " adujeron aducía escrito escrita escritas descrito intervino interrumpió leyó lee reza"
        " rezaba cuenta cuentan recuerda recuerdan ruega ruegan recomienda recomiendan confiesa"
        " confiesan manifiesta manifiestan confió confía continuó llamó llamaron presumió soltó"
        " soltaron balbuceó sollozó suspiró coreó corearon coreaban coreando deslizó remató celebró"
        " arremetió arremete arremetieron temió teme temen preguntándose refiriéndose pronunció"
        " pronunciado pronunciada pronunciadas expresadas formulada formuladas afirmar asegurar"
        " señalar explicar declarar anunciar manifestar añadir subrayar destacar recalcar insistir"
        " advertir admitir reconocer lamentar recordar sostener aclarar indicar responder contestar"
        " denunciar reiterar reitera reiteran completó asumió asumía suspira"
    ),
    speech_phrases=words(
        "ha acusado, han acusado, había acusado, se mostró, se muestra, se mostraron, se ha"
        " mostrado,"
        " se declaró, se manifestó, se confesó, se reconoció, habría acusado, "
        "dejó claro, deja claro, dejaron claro, ha dejado claro, dejó escrito, hizo saber, hizo"
        " hincapié, hace hincapié, ha hecho hincapié, hizo notar, hizo un llamamiento, puso de"
        " manifiesto, ha puesto de manifiesto, puso de relieve, puso el acento, dio a entender, da"
        " a entender, dio a conocer, se preguntó, se pregunta, se quejó, se quejan, se quejaron, se"
        " defendió, se sincera, se jacta, se mostró convencido, se mostró convencida, se mostró"
        " confiado, se mostró confiada, se mostró tajante, se limitó a decir, se limitó a"
        " responder, se refirió a, se ha referido a, se dirigió a, salió al paso, tomó la palabra,"
        " quiso subrayar, ha querido subrayar, lanzó un mensaje, lanzó una advertencia, publicó en"
        " su, publicó en x, publicó en twitter, publicó en redes, ha publicado en su, cargó contra,"
        " carga contra, ha cargado contra, restó importancia, tiene claro, fue tajante, fue"
        " rotundo, fue más allá, pidió perdón, comenzó diciendo, terminó diciendo, terminó su"
        " intervención, cerró su intervención, cerró su discurso, habla de, hablan de, habló de,"
        " hablaron de, se comprometió"
    ),
    sources_after=words("para quien, según quien, según el cual, según la cual, para el cual"),
    sources_before=words(
        "según, de acuerdo con, de acuerdo a, conforme a, en palabras de, en palabras del,"
        " palabras de, palabras del, a juicio de, a juicio del, en opinión de, en opinión del, a"
        " decir de, a decir del, al decir de, a entender de, al entender de, a criterio de, en"
        " versión de, por boca de, en boca de, en boca del, atribuido a, atribuida a, atribuidos a,"
        " atribuidas a, atribuyó a, atribuye a, frase de, siempre según"
    ),
    titles=forms(OFFICES_O, "o a os as")
    | forms(OFFICES_OR, "or ora ores oras")
    | CALLINGS
    | words(
        "sr sra srta sres señor señora señorita señores señoras d dª dña don doña dr dra prof"
        " licenciado licenciada lic ing arq pdte pdta exvicepresidente vicedirector vicedirectora"
        " teniente concejales lideresa cónsul enviado enviada gral almirante cnel comandante cdte"
        " sgto oficial papa monseñor mons sor fray infanta emperador emperatriz sir decana"
        " científico científica físico médica columnista dramaturgo dramaturga ex actual"
    ),
    person_nouns=forms(O, "o a os as")
    | words(BODIES)
    | words("uno alguien vecindario")
    | forms(OR, "or ora ores oras")
    | CALLINGS
    | words(
        "allegado allegada pariente conocido fuente fuentes responsables representantes"
        " allegados persona personas hombre hombres"
        " mujer mujeres joven jóvenes madre padres madres marido esposa pareja familiares"
        " habitantes residentes testigo testigos superviviente supervivientes víctima víctimas"
        " afectado afectada afectados damnificados sospechoso denunciante tribunal líderes"
        " dirigentes diplomático diplomática diplomáticos agentes policías soldado expertos"
        " especialista especialistas analistas científicos economistas docente docentes estudiante"
        " estudiantes médicos periodistas artista artistas guardameta deportista árbitro"
        " comerciantes sindicalistas manifestante manifestantes activistas taxista usuario usuaria"
        " usuarios pontífice monarca colega miembro miembros partidarios detractores simpatizantes"
        " votantes comunicado informe estudio encuesta carta auto atestado documento clientes"
    ),
    organization_words=words(BODIES)
    | words(
        "aerolíneas líneas ministerio secretaría cancillería gobierno ejecutivo consejo"
        " consejería departamento"
        " delegación presidencia generalitat xunta junta diputación cabildo ayuntamiento alcaldía"
        " municipalidad comunidad congreso senado parlamento asamblea cámara tribunal audiencia"
        " juzgado fiscalía sindicato sindical unión confederación federación asociación plataforma"
        " comité comisión partido coalición movimiento alianza grupo compañía empresa sociedad"
        " corporación consorcio cooperativa banco caja fundación instituto agencia autoridad"
        " organismo organización oficina observatorio centro universidad facultad escuela hospital"
        " clínica policía guardia ejército armada servicio iglesia diócesis arzobispado obispado"
        " conferencia vaticano club deportivo fútbol liga museo biblioteca teatro radio televisión"
        " diario periódico revista noticias prensa naviera portuaria hermandad patronal ong inc"
        " contraloría"
    ),
    pronouns=words("él ella ellos ellas"),
    plural_pronouns=words("ellos ellas"),
    given_name_genders=GIVEN,
    article_genders={"el": "masculine", "este": "masculine", "ese": "masculine"}
    | {"aquel": "masculine", "un": "masculine"}
    | dict.fromkeys(words("la esta esa aquella una"), "feminine"),
    generic_offices=forms(
        "funcionari mandatari científic expert empresari letrad parlamentari abogad polític",
        "o a",
    )
    | forms("investigad regid legislad escrit aut prepar entrenad direct coordinad", "or ora")
    | words(
        "jefe jefa dirigente líder responsable titular representante especialista portavoz"
        " técnico edil"
        " artista preparador preparadora futbolista delantero médico médica candidato candidata"
        " sindicalista activista economista profesor profesora"
    ),
    person_endings=(
        "ista", "dor", "dora", "tor", "tora", "sor", "sora", "ero", "era", "ano", "ana", "ense",
        "és", "eño", "eña", "ólogo", "óloga", "grafo", "grafa", "último", "última",
    ),
    lay_nouns=words(
        "acusado acusada procesado procesada imputado imputada sospechoso sospechosa víctima"
        " testigo mujer hombre señora señor viuda viudo madre padre anciano anciana vecino vecina"
        " jubilado jubilada joven denunciante cliente clienta"
    ),
    sole_offices=words(
        "ministro ministra presidente presidenta alcalde alcaldesa gobernador gobernadora fiscal"
        " juez jueza magistrado magistrada rey reina papa canciller vicepresidente vicepresidenta"
        " obispo arzobispo rector rectora embajador embajadora intendente"
        " periodista reportero reportera entrevistador entrevistadora"
    ),
    demonstratives=words("este aquel aquella"),
    verb_endings=("a", "e", "ó", "ba", "ía", "aron", "ieron", "an", "en"),
    participle_endings=("ado", "ada", "ados", "adas", "ido", "ida", "idos", "idas"),
    clitics=words("se le les me nos ha han había"),
    plural_endings=("n",),
    drops_subject=True,
    inverts=True,
    small_titles=True,
    relatives=words("quien quienes"),
    # No "y" or "el": both stand between two names more often than inside of one.
    particles=words("de del la las los da do dos das di du van von der den ter bin ibn ben al abu"),
    prepositions=_PREPOSITIONS | words("junto llamado llamada frente excepto salvo incluido"),
    articles=_ARTICLES,
    family_titles=words(
        "rey príncipe alcalde conde duque marqués barón papa párroco abad sacristán pastor"
        " herrero hidalgo guerrero caballero zapatero cantero tejedor escudero montero delgado"
    ),
    marks_names=True,
    text_nouns=words(
        "comunicado informe estudio encuesta carta auto atestado documento texto nota mensaje libro"
        " sentencia resolución escrito artículo"
    ),
    statement_nouns=words("comunicado nota mensaje carta declaración escrito tuit"),
    quoting_verbs=words("cita citó citaba citan"),
    partitives=words("uno una otro otra"),
    relative_words=words("que quien quienes cuyo cuya"),
    view_prepositions=words("para"),
    seat_prepositions=words("desde"),
    company_words=words(
        "institución entidad organismo compañía empresa sociedad corporación multinacional firma"
        " naviera aerolínea constructora"
        " grupo banco"
    ),
    adverbs=words(
        "ayer hoy anoche anteayer también después luego entonces ahora asimismo además entretanto"
        " finalmente posteriormente más tarde ya este esta el la"
    ),
    definite_articles=words("el la los las este esta estos estas ese esa esos esas aquel aquella"),
    office_links=words("de del"),
    not_names=_SMALL
    | words(
        "allá acá hoy ayer anteayer anoche mañana siempre nunca jamás todavía tampoco incluso"
        " apenas casi acaso poca pocos pocas nada nadie cinco seis siete ocho nueve diez doce"
        " último última hubo hace añadió preguntado preguntada consultado consultada interrogado"
        " respecto acerca embargo finalmente asimismo igualmente actualmente posteriormente"
        " precisamente efectivamente afortunadamente lamentablemente especialmente recientemente"
        " horas días años foto fotos vídeo imagen redacción agencias hola vaya venga bien"
        " cerca lejos dentro fuera pese gran gente ojalá basta falta queda quedan llega sigue"
        " siguen parece parte"
    ),
    name_starts=words("san santa santo nueva nuevo gran buenos"),
    naming_words=words(
        "llamado llamada llamados llama llaman denominado denominada apodado apodada titulado"
        " titulada conocido conocida supuesto supuesta presunto novela libro película filme serie"
        " álbum canción disco poema cuento documental palabra término expresión lema eslogan"
        " etiqueta mote apodo alias concepto"
    ),
    header_keys={
        "título": "title", "titular": "title", "fuente": "publisher", "editor": "publisher",
        "editorial": "publisher", "agencia": "publisher", "medio": "container_title",
        "periódico": "container_title", "diario": "container_title", "revista": "container_title",
        "publicación": "container_title", "sitio": "container_title",
        "sitio web": "container_title", "fecha": "issued", "fecha de publicación": "issued",
        "publicado": "issued", "publicado el": "issued", "autor": "authors", "autora": "authors",
        "autores": "authors", "firma": "authors", "por": "authors", "url": "url", "enlace": "url",
        "dirección": "url", "consultado": "accessed", "consulta": "accessed",
        "fecha de consulta": "accessed", "fecha de acceso": "accessed", "idioma": "language",
    },
    # Not "él": folded it is the article, which stands beside "la" in many a woman's office.
    masculine=(forms(O, "o") | forms(OR, "or"))
    | words(
        "el ellos señor sr don d hombre marido padre rey príncipe emperador dr alcalde exalcalde"
        " comisario papa cardenal arzobispo obispo monseñor sacerdote párroco fray científico"
        " médico actor músico técnico decano"
    ),
    feminine=(forms(O, "a as") | forms(OR, "ora oras"))
    | words(
        "la ella ellas señora sra señorita srta doña dña dª mujer esposa madre reina princesa"
        " emperatriz infanta dra presidenta expresidenta vicepresidenta alcaldesa exalcaldesa"
        " concejala jueza fiscala científica actriz decana sor jefa capitana portera"
    ),
    agents=words("por"),
    speech_nouns=words(
        "declaración declaraciones palabra palabras discurso comunicado nota mensaje afirmación"
        " manifestación comentario comentarios respuesta respuestas pregunta réplica advertencia"
        " advertencias aviso anuncio promesa crítica críticas acusación acusaciones petición"
        " llamamiento reflexión reflexiones intervención conferencia homilía carta tuit publicación"
        " entrevista texto lema grito frase frases cita pronóstico"
    ),
    # Not "mañana" for 1: it is also the morning ("ayer por la mañana").
    relative_days={
        "hoy": 0, "ayer": -1, "anteayer": -2, "antier": -2, "antes de ayer": -2, "anoche": -1,
        "esta mañana": 0, "esta tarde": 0, "esta noche": 0, "este mediodía": 0,
    },
    last_words=words("pasado pasada último última"),
    next_words=words("próximo próxima siguiente viene entrante venidero"),
    event_nouns=words(
        "rueda de prensa, conferencia de prensa, comparecencia, entrevista, cumbre, congreso,"
        " mitin, acto, foro, reunión, sesión, debate, pleno, discurso, jornada, seminario,"
        " encuentro, asamblea, manifestación, homenaje, presentación, inauguración, audiencia,"
        " juicio, mesa redonda, intervención, visita, homilía, conferencia"
    ),
    place_prepositions=words("en desde"),
)  # fmt: skip
