import type { Locale } from '../../../core/locale.ts';
import type { MatterWords } from '../../../platform/feature.ts';
import { button } from '../../../platform/slack/blocks.ts';
import { IDS, opinionCodec, readCodec, taskCodec } from '../ids.ts';
import { texts } from '../texts.ts';
import { openButton } from './messages.ts';
import { shortName } from './names.ts';

type Facts = { readonly opinionId: string; readonly organisation: string };

/** Whoever writes the opinion owes it. */
export const writeMatter = (
  facts: Facts & { readonly isReturned: boolean; readonly isPreparation: boolean },
  locale: Locale,
): MatterWords => {
  const { matters } = texts(locale);
  const write = facts.isPreparation ? matters.writePreparation : matters.write;
  return {
    what: (facts.isReturned ? matters.correct : write)(shortName(facts.organisation)),
    why: matters.writeWhy,
    buttons: [openButton(facts.opinionId, matters.writeButton)],
  };
};

/** Nobody can write it: staff say who does. */
export const nameMatter = (facts: Facts, locale: Locale): MatterWords => {
  const { matters } = texts(locale);
  return {
    what: matters.name(shortName(facts.organisation)),
    why: matters.nameWhy,
    buttons: [openButton(facts.opinionId, matters.open)],
  };
};

export const lookMatter = (facts: Facts, locale: Locale): MatterWords => {
  const { matters } = texts(locale);
  return {
    what: matters.look(shortName(facts.organisation)),
    why: matters.lookWhy,
    buttons: [openButton(facts.opinionId, matters.open)],
  };
};

/** Several of either, in one line of staff's. */
export const manyMatters = (count: number, locale: Locale): MatterWords => ({
  what: texts(locale).matters.many(count),
});

export const readMatter = (facts: Facts & { readonly number: number }, locale: Locale): MatterWords => {
  const { matters, released } = texts(locale);
  const { opinionId, number } = facts;
  return {
    what: matters.read,
    why: matters.readWhy,
    buttons: [
      openButton(opinionId, released.open),
      button(IDS.read, released.confirm, { value: readCodec.encode({ opinionId, number }) }),
    ],
  };
};

export const selfMatter = ({ opinionId }: Facts, locale: Locale): MatterWords => {
  const { matters, self } = texts(locale);
  return {
    what: matters.self,
    why: matters.selfWhy,
    buttons: [button(IDS.self, self.button, { value: opinionCodec.encode({ opinionId }) })],
  };
};

/** A recommendation that the organisation takes up. */
export const taskMatter = (facts: { readonly taskId: string; readonly text: string }, locale: Locale): MatterWords => {
  const { matters } = texts(locale);
  return {
    what: matters.task(shortName(facts.text)),
    why: matters.taskWhy,
    buttons: [button(IDS.task, matters.taskDone, { value: taskCodec.encode({ taskId: facts.taskId }) })],
  };
};
