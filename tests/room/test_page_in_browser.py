from __future__ import annotations

import signal

import psutil
import pytest
from axe_playwright_python.sync_playwright import Axe

from patience import LONG, wait_until

pytestmark = pytest.mark.browser


@pytest.fixture
def own_server(start_server):
    """A server of one test, in which it may count kernels and pull the plug."""
    return start_server()


@pytest.fixture
def page(browser):
    """A page on which any request elsewhere and any script that is refused fails the test."""
    context = browser.new_context(locale="nl-NL")
    page = context.new_page()
    page.set_default_timeout(1000 * LONG)
    wrong: list[str] = []

    def only_here(route):
        if route.request.url.startswith(("http://127.0.0.1:", "data:", "blob:")):
            route.continue_()
        else:
            wrong.append(route.request.url)
            route.abort()

    context.route("**/*", only_here)
    page.on("console", lambda said: wrong.append(said.text) if "Policy" in said.text else None)
    yield page
    context.close()
    assert wrong == []


def kernels_become(server, n: int) -> bool:
    return wait_until(lambda: len(server.kernels()) == n)


def opened(page, address: str):
    page.goto(address)
    page.get_by_text("last cell").wait_for()
    page.locator("#loading").wait_for(state="detached")
    return page


def test_the_page_opens_clean_and_a_reload_a_download_and_leaving_end_the_right_kernels(
    page, own_server
):
    errors = []
    page.on("pageerror", lambda error: errors.append(str(error)))
    opened(page, own_server.address)
    assert errors == []
    assert page.get_by_role("heading", level=1).inner_text() == "Kleine & eerlijke proef"
    assert Axe().run(page).response["violations"] == []
    (first,) = own_server.kernels()

    page.evaluate(
        """() => {
          const link = Object.assign(document.createElement("a"), { href: "/bw/advies.json" });
          document.body.append(link);
          window.setTimeout(() => link.click());
        }"""
    )
    with page.expect_download() as download:
        pass
    assert download.value.suggested_filename == "advies-kleine-proef-workshop.json"
    assert own_server.kernels() == [first]

    page.reload()
    page.get_by_text("last cell").wait_for()
    assert kernels_become(own_server, 1)
    assert wait_until(lambda: not psutil.pid_exists(first))

    page.goto("about:blank")
    assert kernels_become(own_server, 0)


def test_a_server_that_is_gone_is_said_and_when_it_is_back_so_is_what_to_do(
    page, own_server, start_server
):
    opened(page, own_server.address)
    port = own_server.port
    bar = page.locator("#room-connection")
    assert bar.is_hidden()
    own_server.process.send_signal(signal.SIGKILL)
    own_server.process.wait(LONG)
    page.get_by_text("De verbinding met de server is weg.").wait_for()
    assert bar.get_attribute("role") == "status"
    start_server("--port", str(port))
    link = page.get_by_role("link", name="Laad de pagina opnieuw om verder te gaan.")
    link.wait_for()
    link.click()
    page.get_by_text("last cell").wait_for()
    bar.wait_for(state="hidden")


def test_a_long_page_scrolls_as_a_whole_and_a_narrow_one_has_no_sideways_scroll(page, server):
    page.set_viewport_size({"width": 390, "height": 700})
    opened(page, server.address)
    page.evaluate(
        """() => {
          const tall = document.createElement("p");
          tall.style.height = "3000px";
          document.getElementById("rendered_cells").append(tall);
          window.scrollTo(0, 1500);
        }"""
    )
    assert page.evaluate("window.scrollY") == 1500
    assert page.evaluate("document.documentElement.scrollWidth") == 390


def test_the_skip_link_is_the_first_stop_and_leads_to_the_content(page, server):
    opened(page, server.address)
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.textContent") == "Naar de inhoud"
    page.keyboard.press("Enter")
    assert page.evaluate("document.activeElement.id") == "rendered_cells"
