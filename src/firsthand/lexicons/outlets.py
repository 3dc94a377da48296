"""Outlets: those that the world's news cites by name, and the words that tell an outlet nobody listed."""

# By the name used in running text, without "the". Most cited in the wire news of ten countries and in US news.
OUTLETS = frozenset(
    """
    reuters|afp|agence france-presse|ap|associated press|bloomberg|bloomberg news|interfax|interfax-ukraine|tass|
    itar-tass|ria|ria novosti|xinhua|xinhua news agency|kyodo|kyodo news|jiji press|yonhap|yonhap news|
    yonhap news agency|kcna|dpa|efe|ansa|pti|press trust of india|upi|united press international|pa media|anadolu|
    anadolu agency|irna|isna|tasnim|wafa|saudi press agency|antara|bernama|vna|belta|ukrinform|unian|unn|rbc-ukraine|
    ukrainska pravda|ukrayinska pravda|kyiv independent|kyiv post|suspilne|hromadske|censor.net|liga.net|meduza|
    novaya gazeta|kommersant|vedomosti|izvestia|rbc|rt|russia today|sputnik|echo of moscow|moscow times|gazeta.ru|
    lenta.ru|current time|radio liberty|radio free europe|radio free asia|voice of america|rferl|rfe/rl|voa|cnn|
    cnn international|bbc|bbc news|itv|itv news|sky news|channel 4 news|nbc|nbc news|abc|abc news|cbs|cbs news|
    cbn news|fox news|fox business|fox news sunday|fox & friends|fox and friends|msnbc|cnbc|c-span|pbs|npr|newsmax|
    oann|one america news|univision|telemundo|cbc|ctv|global news|sbs|nhk|kbs|mbc|arirang|cctv|cgtn|ndtv|al jazeera|
    al arabiya|al-jazeera|al-arabiya|al mayadeen|al-manar|al-masirah|france 24|france info|franceinfo|france inter|
    rfi|bfm tv|bfmtv|tf1|rtl|zdf|ard|n-tv|deutsche welle|dw|rai|rte|rtve|orf|srf|nos|svt|nrk|yle|tvn|tvn24|tvp|
    euronews|trt|trt world|new york times|washington post|wall street journal|usa today|los angeles times|la times|
    new york post|new york daily news|boston globe|chicago tribune|washington times|washington examiner|politico|
    axios|the hill|daily beast|daily caller|daily caller news foundation|breitbart|breitbart news|huffington post|
    huffpost|buzzfeed|buzzfeed news|vox|vice|vice news|business insider|propublica|daily wire|daily signal|
    national review|weekly standard|new yorker|new york magazine|newsweek|time magazine|rolling stone|mother jones|
    vanity fair|hollywood reporter|forbes|realclearpolitics|townhall|gizmodo|techcrunch|ars technica|tmz|semafor|
    foreign policy|foreign affairs|financial times|sunday times|daily telegraph|sunday telegraph|daily mail|
    mailonline|dailymail.com|daily mirror|evening standard|bellingcat|scotsman|irish times|irish independent|
    globe and mail|toronto star|sydney morning herald|new zealand herald|der spiegel|spiegel|spiegel online|die zeit|
    die welt|welt am sonntag|bild|bild am sonntag|frankfurter allgemeine zeitung|frankfurter allgemeine|faz|
    süddeutsche zeitung|sueddeutsche zeitung|handelsblatt|tagesspiegel|der standard|die presse|neue zürcher zeitung|
    nzz|tages-anzeiger|le monde|le figaro|libération|liberation|le parisien|les echos|mediapart|journal du dimanche|
    le soir|el país|el pais|el mundo|abc españa|la vanguardia|la repubblica|repubblica|corriere della sera|la stampa|
    il messaggero|il sole 24 ore|gazeta wyborcza|rzeczpospolita|onet|dagens nyheter|svenska dagbladet|aftonbladet|
    expressen|aftenposten|verdens gang|politiken|berlingske|jyllands-posten|helsingin sanomat|haaretz|jerusalem post|
    times of israel|ynet|yedioth ahronoth|yediot aharonot|israel hayom|maariv|ma'ariv|asharq al-awsat|al-hayat|
    al-ahram|an-nahar|al-akhbar|l'orient-le jour|middle east eye|hürriyet|hurriyet|cumhuriyet|milliyet|times of india|
    hindustan times|indian express|economic times|geo news|south china morning post|global times|people's daily|
    china daily|caixin|straits times|channel newsasia|bangkok post|nikkei|nikkei asia|asahi shimbun|asahi|yomiuri|
    yomiuri shimbun|mainichi|mainichi shimbun|sankei|japan times|korea herald|korea times|chosun ilbo|joongang ilbo|
    dong-a ilbo|rodong sinmun|jakarta post|manila times|folha de s.paulo|folha de s. paulo|o globo|globo|
    estado de s. paulo|clarín|clarin|la nación|la nacion|el universal|el tiempo|el comercio|el nacional|telesur|
    prensa latina|granma|daily nation|mail & guardian|news24|premium times
    """.replace("\n", "").replace("    ", "").split("|")
)
# Names that are words, surnames or adjectives too: outlets only where somebody cites them ("told the Guardian").
CITED_OUTLETS = frozenset(
    """
    fox|time|people|fortune|stern|focus|age|insider|dawn|punch|reforma|sana|mehr|independent|observer|slate|atlantic|
    verge|intercept|variety|wired|puck|hindu|australian|vanguard|welt|petra|spa|mena|ani|fars|sabah|citizen|index.hu|
    salon|pravda|economist|telegraph|guardian|times|mirror|standard
    """.replace("\n", "").replace("    ", "").split("|")
)

