"""Turkish."""

from __future__ import annotations

from quotedb.languages import Language, words

LANGUAGE = Language(
    tag="tr",
    name="Turkish",
    suffix_apostrophe=True,
    verb_final=True,
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
    speech_verbs=words(
        "sorusu sorusunu sorusuna dedi demişti diyor diyordu der derken demiş diyerek konuştu"
        " konuştular söyledi söylemişti"
        " söyledi söylüyor söyleyerek belirtti belirtmişti belirterek belirten kaydetti kaydederek"
        " vurguladı vurgulayarak açıkladı açıklayarak aktardı aktararak anlattı anlatarak ekledi"
        " ekleyerek sordu sorarak yanıtladı cevapladı yanıtını cevabını ifade ifadesini"
        " ifadelerini sözlerini sözleriyle sözleri sözlerine bildirdi bildirerek duyurdu duyurarak"
        " savundu savunarak iddia öne hatırlattı hatırlatarak uyardı uyararak uyarısında"
        " değerlendirdi değerlendirmesinde değerlendirmesini değerlendirmelerinde"
        " değerlendirmede açıklamasında açıklamasını açıklamada açıklamalarda yorumunu yorumladı"
        " dile yazdı yazarak paylaştı paylaşımında paylaşımını çağrısında çağrısını eleştirdi"
        " eleştirisinde itiraf teşekkür vurgusu vurgusunu mesajını mesajında tepki konuşmasında"
        " şeklinde dediler dedim seslendi haykırdı fısıldadı mırıldandı nitelendirdi tanımladı"
        " özetledi sürdürdü tamamladı bitirdi noktaladı başladı kullandı cevap yanıt görüşünü"
        " görüşlerini altını işaret dikkat temennisinde yalanladı reddetti doğruladı tekrarladı"
        " yineledi"
    ),
    speech_phrases=words(
        "ifadelerini kullandı, ifadesini kullandı, sözlerini kullandı, diye konuştu,"
        " şeklinde konuştu, diye sordu, diye yanıtladı, diye cevapladı, diye ekledi, diye yazdı,"
        " diye seslendi, diye bağırdı, dile getirdi, öne sürdü, iddia etti, ifade etti,"
        " açıklamasında bulundu, değerlendirmesinde bulundu, değerlendirmesini yaptı,"
        " açıklamasını yaptı, yorumunu yaptı, çağrısında bulundu, çağrısını yaptı,"
        " uyarısında bulundu, altını çizdi, dikkat çekti, işaret etti, yanıtını verdi,"
        " cevabını verdi, karşılığını verdi, sözlerini sarf etti, sözleriyle anlattı,"
        " vurgusu yaptı, vurgusunu yaptı, mesajını verdi, sözlerine yer verdi,"
        " ifadelerine yer verdi, diye devam etti, diye belirtti, diye vurguladı, diye kaydetti,"
        " görüşünü dile getirdi, görüşünü savundu, temennisinde bulundu, itirafında bulundu"
    ),
    relative_cues=words(
        "diyen, şeklinde konuşan, diye konuşan, ifadesini kullanan, ifadelerini kullanan,"
        " sözlerini kullanan, açıklamasında bulunan, değerlendirmesinde bulunan,"
        " değerlendirmesini yapan, açıklamasını yapan, diye soran, diye ekleyen, diye yazan,"
        " çağrısında bulunan, uyarısında bulunan, görüşünü savunan, görüşünü dile getiren,"
        " sözleriyle tepki gösteren, yorumunu yapan, yanıtını veren, cevabını veren"
    ),
    sources_after=words("göre"),
    titles=words(
        "bakan bakanı başbakan başbakanı cumhurbaşkanı başkan başkanı başkanvekili vekili vekil"
        " milletvekili yardımcısı sözcüsü sözcü genel müdürü müdür müdürü sekreteri sekreter"
        " valisi vali kaymakamı kaymakam büyükelçisi büyükelçi elçisi konsolosu temsilcisi"
        " temsilci lideri lider üyesi komutanı komutan generali general amiral albay yarbay"
        " binbaşı yüzbaşı paşa prof profesör doç doçent dr doktor öğretmen öğretmeni rektörü"
        " rektör dekanı dekan hâkim yargıç savcı savcısı avukat avukatı koordinatörü direktörü"
        " direktör uzmanı uzman yazarı yazar gazeteci gazetecisi muhabiri editörü şair şairi"
        " tarihçi ekonomist iktisatçı mühendis mimar papa kral kralı kraliçe kraliçesi prens"
        " prensi prenses imam müftü müftüsü sayın bay bayan hanım bey eş eski kurucusu patronu"
        " ceo sahibi antrenörü teknik kaptanı kaptan futbolcu oyuncu oyuncusu sanatçı şarkıcı"
        " yönetmen yönetmeni danışmanı danışman şefi yetkilisi yüksek komiseri komiser delegesi"
        " araştırmacı araştırmacısı ressam ressamı heykeltıraş besteci müzisyen balıkçı fırıncı"
        " arıcı çoban marangoz terzi esnaf öğrenci mezunu eleştirmen küratör fotoğrafçı romancı"
        " ozan emekli pilot hemşire eczacı veteriner arkeolog jeolog gözlemci bilim sendikacı"
        " çiftçi muhtarı muhtar"
    ),
    person_nouns=words(
        "sözcü sözcüsü yetkili yetkilisi yetkililer uzman uzmanlar kaynak kaynaklar tanık"
        " tanıklar görgü vatandaş vatandaşlar öğrenci öğrenciler avukat avukatı gazeteci"
        " diplomat diplomatlar komşu komşusu komşular balıkçı balıkçılar köylü köylüler çiftçi"
        " çiftçiler esnaf işçi işçiler yolcu yolcular müşteri sakin sakini seyirci taraftar"
        " arkadaşı yakını gazete rapor milletvekili bakan başkan cumhurbaşkanı başbakan vali müdür"
    ),
    organization_words=words(
        "bakanlığı bakanlık başkanlığı cumhurbaşkanlığı kurumu kurulu kurul komisyonu komitesi"
        " komite konseyi konsey birliği birlik derneği dernek vakfı vakıf partisi parti meclisi"
        " meclis üniversitesi üniversite enstitüsü bankası banka şirketi şirket holding ajansı"
        " ajans gazetesi gazete dergisi dergi televizyonu radyosu müdürlüğü valiliği belediyesi"
        " belediye mahkemesi mahkeme ordusu ordu polisi emniyeti federasyonu sendikası sendika"
        " örgütü örgüt teşkilatı odası merkezi kulübü hükümeti hükümet bürosu konferansı süreci"
        " cumhuriyeti krallığı emirlikleri elçiliği büyükelçiliği konsolosluğu"
    ),
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
