"""Kinds of posts said without the word for posts: 编制多少人，其中行政多少 asks for 行政编制, no people."""

import re

_POSTS = re.compile(r"(?:人员|核定|机构)?编制(?!了|的?(?:预算|单位|依据|说明|范围|项目))")
_PEOPLE = re.compile(r"实有|在职|在编|在岗|实际|现有")
_KIND = re.compile(
    r"(?:^|(?<=[，,、：:\s和与及跟里中的那]))(行政|事业|工勤)(?:人员|类|的)?"
    r"(?=(?:分别|各|有|是|为|占|人数|数)*(?:多少|几|报|列|呢|[，,、。？?\s和与及跟]|$))"
)


def with_posts_named(text: str, as_asked: str, said_before: str = "") -> str:
    """A question of posts, or one that goes on from it, with 编制 said behind each kind of them.

    One that speaks of people too, in the words it was asked in, stays as it is.
    """
    posts = _POSTS.search(text)
    if _PEOPLE.search(text) or _PEOPLE.search(as_asked):
        return text
    if posts is not None:
        return text[: posts.end()] + _KIND.sub(r"\1编制", text[posts.end() :])
    goes_on = _POSTS.search(said_before) is not None and _PEOPLE.search(said_before) is None
    return _KIND.sub(r"\1编制", text) if goes_on else text
