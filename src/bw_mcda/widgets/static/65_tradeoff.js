// This file holds the trade-off: value against cost, or one task against another.

const MARGIN = { left: 64, right: 16, top: 16, bottom: 52 };

function tradeoffPanel(app) {
  const { tasks } = app.payload;
  const choice = (key, first) =>
    element(
      "select",
      { "aria-label": say(app, key), on: { change: () => update() } },
      first.map(([value, text]) => element("option", { value }, text)),
      tasks.map((task) => element("option", { value: task.id }, say(app, "task_axis", { task: told(app, task.label) }))),
    );
  const across = choice("axis_across", [["cost", say(app, "axis_cost")]]);
  const upward = choice("axis_upward", [["gain", say(app, "axis_gain")]]);
  const picture = element("div", { class: "bw-plot" });
  const finding = element("p", { class: "bw-finding" });
  const tableBox = element("div", {});
  const panel = element(
    "section",
    { class: "bw-panel", "aria-labelledby": "bw-tradeoff-title" },
    element("h2", { id: "bw-tradeoff-title" }, say(app, "tradeoff_title")),
    element(
      "div",
      { class: "bw-axes" },
      element("label", {}, `${say(app, "axis_upward")} `, upward),
      element("label", {}, `${say(app, "axis_across")} `, across),
    ),
    finding,
    element("p", { class: "bw-hint" }, say(app, "tradeoff_hint")),
    picture,
    asTable(app, tableBox),
  );

  const update = () => {
    const points = pointsOf(app, across.value, upward.value);
    const cheap = across.value === "cost";
    markBest(points, cheap);
    const best = points.filter((point) => point.best && !point.nothing).sort((p, q) => q.y - p.y);
    finding.textContent = say(app, cheap ? "best_for_money" : "best_for_both", { names: listed(app, best.map((point) => point.name)) });
    const names = { across: axisName(app, across), upward: axisName(app, upward) };
    picture.replaceChildren(scatter(app, points, picture.clientWidth || 640, names, cheap));
    const shown = (point) => [
      `${point.at}. ${point.name}`,
      cheap ? euros(app, point.x) : number(app, point.x, 1),
      number(app, point.y, 1),
      point.best ? say(app, "yes") : say(app, "no"),
    ];
    tableBox.replaceChildren(
      scrolling(
        say(app, "tradeoff_title"),
        table(say(app, "tradeoff_caption"), [say(app, "measure"), names.across, names.upward, say(app, "nothing_better")], points.map(shown)),
      ),
    );
  };
  const watcher = new ResizeObserver(() => picture.clientWidth > 0 && update());
  watcher.observe(picture);
  return { panel, update, close: () => watcher.disconnect() };
}

const axisName = (app, select) => select.selectedOptions[0]?.textContent ?? "";

function pointsOf(app, across, upward) {
  const { alternatives, tasks, criteria, values } = app.payload;
  const nothing = alternatives.findIndex((alternative) => alternative.is_null);
  const along = (axis) => {
    if (axis === "cost") return alternatives.map((alternative) => alternative.cost);
    if (axis === "gain") return app.totals;
    const task = tasks.find((one) => one.id === axis);
    const columns = task.criteria.map((id) => criteria.findIndex((criterion) => criterion.id === id));
    return taskScores(values.expected, app.shares, nothing, columns);
  };
  const [xs, ys] = [along(across), along(upward)];
  return alternatives.map((alternative, a) => ({
    name: told(app, alternative.label), at: a, x: xs[a], y: ys[a], nothing: alternative.is_null,
  }));
}

// Nothing else is at least as good on both and better on one.
function markBest(points, cheap) {
  const good = (point) => (cheap ? -point.x : point.x);
  for (const point of points) {
    point.best = !points.some(
      (other) =>
        good(other) >= good(point) && other.y >= point.y - TIE && (good(other) > good(point) + TIE || other.y > point.y + TIE),
    );
  }
}

function niceTicks(low, high, wanted) {
  const rough = (high - low) / wanted || 1;
  const power = 10 ** Math.floor(Math.log10(rough));
  const step = [1, 2, 2.5, 5, 10].map((factor) => factor * power).find((size) => size >= rough);
  const ticks = [];
  for (let tick = Math.ceil(low / step) * step; tick <= high + step * 1e-9; tick += step) ticks.push(Math.abs(tick) < step / 1e6 ? 0 : tick);
  return ticks;
}

