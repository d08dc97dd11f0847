"""HTML built of elements: only ever text, unless it is markup already."""

from __future__ import annotations

import pytest
from carelevel.feedback.html import html, tag
from lxml import html as reader
from markupsafe import Markup

HOSTILE = """</p><img src=x onerror='alert(1)'> & "so" &amp; \x00"""


def test_text_and_attributes_are_escaped_and_markup_of_our_own_is_not() -> None:
    assert tag("p", "a < b", tag("b", "&")) == "<p>a &lt; b<b>&amp;</b></p>"
    assert tag("a", href='"><script>') == ('<a href="&quot;&gt;&lt;script&gt;" data-lm-suppress-shortcuts="true"></a>')


def test_another_program_reads_the_same_text_back() -> None:
    read = reader.fragment_fromstring(tag("p", HOSTILE, [None, tag("b", HOSTILE)], title=HOSTILE))
    sound = HOSTILE.replace("\x00", "\N{REPLACEMENT CHARACTER}")
    assert (read.text, read.get("title"), [part.tag for part in read], read[0].text) == (sound, sound, ["b"], sound)


def test_a_quote_in_text_stands_as_it_is() -> None:
    assert html("""it's "so" &#39;""") == """it's "so" &amp;#39;"""


def test_an_attribute_without_a_value_is_left_out_and_one_named_as_a_word_of_python_is_written() -> None:
    assert tag("p", class_="cl-small", aria_label=None) == '<p class="cl-small"></p>'


@pytest.mark.parametrize("name", ["br", "hr", "meta"])
def test_an_element_without_content_is_not_closed(name: str) -> None:
    assert tag(name) == f"<{name}>"


def test_whatever_says_that_it_is_markup_is_taken_at_its_word() -> None:
    assert html([Markup("<b>1</b>"), "<b>2</b>"]) == "<b>1</b>&lt;b&gt;2&lt;/b&gt;"
