from __future__ import annotations

import re

import pytest


@pytest.fixture(scope="session")
def guarded(start_server):
    """A server that other machines can reach, and that therefore made a token."""
    return start_server("--ip", "0.0.0.0")


@pytest.fixture(scope="session")
def token(guarded) -> str:
    return re.search(r"\?token=([\w-]{16,})$", guarded.address)[1]


@pytest.mark.parametrize(
    "path", ["/", "/bw/advies.json", "/?token=onzin", "/bw/advies.docx?token="]
)
def test_without_the_token_one_is_sent_to_a_dutch_login_page(guarded, path):
    answer = guarded.ask(path)
    assert answer.status == 302
    assert answer.headers["Location"].startswith("/login")
    page = guarded.ask(answer.headers["Location"])
    assert "<h1>Toegang tot de afweging</h1>" in page.text
    assert 'type="password"' in page.text
    assert guarded.kernels() == []


def test_a_wrong_code_is_told(guarded):
    form = guarded.ask("/login")
    cookie = form.headers["Set-Cookie"].split(";")[0]
    hidden = re.search(r'name="_xsrf" value="([^"]+)"', form.text)[1]
    answer = guarded.ask(
        "/login",
        "POST",
        body=f"_xsrf={hidden}&password=fout",
        Cookie=cookie,
        Content_Type="application/x-www-form-urlencoded",
    )
    assert answer.status == 401
    assert "Deze code klopt niet" in answer.text


def test_with_the_token_one_comes_in_and_stays_in_by_cookie(guarded, token):
    answer = guarded.ask(f"/bw/advies.json?token={token}&taal=xx")
    assert answer.status == 400
    cookie = answer.headers["Set-Cookie"]
    assert "HttpOnly" in cookie
    assert "SameSite=Strict" in cookie
    assert guarded.ask("/bw/advies.json?taal=xx", Cookie=cookie.split(";")[0]).status == 400


def test_a_kernel_can_not_be_reached_without_the_token(guarded):
    path = "/api/kernels/00000000-0000-0000-0000-000000000000"
    assert guarded.ask(path).status in {302, 403}
    assert guarded.ask(f"{path}/channels").status in {302, 403}


def test_the_sentence_about_other_devices_is_said(guarded):
    assert any("Ook andere apparaten" in line for line in guarded.said)
    assert "0.0.0.0" not in guarded.address


def test_health_needs_no_token(guarded):
    assert guarded.ask("/bw/gezond").status == 200
