"""English questions in the Chinese words the grammar knows; names of bodies by their pinyin and organ."""

import re

from assistant.understand.bodies import Bodies
from assistant.understand.lexicon import english_phrases

_TOKEN = re.compile(r"[a-z][a-z'&-]*|\d[\d,]*(?:\.\d+)?%?|[^\sa-z\d]", re.IGNORECASE)


def in_chinese(question: str, bodies: Bodies) -> str:
    """An English question with its known phrases put in Chinese; what is not known stays as it is."""
    phrases = english_phrases()
    longest = max(len(p.split()) for p in phrases)
    places = _places(bodies)
    words = _TOKEN.findall(question.replace("’", "'"))
    out: list[str] = []
    at = 0
    while at < len(words):
        for length in range(min(longest, len(words) - at), 0, -1):
            phrase = " ".join(words[at : at + length]).lower()
            bare_phrase = phrase.removesuffix("'s")
            chinese = phrases.get(phrase, phrases.get(bare_phrase))
            if chinese is None and length == 1:
                chinese = places.get(bare_phrase.replace("'", ""))
                if chinese is None and phrase.endswith("s") and len(phrase) > 4:
                    chinese = phrases.get(phrase[:-1])
            if chinese is not None:
                out.append(chinese)
                at += length
                break
        else:
            out.append(words[at])
            at += 1
    return _ordered(out)


def _ordered(words: list[str]) -> str:
    """The Chinese pieces joined; years get their 年 so that they are not read as amounts."""
    joined = []
    for word in words:
        joined.append(f"{word}年" if re.fullmatch(r"20\d\d", word) else word)
    return "".join(word if re.match(r"[^a-z]", word, re.IGNORECASE) else f" {word} " for word in joined)


def _places(bodies: Bodies) -> dict[str, str]:
    """Pinyin of the places of bodies: guangzhou -> 广州."""
    from assistant.understand.names import sounds

    found: dict[str, str] = {}
    for body in bodies.all.values():
        for place in body.places:
            short = re.sub(r"(?:省|市|区|县|自治区)$", "", place) or place
            found.setdefault(sounds(short)[1], short)
        organ = body.key
        for place in body.places:
            organ = organ.replace(place, "")
        for ending in ("街道办事处", "街道", "镇", "乡"):
            if organ.endswith(ending):
                name = re.sub(r"^人民政府", "", organ.removesuffix(ending))
                if len(name) >= 2:
                    found.setdefault(sounds(name)[1], name)
    return found
