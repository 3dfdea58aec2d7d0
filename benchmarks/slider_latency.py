"""This file holds the speed and size of the workshop screen, measured in headless Chromium.

From a key press on a slider to the first frame after the bars changed, bytes of the page on a first
visit, memory of one kernel, and the time until a person can work. Needs Chromium.
"""

from __future__ import annotations

import base64
import os
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
import zlib
from pathlib import Path

import psutil
from playwright.sync_api import sync_playwright

SCENARIO = Path(__file__).parents[1] / "scenarios" / "zeeuws-vlaanderen"
PRESSES = 100
MEASURE = """
() => new Promise(done => {
  const slider = document.activeElement, bar = document.querySelector(".bw-bars");
  const seen = new MutationObserver(() => {
    seen.disconnect();
    requestAnimationFrame(() => {
      const channel = new MessageChannel();
      channel.port1.onmessage = () => done(performance.now() - globalThis.pressedAt);
      channel.port2.postMessage(0);
    });
  });
  seen.observe(bar, {attributes: true, subtree: true, attributeFilter: ["style"]});
  addEventListener("keydown", event => { globalThis.pressedAt = event.timeStamp; },
                   {capture: true, once: true});
  globalThis.ready = true;
})
"""


def presses(page):
    page.locator("#bw-slider-loneliness").focus()
    page.keyboard.press("Home")
    page.wait_for_timeout(1500)
    taken = []
    for n in range(PRESSES):
        waiting = page.evaluate_handle(f"({{promise: ({MEASURE})()}})")
        page.keyboard.press("ArrowRight" if n % 2 == 0 else "ArrowLeft")
        taken.append(waiting.evaluate("held => held.promise"))
    return sorted(taken)


def kernel_memory(server):
    """Return the proportional set size of each kernel, in MB."""
    return [
        child.memory_full_info().pss / 1e6
        for child in psutil.Process(server.pid).children(recursive=True)
        if "ipykernel" in " ".join(child.cmdline())
    ]


def on_the_wire(event):
    """Return the bytes of a websocket frame: the browser tells it before compression, in base64."""
    return len(zlib.compress(base64.b64decode(event["response"]["payloadData"])))


def visit(playwright, address):
    browser = playwright.chromium.launch(
        executable_path=os.environ.get("BW_MCDA_CHROMIUM") or shutil.which("chromium"),
        args=["--no-sandbox"],
    )
    page = browser.new_page(viewport={"width": 1920, "height": 1080})
    session = page.context.new_cdp_session(page)
    session.send("Network.enable")
    received = []
    session.on("Network.loadingFinished", lambda event: received.append(event["encodedDataLength"]))
    session.on("Network.webSocketFrameReceived", lambda event: received.append(on_the_wire(event)))
    start = time.perf_counter()
    page.goto(address)
    page.locator(".bw-board").wait_for()
    ready = time.perf_counter() - start
    return browser, page, received, ready


def main():
    with tempfile.TemporaryDirectory() as folder:
        command = [sys.executable, "-m", "bw_mcda.room", str(SCENARIO), "--no-browser"]
        command += ["--port", "0", "--store", f"{folder}/record.sqlite"]
        server = subprocess.Popen(command, stdout=subprocess.PIPE, text=True)
        try:
            address = "http:" + server.stdout.readline().rsplit("http:", 1)[1].strip()
            with sync_playwright() as playwright:
                browser, page, received, ready = visit(playwright, address)
                print(f"page asked for to board on the screen: {ready:.1f} s")
                page.locator(".bw-package").first.wait_for(state="attached")
                print(f"bytes of a first visit: {sum(received) / 1e6:.2f} MB")
                taken = presses(page)
                p95 = taken[int(0.95 * len(taken))]
                print(
                    f"key press to changed picture, n={len(taken)}: median "
                    f"{statistics.median(taken):.0f} ms, p95 {p95:.0f} ms"
                )
                memory = ", ".join(f"{size:.0f}" for size in kernel_memory(server))
                print(f"memory of the kernel (PSS), all results computed: {memory} MB")
                browser.close()
        finally:
            server.terminate()
            server.wait()


if __name__ == "__main__":
    main()
