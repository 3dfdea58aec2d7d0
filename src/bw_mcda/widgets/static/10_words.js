// This file holds how the page makes elements, finds its words and writes numbers.

const NO_BREAK_SPACE = "\u00a0";

function element(tag, attributes = {}, ...children) {
  const made = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (value === undefined || value === null || value === false) continue;
    if (name === "on") for (const [event, act] of Object.entries(value)) made.addEventListener(event, act);
    else if (name === "style") for (const [key, of] of Object.entries(value)) made.style.setProperty(key, of);
    else made.setAttribute(name, value === true ? "" : value);
  }
  made.append(...children.flat().filter((child) => child !== null && child !== undefined && child !== ""));
  return made;
}

function drawing(tag, attributes = {}, ...children) {
  const made = document.createElementNS("http://www.w3.org/2000/svg", tag);
  for (const [name, value] of Object.entries(attributes)) made.setAttribute(name, value);
  made.append(...children);
  return made;
}

// A text of the page in the chosen language, with {name} filled in.
function say(app, key, values = {}) {
  const text = app.payload.words[app.language][key] ?? key;
  return text.replace(/\{(\w+)\}/g, (whole, name) => (name in values ? String(values[name]) : whole));
}

const told = (app, both) => (both ? both[app.language] || both.nl : "");

function number(app, value, decimals = 0) {
  const rounded = Number(value.toFixed(decimals)) + 0;
  const text = Math.abs(rounded).toFixed(decimals);
  const [whole, rest] = text.split(".");
  const [point, comma] = app.language === "nl" ? [".", ","] : [",", "."];
  const grouped = whole.replace(/\B(?=(\d{3})+$)/g, point);
  return (rounded < 0 ? "\u2212" : "") + grouped + (rest ? comma + rest : "");
}

const percent = (app, share) => `${number(app, 100 * share)}${NO_BREAK_SPACE}%`;

// A share that is not all or nothing never says so.
function likelihood(app, share) {
  if (share > 0 && share < 0.01) return `<${NO_BREAK_SPACE}1${NO_BREAK_SPACE}%`;
  if (share > 0.99 && share < 1) return `>${NO_BREAK_SPACE}99${NO_BREAK_SPACE}%`;
  return percent(app, share);
}

function signed(app, value, decimals = 1) {
  const text = number(app, value, decimals);
  return Number(value.toFixed(decimals)) > 0 ? `+${text}` : text;
}

function euros(app, amount) {
  if (Math.abs(amount) < 1e6) return `€${NO_BREAK_SPACE}${number(app, Math.round(amount / 100) * 100)}`;
  const millions = amount / 1e6;
  const text = number(app, millions, Math.abs(millions) < 10 ? 2 : 1).replace(/([.,]\d*?)0+$/, "$1").replace(/[.,]$/, "");
  return `€${NO_BREAK_SPACE}${text}${NO_BREAK_SPACE}${app.language === "nl" ? "mln" : "m"}`;
}

// "a, b en c"
function listed(app, names) {
  if (names.length < 2) return names.join("");
  return `${names.slice(0, -1).join(", ")} ${say(app, "and")} ${names.at(-1)}`;
}

function table(caption, heads, rows) {
  return element(
    "table",
    { class: "bw-table" },
    element("caption", {}, caption),
    element("thead", {}, element("tr", {}, heads.map((head) => element("th", { scope: "col" }, head)))),
    element(
      "tbody",
      {},
      rows.map(([first, ...rest]) =>
        element("tr", {}, element("th", { scope: "row" }, first), rest.map((cell) => element("td", {}, cell))),
      ),
    ),
  );
}

// A box that scrolls by itself and can be reached by keyboard.
const scrolling = (name, ...children) =>
  element("div", { class: "bw-scroll", role: "group", tabindex: "0", "aria-label": name }, ...children);

const asTable = (app, made) =>
  element("details", { class: "bw-as-table" }, element("summary", {}, say(app, "as_table")), made);
