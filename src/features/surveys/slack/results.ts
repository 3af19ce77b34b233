import { isStaff } from '../../../core/actor.ts';
import { inTransaction } from '../../../platform/db/transaction.ts';
import { type CommandHandler, defineAction, type Handling } from '../../../platform/slack/handlers.ts';
import { ephemeral, type Reply, say } from '../../../platform/slack/reply.ts';
import { notify } from '../../notices/public.ts';
import { staffedCohorts } from '../../participations/public.ts';
import { cohortOfChannel } from '../../programmes/public.ts';
import { IDS, NOTICES, oneId, pageCodec } from '../ids.ts';
import { resultFacts } from '../notices.ts';
import { aboutsOf, formOf } from '../operations/index.ts';
import { surveyById, surveyPage } from '../queries/index.ts';
import { texts } from '../texts.ts';
import { listMessage, PAGE, resultsMessage } from '../views/index.ts';

const refused = ({ actor }: Handling): Reply => ephemeral(say(texts(actor.locale).refusals.not_allowed));

/** A page of the surveys of one cohort, or of all that the person looks after. A message, for charts stand in no form. */
async function showList(handling: Handling, { cohortId, from }: { cohortId: string | null; from: number }) {
  const { deps, actor } = handling;
  const { locale } = actor;
  if (!isStaff(actor, cohortId ?? undefined)) return refused(handling);
  const within = cohortId ? [cohortId] : staffedCohorts(actor);
  const { total, rows } = await surveyPage(deps.db, within, from, PAGE);
  const aboutOf = await aboutsOf(deps.db, rows, locale);
  const lines = rows.map((row) => ({
    ...{ surveyId: row.id, cohort: row.cohort.name, closesAt: row.closesAt, isClosed: row.closedAt !== null },
    title: formOf(row)?.title[locale] ?? row.form,
    about: aboutOf(row),
    asked: row.roll?.asked.length ?? 0,
    answers: row.tally?.answers ?? row._count.answers,
  }));
  return ephemeral(listMessage({ cohortId, from, total, rows: lines }, locale));
}

export const resultsCommand: CommandHandler = {
  words: ['results', 'wyniki', 'ankiety', 'surveys'],
  help: (actor, locale) => (isStaff(actor) ? texts(locale).help : null),
  run: async (handling) => {
    const { deps, channelId } = handling;
    const cohort = channelId ? await cohortOfChannel(deps.db, channelId) : null;
    return showList(handling, { cohortId: cohort?.id ?? null, from: 0 });
  },
};

const turn = (id: string) => defineAction(id, pageCodec, (handling, page) => showList(handling, page));
export const previousAction = turn(IDS.previous);
export const nextAction = turn(IDS.next);

export const resultsAction = defineAction(IDS.results, oneId, async (handling, surveyId) => {
  const { deps, actor } = handling;
  const survey = await surveyById(deps.db, surveyId);
  if (!survey || !isStaff(actor, survey.cohortId)) return refused(handling);
  const facts = await resultFacts(deps, surveyId, actor.locale);
  return ephemeral(facts ? resultsMessage(facts, actor.locale) : say(texts(actor.locale).refusals.gone));
});

/** Files come in a direct message: an answer to a click carries none. */
export const sheetAction = defineAction(IDS.sheet, oneId, async (handling, surveyId) => {
  const { deps, actor, now: at } = handling;
  const survey = await surveyById(deps.db, surveyId);
  if (!survey || !isStaff(actor, survey.cohortId)) return refused(handling);
  const { cohortId } = survey;
  const key = `${NOTICES.sheet}:${surveyId}:${deps.ids.next()}`;
  const to = { person: actor.personId };
  await inTransaction(deps.db, (tx) =>
    notify(deps, tx, { kind: NOTICES.sheet, params: { surveyId }, to, key, at, cohortId }),
  );
  return ephemeral(say(texts(actor.locale).sheet.sent));
});
