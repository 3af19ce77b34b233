import { z } from 'zod';
import { formatMoment, formatStamp } from '../../core/dates-text.ts';
import type { Locale } from '../../core/locale.ts';
import { VOIVODESHIPS } from '../../core/voivodeships.ts';
import type { Deps } from '../../platform/deps.ts';
import { defineNotice } from '../../platform/feature.ts';
import { actions, button, context, header, section, typed } from '../../platform/slack/blocks.ts';
import type { Message } from '../../platform/slack/message.ts';
import { knownHistory } from '../organisations/public.ts';
import { findPeople } from '../people/public.ts';
import { formOf } from '../programmes/public.ts';
import { REVIEW_IDS, seenCodec, startOf } from './ids/decisions.ts';
import { IDS } from './ids/entry.ts';
import type { Answers } from './input/form.ts';
import { findApplication, findSubmission, type SubmissionRow } from './queries/entry.ts';
import { decisionTexts } from './texts/decisions.ts';
import { intakeTexts } from './texts/entry.ts';
import { allAnswers } from './views/check.ts';
import { shortName } from './views/names.ts';

const sent = z.object({ applicationId: z.uuid(), sequence: z.int(), representatives: z.string().optional() });
/** Blocks of answers in one message; Slack takes fifty, and about ten thousand characters in all. */
const SHOWN = 36;
const LONGEST = 250;

const nameOf = (row: SubmissionRow): string => shortName(row.application.organisationName ?? '?');

/** What staff know of this organisation from elsewhere (O3, 41–43); never shown to applicants. */
async function knownLines(deps: Deps, row: SubmissionRow, locale: Locale): Promise<string[]> {
  const words = intakeTexts(locale).notices;
  const answers = row.answers as Answers;
  const text = (key: string): string | null => (typeof answers[key] === 'string' ? String(answers[key]) : null);
  const by = {
    nip: text('nip'),
    regon: text('regon'),
    registerType: text('register_type') ?? '',
    registerName: text('register_name'),
    registerNumber: text('register_number') ?? '',
  };
  const lines = await knownHistory(deps.db, by, row.applicationId);
  if (lines.length === 0) return [];
  const programme = row.application.call.cohort.programmeKey;
  const shown = lines
    .slice(0, 5)
    .map((line) => words.knownLine(shortName(line.cohortName), String(line.number ?? '–')));
  return [
    [words.known, ...shown].join('\n'),
    ...(lines.some((line) => line.programmeKey !== programme) ? [words.sister] : []),
  ];
}

function facts(row: SubmissionRow, locale: Locale): string {
  const words = intakeTexts(locale);
  const { application, answers: given } = row;
  const answers = given as Answers;
  const region = VOIVODESHIPS.find((one) => one.key === answers['voivodeship'])?.[locale] ?? '';
  const way = words.behalf.ways[application.receiptWay ?? ''] ?? '';
  return [
    words.notices.place(shortName(String(answers['town'] ?? '')), region),
    words.notices.received(formatStamp(row.receivedAt, locale)),
    ...(application.onBehalf
      ? [words.notices.entered(formatStamp(row.enteredAt, locale), way, typed(application.evidence ?? ''))]
      : []),
  ].join('\n');
}

/** To the application as staff check it and decide on it. */
const openButton = ({ applicationId: id, application }: SubmissionRow, locale: Locale) =>
  button(REVIEW_IDS.open, decisionTexts(locale).list.open, {
    value: seenCodec.encode({ id, from: startOf(application.callId), page: 1 }),
  });

const submitted = defineNotice(
  'applications.submitted',
  sent,
  async (deps, params, locale): Promise<Message | null> => {
    const row = await findSubmission(deps.db, params.applicationId, params.sequence);
    if (!row) return null;
    const words = intakeTexts(locale);
    const number = row.application.number ?? 0;
    const text =
      params.sequence > 1 ? words.notices.again(number, nameOf(row)) : words.notices.submitted(number, nameOf(row));
    const known = await knownLines(deps, row, locale);
    const show = openButton(row, locale);
    const people = words.notices.representatives[params.representatives ?? ''];
    const remarks = [...known, ...(people ? [people] : [])];
    return {
      text,
      blocks: [section(`*${text}*\n${facts(row, locale)}`, show), ...remarks.map((line) => context(line))],
    };
  },
);

const awaiting = defineNotice('applications.awaiting', sent, async (deps, params, locale): Promise<Message | null> => {
  const row = await findSubmission(deps.db, params.applicationId, params.sequence);
  if (row?.application.state !== 'awaiting_confirmation') return null;
  const { notices } = intakeTexts(locale);
  const value = row.applicationId;
  const text = notices.awaiting(row.application.number ?? 0, nameOf(row));
  return {
    text,
    blocks: [
      section(`*${text}*\n${facts(row, locale)}\n${notices.reason(typed(row.application.lateReason ?? ''))}`),
      actions([
        button(IDS.behalfConfirm, notices.confirm, { value, style: 'primary' }),
        button(IDS.behalfDecline, notices.decline, { value }),
        openButton(row, locale),
      ]),
    ],
  };
});

