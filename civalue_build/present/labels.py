"""Words for the members of closed vocabularies that the framework does not title itself."""

from collections.abc import Mapping
from enum import StrEnum

from civalue_build.model import enums, gate, portfolio

MONTHS = (
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
)

SHARES = {
    "attribution": "share due to this work",
    "deadweight": "share that would have happened anyway",
    "displacement": "share moved from elsewhere",
    "drop_off": "share lost each later year",
    "drop-off": "share lost each later year",
}

LABELS: Mapping[type[StrEnum], Mapping[str, str]] = {
    portfolio.Apart: {
        "not-valued": "not yet valued in money",
        "currency": "in another currency",
        "per-one": "its figures are for one practice, patient or other unit, not for all of them",
        "prices": "prices of a year that the index does not reach",
        "no-cost-stated": "what the work cost is not stated in full",
        "no-benefit-stated": "no benefit is stated in money",
        "nothing-spent": "its stated costs to the NHS are zero, so there is no £1 to divide by",
    },
    portfolio.By: {
        "setting": "setting",
        "priority": "priority",
        "kind": "kind of benefit",
        "claim": "how far the benefits have come",
        "step": "how much is counted",
        "lens": "lens",
    },
    enums.Record: {
        "team": "written by the team",
        "from-published-sources": "from published sources",
    },
    enums.Status: {
        "planned": "planned",
        "under-way": "under way",
        "completed": "completed",
        "stopped": "stopped",
        "archived": "archived",
    },
    enums.CostType: {
        "direct": "direct cost",
        "indirect": "indirect cost",
        "opportunity": "opportunity cost",
    },
    enums.Step: {
        "cash": "cash only",
        "capacity": "cash, released capacity and avoided cost",
        "society": "everything valued, with health and wider value",
    },
    enums.Stream: {"money": "money", "health": "health effects"},
    enums.Basis: {
        "average": "average cost",
        "marginal": "marginal cost",
        "tariff": "tariff",
        "willingness-to-pay": "willingness to pay",
    },
    enums.Side: {"cost": "cost", "benefit": "benefit"},
    enums.Lens: {"social": "Social", "economic": "Economic", "business": "Business"},
    enums.Involvement: {
        "led": "led the work",
        "co-designed": "designed it together",
        "consulted": "were asked for their views",
        "informed": "were told about it",
    },
    enums.Decision: {
        "banked": "banked: taken out of a budget",
        "reused": "reused",
        "reinvested": "reinvested",
        "not-yet": "not decided yet",
        "lost": "lost",
    },
    enums.Who: {
        "patients": "Patients",
        "families-and-carers": "Families and carers",
        "staff": "Staff",
        "wider-society": "Wider society",
    },
    enums.Better: {
        "lower": "lower is better",
        "higher": "higher is better",
        "neither": "neither way is better",
    },
    enums.MeasureRole: {
        "outcome": "outcome",
        "process": "process",
        "balancing": "balancing",
    },
    enums.Chart: {
        "xmr": "control chart",
        "run": "run chart",
        "rate": "control chart of rates",
        "time-between": "control chart of times between events",
    },
    enums.Signal: {
        "outside-limits": "a point outside the limits",
        "trend": "a trend",
        "two-of-three": "two of three points near a limit",
        "shift": "a run on one side of the middle line",
    },
    enums.Reading: {
        "improvement": "improvement",
        "concern": "concern",
        "neutral": "a change that is neither",
    },
    enums.Variation: {
        "common-cause": "no signal of change",
        "improvement-high": "a signal of improvement, upwards",
        "improvement-low": "a signal of improvement, downwards",
        "concern-high": "a signal of concern, upwards",
        "concern-low": "a signal of concern, downwards",
        "neutral-high": "a signal upwards that is neither good nor bad",
        "neutral-low": "a signal downwards that is neither good nor bad",
    },
    gate.ShownBy: {
        "signal": "its measure shows an improvement after the change",
        "comparison": "a study with a comparison states an effect",
        "budget": "the budget was changed, and finance signed for it",
    },
    gate.Unshown: {
        "no-measure": "no measure shows it",
        "no-series": "its measure has no points over time, so change cannot be told from chance",
        "no-change-date": "its measure does not say when the change began",
        "no-signal": "its measure shows no signal of improvement after the change",
        "not-better-than-controls": "where the work was not done, it went as well or better",
        "no-effect-stated": "the study has a comparison, but no effect on its measure is stated",
        "effect-may-be-chance": "the confidence interval of the effect holds no effect at all",
        "balancing-concern": "a balancing measure got worse",
    },
    enums.Assurance: {
        "pass": "can be expected to meet its target",
        "fail": "can be expected to miss its target",
        "hit-or-miss": "meets or misses its target by chance",
    },
    enums.MeasureResult: {
        "improved": "improved",
        "no-effect": "no effect",
        "worse": "worse",
        "mixed": "mixed",
        "not-stated": "not stated",
    },
    enums.Reproduces: {
        "fully": "follows from the inputs printed with it",
        "partly": "follows in part from the inputs printed with it",
        "does-not": "does not follow from the inputs printed with it",
        "not-stated": "cannot be worked through: the inputs are not printed",
    },
    enums.PrintedOf: {
        "costs": "costs",
        "benefits": "benefits",
        "npv": "net present value",
        "return-per-pound": "return per £1",
        "net-return": "net return per £1",
        "payback": "time to pay back",
        "lines": "sum of lines",
        "unit-values": "unit value",
        "quantity": "quantity",
        "break-even": "units that pay for the costs",
    },
    enums.ReadAs: {
        "full": "read in full",
        "abstract": "only the summary was read",
        "second-hand": "not read itself: known from another source",
    },
    enums.Prevention: {
        "primary": "stopping a problem before it starts",
        "secondary": "finding a problem early",
        "tertiary": "keeping a problem from getting worse",
        "none": "not prevention",
    },
    enums.Level: {"error": "error", "gap": "gap", "advice": "advice"},
    enums.Standing: {
        "shown": "shown",
        "partly-shown": "partly shown",
        "not-shown": "not shown yet",
        "source-does-not-say": "the source does not say",
        "waived": "waived",
        "for-a-reviewer": "for a reviewer",
    },
}

DESIGNS = {
    "before-after": "before and after, without a comparison group",
    "model": "a model",
    "randomised": "randomised trial",
    "rct": "randomised trial",
    "controlled-before-after": "before and after, with a comparison group",
    "interrupted-time-series": "interrupted time series",
    "time-series": "a series over time",
    "case-study": "case study",
    "matched": "matched comparison group",
    "cross-section": "groups compared at one point in time",
    "not-stated": "not stated",
    "randomised-stepped-wedge": "randomised trial in which each site joined at its turn",
    "before-after-time-series": "a series over time, before and after",
    "cluster-randomised-trial-with-model": "randomised trial of whole sites, with a model",
    "staggered-difference-in-differences": "sites that joined by turns, beside others that did not",
}

LEVELS: Mapping[enums.Claim, str] = {
    enums.Claim.PLANNED: "are planned",
    enums.Claim.FORECAST: "are forecast",
    enums.Claim.MEASURED: "are measured",
    enums.Claim.FINANCE_SIGNED: "are signed off by finance",
    enums.Claim.IN_BUDGET: "are in a budget",
}
"""How benefits stand that are claimed at each level."""
