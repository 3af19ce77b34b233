import { z } from 'zod';
import { defineWaitingAct } from '../../platform/feature.ts';
import { typedShort } from '../../platform/slack/blocks.ts';
import { callById } from '../programmes/public.ts';
import {
  checkRelease,
  publicListKey,
  RELEASE_SECONDS,
  type ReleaseRefusal,
  releaseIn,
  resultKey,
} from './operations/release.ts';
import { namesInCall, standingResults } from './queries/results.ts';
import { decisionTexts, releaseTexts } from './texts/decisions.ts';

const NAME_SHOWN = 150;

export const releaseKey = (callId: string): string => `release:${callId}`;

/** The release of the results of a call. What was previewed is what is released, or nothing is. */
export const releaseAct = defineWaitingAct({
  kind: 'applications.release',
  params: z.object({ callId: z.uuid(), seen: z.string(), publish: z.boolean() }),
  result: z.object({ told: z.int(), byHand: z.int() }),
  seconds: RELEASE_SECONDS,
  about: async (tx, { callId }) => {
    const call = await callById(tx, callId);
    return call && { key: releaseKey(callId), cohortId: call.cohortId };
  },
  check: checkRelease,
  perform: releaseIn,
  words: async ({ db }, { callId, publish }, locale) => {
    const words = releaseTexts(locale).waits;
    const [call, { applications }] = [await callById(db, callId), await standingResults(db, callId)];
    const told = applications.filter((one) => one.result !== null && one.receiver !== null).length;
    const what = words.what(typedShort(call?.cohort.name ?? '?', NAME_SHOWN));
    return { what, effect: [words.effect(told), ...(publish ? [words.published] : [])].join(' ') };
  },
  refusal: (reason: ReleaseRefusal, locale) => {
    const words = releaseTexts(locale);
    if (reason === 'changed_meanwhile') return words.waits.changed;
    return reason === 'nothing' ? words.nothing : decisionTexts(locale).refusals[reason];
  },
  correction: async (db, { callId }) => {
    const call = await callById(db, callId);
    if (!call) return null;
    const { cohort } = call;
    const applicants = (await namesInCall(db, callId)).map(({ id, name }) => ({ key: resultKey(id), name }));
    const told = [...applicants, { key: publicListKey(callId), name: `#${cohort.slug}` }];
    const draft = { pl: releaseTexts('pl').waits.draft(cohort.name), en: releaseTexts('en').waits.draft(cohort.name) };
    return { told, draft };
  },
});
