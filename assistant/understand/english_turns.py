"""Turns of an English question that say a thing in many words, put in fewer: a sentence form, never a budget term."""

import re

_EQUIPMENT = (
    r"(?:(?:pieces?|sets?|items?|units?) of )?(?:large )?equipment (?:each )?"
    r"(?:worth|costing|that costs?|valued at|priced at|with an? (?:unit )?(?:price|value|cost) of)\s*"
    r"(?:over|more than|at least|above|of)?\s*(?:one|1|a) million(?: yuan| rmb| cny)?"
    r"(?: or more| and above| or above| and over| or over)?(?: each| per unit| apiece| per piece)?"
)
_SPENT = r"(?:spent|used|executed|implemented|paid out|drawn|completed)"
_TURNS = (
    # What a verb at the end asks for: What does the bureau do, What is the project for.
    (r"\bwhat (?:does|do) (?P<body>[^?]+?) do(?= *\?| *$)", r"what are the duties of \g<body>"),
    (r"\bwhat (?:is|are) (?P<thing>[^?]+?) for(?= *\?| *$)", r"what is the purpose of \g<thing>"),
    (r"[“”]", '"'),
    (rf"\b{_EQUIPMENT}", "单价100万元以上设备"),
    # A translation in brackets behind a Chinese term.
    (r'(?P<term>"[\u4e00-\u9fff]+")\s*\([^()\u4e00-\u9fff]*\)', r"\g<term>"),
    (
        r"\b(?P<things>projects?|units?|lines?|items?) whose (?:project )?names? "
        r'(?:mentions?|contains?|includes?|has|have|carr(?:y|ies)) "?(?P<name>[\u4e00-\u9fff0-9]+)"?',
        r"名称含\g<name>的 \g<things>",
    ),
    (r"\b(?:if so|if any|if at all)\b,?", " "),
    (
        r"\b(?P<things>projects?|items?|lines?) (?:has|have|with|bears?|carries|carrying|having|under) (?:the )?"
        r"(?:project )?code (?P<code>[0-9A-Za-z]+)",
        r"编码\g<code>的 \g<things>",
    ),
    (
        r"^(?:judging|going|working|calculating|derived?|inferring) (?:from|by|back(?:wards?)? from) the "
        r"(?:increase|decrease|change|rise|drop)s?"
        r"(?: \w+)? in (?:its|the|their)(?P<year> 20\d\d)?[^,?]*,",
        r"derive\g<year>",
    ),
    (r"\bacross (?:the )?(?:whole|entire) (?P<body>[^,?]+?) (?:department|system)\b", r"\g<body> added together"),
    (
        r"\bsquare met(?:er|re)s of (?:the )?(?:buildings?|housing|houses|property|premises|floor space|real estate)\b",
        "square meters of 房屋",
    ),
    (
        r"\b(?:the )?general office of the (?P<place>[A-Z][\w' ]+?) (?P<tier>municipal |district |county |city )?"
        r"(?:people's )?government\b",
        r"\g<place> \g<tier>government general office",
    ),
    (r"\b(?:working|counting|calculating|reckoning) backwards?\b", "derive"),
    (r"\bbudget at the (?:start|beginning) of (?P<year>20\d\d)", r"\g<year> opening budget"),
    (
        r"\b(?:leaving aside|setting aside|disregarding|ignoring) what was carried (?:over|forward)\b",
        "excluding carryover",
    ),
    (r"\bsingle (?=most|largest|biggest|highest|smallest|lowest)", ""),
    (r"\bhow many (?:ten[- ]thousand|(?:hundred )?million|thousand|billion)s?(?: of)? (?:yuan|rmb)\b", "how much"),
    (r"\bhow much project money do they\b", "how much do they"),
    (r"\bbetween the two\b", "between them both"),
    (
        rf"\bwhat (?:percent(?:age)?|share|proportion) of (?:the |its )?(?:[a-z-]+ )?budget(?:ed amount)? (?:for|of) "
        rf"(?P<thing>.+?) (?:was|were|is|has been|had been|got) (?:actually )?{_SPENT}\b",
        r"what is the completion rate of \g<thing>",
    ),
    (
        rf"\bwhat (?:percent(?:age)?|share|proportion) of (?:the |its )?(?P<thing>[^?,]+?) budget "
        rf"(?:was|were|is|has been|had been|got) (?:actually )?{_SPENT}\b",
        r"what is the completion rate of \g<thing>",
    ),
    (
        r"^(?P<first>(?:please |can you |could you )?)(?:order|sort|arrange|put|line up)\b(?=.*\bby\b)",
        r"\g<first>rank",
    ),
    (r"\bwhat (?:was it|had it been|were they)(?: before)(?: that| then)?\b", "what was it last year"),
    (
        r"\b(?:buying|purchasing|purchases?)(?: and| plus|,) (?:running|operating|maintaining|maintenance|"
        r"operation|upkeep)(?: and maintenance| costs?| expenses?)* (?:of )?"
        r"(?:official |government |its |the )*(?:cars?|vehicles?)\b",
        "公务用车购置及运行维护费",
    ),
    (
        r"\b(?:official|government) (?:cars?|vehicles?)\s*,?\(?\s*(?:purchas\w+|buying)(?: and| plus|,) "
        r"(?:running|operating|maintaining|maintenance|operation|upkeep)(?: and maintenance| costs?| expenses?)*\)?",
        "公务用车购置及运行维护费",
    ),
)
_COMPILED = tuple((re.compile(said, re.IGNORECASE), put) for said, put in _TURNS)


def in_fewer_words(question: str) -> str:
    """A question with its long turns of phrase put shortly."""
    for said, put in _COMPILED:
        question = said.sub(put, question)
    return question
