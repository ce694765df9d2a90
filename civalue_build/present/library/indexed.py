"""What search looks at of each page: the words that are its own, and what kind of page it is."""

import posixpath
import re
from collections.abc import Iterable, Iterator, Mapping
from enum import StrEnum

from markupsafe import Markup

from civalue_build.model.card import CaseCard
from civalue_build.model.framework import Framework
from civalue_build.model.programme import Programme
from civalue_build.model.programme_value import ValuedProgramme
from civalue_build.model.record import record
from civalue_build.present import wording
from civalue_build.present.addresses import (
    CASES,
    CHECKS,
    COMPARE,
    HOME,
    PROGRAMMES,
    SEARCH,
    case_address,
    programme_address,
)
from civalue_build.present.library.programmes import INVENTED_PROGRAMME
from civalue_build.present.library.views import INVENTED
from civalue_build.present.rendering import render


class Sort(StrEnum):
    """A kind of page, in the order in which search offers them."""

    CASE = "case"
    PROGRAMME = "programme"
    UNIT_VALUE = "unit-value"
    PRINCIPLE = "principle"
    METHOD = "method"
    FRAMEWORK = "framework"
    CHECK = "check"
    CONTRIBUTE = "contribute"
    LIBRARY = "library"


@record
class Shown:
    """How a kind of page is called, one and several, and how much it counts in order."""

    one: str
    several: str
    weight: float = 1


SORTS: Mapping[Sort, Shown] = {
    Sort.CASE: Shown(one="Case", several="Cases"),
    Sort.PROGRAMME: Shown(one="Programme", several="Programmes"),
    Sort.UNIT_VALUE: Shown(one="Unit values", several="Unit values", weight=0.9),
    Sort.PRINCIPLE: Shown(one="Principle", several="Principles", weight=0.6),
    Sort.METHOD: Shown(one="Method", several="Methods", weight=0.6),
    Sort.FRAMEWORK: Shown(one="Framework", several="Framework", weight=0.5),
    Sort.CHECK: Shown(one="Check", several="Checks", weight=0.15),
    Sort.CONTRIBUTE: Shown(one="How to contribute", several="How to contribute", weight=0.3),
    Sort.LIBRARY: Shown(one="This library", several="This library", weight=0.3),
}

_FOLDERS = (
    ("cases/", Sort.CASE),
    ("programmes/", Sort.PROGRAMME),
    ("unit-values/", Sort.UNIT_VALUE),
    ("framework/principles/", Sort.PRINCIPLE),
    ("methods/", Sort.METHOD),
    ("framework/", Sort.FRAMEWORK),
    ("checks/", Sort.CHECK),
    ("contribute/", Sort.CONTRIBUTE),
)
_LISTS = frozenset((HOME, CASES, COMPARE, PROGRAMMES, CHECKS))
"""Pages that say again what others say: only their first words are looked at."""

_WITHOUT_PARTS = frozenset((Sort.CASE, Sort.PROGRAMME, Sort.CHECK))
"""Kinds whose parts have the same headings on every page: none is a place to lead to."""

_DROPPED = re.compile(
    r"<(nav|figure|thead|script|svg|pre)\b.*?</\1>"
    r"|<td\b.*?</td>"
    r'|<section class="cv-(?:reporting|here)".*?</section>'
    r'|<h3 id="workings">.*?(?=<h2|<section)'
    r'|<strong class="cv-tag.*?</strong>'
    r'|<(p|span) class="(?:library-up|cv-note|cv-print-only|cv-lens__question|cv-more|cv-empty)">'
    r".*?</\2>"
    r'|<li value="\d+">\s*<a .*?</a>',
    re.DOTALL,
)
"""Ways elsewhere, drawings, figures in tables, and words that stand on every case alike.

The workings of figures say again what the case says, and are as long as all the rest.
"""

_END = re.compile(r'<h2 id="(?:checks|downloads|onward|fails|waive)"')
"""Where a page goes over to what others say, or to files and ways on."""

