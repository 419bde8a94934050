"""Turkish.

Endings follow the last vowel of what they are put to, so that the forms of verbs, offices and
nouns for something said are made from their stems.
"""

from __future__ import annotations

from collections.abc import Callable

from quotedb.languages import Language, words

_BACK, _ROUND, _VOWELS = "aıou", "oöuü", "aeıioöuü"
_HARD = "fstkçşhp"
_SOFT = {"k": "ğ", "t": "d", "p": "b", "ç": "c"}


def _high(stem: str) -> str:
    """The high vowel that follows a stem: ı, i, u or ü."""
    last = next(letter for letter in reversed(stem) if letter in _VOWELS)
    return {(1, 0): "ı", (0, 0): "i", (1, 1): "u", (0, 1): "ü"}[last in _BACK, last in _ROUND]


def _low(stem: str) -> str:
    """The low vowel that follows a stem: a or e."""
    return "a" if next(letter for letter in reversed(stem) if letter in _VOWELS) in _BACK else "e"


def _present(stem: str) -> str:
    """A stem as it stands before a vowel: `et` is `ed` there."""
    changes = stem.endswith("et") or stem == "et"
    return stem[:-1] + "d" if changes else stem


def _said(stem: str) -> frozenset[str]:
    """`söyle`: söyledi, söylediler, söylemişti, söylüyor, söyleyerek."""
    high, low, open_ = _high(stem), _low(stem), stem[-1] in _VOWELS
    past = f"{stem}{'t' if stem[-1] in _HARD else 'd'}{high}"
    before = _present(stem)
    going = f"{stem[:-1]}{_high(stem[:-1] or stem)}" if open_ else f"{before}{high}"
    by = f"{before}{'y' if open_ else ''}{low}r{low}k"
    told = f"{stem}m{high}ş"
    plural = f"l{low}r"
    return frozenset(
        (past, past + plural, told, f"{told}t{high}", f"{going}yor", f"{going}yordu", by)
    )


def _who_said(stem: str) -> frozenset[str]:
    """`söyle`: söyleyen, who stands before the speaker."""
    return frozenset((f"{_present(stem)}{'y' if stem[-1] in _VOWELS else ''}{_low(stem)}n",))


def _of(noun: str) -> str:
    """A noun with the ending of what it belongs to: `müdürü`, `sözcüsü`, `tanığı`."""
    if noun[-1] in _VOWELS:
        return f"{noun}s{_high(noun)}"
    soft = noun[:-1] + _SOFT[noun[-1]] if noun[-1] in "kç" and len(noun) > 3 else noun
    return soft + _high(noun)


def _owned(nouns: str) -> frozenset[str]:
    """Nouns, as they are, as somebody's, and as many."""
    found = nouns.split()
    many = {noun + "l" + _low(noun) + "r" for noun in found}
    return frozenset(found) | {_of(noun) for noun in found} | many | {_of(noun) for noun in many}


def _in_words(nouns: str) -> frozenset[str]:
    """`açıklama`: açıklamasında, açıklamasını, açıklamasıyla, açıklamada, açıklamalarında."""
    found: set[str] = set()
    for noun in nouns.split():
        low = _low(noun)
        locative = "t" if noun[-1] in _HARD else "d"
        found.add(f"{noun}{locative}{low}")
        found.add(f"{noun}l{low}rd{low}")
        for theirs in (_of(noun), _of(f"{noun}l{low}r")):
            found |= {theirs + ending for ending in ("", f"nd{low}", f"n{theirs[-1]}")}
            found |= {f"{theirs}yl{low}", f"{theirs}n{low}"}
    return frozenset(found)


