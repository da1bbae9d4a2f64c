"""The English words that the reader goes by: of saying, of rank and office, of institutions."""

from digests.drafting.trades import NAMED_BY_TRADE

# Latin letters as a range: it is looked for far faster than “a letter and no digit”.
LETTERS = "A-Za-zÀ-ÖØ-öø-ɏ"


def _forms(bases: str) -> frozenset[str]:
    """Give the past and the third person of regular verbs."""
    found = set()
    for base in bases.split():
        stem = base[:-1] if base.endswith("y") and base[-2] not in "aeiou" else None
        found |= (
            {f"{stem}ied", f"{stem}ies"}
            if stem
            else {
                f"{base}d" if base.endswith("e") else f"{base}ed",
                f"{base}es" if base.endswith(("s", "sh", "ch", "x", "z", "o")) else f"{base}s",
            }
        )
    return frozenset(found)


# Verbs after which, or before which, somebody's words stand.
PLAINLY = _forms(
    "add explain note stress emphasize emphasise claim argue warn announce declare state reply "
    "respond answer insist remark observe comment conclude recall continue opine assert maintain "
    "contend allege complain joke quip quote tweet post text email e-mail caution concede "
    "acknowledge admit predict promise vow pledge confirm deny reiterate repeat suggest report "
    "tease gush exclaim shout whisper mutter murmur cry scream yell sigh laugh chuckle smile "
    "deadpan interject counter retort riposte rejoin volunteer offer muse wonder ask inquire "
    "enquire query demand urge plead beg advise counsel boast brag crow rail rant fume thunder "
    "huff snap bark roar growl grumble moan lament mourn rage lash protest object disagree agree "
    "concur echo affirm aver attest testify elaborate expound clarify specify mention point "
    "underline underscore highlight reveal disclose admonish chide scold berate blast slam "
    "criticize criticise denounce condemn praise hail applaud laud welcome celebrate reflect "
    "recount relate narrate summarize summarise theorize theorise hypothesize speculate reckon "
    "figure guess gather estimate calculate propose recommend hint imply intimate indicate signal "
    "profess proclaim pronounce chant chime holler bellow croak drawl stammer stutter blurt "
    "mumble hiss sneer scoff mock taunt sniff snort remind reassure assure inform instruct order "
    "command implore entreat beseech exhort appeal call describe dismiss characterize "
    "characterise brand label term liken compare accuse blame charge attack defend express voice "
    "utter venture posit submit rule caveat preface finish end open begin start interrupt enthuse "
    "rave marvel crack cackle giggle grin shrug nod bristle relent confess confide concede "
    "divulge pen blog message retweet observe address portray decry deplore bemoan cheer remember"
) | frozenset(
    "said says told tells wrote writes thought thinks felt feels knew went goes read reads put "
    "puts spoke speaks swore swears saw sees began begins shot shoots spat spits sang sings quoth "
    "foresaw foresees meant means let lets made makes gave gives made heard hears understood "
    "understands held holds believed believes hoped hopes expects expected noticed stipulates "
    "stipulated provides joked quipped quips texted admitted admits referred refers upheld dubbed "
    "dubs summed sums weighed weighs chimed jumped jumps piped pipes fired fires hit hits came "
    "comes runs ran countered pressed presses recalled explained opined cited cites concurred "
    "deferred demurred demurs averred avers conferred inferred infers typed types rapped raps "
    "shrugged shrugs nodded nods quizzed begged begs convinced".split()
)
# Among them, the ones that show nothing by themselves in the middle of a sentence.
WEAK = frozenset(
    "came comes went goes read reads put puts saw sees began begins let lets made makes gave "
    "gives came comes runs ran hit hits fired fires jumped jumps ended ends opened opens started "
    "starts finished finishes pointed points offered offers ordered orders ruled rules charged "
    "charges attacked attacks hailed hails welcomed welcomes celebrated celebrates posted posts "
    "signaled signals cracked cracks figured figures appealed appeals meant means held holds "
    "provides called calls felt feels knew heard hears compared compares reflected reflects "
    "addressed addresses shot shoots smiled smiles laughed laughs nodded nods shrugged shrugs "
    "cheered cheers reported reports cited cites pressed presses penned pens typed types raged "
    "rages defended defends indicated indicates reflected questioned expected expects hoped hopes "
    "started gathered gathers termed terms branded brands".split()
)
SAYING_NOW = frozenset(
    "saying telling adding noting arguing warning writing explaining insisting claiming stressing "
    "calling describing asking stipulating providing quoting declaring tweeting stating "
    "emphasizing emphasising pointing recalling joking suggesting citing promising complaining "
    "predicting acknowledging remarking reading concluding boasting vowing dismissing denouncing "
    "accusing referring".split()
)
# What stands between a subject and its verb.
BETWEEN = frozenset(
    "has have had was is were are also later then once further recently reportedly famously "
    "repeatedly previously earlier first simply just only still even again now often always "
    "himself herself would will could may did does not never quickly bluntly flatly angrily "
    "quietly calmly wryly dryly publicly privately specifically immediately initially "
    "subsequently eventually finally actually apparently clearly openly jokingly half-jokingly "
    "proudly sarcastically cheerfully softly firmly directly explicitly boldly candidly merely "
    "afterwards afterward instead meanwhile nonetheless nevertheless yesterday today tonight "
    "recently long already both all and ultimately rightly wrongly briefly separately".split()
)
PRONOUNS = {
    "he": "m", "she": "f", "they": "p", "i": "i", "we": "i", "it": "n", "who": "w", "one": "n",
    "you": "n", "this": "n", "that": "n", "these": "n", "those": "n", "both": "p", "others": "p",
    "some": "p", "many": "p", "nobody": "n", "everyone": "n", "another": "n", "most": "p",
}  # fmt: skip
ARTICLES = frozenset(
    "the a an this that his her their its our my one another some several two".split()
)
POSSESSIVES = frozenset("his her their its my our".split())

