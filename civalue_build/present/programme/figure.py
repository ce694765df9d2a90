"""The picture of a programme: from the shared costs through each case to what is left."""

from collections.abc import Iterator

from civalue_build.model.appraisal import Figure, Undefined
from civalue_build.model.enums import Perspective
from civalue_build.present import wording
from civalue_build.present.charts.model import Bar, Chart, Part
from civalue_build.present.programme.base import Known

SHARED = "Shared costs"
MOST = 30
"""Bars of cases that a reader can still follow; later titles share the last one."""


def chart(known: Known) -> Chart | None:
    """Return what many small changes add up to; none where no net value can be given."""
    whole = known.headline
    if whole is None or not known.is_valued:
        return None
    invented = " (invented figures)" if known.programme.illustrative else ""
    return Chart(
        id="many-small-changes",
        title=_message(known, whole.claimed.npv, whole.corrected.npv),
        measure=f"Net present value as claimed, counted for the NHS, {known.over}{invented}",
        series=("Net present value",),
        bars=(
            *_bars(known),
            _total("All together, as claimed", whole.claimed.npv, Part.TOTAL),
            _total("All together, corrected for evidence", whole.corrected.npv, Part.CORRECTED),
        ),
        heads=("", "Part of the programme"),
        currency=known.material.currency,
        is_waterfall=True,
    )


def _message(known: Known, claimed: Figure, corrected: Figure) -> str:
    cases = wording.counted(len(known.value.counted), "case", "cases")
    first, second = (
        wording.figure(net, lambda amount: wording.balance(amount, known.material.currency))
        for net in (claimed, corrected)
    )
    return f"As claimed, the programme of {cases} {first}; corrected for evidence, it {second}"


def _bars(known: Known) -> Iterator[Bar]:
    spent = sum(line.pv_claimed for line in known.value.shared if known.counts(line.party))
    if spent:
        yield Bar(label=SHARED, values=(-spent,), part=Part.COST)
    nets = [
        (member.title, rung.claimed.npv)
        for member in known.value.counted
        if (rung := member.rung(Perspective.NHS))
    ]
    most = MOST if len(nets) <= MOST else MOST - 1
    yield from (_case(title, net) for title, net in nets[:most])
    others = [net for _, net in nets[most:] if not isinstance(net, Undefined)]
    if others:
        more = wording.counted(len(others), "more case", "more cases")
        yield _case(f"{more}, by title", sum(others))


def _case(title: str, net: Figure) -> Bar:
    is_loss = not isinstance(net, Undefined) and net < 0
    return Bar(label=title, values=(net,), part=Part.LOSS if is_loss else Part.GAIN)


def _total(label: str, net: Figure, part: Part) -> Bar:
    return Bar(label=label, values=(net,), part=part)