_VERBS = (
    "söyle belirt kaydet vurgula açıkla aktar anlat ekle sor yanıtla cevapla bildir duyur savun"
    " hatırlat anımsat uyar değerlendir yorumla yaz paylaş eleştir seslen haykır fısılda mırıldan"
    " nitelendir nitele tanımla özetle sürdür tamamla bitir noktala yalanla reddet doğrula tekrarla"
    " yinele konuş müjdele kına suçla bağır yakın ilet naklet öner ilerle hatırla"
)
_PHRASES = (
    "ifade et, iddia et, itiraf et, işaret et, not et, tavsiye et, rica et, talep et, sitem et,"
    " taahhüt et, vaat et, ilan et, beyan et, temenni et, teşekkür et, ima et, kabul et, itiraz et,"
    " isyan et, tarif et, devam et, dert yan, ileri sür, öne sür, dile getir, altını çiz,"
    " dikkat çek, dikkati çek, tepki göster, karşılık ver, yanıt ver, cevap ver, bilgi ver,"
    " söz ver, yanıtını ver, cevabını ver, karşılığını ver, mesajını ver, bilgisini ver,"
    " müjdesini ver, sinyalini ver, çağrısında bulun, uyarısında bulun, açıklamasında bulun,"
    " açıklamalarda bulun, değerlendirmesinde bulun, değerlendirmelerde bulun, temennisinde bulun,"
    " itirafında bulun, iddiasında bulun, eleştirisinde bulun, tespitinde bulun, önerisinde bulun,"
    " paylaşımında bulun, çağrısı yap, çağrısını yap, değerlendirmesini yap, değerlendirmesi yap,"
    " açıklamasını yap, açıklaması yap, yorumunu yap, yorumu yap, vurgusu yap, vurgusunu yap,"
    " uyarısını yap, benzetmesini yap, tespitini yap, esprisini yap, paylaşımını yap,"
    " hatırlatmasını yap, ifadelerini kullan, ifadesini kullan, sözlerini kullan, şu sözleri"
    " kullan,"
    " şu ifadeleri kullan, ifadelere yer ver, sözlerine yer ver, ifadelerine yer ver,"
    " sözlerini sarf et, sözleriyle anlat, sözleriyle özetle, sözleriyle ifade et,"
    " sözleriyle dile getir, sözleriyle duyur, sözleriyle eleştir, sözleriyle tepki göster,"
    " görüşünü dile getir, görüşlerini dile getir, görüşünü savun, görüşünü paylaş,"
    " görüşlerine yer ver, düşüncesini dile getir, notunu düş, notunu paylaş, sözlerini ekle,"
    " sözlerine ekle, diye konuş, şeklinde konuş, diye sor, diye yanıtla, diye cevapla, diye ekle,"
    " diye yaz, diye seslen, diye bağır, diye haykır, diye devam et, diye belirt, diye vurgula,"
    " diye kaydet, diye anlat, diye özetle, diye söyle, diye karşılık ver, diye yanıt ver,"
    " diye cevap ver, diye tepki göster, diye uyar, diye hatırlat, diye açıkla, diye aktar,"
    " diye mırıldan, diye çıkış, diye ifade et, diye isyan et, diye dert yan, diye yakın,"
    " diye sesini yükselt, şeklinde ifade et, şeklinde özetle, şeklinde değerlendir,"
    " şeklinde yanıtla, şeklinde açıkla, şeklinde sürdür, diye sürdür, diye tamamla, diye bitir"
)
_PASSIVES = words(
    "denildi denilen dendi denilerek belirtildi kaydedildi vurgulandı açıklandı bildirildi"
    " savunuldu söylendi aktarıldı hatırlatıldı duyuruldu eklendi"
)


def _of_phrases(making: Callable[[str], frozenset[str]]) -> frozenset[str]:
    """The forms of phrases, by those of the verb at their end."""
    cut = [" ".join(phrase.split()).rsplit(" ", 1) for phrase in _PHRASES.split(",")]
    return frozenset(f"{before} {form}" for before, verb in cut for form in making(verb))


