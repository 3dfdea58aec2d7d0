// This file holds a walk through the packages: how far each task comes, and what more of one costs the rest.

const STEPS_SHOWN = 4;

function explorePanel(app) {
  const heading = { id: "bw-explore-title" };
  const body = element("div", { class: "bw-explore" });
  const said = element("p", { class: "bw-hint" });
  const panel = element(
    "section",
    { class: "bw-panel", "aria-labelledby": heading.id, hidden: true },
    element("h2", heading, say(app, "explore_title")),
    element("p", { class: "bw-finding" }, say(app, "explore_how")),
    said,
    body,
  );
  const walk = app.walk ?? (app.walk = { at: null, came: null, asked: null });
  const go = (change, focus) => {
    Object.assign(walk, change);
    draw();
    document.getElementById(focus)?.focus();
  };
  const draw = () => {
    const { known } = app;
    said.textContent = told(app, known.said);
    body.replaceChildren(
      element("div", { class: "bw-stack" }, choiceOfPackage(app, known, walk, go), walkedTasks(app, known, walk, go), inside(app, known, walk)),
      answer(app, known, walk, go),
    );
  };
  const update = () => {
    const { known } = app.results;
    if (!known) return;
    const before = app.known?.packages?.[walk.at]?.[0].join();
    app.known = known;
    panel.hidden = !known.packages;
    if (!known.packages) return;
    const same = app.known.packages.findIndex(([members]) => members.join() === before);
    Object.assign(walk, same >= 0 ? { at: same, came: null } : { at: highestTotal(app.known), came: null, asked: null });
    draw();
  };
  return { panel, update };
}

const highest = (items, by) => items.reduce((best, item, at) => (by(item) > by(items[best]) ? at : best), 0);
const highestTotal = (known) => highest(known.packages, ([, , value]) => value);
const bestBalance = (known) => highest(known.packages, ([, points]) => Math.min(...points));

function choiceOfPackage(app, known, walk, go) {
  const few = walk.at < known.few;
  const jump = (id, text, at, more = {}) =>
    element("button", { type: "button", id, on: { click: () => go({ at, came: walk.at, asked: null }, id) }, ...more }, text);
  const ahead = (by) => (few ? (walk.at + by + known.few) % known.few : by > 0 ? 0 : known.few - 1);
  const name = few ? say(app, "explore_number", { number: walk.at + 1, count: known.few }) : say(app, "explore_between");
  return element(
    "div",
    { class: "bw-walk" },
    jump("bw-walk-back", "‹", ahead(-1), { "aria-label": say(app, "explore_previous") }),
    element("strong", { role: "status", id: "bw-walk-name" }, name),
    jump("bw-walk-on", "›", ahead(1), { "aria-label": say(app, "explore_next") }),
    jump("bw-walk-total", say(app, "explore_total"), highestTotal(known)),
    jump("bw-walk-balance", say(app, "explore_balance"), bestBalance(known)),
    walk.came === null ? null : jump("bw-walk-return", say(app, "explore_return"), walk.came),
  );
}

