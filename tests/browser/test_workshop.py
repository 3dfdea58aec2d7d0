from __future__ import annotations

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import expect

pytestmark = pytest.mark.browser

LONELY = "#bw-slider-loneliness"
SAVED = "Alles is bewaard"
TABS = ("look", "choose", "doubt", "together", "puzzle", "package", "work", "learn", "record")
FOUND = ("look", "doubt", "together", "puzzle", "work", "learn")
"""Pages on which the kernel says and draws what it found."""


def order(page) -> list[str]:
    return page.locator(".bw-row .bw-name").all_inner_texts()


def bars(page) -> list[str]:
    return [bar.get_attribute("style") for bar in page.locator(".bw-segment").all()]


def saved(page) -> None:
    expect(page.locator(".bw-saved")).to_have_text(SAVED)


def serious(page) -> list[str]:
    """Return what axe finds, best practices included."""
    found = Axe().run(page).response["violations"]
    return [f"{one['id']}: {one['nodes'][0]['html'][:120]}" for one in found]


def test_a_key_press_on_a_slider_changes_the_picture_at_once_and_the_order_once_it_rests(
    room, open_page
):
    page = open_page(room.address)
    before_bars, before = bars(page), order(page)
    slider = page.locator(LONELY)
    assert "van " in page.locator(f"{LONELY}-swing").inner_text()
    slider.focus()
    page.keyboard.press("Home")
    assert slider.input_value() == "0"
    assert bars(page) != before_bars
    for other in ("senior_homes", "perceived_health", "meeting_place"):
        page.locator(f"#bw-slider-{other}").focus()
        page.keyboard.press("Home")
    expect(page.locator(".bw-row .bw-name").first).not_to_have_text(before[0])
    saved(page)
    finding = page.locator(".bw-ranking .bw-finding")
    expect(finding).to_contain_text(order(page)[0].split("?")[0].strip())


def test_the_whole_board_has_no_accessibility_violations_in_either_language(room, open_page):
    page = open_page(room.address)
    page.locator(".bw-heat").wait_for()
    for language in ("nl", "en"):
        for tab in TABS:
            page.locator(f"#bw-tab-{tab}").click()
            if tab == "package":
                page.locator(".bw-package").first.wait_for()
            if tab in FOUND:
                page.locator(f"#bw-page-{tab} .bw-figure img").first.wait_for()
                expect(page.locator(f"#bw-page-{tab} .bw-found-page > .bw-busy")).to_be_empty()
            assert serious(page) == [], f"{tab} in {language}"
        page.locator("#bw-language").click()
    assert page.locator("#bw-tab-choose").inner_text() == "Kiezen"


def test_acknowledged_weights_survive_a_power_cut_of_the_server(room, open_page):
    page = open_page(room.address)
    page.locator("#bw-tab-choose").click()
    page.locator(LONELY).focus()
    page.keyboard.press("Home")
    saved(page)
    room.kill()
    page.wrong.clear()  # a page may complain that its server is gone
    page.locator("#bw-slider-transport").focus()
    page.keyboard.press("Home")
    expect(page.locator(".bw-saved")).to_contain_text("Verbinding weg")
    room.start()
    page.wrong.clear()
    page.reload()
    page.locator(".bw-board").wait_for()
    assert page.locator(LONELY).input_value() == "0"
    # What was moved while the server was dead stood in the browser and is kept now.
    assert page.locator("#bw-slider-transport").input_value() == "0"
    saved(page)
    other = open_page(room.address)
    assert other.locator(LONELY).input_value() == "0"
    assert other.locator("#bw-slider-transport").input_value() == "0"
    page.wrong.clear()


def test_notes_moments_choices_undo_and_reset_are_kept_and_come_back(room, open_page):
    page = open_page(room.address)
    start = page.locator(LONELY).input_value()
    page.locator(LONELY).focus()
    page.keyboard.press("Home")
    saved(page)
    page.locator("#bw-undo").click()
    expect(page.locator(LONELY)).to_have_value(start)
    page.locator(LONELY).focus()
    page.keyboard.press("Home")
    saved(page)
    page.locator("#bw-reset").click()
    expect(page.locator(LONELY)).to_have_value(start)
    page.locator("#bw-tab-package").click()
    page.locator("#bw-reason-balanced").fill("iedereen doet mee")
    page.locator("form", has=page.locator("#bw-reason-balanced")).get_by_role("button").click()
    page.locator("#bw-tab-record").click()
    page.locator("#bw-note-text").fill("<b>Let op</b> de =SOM(A1)")
    page.get_by_role("button", name="Bewaar notitie").click()
    saved(page)
    page.reload()
    page.locator(".bw-board").wait_for()
    assert page.locator("#bw-tab-record").get_attribute("aria-selected") == "true"
    expect(page.locator(".bw-kept").first).to_contain_text("<b>Let op</b> de =SOM(A1)")
    expect(page.locator("#bw-page-record")).to_contain_text("Omdat: iedereen doet mee")


