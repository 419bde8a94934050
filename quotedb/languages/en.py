"""English."""

from __future__ import annotations

from quotedb.languages import Language, words

LANGUAGE = Language(
    tag="en",
    name="English",
    endonym="English",
    byline="by",
    untitled={
        "article-newspaper": "Untitled news article", "webpage": "Untitled web page",
        "": "Untitled document",
    },
    months={
        "january": 1, "jan": 1, "february": 2, "feb": 2, "march": 3, "mar": 3, "april": 4,
        "apr": 4, "may": 5, "june": 6, "jun": 6, "july": 7, "jul": 7, "august": 8, "aug": 8,
        "september": 9, "sept": 9, "sep": 9, "october": 10, "oct": 10, "november": 11,
        "nov": 11, "december": 12, "dec": 12,
    },
    weekdays={
        "monday": 1, "tuesday": 2, "wednesday": 3, "thursday": 4, "friday": 5, "saturday": 6,
        "sunday": 7,
    },
    negative_prefixes=words("un in im il ir dis non"),
    negations=words(
        "no not never none nobody nothing neither nor nowhere cannot cant wont dont doesnt didnt"
        " isnt arent wasnt werent hasnt havent hadnt shouldnt wouldnt couldnt mustnt aint without"
        " hardly barely"
    ),
    numbers={
        "zero": "0", "one": "1", "two": "2", "three": "3", "four": "4", "five": "5", "six": "6",
        "seven": "7", "eight": "8", "nine": "9", "ten": "10", "eleven": "11", "twelve": "12",
        "thirteen": "13", "fourteen": "14", "fifteen": "15", "sixteen": "16", "seventeen": "17",
        "eighteen": "18", "nineteen": "19", "twenty": "20", "thirty": "30", "forty": "40",
        "fifty": "50", "sixty": "60", "seventy": "70", "eighty": "80", "ninety": "90",
        "hundred": "100", "thousand": "1000", "million": "1000000",
    },
    contractions={
        "dont": "do not", "doesnt": "does not", "didnt": "did not", "isnt": "is not",
        "arent": "are not", "wasnt": "was not", "werent": "were not", "cant": "can not",
        "cannot": "can not", "couldnt": "could not", "wont": "will not", "wouldnt": "would not",
        "shouldnt": "should not", "mustnt": "must not", "hasnt": "has not", "havent": "have not",
        "hadnt": "had not", "aint": "is not", "im": "i am", "youre": "you are",
        "theyre": "they are", "weve": "we have", "youve": "you have", "ive": "i have",
        "theyve": "they have", "its": "it is", "thats": "that is", "theres": "there is",
        "hes": "he is", "shes": "she is", "whats": "what is", "whos": "who is", "lets": "let us",
        "youll": "you will", "theyll": "they will", "itll": "it will", "id": "i would",
        "youd": "you would", "theyd": "they would", "gotta": "got to", "gonna": "going to",
        "wanna": "want to",
    },
    function_words=words(
        "a an the and or but if of to in on at by for from with as is are was were be been being"
        " am it its this that these those there here he she they we you i him her them us me his"
        " their our your my who whom which what when where how why do does did done have has had"
        " will would shall should can could may might must so than then too very just also only"
        " ever even still yet up out about into over after before all any some more most much"
        " many such own same other another each every both one ones im youre were theyre its"
        " thats ive youve weve ill youll hell shell well theyll id lets s t re ve ll d m oh o ah"
        " quite rather really upon unto within always say says said whatever whoever whichever"
        " whenever wherever whether anything everything something anyone everyone someone anybody"
        " everybody somebody else though although unless until till because while since thus hence"
        " down off again away ours yours mine theirs myself yourself himself herself itself oneself"
        " ourselves themselves dont cant wont"
    ),
    speech_verbs=words(
        "said says say saying tell tells told telling add adds added adding ask asks asked asking"
        " answer answers answered reply replies replied replying respond responds responded"
        " responding state states stated stating declare declares declared declaring announce"
        " announces announced announcing explain explains explained explaining argue argues argued"
        " arguing claim claims claimed claiming insist insists insisted insisting note notes noted"
        " noting observe observes observed remark remarks remarked comment comments commented"
        " commenting continue continues continued continuing conclude concludes concluded"
        " concluding write writes wrote writing written tweet tweets tweeted tweeting post posts"
        " posted report reports reported reporting warn warns warned warning predict predicts"
        " predicted predicting suggest suggests suggested suggesting admit admits admitted"
        " admitting acknowledge acknowledges acknowledged acknowledging concede concedes conceded"
        " deny denies denied denying promise promises promised promising vow vows vowed vowing"
        " pledge pledges pledged boast boasts boasted joke jokes joked joking quip quips quipped"
        " shout shouts shouted shouting yell yells yelled cry cries cried exclaim exclaims"
        " exclaimed whisper whispered mutter muttered call calls called calling describe describes"
        " described describing characterize characterized dub dubbed label labeled labelled brand"
        " branded blast blasts blasted blasting slam slams slammed slamming criticize criticizes"
        " criticized criticizing criticise criticised denounce denounces denounced denouncing"
        " condemn condemns condemned condemning praise praises praised praising urge urges urged"
        " urging demand demands demanded demanding complain complains complained complaining"
        " recall recalls recalled recalling reveal reveals revealed testify testified testifies"
        " confirm confirms confirmed confirming assert asserts asserted asserting maintain"
        " maintains maintained contend contends contended allege alleges alleged emphasize"
        " emphasizes emphasized emphasizing stress stresses stressed stressing reiterate"
        " reiterated repeat repeated repeats reason reasoned counter countered counters retort"
        " retorted interject interjected think thinks thought believe believes believed hope"
        " hopes hoped fear fears feared agree agrees agreed disagree disagreed lament lamented"
        " laments mock mocked mocks tout touted touts cite cited cites citing quote quoted quotes"
        " refer refers referred referring read reads point pointed proclaim proclaimed proclaims"
        " pronounce pronounced preach advise advised advises caution cautioned cautions accuse"
        " accused accuses accusing dismiss dismissed dismisses decry decried express expressed"
        " expresses tells thundered fumed begged pleaded marveled mused wondered wonder apologized"
        " bragged recounted elaborated offered remembered sang chanted intoned opined implored"
        " hailed ripped lashed charged summed labeled"
    ),
    speech_phrases=words(
        "went on, goes on, made clear, pointed out, spoke of, speaks of, talked about, talk about,"
        " as saying, made it clear, put it, puts it, chimed in, weighed in, shot back, fired back,"
        " hit back"
    ),
    sources_before=words("according to, in the words of, per"),
    titles=words(
        "mr mrs ms miss dr prof professor sir dame lord lady baron king queen prince princess"
        " emperor empress pope cardinal archbishop bishop rabbi imam reverend rev father sister"
        " brother president vice prime minister chancellor secretary undersecretary senator sen"
        " sens representative rep reps congressman congresswoman governor gov lt mayor councilman"
        " councilwoman councillor ambassador envoy attorney general solicitor judge justice chief"
        " sheriff officer detective sergeant sgt captain capt major maj colonel col gen admiral"
        " commander commissioner director chairman chairwoman chair ceo founder cofounder spokesman"
        " spokeswoman spokesperson speaker leader editor columnist reporter correspondent analyst"
        " strategist pollster adviser advisor aide manager coach coordinator candidate nominee"
        " historian economist author writer journalist professor lawyer economist scientist"
        " researcher expert activist executive head deputy acting former then host anchor"
        " commentator billionaire businessman actor actress singer lecturer dean doctor engineer"
    ),
    person_nouns=words(
        "spokesman spokeswoman spokesperson official officials aide aides source sources adviser"
        " advisers advisor advisors lawyer lawyers attorney attorneys expert experts analyst"
        " analysts critic critics supporter supporters voter voters resident residents witness"
        " witnesses officer officers reporter reporters student students teacher teachers man men"
        " woman women mother father operative operatives diplomat diplomats strategist strategists"
        " economist economists scientist scientists researcher researchers statement report study"
        " poll campaign committee memo letter email article editorial author authors senator"
        " congressman governor president minister candidate nominee mayor secretary chairman"
        " director leader leaders member members protester protesters activist activists friend"
        " person people representative representatives judge farmer neighbor neighbour worker"
        " workers owner doctor doctors survivor mogul billionaire businessman host anchor"
    ),
    organization_words=words(
        "ministry department office party committee council agency association institute"
        " university college school bank corporation company corp inc ltd group union foundation"
        " fund court senate house congress parliament government administration commission bureau"
        " authority board league club church army navy police times post journal news tribune"
        " herald gazette guardian press network radio television tv magazine daily weekly chronicle"
        " observer telegraph center centre society federation organization organisation campaign"
        " coalition alliance service services republicans democrats"
    ),
    pronouns=words("he she they"),
    masculine=words(
        "he him his mr sir lord king prince emperor pope father brother spokesman congressman"
        " councilman chairman businessman man son husband actor"
    ),
    feminine=words(
        "she her hers mrs ms miss dame lady queen princess empress mother sister spokeswoman"
        " congresswoman councilwoman chairwoman businesswoman woman daughter wife actress"
    ),
    agents=words("by"),
    name_starts=words("new saint st fort san santa los las north south east west united great"),
    naming_words=words(
        "called named titled entitled dubbed nicknamed known so-called socalled phrase word term"
        " slogan song book film movie show series album novel play episode podcast column program"
        " programme hashtag label motto tagline"
    ),
    relative_days={"today": 0, "yesterday": -1, "tomorrow": 1, "tonight": 0},
    last_words=words("last"),
    next_words=words("next"),
    event_nouns=words(
        "conference, press conference, news conference, summit, congress, meeting, rally, speech,"
        " address, interview, hearing, debate, ceremony, briefing, forum, convention, session,"
        " gathering, town hall, event, panel, reception, dinner, funeral, festival"
    ),
    place_prepositions=words("in at"),
    speech_nouns=words(
        "statement remarks comment comments words speech interview letter email memo tweet post"
        " message note report release address testimony"
    ),
    relatives=words("who"),
    particles=words("de da di del della der den van von la le du al el bin ibn abu of ter ten y e"),
    prepositions=words(
        "of to in on at by for from with about against into over under after before between"
        " through during without within toward towards upon like as than versus vs via behind"
        " near off among called named"
    ),
    articles=words("a an the one another some many several two three his her their its this that"),
    definite_articles=words("the this that"),
    office_links=words("of"),
    conjunction="and",
    not_names=words(
        "i the a an and or but if of to in on at by for from with as is are was were be it its"
        " this that these those there here he she they we you him her them us me his their our"
        " your my who whom which what when where how why do does did have has had will would"
        " shall should can could may might must so than then too also only even still yet after"
        " before while during since until because although though despite however meanwhile"
        " moreover furthermore nevertheless instead besides indeed perhaps maybe later earlier"
        " today yesterday tomorrow now once again asked speaking according all any some many most"
        " much more few several both each every another other such no not never none yes well oh"
        " just like unlike among amid between about against without within under over up down"
        " monday tuesday wednesday thursday friday saturday sunday january february march april"
        " june july august september october november december american americans british"
        " russian french german chinese mexican muslim muslims christian christians jewish"
        " democratic republican democrat first second third last next new old read follow photo"
        " image video related source sources nor out off through whether whatever whoever people"
        " two three four five six seven eight nine ten let one using following given recently"
        " additionally finally further thus therefore hence still"
    ),
    header_keys={
        "title": "title", "headline": "title", "url": "url", "link": "url", "published": "issued",
        "date": "issued", "issued": "issued", "source": "publisher", "publisher": "publisher",
        "outlet": "container_title", "newspaper": "container_title", "site": "container_title",
        "author": "authors", "authors": "authors", "by": "authors", "accessed": "accessed",
        "language": "language", "lang": "language",
    },
)  # fmt: skip
