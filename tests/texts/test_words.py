from __future__ import annotations

import re
from importlib.resources import files

import pytest

from bw_mcda.texts.words import all_words, words

FILES = sorted(
    path.name.removesuffix(".toml")
    for path in files("bw_mcda.texts").joinpath("nl").iterdir()
    if path.name.endswith(".toml")
)
FOR_EXPERTS_ONLY = re.compile(r"\b(pareto|epsilon|dual|utility|nutswaarde)\b", re.IGNORECASE)


@pytest.mark.parametrize("file", FILES)
def test_every_text_exists_in_both_languages_with_the_same_places_to_fill(file):
    dutch, english = all_words("nl", file), all_words("en", file)
    assert list(dutch) == list(english)
    places = {key: sorted(set(re.findall(r"{(\w*)[^}]*}", text))) for key, text in dutch.items()}
    assert places == {
        key: sorted(set(re.findall(r"{(\w*)[^}]*}", text))) for key, text in english.items()
    }


@pytest.mark.parametrize("file", FILES)
@pytest.mark.parametrize("language", ["nl", "en"])
def test_no_text_uses_a_word_of_experts(file, language):
    found = [text for text in all_words(language, file).values() if FOR_EXPERTS_ONLY.search(text)]
    assert found == []


def test_a_text_that_does_not_exist_is_an_error():
    with pytest.raises(KeyError, match="no_such_text"):
        words("nl", "sentences.no_such_text")


def test_values_of_users_are_put_in_as_they_are():
    assert words("nl", "sentences.unknown", reason="{x} <b>") == "onbekend: {x} <b>"
