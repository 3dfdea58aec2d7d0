// This file holds the whole board: what is shown, what happens when somebody moves a slider.

const REST = 350;
const TABS = ["look", "choose", "doubt", "together", "puzzle", "package", "work", "learn", "record"];
// Pages on which the kernel says what it found; it looks only at the one that is open.
const FOUND = ["look", "doubt", "together", "puzzle", "work", "learn"];

class Board {
  constructor(model, root) {
    this.model = model;
    this.root = root;
    this.payload = model.get("payload");
    this.record = model.get("record");
    this.results = model.get("results");
    this.found = model.get("page");
    const { view } = this.record;
    this.language = view.language === "en" ? "en" : "nl";
    this.tab = TABS.includes(view.tab) ? view.tab : "choose";
    this.perspective = view.perspective ?? this.payload.groups[0].id;
    this.closedThemes = new Set();
    this.moving = false;
    this.nothing = this.payload.alternatives.findIndex((alternative) => alternative.is_null);
    this.themeColumns = this.payload.themes.map((theme) =>
      this.payload.criteria.flatMap((criterion, c) => (criterion.theme === theme.id ? [c] : [])),
    );
    this.outbox = new Outbox(model, this.payload.session, () => this.showSaved());
    this.#listen("change:record", () => this.recordCame());
    this.#listen("change:results", () => this.resultsCame());
    this.#listen("change:page", () => this.foundCame());
    this.flush = () => this.#sendPoints();
    window.addEventListener("pagehide", this.flush);
    this.takePoints();
    this.build();
  }

  #listening = [];

