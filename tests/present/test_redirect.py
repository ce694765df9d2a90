"""An earlier address of a case leads on, without scripts and from a folder too."""

from civalue_build.present.redirect import redirect

PAGE = redirect("old-name", "new-name", "Rounds <b>& more</b>")
HTML = PAGE.content.decode()


def test_it_stands_at_the_earlier_address() -> None:
    assert PAGE.path == "cases/old-name/index.html"


def test_it_leads_on_by_itself_and_by_a_link_that_everybody_sees() -> None:
    assert '<meta http-equiv="refresh" content="0; url=../new-name/index.html">' in HTML
    assert '<link rel="canonical" href="../new-name/index.html">' in HTML
    assert '<a href="../new-name/index.html">Rounds &lt;b&gt;&amp; more&lt;/b&gt;</a>' in HTML


def test_search_engines_leave_it_out_and_it_holds_no_script() -> None:
    assert '<meta name="robots" content="noindex">' in HTML
    assert "<script" not in HTML
    assert "http://" not in HTML
    assert "https://" not in HTML
