"""What is set beside other cases: every word of it final, so that a script only puts it in place.

A row is a list of (words, small print). What differs between cases is told by the aspects.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping

from civalue_build.model.appraisal import Figure, PartyAccount, Result, Returns, Undefined
from civalue_build.model.enums import Step
from civalue_build.model.site import Asset
from civalue_build.present import wording
from civalue_build.present.addresses import compared_address
from civalue_build.present.case.base import Material, perspective, stands_gross
from civalue_build.present.case.capacity import capacity_lead, capacity_totals
from civalue_build.present.case.header import covered, evidence, strongest_claim
from civalue_build.present.case.lenses import NOT_VALUED, social_groups
from civalue_build.present.case.uncertainty_words import draws_part
from civalue_build.present.compact import compact_json

Words = tuple[str, str]
Rows = Mapping[str, tuple[Words, ...]]

NOT_STATED = "Not stated"
MONEY = ("costs", "benefits", "npv", "return", "payback", "chance", "parties")
WAYS = ("as claimed", "corrected for evidence")


def compared(known: Material) -> Asset:
    """Return the file that the page of comparisons reads of this case."""
    case = known.case
    told = {
        "title": case.title,
        "organisation": case.organisation.name,
        "invented": case.illustrative,
        "aspects": {name: wording.capital(words) for name, words in _aspects(known)},
        "rows": {**_what(known), **_people(known), **_money(known)},
    }
    return Asset(path=compared_address(case.slug), content=compact_json(told).encode())


def _aspects(known: Material) -> Iterator[tuple[str, str]]:
    """Give what two cases must have alike for their figures to be set beside each other."""
    case = known.case
    yield "origin", "an invented teaching case" if case.illustrative else "a real case"
    yield "claim", _claim(known)
    if case.evaluation:
        yield "evidence", evidence(case.evaluation).value
    headline, vintage = known.appraisal.headline, known.appraisal.vintage
    yield "valued", "valued in money" if headline else "not yet valued in money"
    if headline is None or vintage is None:
        return
    schedules = known.framework.schedules
    schedule = schedules.get(vintage.discounting)
    yield "prices", f"{vintage.price_year} prices"
    yield "currency", f"in {wording.one_pound(vintage.currency)[:-1].strip()}"
    yield "horizon", wording.counted(headline.horizon, "year", "years")
    yield "counted", _counted(known, headline)
    yield "discounting", schedule.title if schedule else wording.plain(vintage.discounting)
    yield "costs", _stated(headline)


def _claim(known: Material) -> str:
    claim = strongest_claim(known)
    return wording.title(known.framework.claims, claim) if claim else "No claim stated"


def _counted(known: Material, headline: Result) -> str:
    whom = wording.lower_first(perspective(known, headline.perspective))
    return f"for {whom}, counting {wording.label(Step.CAPACITY)}"


def _stated(headline: Result) -> str:
    if stands_gross(headline.claimed):
        return "gross: costs are not stated in full"
    missing = isinstance(headline.claimed.npv, Undefined)
    return "not enough is stated for a net figure" if missing else "net: costs are stated"


def _what(known: Material) -> Rows:
    """Return what the work is, for whom, when, and how it was studied."""
    case, terms = known.case, known.framework
    study, claim = evidence(case.evaluation), strongest_claim(known)
    return {
        "setting": ((wording.title(terms.settings, case.setting), ""),),
        "population": (_population(known),),
        "period": ((wording.capital(wording.period(case.period)), ""),),
        "status": ((wording.capital(wording.label(case.status)), case.because or ""),),
        "evidence": ((study.value, study.note),),
        "claim": ((_claim(known), covered(known, claim) if claim else ""),),
    }


def _population(known: Material) -> Words:
    group = known.case.population
    if group is None:
        return NOT_STATED, ""
    small = known.framework.thresholds.get("small-count")
    if group.size is None:
        return group.who, ""
    size = wording.people(group.size, small.value) if small else wording.people(group.size)
    return group.who, f"{size} people"


def _people(known: Material) -> Rows:
    """Return what changed for people, and what was freed in operational currency."""
    changes = tuple(
        (f"{group.head}: {point.text}", point.note)
        for group in social_groups(known)
        for point in group.points
    )
    totals = tuple((point.text, point.note) for point in capacity_totals(known))
    lead = ((capacity_lead(known), ""),) if totals else ()
    return {
        "changes": changes or ((NOT_STATED, ""),),
        "freed": (*lead, *totals) or (("Nothing is stated in operational currency", ""),),
    }


def _money(known: Material) -> Rows:
    """Return the headline, how sure it is, and who pays and who gains; empty where not valued."""
    headline, vintage = known.appraisal.headline, known.appraisal.vintage
    if headline is None or vintage is None:
        return {"basis": ((NOT_VALUED, ""),), **dict.fromkeys(MONEY, (("Not valued", ""),))}
    over = wording.counted(headline.horizon, "year", "years")
    per_pound = _with(lambda value: wording.ratio(value, known.currency))
    duration = _with(wording.duration)
    small_print = f"in {vintage.price_year} prices, over {over}"
    return {
        "basis": ((wording.capital(_counted(known, headline)), small_print),),
        "costs": tuple(_both(headline, lambda r: known.about(r.pv_costs))),
        "benefits": tuple(_both(headline, lambda r: known.about(r.pv_benefits))),
        "npv": tuple(_both(headline, lambda r: known.about(r.npv))),
        "return": tuple(_both(headline, lambda r: per_pound(r.return_per_pound))),
        "payback": tuple(_both(headline, lambda r: duration(r.payback_years))),
        "chance": (_chance(known),),
        "parties": tuple(_parties(known)),
    }


def _with(show: Callable[[float], str]) -> Callable[[Figure], str]:
    return lambda value: wording.figure(value, show)


def _both(headline: Result, say: Callable[[Returns], str]) -> Iterator[Words]:
    """Put what is claimed beside what is corrected; a reason that is the same for both once."""
    claimed, corrected = say(headline.claimed), say(headline.corrected)
    if claimed == corrected:
        yield wording.capital(claimed), " and ".join(WAYS)
        return
    yield wording.capital(claimed), WAYS[0]
    yield wording.capital(corrected), WAYS[1]


def _chance(known: Material) -> Words:
    found = known.appraisal.uncertainty
    if isinstance(found, Undefined):
        return wording.capital(wording.reason(found)), ""
    chance = found.chance_npv_positive
    if isinstance(chance, Undefined):
        return "Not known: no range is stated", ""
    draws = wording.number(found.draws)
    return f"{wording.capital(draws_part(chance))} of {draws} draws", WAYS[0]


def _parties(known: Material) -> Iterator[Words]:
    for party in known.appraisal.parties:
        told = list(_told(known, party))
        corrected = known.about(party.net_corrected)
        net = f"net {known.about(party.net)} as claimed, {corrected} corrected for evidence"
        yield f"{party.name}: {_listed(told)}", net


def _told(known: Material, party: PartyAccount) -> Iterator[str]:
    """Say what a party pays, and what it gains, or loses where its gain is below zero."""
    if party.pays != 0:
        yield f"pays {known.about(party.pays)}"
    if not isinstance(party.gains, Undefined) and round(party.gains) < 0:
        yield f"loses {known.about(-party.gains)}"
    elif party.gains != 0:
        yield f"gains {known.about(party.gains)}"


def _listed(told: Iterable[str]) -> str:
    return wording.listed(told) or "neither pays nor gains"
