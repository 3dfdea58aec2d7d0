from __future__ import annotations

import re
import signal
import socket
import subprocess
import sys
from pathlib import Path

import psutil
import pytest

from bw_mcda import __version__
from patience import LONG, wait_until


def kernel_of(page: str) -> str:
    return re.search(r'"kernelId": ?"([0-9a-f-]{36})"', page)[1]


@pytest.fixture(scope="session")
def page(server) -> str:
    answer = server.ask("/?sessie=zaal-1")
    assert answer.status == 200
    return answer.text


def test_the_server_says_where_what_and_how_to_stop(server):
    assert "‘Kleine proef’" in server.said[0]
    assert server.said[0].endswith(f"http://127.0.0.1:{server.port}/\n")
    assert server.said[1].endswith(f"{server.store_url.removeprefix('sqlite:///')}\n")
    assert "Ctrl+C" in server.said[2]


def test_health_tells_version_and_fingerprint(server, scenario):
    answer = server.ask("/bw/gezond")
    assert (answer.status, answer.headers["Content-Type"]) == (
        200,
        "application/json; charset=UTF-8",
    )
    assert f'"version": "{__version__}"' in answer.text
    assert scenario.fingerprint in answer.text


def test_the_page_is_dutch_and_has_a_heading_a_landmark_and_a_skip_link(page):
    assert '<html lang="nl">' in page
    assert "<h1>Kleine &amp; eerlijke proef</h1>" in page
    assert page.count("<main ") == 1
    assert '<a class="room-skip" href="#rendered_cells">Naar de inhoud</a>' in page
    assert "De afweging wordt geladen" in page


def test_the_page_and_its_own_files_name_nothing_outside(server, page):
    assert not re.findall(r"""(?:https?:)?//[a-z0-9-]+\.[a-z]+""", page)
    files = re.findall(r'(?:src|href)="(/[^"]+)"', page)
    assert len(files) >= 5
    for file in files:
        answer = server.ask(file)
        assert answer.status == 200, file
        if "/bw_mcda/" in file:
            assert not re.findall(rb"(?:url\(|import |src=)[\"']?(?:https?:)?//", answer.body), file


def test_the_page_has_no_script_that_the_policy_would_refuse(page):
    inline = re.findall(r"<script(?![^>]*\bsrc=)([^>]*)>", page)
    assert inline
    assert all("json" in attributes for attributes in inline)


def test_the_kernel_is_the_python_that_runs_the_server(page):
    assert f"kernel {sys.executable}" in page


def test_the_kernel_knows_scenario_and_record(server, page):
    assert f"scenario {server.scenario_path}" in page
    assert f"store {server.store_url}" in page


def test_code_and_warnings_are_not_shown(page):
    assert "os.environ" not in page


@pytest.mark.parametrize("path", ["/?sessie=fout", "/?sessie=fout&template=reveal&theme=dark"])
def test_a_cell_that_fails_gives_a_dutch_sentence_and_no_traceback(server, path):
    answer = server.ask(path)
    assert answer.status == 200
    assert "Dit deel kon niet worden getoond" in answer.text
    assert "ZeroDivisionError" not in answer.text
    assert "last cell" not in answer.text
    assert '<html lang="nl">' in answer.text
    assert "reveal" not in answer.text.lower()
    assert wait_until(lambda: "ZeroDivisionError" in "".join(server.complaints))


@pytest.mark.parametrize(
    "path",
    [
        "/niets",
        "/small.ipynb",
        "/bw/advies.exe",
        "/bw/",
        "/voila/files/small.ipynb",
        "/voila/render/small.ipynb",
        "/api/kernels",
        "/api/contents",
        "/..%2f..%2fetc/passwd",
    ],
)
def test_what_is_not_there_gives_our_own_dutch_page(server, path):
    answer = server.ask(path)
    assert answer.status == 404
    assert "<h1>Deze pagina bestaat niet</h1>" in answer.text
    assert '<html lang="nl">' in answer.text


@pytest.mark.parametrize(
    "path",
    [
        "/voila/static/../../../../../../../../../../etc/passwd",
        "/voila/static/..%2f..%2f..%2f..%2f..%2f..%2f..%2f..%2f..%2fetc%2fpasswd",
        "/voila/templates/bw_mcda/static/../index.html.j2",
        "/voila/templates/bw_mcda/static/..%2findex.html.j2",
        "/voila/templates/..%2f..%2fstatic/conf.json",
        "/voila/labextensions/..%2f..%2f..%2f..%2fpyvenv.cfg",
        "/voila/api/themes/..%2f..%2f..%2fpyvenv.cfg",
    ],
)
def test_no_path_leaves_the_folders_that_are_served(server, path):
    answer = server.ask(path)
    assert answer.status in {400, 403, 404, 500}
    assert '<html lang="nl">' in answer.text
    assert b"root:" not in answer.body
    assert b"{%" not in answer.body
    assert b"home =" not in answer.body


@pytest.mark.parametrize("name", ["..%2Fgeheim", "a%20b", "a" * 41, "%3Cscript%3E"])
@pytest.mark.parametrize("path", ["/", "/bw/advies.json"])
def test_a_bad_session_name_is_refused_before_a_kernel_starts(server, path, name):
    before = set(server.kernels())
    answer = server.ask(f"{path}?sessie={name}")
    assert answer.status == 400
    assert "De naam van een sessie bestaat uit 1 tot 40 letters, cijfers" in answer.text
    assert "<script>" not in answer.text
    assert not set(server.kernels()) - before


