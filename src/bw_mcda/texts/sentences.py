"""This file holds the one door to the sentences about results."""

from __future__ import annotations

from bw_mcda.texts.doubt_sentences import (
    break_even_sentences,
    quantification_bias_sentences,
    stability_sentences,
)
from bw_mcda.texts.effect_sentences import (
    level_in_words,
    performance_in_short,
    performance_in_words,
    swing_in_words,
)
from bw_mcda.texts.naming import (
    alternative_label,
    alternatives_in_words,
    label_of,
    list_in_words,
    organisation_in_words,
    points_in_words,
    points_number,
)
from bw_mcda.texts.package_sentences import (
    chosen_in_words,
    infeasible_in_words,
    left_out_in_words,
    package_name,
    package_sentence,
    signed_points,
)
from bw_mcda.texts.ranking_sentences import (
    in_top_sentence,
    indistinguishable_sentence,
    ranking_sentence,
    robustness_sentences,
)
from bw_mcda.texts.rule_sentences import rule_in_words, rules_in_words

__all__ = [
    "alternative_label",
    "alternatives_in_words",
    "break_even_sentences",
    "chosen_in_words",
    "in_top_sentence",
    "indistinguishable_sentence",
    "infeasible_in_words",
    "label_of",
    "left_out_in_words",
    "level_in_words",
    "list_in_words",
    "organisation_in_words",
    "package_name",
    "package_sentence",
    "performance_in_short",
    "performance_in_words",
    "points_in_words",
    "points_number",
    "quantification_bias_sentences",
    "ranking_sentence",
    "robustness_sentences",
    "rule_in_words",
    "rules_in_words",
    "signed_points",
    "stability_sentences",
    "swing_in_words",
]
