// This file holds how sure the ranking is: places over many draws, doubts, and how groups differ.

function certaintyPanel(app) {
  const body = element("div", {});
  const busy = element("p", { class: "bw-busy", role: "status" });
  const panel = element(
    "section",
    { class: "bw-panel", "aria-labelledby": "bw-certainty-title" },
    element("h2", { id: "bw-certainty-title" }, say(app, "certainty_title")),
    busy,
    body,
  );
  const update = () => {
    const { results } = app;
    busy.textContent = results.state === "computing" ? say(app, "computing") : results.message ? told(app, results.message) : "";
    if (!results.robustness) return;
    const { plan } = app.payload;
    body.replaceChildren(
      sentences(results.robustness.sentences[app.language]),
      element("p", { class: "bw-hint" }, say(app, "draws_note", { draws: number(app, plan.draws), seed: plan.seed })),
      scrolling(say(app, "places_caption"), placesTable(app, results.robustness)),
      results.doubts ? element("h3", {}, say(app, "doubts_title")) : null,
      results.doubts ? sentences(results.doubts[app.language]) : null,
    );
  };
  return { panel, update };
}

const sentences = (said) => element("ul", { class: "bw-sentences" }, said.map((sentence) => element("li", {}, sentence)));

// Rows in order of the mean place; a darker cell is a place taken more often, the number says how often.
function placesTable(app, robustness) {
  const { alternatives } = app.payload;
  const mean = robustness.acceptability.map((row) => row.reduce((sum, share, place) => sum + share * place, 0));
  const order = alternatives.map((_, a) => a).sort((a, b) => mean[a] - mean[b]);
  const made = element(
    "table",
    { class: "bw-table bw-heat" },
    element("caption", {}, say(app, "places_caption")),
    element(
      "thead",
      {},
      element("tr", {}, element("th", { scope: "col" }, say(app, "measure")), alternatives.map((_, p) => element("th", { scope: "col" }, String(p + 1)))),
    ),
    element(
      "tbody",
      {},
      order.map((a) =>
        element(
          "tr",
          {},
          element("th", { scope: "row" }, told(app, alternatives[a].label)),
          robustness.acceptability[a].map((share) => heatCell(app, share)),
        ),
      ),
    ),
  );
  return made;
}

function heatCell(app, share) {
  const tone = Math.min(1, share / 0.6);
  const mix = (from, to) => Math.round(from + (to - from) * tone);
  const colour = [mix(255, 23), mix(255, 74), mix(255, 135)];
  const text = share === 0 ? "" : share < 0.005 ? "<1" : number(app, 100 * share);
  return element("td", { style: { background: `rgb(${colour.join(" ")})`, color: lettersOn(colour) } }, text);
}

// White or black, whichever reads best: one of the two always has a contrast of 4.5 or more.
function lettersOn(colour) {
  const [r, g, b] = colour.map((part) => (part / 255 <= 0.04045 ? part / 255 / 12.92 : ((part / 255 + 0.055) / 1.055) ** 2.4));
  const light = 0.2126 * r + 0.7152 * g + 0.0722 * b + 0.05;
  return 1.05 / light > light / 0.05 ? "#fff" : "#000";
}

function groupsPanel(app) {
  const body = element("div", {});
  const panel = element(
    "section",
    { class: "bw-panel", "aria-labelledby": "bw-groups-title" },
    element("h2", { id: "bw-groups-title" }, say(app, "groups_title")),
    element("p", { class: "bw-hint" }, say(app, "groups_hint")),
    body,
  );
  const update = () => {
    const { alternatives, groups, values } = app.payload;
    const tops = groups.map((group) => {
      const places = placesOf(scoresOf(values.expected, app.groupShares[group.id]));
      const order = alternatives.map((_, a) => a).filter((a) => !alternatives[a].is_null);
      return order.sort((a, b) => places[a] - places[b] || a - b).slice(0, 3);
    });
    const count = new Map();
    for (const a of tops.flat()) count.set(a, (count.get(a) ?? 0) + 1);
    const rows = groups.map((group, g) => [
      told(app, group.label),
      ...tops[g].map((a) => element("span", { class: count.get(a) === groups.length ? "bw-shared" : "" }, told(app, alternatives[a].label))),
    ]);
    const everyone = [...count].filter(([, n]) => n === groups.length).map(([a]) => told(app, alternatives[a].label));
    const most = Math.max(...count.values());
    const widest = [...count].filter(([, n]) => n === most).map(([a]) => told(app, alternatives[a].label));
    const finding = everyone.length
      ? say(app, "groups_agree", { names: listed(app, everyone) })
      : say(app, most === 1 ? "groups_nothing" : "groups_differ", { names: listed(app, widest), count: most, of: groups.length });
    body.replaceChildren(
      element("p", { class: "bw-finding" }, finding),
      scrolling(say(app, "groups_title"), table(say(app, "groups_caption"), [say(app, "group"), "1", "2", "3"], rows)),
    );
  };
  return { panel, update };
}
