"""The foot of every page: the edition of the framework, and the pages about the site itself."""

from civalue_build.model.framework import Framework
from civalue_build.present.addresses import CHANGES, DATA
from civalue_build.present.library.views import prose_link
from civalue_build.present.rendering import render
from civalue_build.present.views import Link

PAGES = ("about/accessibility", "about/privacy")


def footer(framework: Framework) -> str:
    """Return the foot, its links as from the home page."""
    links = (
        Link(text=f"Framework edition {framework.edition}", href=CHANGES),
        Link(text="Data", href=DATA),
        *(prose_link(framework, page) for page in PAGES),
    )
    return str(render("footer.html", links=[link for link in links if link]))
