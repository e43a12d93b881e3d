"""What an answer over several bodies says of them: of which year, who is left out, no sum where one lacks the line."""

from collections.abc import Sequence
from dataclasses import replace

from assistant.computing.figures.looking import Desk
from assistant.finding.evidence import Found, Outcome
from assistant.plan import Ask, Operation
from assistant.saying.refusals import names_at_most
from ingest.messages import say
from ingest.wording.glyphs import bare


def not_so_many_bodies(language: str, said: int, names: list[str], without: Sequence[str] = ()) -> Outcome:
    """The refusal where so many bodies are said and others are found, or some ``without`` the line."""
    told, count = names_at_most(names, language), len(names)
    if without and said == count + len(without):
        lacking = names_at_most([*without], language)
        message = say("answer.not_all_have_it", language, said=said, count=count, names=told, without=lacking)
    else:
        message = say("answer.not_so_many", language, said=said, count=count, names=told)
    return Outcome("refusal", message=message, narrowed=True)


def sum_of_bodies_kept(desk: Desk, ask: Ask, out: Outcome) -> Outcome:
    """The outcome, or a refusal where a sum over so many bodies of a kind was told by the one that has the line."""
    meant = ask.scope.departments[0] if len(ask.scope.departments) == 1 else ()
    alone = out.kind == "figures" and len(out.found) == 1 and not out.found[0].computed
    if not (alone and ask.summed and (ask.said_count or 0) > 1 and len(meant) > 1) or ask.entity or ask.filters:
        return out
    names = {d.id: d.department for d in desk.library.documents if d.department}
    told = {name for s in out.found[0].sources if (name := names.get(s.document_id)) is not None}
    others = sorted({name for name in names.values() if bare(name) in meant} - told)
    return not_so_many_bodies(desk.language, ask.said_count or 0, sorted(told), others) if others else out


def told_without(language: str, ask: Ask, out: Outcome, without: Sequence[str]) -> Outcome:
    """An outcome that names the bodies without a figure: in its first line where each of several was asked for."""
    if not without:
        return out
    said = say("answer.without_figure", language, names=names_at_most([*without], language))
    if out.kind == "list" and ask.operation is Operation.LIST and not ask.filters and len(without) < len(out.found):
        out.lead = led_by(said, out)
    out.method.append(said)
    return out


def of_year_alone(language: str, out: Outcome, year: int, old: list[Found], this_year: bool = False) -> Outcome:
    """An outcome that says which one year it is of, where bodies with documents of others are left out of it."""
    out.lead = led_by(say("answer.of_this_year", language, year=year), out)
    out.method.append(say("answer.this_year_of_all" if this_year else "answer.newest_year", language, year=year))
    older = names_at_most([f.label for f in old], language)
    out.method.append(say("answer.of_older_years", language, names=older))
    return out


def under_its_year(language: str, outcome: Outcome, year: int) -> Outcome:
    """An outcome that says first which of several years it is of."""
    return replace(outcome, lead=led_by(say("answer.of_year", language, year=year), outcome))


def led_by(words: str, outcome: Outcome) -> str:
    """The lead of an outcome with words on a line before it."""
    return f"{words}\n{outcome.lead}" if outcome.lead else words


def each_under_its_year(language: str, asks: Sequence[Ask], outcomes: list[Outcome]) -> list[Outcome]:
    """Lists told of several years, each under its own."""
    years = [ask.scope.years for ask in asks]
    apart = len(outcomes) == len(asks) > 1 and len(set(years)) == len(years) and all(len(y) == 1 for y in years)
    if not apart or any(o.kind != "list" for o in outcomes):
        return outcomes
    return [under_its_year(language, o, year) for o, (year, *_) in zip(outcomes, years, strict=True)]
