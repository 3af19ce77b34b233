import type { Locale } from '../../../core/locale.ts';
import { matches } from '../../../core/search.ts';
import {
  defineAction,
  defineView,
  type Handling,
  noValue,
  type OptionsHandler,
} from '../../../platform/slack/handlers.ts';
import { closeModal, fieldErrors, type Reply, say, updateModal } from '../../../platform/slack/reply.ts';
import { entryCodec, entryData, IDS, oneId, termsData } from '../ids.ts';
import { exceptionForm, termsForm, weeklyForm } from '../input.ts';
import { type Change, changeHours } from '../operations/index.ts';
import { keepsHours } from '../rules/index.ts';
import { texts } from '../texts.ts';
import { exceptionModal, type HoursFacts, termsModal, weeklyModal } from '../views/index.ts';
import { forExperts, hoursList, ownAvailability } from './hours.ts';

const OPTIONS = 100;

export const errorWords = (reason: string, locale: Locale): string => texts(locale).errors[reason] ?? reason;

/** The list in place of the form, with what has happened. */
const list = async (handling: Handling, note: HoursFacts['note']): Promise<Reply> =>
  updateModal(await hoursList(handling, 0, note));

/** Makes a change; what can be put right is said beside the field, and where something changed meanwhile the list is shown. */
async function change(handling: Handling, version: number, wanted: Change, field: string): Promise<Reply> {
  const { deps, actor, now } = handling;
  const outcome = await changeHours(deps, actor, now, { version, change: wanted });
  if (outcome.ok) return list(handling, wanted.act === 'remove' ? 'removed' : 'saved');
  const { refusals } = texts(actor.locale);
  switch (outcome.reason) {
    case 'changed_meanwhile':
      return list(handling, outcome.reason);
    case 'overlaps':
    case 'in_past':
    case 'too_many':
      return fieldErrors({ [field]: refusals[outcome.reason] });
    default:
      return closeModal(say(refusals[outcome.reason]));
  }
}

export const termsAction = defineAction(IDS.terms, noValue, (handling) =>
  forExperts(handling, async () =>
    updateModal(termsModal((await ownAvailability(handling)).terms, handling.actor.locale)),
  ),
);

export const weeklyAction = defineAction(IDS.weekly, noValue, (handling) =>
  forExperts(handling, async () => {
    const { version } = (await ownAvailability(handling)).terms;
    return updateModal(weeklyModal({ id: null, version }, null, handling.actor.locale));
  }),
);

export const exceptionAction = defineAction(IDS.exception, noValue, (handling) =>
  forExperts(handling, async () => {
    const { version } = (await ownAvailability(handling)).terms;
    return updateModal(exceptionModal({ id: null, version }, null, handling.actor.locale));
  }),
);

export const editWeeklyAction = defineAction(IDS.editWeekly, oneId, (handling, id) =>
  forExperts(handling, async () => {
    const { terms, weekly } = await ownAvailability(handling);
    const one = weekly.find((line) => line.id === id);
    if (!one) return list(handling, 'gone');
    return updateModal(weeklyModal({ id, version: terms.version }, one, handling.actor.locale));
  }),
);

export const editExceptionAction = defineAction(IDS.editException, oneId, (handling, id) =>
  forExperts(handling, async () => {
    const { terms, exceptions } = await ownAvailability(handling);
    const one = exceptions.find((line) => line.id === id);
    if (!one) return list(handling, 'gone');
    return updateModal(exceptionModal({ id, version: terms.version }, one, handling.actor.locale));
  }),
);

export const removeAction = defineAction(IDS.remove, entryCodec, (handling, { id, version }) =>
  change(handling, version, { act: 'remove', id }, 'from'),
);

export const termsView = defineView({
  id: IDS.terms,
  metadata: termsData,
  form: () => termsForm,
  error: errorWords,
  run: (handling, terms, { version }) => change(handling, version, { act: 'terms', terms }, 'minutes'),
});

export const weeklyView = defineView({
  id: IDS.weekly,
  metadata: entryData,
  form: () => weeklyForm,
  error: errorWords,
  run: (handling, hours, { id, version }) => change(handling, version, { act: 'weekly', id, hours }, 'from'),
});

export const exceptionView = defineView({
  id: IDS.exception,
  metadata: entryData,
  form: () => exceptionForm,
  error: errorWords,
  run: (handling, exception, { id, version }) => change(handling, version, { act: 'exception', id, exception }, 'date'),
});

/** Time zones by name; Europe first, because that is where people are. */
export const zoneOptions: OptionsHandler = {
  id: IDS.zone,
  run: async ({ actor }, query) => {
    if (!keepsHours(actor)) return [];
    const wanted = query.trim().replaceAll(' ', '_');
    const fitting = Intl.supportedValuesOf('timeZone').filter((zone) => matches(wanted, zone));
    const isFar = (zone: string): number => Number(!zone.startsWith('Europe/'));
    const sorted = fitting.toSorted((a, b) => isFar(a) - isFar(b) || (a < b ? -1 : 1));
    return sorted.slice(0, OPTIONS).map((zone) => ({ value: zone, text: zone }));
  },
};