def test_on_a_phone_everything_fits_and_can_be_touched(room, open_page):
    page = open_page(room.address, 390, 844)
    page.locator(".bw-heat").wait_for()
    for tab in TABS:
        button = page.locator(f"#bw-tab-{tab}")
        box = button.bounding_box()
        assert box["x"] >= 0
        assert box["x"] + box["width"] <= 390
        button.click()
        assert page.evaluate("document.documentElement.scrollWidth") <= 390, tab
    page.set_viewport_size({"width": 320, "height": 640})
    for tab in TABS:
        page.locator(f"#bw-tab-{tab}").click()
        assert page.evaluate("document.documentElement.scrollWidth") <= 320, tab
    page.set_viewport_size({"width": 390, "height": 844})
    page.locator("#bw-tab-choose").click()
    for box in (control.bounding_box() for control in page.locator("#bw-page-choose button").all()):
        assert box is None or min(box["width"], box["height"]) >= 43.5
    assert page.locator(".bw-mini").is_visible()


def test_the_board_can_be_worked_by_keyboard_alone(room, open_page):
    page = open_page(room.address)
    page.locator("#bw-tab-choose").focus()
    for _ in range(TABS.index("package") - TABS.index("choose")):
        page.keyboard.press("ArrowRight")
    expect(page.locator("#bw-page-package")).to_be_visible()
    assert page.evaluate("document.activeElement.id") == "bw-tab-package"
    page.keyboard.press("Home")
    expect(page.locator("#bw-page-look")).to_be_visible()
    page.locator("#bw-perspective").focus()
    page.keyboard.press("Home")
    expect(page.locator("#bw-perspective")).to_have_value("together")
    page.locator("#bw-tab-choose").click()
    assert page.locator(LONELY).is_disabled()


def test_a_caution_is_left_as_it_is_with_a_reason_and_taken_back_again(room, open_page):
    page = open_page(room.address)
    page.locator("#bw-tab-look").click()
    cautions = page.locator("section", has=page.locator("#bw-cautions-title"))
    expect(cautions).to_contain_text("Eén ding is misschien niet zoals u het bedoelt.")
    why = page.get_by_label("Waarom mag dit zo blijven?")
    why.fill("het net is ")
    # What comes from the kernel meanwhile takes neither the words nor the cursor.
    page.locator("#bw-page-look .bw-figure img").first.wait_for()
    expect(why).to_be_focused()
    page.keyboard.press("End")
    page.keyboard.type("zelf een doel")
    page.keyboard.press("Enter")
    expect(cautions).to_contain_text("Omdat: het net is zelf een doel")
    assert page.evaluate("document.activeElement.id") == "bw-accept-back-0"
    saved(page)
    expect(page.locator("#bw-page-look")).to_contain_text("Daarvan 1 aanvaard")
    page.reload()
    page.locator(".bw-board").wait_for()
    expect(cautions).to_contain_text("Omdat: het net is zelf een doel")
    expect(cautions).to_contain_text("is een middel en geen doel")
    page.locator("#bw-accept-back-0").press("Enter")
    expect(page.get_by_label("Waarom mag dit zo blijven?")).to_be_focused()
    saved(page)
    page.reload()
    page.locator(".bw-board").wait_for()
    expect(cautions).not_to_contain_text("Omdat:")


def test_more_of_a_task_is_asked_and_taken_by_keyboard_and_the_package_is_kept(room, open_page):
    page = open_page(room.address)
    page.locator("#bw-tab-puzzle").click()
    expect(page.locator("#bw-walk-name")).to_have_text("Pakket 1 van 15")
    points = page.locator(".bw-walked .bw-task-points")
    before = points.all_inner_texts()
    page.locator("#bw-more-nature").press("Enter")
    expect(page.locator(".bw-answer h3")).to_have_text("Meer van Natuur die zich herstelt")
    assert page.locator(".bw-answer li").count() == 4
    assert "Dat kost" in page.locator(".bw-answer li").first.inner_text()
    page.locator(".bw-answer li button").first.press("Enter")
    assert page.evaluate("document.activeElement.id") == "bw-more-nature"
    after = points.all_inner_texts()
    assert int(after[4]) > int(before[4])
    page.locator("#bw-reason-own").fill("natuur telt mee")
    page.locator("#bw-page-puzzle form").get_by_role("button").press("Enter")
    saved(page)
    page.locator("#bw-walk-return").press("Enter")
    assert points.all_inner_texts() == before
    page.locator("#bw-tab-record").click()
    expect(page.locator("#bw-page-record")).to_contain_text("Omdat: natuur telt mee")
