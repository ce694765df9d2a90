"""A small framework and two cases, built by hand, so that pages can be drawn without files."""

from dataclasses import replace

import pytest

from civalue_build.appraise import appraise
from civalue_build.model.appraisal import Appraisal
from civalue_build.model.case import (
    Aim,
    Basis,
    Case,
    Contact,
    Organisation,
    Partner,
    PeopleEngaged,
    Period,
    Population,
    PrincipleNote,
    Section,
    StrategicLink,
)
from civalue_build.model.enums import Basis as PriceBasis
from civalue_build.model.enums import (
    Better,
    Claim,
    CostType,
    Decision,
    Involvement,
    Kind,
    Level,
    MeasureResult,
    MeasureRole,
    PrintedOf,
    ReadAs,
    Record,
    Reproduces,
    Sector,
    Standing,
    Status,
    Stream,
    Who,
)
from civalue_build.model.estimate import Estimate, PartialDate, PriceYear, Years
from civalue_build.model.evidence import Evaluation, Learning, Outcome, Printed, Source
from civalue_build.model.finding import Finding, Judgement, Verdict, Waived
from civalue_build.model.framework import Framework, LensText, Principle, Term, Threshold
from civalue_build.model.lines import BenefitLine, CostLine, Harvest, UnitPrice
from civalue_build.model.measures import Effect, Measure, Observation
from civalue_build.model.place import Place
from civalue_build.model.reference import (
    Band,
    Citation,
    DatedValue,
    DiscountSchedule,
    EvidenceGrades,
    Grade,
    PriceIndex,
    ShownAs,
    Unit,
    UnitValue,
)
from civalue_build.present.case.base import Material
from civalue_build.present.case.page import CasePage, case_page

SOURCE = Citation(title="Unit costs, 2025", publisher="A publisher", checked=False)
YEAR = PriceYear(first=2023)


def terms(*identifiers: str) -> dict[str, Term]:
    return {
        name: Term(id=name, title=name.replace("-", " ").capitalize(), means=f"What {name} means.")
        for name in identifiers
    }


def number(central: float, low: float | None = None, high: float | None = None) -> Estimate:
    return Estimate(central=central, low=low, high=high)


@pytest.fixture(scope="session")
def framework() -> Framework:
    flat = DiscountSchedule(
        title="Flat 3.5%",
        source=SOURCE,
        money=(Band(first=0, rate=0.035),),
        health=(Band(first=0, rate=0.015),),
    )
    bed_day = DatedValue(
        from_date=PartialDate(year=2025),
        value=number(562),
        basis=PriceBasis.AVERAGE,
        price_year=YEAR,
        source=SOURCE,
    )
    return Framework(
        edition="2026.1",
        title="A value framework",
        purpose="To show value.",
        library_price_year=YEAR,
        default_discounting="flat",
        default_price_index="deflator",
        principles=tuple(
            Principle(
                id=name,
                number=place,
                title=name.replace("-", " ").capitalize(),
                words="Words.",
                reviewer="Judge it.",
            )
            for place, name in enumerate(("clarify-purpose", "co-design", "co-operate"), start=1)
        ),
        lenses=tuple(
            LensText(
                id=name,
                number=place,
                title=f"{name.capitalize()} case",
                question=f"What is the {name} question?",
                words="Words.",
                source=SOURCE,
            )
            for place, name in enumerate(("social", "economic", "business"), start=1)
        ),
        unit_values={
            "bed-day": UnitValue(title="Hospital bed day", unit="bed-day", values=(bed_day,))
        },
        units={
            "bed-day": Unit(
                id="bed-day",
                title="bed days",
                singular="bed day",
                operational=True,
                shown_as=ShownAs(unit="beds", divide_by=365),
            ),
            "hour": Unit(id="hour", title="clinician hours", singular="clinician hour"),
        },
        price_indices={
            "deflator": PriceIndex(
                title="Deflator",
                source=SOURCE,
                calendar={"2011": 80.0, "2023": 99.0},
                financial={"2011/12": 80.5, "2023/24": 100.0},
            )
        },
        schedules={"flat": flat},
        grades=EvidenceGrades(
            grades=(
                Grade(
                    grade=3,
                    title="Good",
                    means="Good.",
                    benefit_correction=-0.1,
                    cost_correction=0.1,
                ),
                Grade(
                    grade=6,
                    title="Weak",
                    means="Weak.",
                    benefit_correction=-0.4,
                    cost_correction=0.4,
                ),
            ),
            source=SOURCE,
        ),
        kinds=terms(*Kind),
        claims=terms(*Claim),
        sectors=terms(*Sector),
        perspectives={
            "organisation": Term(id="organisation", title="The organisation"),
            "nhs": Term(id="nhs", title="The NHS"),
            "public-sector": Term(id="public-sector", title="The public sector"),
            "society": Term(id="society", title="Society"),
        },
        settings=terms("acute"),
        priorities=terms("safer-care"),
        tags=terms("falls", "nursing"),
        thresholds={"small-count": Threshold(id="small-count", value=7, why="Privacy.")},
    )


