// The page around the board: what stands there while it loads, and what is said when the server is gone.
"use strict";
(() => {
  const SLOW = 20_000;
  const BETWEEN_CHECKS = 3_000;
  const LOST = "De verbinding met de server is weg. Wat al is bewaard, blijft bewaard. Deze pagina zoekt zelf opnieuw verbinding.";
  const RESTARTED = "De server is er weer. ";
  const RELOAD = "Laad de pagina opnieuw om verder te gaan.";

  const element = (id) => document.getElementById(id);

  const base = () => (document.body.dataset.baseUrl || "/voila/").replace(/voila\/$/, "");

  // Voila calls this when its theme is there; the page calls it when its cells are.
  const show = () => {
    if (!window.themeLoaded || !window.cellLoaded) return;
    element("loading")?.remove();
    const cells = element("rendered_cells");
    if (cells) cells.style.display = "";
  };
  window.voila_finish = show;
  window.voila_heartbeat = () => {};

  const kernelId = () => {
    try {
      return JSON.parse(element("jupyter-config-data").textContent).kernelId;
    } catch {
      return null;
    }
  };

  const say = (text, reload) => {
    const bar = element("room-connection");
    if (!bar) return;
    const link = document.createElement("a");
    link.href = window.location.href;
    link.textContent = RELOAD;
    bar.replaceChildren(...(text ? [text] : []), ...(reload ? [link] : []));
    bar.hidden = !text;
  };

  // Voila says nothing when its kernel is gone (its issue 67): a room would weigh on in vain.
  const check = async (kernel) => {
    try {
      const answer = await fetch(`${base()}api/kernels/${kernel}`, { cache: "no-store" });
      say(answer.ok ? "" : RESTARTED, !answer.ok);
    } catch {
      say(LOST, false);
    }
  };

  // Voila ends the kernel before a page is left, also when the page then stays: a download does
  // that. Ours comes first and stops it; the kernel ends once the page is really gone.
  window.addEventListener("beforeunload", (event) => event.stopImmediatePropagation());
  window.addEventListener("pagehide", (event) => {
    const kernel = kernelId();
    if (kernel && !event.persisted) navigator.sendBeacon(`${base()}voila/api/shutdown/${kernel}`);
  });

  document.addEventListener("DOMContentLoaded", () => {
    window.cellLoaded = true;
    show();
    const kernel = kernelId();
    if (kernel) window.setInterval(() => check(kernel), BETWEEN_CHECKS);
  });
  window.setTimeout(() => {
    const slow = element("room-slow");
    if (slow) slow.hidden = false;
  }, SLOW);
})();
