"""This file holds what every scenario that comes with the project promises its readers."""

from __future__ import annotations

import re

import pytest

LONGEST_WORD = 35
LONGEST_SENTENCE = 25
YEAR = re.compile(r"\b(19|20)\d\d\b")


def test_every_text_is_there_in_dutch_and_in_english(shipped, labels_of):
    missing = [
        place for place, label in labels_of(shipped) if not (label.nl.strip() and label.en.strip())
    ]
    assert missing == []


def test_no_word_is_too_long_for_a_phone(shipped, labels_of):
    long = [
        word
        for _, label in labels_of(shipped)
        for word in (label.nl + " " + label.en).split()
        if len(word) > LONGEST_WORD
    ]
    assert long == []


@pytest.mark.parametrize("language", ["nl", "en"])
def test_summaries_are_one_or_two_short_sentences(shipped, language):
    for alternative in shipped.problem.alternatives:
        sentences = re.split(r"(?<=[.!?])\s+", alternative.summary.text(language).strip())
        assert 1 <= len(sentences) <= 2, alternative.id
        for sentence in sentences:
            assert sentence.endswith("."), sentence
            assert len(sentence.split()) <= LONGEST_SENTENCE, sentence


def test_labels_in_one_group_tell_their_owners_apart(shipped):
    problem = shipped.problem
    for group in (
        problem.alternatives + problem.criteria,
        problem.areas,
        problem.organisations,
        problem.tasks,
        problem.tree.themes,
        problem.stakeholders,
    ):
        for language in ("nl", "en"):
            texts = [owner.label.text(language) for owner in group]
            assert len(set(texts)) == len(texts), texts


def test_exactly_one_alternative_changes_nothing(shipped):
    assert sum(alternative.is_null for alternative in shipped.problem.alternatives) == 1


def test_every_performance_has_a_source_with_a_year_or_says_it_is_made_up(shipped):
    problem = shipped.problem
    for alternative in problem.alternatives:
        for criterion in problem.criteria:
            for area in alternative.areas:
                evidence = problem.performances[alternative.id, criterion.id, area].evidence
                told = "fictief" in evidence.source or YEAR.search(evidence.source)
                assert told, (alternative.id, criterion.id, area, evidence.source)


def test_every_cost_and_every_synergy_has_a_source_with_a_year_or_says_it_is_made_up(shipped):
    for alternative in shipped.problem.alternatives:
        for part in alternative.costs + alternative.strengthens:
            assert "fictief" in part.source or YEAR.search(part.source), (alternative.id, part)


def test_every_other_figure_has_a_source_with_a_year_or_says_it_is_made_up(shipped):
    problem = shipped.problem
    for part in problem.areas + problem.criteria + problem.stakeholders:
        assert "fictief" in part.source or YEAR.search(part.source), (part.id, part.source)


def test_the_provenance_says_that_figures_are_made_up(shipped):
    assert "fictief" in " ".join(shipped.provenance.remarks)
    assert shipped.provenance.licence == "EUPL-1.2"