_PLACE = re.compile(r'<(?:dt|summary) id="([^"]+)"[^>]*>(.*?)</(?:dt|summary)>', re.DOTALL)
_FOLDED = re.compile(
    r'<details [^>]*\bid="([^"]+)"[^>]*>\s*<summary>(.*?)(?:: [^<]*)?</summary>', re.DOTALL
)
_HEADING = re.compile(r'<(h[2-6]) [^>]*\bid="[^"]*"[^>]*>')
_PLACED = r'<h4 id="\1">\2</h4>'

_ENDED = re.compile(r"</(dt|th|td|dd|li|caption|figcaption|summary)>")
_STOPS = {"dt": ": ", "th": "; ", "td": "; "}
"""What stands between two words that only the layout of a page keeps apart: else a full stop."""


@record
class Fact:
    """Something that search tells of a page beside its title."""

    name: str
    value: str


@record
class Documents:
    """Makes the document that stands for a page in the index.

    `facts` and `settings` are by path, of the pages of contributors.
    """

    facts: Mapping[str, tuple[Fact, ...]]
    settings: Mapping[str, str]

    def __call__(self, path: str, article: str) -> str:
        """Return the document for what the page at `path` says; empty if none is to find it."""
        if not article or path == SEARCH or posixpath.basename(path) != "index.html":
            return ""
        sort = sort_of(path)
        return render(
            "search_document.html",
            facts=(Fact(name="kind", value=SORTS[sort].one), *self.facts.get(path, ())),
            sort=sort,
            setting=self.settings.get(path, ""),
            words=Markup(_words(path, sort, article)),  # noqa: S704 a finished page's own
        )


def documents(
    framework: Framework, cards: Iterable[CaseCard], valued: Iterable[ValuedProgramme] = ()
) -> Documents:
    """Return what makes the documents of a library's pages."""
    cases = {case_address(card.slug): card for card in cards}
    programmes = {programme_address(one.programme.id): one.programme for one in valued}
    facts = {path: tuple(_of_case(framework, card)) for path, card in cases.items()}
    return Documents(
        facts=facts | {path: tuple(_of_programme(one)) for path, one in programmes.items()},
        settings={path: card.setting for path, card in cases.items()},
    )


def sort_of(path: str) -> Sort:
    """Return the kind of the page at this address."""
    if path in _LISTS:
        return Sort.LIBRARY
    return next((sort for folder, sort in _FOLDERS if path.startswith(folder)), Sort.LIBRARY)


def _of_case(framework: Framework, card: CaseCard) -> Iterator[Fact]:
    yield Fact(name="organisation", value=card.organisation)
    yield Fact(name="setting", value=wording.title(framework.settings, card.setting))
    if card.illustrative:
        yield Fact(name="mark", value=wording.capital(INVENTED.text))


def _of_programme(programme: Programme) -> Iterator[Fact]:
    yield Fact(name="organisation", value=programme.organisation.name)
    if programme.illustrative:
        yield Fact(name="mark", value=wording.capital(INVENTED_PROGRAMME.text))


def _words(path: str, sort: Sort, article: str) -> str:
    return "".join(_separated(_looked_at(path, sort, article)))


def _separated(words: str) -> Iterator[str]:
    """Give the words with a sign where a term, a cell or an entry ends without one of its own."""
    done = 0
    for end in _ENDED.finditer(words):
        last = _end_of_text(words, end.start())
        if last > done and words[last - 1] not in ".,:;?!…>":
            yield f"{words[done:last]}{_STOPS.get(end[1], '. ')}"
            done = last
    yield words[done:]


def _end_of_text(words: str, at: int) -> int:
    """Return where the text before `at` ends: what is closed there, and blanks, come after it."""
    while words[at - 1].isspace() or words[at - 1] == ">":
        before = at - 1 if words[at - 1].isspace() else words.rfind("</", 0, at)
        if words.find("<", before + 1, at) >= 0:
            break
        at = before
    return at


def _looked_at(path: str, sort: Sort, article: str) -> str:
    if path in _LISTS:
        return _DROPPED.sub(" ", article.partition("<h2")[0])
    end = _END.search(article)
    own = _DROPPED.sub(" ", article[: end.start()] if end else article)
    if sort in _WITHOUT_PARTS:
        return _HEADING.sub(r"<\1>", own)
    return _PLACE.sub(_PLACED, _FOLDED.sub(r'<h4 id="\1">\2</h4><details>', own))