// A bar per task; after a step the old place stays as a line, and the change stands beside the points.
function walkedTasks(app, known, walk, go) {
  const names = new Map(app.payload.tasks.map((task) => [task.id, told(app, task.label)]));
  const [, points] = known.packages[walk.at];
  const before = walk.came === null ? null : known.packages[walk.came][1];
  const within = (value) => Math.max(0, Math.min(100, value));
  const row = (task, t) => {
    const name = names.get(task);
    const id = `bw-more-${task}`;
    const change = before ? Math.round(points[t]) - Math.round(before[t]) : 0;
    return element(
      "li",
      {},
      element("span", { class: "bw-task-name" }, name),
      element(
        "span",
        { class: "bw-track", "aria-hidden": "true" },
        element("span", { class: "bw-fill", style: { width: `${within(points[t])}%` } }),
        before ? element("span", { class: "bw-was", style: { left: `${within(before[t])}%` } }) : null,
      ),
      element("span", { class: points[t] < 0 ? "bw-task-points bw-below" : "bw-task-points" }, number(app, points[t])),
      element("span", { class: change > 0 ? "bw-moved bw-moved-up" : "bw-moved bw-moved-down" }, change === 0 ? "" : `${change > 0 ? "▲" : "▼"} ${signed(app, change, 0)}`),
      element(
        "button",
        {
          type: "button", id, "aria-pressed": String(walk.asked === t), "aria-label": say(app, "explore_more_of", { task: name }),
          on: { click: () => go({ asked: t }, id) },
        },
        say(app, "explore_more"),
      ),
    );
  };
  return element(
    "div",
    {},
    element("h3", {}, say(app, "tasks_title")),
    element("ul", { class: "bw-tasks bw-walked" }, known.tasks.map(row)),
    before ? element("p", { class: "bw-hint" }, say(app, "explore_was")) : null,
  );
}

// What more of the asked task costs the others, the cheapest step first; each step can be taken.
function answer(app, known, walk, go) {
  const names = known.tasks.map((id) => told(app, app.payload.tasks.find((task) => task.id === id).label));
  const box = (...content) => element("div", { class: "bw-answer", role: "status" }, ...content);
  if (walk.asked === null) return box(element("p", { class: "bw-hint" }, say(app, "explore_ask")));
  const all = known.packages.map(([, points]) => points);
  const now = all[walk.at];
  // What brings less than is shown would read as a step from 17 to 17.
  const steps = moreOf(all, now, walk.asked).filter((step) => number(app, step.high) !== number(app, now[walk.asked]));
  const shown = spreadOver(steps, STEPS_SHOWN);
  return box(
    element("h3", {}, say(app, "explore_answer", { task: names[walk.asked] })),
    shown.length === 0 ? element("p", {}, stepInWords(app, names, now, walk.asked, null)) : null,
    element(
      "ol",
      { class: "bw-steps" },
      shown.map((step) =>
        element(
          "li",
          {},
          element("span", {}, stepInWords(app, names, now, walk.asked, step)),
          element(
            "button",
            {
              type: "button", "aria-label": say(app, "explore_take_to", { task: names[walk.asked], points: pointsNumber(app, step.high) }),
              on: { click: () => go({ at: step.at, came: walk.at, asked: walk.asked }, `bw-more-${known.tasks[walk.asked]}`) },
            },
            say(app, "explore_take"),
          ),
        ),
      ),
    ),
    steps.length > shown.length ? element("p", { class: "bw-hint" }, say(app, "explore_of_steps", { shown: shown.length, count: steps.length })) : null,
  );
}

// The first step, the last, and some evenly between them.
function spreadOver(items, most) {
  if (items.length <= most) return items;
  return Array.from({ length: most }, (_, n) => items[Math.round((n * (items.length - 1)) / (most - 1))]);
}

function inside(app, known, walk) {
  const [members, , value, cost] = known.packages[walk.at];
  const before = walk.came === null ? members : known.packages[walk.came][0];
  const name = (a) => told(app, app.payload.alternatives[a].label);
  const gone = before.filter((a) => !members.includes(a));
  const found = { goal: "own", name: app.payload.own_package, chosen: members.map((a) => ({ id: app.payload.alternatives[a].id })) };
  return element(
    "div",
    {},
    element("h3", {}, say(app, "inside_title")),
    element("p", {}, say(app, "explore_brings", { value: pointsInWords(app, value), cost: euros(app, cost) })),
    element(
      "ul",
      { class: "bw-members" },
      members.map((a) =>
        element("li", { class: before.includes(a) ? "" : "bw-new" }, name(a), before.includes(a) ? null : ` (${say(app, "explore_new")})`),
      ),
    ),
    gone.length ? element("p", { class: "bw-hint" }, say(app, "explore_gone", { names: listed(app, gone.map(name)) })) : null,
    chooseForm(app, found),
  );
}
