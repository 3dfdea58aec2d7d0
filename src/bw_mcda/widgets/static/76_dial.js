// This file holds the dial: how far a strong theme may make up for a weak one, and who then moves.

function dialPanel(app) {
  const { alternatives, plan } = app.payload;
  const id = "bw-dial";
  const range = element("input", {
    type: "range", id, min: 0, max: 100, step: 1, value: Math.round(100 * (app.dial ?? plan.compensation)),
    "aria-describedby": `${id}-how`,
    on: { input: () => { app.dial = range.valueAsNumber / 100; update(); } },
  });
  const finding = element("p", { class: "bw-finding", role: "status" });
  const rows = element("ol", { class: "bw-dial-rows" });
  const panel = element(
    "section",
    { class: "bw-panel", "aria-labelledby": "bw-dial-title" },
    element("h2", { id: "bw-dial-title" }, say(app, "dial_title")),
    finding,
    element("label", { for: id, class: "bw-dial-label" }, say(app, "dial_label")),
    element("div", { class: "bw-dial-ends" }, element("span", {}, say(app, "dial_weakest")), element("span", {}, say(app, "dial_all"))),
    range,
    element("p", { class: "bw-hint", id: `${id}-how` }, say(app, "dial_how")),
    rows,
  );
  const update = () => {
    const position = range.valueAsNumber / 100;
    const score = (at) => dialScores(app.payload.values.expected, app.shares, app.themeColumns, at, plan.floors, plan.compensation_between === "criteria");
    const scores = score(position);
    const places = placesOf(scores);
    const before = placesOf(score(1));
    const order = alternatives.map((_, a) => a).sort((a, b) => places[a] - places[b] || a - b);
    const first = order.filter((a) => places[a] === 1);
    const names = listed(app, first.map((a) => told(app, alternatives[a].label)));
    const stays = first.length === 1 && before[first[0]] === 1;
    finding.textContent = say(app, stays ? "dial_stays" : first.length > 1 ? "dial_level" : "dial_moves", { names });
    range.setAttribute("aria-valuetext", say(app, "dial_value", { position: range.value, names }));
    rows.replaceChildren(...order.map((a) => dialRow(app, a, places[a], before[a], scores[a])));
  };
  return { panel, update };
}

function dialRow(app, a, place, before, score) {
  const alternative = app.payload.alternatives[a];
  const moved = before - place;
  const change = moved === 0 ? "" : say(app, moved > 0 ? "dial_up" : "dial_down", { count: Math.abs(moved) });
  return element(
    "li",
    { class: alternative.is_null ? "bw-dial-row bw-null" : "bw-dial-row" },
    element("span", { class: "bw-place" }, String(place)),
    element("span", { class: "bw-name" }, told(app, alternative.label)),
    element("span", { class: "bw-track", "aria-hidden": "true" }, element("span", { class: "bw-fill", style: { width: `${Math.max(0, Math.min(100, score))}%` } })),
    element("span", { class: "bw-total" }, number(app, score, 1)),
    element("span", { class: moved > 0 ? "bw-moved bw-moved-up" : "bw-moved bw-moved-down" }, change),
  );
}