@pytest.fixture(scope="session")
def story() -> Case:
    """The smallest case: words, and no money."""
    return Case(
        format=1,
        slug="a-story",
        title="A quieter ward at night",
        summary="Nurses moved the bins. People sleep better.",
        record=Record.TEAM,
        organisation=Organisation(name="Example Hospitals"),
        setting="acute",
        status=Status.UNDER_WAY,
        period=Period(start=PartialDate(year=2025, month=4)),
        sections=(Section(heading="The problem", text="It was loud.", line=12),),
    )


@pytest.fixture(scope="session")
def valued(story: Case) -> Case:
    """A case with everything that a page can show."""
    return replace(
        story,
        slug="skin-check",
        title="Skin-check rounds on six wards",
        summary="Nurses and carers check skin together twice a day. Fewer people get ulcers.",
        status=Status.COMPLETED,
        illustrative=True,
        period=Period(start=PartialDate(year=2023, month=4), end=PartialDate(year=2025, month=3)),
        contact=Contact(role="Ward improvement lead", email="improvement@example.org"),
        reviewed=PartialDate(year=2026, month=10, day=1),
        tags=("falls", "nursing"),
        aim=Aim(statement="Halve ulcers", measure="ulcers", by=PartialDate(year=2025, month=3)),
        strategy=(StrategicLink(priority="safer-care", how="Fewer avoidable wounds."),),
        people=(
            PeopleEngaged(group="staff", role=Involvement.CO_DESIGNED, number=42),
            PeopleEngaged(group="patients-and-carers", role=Involvement.CO_DESIGNED, number=5),
        ),
        population=Population(who="People on six wards", size=1200),
        partners=(
            Partner(id="council", name="Example Council", sector=Sector.LOCAL_AUTHORITY),
            Partner(id="commissioner", name="Example ICB", sector=Sector.COMMISSIONER),
            Partner(id="patients", name="Patients", sector=Sector.PATIENTS_AND_CARERS),
        ),
        principles={
            "clarify-purpose": PrincipleNote(how="We wrote a charter.", evidence=("audit",))
        },
        waivers={"no-balancing-measure": "It is not collected on these wards."},
        appraisal=Basis(
            price_year=YEAR, horizon=3, valued_on=PartialDate(year=2026, month=10, day=1)
        ),
        evaluation=Evaluation(design="before-after", maryland=1),
        claim=Claim.MEASURED,
        costs=(
            CostLine(
                id="lead",
                label="Lead nurse, half time",
                type=CostType.DIRECT,
                paid_by="self",
                quantity=number(1650, 1500, 1800),
                unit="hour",
                unit_value=UnitPrice(amount=number(45.5), price_year=YEAR, source="audit"),
                years=Years(each=(0, 1)),
                grade=3,
                source="audit",
            ),
            CostLine(
                id="visits",
                label="Visits by the council’s carers",
                type=CostType.INDIRECT,
                paid_by="council",
                amount=number(6000),
                price_year=YEAR,
                years=Years(each=(0,)),
                source="audit",
            ),
        ),
        benefits=(
            BenefitLine(
                id="bed-days",
                label="Bed days no longer needed",
                kind=Kind.RELEASED_CAPACITY,
                gained_by="self",
                quantity=number(410, 300, 480),
                unit="bed-day",
                unit_value=UnitPrice(id="bed-day"),
                years=Years(each=(1, 2)),
                attribution=number(0.6),
                deadweight=number(0.1),
                grade=3,
                measure="ulcers",
                harvest=Harvest(decision=Decision.REUSED, best_next_use="Elective recovery"),
                source="audit",
            ),
            BenefitLine(
                id="dressings",
                label="More dressings used",
                kind=Kind.CASH_RELEASING,
                gained_by="self",
                amount=number(-4000),
                price_year=YEAR,
                years=Years(each=(0, 1, 2)),
                source="audit",
            ),
            BenefitLine(
                id="clinics",
                label="Extra funded clinics",
                kind=Kind.FUNDED_CAPACITY,
                gained_by="self",
                from_party="commissioner",
                amount=number(21000),
                price_year=YEAR,
                years=Years(each=(1, 2)),
                source="audit",
            ),
            BenefitLine(
                id="wounds",
                label="Time without pain",
                kind=Kind.HEALTH,
                gained_by="patients",
                quantity=number(2),
                unit="qaly",
                unit_value=UnitPrice(amount=number(20000), price_year=YEAR, stream=Stream.HEALTH),
                years=Years(each=(1,)),
                source="audit",
            ),
            BenefitLine(
                id="sleep",
                label="Better sleep at home",
                kind=Kind.EXPERIENCE,
                gained_by="patients",
                quantity=Estimate(stated=False),
                unit="night",
                unit_value=UnitPrice(amount=number(10), price_year=YEAR),
                years=Years(each=(1,)),
                source="audit",
            ),
        ),
        outcomes=(
            Outcome(who=Who.PATIENTS, what="Fewer painful wounds", measure="ulcers"),
            Outcome(who=Who.STAFF, what="Less pressure on night shifts"),
        ),
        measures=(
            Measure(
                id="ulcers",
                label="Category 2 ulcers per 1,000 bed days",
                unit="per 1,000 bed days",
                better=Better.LOWER,
                before=Observation(value=2.4, period="2022/23", n=98000),
                after=Observation(value=1.1, period="2024/25", n=101000),
                effect=Effect(value=-1.2, ci=(-1.6, -0.8)),
                result=MeasureResult.IMPROVED,
                source="audit",
            ),
            Measure(
                id="late",
                label="Medicines given late",
                unit="percent",
                better=Better.LOWER,
                role=MeasureRole.BALANCING,
                before=Observation(value=5),
                after=Observation(value=6.5, n=4),
                result=MeasureResult.WORSE,
            ),
        ),
        printed=(
            Printed(
                label="Cost of the lead nurse",
                source="audit",
                of=PrintedOf.LINES,
                value=-150150,
                lines=("lead",),
                reproduces=Reproduces.FULLY,
            ),
        ),
        learning=Learning(adapt="Start with two wards."),
        sources=(
            Source(
                id="audit",
                title="Skin audit",
                kind="audit",
                year="2025",
                url="https://example.org/audit",
                read_as=ReadAs.FULL,
            ),
        ),
        sections=(
            Section(heading="The problem", text="Wounds.[^1]\n\n[^1]: A note.", line=90),
            Section(heading="What happened", text="| a | b |\n|---|--:|\n| x | 1 |\n", line=95),
        ),
    )


