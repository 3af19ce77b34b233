import { expect, it } from 'vitest';
import { features } from '../../../../src/features/index.ts';
import { texts } from '../../../../src/features/outbox/texts.ts';

it('every kind of notice has a cause that staff read in the outbox', () => {
  const kinds = features.flatMap((feature) => feature.notices ?? []).map(({ kind }) => kind);
  expect(kinds.length).toBeGreaterThan(15);
  // A reminder says which step of its rule it is.
  const others = kinds.filter((kind) => kind !== 'obligations.reminder');
  expect(others.filter((kind) => !texts('pl').cause.kinds[kind])).toEqual([]);
});
