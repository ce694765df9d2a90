"""The comment that tells the author of a proposal what to mend."""

import re

import pytest

from civalue_build.model.enums import Level
from civalue_build.report.comment import LIMIT, MARK, Proposal, comment
from tests.report.made import HOSTILE, finding

EDIT = "https://github.com/somebody/library/edit/patch-1/"
RUN = "https://github.com/owner/library/actions/runs/7"


def proposal(*files: str) -> Proposal:
    return Proposal(files=frozenset(files or {"cases/a/case.md"}), edit=EDIT, run=RUN)


def test_an_error_is_told_with_its_line_and_a_way_to_edit_the_file() -> None:
    made = comment([finding("the end is before the start", line=17)], proposal())
    assert made.startswith(MARK)
    assert "There is 1 point to mend." in made
    assert "- **Line 17:** the end is before the start (CV101)" in made
    assert f"[Edit this file]({EDIT}cases/a/case.md)" in made
    assert "**Commit changes**" in made
    assert RUN in made


def test_gaps_and_advice_are_said_to_hold_nothing_up() -> None:
    found = [finding(level=Level.ADVICE), finding("no cost is stated", level=Level.GAP, line=9)]
    made = comment(found, proposal())
    assert "can be published as it is" in made
    assert made.index("no cost is stated") < made.index("the date has passed")
    assert "To mend" not in made


def test_a_first_story_with_many_gaps_is_not_a_wall_of_text() -> None:
    made = comment([finding(level=Level.GAP, line=1) for _ in range(70)], proposal())
    before, folded = made.split("<details>")
    assert "- " not in before.removeprefix(MARK)
    assert "70 in all" in folded
    assert "- and 20 more\n\n</details>" in folded
    assert "Line 1:" not in folded


def test_a_comment_is_never_cut_inside_a_fold() -> None:
    found = [finding("ü" * 900, level=Level.GAP, file=f"cases/a/{n}.csv") for n in range(90)]
    made = comment(found, proposal())
    assert "Not all could be shown here." in made
    assert made.count("<details>") == made.count("</details>") > 5


def test_a_proposal_without_findings_is_told_so() -> None:
    made = comment([], proposal())
    assert "nothing to mend" in made
    assert "**Commit changes**" not in made


def test_gaps_in_the_cases_of_others_are_not_told() -> None:
    made = comment([finding("not yours", level=Level.GAP, file="cases/b/case.md")], proposal())
    assert "not yours" not in made


def test_errors_in_the_cases_of_others_are_told_apart() -> None:
    made = comment([finding("elsewhere", file="cases/b/case.md")], proposal())
    assert made.index("files that you did not change") < made.index("elsewhere")


def test_a_table_that_was_added_brings_up_the_findings_of_its_case() -> None:
    found = [finding("no such column", level=Level.GAP)]
    assert "no such column" in comment(found, proposal("cases/a/falls.csv"))
    assert "no such column" not in comment(found, proposal("cases/ab/falls.csv"))


def test_a_proposal_that_changes_no_case_hears_nothing_unless_something_broke() -> None:
    assert comment([finding(level=Level.GAP)], proposal("README.md")) == ""
    assert "the date" in comment([finding()], proposal("README.md"))


@pytest.mark.parametrize("message", HOSTILE)
def test_a_message_is_one_point_of_the_list(message: str) -> None:
    made = comment([finding(message), finding("next", line=9)], proposal())
    points = [line for line in made.splitlines() if line.startswith("- ")]
    assert len(points) == 2
    assert made.count(MARK) == 1
    assert not re.search(
        r"(?<!\\)<(?!/?(?:code|details|summary)>|!-- civalue: findings -->\n)", made
    )
    assert "@nurse" not in made
    made.encode()


def test_a_hostile_path_cannot_leave_its_link() -> None:
    made = comment([finding(file="cases/a/x) [y](https://evil.example\ud800.csv")], proposal())
    (link,) = (line for line in made.splitlines() if line.startswith("[Edit"))
    assert link == f"[Edit this file]({EDIT}cases/a/x%29%20%5By%5D%28https%3A//evil.example%3F.csv)"


def test_a_comment_is_never_longer_than_github_takes_and_still_says_how() -> None:
    made = comment([finding("ü" * 900, line=n + 1) for n in range(500)], proposal())
    assert LIMIT - 5_000 < len(made.encode()) <= LIMIT
    assert "Not all could be shown here." in made
    assert "**Commit changes**" in made
