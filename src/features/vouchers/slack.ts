import type { Locale } from '../../core/locale.ts';
import { defineAction, defineView } from '../../platform/slack/handlers.ts';
import { closeAllModals, ephemeral, openModal, type Reply, say } from '../../platform/slack/reply.ts';
import { IDS, nameData, voucherCodec } from './ids.ts';
import { nameForm } from './input.ts';
import { nameArea, sideOf } from './operations/index.ts';
import { areaNames, areasOf, isTied, type Voucher, voucherOf } from './queries/index.ts';
import { obstacle } from './rules/index.ts';
import { texts } from './texts.ts';
import { nameModal, saidModal } from './views/index.ts';

const errorWords = (reason: string, locale: Locale): string => texts(locale).errors[reason] ?? reason;

const linesOf = (voucher: Voucher, locale: Locale) =>
  voucher.said.map((one) => ({ ...one, areas: areaNames(voucher, one.areas, locale) }));

function formOf(voucher: Voucher, isEarly: boolean, locale: Locale): Reply {
  const { place, said } = voucher;
  const last = said.at(-1);
  const initial = { areas: last?.areas ?? [], reason: last?.reason ?? '', form: last?.form ?? '' };
  const areas = areasOf(voucher).map(({ key, label }) => ({ value: key, text: label[locale] }));
  const facts = { participationId: place.id, organisation: place.organisation.name, isEarly };
  return openModal(nameModal({ ...facts, said: linesOf(voucher, locale), areas, initial }, locale));
}

/** Opens the form for whoever leads the organisation, and what was said for staff. */
export const nameAction = defineAction(IDS.name, voucherCodec, async ({ deps, actor }, { participationId }) => {
  const { locale } = actor;
  const { refusals } = texts(locale);
  const voucher = await voucherOf(deps.db, participationId);
  const side = voucher && sideOf(actor, voucher);
  if (!voucher || !side) return ephemeral(say(refusals.not_allowed));
  const { place } = voucher;
  if (side === 'staff')
    return openModal(saidModal({ organisation: place.organisation.name, said: linesOf(voucher, locale) }, locale));
  if (await isTied(deps.db, actor.personId, place.organisationId)) return ephemeral(say(refusals.tied));
  const stopped = obstacle(voucher.ground);
  if (stopped && stopped !== 'no_opinion') return ephemeral(say(refusals[stopped]));
  return formOf(voucher, stopped === 'no_opinion', locale);
});

export const nameView = defineView({
  id: IDS.name,
  metadata: nameData,
  form: () => nameForm,
  error: errorWords,
  run: async ({ deps, actor, now }, input, seen) => {
    const { form, refusals } = texts(actor.locale);
    const outcome = await nameArea(deps, actor, now, seen, input);
    if (!outcome.ok) return closeAllModals(say(refusals[outcome.reason]));
    return closeAllModals(say(input.kind === 'note' ? form.kept : form.saved));
  },
});