_OFFICES = (
    "bakan başbakan cumhurbaşkan başkan başkanvekil vekil milletvekil sözcü müdür sekreter vali"
    " kaymakam büyükelçi elçi konsolos temsilci lider üye komutan general amiral profesör doçent"
    " doktor öğretmen rektör dekan hâkim yargıç savcı avukat koordinatör direktör uzman yazar"
    " gazeteci muhabir editör şair tarihçi ekonomist iktisatçı mühendis mimar kral kraliçe prens"
    " kurucu patron sahip antrenör kaptan futbolcu oyuncu sanatçı şarkıcı yönetmen danışman şef"
    " yetkili komiser delege araştırmacı ressam heykeltıraş besteci müzisyen balıkçı fırıncı arıcı"
    " çoban marangoz terzi esnaf öğrenci mezun eleştirmen küratör fotoğrafçı romancı ozan pilot"
    " hemşire eczacı veteriner arkeolog jeolog gözlemci sendikacı çiftçi muhtar bakkal kasap"
    " manav şoför işçi memur müfettiş denetçi hekim cerrah psikolog sosyolog antropolog biyolog"
    " kimyager fizikçi astronom akademisyen senatör yardımcı menajer"
    " hakem kaleci golcü teknisyen itfaiyeci polis emekli tüccar sanayici işletmeci"
    " lokantacı garson kaymakam imam müftü başhekim sporcu"
    " yüzücü güreşçi dalgıç zeytinci bağcı üretici yayıncı sunucu programcı girişimci yatırımcı"
)
_PEOPLE = (
    "sözcü yetkili uzman kaynak tanık vatandaş öğrenci avukat gazeteci diplomat komşu balıkçı"
    " köylü çiftçi esnaf işçi yolcu müşteri sakin seyirci taraftar arkadaş yakın milletvekil bakan"
    " başkan vali müdür emekli kadın adam genç kişi veli anne baba mağdur kazazede depremzede"
    " sanık davacı davalı müşteki şüpheli zanlı hükümlü tutuklu bilirkişi torun kardeş oğul eş"
    " sporcu futbolcu oyuncu antrenör teknisyen yazar şair oyuncu sanatçı muhtar imam"
    " görevli memur turist ziyaretçi üye katılımcı eylemci hemşire doktor öğretmen akademisyen"
)

