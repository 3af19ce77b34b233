import { defineAction, defineView } from '../../../platform/slack/handlers.ts';
import { closeAllModals, fieldErrors, openModal, say, updateModal } from '../../../platform/slack/reply.ts';
import { actionCodec, IDS, writtenData } from '../ids.ts';
import { reportForm } from '../input.ts';
import { sendReport, withdrawConsent } from '../operations/index.ts';
import { heldFacts } from '../queries/index.ts';
import { texts } from '../texts.ts';
import { reportModal } from '../views/index.ts';
import { showPage } from './page.ts';
import { errorWords, formRefusal, refused, writableAction } from './plan.ts';

export const reportOpen = defineAction(IDS.report, actionCodec, async (handling, { actionId }) => {
  const { actor, now } = handling;
  const row = await writableAction(handling, actionId);
  if (!row) return refused('not_allowed', actor.locale);
  if (row.state !== 'held' && row.state !== 'partly') return refused('not_held', actor.locale);
  const { report, title } = row;
  const kept = report && { ...report, photos: row.photos.length };
  const facts = { actionId, title, version: report?.version ?? 0, held: heldFacts(row, now), kept };
  return openModal(reportModal(facts, actor.locale));
});

/** The consent is taken back on the page of the action, which then shows that no photo is kept. */
export const withdrawAction = defineAction(IDS.withdraw, actionCodec, async (handling, { actionId }) => {
  const { deps, actor, now, channelId } = handling;
  const outcome = await withdrawConsent(deps, actor, now, { actionId, channelId });
  if (!outcome.ok) return refused(outcome.reason, actor.locale);
  return showPage(handling, actionId, texts(actor.locale).done.withdrawn, updateModal);
});

export const reportView = defineView({
  id: IDS.report,
  metadata: writtenData,
  form: () => reportForm,
  error: errorWords,
  run: async ({ deps, actor, now, channelId }, { consent: hasConsent, ...form }, { actionId, version }) => {
    const report = { ...form, hasConsent };
    const outcome = await sendReport(deps, actor, now, { actionId, version, report, channelId });
    if (outcome.ok) return closeAllModals(say(texts(actor.locale).report.sent(outcome.value.photos)));
    const { no_consent, many_photos } = texts(actor.locale).refusals;
    if (outcome.reason === 'no_consent') return fieldErrors({ consent: no_consent });
    if (outcome.reason === 'many_photos') return fieldErrors({ photos: many_photos });
    return formRefusal(outcome.reason, actor.locale);
  },
});
