import type { AnyBlock } from '@slack/types';
import { formatMoment, formatStamp } from '../../../core/dates-text.ts';
import type { Locale } from '../../../core/locale.ts';
import { actions, button, confirm, context, header, section } from '../../../platform/slack/blocks.ts';
import { textInput } from '../../../platform/slack/inputs.ts';
import type { Message, Modal } from '../../../platform/slack/message.ts';
import { formOf } from '../../programmes/public.ts';
import { IDS } from '../ids/entry.ts';
import type { Answers } from '../input/form.ts';
import type { ApplicationRow } from '../queries/entry.ts';
import { timingOf } from '../rules/entry.ts';
import { can } from '../rules/machine.ts';
import { type IntakeTexts, intakeTexts } from '../texts/entry.ts';
import { allAnswers } from './check.ts';
import { shortName } from './names.ts';

/** What the applicant may know of the state: results only after the release (CO-7). */
function stateWords(state: string, released: boolean, words: IntakeTexts): string {
  const { states } = words;
  if (state === 'withdrawn' || state === 'awaiting_confirmation') return states[state];
  if (
    released &&
    (state === 'admitted' || state === 'reserve' || state === 'refused' || state === 'formally_rejected')
  ) {
    return states[state];
  }
  return states.waiting;
}

function standing(application: ApplicationRow, now: Date, locale: Locale, words: IntakeTexts): string {
  const { state, number, receivedAt, call } = application;
  if (state === 'draft') {
    const open = timingOf(call, now) !== 'late';
    return open ? words.mine.draft(formatMoment(call.closesAt, locale)) : words.mine.draftClosed;
  }
  const sent = number !== null && receivedAt ? `${words.mine.sent(number, formatStamp(receivedAt, locale))}; ` : '';
  return `${sent}${stateWords(state, call.releasedAt !== null, words)}`;
}

function buttonsOf(application: ApplicationRow, now: Date, words: IntakeTexts) {
  const { id: value, state, call } = application;
  const open = timingOf(call, now) === 'in_time';
  const change = confirm({
    title: words.mine.pullBackTitle,
    text: words.mine.pullBackText,
    yes: words.mine.pullBackYes,
    no: words.mine.cancel,
  });
  const resume = button(IDS.resume, words.mine.resume, { value, style: 'primary' });
  return [
    ...(state === 'draft' && open && !application.onBehalf ? [resume] : []),
    ...(state === 'draft' ? [] : [button(IDS.answers, words.mine.answers, { value })]),
    ...(open && can(state, 'pull_back') ? [button(IDS.pullBack, words.mine.pullBack, { value, confirm: change })] : []),
    ...(can(state, 'withdraw') ? [button(IDS.withdraw, words.mine.withdraw, { value })] : []),
  ];
}

/** The applications of a person, each with what can be done now. */
export function mineBlocks(applications: readonly ApplicationRow[], now: Date, locale: Locale): AnyBlock[] {
  const words = intakeTexts(locale);
  return applications.flatMap((application) => {
    const name = application.organisationName ? shortName(application.organisationName) : words.mine.noName;
    const buttons = buttonsOf(application, now, words);
    return [
      section(words.mine.row(name, shortName(application.call.cohort.name))),
      context(standing(application, now, locale, words)),
      ...(buttons.length > 0 ? [actions(buttons)] : []),
    ];
  });
}

export function mineMessage(applications: readonly ApplicationRow[], now: Date, locale: Locale): Message {
  const words = intakeTexts(locale).mine;
  if (applications.length === 0) return { text: words.none, blocks: [section(words.none)] };
  const blocks = [header(words.heading), ...mineBlocks(applications.slice(0, 12), now, locale)];
  return { text: words.heading, blocks: blocks.slice(0, 50) };
}

/** The copy of what was sent, as proof that can be looked up later (APP-4). */
export function answersModal(application: ApplicationRow, answers: Answers, locale: Locale): Modal {
  const words = intakeTexts(locale).mine;
  const { number, receivedAt, call } = application;
  const proof =
    number !== null && receivedAt ? [section(`*${words.proof(number, formatStamp(receivedAt, locale))}*`)] : [];
  const blocks = [...proof, ...allAnswers(formOf(call.cohort, call.stage), answers, locale, 3000)];
  return { callbackId: IDS.answersShown, title: words.answersTitle, blocks };
}

/** The second step of a withdrawal (APP-6). */
export function withdrawModal(application: ApplicationRow, locale: Locale): Modal {
  const { withdraw, mine } = intakeTexts(locale);
  const name = application.organisationName ? shortName(application.organisationName) : mine.noName;
  return {
    callbackId: IDS.withdrawForm,
    title: withdraw.title,
    submit: withdraw.submit,
    close: withdraw.keep,
    metadata: { applicationId: application.id },
    blocks: [
      section(withdraw.intro(name)),
      textInput({
        name: 'reason',
        label: withdraw.reason,
        hint: withdraw.reasonHint,
        optional: true,
        multiline: true,
        max: 500,
      }),
    ],
  };
}
