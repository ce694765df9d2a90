"""Whatever a page puts out is escaped, and what is finished HTML already is not."""

from hypothesis import given
from hypothesis import strategies as st
from markupsafe import Markup, escape

from civalue_build.present.environment import environment, escaped

texts = st.text(alphabet=st.characters() | st.sampled_from("&<>'\""))
values = texts | texts.map(Markup) | st.integers() | st.none() | st.floats()


@given(values)
def test_a_value_is_escaped_as_markupsafe_does(value: object) -> None:
    assert str(escaped(value)) == str(escape(value))


@given(values)
def test_a_template_escapes_what_it_puts_out_in_its_text_and_in_its_macros(value: object) -> None:
    source = "{% macro m(x) %}<b>{{ x }}</b>{% endmacro %}<i>{{ value }}</i>{{ m(value) }}"
    drawn = environment().from_string(source).render(value=value)
    assert drawn == f"<i>{escape(value)}</i><b>{escape(value)}</b>"
