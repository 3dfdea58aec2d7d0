// This file holds the cautions: what may be a mistake, and the reason why the room leaves it as it is.

function cautionsPanel(app) {
  const list = element("ul", { class: "bw-cautions" });
  const lead = element("p", { class: "bw-finding" });
  const panel = element(
    "section",
    { class: "bw-panel", "aria-labelledby": "bw-cautions-title", hidden: app.payload.cautions.length === 0 },
    element("h2", { id: "bw-cautions-title" }, say(app, "cautions_title")),
    lead,
    list,
  );
  const update = () => {
    const { cautions } = app.payload;
    const reasons = acceptedNow(app);
    const open = cautions.filter((caution) => !reasons.has(named(caution))).length;
    lead.textContent = say(app, open === 0 ? "cautions_none_open" : open === 1 ? "cautions_one_open" : "cautions_open", { count: open });
    const focused = document.activeElement?.id;
    const typed = new Map([...list.querySelectorAll("input")].map((input) => [input.id, input.value]));
    list.replaceChildren(...cautions.map((caution, n) => cautionItem(app, caution, n, reasons.get(named(caution)), list)));
    for (const input of list.querySelectorAll("input")) input.value = typed.get(input.id) ?? "";
    if (focused?.startsWith("bw-accept")) (document.getElementById(focused) ?? list.querySelector("button, input"))?.focus();
  };
  return { panel, update };
}

const named = ({ code, about }) => JSON.stringify([code, about]);

// What the record holds, with what was sent a moment ago; no reason takes an acceptance back.
function acceptedNow(app) {
  const reasons = new Map(app.record.accepted.map((own) => [named(own), own.reason]));
  for (const { kind, body } of app.outbox.messages) {
    if (kind !== "accept") continue;
    if (body.reason) reasons.set(named(body), body.reason);
    else reasons.delete(named(body));
  }
  return reasons;
}

function cautionItem(app, caution, n, reason, list) {
  const { code, about } = caution;
  const sentence = told(app, caution.said);
  const send = (why) => {
    app.outbox.put("accept", { code, about, reason: why });
    app.tell(say(app, "kept_told"));
    app.cautions.update();
    list.children[n]?.querySelector("button, input")?.focus();
  };
  if (!code) return element("li", {}, sentence);
  if (reason) {
    return element(
      "li",
      { class: "bw-accepted" },
      element("p", {}, element("strong", {}, say(app, "caution_accepted")), " ", sentence),
      element("p", {}, say(app, "caution_reason", { reason })),
      element("button", { type: "button", id: `bw-accept-back-${n}`, "aria-label": say(app, "caution_back_of", { caution: sentence }), on: { click: () => send("") } }, say(app, "caution_back")),
    );
  }
  const id = `bw-accept-${n}`;
  const why = element("input", { type: "text", id, required: true, maxlength: 2000, autocomplete: "off" });
  return element(
    "li",
    {},
    element("p", {}, sentence),
    element(
      "form",
      {
        class: "bw-form",
        on: {
          submit: (event) => {
            event.preventDefault();
            if (why.value.trim()) send(why.value.trim());
          },
        },
      },
      element("label", { for: id }, say(app, "caution_why")),
      why,
      element("button", { type: "submit" }, say(app, "caution_accept")),
    ),
  );
}
