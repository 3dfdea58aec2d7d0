// This file holds the sliders: what is weighed, how much it counts, and the share that follows.

const MOST_POINTS = 100;

function weighPanel(app) {
  const rows = [];
  const together = app.perspective === "together";
  const themes = app.payload.themes.map((theme) => {
    const share = element("span", { class: "bw-theme-share" });
    const own = app.payload.criteria
      .map((criterion, c) => ({ criterion, c }))
      .filter(({ criterion }) => criterion.theme === theme.id)
      .map(({ criterion, c }) => sliderRow(app, criterion, c, together));
    rows.push(...own);
    const box = element(
      "details",
      { class: "bw-theme", open: !app.closedThemes.has(theme.id), on: { toggle: () => remember(app, theme.id, box.open) } },
      element("summary", {}, badge(theme), element("span", { class: "bw-theme-name" }, told(app, theme.label)), share),
      ...own.map((row) => row.box),
    );
    return { theme, share, box };
  });
  const note = together ? say(app, "together_note") : say(app, "weigh_note");
  const panel = element(
    "section",
    { class: "bw-panel bw-weigh", "aria-labelledby": "bw-weigh-title" },
    element("h2", { id: "bw-weigh-title" }, say(app, "weigh_title")),
    element("p", { class: "bw-hint" }, note),
    element("div", { class: "bw-themes" }, themes.map((theme) => theme.box)),
  );
  const update = () => {
    const whole = wholePercents(app.shares);
    for (const row of rows) row.update(whole[row.c]);
    for (const { theme, share } of themes) {
      const sum = rows.filter((row) => row.theme === theme.id).reduce((total, row) => total + whole[row.c], 0);
      share.textContent = `${sum}${NO_BREAK_SPACE}%`;
    }
  };
  return { panel, update };
}

function remember(app, theme, open) {
  if (open) app.closedThemes.delete(theme);
  else app.closedThemes.add(theme);
}

function badge(theme) {
  return element("span", { class: "bw-badge", style: { background: theme.colour }, "aria-hidden": "true" }, String(theme.number));
}

function sliderRow(app, criterion, c, fixed) {
  const id = `bw-slider-${criterion.id}`;
  const name = told(app, criterion.label);
  const swing = told(app, criterion.swing);
  const share = element("output", { class: "bw-share", for: id });
  const range = element("input", {
    type: "range", id, min: 0, max: MOST_POINTS, step: 1, disabled: fixed,
    "aria-describedby": `${id}-swing`,
    on: { input: () => give(app, c, range.valueAsNumber) },
  });
  const field = element("input", {
    type: "number", min: 0, max: MOST_POINTS, step: 1, class: "bw-points", disabled: fixed, inputmode: "numeric",
    "aria-label": say(app, "points_of", { name }),
    on: {
      change: () => {
        const wanted = field.valueAsNumber;
        give(app, c, Number.isFinite(wanted) ? Math.min(MOST_POINTS, Math.max(0, Math.round(wanted))) : points());
      },
    },
  });
  const points = () => app.points[c];
  const step = (by, sign, label) =>
    element(
      "button",
      {
        type: "button", class: "bw-step", disabled: fixed, "aria-label": label,
        on: { click: () => give(app, c, Math.min(MOST_POINTS, Math.max(0, Math.round(points()) + by))) },
      },
      sign,
    );
  const box = element(
    "div",
    { class: "bw-slider" },
    element(
      "div",
      { class: "bw-slider-text" },
      element("label", { for: id }, name),
      element("span", { class: "bw-swing", id: `${id}-swing` }, swing),
    ),
    element(
      "div",
      { class: "bw-slider-controls" },
      step(-5, "\u2212", say(app, "less", { name })),
      range,
      step(5, "+", say(app, "more", { name })),
      field,
      share,
    ),
  );
  const update = (whole) => {
    const now = Math.round(points());
    if (range.valueAsNumber !== now) range.value = now;
    if (document.activeElement !== field || field.valueAsNumber !== now) field.value = now;
    share.textContent = `${whole}${NO_BREAK_SPACE}%`;
    range.setAttribute("aria-valuetext", say(app, "value_text", { points: now, share: whole }));
  };
  return { box, update, c, theme: criterion.theme };
}

function give(app, c, points) {
  if (app.perspective === "together") return;
  app.points[c] = points;
  app.weighed();
}
