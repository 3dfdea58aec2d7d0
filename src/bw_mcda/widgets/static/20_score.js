// This file holds the additive score: the same arithmetic as engine/ranking/additive.py, in the page.

const TIE = 1e-9;

// Shares of the weight per criterion, together 1; equal when nobody gives any points.
function sharesOf(points) {
  const total = points.reduce((sum, value) => sum + value, 0);
  return points.map((value) => (total > 0 ? value / total : 1 / points.length));
}

// Every group counts once.
function meanShares(many) {
  return many[0].map((_, c) => many.reduce((sum, shares) => sum + shares[c], 0) / many.length);
}

// Score from 0 to 100 per alternative.
function scoresOf(values, shares) {
  return values.map((row) => row.reduce((sum, value, c) => sum + 100 * shares[c] * value, 0));
}

// Points per alternative and group of criteria, above (or below) those of the null alternative.
function gainsOf(values, shares, nothing, groups) {
  return values.map((row) =>
    groups.map((criteria) =>
      criteria.reduce((sum, c) => sum + 100 * shares[c] * (row[c] - values[nothing][c]), 0),
    ),
  );
}

// Places from 1; equal scores share the best place they could have (1, 2, 2, 4).
function placesOf(scores) {
  const order = scores.map((_, a) => a).sort((a, b) => scores[b] - scores[a] || a - b);
  const margin = TIE * Math.max(1, ...scores.map(Math.abs));
  const places = new Array(scores.length);
  order.forEach((a, at) => {
    const before = order[at - 1];
    places[a] = at > 0 && scores[before] - scores[a] <= margin ? places[before] : at + 1;
  });
  return places;
}

// Whole percentages that together are 100 (largest remainders).
function wholePercents(shares) {
  const exact = shares.map((share) => 100 * share);
  const whole = exact.map(Math.floor);
  const missing = 100 - whole.reduce((sum, value) => sum + value, 0);
  exact
    .map((value, c) => [value - whole[c], c])
    .sort((a, b) => b[0] - a[0] || a[1] - b[1])
    .slice(0, missing)
    .forEach(([, c]) => (whole[c] += 1));
  return whole;
}

// How far each alternative alone brings a task: 0 is today, 100 is the goal.
function taskScores(values, shares, nothing, criteria) {
  let weights = criteria.map((c) => shares[c]);
  if (!weights.some((weight) => weight > 0)) weights = criteria.map(() => 1);
  const room = criteria.reduce((sum, c, i) => sum + weights[i] * (1 - values[nothing][c]), 0);
  const scale = room > TIE ? room : Math.max(weights.reduce((sum, w) => sum + w, 0), TIE);
  return values.map(
    (row) => (100 * criteria.reduce((sum, c, i) => sum + weights[i] * (row[c] - values[nothing][c]), 0)) / scale,
  );
}

globalThis.bwMcdaScore = { sharesOf, meanShares, scoresOf, gainsOf, placesOf, wholePercents, taskScores };
