import { formatMoment } from '../../../core/dates-text.ts';
import type { Locale } from '../../../core/locale.ts';
import { clip } from '../../../core/text.ts';
import {
  actions,
  button,
  clipMarked,
  context,
  fields,
  quoted,
  section,
  typedShort,
} from '../../../platform/slack/blocks.ts';
import type { Message } from '../../../platform/slack/message.ts';
import { type ExpertField, regionNames } from '../../experts/public.ts';
import { IDS, maybeCohort, PLAN, pairCodec } from '../ids.ts';
import type { AssignmentState, DeclineCategory } from '../rules/index.ts';
import { handOverTexts } from '../texts/hand-over.ts';
import { planTexts } from '../texts/plan.ts';
import { texts } from '../texts.ts';
import { namesOf } from './reasons.ts';

const NAME_SHOWN = 150;
const SUBJECT_SHOWN = 500;
const LIST_SHOWN = 500;
const STANDBY_SHOWN = 40;

const cut = (name: string): string => typedShort(name, NAME_SHOWN);

export type Offered = {
  readonly assignmentId: string;
  readonly state: AssignmentState;
  readonly organisation: string;
  readonly town: string;
  readonly subject: string | null;
  readonly cohort: string;
  readonly until: Date;
};

/** The question to an expert: name, town and subject, never scores or contact data (ME-2); then how it was answered. */
export function proposalMessage(offered: Offered, locale: Locale): Message {
  const words = texts(locale).proposal;
  const value = offered.assignmentId;
  return {
    text: words.text(cut(offered.organisation)),
    blocks: [
      section(words.intro),
      fields([
        [words.organisation, cut(offered.organisation)],
        [words.town, cut(offered.town)],
        [words.cohort, cut(offered.cohort)],
        [words.subject, offered.subject ? typedShort(offered.subject, SUBJECT_SHOWN) : words.noSubject],
      ]),
      ...(offered.state === 'proposed'
        ? [
            context(words.until(formatMoment(offered.until, locale))),
            actions([
              button(IDS.accept, words.accept, { value, style: 'primary' }),
              button(IDS.decline, words.decline, { value }),
            ]),
          ]
        : [context(words.over[offered.state])]),
    ],
  };
}

/** To the expert: the proposal no longer stands. */
export function withdrawnMessage(organisation: string, locale: Locale): Message {
  const text = texts(locale).withdrawn.text(cut(organisation));
  return { text, blocks: [section(text)] };
}

export type Profile = {
  readonly name: string;
  readonly slackUserId: string | null;
  readonly offers: readonly string[];
  readonly regions: readonly string[];
  readonly about: string | null;
  /** Who led it until now, when this is how the organisation hears of a hand-over (CO-10). */
  readonly instead: string | null;
};

/** To the organisation, once: who will lead it, with a short profile (CO-9). */
export function introducedMessage(profile: Profile, known: readonly ExpertField[], locale: Locale): Message {
  const words = texts(locale).introduced;
  const change = handOverTexts(locale);
  const { instead } = profile;
  const offers = clipMarked(namesOf(profile.offers, { fields: known, locale }), LIST_SHOWN);
  return {
    text: instead === null ? words.text(cut(profile.name)) : change.changeText(cut(profile.name)),
    blocks: [
      section(instead === null ? words.intro(cut(profile.name)) : change.change(cut(instead), cut(profile.name))),
      ...(profile.about ? [quoted(profile.about)] : []),
      fields([
        ...(offers === '' ? [] : [[words.fields, offers] as const]),
        [words.regions, clip(regionNames(profile.regions, locale), LIST_SHOWN)],
      ]),
      section(words.next(profile.slackUserId ? `<@${profile.slackUserId}>` : cut(profile.name))),
    ],
  };
}

export type Answered = {
  readonly participationId: string;
  readonly expert: string;
  readonly organisation: string;
  readonly cohort: string;
  /** Null: accepted. */
  readonly declined: { readonly category: DeclineCategory; readonly note: string | null } | null;
  /** Whom the plan kept in reserve, and who still can be asked. */
  readonly standby: { readonly expertId: string; readonly name: string } | null;
};

/** Proposes whom the plan kept in reserve, at once. */
function standbyButton({ standby, participationId }: Answered, locale: Locale) {
  if (!standby) return [];
  const value = pairCodec.encode({ participationId, expertId: standby.expertId });
  const offer = planTexts(locale).standby.offer(clip(standby.name, STANDBY_SHOWN));
  return [button(IDS.propose, offer, { value, style: 'primary' })];
}

/** To staff: how the expert answered; after a no, the way to the next proposal. */
export function answeredMessage(answered: Answered, locale: Locale): Message {
  const { staff, decline } = texts(locale);
  const [expert, organisation, cohort] = [cut(answered.expert), cut(answered.organisation), cut(answered.cohort)];
  const { declined } = answered;
  if (!declined) {
    const text = staff.accepted(expert, organisation, cohort);
    return { text, blocks: [section(text)] };
  }
  const text = staff.declined(expert, organisation, cohort, decline.categories[declined.category]);
  const again = button(IDS.assign, staff.another, { value: answered.participationId });
  const first = standbyButton(answered, locale);
  return {
    text,
    blocks: [section(text), ...(declined.note ? [quoted(declined.note)] : []), actions([...first, again])],
  };
}

/** To staff: how many organisations of a cohort wait for an expert. */
export function waitingMessage(cohortId: string, cohort: string, waiting: number, locale: Locale): Message {
  const { staff } = texts(locale);
  const text = staff.waiting(waiting, cut(cohort));
  const assign = button(IDS.pick, staff.assign, { value: maybeCohort.encode({ cohortId }), style: 'primary' });
  const plan = button(PLAN.open, planTexts(locale).open, { value: maybeCohort.encode({ cohortId }) });
  return { text, blocks: [section(text), actions(waiting > 1 ? [assign, plan] : [assign])] };
}