const toldProof = async (deps: Deps, params: z.infer<typeof sent>, locale: Locale): Promise<Message | null> => {
  const row = await findSubmission(deps.db, params.applicationId, params.sequence);
  if (!row) return null;
  const { notices, mine } = intakeTexts(locale);
  const { call, number } = row.application;
  const heading = notices.proof(number ?? 0);
  const intro = notices.proofIntro(nameOf(row), shortName(call.cohort.name), formatStamp(row.receivedAt, locale));
  const all = allAnswers(formOf(call.cohort, call.stage), row.answers as Answers, locale, LONGEST);
  return {
    text: `${heading}. ${formatStamp(row.receivedAt, locale)}`,
    blocks: [
      header(heading),
      section(`${intro}\n${notices.proofNext(formatMoment(call.closesAt, locale))}`),
      section(`*${notices.copy}*`),
      ...all.slice(0, SHOWN),
      ...(all.length > SHOWN ? [context(notices.more)] : []),
      actions([button(IDS.answers, mine.answers, { value: row.applicationId }), button(IDS.mine, mine.heading)]),
    ],
  };
};
const proof = defineNotice('applications.proof', sent, toldProof, { tellsClosing: true });

const withdrawn = defineNotice(
  'applications.withdrawn',
  z.object({ applicationId: z.uuid() }),
  async (deps, params, locale) => {
    const application = await findApplication(deps.db, params.applicationId);
    if (application?.number === null || !application) return null;
    const text = intakeTexts(locale).notices.withdrawn(
      application.number,
      shortName(application.organisationName ?? '?'),
    );
    return { text, blocks: [section(text)] };
  },
);

const one = z.object({ applicationId: z.uuid() });
const lineOf = (text: string): Message => ({ text, blocks: [section(text)] });

const pulledBack = defineNotice('applications.pulled_back', one, async (deps, params, locale) => {
  const application = await findApplication(deps.db, params.applicationId);
  if (application?.state !== 'draft') return null;
  const name = shortName(application.organisationName ?? '?');
  return lineOf(intakeTexts(locale).notices.pulledBack(application.number ?? 0, name));
});

/** A submit that came too late: staff can help, for example by extending the call for everybody (cases 3, 7). */
const late = defineNotice('applications.late', sent, async (deps, params, locale) => {
  const row = await findSubmission(deps.db, params.applicationId, params.sequence);
  if (row?.application.state !== 'draft') return null;
  const { notices } = intakeTexts(locale);
  const closed = formatMoment(row.application.call.closesAt, locale);
  return lineOf(
    notices.late(nameOf(row), shortName(row.application.editor.name), formatStamp(row.receivedAt, locale), closed),
  );
});

const tried = one.extend({
  reason: z.enum(['already_applied', 'identifiers_disagree']),
  personId: z.uuid(),
  at: z.string(),
});

const attempt = defineNotice('applications.attempt', tried, async (deps, params, locale) => {
  const application = await findApplication(deps.db, params.applicationId);
  if (!application) return null;
  const [person] = await findPeople(deps.db, [params.personId]);
  const { notices } = intakeTexts(locale);
  const moment = formatStamp(new Date(params.at), locale);
  const name = shortName(application.organisationName ?? '?');
  return lineOf(notices.attempt[params.reason](shortName(person?.name ?? '?'), name, moment));
});

const answered = defineNotice(
  'applications.answered',
  one.extend({ act: z.enum(['confirm', 'decline']), personId: z.uuid() }),
  async (deps, params, locale) => {
    const application = await findApplication(deps.db, params.applicationId);
    if (!application) return null;
    const [person] = await findPeople(deps.db, [params.personId]);
    const by = shortName(person?.name ?? '?');
    const { notices } = intakeTexts(locale);
    return lineOf(
      notices.answered[params.act](by, application.number ?? 0, shortName(application.organisationName ?? '?')),
    );
  },
);

const edited = defineNotice('applications.edited', one.extend({ by: z.uuid() }), async (deps, params, locale) => {
  const application = await findApplication(deps.db, params.applicationId);
  if (application?.state !== 'draft') return null;
  const [person] = await findPeople(deps.db, [params.by]);
  const words = intakeTexts(locale);
  const name = shortName(application.organisationName ?? words.mine.noName);
  return lineOf(words.notices.edited(shortName(person?.name ?? '?'), name));
});

export const intakeNotices = [submitted, awaiting, proof, withdrawn, pulledBack, late, attempt, answered, edited];
