import { z } from 'zod';
import type { Locale } from '../../../core/locale.ts';
import type { Db, Tx } from '../../../platform/db/client.ts';
import { type CorrectionPlan, defineWaitingAct } from '../../../platform/feature.ts';
import { typedShort } from '../../../platform/slack/blocks.ts';
import { findPeople } from '../../people/public.ts';
import { assignKey, NOTICES, proposedKey } from '../ids.ts';
import {
  checkHandOver,
  type HandOverRefusal,
  handingOverKey,
  handOverIn,
  leftKey,
  partingKey,
  stopIn,
} from '../operations/index.ts';
import { assignmentById, handOverById, leadAt, placeById } from '../queries/index.ts';
import { HAND_OVER_REASONS, MOMENTS } from '../rules/index.ts';
import { type HandOverTexts, handOverTexts } from '../texts/hand-over.ts';
import { texts } from '../texts.ts';

const NAME_SHOWN = 150;
const cut = (name: string | undefined): string => typedShort(name ?? '?', NAME_SHOWN);

const inBoth = (words: (texts: HandOverTexts) => string): Readonly<Record<Locale, string>> => ({
  pl: words(handOverTexts('pl')),
  en: words(handOverTexts('en')),
});

const params = z.object({
  participationId: z.uuid(),
  assignmentId: z.uuid(),
  expertId: z.uuid().nullable(),
  reason: z.enum(HAND_OVER_REASONS),
  moment: z.enum(MOMENTS),
  lastOn: z.string().nullable(),
  note: z.string().nullable(),
});

/** Who heard of a hand-over: the former expert, whoever was asked, the organisation once it was told. */
async function afterHandOver(
  db: Db | Tx,
  { handOverId, assignmentId }: { readonly handOverId: string; readonly assignmentId: string | null },
): Promise<CorrectionPlan | null> {
  const row = await handOverById(db, handOverId);
  if (!row) return null;
  const [former] = await findPeople(db, [row.formerId]);
  const asked = assignmentId ? await assignmentById(db, assignmentId) : null;
  const organisation = row.participation.organisation.name;
  const name = former?.name ?? '?';
  const told = [
    { key: handingOverKey(handOverId), name },
    { key: leftKey(handOverId), name },
    { key: partingKey(handOverId), name: organisation },
    ...(asked ? [{ key: proposedKey(asked.id), name: asked.expert.name }] : []),
    ...(asked ? [{ key: `${NOTICES.accepted}:${asked.id}`, name: organisation }] : []),
  ];
  const draft = inBoth((words) => words.acts.draftFormer(organisation));
  const canStop = row.state === 'open' && row.leftAt === null;
  return canStop ? { told, draft, takeBack: inBoth((words) => words.acts.takeBack) } : { told, draft };
}

/** An organisation passes to another expert (CO-10). */
export const handOverAct = defineWaitingAct({
  kind: 'assignments.hand_over',
  params,
  result: z.object({ handOverId: z.uuid(), assignmentId: z.uuid().nullable() }),
  about: async (tx, { participationId }) => {
    const place = await placeById(tx, participationId);
    return place && { key: assignKey(participationId), cohortId: place.cohortId };
  },
  check: checkHandOver,
  perform: handOverIn,
  words: async ({ db }, { participationId, expertId, moment }, locale) => {
    const { acts } = handOverTexts(locale);
    const place = await placeById(db, participationId);
    const [expert] = expertId ? await findPeople(db, [expertId]) : [];
    const lead = place && leadAt(place);
    const effect = acts.effect[moment === 'now' ? 'now' : 'later'];
    return {
      what: acts.what(cut(place?.organisation.name), cut(lead?.expert.name)),
      effect: expert ? `${effect} ${acts.asks(cut(expert.name))}` : effect,
    };
  },
  refusal: (reason: HandOverRefusal, locale) =>
    reason === 'no_note' ? (handOverTexts(locale).errors['give_note'] ?? reason) : texts(locale).refusals[reason],
  correction: (db, _params, result) => afterHandOver(db, result),
  takeBack: (doing, _params, { handOverId }) => stopIn(doing, handOverId, true),
});