@pytest.fixture(scope="session")
def judgement() -> Judgement:
    place = Place("cases/skin-check/case.md", 17, 5)
    gap = Finding(
        code="CV2005",
        name="no-range",
        level=Level.GAP,
        message="the price of a dressing has no range",
        place=place,
    )
    waived = Finding(
        code="CV601",
        name="no-balancing-measure",
        level=Level.GAP,
        message="no balancing measure is named",
        place=place,
    )
    return Judgement(
        findings=(gap,),
        waived=(Waived(finding=waived, reason="It is not collected on these wards."),),
        verdicts={
            "clarify-purpose": Verdict(
                principle="clarify-purpose",
                standing=Standing.PARTLY_SHOWN,
                missing=("the value meant at the outset is not stated",),
            ),
            "co-design": Verdict(principle="co-design", standing=Standing.SHOWN),
        },
    )


@pytest.fixture(scope="session")
def appraisal(valued: Case, framework: Framework) -> Appraisal:
    return appraise(valued, framework)


@pytest.fixture(scope="session")
def known(
    valued: Case, appraisal: Appraisal, judgement: Judgement, framework: Framework
) -> Material:
    return Material(case=valued, appraisal=appraisal, judgement=judgement, framework=framework)


@pytest.fixture(scope="session")
def drawn(
    valued: Case, appraisal: Appraisal, judgement: Judgement, framework: Framework
) -> CasePage:
    return case_page(valued, appraisal, judgement, framework)


@pytest.fixture(scope="session")
def drawn_story(story: Case, judgement: Judgement, framework: Framework) -> CasePage:
    return case_page(story, appraise(story, framework), judgement, framework)
