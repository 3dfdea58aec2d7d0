// This file holds the ranking: what each measure wins and loses beside doing nothing extra.

function rankingPanel(app) {
  const { alternatives, themes } = app.payload;
  const rows = alternatives.map((alternative, a) => rankingRow(app, alternative, a, themes));
  const list = element("ol", { class: "bw-bars" });
  const sentence = element("p", { class: "bw-finding", "aria-live": "polite" });
  const tableBox = element("div", {});
  const panel = element(
    "section",
    { class: "bw-panel bw-ranking", "aria-labelledby": "bw-ranking-title" },
    element("h2", { id: "bw-ranking-title" }, say(app, "ranking_title")),
    sentence,
    element("p", { class: "bw-hint" }, say(app, "ranking_hint")),
    legend(app),
    list,
    asTable(app, tableBox),
  );
  let shown = null;

  const draw = () => {
    const reach = reachOf(app.gains);
    if (!shown || reach.low > shown.low || reach.high > shown.high || !app.moving) shown = reach;
    const zero = (100 * shown.low) / (shown.low + shown.high);
    const scale = 100 / (shown.low + shown.high);
    rows.forEach((row, a) => row.draw(app.gains[a], app.places[a], zero, scale));
  };

  const settle = () => {
    const order = alternatives.map((_, a) => a).sort((a, b) => app.places[a] - app.places[b] || a - b);
    const before = rows.map((row) => (row.item.isConnected ? row.item.getBoundingClientRect().top : null));
    list.replaceChildren(...order.map((a) => rows[a].item));
    rows.forEach((row, a) => slide(row.item, before[a]));
    sentence.textContent = topInWords(app, order);
    tableBox.replaceChildren(scrolling(say(app, "ranking_title"), rankingTable(app, order)));
  };
  return { panel, draw, settle };
}

function rankingRow(app, alternative, a, themes) {
  const place = element("span", { class: "bw-place" });
  const total = element("span", { class: "bw-total" });
  const segments = themes.map((theme) =>
    element("span", { class: "bw-segment", style: { "--theme": theme.colour } }, element("b", {}, String(theme.number))),
  );
  const zeroLine = element("span", { class: "bw-zero" });
  const bar = element("span", { class: "bw-bar", "aria-hidden": "true" }, segments, zeroLine);
  // What is unknown of today is unknown for all: only what this measure adds to it is told here.
  const { unknown } = app.payload.values;
  const open = unknown[a].some((share, c) => share > unknown[app.nothing][c]);
  const item = element(
    "li",
    { class: alternative.is_null ? "bw-row bw-null" : "bw-row" },
    place,
    element(
      "span",
      { class: "bw-name" },
      told(app, alternative.label),
      open ? element("span", { class: "bw-unknown", title: say(app, "partly_unknown") }, NO_BREAK_SPACE + "?", element("span", { class: "bw-hidden" }, say(app, "partly_unknown"))) : null,
    ),
    bar,
    total,
  );
  const draw = (gains, at, zero, scale) => {
    let right = zero;
    let left = zero;
    gains.forEach((gain, t) => {
      const width = Math.abs(gain) * scale;
      const style = segments[t].style;
      if (gain < 0) left -= width;
      style.left = `${gain < 0 ? left : right}%`;
      style.width = `${width}%`;
      segments[t].classList.toggle("bw-loss", gain < 0);
      segments[t].classList.toggle("bw-thin", width < 5);
      if (gain >= 0) right += width;
    });
    zeroLine.style.left = `${zero}%`;
    const sum = gains.reduce((all, gain) => all + gain, 0);
    place.textContent = String(at);
    total.textContent = alternative.is_null ? "0" : signed(app, sum);
  };
  return { item, draw };
}

function reachOf(gains) {
  const losses = gains.map((row) => row.reduce((sum, gain) => sum - Math.min(0, gain), 0));
  const wins = gains.map((row) => row.reduce((sum, gain) => sum + Math.max(0, gain), 0));
  return { low: Math.max(0.5, 1.04 * Math.max(...losses)), high: Math.max(1, 1.04 * Math.max(...wins)) };
}

// Rows move to their new place once the slider rests, unless people asked for less motion.
function slide(item, before) {
  if (before === null || matchMedia("(prefers-reduced-motion: reduce)").matches) return;
  const by = before - item.getBoundingClientRect().top;
  if (Math.abs(by) < 1) return;
  item.animate([{ transform: `translateY(${by}px)` }, { transform: "none" }], { duration: 350, easing: "ease-out" });
}

function legend(app) {
  return element(
    "ul",
    { class: "bw-legend" },
    app.payload.themes.map((theme) => element("li", {}, badge(theme), told(app, theme.label))),
  );
}

function topInWords(app, order) {
  const measures = order.filter((a) => !app.payload.alternatives[a].is_null);
  const named = measures.slice(0, 3).map((a) => {
    const name = told(app, app.payload.alternatives[a].label);
    return say(app, "with_points", { name, points: signed(app, app.totals[a]) });
  });
  return say(app, "top_three", { names: listed(app, named) });
}

function rankingTable(app, order) {
  const { alternatives, themes } = app.payload;
  const heads = [say(app, "measure"), say(app, "place"), say(app, "score"), say(app, "gain"), ...themes.map((theme) => `${theme.number}. ${told(app, theme.label)}`)];
  const rows = order.map((a) => [
    told(app, alternatives[a].label),
    String(app.places[a]),
    number(app, app.scores[a], 1),
    signed(app, app.totals[a]),
    ...app.gains[a].map((gain) => signed(app, gain)),
  ]);
  return table(say(app, "ranking_caption"), heads, rows);
}
