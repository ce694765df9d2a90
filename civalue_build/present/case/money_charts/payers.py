"""The ledger of payers and gainers: what each party is left with."""

from civalue_build.model.appraisal import PartyAccount, Undefined
from civalue_build.present.case.base import Material
from civalue_build.present.case.money_charts.counted import invented
from civalue_build.present.case.parties import who_carries_it
from civalue_build.present.charts.model import Bar, Chart

SERIES = ("Net, as claimed", "Net, corrected for evidence")


def payers_chart(known: Material) -> Chart | None:
    """Return the net of each party that pays or gains anything; none for fewer than two."""
    parties = [party for party in known.appraisal.parties if _is_touched(party)]
    if len(parties) < 2:
        return None
    return Chart(
        id="payers",
        title=who_carries_it(known, parties),
        measure=f"What each party gains less what it pays, present value, {known.over}"
        f"{invented(known)}",
        series=SERIES,
        bars=tuple(Bar(label=p.name, values=(p.net, p.net_corrected)) for p in parties),
        heads=("", "Party"),
        currency=known.currency,
        is_signed=True,
        note="Left of the line: worse off. Right of it: better off.",
    )


def _is_touched(party: PartyAccount) -> bool:
    sides = (party.pays, party.gains)
    return any(isinstance(side, Undefined) or round(side) != 0 for side in sides)
