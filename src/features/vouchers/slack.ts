import { isExpert, isStaff } from '../../core/actor.ts';
import type { Locale } from '../../core/locale.ts';
import { type CommandHandler, defineAction, defineView, type Handling } from '../../platform/slack/handlers.ts';
import { closeAllModals, ephemeral, openModal, type Reply, say } from '../../platform/slack/reply.ts';
import { participationOfChannel } from '../participations/public.ts';
import { IDS, nameData, voucherCodec } from './ids.ts';
import { nameForm } from './input.ts';
import { nameArea, sideOf } from './operations/index.ts';
import { areaNames, areasOf, isTied, ownVouchers, type Voucher, voucherOf } from './queries/index.ts';
import { closedBy, obstacle } from './rules/index.ts';
import { texts } from './texts.ts';
import { nameModal, ownBlocks, saidModal } from './views/index.ts';

const errorWords = (reason: string, locale: Locale): string => texts(locale).errors[reason] ?? reason;

const linesOf = (voucher: Voucher, locale: Locale) =>
  voucher.said.map((one) => ({ ...one, areas: areaNames(voucher, one.areas, locale) }));

function formOf(voucher: Voucher, locale: Locale): Reply {
  const { place, said } = voucher;
  const isEarly = obstacle(voucher.ground) === 'no_opinion';
  const last = said.at(-1);
  const initial = { areas: last?.areas ?? [], reason: last?.reason ?? '', form: last?.form ?? '' };
  const areas = areasOf(voucher).map(({ key, label }) => ({ value: key, text: label[locale] }));
  const facts = { participationId: place.id, organisation: place.organisation.name, isEarly };
  return openModal(nameModal({ ...facts, said: linesOf(voucher, locale), areas, initial }, locale));
}

/** Opens the form for whoever leads the organisation, and for staff what was named; notes are for whoever leads. */
async function open({ deps, actor }: Handling, participationId: string): Promise<Reply> {
  const { locale } = actor;
  const { refusals } = texts(locale);
  const voucher = await voucherOf(deps.db, participationId);
  const side = voucher && sideOf(actor, voucher);
  if (!voucher || !side) return ephemeral(say(refusals.not_allowed));
  const { place } = voucher;
  if (side === 'staff') {
    const said = linesOf(voucher, locale).filter(({ kind }) => kind !== 'note');
    return openModal(saidModal({ organisation: place.organisation.name, said }, locale));
  }
  if (await isTied(deps.db, actor.personId, place.organisationId)) return ephemeral(say(refusals.tied));
  const stopped = closedBy(voucher.ground);
  return stopped ? ephemeral(say(refusals[stopped])) : formOf(voucher, locale);
}

export const nameAction = defineAction(IDS.name, voucherCodec, (handling, { participationId }) =>
  open(handling, participationId),
);

/** In an organisation's channel its voucher; elsewhere those of the organisations one leads. */
export const voucherCommand: CommandHandler = {
  words: ['voucher', 'vouchers', 'bon', 'bony'],
  help: (actor, locale) => (isExpert(actor) || isStaff(actor) ? texts(locale).help : null),
  run: async (handling) => {
    const { deps, actor, channelId } = handling;
    const place = channelId ? await participationOfChannel(deps.db, channelId) : null;
    if (place) return open(handling, place.id);
    const { own: words } = texts(actor.locale);
    const own = await ownVouchers(deps.db, actor.personId);
    return ephemeral(own.length > 0 ? { text: words.title, blocks: ownBlocks(own, actor.locale) } : say(words.none));
  },
};

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
