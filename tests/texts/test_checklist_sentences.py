from __future__ import annotations

from bw_mcda.problem.criteria_checklist import CriteriaAnswer, CriteriaQuality
from bw_mcda.texts.checklist_sentences import checklist_sentences, question


def answer(quality, holds, comment=""):
    return CriteriaAnswer(quality=quality, holds=holds, comment=comment)


def test_answers_are_told_with_their_comment_and_what_is_left_is_asked():
    answers = [
        answer(CriteriaQuality.NOT_DOUBLE, holds=False, comment="{werk} en inkomen"),
        answer(CriteriaQuality.COMPLETE, holds=False),
        answer(CriteriaQuality.COMPLETE, holds=True),
    ]
    assert checklist_sentences(answers, "nl") == (
        "Van de 7 vragen over de criteria zijn er 2 beantwoord, waarvan 1 met ja.",
        "Staat alles wat ertoe doet erin? Ja.",
        "Telt niets dubbel? Nee. Toelichting: {werk} en inkomen",
        "Nog te beantwoorden: Kan er niets uit zonder dat het gemist wordt? "
        "Is elke maatregel op elk criterium te beoordelen? "
        "Is elk criterium te wegen zonder te weten hoe het met de andere staat? "
        "Zijn het er niet meer dan u kunt overzien? "
        "Hebben gevolgen nu en gevolgen later allebei een plek?",
    )
    assert len(checklist_sentences(answers, "en")) == 4


def test_yes_to_all_is_one_finding_and_leaves_nothing_to_ask():
    sentences = checklist_sentences([answer(q, holds=True) for q in CriteriaQuality], "nl")
    assert sentences[0] == "Op alle 7 vragen over de criteria is het antwoord ja."
    assert len(sentences) == 8


def test_without_answers_every_question_is_asked():
    head, left = checklist_sentences([], "nl")
    assert head == "Van de 7 vragen over de criteria zijn er 0 beantwoord, waarvan 0 met ja."
    assert all(question(quality, "nl") in left for quality in CriteriaQuality)
