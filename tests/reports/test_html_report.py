from __future__ import annotations

import re
from html.parser import HTMLParser
from itertools import pairwise

import pytest

from bw_mcda.reports.advice import advice
from bw_mcda.reports.html_report import html_of

VOID = {"meta", "br", "img", "link", "hr", "input"}


class Page(HTMLParser):
    """Reads a page and keeps every tag, its attributes, and where it stands."""

    def __init__(self, text):
        super().__init__()
        self.tags, self.open, self.words, self.unbalanced = [], [], [], []
        self.feed(text)

    def handle_starttag(self, tag, attrs):
        self.tags.append((tag, dict(attrs), tuple(self.open)))
        if tag not in VOID:
            self.open.append(tag)

    def handle_startendtag(self, tag, attrs):
        self.tags.append((tag, dict(attrs), tuple(self.open)))

    def handle_endtag(self, tag):
        if not self.open or self.open.pop() != tag:
            self.unbalanced.append(tag)

    def handle_data(self, data):
        self.words.append(data)

    def all(self, tag):
        return [attributes for name, attributes, _ in self.tags if name == tag]


@pytest.fixture(scope="module")
def text(analysis, record):
    return html_of(advice(analysis, "nl", record))


@pytest.fixture(scope="module")
def page(text):
    return Page(text)


def test_every_tag_is_closed(page):
    assert page.unbalanced == []
    assert page.open == []


def test_the_page_says_its_language_and_title(page, text):
    assert page.all("html") == [{"lang": "nl"}]
    assert "<title>Advies: Kleine keuze</title>" in text


def test_nothing_is_asked_of_the_network(page, text):
    for tag in ("script", "link", "img", "iframe", "object", "embed", "video", "audio", "base"):
        assert page.all(tag) == []
    targets = [a.get("href", "") for _, a, _ in page.tags if "href" in a]
    assert all(target.startswith("#") for target in targets)
    style = re.search(r"<style>(.*?)</style>", text, re.DOTALL).group(1)
    assert "url(" not in style
    assert "@import" not in style
    policy = next(a for a in page.all("meta") if a.get("http-equiv"))
    assert policy["content"].startswith("default-src 'none'")


def test_headings_never_skip_a_level_and_one_comes_first(page):
    levels = [int(tag[1]) for tag, _, _ in page.tags if re.fullmatch(r"h[1-6]", tag)]
    assert levels.count(1) == 1
    assert levels[0] == 1
    assert max(b - a for a, b in pairwise(levels)) == 1


def test_every_table_has_a_caption_and_headers_with_a_scope(page):
    tables = len(page.all("table"))
    assert tables == len(page.all("caption")) > 10
    assert {a.get("scope") for a in page.all("th")} == {"col", "row"}


def test_every_picture_is_one_image_with_alt_text_and_a_table(page, analysis):
    pictures = [a for a in page.all("svg") if "viewbox" in a or "viewBox" in a]
    labels = [a["aria-label"] for a in pictures]
    assert len(labels) == len(page.all("figure")) == len(page.all("details"))
    assert len(labels) == len(advice(analysis, "nl").pictures) > 6
    assert all(a["role"] == "img" for a in pictures)
    assert "Wijkaanpak staat bovenaan" in labels[0]
    inside = [a for _, a, path in page.tags if "svg" in path]
    assert not [a for a in inside if "role" in a or "aria-label" in a]


def test_every_id_is_used_once_and_every_link_arrives(page):
    ids = [a["id"] for _, a, _ in page.tags if "id" in a]
    assert len(ids) == len(set(ids))
    for link in page.all("a"):
        assert link["href"][1:] in ids
    for section in page.all("section"):
        assert section["aria-labelledby"] in ids


def test_what_scrolls_can_be_reached_by_keyboard_and_has_a_name(page):
    scrolling = [a for a in page.all("div") if a.get("class") == "scroll"]
    assert scrolling
    assert all(a["tabindex"] == "0" and a["aria-label"] for a in scrolling)


def test_the_page_has_its_landmarks(page):
    assert [len(page.all(tag)) for tag in ("header", "nav", "main", "footer")] == [1, 1, 1, 1]


def test_markup_of_users_stays_text(wicked):
    text = html_of(advice(wicked, "nl"))
    page = Page(text)
    assert page.all("script") == []
    assert "&lt;script&gt;alert(1)&lt;/script&gt;" in text
    assert "\x0b" not in text
    assert page.unbalanced == []


def test_page_and_word_file_say_the_same(page, analysis, record):
    document = advice(analysis, "nl", record)
    words = " ".join("".join(page.words).split())
    for section in document.sections:
        assert " ".join(section.title.split()) in words
        for block in section.blocks:
            if hasattr(block, "text"):
                assert " ".join(block.text.split()) in words


def test_in_english_the_page_is_english(analysis):
    text = html_of(advice(analysis, "en"))
    assert '<html lang="en">' in text
    assert "Samenvatting" not in text


def test_the_smallest_decision_is_written(minimal):
    assert Page(html_of(advice(minimal, "nl"))).unbalanced == []
