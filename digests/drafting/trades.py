"""Nouns for one person by trade, by science and by country: “the ecologist”, “the Norwegian”."""

SCIENCES = frozenset(
    "ecologist geologist sociologist anthropologist archaeologist criminologist epidemiologist "
    "virologist immunologist neurologist cardiologist oncologist psychiatrist pediatrician "
    "paediatrician palaeontologist paleontologist zoologist botanist ornithologist entomologist "
    "meteorologist climatologist seismologist volcanologist oceanographer hydrologist geographer "
    "demographer statistician mathematician philosopher theologian linguist ethicist geneticist "
    "neuroscientist technologist agronomist forecaster undergraduate postgraduate postdoc".split()
)
TRADES = frozenset(
    "advocate paramedic midwife pharmacist dentist vet veterinarian therapist carer firefighter "
    "policeman bricklayer roofer builder joiner welder miner trawlerman skipper shepherd "
    "shopkeeper landlord landlady innkeeper barman barmaid waiter waitress bartender hairdresser "
    "barber tailor cleaner caretaker janitor custodian gardener groundsman postman milkman "
    "lorry-driver trucker courier cab-driver cabbie machinist technician photographer "
    "cinematographer playwright screenwriter biographer memoirist essayist lexicographer "
    "translator interpreter publisher conductor soprano tenor baritone cellist bassist "
    "choreographer dancer ballerina illustrator cartoonist potter realtor broker insurer "
    "auditor accountant actuary assessor auctioneer developer contractor surveyor planner "
    "lobbyist operative negotiator mediator chaplain nun missionary warden jailer "
    "speaker whip vicar archdeacon deacon curate chef ayatollah sheikh patriarch marshal corporal "
    "dean provost rector constable treasurer comptroller clerk ombudsman registrar bailiff juror "
    "foreman lance-corporal brigadier marine pensioner retiree".split()
)
ATHLETES = frozenset(
    "wing flanker prop scrum-half fly-half fullback full-back linebacker cornerback "
    "receiver lineman shortstop outfielder infielder catcher playmaker wicketkeeper spinner "
    "opener all-rounder jockey trainer rower sprinter jumper thrower gymnast wrestler skier "
    "skater snowboarder keeper centre-back left-back right-back debutant".split()
)
COUNTRYMEN = frozenset(
    "american briton german italian canadian australian norwegian swede finn dutchman "
    "frenchman frenchwoman englishman scotsman welshman irishman spaniard czech slovak "
    "hungarian ukrainian russian georgian kenyan ethiopian jamaican brazilian argentine mexican "
    "serb croat belgian austrian nigerian egyptian moroccan korean greek turk "
    "portuguese colombian chilean ghanaian senegalese algerian tunisian israeli iranian iraqi "
    "indian pakistani californian texan londoner parisian muscovite scouser geordie yorkshireman "
    "kiwi".split()
)
# Nouns for one person by another: “her counterpart” is not she.
RECIPROCAL = frozenset(
    "counterpart co-author coauthor co-host cohost predecessor successor teammate co-founder "
    "cofounder number co-star accuser challenger".split()
)
NAMED_BY_TRADE = SCIENCES | TRADES | ATHLETES | COUNTRYMEN | (RECIPROCAL - {"number"})
# What else somebody may be called who is called so.
SYNONYMS = {
    "sen": ("senator", "lawmaker", "legislator", "politician"),
    "rep": ("congressman", "congresswoman", "representative", "lawmaker", "legislator"),
    "gov": ("governor",),
    "dr": ("doctor",),
    "prof": ("professor", "academic", "scholar"),
    "professor": ("academic", "scholar", "expert", "scientist"),
    "gen": ("general", "officer"),
    "general": ("officer",),
    "col": ("colonel", "officer"),
    "colonel": ("officer",),
    "lt": ("lieutenant", "officer"),
    "capt": ("captain", "officer"),
    "det": ("detective",),
    "attorney": ("lawyer",),
    "lawyer": ("attorney",),
    "analyst": ("expert", "observer"),
    "researcher": ("scientist", "expert", "scholar"),
    "fellow": ("researcher", "expert", "scholar", "analyst"),
    "scientist": ("researcher", "expert"),
    "prosecutor": ("lawyer", "attorney", "counsel"),
    "judge": ("justice", "magistrate"),
    "mp": ("lawmaker", "politician"),
    "ceo": ("executive", "chief"),
    "minister": ("politician",),
    "ambassador": ("diplomat",),
    "rev": ("pastor", "reverend"),
    "director": ("head",),
    "president": ("leader",),
    "coach": ("manager", "boss"),
    "manager": ("boss", "coach"),
    "economist": ("expert", "analyst"),
    "historian": ("expert", "scholar"),
    "scholar": ("expert",),
    "strategist": ("expert", "analyst"),
}
# What somebody is who does so: “Jane Roe, who has led the museum”, “Jane Roe, prosecuting,”.
ROLES = {
    **dict.fromkeys(
        ("led", "leads", "heads", "headed", "runs", "ran"),
        ("head", "leader", "director", "chief", "boss"),
    ),
    **dict.fromkeys(
        ("chairs", "chaired", "chairing"), ("chair", "chairman", "chairwoman", "head")
    ),
    **dict.fromkeys(("teaches", "taught"), ("teacher", "professor", "academic", "scholar")),
    **dict.fromkeys(("coaches", "coached"), ("coach", "manager", "boss")),
    **dict.fromkeys(("manages", "managed"), ("manager", "boss")),
    **dict.fromkeys(("owns", "owned"), ("owner",)),
    **dict.fromkeys(("founded", "co-founded"), ("founder",)),
    **dict.fromkeys(("wrote", "authored"), ("author", "writer")),
    **dict.fromkeys(
        ("studies", "studied", "researches"), ("researcher", "scientist", "expert", "scholar")
    ),
    **dict.fromkeys(("edits", "edited"), ("editor",)),
    **dict.fromkeys(("commands", "commanded"), ("commander",)),
    **dict.fromkeys(("directed", "directs"), ("director",)),
    **dict.fromkeys(
        ("represents", "represented", "defending", "defends"),
        ("lawyer", "attorney", "barrister", "advocate", "solicitor", "counsel"),
    ),
    "prosecuting": ("prosecutor", "barrister", "lawyer", "counsel"),
}
