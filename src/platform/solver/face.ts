import type { Model } from 'highs';
import type { Program } from '../../core/program.ts';

/** Bounds of the columns as earlier stages have narrowed them. */
export type Face = { readonly program: Program; readonly lower: Float64Array; readonly upper: Float64Array };

type Prices = { readonly columns: Float64Array; readonly rows: Float64Array };

/** Prices are whole where costs are; less than this is the solver's rounding. */
const ROUNDING = 1e-6;

/** The prices of an optimum: what it would cost to use a column, or to move a row's bound. */
export function bestFace(model: Model): Prices {
  const { colDual, rowDual } = model.getSolution();
  return { columns: colDual, rows: rowDual };
}

/**
 * Narrows the model to everything that is as good as its optimum: a column that would cost something stays at its
 * bound in every optimum, and a row with a price at its bound (complementary slackness). No row is added, so corners
 * that were whole stay so.
 */
export function fixFace(model: Model, { program, lower, upper }: Face, prices: Prices): void {
  for (const [column, price] of prices.columns.entries()) {
    if (price > ROUNDING) upper[column] = lower[column] ?? 0;
    else if (price < -ROUNDING) lower[column] = upper[column] ?? 0;
  }
  model.changeColsBounds({ kind: 'range', from: 0, to: lower.length - 1 }, lower, upper);
  const rows = program.rows;
  for (const [row, price] of prices.rows.entries()) {
    if (Math.abs(price) <= ROUNDING || rows.lower[row] === rows.upper[row]) continue;
    const bound = (price > 0 ? rows.lower[row] : rows.upper[row]) ?? 0;
    model.changeRowBounds(row, bound, bound);
  }
}