# Last words of outlets' names ("Nordby Courier", "Northern Wire"), never alone and only after another capital.
OUTLET_ENDINGS = frozenset(
    """
    post times herald tribune courier gazette telegraph journal chronicle mercury monitor observer examiner inquirer
    enquirer sentinel dispatch bulletin register ledger recorder reporter standard argus advertiser bee sun star globe
    mirror mail express guardian independent news newspaper magazine weekly review digest wire newswire today insider
    daily press tv television radio broadcasting channel online media agency fm caller zeitung tageblatt blatt tidende
    dagblad aftenblad pravda
    """.split()
)
# Those of them that end many names of other bodies too; they count only after a word of news ("Yonhap News Agency").
OPEN_ENDINGS = frozenset("agency press media online today daily standard".split())
NEWS_WORDS = frozenset("news press information telegraph broadcasting media".split())
# First words of outlets' names, before another capital ("Radio Nordby", "Channel Six", "Agence France-Presse").
OUTLET_OPENINGS = frozenset(
    "radio channel tv televisión television daily agence agencia agenzia news rádio télé".split()
)

# Common nouns for an outlet ("told the newspaper", "the edition notes"): "edition", "resource" and "publication" are
# how agencies translating from Russian and Ukrainian say it ("издание", "ресурс").
OUTLET_NOUNS = frozenset(
    """
    agency newspaper paper newswire wire daily weekly tabloid magazine journal publication edition outlet portal
    website site resource blog channel station broadcaster network radio television tv programme program podcast
    """.split()
)
# Which of them may mean an outlet whose name or kind says otherwise nothing, told apart by what they print on.
BROADCAST_NOUNS = frozenset("channel station broadcaster network radio television tv programme program podcast".split())
AGENCY_NOUNS = frozenset("agency newswire wire".split())
PAPER_NOUNS = frozenset("newspaper paper daily weekly tabloid magazine journal".split())
WEB_NOUNS = frozenset("portal website site resource blog".split())
# Nouns whose bearer is an outlet only with a word of news before it: "the agency" is often a ministry's.
PLAIN_OUTLET_NOUNS = OUTLET_NOUNS - AGENCY_NOUNS - frozenset("site website network program programme resource".split())
# What else may stand before such a noun when the outlet has no name ("told local radio", "state television").
OUTLET_QUALITIES = frozenset(
    """
    local state national public private regional german french british russian ukrainian italian spanish polish turkish
    israeli iranian iraqi syrian lebanese saudi egyptian chinese japanese korean indian pakistani american us u.s.
    australian canadian dutch swedish norwegian danish finnish swiss austrian hungarian czech greek serbian arab arabic
    state-run state-owned government-run government-controlled pro-government independent financial business online
    political international foreign news television tv radio satellite daily weekly sunday
    """.split()
)
# Those of them that need no article ("told local radio", "state television").
PLACING_QUALITIES = OUTLET_QUALITIES - frozenset(
    """
    financial business online political foreign news television tv radio satellite daily weekly sunday independent
    """.split()
)
# How an outlet speaks of itself.
OWN_DETERMINERS = frozenset("this our".split())
