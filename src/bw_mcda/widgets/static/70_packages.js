// This file holds the packages: what is in, what is out and why, how far each task comes, who pays.

function packagesPanel(app) {
  const body = element("div", { class: "bw-columns" });
  const busy = element("p", { class: "bw-busy", role: "status" });
  const panel = element(
    "div",
    {},
    element("h2", { class: "bw-hidden" }, say(app, "packages_title")),
    element("p", { class: "bw-lead" }, say(app, "packages_lead")),
    busy,
    body,
  );
  const update = () => {
    const { results } = app;
    busy.textContent = results.state === "computing" ? say(app, "computing_packages") : results.message ? told(app, results.message) : "";
    if (results.packages) body.replaceChildren(...results.packages.map((found) => packageCard(app, found)));
  };
  return { panel, update };
}

function packageCard(app, found) {
  const id = `bw-package-${found.goal}`;
  if (found.status === "infeasible") {
    return element(
      "section",
      { class: "bw-panel", "aria-labelledby": id },
      element("h3", { id }, told(app, found.name)),
      element("p", { class: "bw-finding" }, told(app, found.sentence)),
      sentences(found.clashing[app.language]),
      found.repairs[app.language].length ? element("h4", {}, say(app, "repairs_title")) : null,
      sentences(found.repairs[app.language]),
    );
  }
  const names = new Map(app.payload.alternatives.map((alternative) => [alternative.id, told(app, alternative.label)]));
  const line = (item) => element("li", {}, element("strong", {}, names.get(item.id)), " ", element("span", { class: "bw-why" }, told(app, item.text)));
  return element(
    "section",
    { class: "bw-panel bw-package", "aria-labelledby": id },
    element("h3", { id }, told(app, found.name)),
    element("p", { class: "bw-finding" }, told(app, found.sentence)),
    element("h4", {}, say(app, "tasks_title")),
    taskBars(app, found),
    element("h4", {}, say(app, "inside_title")),
    element("ul", { class: "bw-measures" }, found.chosen.map(line)),
    element(
      "details",
      { class: "bw-fold" },
      element("summary", {}, say(app, "outside_title", { count: found.left_out.length })),
      element("ul", { class: "bw-measures" }, found.left_out.map(line)),
    ),
    element(
      "details",
      { class: "bw-fold" },
      element("summary", {}, say(app, "money_title", { cost: euros(app, found.cost) })),
      scrolling(say(app, "money_caption"), moneyTable(app, found)),
      found.binding[app.language].length ? element("p", {}, say(app, "binding", { rules: found.binding[app.language].join("; ") })) : null,
    ),
    element("p", { class: "bw-hint" }, found.proof[app.language].join(" ")),
    chooseForm(app, found),
  );
}

// One bar a task: 0 is today, 100 is the goal.
function taskBars(app, found) {
  const labels = new Map(app.payload.tasks.map((task) => [task.id, told(app, task.label)]));
  return element(
    "ul",
    { class: "bw-tasks" },
    found.tasks.map((task) => {
      const shown = Math.max(0, Math.min(100, task.points));
      return element(
        "li",
        {},
        element("span", { class: "bw-task-name" }, labels.get(task.id)),
        element("span", { class: "bw-track", "aria-hidden": "true" }, element("span", { class: "bw-fill", style: { width: `${shown}%` } })),
        element("span", { class: task.points < 0 ? "bw-task-points bw-below" : "bw-task-points" }, number(app, task.points)),
      );
    }),
  );
}

function moneyTable(app, found) {
  const rows = found.spending
    .filter((item) => item.year === null)
    .map((item) => [
      told(app, item.payer),
      euros(app, item.euros),
      item.budget === null ? say(app, "no_budget") : euros(app, item.budget),
      item.budget ? percent(app, item.euros / item.budget) : "",
    ]);
  return table(say(app, "money_caption"), [say(app, "payer"), say(app, "pays"), say(app, "budget"), say(app, "used")], rows);
}

function chooseForm(app, found) {
  const id = `bw-reason-${found.goal}`;
  const reason = element("input", { type: "text", id, maxlength: 2000, autocomplete: "off" });
  return element(
    "form",
    {
      class: "bw-form",
      on: {
        submit: (event) => {
          event.preventDefault();
          const alternatives = found.chosen.map((item) => item.id);
          app.outbox.put("choice", { goal: found.goal, alternatives, reason: reason.value.trim() });
          reason.value = "";
          app.tell(say(app, "chosen_told", { name: told(app, found.name) }));
        },
      },
    },
    element("label", { for: id }, say(app, "why_this")),
    reason,
    element("button", { type: "submit", class: "bw-primary" }, say(app, "choose")),
  );
}
