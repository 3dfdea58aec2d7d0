// This file holds what more of one task costs the others: the same steps, in the same words, as the engine.

const SMALLEST_SHOWN = 0.1;
const MICRO = 1e6;

// Python rounds a half to the even neighbour, and so does this.
function halfEven(value, decimals) {
  const scaled = value * 10 ** decimals;
  const below = Math.floor(scaled);
  if (scaled - below === 0.5 && Number.isInteger(value * 4)) return (below % 2 === 0 ? below : below + 1) / 10 ** decimals;
  return Number(value.toFixed(decimals));
}

// Ways to more of the task at `place` than `now` has, each bringing more and costing the others more.
function moreOf(packages, now, place) {
  const better = packages
    .map((points, at) => {
      const changes = points.map((after, t) => Math.round((after - now[t]) * MICRO));
      const others = changes.filter((_, t) => t !== place);
      const worst = Math.max(0, ...others.map((change) => -change));
      return { at, changes, gain: changes[place], worst, sum: changes.reduce((all, change) => all + change, 0) };
    })
    .filter((step) => step.gain > 0)
    .sort((p, q) => p.worst - q.worst || q.gain - p.gain || q.sum - p.sum || p.at - q.at);
  const steps = [];
  for (const step of better) if (!steps.length || step.gain > steps.at(-1).gain) steps.push(step);
  return steps.map(({ at, changes, gain, worst }) => ({
    at, high: packages[at][place], changes: changes.map((change) => change / MICRO), gain: gain / MICRO, worst: worst / MICRO,
  }));
}

function pointsNumber(app, value) {
  const decimals = Math.abs(value) >= 9.95 ? 0 : 1;
  return number(app, halfEven(value, decimals), decimals).replace(/[.,]0$/, "");
}

function pointsInWords(app, value) {
  const size = Math.abs(value);
  if (size > 0 && size < SMALLEST_SHOWN) return say(app, "sentences.little", { value: number(app, SMALLEST_SHOWN, 1) });
  const shown = pointsNumber(app, size);
  const rounded = halfEven(size, 1);
  const single = rounded > 0 && rounded < 2 && (app.language === "nl" || shown === "1");
  return say(app, single ? "sentences.point" : "sentences.points", { value: shown });
}

// What a step brings and costs, or that there is no more to have (no step).
function stepInWords(app, names, now, place, step) {
  const task = names[place];
  const low = pointsNumber(app, now[place]);
  if (!step) return say(app, "packages_tradeoffs.more_none", { task, low });
  const losses = step.changes
    .map((change, t) => [names[t], change])
    .filter(([, change]) => change <= -SMALLEST_SHOWN)
    .map(([name, change]) => say(app, "packages_tradeoffs.more_loss", { task: name, points: pointsInWords(app, change) }));
  const high = pointsNumber(app, step.high);
  const key = losses.length ? "more_step" : "more_step_free";
  return say(app, `packages_tradeoffs.${key}`, { task, low, high, losses: listed(app, losses) });
}

Object.assign(globalThis.bwMcdaScore, { moreOf, stepInWords });