@pytest.mark.parametrize(
    "path", ["/bw/gezond", "/niets", "/voila/static/voila.js", "/login", "/voila/static/niets"]
)
def test_every_answer_carries_the_security_headers(server, path):
    headers = server.ask(path).headers
    policy = headers["Content-Security-Policy"]
    assert "default-src 'self'" in policy
    assert "script-src 'self' blob:;" in policy
    assert "frame-ancestors 'none'" in policy
    assert "unsafe-eval" not in policy
    assert "http:" not in policy
    assert headers["X-Content-Type-Options"] == "nosniff"
    assert headers["Referrer-Policy"] == "no-referrer"
    assert "Server" not in headers


def test_large_files_travel_compressed(server):
    answer = server.ask("/voila/static/voila.js", Accept_Encoding="gzip")
    assert answer.headers["Content-Encoding"] == "gzip"


@pytest.mark.parametrize("path", ["/", "/bw/advies.json"])
def test_a_name_that_is_not_this_machine_is_refused(server, path):
    assert server.ask(path, Host="evil.example").status == 403


def test_a_websocket_from_another_origin_is_refused(server, page):
    answer = server.ask(
        f"/api/kernels/{kernel_of(page)}/channels",
        Origin="http://evil.example",
        Connection="Upgrade",
        Upgrade="websocket",
        Sec_WebSocket_Version="13",
        Sec_WebSocket_Key="dGhlIHNhbXBsZSBub25jZQ==",
    )
    assert answer.status == 403


def test_a_page_that_is_left_ends_its_kernel_and_another_site_can_not(server):
    before = set(server.kernels())
    kernel = kernel_of(server.ask("/").text)
    (process,) = set(server.kernels()) - before
    path = f"/voila/api/shutdown/{kernel}"
    assert server.ask(path, "POST", Origin="http://evil.example").status == 403
    assert server.ask(path, "POST").status == 403
    assert psutil.pid_exists(process)
    here = f"http://127.0.0.1:{server.port}"
    assert server.ask(path, "POST", Origin=here).status == 204
    assert wait_until(lambda: process not in server.kernels())
    assert server.ask(path, "POST", Origin=here).status == 204


def test_who_leaves_while_the_page_loads_leaves_no_kernel_behind(server):
    before = set(server.kernels())
    with socket.create_connection(("127.0.0.1", server.port)) as visitor:
        visitor.sendall(b"GET / HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\n")
        assert wait_until(lambda: set(server.kernels()) - before)
    assert wait_until(lambda: not set(server.kernels()) - before)


def test_visitors_addresses_do_not_reach_the_log(server):
    server.ask("/niets-127?token=geheim")
    server.ask("/voila/templates/x?token=geheim")
    server.ask("/voila/static/..%2f..%2fx?token=geheim")
    with socket.create_connection(("127.0.0.1", server.port)) as nonsense:
        nonsense.sendall(b"no http at all\r\n\r\n")
        nonsense.recv(1000)
    complaints = "".join(server.complaints)
    assert "127.0.0.1" not in complaints
    assert "geheim" not in complaints


def test_a_taken_port_is_told_and_no_other_is_tried(server, scenario_path, notebook, tmp_path):
    command = [sys.executable, "-m", "bw_mcda.room", str(scenario_path), "--no-browser"]
    command += ["--port", str(server.port), "--store", str(tmp_path / "r.sqlite")]
    command += ["--notebook", str(notebook)]
    done = subprocess.run(command, capture_output=True, text=True, timeout=LONG, check=False)
    assert done.returncode == 1
    assert done.stderr == (
        f"--port: got {server.port}, which another program uses; "
        "allowed: a free port, such as --port 8867; --port 0 takes any\n"
    )
    assert not (tmp_path / "r.sqlite").exists()


def test_a_broken_scenario_is_told_in_findings_before_the_server_starts(tmp_path, notebook):
    (tmp_path / "scenario.yaml").write_text("format: 99\nlabel: [\n")
    command = [sys.executable, "-m", "bw_mcda.room", str(tmp_path), "--notebook", str(notebook)]
    done = subprocess.run(command, capture_output=True, text=True, timeout=LONG, check=False)
    assert (done.returncode, done.stdout) == (1, "")
    assert "; allowed: " in done.stderr
    assert "Traceback" not in done.stderr


@pytest.mark.parametrize("by", ["SIGINT", "SIGTERM"])
def test_stopping_says_one_line_and_leaves_no_kernel_and_no_file(start_server, by):
    server = start_server()
    server.ask("/")
    kernels = server.kernels()
    assert len(kernels) == 1
    assert server.stop(getattr(signal, by)) == 0
    assert server.said[3:] == ["De server is gestopt. Alles wat is ingevuld, is bewaard.\n"]
    assert server.complaints == []
    assert not any(psutil.pid_exists(kernel) for kernel in kernels)
    folder = Path(server.store_url.removeprefix("sqlite:///")).parent
    assert {file.name for file in folder.iterdir()} == {"record.sqlite"}