# Titles that stand before a name and are no part of it; the gender they tell, if any.
TITLES = {
    **dict.fromkeys(
        "canon dame madam chef archdeacon vicar monsignor curate deacon alhaji pc wpc sp dsp "
        "dci di pm md cllr staff communications intelligence affairs relations operations "
        "policy h.e h.r.h h.m amb sec atty asst homeland president vice deputy prime "
        "minister chancellor premier king emperor pope cardinal archbishop bishop father "
        "brother rabbi imam ayatollah sheikh sheik senator congressman representative "
        "governor mayor councilman councilor councillor alderman commissioner secretary "
        "undersecretary attorney general solicitor judge justice magistrate prosecutor "
        "sheriff chief marshal officer detective sergeant corporal captain major colonel "
        "commander admiral lieutenant private professor dr doctor prof rev reverend pastor "
        "elder coach manager director chairman chair ceo cfo coo cto founder co-founder "
        "editor reporter correspondent columnist analyst spokesman spokesperson ambassador "
        "envoy counsel attorney lawyer sen rep gov gen lt col maj capt cmdr adm sgt cpl pvt "
        "hon pres supt insp det comrade speaker leader whip aide adviser advisor assistant "
        "acting former ex-president then retired aspiring economist strategist consultant "
        "pollster activist author actor singer superintendent inspector constable trooper "
        "principal dean provost rector academician candidate nominee incumbent freshman "
        "senior first us u.s uk foreign defense defence interior finance treasury state "
        "justice trade health education energy interim executive managing democratic "
        "republican quarterback striker goalkeeper midfielder captain pitcher saint sir lord "
        "baron duke prince count mr monsieur herr señor patriarch metropolitan party house "
        "senate majority minority district city county police fire press campaign security "
        "national presidential parliamentary opposition coalition labour labor conservative "
        "liberal tory gop russian american british french german chinese korean japanese "
        "north south ukrainian israeli iranian turkish polish austrian indian european "
        "kremlin".split(),
        "",
    ),
    **dict.fromkeys(
        "mr king emperor pope cardinal father brother congressman councilman alderman chairman "
        "spokesman sir lord baron duke prince monsieur herr señor".split(),
        "m",
    ),
    **dict.fromkeys(
        "mrs ms miss queen sister mother congresswoman councilwoman chairwoman spokeswoman dame "
        "lady baroness duchess princess madame frau señora actress".split(),
        "f",
    ),
}  # fmt: skip
SUFFIXES = frozenset("jr sr ii iii iv".split())

