// This file holds what is known of each measure before anybody weighs: effects, sources, gaps.

function effectsPanel(app) {
  const { alternatives } = app.payload;
  const body = element("div", {});
  const select = element(
    "select",
    { id: "bw-look-at", on: { change: () => show() } },
    alternatives.map((alternative, a) => element("option", { value: a }, told(app, alternative.label))),
  );
  select.value = String(app.lookedAt ?? alternatives.findIndex((alternative) => !alternative.is_null));
  const show = () => {
    app.lookedAt = Number(select.value);
    body.replaceChildren(effectsOf(app, app.lookedAt));
  };
  show();
  return element(
    "section",
    { class: "bw-panel", "aria-labelledby": "bw-effects-title" },
    element("h2", { id: "bw-effects-title" }, say(app, "effects_title")),
    element("p", { class: "bw-axes" }, element("label", { for: "bw-look-at" }, say(app, "look_at")), " ", select),
    body,
  );
}

function overviewPanel(app) {
  return element(
    "section",
    { class: "bw-panel", "aria-labelledby": "bw-overview-title" },
    element("h2", { id: "bw-overview-title" }, say(app, "overview_title")),
    element("p", { class: "bw-hint" }, say(app, "overview_hint")),
    scrolling(say(app, "overview_title"), overviewTable(app)),
  );
}

function effectsOf(app, a) {
  const { alternatives, criteria, effects } = app.payload;
  const alternative = alternatives[a];
  const rows = criteria
    .map((criterion, c) => [criterion, effects[a][c]])
    .filter(([, said]) => said.length)
    .map(([criterion, said]) => [
      told(app, criterion.label),
      lines(said.map((effect) => (effect.area ? `${told(app, effect.area)}: ` : "") + told(app, effect.text))),
      lines(unique(said.map((effect) => effect.confidence))),
      lines(unique(said.map((effect) => effect.source))),
    ]);
  const payers = alternative.payers.map((payer) => `${told(app, payer.label)} ${euros(app, payer.euros)}`);
  return element(
    "div",
    {},
    element("p", { class: "bw-lead" }, told(app, alternative.summary)),
    alternative.is_null ? null : element("p", {}, say(app, "costs_line", { cost: euros(app, alternative.cost), payers: listed(app, payers) })),
    scrolling(
      say(app, "effects_title"),
      table(
        say(app, alternative.is_null ? "today_caption" : "effects_caption"),
        [say(app, "criterion"), say(app, alternative.is_null ? "today" : "effect"), say(app, "confidence"), say(app, "source")],
        rows,
      ),
    ),
    element("p", { class: "bw-hint" }, say(app, "confidence_note")),
  );
}

const unique = (items) => [...new Set(items)];
const lines = (said) => element("span", { class: "bw-lines" }, said.map((line) => element("span", {}, line)));

// A sign per measure and criterion: better or worse than doing nothing extra, or nobody knows.
function overviewTable(app) {
  const { alternatives, criteria, values } = app.payload;
  const nothing = alternatives.findIndex((alternative) => alternative.is_null);
  const sign = (a, c) => {
    if (values.unknown[a][c] > 0 && values.unknown[nothing][c] < values.unknown[a][c]) return ["?", "unknown_sign"];
    const change = values.expected[a][c] - values.expected[nothing][c];
    if (Math.abs(change) < 0.005) return ["", "same_sign"];
    if (change > 0) return change > 0.1 ? ["▲▲", "much_better_sign"] : ["▲", "better_sign"];
    return change < -0.1 ? ["▼▼", "much_worse_sign"] : ["▼", "worse_sign"];
  };
  const kinds = { "?": "bw-gap", "▲": "bw-better", "▲▲": "bw-better", "▼": "bw-worse", "▼▼": "bw-worse" };
  return element(
    "table",
    { class: "bw-table bw-overview" },
    element("caption", {}, say(app, "overview_caption")),
    element(
      "thead",
      {},
      element("tr", {}, element("th", { scope: "col" }, say(app, "measure")), criteria.map((criterion) => element("th", { scope: "col", class: "bw-upright" }, element("span", {}, told(app, criterion.label))))),
    ),
    element(
      "tbody",
      {},
      alternatives.map((alternative, a) =>
        alternative.is_null
          ? null
          : element(
              "tr",
              {},
              element("th", { scope: "row" }, told(app, alternative.label)),
              criteria.map((_, c) => {
                const [shown, key] = sign(a, c);
                return element("td", { class: kinds[shown] }, element("span", { "aria-hidden": "true" }, shown), element("span", { class: "bw-hidden" }, say(app, key)));
              }),
            ),
      ),
    ),
  );
}
