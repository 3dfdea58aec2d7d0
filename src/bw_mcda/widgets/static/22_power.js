// This file holds the dial of compensation: the same arithmetic as engine/ranking/power_mean.py.

const PRODUCT = 1e-9;

// Position 1 is the weighted sum, a half the weighted product, 0 the weakest part alone.
const powerOf = (position) => (position > 0 ? 2 - 1 / position : -Infinity);

// Weighted power mean of parts from 0 to 1; what has no weight plays no part.
function powerMean(parts, shares, power) {
  const total = shares.reduce((sum, share) => sum + share, 0);
  const counted = parts.map((value, p) => [value, shares[p] / total]).filter(([, share]) => share > 0);
  const lowest = Math.min(...counted.map(([value]) => value));
  if (power === -Infinity) return lowest;
  if (power === 1) return counted.reduce((sum, [value, share]) => sum + value * share, 0);
  const reference = power < 0 ? lowest : Math.max(...counted.map(([value]) => value));
  if ((power <= 0 ? lowest : reference) <= 0) return 0;
  const logs = counted.map(([value, share]) => [Math.log(value) - Math.log(reference), share]);
  const exponent =
    Math.abs(power) < PRODUCT
      ? logs.reduce((sum, [log, share]) => sum + log * share, 0)
      : Math.log1p(logs.reduce((sum, [log, share]) => sum + Math.expm1(power * log) * share, 0)) / power;
  return reference * Math.exp(exponent);
}

// Value of an alternative on each theme: its criteria by weight, all the same where none has any.
function themeValues(row, shares, columns) {
  return columns.map((criteria) => {
    const total = criteria.reduce((sum, c) => sum + shares[c], 0);
    return criteria.reduce((sum, c) => sum + row[c] * (total > 0 ? shares[c] / total : 1 / criteria.length), 0);
  });
}

// Score from 0 to 100 per alternative at a position of the dial; floors (0 to 100) per theme.
function dialScores(values, shares, columns, position, floors, perCriterion) {
  const themeShares = columns.map((criteria) => criteria.reduce((sum, c) => sum + shares[c], 0));
  return values.map((row) => {
    const themes = themeValues(row, shares, columns);
    const held = Math.min(...themes.filter((value, t) => value < floors[t] / 100), Infinity);
    const mean = perCriterion ? powerMean(row, shares, powerOf(position)) : powerMean(themes, themeShares, powerOf(position));
    return 100 * Math.min(mean, held);
  });
}

globalThis.bwMcdaScore.dialScores = dialScores;