  #listen(event, act) {
    this.model.on(event, act);
    this.#listening.push([event, act]);
  }

  close() {
    this.flush();
    clearTimeout(this.resting);
    window.removeEventListener("pagehide", this.flush);
    for (const [event, act] of this.#listening) this.model.off(event, act);
    this.outbox.close();
    this.tradeoff?.close();
  }

  // ---- what is computed in the page

  pointsOf(group) {
    const points = { ...this.record.points[group] };
    for (const { kind, body } of this.outbox.messages) {
      if (kind === "weights" && body.group === group) Object.assign(points, body.points);
    }
    return this.payload.criteria.map((criterion) => points[criterion.id] ?? 0);
  }

  takePoints() {
    this.groupShares = {};
    for (const group of this.payload.groups) this.groupShares[group.id] = sharesOf(this.pointsOf(group.id));
    if (this.perspective === "together") {
      const mean = meanShares(Object.values(this.groupShares));
      const most = Math.max(...mean);
      this.points = mean.map((share) => (100 * share) / most);
    } else {
      this.points = this.pointsOf(this.perspective);
    }
    this.compute();
  }

  compute() {
    const { expected } = this.payload.values;
    this.shares = sharesOf(this.points);
    if (this.perspective !== "together") this.groupShares[this.perspective] = this.shares;
    this.scores = scoresOf(expected, this.shares);
    this.places = placesOf(this.scores);
    this.gains = gainsOf(expected, this.shares, this.nothing, this.themeColumns);
    this.totals = this.gains.map((row) => row.reduce((sum, gain) => sum + gain, 0));
  }

  // ---- what people do

  weighed() {
    this.moving = true;
    this.compute();
    this.drawNow();
    this.showSaved();
    clearTimeout(this.resting);
    this.resting = setTimeout(() => this.rest(), REST);
  }

  rest() {
    this.#sendPoints();
    this.moving = false;
    this.drawNow();
    this.settle();
  }

  #sendPoints() {
    if (!this.moving || this.perspective === "together") return;
    if (!this.points.some((points) => points > 0)) {
      this.tell(say(this, "all_zero"));
      return;
    }
    const points = Object.fromEntries(this.payload.criteria.map((criterion, c) => [criterion.id, this.points[c]]));
    this.outbox.put("weights", { group: this.perspective, points });
    this.moving = false;
  }

  // What was moved a moment ago comes first; then this.
  next(kind, body) {
    this.flush();
    clearTimeout(this.resting);
    this.moving = false;
    this.outbox.put(kind, body);
  }

  look(change) {
    this.flush();
    clearTimeout(this.resting);
    this.moving = false;
    Object.assign(this, change);
    this.outbox.put("view", { perspective: this.perspective, language: this.language, tab: this.tab });
    this.takePoints();
    this.build();
  }

  // ---- what comes from the kernel

  recordCame() {
    this.record = this.model.get("record");
    if (!this.moving) {
      this.takePoints();
      this.drawNow();
      this.settle();
    }
    this.kept.update();
    this.cautions.update();
    this.showSaved();
  }

  resultsCame() {
    this.results = this.model.get("results");
    this.certainty.update();
    this.packages.update();
    this.explore.update();
  }

  foundCame() {
    this.found = this.model.get("page");
    for (const page of Object.values(this.foundPages)) page.update();
  }

  // ---- what is shown

  build() {
    const focused = document.activeElement?.id;
    this.tradeoff?.close();
    this.weigh = weighPanel(this);
    this.ranking = rankingPanel(this);
    this.certainty = certaintyPanel(this);
    this.groups = groupsPanel(this);
    this.tradeoff = tradeoffPanel(this);
    this.packages = packagesPanel(this);
    this.explore = explorePanel(this);
    this.cautions = cautionsPanel(this);
    this.kept = recordPanel(this);
    this.dialled = dialPanel(this);
    this.foundPages = Object.fromEntries(FOUND.map((page) => [page, foundPage(this, page)]));
    this.status = element("p", { class: "bw-hidden", role: "status" });
    this.mini = element("div", { class: "bw-mini", "aria-hidden": "true" });
    const pages = {
      look: [element("p", { class: "bw-lead" }, say(this, "look_lead"))],
      choose: [
        element("div", { class: "bw-main" }, this.weigh.panel, this.ranking.panel),
        element(
          "div",
          { class: "bw-columns" },
          this.certainty.panel,
          element("div", { class: "bw-stack" }, this.tradeoff.panel, this.groups.panel),
        ),
        this.mini,
      ],
      doubt: [element("p", { class: "bw-lead" }, say(this, "doubt_lead"))],
      together: [element("p", { class: "bw-lead" }, say(this, "together_lead"))],
      puzzle: [element("p", { class: "bw-lead" }, say(this, "puzzle_lead")), this.explore.panel],
      package: [this.packages.panel],
      work: [element("p", { class: "bw-lead" }, say(this, "work_lead"))],
      learn: [element("p", { class: "bw-lead" }, say(this, "learn_lead"))],
      record: [this.kept.panel],
    };
    for (const [page, { part }] of Object.entries(this.foundPages)) pages[page].push(part);
    this.foundPages.look.first(effectsPanel(this), this.cautions.panel, overviewPanel(this));
    this.foundPages.doubt.first(this.dialled.panel);
    this.root.replaceChildren(
      element("div", { class: "bw-board", lang: this.language }, this.#header(), this.#tabs(), this.#pages(pages), this.status),
    );
    this.drawNow();
    this.settle();
    this.certainty.update();
    this.packages.update();
    this.kept.update();
    this.cautions.update();
    for (const page of Object.values(this.foundPages)) page.update();
    this.explore.update();
    this.showSaved();
    if (focused) document.getElementById(focused)?.focus();
  }

  drawNow() {
    this.weigh.update();
    this.ranking.draw();
  }

  settle() {
    this.ranking.settle();
    this.dialled.update();
    this.groups.update();
    this.tradeoff.update();
    const order = this.payload.alternatives.map((_, a) => a).sort((a, b) => this.places[a] - this.places[b]);
    const top = order.filter((a) => a !== this.nothing).slice(0, 3);
    this.mini.replaceChildren(
      ...top.map((a) => element("span", {}, element("b", {}, `${this.places[a]}. `), told(this, this.payload.alternatives[a].label), " ", element("i", {}, signed(this, this.totals[a])))),
    );
  }

  tell(text) {
    this.status.textContent = "";
    requestAnimationFrame(() => (this.status.textContent = text));
  }

  showSaved() {
    if (!this.saved) return;
    const state = this.moving && this.outbox.state === "saved" ? "saving" : this.outbox.state;
    this.saved.className = `bw-saved bw-${state}`;
    this.saved.replaceChildren(say(this, `saved_${state}`));
    if (state === "offline") {
      const again = { type: "button", on: { click: () => location.reload() } };
      this.saved.append(" ", element("button", again, say(this, "reconnect")));
    }
    if (state === "refused") this.saved.append(` ${this.outbox.refusal.join("; ")}`);
    const fixed = this.perspective === "together";
    this.undo.disabled = fixed || !(this.moving || this.record.n_undo[this.perspective] > 0);
    this.reset.disabled = fixed;
  }

  #header() {
    const { groups, label, question, start } = this.payload;
    const select = element(
      "select",
      { id: "bw-perspective", on: { change: () => this.look({ perspective: select.value }) } },
      element("option", { value: "together" }, say(this, "together")),
      groups.map((group) => element("option", { value: group.id }, told(this, group.label))),
    );
    select.value = this.perspective;
    const other = this.language === "nl" ? "en" : "nl";
    this.saved = element("span", { class: "bw-saved", role: "status" });
    this.undo = element("button", { type: "button", id: "bw-undo", on: { click: () => this.next("undo", { group: this.perspective }) } }, say(this, "undo"));
    this.reset = element(
      "button",
      { type: "button", id: "bw-reset", on: { click: () => this.next("weights", { group: this.perspective, points: start[this.perspective], reason: "reset" }) } },
      say(this, "reset"),
    );
    return element(
      "header",
      { class: "bw-header" },
      element("div", { class: "bw-title" }, element("h1", {}, told(this, label)), element("p", {}, told(this, question))),
      element(
        "div",
        { class: "bw-tools" },
        element("label", { for: "bw-perspective" }, say(this, "perspective"), " ", select),
        this.undo,
        this.reset,
        element("button", { type: "button", id: "bw-language", lang: other, on: { click: () => this.look({ language: other }) } }, say(this, "other_language")),
        this.saved,
      ),
    );
  }

  #tabs() {
    const buttons = TABS.map((tab) =>
      element(
        "button",
        {
          type: "button", role: "tab", id: `bw-tab-${tab}`, "aria-controls": `bw-page-${tab}`,
          "aria-selected": String(tab === this.tab), tabindex: tab === this.tab ? "0" : "-1",
          on: { click: () => this.#open(tab), keydown: (event) => this.#byKey(event, tab) },
        },
        say(this, `tab_${tab}`),
      ),
    );
    return element("div", { role: "tablist", class: "bw-tabs", "aria-label": say(this, "tabs") }, buttons);
  }

  #byKey(event, tab) {
    const at = TABS.indexOf(tab);
    const to = { ArrowRight: at + 1, ArrowLeft: at - 1, Home: 0, End: TABS.length - 1 }[event.key];
    if (to === undefined) return;
    event.preventDefault();
    const next = TABS[(to + TABS.length) % TABS.length];
    this.#open(next);
    document.getElementById(`bw-tab-${next}`).focus();
  }

  #open(tab) {
    if (tab === this.tab) return;
    this.tab = tab;
    for (const one of TABS) {
      const button = document.getElementById(`bw-tab-${one}`);
      button.setAttribute("aria-selected", String(one === tab));
      button.tabIndex = one === tab ? 0 : -1;
      document.getElementById(`bw-page-${one}`).hidden = one !== tab;
    }
    this.outbox.put("view", { perspective: this.perspective, language: this.language, tab });
  }

  #pages(pages) {
    return element(
      "div",
      {},
      TABS.map((tab) =>
        element("div", { role: "tabpanel", id: `bw-page-${tab}`, class: "bw-page", "aria-labelledby": `bw-tab-${tab}`, hidden: tab !== this.tab }, pages[tab]),
      ),
    );
  }
}

function render({ model, el }) {
  const board = new Board(model, el);
  return () => board.close();
}

export default { render };