// As many decimals as the step has: 2,5 is not 3.
function tickText(app, tick) {
  const decimals = [0, 1, 2].find((n) => Math.abs(tick * 10 ** n - Math.round(tick * 10 ** n)) < 1e-6) ?? 3;
  return number(app, tick, decimals);
}

function scatter(app, points, width, names, cheap) {
  const height = Math.max(300, Math.min(460, Math.round(width * 0.62)));
  const spread = (pick) => {
    const all = points.map(pick);
    const [low, high] = [Math.min(0, ...all), Math.max(0, ...all)];
    const slack = 0.06 * (high - low || 1);
    return [low < 0 ? low - slack : low, high + slack];
  };
  const [x0, x1] = spread((point) => point.x);
  const [y0, y1] = spread((point) => point.y);
  const px = (x) => MARGIN.left + ((x - x0) / (x1 - x0)) * (width - MARGIN.left - MARGIN.right);
  const py = (y) => height - MARGIN.bottom - ((y - y0) / (y1 - y0)) * (height - MARGIN.top - MARGIN.bottom);
  const svg = drawing("svg", { viewBox: `0 0 ${width} ${height}`, width, height, "aria-hidden": "true", focusable: "false" });
  const line = (x, y, x2, y2, kind) => svg.append(drawing("line", { x1: x, y1: y, x2, y2, class: kind }));
  const text = (x, y, said, attributes) => svg.append(drawing("text", { x, y, ...attributes }, said));
  for (const tick of niceTicks(x0, x1, Math.max(3, width / 160))) {
    line(px(tick), MARGIN.top, px(tick), height - MARGIN.bottom, tick === 0 ? "bw-axis" : "bw-grid");
    text(px(tick), height - MARGIN.bottom + 20, cheap ? euros(app, tick) : tickText(app, tick), { "text-anchor": "middle" });
  }
  for (const tick of niceTicks(y0, y1, 5)) {
    line(MARGIN.left, py(tick), width - MARGIN.right, py(tick), tick === 0 ? "bw-axis" : "bw-grid");
    text(MARGIN.left - 8, py(tick) + 5, tickText(app, tick), { "text-anchor": "end" });
  }
  text(width - MARGIN.right, height - 8, `${names.across} \u2192`, { "text-anchor": "end", class: "bw-axis-name" });
  text(MARGIN.left + 6, MARGIN.top + 4, `\u2191 ${names.upward}`, { class: "bw-axis-name" });
  const taken = points.map((point) => boxAt(px(point.x) - 9, py(point.y) - 9, 18, 18));
  taken.push(boxAt(MARGIN.left, 0, 8 * names.upward.length, MARGIN.top + 10));
  for (const point of [...points].sort((p, q) => q.best - p.best || q.y - p.y)) {
    const [x, y] = [px(point.x), py(point.y)];
    const kind = point.nothing ? "bw-dot bw-dot-null" : point.best ? "bw-dot bw-dot-best" : "bw-dot";
    svg.append(drawing("circle", { cx: x, cy: y, r: 7, class: kind }));
    label(svg, point, x, y, width, height, taken);
  }
  return svg;
}

const boxAt = (x, y, w, h) => ({ x, y, w, h });
const meet = (p, q) => p.x < q.x + q.w && q.x < p.x + p.w && p.y < q.y + q.h && q.y < p.y + p.h;

// A name stands where it covers nothing; where there is no such place the table has it.
function label(svg, point, x, y, width, height, taken) {
  const name = point.name.length > 34 ? `${point.name.slice(0, 32).trimEnd()}…` : point.name;
  const w = 7.6 * name.length;
  const spots = [
    [x + 12, y + 5, "start", x + 12], [x - 12, y + 5, "end", x - 12 - w],
    [x, y - 14, "middle", x - w / 2], [x, y + 26, "middle", x - w / 2],
    [x + 10, y - 10, "start", x + 10], [x + 10, y + 20, "start", x + 10],
    [x - 10, y - 10, "end", x - 10 - w], [x - 10, y + 20, "end", x - 10 - w],
  ];
  for (const [at, base, anchor, left] of spots) {
    const box = boxAt(left, base - 13, w, 17);
    const inside = left > MARGIN.left && left + w < width - 2 && base > MARGIN.top && base < height - MARGIN.bottom;
    if (!inside || taken.some((other) => meet(box, other))) continue;
    taken.push(box);
    svg.append(drawing("text", { x: at, y: base, "text-anchor": anchor, class: point.best ? "bw-label bw-label-best" : "bw-label" }, name));
    return;
  }
}