LANGUAGE = Language(
    tag="tr",
    name="Turkish",
    suffix_apostrophe=True,
    body_endings=(
        "ndan", "nden", "nın", "nin", "nun", "nün", "nca", "nce", "nda", "nde", "na", "ne", "nı",
        "ni", "nu", "nü", "den", "dan", "ten", "tan", "in", "ın", "un", "ün", "de", "da", "te",
        "ta",
    ),
    owner_endings=("nın", "nin", "nun", "nün", "ın", "in", "un", "ün"),
    clitics=words("ise de da"),
    verb_final=True,
    ordinal_stops=True,
    no_articles=True,
    drops_subject=True,
    endonym="Türkçe",
    untitled={
        "article-newspaper": "Başlıksız haber", "webpage": "Başlıksız web sayfası",
        "": "Başlıksız belge",
    },
    months={
        "ocak": 1, "şubat": 2, "mart": 3, "nisan": 4, "mayıs": 5, "haziran": 6, "temmuz": 7,
        "ağustos": 8, "eylül": 9, "ekim": 10, "kasım": 11, "aralık": 12,
    },
    weekdays={
        "pazartesi": 1, "salı": 2, "çarşamba": 3, "perşembe": 4, "cuma": 5, "cumartesi": 6,
        "pazar": 7,
    },
    negations=words("değil değildir değiliz değilim hiç hiçbir hiçbiri asla yok yoktur olmaz ne"),
    negative_endings=(
        ("medi", "di"), ("madı", "dı"), ("medi", "du"), ("madı", "du"), ("medi", "dü"),
        ("madı", "tı"), ("medi", "ti"), ("madı", "tu"), ("medi", "tü"), ("mıyor", "ıyor"),
        ("miyor", "iyor"), ("muyor", "uyor"), ("müyor", "üyor"), ("maz", "ar"), ("mez", "er"),
        ("maz", "ır"), ("mez", "ir"), ("maz", "ur"), ("mez", "ür"), ("mayacak", "acak"),
        ("madık", "tık"), ("medik", "tik"), ("madım", "tım"), ("medim", "tim"),
        ("madım", "dım"), ("medim", "dim"), ("madığını", "tığını"), ("mediğini", "tiğini"),
        ("meyecek", "ecek"), ("mamış", "mış"), ("memiş", "miş"), ("mamalı", "malı"),
        ("memeli", "meli"), ("mayan", "an"), ("meyen", "en"), ("madan", "arak"),
        ("meden", "erek"), ("madık", "dık"), ("medik", "dik"), ("madığını", "dığını"),
        ("mediğini", "diğini"), ("madığı", "dığı"), ("mediği", "diği"), ("emiyor", "iyor"),
        ("amıyor", "ıyor"), ("mıyor", "yor"), ("miyor", "yor"), ("muyor", "yor"),
        ("müyor", "yor"), ("emeyecek", "eyecek"), ("amayacak", "ayacak"),
    ),
    numbers={
        "sıfır": "0", "bir": "1", "iki": "2", "üç": "3", "dört": "4", "beş": "5", "altı": "6",
        "yedi": "7", "sekiz": "8", "dokuz": "9", "on": "10", "yirmi": "20", "otuz": "30",
        "kırk": "40", "elli": "50", "altmış": "60", "yetmiş": "70", "seksen": "80",
        "doksan": "90", "yüz": "100", "bin": "1000", "milyon": "1000000",
    },
    function_words=words(
        "ve veya ya da de ki mi mı mu mü bu şu o bir ile için gibi kadar daha en çok az ama fakat"
        " ancak lakin çünkü eğer ise her bütün tüm ben sen biz siz onlar bana sana bize size beni"
        " seni bizi sizi onu onun bunun şunun olan olarak olduğu oldu olur göre sonra önce artık"
        " bile sadece yalnız yalnızca hem ne nasıl neden niçin kim hangi şey var diye dair kendi"
        " kendisi üzere doğru karşı rağmen hep yine gene işte pek"
    ),
    speech_verbs=frozenset(form for verb in _VERBS.split() for form in _said(verb))
    | _PASSIVES
    | _in_words(
        "açıklama konuşma mesaj paylaşım değerlendirme çağrı uyarı eleştiri yorum vurgu görüş"
        " ifade söz demeç beyanat mektup duyuru bildiri sunum"
    )
    | words(
        "diye sorusu sorusunu sorusuna dedi dediler dedim demişti diyor diyordu diyorlar der derken"
        " demiş diyerek dedirtti yanıtını cevabını yanıtı cevabı iddia öne itiraf teşekkür tepki"
        " şeklinde başladı kullandı cevap yanıt altını işaret dikkat temennisinde haberini"
        " müjdesini dile"
    ),
    speech_phrases=_of_phrases(_said)
    | words("demekle yetindi, demekle yetinmişti, demekle yetiniyor"),
    relative_cues=_of_phrases(_who_said)
    | words("diyen")
    | frozenset(form for verb in _VERBS.split() for form in _who_said(verb)),
    sources_after=words("göre"),
    own_words=words("sözleriyle ifadesiyle ifadeleriyle deyimiyle deyişiyle tabiriyle tanımıyla"),
    titles=_owned(_OFFICES + " sanık davacı davalı müşteki şüpheli zanlı hükümlü bilirkişi")
    | _owned(" ".join(f"baş{office}" for office in _OFFICES.split()))
    | words(
        "yardımcısı genel vekili lideri teknik paşa prof doç dr sayın bay bayan hanım bey eş eski"
        " ceo yüksek bilim kralı kraliçesi prensi prenses prensesi cumhurbaşkanı papa albay yarbay"
        " binbaşı yüzbaşı üsteğmen teğmen başçavuş op av öğr gör yrd ord"
    ),
    family_titles=words("bey hanım paşa efendi çoban terzi kasap ozan kaptan çiftçi bakkal imam şef"
                        " avcı bayan kral vali pilot polis"),
    person_nouns=_owned(_PEOPLE) | words("biri görgü gazete rapor cumhurbaşkanı başbakan"),
    organization_words=words(
        "bakanlığı bakanlık başkanlığı cumhurbaşkanlığı kurumu kurulu kurul komisyonu komitesi"
        " komite konseyi konsey birliği birlik derneği dernek vakfı vakıf partisi parti meclisi"
        " meclis üniversitesi üniversite enstitüsü bankası banka şirketi şirket holding ajansı"
        " ajans gazetesi gazete dergisi dergi televizyonu radyosu müdürlüğü valiliği belediyesi"
        " belediye mahkemesi mahkeme ordusu ordu polisi emniyeti federasyonu sendikası sendika"
        " örgütü örgüt teşkilatı odası merkezi kulübü hükümeti hükümet bürosu konferansı süreci"
        " cumhuriyeti krallığı emirlikleri elçiliği büyükelçiliği konsolosluğu"
    ),
    generic_offices=words(
        "oyuncu futbolcu antrenör sanatçı yazar uzman gazeteci araştırmacı sporcu kaptan golcü"
        " kaleci yönetmen akademisyen lider müzisyen şarkıcı romancı tarihçi arkeolog"
    ),
    lay_nouns=words(
        "sanık davacı davalı müşteki şüpheli zanlı hükümlü tutuklu mağdur kadın adam genç anne baba"
        " emekli"
    ),
    object_endings=words("i ı u ü yi yı yu yü e a ye ya"),
    source_endings=("den", "dan", "ten", "tan"),
    plural_pronouns=words("onlar"),
    pronouns=words("onlar kendisi"),
    dash_dialogue=True,
    relative_days={"bugün": 0, "dün": -1, "yarın": 1},
    last_words=words("geçen geçtiğimiz"),
    next_words=words("gelecek önümüzdeki"),
    masculine=words("bey baba oğul oğlu amca dayı kral prens imparator erkek adam"),
    feminine=words("hanım anne kız kızı teyze hala kraliçe prenses imparatoriçe kadın bayan"),
    naming_words=words(
        "adlı isimli başlıklı adıyla ismiyle lakaplı lakabıyla lakabını kitabı kitabını romanı"
        " romanını filmi filmini dizisi şarkısı şarkısını albümü oyunu sergisi sergisini projesi"
        " projesini kampanyası programı programında dergisi gazetesi sözde denilen denen adındaki"
        " sloganı tabiri kavramı kelimesi sözcüğü konulu temalı markalı"
    ),
    event_nouns=words(
        "basın toplantısı, basın toplantısında, kongre, kongresi, kongresinde, kurultayı,"
        " kurultayında, kurultay, zirve, zirvesi, zirvesinde, toplantı, toplantısı, toplantısında,"
        " tören, töreni, töreninde, miting, mitingi, mitinginde, forum, forumu, forumunda, panel,"
        " paneli, panelinde, röportaj, röportajı, röportajında, söyleşi, söyleşisi, söyleşisinde,"
        " konferans, konferansı, konferansında, oturum, oturumu, oturumunda, festivali,"
        " festivalinde, sempozyumu, sempozyumunda, çalıştayı, çalıştayında, duruşma, duruşmada,"
        " açılışı, açılışında"
    ),
    place_endings=words("de da te ta"),
    particles=words("de da bin van von el al ibn"),
    articles=words("bir bu şu o iki üç bazı adı"),
    conjunction="ve",
    not_names=words(
        "ve veya ya da de ki bu şu o bir ile için gibi kadar daha en çok az ama fakat ancak çünkü"
        " eğer ise her bütün tüm ben sen biz siz onlar sonra önce artık bile sadece hem ne nasıl"
        " neden kim hangi var yok diye konuya açıklamada açıklamasında konuşmasında toplantıda"
        " toplantının ardından ayrıca öte yandan bunun üzerine böylece dün bugün yarın geçen"
        " geçtiğimiz son ilk yeni eski ocak şubat mart nisan mayıs haziran temmuz ağustos eylül"
        " ekim kasım aralık pazartesi salı çarşamba perşembe cuma cumartesi pazar konferansa"
        " burada şimdi öyle böyle evet hayır ülkedeki bölgede iki üç dört beş altı yedi sekiz"
        " dokuz on yüz bin kendisi söz konusu yaptığı kaynak tarih başlık haber fotoğraf"
    ),
    header_keys={
        "başlık": "title", "url": "url", "link": "url", "bağlantı": "url", "adres": "url",
        "tarih": "issued", "yayın tarihi": "issued", "yayım tarihi": "issued",
        "kaynak": "publisher", "yayıncı": "publisher", "yayımcı": "publisher",
        "gazete": "container_title", "yayın": "container_title", "dergi": "container_title",
        "site": "container_title", "yazar": "authors", "muhabir": "authors",
        "haber": "authors", "erişim": "accessed", "erişim tarihi": "accessed", "dil": "language",
    },
)  # fmt: skip