MALE_NOUNS = frozenset(
    "man boy father husband son brother uncle king chairman spokesman businessman dad "
    "daddy hubby grandad granddad grandpa bloke congressman gentleman grandfather nephew "
    "guy policeman fisherman salesman statesman lad dutchman frenchman englishman "
    "welshman irishman yorkshireman milkman barman widower stepfather grandson boyfriend "
    "sportsman prince duke".split()
)
FEMALE_NOUNS = frozenset(
    "woman girl mother wife daughter sister aunt queen actress chairwoman spokeswoman "
    "frenchwoman waitress landlady barmaid businesswoman congresswoman lady grandmother "
    "niece policewoman widow stepmother gran granny nan grandma granddaughter girlfriend "
    "stateswoman princess duchess mum mom heroine".split()
)
# What somebody is to their son, by gender; and the like.
INVERSE = {
    **{child: {"m": "father", "f": "mother"} for child in ("son", "daughter")},
    **{parent: {"m": "son", "f": "daughter"} for parent in ("father", "mother", "dad", "mum")},
    **{sibling: {"m": "brother", "f": "sister"} for sibling in ("brother", "sister")},
    **{spouse: {"m": "husband", "f": "wife"} for spouse in ("husband", "wife")},
}
# What people are to one another.
KIN = frozenset(
    "husband wife son daughter father mother brother sister uncle aunt nephew niece "
    "cousin fiance fiancé fiancee fiancée grandson granddaughter grandmother grandfather "
    "stepfather stepmother hubby gran granny nan grandma grandad granddad grandpa dad "
    "daddy stepson stepdaughter boyfriend girlfriend partner widow widower spouse mum "
    "mom dad twin".split()
)
# Nouns for one person, by which somebody named elsewhere may be taken up: “the expert”.
PERSON_NOUNS = (
    MALE_NOUNS
    | FEMALE_NOUNS
    | NAMED_BY_TRADE
    | frozenset(
        "gm mep pm dj solicitor barrister sergeant preacher drummer guitarist violinist pianist "
        "trumpeter baker butcher grocer plumber electrician mechanic carpenter fisher rancher "
        "beekeeper librarian archivist curator expert analyst observer researcher scientist "
        "scholar academic professor historian economist politician diplomat senator lawmaker "
        "legislator congressman mp deputy minister president premier chancellor governor mayor "
        "leader official officer general colonel admiral commander captain soldier veteran "
        "ambassador envoy secretary chief head director manager executive ceo founder owner boss "
        "chair spokesperson adviser advisor aide strategist consultant pollster candidate nominee "
        "incumbent democrat republican conservative liberal lawyer attorney prosecutor judge "
        "justice sheriff detective inspector doctor physician surgeon nurse psychologist "
        "biologist physicist chemist astronomer engineer teacher principal student pupil author "
        "writer novelist poet journalist reporter editor columnist critic correspondent "
        "commentator host presenter anchor blogger singer musician rapper composer artist painter "
        "sculptor designer architect filmmaker producer actor comedian star player coach manager "
        "striker midfielder defender goalkeeper forward guard pitcher quarterback captain skipper "
        "champion athlete runner swimmer golfer rider driver pilot astronaut cosmonaut activist "
        "campaigner protester organizer organiser volunteer worker employee farmer fisherman "
        "resident neighbor neighbour witness survivor victim suspect defendant plaintiff "
        "complainant patient customer tourist traveler traveller passenger priest pastor bishop "
        "archbishop cardinal pope rabbi imam monk parent child teenager billionaire entrepreneur "
        "investor trader banker specialist politologist orientalist koreanist sinologist "
        "strategist academician fellow newcomer native prime-minister premier winger batsman "
        "bowler cyclist boxer sophomore freshman rookie teammate inmate colonel councillor "
        "councilor chairperson undersecretary counsel magistrate coroner trooper superintendent "
        "commissioner whistleblower".split()
    )
)
# Nouns for many, or for somebody whom a text keeps unnamed.
CROWD_NOUNS = frozenset(
    "experts analysts observers officials sources authorities critics supporters opponents "
    "lawyers attorneys prosecutors lawmakers senators residents neighbors neighbours witnesses "
    "scientists researchers economists police investigators protesters activists people others "
    "many some fans diplomats journalists reporters media source insiders insider person someone "
    "somebody anyone everyone aides advisers doctors parents students teachers workers leaders "
    "ministers republicans democrats conservatives voters users readers commentators pundits "
    "executives colleagues friends relatives family families sides parties authors historians "
    "scholars academics detectives firefighters troops soldiers rebels militants".split()
)
# Nouns for what is written or sent, which is nobody.
PAPERS = frozenset(
    "report study statement paper survey poll article editorial column story letter memo email "
    "e-mail tweet post message text note book document documents indictment complaint lawsuit "
    "suit filing affidavit petition motion ruling verdict judgment opinion order resolution "
    "communique communiqué release website site page caption headline sign banner placard poster "
    "ad advertisement commercial video clip recording tape transcript headlines newspaper "
    "magazine journal blog review findings data figures analysis assessment dossier bill law act "
    "charter constitution clause provision treaty agreement pact accord section passage draft "
    "text label notice plaque slogan motto song lyrics chant release caption entry dispatch "
    "bulletin readout warrant testimony interview speech remarks comment comments response reply "
    "posting status slide slides presentation file".split()
)
TREATY_PAPERS = frozenset(
    "treaty pact agreement accord clause article provision preamble section convention protocol "
    "charter".split()
)
# The legal forms of companies, which are no part of their names.
LEGAL = frozenset(
    "inc corp co ltd plc llc llp lp ag asa as ab nv bv sa se spa gmbh kg oyj oy a/s sarl pte bhd "
    "incorporated limited".split()
)
# Words that make a capitalised name one of an institution.
INSTITUTIONS = frozenset(
    "watch rights aid relief monitor front corps brigade panel secretariat caucus homes estates "
    "properties builders construction chamber university institute ministry department "
    "committee agency inc corp corporation company co ltd llc party council bank association "
    "organization organisation commission court house senate congress parliament assembly "
    "foundation center centre school college academy society union federation league club group "
    "bureau board authority office administration service services police force forces army "
    "navy guard command press news times post journal tribune herald guardian telegraph mail "
    "mirror sun star globe gazette chronicle observer magazine review television tv radio "
    "channel network broadcasting media studios records entertainment hospital church cathedral "
    "museum library theatre theater festival airport airlines airways railway railways motors "
    "industries holdings partners capital fund trust systems technologies labs laboratory "
    "laboratories software solutions international global national federal republic kingdom "
    "states nations alliance coalition movement campaign project program programme initiative "
    "conference summit forum treaty act agreement pact charter convention constitution kremlin "
    "pentagon duma cabinet government embassy consulate interpol nato un eu fbi cia nsa dhs doj "
    "nasa imf who wto unesco unicef reuters tass yonhap kcna bbc cnn nbc abc cbs fox sputnik "
    "xinhua afp ap interfax google facebook twitter youtube instagram amazon apple microsoft "
    "netflix tesla boeing airbus samsung sony toyota volkswagen exxon shell bp street avenue "
    "road boulevard square park river lake mountain mount valley island islands beach bay coast "
    "sea ocean bridge tower hall stadium arena garden gardens palace castle hotel cup bowl "
    "games olympics championship championships open series prize award awards medal day week "
    "month year christmas easter thanksgiving war revolution crisis plan deal strategy report "
    "cross crescent democrats republicans foods stores bros airlines".split()
)
BIG_NAMES = frozenset(  # single words that are institutions
    "kremlin pentagon duma nato un eu fbi cia nsa dhs doj nasa imf wto unesco unicef reuters tass "
    "yonhap kcna bbc cnn nbc abc cbs fox sputnik xinhua afp ap interfax google facebook twitter "
    "youtube instagram amazon apple microsoft netflix tesla boeing airbus samsung sony toyota "
    "volkswagen exxon shell bp congress parliament senate cabinet interpol hamas hezbollah "
    "taliban politico bloomberg breitbart foreign treasury".split()
)
# Capitalised words that are no part of a person's name.
NOT_NAMES = frozenset(
    "ask see meet consider neither either nor whether chilean argentine colombian peruvian cuban "
    "venezuelan italian spanish portuguese dutch belgian swiss swedish norwegian danish finnish "
    "greek irish scottish welsh hungarian czech slovak romanian bulgarian serbian croatian kenyan "
    "nigerian ghanaian egyptian ethiopian saudi iraqi afghan pakistani bangladeshi thai "
    "vietnamese indonesian malaysian filipino taiwanese tibetan mongolian georgian armenian "
    "kazakh uzbek latvian lithuanian estonian belarusian moldovan siberian the a an and or but "
    "nor so yet if as at by for from in into of off on onto out over to under up with without "
    "within about above across after against along among around before behind below beneath "
    "beside besides between beyond despite down during except inside like near outside past per "
    "since than through throughout till toward towards until upon via when where whether which "
    "while who whom whose why how what that this these those there here then thus now once only "
    "even just still also too very not no yes he she they it we you i his her their its our your "
    "my me him them us one two three four five six seven eight nine ten first second third last "
    "next another other others some any many most more much several both each every all few such "
    "same however meanwhile moreover although though because unless instead perhaps maybe indeed "
    "according asked speaking talking writing referring responding answering commenting earlier "
    "later today yesterday tomorrow monday tuesday wednesday thursday friday saturday sunday "
    "january february march april june july august september october november december jan feb "
    "mar apr jun jul aug sept sep oct nov dec read more photo image video source share russia "
    "russian russians america american americans us u.s u.s.a usa uk britain british england "
    "english france french germany german china chinese japan japanese korea korean koreans "
    "ukraine ukrainian europe european asia asian africa african india indian iran iranian iraq "
    "israel israeli palestinian syria syrian turkey turkish poland polish canada canadian mexico "
    "mexican brazil australia australian moscow washington london paris berlin beijing tokyo "
    "seoul pyongyang kyiv kiev brussels vienna geneva dprk rok soviet western eastern northern "
    "southern north south east west northeast northwest southeast southwest central middle "
    "democrat republican democratic christian muslim jewish catholic hispanic latino black white "
    "pressed told questioned quizzed reached contacted approached informed reminded challenged "
    "confronted shown given "
    "draft team never vote stop ready save elect "
    "god internet covid-19 covid ai gdp democrats republicans asked nobody everyone everybody "
    "somebody anybody something everything nothing people police".split()
)
MAYBE_NAMES = frozenset("april june august january may".split())  # months that people are called
PREPOSITIONS = frozenset(
    "outside inside above below beyond behind beneath amid onto upon unlike besides aboard "
    "alongside opposite throughout of for with by to from at in on against about between under "
    "over through during after before into toward towards near via than like among within without "
    "behind since until upon including per across despite around following regarding "
    "concerning".split()
)
# Words that make what stands in marks a name or a title and no speech.
NAMING = frozenset(
    "operation programme program project brand ship vessel restaurant cafe bar pub entitled "
    "titled called dubbed named nicknamed headlined so-called book film movie novel play song "
    "album show series article essay paper poem painting documentary podcast episode chapter "
    "exhibition magazine section column word words term phrase known billed hashtag motto slogan "
    "label titles sign".split()
)
