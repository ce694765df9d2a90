"""Addresses lead to pages."""

import re
from collections.abc import Iterator

from civalue_build.check.rule import Fault, rule
from civalue_build.check.texts import all_texts
from civalue_build.model.enums import Level
from civalue_build.model.subject import Subject

_ADDRESS = re.compile(r"https?://[^\s/]\S*|mailto:\S+", re.IGNORECASE)


@rule(code="CV078", level=Level.ERROR)
def address_that_leads_nowhere(subject: Subject) -> Iterator[Fault]:
    """Address is none that a reader can follow.

    A web address begins with `https://` or `http://`, and one to write to with `mailto:`. Others
    lead nowhere, or do something that the reader did not ask for.

    *Fails:* at sources.0.url

        sources:
          - {id: charter, title: Improvement charter, url: example.org/charter}
          - {id: accounts, title: Ward cost centre reports}
          - {id: audit, title: Monthly skin audit}
          - {id: council-report, title: Report of the council on care at home}

    *Passes:*

        sources:
          - {id: charter, title: Improvement charter, url: "https://example.org/charter"}
          - {id: accounts, title: Ward cost centre reports}
          - {id: audit, title: Monthly skin audit}
          - {id: council-report, title: Report of the council on care at home}
    """
    for path, text in all_texts(subject.case):
        if path[-1] == "url" and not _ADDRESS.fullmatch(text.strip()):
            yield path, "a web address begins with https:// or http://, another with mailto:"
