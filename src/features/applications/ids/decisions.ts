import { z } from 'zod';
import { isVoivodeship, VOIVODESHIPS, type Voivodeship } from '../../../core/voivodeships.ts';
import { type Codec, codec } from '../../../platform/slack/codec.ts';
import { GROUPS, type Group } from '../rules/groups.ts';

/** Words of Slack for the staff's half of the feature: action, callback and block ids. */
export const REVIEW_IDS = {
  cohorts: 'applications_review_cohorts',
  list: 'applications_review_list',
  filterGroup: 'applications_review_group',
  filterVoivodeship: 'applications_review_voivodeship',
  filterTodo: 'applications_review_todo',
  previousPage: 'applications_review_previous_page',
  nextPage: 'applications_review_next_page',
  back: 'applications_review_back',
  open: 'applications_review_open',
  previous: 'applications_review_previous',
  next: 'applications_review_next',
  earlierAnswers: 'applications_review_earlier_answers',
  furtherAnswers: 'applications_review_further_answers',
  answer: 'applications_review_answer',
  confirm: 'applications_review_confirm',
  decline: 'applications_review_decline',
  formal: 'applications_review_formal',
  decide: 'applications_review_decide',
  release: 'applications_review_release',
  byHand: 'applications_review_by_hand',
  previousByHand: 'applications_review_previous_by_hand',
  nextByHand: 'applications_review_next_by_hand',
  told: 'applications_review_told',
} as const;

/** A place in a list of applications: the call, the filters and the page. Every control carries the whole of it. */
export type ListPlace = {
  readonly callId: string;
  readonly group: Group | null;
  readonly voivodeship: Voivodeship | null;
  readonly todo: boolean;
  /** From 1. */
  readonly page: number;
};

export const startOf = (callId: string): ListPlace => ({
  callId,
  group: null,
  voivodeship: null,
  todo: false,
  page: 1,
});

const NONE = '-';
const SHAPE = /^([0-9a-f-]{36})\.(\d{1,2}|-)\.(\d{1,2}|-)\.([01])\.([1-9]\d{0,3})$/;
const PLACES = VOIVODESHIPS.map((one) => one.key);

function writePlace(place: ListPlace): string {
  const group = place.group ? GROUPS.indexOf(place.group) : NONE;
  const voivodeship = place.voivodeship ? PLACES.indexOf(place.voivodeship) : NONE;
  return [place.callId, group, voivodeship, place.todo ? 1 : 0, place.page].join('.');
}

function readPlace(raw: string): ListPlace | null {
  const found = SHAPE.exec(raw);
  const callId = z.uuid().safeParse(found?.[1]).data;
  if (!found || !callId) return null;
  const [, , group = NONE, voivodeship = NONE, todo, page] = found;
  const key = PLACES[Number(voivodeship)];
  return {
    callId,
    group: GROUPS[Number(group)] ?? null,
    voivodeship: key && isVoivodeship(key) ? key : null,
    todo: todo === '1',
    page: Number(page),
  };
}

/** Short enough for a menu entry, whose value has 75 characters (Slack contract 5.4). */
export const placeCodec: Codec<ListPlace> = {
  encode: writePlace,
  decode: (raw) => (raw ? readPlace(raw) : null),
};

/** A place as part of a larger value. */
const placeSchema = z.string().transform((raw, check): ListPlace => {
  const place = readPlace(raw);
  if (place) return place;
  check.addIssue({ code: 'custom', message: 'unreadable' });
  return z.NEVER;
});

const written = (place: ListPlace): string => writePlace(place);

/** An application seen from a place in the list; `page` is the page of its answers, from 1. */
export type Seen = { readonly id: string; readonly from: ListPlace; readonly page: number };
const seenSchema = z.object({ id: z.uuid(), from: placeSchema, page: z.int().min(1).max(99) });
export const seenCodec: Codec<Seen> = {
  encode: (seen) => JSON.stringify({ ...seen, from: written(seen.from) }),
  decode: codec(seenSchema).decode,
};

/** One answer of an application, to be read whole. */
export type Answer = Seen & { readonly key: string };
export const answerCodec: Codec<Answer> = {
  encode: (answer) => JSON.stringify({ ...answer, from: written(answer.from) }),
  decode: codec(seenSchema.extend({ key: z.string().min(1).max(80) })).decode,
};

/** Metadata of the two forms: the application, the way back, and the version that the person sees (R4). */
export type FormPlace = { readonly id: string; readonly from: string; readonly version: number };
export const formPlace = z.object({ id: z.uuid(), from: placeSchema, version: z.int() });
export const writeFormPlace = (id: string, from: ListPlace, version: number): FormPlace => ({
  id,
  from: written(from),
  version,
});

/** Metadata of the release: the call and a mark of what the preview showed. */
export const releasePlace = z.object({ from: placeSchema, seen: z.string().min(1).max(60) });
export const writeReleasePlace = (from: ListPlace, seen: string) => ({ from: written(from), seen });

/** Fields of the formal check carry the item's key. */
export const markField = (key: string): string => `mark_${key}`;
export const noteField = (key: string): string => `note_${key}`;
