// This file holds what the room keeps: notes, moments with a name, choices, and the document.

function recordPanel(app) {
  const kept = element("div", { class: "bw-columns" });
  const panel = element("div", {}, element("h2", { class: "bw-hidden" }, say(app, "record_title")), forms(app), kept);
  const update = () => {
    const { notes, snapshots, choices } = app.record;
    kept.replaceChildren(
      box(app, "notes_title", "no_notes", notes.map((note) => [note.text, note.at])),
      box(app, "snapshots_title", "no_snapshots", snapshots.map((one) => [one.reason ? `${one.name}: ${one.reason}` : one.name, one.at])),
      box(app, "choices_title", "no_choices", choices.map((choice) => [choiceInWords(app, choice), choice.at])),
    );
  };
  return { panel, update };
}

function forms(app) {
  return element(
    "div",
    { class: "bw-columns" },
    smallForm(app, "note", [["text", "note_label", true]], "note_add"),
    smallForm(app, "snapshot", [["name", "snapshot_label", true], ["reason", "reason_label", false]], "snapshot_add"),
    downloads(app),
  );
}

function smallForm(app, kind, fields, action) {
  const inputs = fields.map(([name, key, needed]) => {
    const id = `bw-${kind}-${name}`;
    const tag = name === "text" ? "textarea" : "input";
    const limit = name === "name" ? 200 : 2000;
    return { name, input: element(tag, { id, required: needed, maxlength: limit, rows: tag === "textarea" ? 3 : null, autocomplete: "off" }), label: element("label", { for: id }, say(app, key)) };
  });
  return element(
    "form",
    {
      class: "bw-panel bw-form",
      on: {
        submit: (event) => {
          event.preventDefault();
          const body = Object.fromEntries(inputs.map(({ name, input }) => [name, input.value.trim()]));
          if (!body[fields[0][0]]) return;
          app.outbox.put(kind, body);
          for (const { input } of inputs) input.value = "";
          app.tell(say(app, "kept_told"));
        },
      },
    },
    inputs.flatMap(({ label: text, input }) => [text, input]),
    element("button", { type: "submit", class: "bw-primary" }, say(app, action)),
  );
}

function downloads(app) {
  const { downloads: place, session } = app.payload;
  if (!place) return element("section", { class: "bw-panel" }, element("h3", {}, say(app, "document_title")), element("p", {}, say(app, "document_elsewhere")));
  const link = (suffix) =>
    element("li", {}, element("a", { href: `${place}.${suffix}?sessie=${encodeURIComponent(session)}&taal=${app.language}`, download: true }, say(app, `document_${suffix}`)));
  return element(
    "section",
    { class: "bw-panel", "aria-labelledby": "bw-document-title" },
    element("h3", { id: "bw-document-title" }, say(app, "document_title")),
    element("p", {}, say(app, "document_lead")),
    element("ul", { class: "bw-links" }, ["docx", "html", "xlsx", "json"].map(link)),
  );
}

function box(app, title, empty, items) {
  return element(
    "section",
    { class: "bw-panel" },
    element("h3", {}, say(app, title)),
    items.length
      ? element("ol", { class: "bw-kept" }, items.map(([text, at]) => element("li", {}, text, " ", element("time", { datetime: at }, clock(app, at)))))
      : element("p", { class: "bw-hint" }, say(app, empty)),
  );
}

function choiceInWords(app, choice) {
  const names = new Map(app.payload.alternatives.map((alternative) => [alternative.id, told(app, alternative.label)]));
  const said = say(app, `goal_${choice.goal}`, {});
  const list = listed(app, choice.alternatives.map((id) => names.get(id) ?? id));
  return choice.reason ? `${said}: ${list}. ${say(app, "because")} ${choice.reason}` : `${said}: ${list}.`;
}

function clock(app, at) {
  const time = new Date(at);
  return Number.isNaN(time.getTime()) ? "" : time.toLocaleTimeString(app.language === "nl" ? "nl-NL" : "en-GB", { hour: "2-digit", minute: "2-digit" });
}
