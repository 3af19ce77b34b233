import type { Actor } from '../../../core/actor.ts';
import { type Outcome, ok, refuse } from '../../../core/outcome.ts';
import { inTransaction } from '../../../platform/db/transaction.ts';
import type { Deps } from '../../../platform/deps.ts';
import { NOTICES, PHOTOS_MAX } from '../ids.ts';
import type { ActionRow } from '../queries/index.ts';
import { actionStateOf, isLateReport, type Side } from '../rules/index.ts';
import { type Act, lockAction, note, retellAction, settingsOf, tellChannel } from './act.ts';
import type { PersonAct } from './conclude.ts';
import { mayCorrect } from './correctable.ts';
import { sideIn, type Where } from './dates.ts';

type PhotoRefusal = 'no_consent' | 'many_photos';
export type ReportRefusal = 'not_allowed' | 'not_held' | 'changed_meanwhile' | 'opinion_sent' | PhotoRefusal;

export type Report = {
  readonly people: number;
  readonly description: string;
  readonly links: readonly string[];
  /** Slack's ids of new photos. */
  readonly photos: readonly string[];
  readonly hasConsent: boolean;
};

/** Photos are added to those kept; without consent none is kept, nor those of before (OR-7). */
async function keepPhotos({ deps, tx, now }: Act, row: ActionRow, report: Report, personId: string): Promise<number> {
  if (!report.hasConsent) await tx.actionPhoto.deleteMany({ where: { actionId: row.id } });
  const consent = { actionId: row.id, consentBy: personId, consentAt: now };
  await tx.actionPhoto.createMany({
    data: report.photos.map((fileId) => ({ id: deps.ids.next(), fileId, ...consent })),
    skipDuplicates: true,
  });
  return tx.actionPhoto.count({ where: { actionId: row.id } });
}

/** Photos come with consent, and as many as a message shows, together with those kept. */
function photoRefusal({ photos }: ActionRow, report: Report): PhotoRefusal | null {
  if (report.photos.length > 0 && !report.hasConsent) return 'no_consent';
  const all = new Set([...photos.map(({ fileId }) => fileId), ...report.photos]);
  return report.hasConsent && all.size > PHOTOS_MAX ? 'many_photos' : null;
}

type Wish = Where & { readonly actionId: string; readonly version: number; readonly report: Report };
type Writable = { readonly row: ActionRow; readonly side: Side; readonly lastDay: string };

/** The action whose report this person may write as they saw it. */
async function writable(act: PersonAct, wish: Wish): Promise<Outcome<Writable, ReportRefusal>> {
  const { actionId, version, report, channelId } = wish;
  const row = await lockAction(act, actionId);
  const side = row && sideIn(row, act.doer, channelId);
  if (!row || !side) return refuse('not_allowed');
  const { lastDay } = row;
  const isHeld = ['held', 'partly'].includes(actionStateOf(row.state));
  if (!isHeld || lastDay === null) return refuse('not_held');
  if ((row.report?.version ?? 0) !== version) return refuse('changed_meanwhile');
  if (row.report && !(await mayCorrect(act.deps, act.tx, actionId))) return refuse('opinion_sent');
  const refused = photoRefusal(row, report);
  return refused ? refuse(refused) : ok({ row, side, lastDay });
}

async function writeReport({ tx, now, doer }: PersonAct, { row, lastDay }: Writable, report: Report): Promise<void> {
  const { people, description, links, hasConsent } = report;
  const said = { people, description, links: [...links], hasConsent };
  const { id: actionId } = row;
  if (row.report) {
    await tx.actionReport.update({ where: { actionId }, data: { ...said, version: { increment: 1 } } });
    return;
  }
  const isLate = isLateReport(now, lastDay, settingsOf(row));
  await tx.actionReport.create({
    data: { actionId, ...said, sentBy: doer.personId, sentAt: now, isLate, version: 1 },
  });
}

/**
 * The organisation reports of its action, or puts its report right until the opinion is sent (OR-7). Whatever the number
 * of people, it is right. Refuses photos without consent or too many, and an action of which no date was held.
 */
export const sendReport = (
  deps: Deps,
  actor: Actor,
  now: Date,
  wish: Wish,
): Promise<Outcome<{ readonly photos: number; readonly isFirst: boolean }, ReportRefusal>> =>
  inTransaction(deps.db, async (tx) => {
    const act = { deps, tx, doer: actor, now };
    const found = await writable(act, wish);
    if (!found.ok) return found;
    const { row, side } = found.value;
    const { actionId, report } = wish;
    await writeReport(act, found.value, report);
    const photos = await keepPhotos(act, row, report, actor.personId);
    const what = row.report ? 'actions.correct_report' : 'actions.report';
    await note(act, row, side === 'staff', { act: what, detail: { people: report.people, photos } });
    await tellChannel(act, row, {
      ...{ kind: NOTICES.reported, params: { actionId }, key: `${NOTICES.reported}:${actionId}` },
    });
    await retellAction(act, row);
    return ok({ photos, isFirst: row.report === null });
  });
