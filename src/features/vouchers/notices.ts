import { z } from 'zod';
import { defineNotice } from '../../platform/feature.ts';
import { NOTICES } from './ids.ts';
import { areaNames, voucherOf } from './queries/index.ts';
import { namedMessage } from './views/index.ts';

export const namedNotice = defineNotice(
  NOTICES.named,
  z.object({ participationId: z.uuid(), number: z.int().min(1) }),
  async (deps, { participationId, number }, locale) => {
    const voucher = await voucherOf(deps.db, participationId);
    const said = voucher?.said[number - 1];
    if (!voucher || !said) return null;
    const line = { ...said, areas: areaNames(voucher, said.areas, locale) };
    return namedMessage({ participationId, organisation: voucher.place.organisation.name, line }, locale);
  },
);
