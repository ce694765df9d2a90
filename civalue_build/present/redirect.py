"""What stands at an earlier address of a case: a way on, for browsers, readers and search."""

from civalue_build.model.site import Asset
from civalue_build.present.addresses import case_address, relative
from civalue_build.present.rendering import render


def redirect(former: str, slug: str, title: str) -> Asset:
    """Return the page at an earlier name of a case, which leads on to `slug`.

    It stands alone: no chrome, style or script, so that it works from a folder too.
    """
    path = case_address(former)
    html = render("redirect.html", to=relative(path, case_address(slug)), title=title)
    return Asset(path=path, content=f"{html}\n".encode())
