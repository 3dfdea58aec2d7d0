// This file holds the pages of findings: panels with sentences, pictures and their tables.

const SAID_AT_ONCE = 3;

function foundPage(app, page) {
  const body = element("div", { class: "bw-found" });
  const busy = element("p", { class: "bw-busy", role: "status" });
  const part = element("div", { class: "bw-found-page" }, busy, body);
  const open = new Set();
  const own = [];
  let shown = [];
  // Panels of the page itself, before what the kernel found.
  const first = (...panels) => {
    own.push(...panels);
    body.prepend(...panels);
  };
  const update = () => {
    const { found } = app;
    const mine = found.id === page && found.language === app.language;
    busy.textContent = mine && found.state === "ready" ? "" : say(app, "computing_page");
    if (!mine) return;
    // The page's own panels stay where they are: who types there keeps the cursor.
    const places = () => shown.flatMap((panel) => [...panel.querySelectorAll("summary, [tabindex]")]);
    const at = places().indexOf(document.activeElement);
    for (const panel of shown) panel.remove();
    shown = found.panels.map((panel) => foundPanel(app, panel, open));
    body.append(...shown);
    if (at >= 0) places()[at]?.focus();
  };
  return { part, update, first };
}

function foundPanel(app, panel, open) {
  const id = `bw-found-${panel.id}`;
  const [finding, ...rest] = panel.sentences;
  const more = rest.splice(rest.length > SAID_AT_ONCE + 1 ? SAID_AT_ONCE : rest.length);
  return element(
    "section",
    { class: "bw-panel", "aria-labelledby": id },
    element("h2", { id }, panel.title),
    finding ? element("p", { class: "bw-finding" }, finding) : null,
    rest.length ? sentences(rest) : null,
    panel.charts.map((chart) => figure(app, chart, open)),
    more.length ? folded(say(app, "more_about"), sentences(more), panel.id, open) : null,
  );
}

// A picture says it at a glance; its alt text says the finding, its table every figure.
function figure(app, chart, open) {
  const source = chart.svg ? `data:image/svg+xml;charset=utf-8,${encodeURIComponent(chart.svg)}` : null;
  const name = chart.title;
  const made = folded(say(app, "as_table"), scrolling(name, table(name, chart.headers, chart.rows)), chart.name, open);
  return element(
    "figure",
    { class: "bw-figure" },
    element("figcaption", {}, name),
    howToRead(app, chart.name),
    source ? scrolling(name, element("img", { src: source, alt: chart.alt })) : element("p", { class: "bw-busy" }, say(app, "drawing")),
    made,
  );
}

// How to read a picture that is not seen every day; most need no word.
function howToRead(app, chart) {
  const key = `read_${chart}`;
  const text = say(app, key);
  return text === key ? null : element("p", { class: "bw-hint" }, element("strong", {}, say(app, "read_title")), " ", text);
}

// What was unfolded stays so when new findings come.
function folded(title, content, key, open) {
  const made = element("details", { class: "bw-as-table" }, element("summary", {}, title), content);
  made.open = open.has(key);
  made.addEventListener("toggle", () => (made.open ? open.add(key) : open.delete(key)));
  return made;
}
