"""Posts that nobody holds, in everyday words (编制还空着几个), as the posts against the people of their kind."""

import re

_KIND = r"(?:行政|事业|工勤|机关|参公|全额|差额|自收自支)"
_POSTS = r"(?:人员)?编(?:制)?(?:数)?"
_OPEN = r"(?:(?:还|现在|目前|仍|又|都)?(?:有)?(?:空缺|空着|缺着|空出|空余|空|缺)了?)"
_MANY = r"(?:几|多少)(?:个|名|位)?(?:人)?"
_END = r"(?=[，,。？?；;、]|$|呢|吗)"
# 行政编和事业编各空多少: of each kind its own.
_OF_EACH = re.compile(
    rf"(?P<kinds>{_KIND}{_POSTS}(?:[、，,和与及跟]{_KIND}{_POSTS})+)(?:分别|各自?)(?:还)?{_OPEN}{_MANY}{_END}"
)
_OF_ONE = re.compile(rf"(?P<kind>{_KIND}?)(?:编制|(?<=行政)编|(?<=事业)编)(?:数)?{_OPEN}{_MANY}{_END}")
_BEHIND = re.compile(
    rf"(?:编制(?:都|已经)?(?:[用占配]满|满编?)了?(?:没有?|吗|没)?[？?，,]\s*)?(?:还)?(?:空(?:着|出|缺)?|缺(?:了|着)?)(?:了)?(?:几|多少)(?:个|名|位)?(?P<kind>{_KIND}?)(?:编制|编|岗位?|名额)(?:没补人|没人)?"
    rf"|缺(?:了|着)?编(?:制)?(?:了|是|有)?{_MANY}"
    rf"|(?:还|现在|目前)?有?(?:几|多少)(?:个|名)?(?:空编|空缺编制|空着的编制|缺编)|空编(?:有|是|数)?{_MANY}"
    rf"|编制(?:上)?(?:有|存在)?(?:空缺|缺口|空的|空额|富余|没满|满(?:员|编)?)(?:没有|没|了|的)*[吗没]?[？?，,]\s*(?:还|又)?(?:空|缺|差|有)(?:了|着)?{_MANY}{_END}"
)


def with_posts_unfilled(text: str) -> str:
    """A question with posts that nobody holds as the posts against the people there are, of the kind that is named."""
    made = _OF_EACH.sub(lambda said: "，".join(map(_gap, re.findall(_KIND, said["kinds"]))), text)
    made = _OF_ONE.sub(lambda said: _gap(said["kind"]), made)
    return _BEHIND.sub(lambda said: _gap(said["kind"] or ""), made)


def _gap(kind: str) -> str:
    return f"{kind}编制比实有人员的{kind}多多少" if kind else "人员编制比实有人员多多少"
