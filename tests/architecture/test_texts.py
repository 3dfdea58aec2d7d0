from __future__ import annotations

import string
import tomllib

import pytest

LANGUAGES = ("nl", "en")


@pytest.fixture(scope="session")
def folders(repository):
    return {language: repository / "src/bw_mcda/texts" / language for language in LANGUAGES}


def contents(folder, name):
    return tomllib.loads((folder / name).read_text(encoding="utf-8"))


def places(text):
    """Return the names of the places to fill in; a lone brace is an error that format() makes."""
    return {field for _, field, _, _ in string.Formatter().parse(text) if field is not None}


def test_both_languages_have_the_same_files(folders):
    dutch, english = ({path.name for path in folders[language].iterdir()} for language in LANGUAGES)
    assert dutch == english


def test_both_languages_have_the_same_keys_in_the_same_order(folders):
    for path in sorted(folders["nl"].glob("*.toml")):
        dutch, english = (list(contents(folders[language], path.name)) for language in LANGUAGES)
        assert dutch == english, path.name


def test_both_languages_leave_the_same_places_to_fill_in(folders):
    for path in sorted(folders["nl"].glob("*.toml")):
        dutch, english = (contents(folders[language], path.name) for language in LANGUAGES)
        different = {
            key for key in dutch if places(str(dutch[key])) != places(str(english.get(key, "")))
        }
        assert different == set(), path.name


def test_every_text_is_one_text_and_not_empty_in_both_languages(folders):
    for path in sorted(folders["nl"].glob("*.toml")):
        dutch, english = (contents(folders[language], path.name) for language in LANGUAGES)
        assert all(isinstance(text, str) for text in (*dutch.values(), *english.values()))
        # One may be empty: English has no list of words that take "het".
        assert [key for key in dutch if not (dutch[key] + english[key]).strip()] == [], path.name


def test_words_for_specialists_stay_out_of_what_everybody_reads(folders):
    for folder in folders.values():
        for path in folder.glob("*.toml"):
            text = path.read_text(encoding="utf-8").lower()
            words = {"pareto", "epsilon", "utility", "utiliteit", "dual variable"}
            assert {word for word in words if word in text} == set(), path.name
