"""What every part of a programme's page is drawn from."""

from collections.abc import Mapping

from civalue_build.model.appraisal import Appraisal, Rung, Undefined
from civalue_build.model.card import CaseCard
from civalue_build.model.enums import Perspective
from civalue_build.model.finding import Judgement
from civalue_build.model.framework import Framework
from civalue_build.model.programme import Programme
from civalue_build.model.programme_value import Member, ProgrammeAppraisal, ValuedProgramme
from civalue_build.model.record import record
from civalue_build.present.addresses import case_address, programme_address, relative
from civalue_build.present.case.base import Material
from civalue_build.present.library.views import INVENTED
from civalue_build.present.views import Cell


@record
class Known:
    """One programme with everything known about it.

    `cards` are the published cases that name it, by slug. `material` is the programme seen as a
    case that has costs alone: words, sources and prices are shown in the same way.
    """

    programme: Programme
    value: ProgrammeAppraisal
    framework: Framework
    cards: Mapping[str, CaseCard]
    material: Material

    @property
    def path(self) -> str:
        """The address of the page below the site."""
        return programme_address(self.programme.id)

    @property
    def over(self) -> str:
        """The programme's horizon in words: `over 3 years`."""
        return self.material.over

    @property
    def headline(self) -> Rung | None:
        """The account for the NHS with the shared costs; none where nothing is valued."""
        return self.value.of(Perspective.NHS)

    @property
    def is_valued(self) -> bool:
        """Whether a net present value can be given for the NHS."""
        found = self.headline
        return found is not None and not isinstance(found.claimed.npv, Undefined)

    def counts(self, party: str) -> bool:
        """Whether the NHS perspective counts what a party of the shared costs pays."""
        return self.material.case.counts(Perspective.NHS, party)

    def to(self, target: str) -> str:
        """Return the way from the page to an address below the site."""
        return relative(self.path, target)

    def case_cell(self, member: Member, note: str = "") -> Cell:
        """Return the title of a member as a link to its page."""
        return Cell(
            text=member.title,
            href=self.to(case_address(member.case)),
            note=note,
            tags=(INVENTED,) if member.illustrative else (),
        )


def known_of(valued: ValuedProgramme, cards: Mapping[str, CaseCard], framework: Framework) -> Known:
    """Return what the page of a programme is drawn from."""
    programme, value = valued.programme, valued.appraisal
    return Known(
        programme=programme,
        value=value,
        framework=framework,
        cards=cards,
        material=Material(
            case=programme.as_case(),
            appraisal=Appraisal(case=programme.id, vintage=value.vintage, lines=value.shared),
            judgement=Judgement(),
            framework=framework,
        ),
    )
