import type { Model } from 'highs';
import type { Program } from '../../core/program.ts';

/** Bounds of the columns as they are in the model: earlier stages narrow them, and some are not looked at yet. */
export type Face = {
  readonly program: Program;
  readonly lower: Float64Array;
  readonly upper: Float64Array;
  /** Columns that are held at their lower bound until they are needed. */
  readonly hidden: Set<number>;
};

/** Prices are whole where costs are; less than this is the solver's rounding. */
const ROUNDING = 1e-6;

export function openFace(program: Program): Face {
  const { columns, later } = program;
  const face = { program, lower: columns.lower.slice(), upper: columns.upper.slice(), hidden: new Set<number>() };
  for (const [column, isLater] of (later ?? []).entries()) {
    if (isLater === 0) continue;
    face.hidden.add(column);
    face.upper[column] = face.lower[column] ?? 0;
  }
  return face;
}

/** Puts the model's bounds as the face has them. */
export const setBounds = (model: Model, { lower, upper }: Face): unknown =>
  model.changeColsBounds({ kind: 'range', from: 0, to: lower.length - 1 }, lower, upper);

function show({ program, upper, hidden }: Face, column: number): void {
  hidden.delete(column);
  upper[column] = program.columns.upper[column] ?? 0;
}

/** Shows hidden columns that would make the optimum better; says whether there were any. */
export function showBetter(model: Model, face: Face): boolean {
  const { colDual } = model.getSolution();
  const better = [...face.hidden].filter((column) => (colDual[column] ?? 0) < -ROUNDING);
  for (const column of better) show(face, column);
  if (better.length > 0) setBounds(model, face);
  return better.length > 0;
}

/** Shows everything that is hidden; says whether there was anything. */
export function showAll(model: Model, face: Face): boolean {
  const columns = [...face.hidden];
  for (const column of columns) show(face, column);
  if (columns.length > 0) setBounds(model, face);
  return columns.length > 0;
}

/** A row with a price stays at the bound that the price is for. */
function fixRows(model: Model, { rows }: Program, prices: Float64Array): void {
  for (const [row, price] of prices.entries()) {
    if (Math.abs(price) <= ROUNDING || rows.lower[row] === rows.upper[row]) continue;
    const bound = (price > 0 ? rows.lower[row] : rows.upper[row]) ?? 0;
    model.changeRowBounds(row, bound, bound);
  }
}

/**
 * Narrows the model to everything that is as good as its optimum: a column that would cost something stays at its
 * bound in every optimum, and so does a row with a price (complementary slackness). No row is added, so corners that
 * were whole stay so.
 */
export function fixFace(model: Model, face: Face): void {
  const { program, lower, upper, hidden } = face;
  const { colDual, rowDual } = model.getSolution();
  for (const column of hidden) if ((colDual[column] ?? 0) <= ROUNDING) show(face, column);
  hidden.clear();
  for (const [column, price] of colDual.entries()) {
    if (price > ROUNDING) upper[column] = lower[column] ?? 0;
    else if (price < -ROUNDING) lower[column] = upper[column] ?? 0;
  }
  setBounds(model, face);
  fixRows(model, program, rowDual);
}
