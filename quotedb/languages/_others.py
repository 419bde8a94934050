"""Languages that there is no file for yet: the small words, denials and numbers by which matching
tells what is decisive in a wording. A file of its own, with all that extraction asks, takes a
language from here.
"""

from __future__ import annotations

from quotedb.languages import Language, words

OTHERS = (
    Language(
        tag="it",
        name="Italian",
        negations=words(
            "non no mai nessuno nessuna nessun niente nulla né neppure neanche nemmeno senza"
        ),
        numbers={
            "due": "2", "tre": "3", "quattro": "4", "cinque": "5", "sette": "7",
            "otto": "8", "nove": "9", "dieci": "10", "venti": "20", "trenta": "30",
            "quaranta": "40", "cinquanta": "50", "cento": "100", "mille": "1000",
        },
        function_words=words(
            "il lo la i gli le un uno una di a da in con su per tra fra del dello della dei degli"
            " delle al allo alla ai agli alle dal dalla dai dalle nel nella nei nelle sul sulla"
            " sui e ed o ma se che chi cui non come dove quando mentre perché anche più meno molto"
            " poco tutto tutti tutta tutte questo questa questi queste quello quella quelli quelle"
            " mi ti si ci vi ne io tu egli lui lei noi voi loro mio mia tuo tua suo sua è sono sei"
            " era erano essere stato ha ho hanno aveva avere fa fare c cosa sempre solo quanto"
        ),
        conjunction="e",
    ),
    Language(
        tag="pt",
        name="Portuguese",
        negations=words("não nunca jamais ninguém nada nenhum nenhuma nem sem tampouco"),
        numbers={
            "dois": "2", "duas": "2", "três": "3", "quatro": "4", "cinco": "5", "seis": "6",
            "sete": "7", "oito": "8", "nove": "9", "dez": "10", "vinte": "20", "trinta": "30",
            "quarenta": "40", "cinquenta": "50", "cem": "100", "mil": "1000",
        },
        function_words=words(
            "o a os as um uma uns umas de do da dos das em no na nos nas por pelo pela para com ao"
            " à aos às e ou mas se que quem qual como onde quando enquanto porque também mais menos"
            " muito pouco tudo todo todos toda todas isto isso este esta esse essa aquele aquela"
            " me te lhe vos eu tu ele ela nós eles elas você vocês meu minha teu tua seu sua seus"
            " suas é são era eram ser sido está estão tem têm ter há foi só já até mesmo quanto"
        ),
        conjunction="e",
    ),
    Language(
        tag="pl",
        name="Polish",
        negations=words("nie nigdy nikt nic nigdzie żaden żadna żadne ani bez"),
        numbers={
            "dwa": "2", "dwie": "2", "trzy": "3", "cztery": "4", "pięć": "5", "sześć": "6",
            "siedem": "7", "osiem": "8", "dziewięć": "9", "dziesięć": "10", "sto": "100",
            "tysiąc": "1000",
        },
        function_words=words(
            "i a o u w we z ze na do od po za przy przez dla nad pod przed oraz lub albo ale lecz"
            " że żeby aby jak jako gdy kiedy jeśli gdzie bo więc czy to ten ta te tego tej tym tych"
            " który która które co kto ja ty on ona ono my wy oni mnie mi cię ci go mu jej ją nas"
            " was ich im się siebie swój swoja swoje mój moja twój jest są był była było były być"
            " będzie ma mieć też także tylko już jeszcze bardzo tak tu tam"
        ),
        conjunction="i",
    ),
    Language(
        tag="cs",
        name="Czech",
        negations=words("ne není nejsou nikdy nikdo nic nikde žádný žádná žádné ani bez nebyl"),
        numbers={
            "dva": "2", "dvě": "2", "tři": "3", "čtyři": "4", "pět": "5", "šest": "6",
            "sedm": "7", "osm": "8", "devět": "9", "deset": "10", "sto": "100", "tisíc": "1000",
        },
        function_words=words(
            "a i o u v ve s se z ze k ke na do od po za při pro před nad pod nebo ale že aby jak"
            " jako když kdy jestli kde protože proto tak to ten ta ti ty toho té tom těch který"
            " která které kteří jenž což co kdo já my vy on ona ono oni mě mi tě nás vás ho mu ji"
            " jí jej jich jim si sebe svůj svá své můj tvůj jeho její jejich je jsou jsem jsme byl"
            " byla bylo byli být bude budou má mít také jen již už ještě velmi tu tam"
        ),
        conjunction="a",
    ),
    Language(
        tag="nl",
        name="Dutch",
        negations=words("niet geen nooit niemand niets nergens noch zonder nauwelijks"),
        numbers={
            "twee": "2", "drie": "3", "vier": "4", "vijf": "5", "zes": "6", "zeven": "7",
            "acht": "8", "negen": "9", "tien": "10", "honderd": "100", "duizend": "1000",
        },
        function_words=words(
            "de het een en of maar want dus als dan dat die dit deze van in op te ter aan bij met"
            " voor door naar om over uit tot ik je jij u hij zij ze we wij jullie mij me hem haar"
            " ons hun mijn jouw zijn is was waren ben bent wordt worden werd heeft hebben had kan"
            " kunnen moet moeten zal zullen zou wil er hier daar nu ook nog al zo wat wie waar hoe"
            " wanneer veel meer alle alles zich zelf"
        ),
        conjunction="en",
    ),
    Language(
        tag="eo",
        name="Esperanto",
        negations=words("ne neniam neniu nenio nenie nek"),
        numbers={
            "tri": "3", "kvar": "4", "kvin": "5", "ses": "6", "sep": "7",
            "naŭ": "9", "dek": "10", "cent": "100", "mil": "1000",
        },
        function_words=words(
            "la kaj aŭ sed se ke ĉar do de da al el en je kun por per pri pro sur sub super tra"
            " inter dum post antaŭ ĉe ĝis mi vi li ŝi ĝi ni ili oni si min vin lin mia via lia sia"
            " tiu tiuj tio tia tiel tiam tie kiu kiuj kio kia kiel kiam kie ĉiu ĉiuj ĉio ĉiam iu io"
            " estas estis estos esti havas povas devas nur ankaŭ jam pli plej tre"
        ),
        conjunction="kaj",
    ),
)  # fmt: skip
