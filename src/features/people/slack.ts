import { z } from 'zod';
import { isStaff } from '../../core/actor.ts';
import { typed } from '../../platform/slack/blocks.ts';
import { type CommandHandler, defineAction, type EventHandler, type Handling } from '../../platform/slack/handlers.ts';
import { ephemeral, nothing, type Reply, say } from '../../platform/slack/reply.ts';
import { IDS } from './ids.ts';
import { oneLanguage, onePerson } from './input.ts';
import { addStaff, chooseLanguage, refreshPerson, removeStaff } from './operations/index.ts';
import { listStaff } from './queries.ts';
import { canNameStaff } from './rules.ts';
import { texts } from './texts.ts';
import { staffList } from './views.ts';

const words = (handling: Handling) => texts(handling.actor.locale);

async function showStaff(handling: Handling): Promise<Reply> {
  const { actor, deps } = handling;
  if (!isStaff(actor)) return ephemeral(say(words(handling).refusals.not_allowed));
  return ephemeral(staffList(await listStaff(deps.db), canNameStaff(actor), words(handling)));
}

export const staffCommand: CommandHandler = {
  words: ['staff', 'zespół', 'zespol'],
  help: (actor, locale) => (canNameStaff(actor) ? texts(locale).help.staff : null),
  run: showStaff,
};

export const staffAddCommand: CommandHandler = {
  words: ['staff add', 'zespół dodaj', 'zespol dodaj'],
  help: () => null,
  run: async (handling, rest) => {
    const { deps, actor, now } = handling;
    const { refusals, staff } = words(handling);
    if (!canNameStaff(actor)) return ephemeral(say(refusals.not_allowed));
    const person = onePerson.safeParse(rest);
    if (!person.success) return ephemeral(say(refusals.one_person));
    const outcome = await addStaff(deps, actor, now, person.data);
    if (!outcome.ok) return ephemeral(say(refusals[outcome.reason]));
    const { name, already } = outcome.value;
    return ephemeral(say(already ? staff.already(typed(name)) : staff.added(typed(name))));
  },
};

export const languageCommand: CommandHandler = {
  words: ['language', 'język', 'jezyk'],
  help: (_actor, locale) => texts(locale).help.language,
  run: async ({ deps, actor, now }, rest) => {
    const locale = oneLanguage.safeParse(rest);
    if (!locale.success) return ephemeral(say(texts(actor.locale).refusals.which_language));
    await chooseLanguage(deps, actor, now, locale.data);
    return ephemeral(say(texts(locale.data).language.set));
  },
};

const personId = { decode: (raw: string | null) => z.uuid().safeParse(raw).data ?? null };

export const removeStaffAction = defineAction(IDS.removeStaff, personId, async (handling, id) => {
  const { deps, actor, now } = handling;
  const outcome = await removeStaff(deps, actor, now, id);
  const { refusals, staff } = words(handling);
  return ephemeral(say(outcome.ok ? staff.removed(typed(outcome.value.name)) : refusals[outcome.reason]));
});

/** Slack tells when somebody is renamed, deactivated or changes language. */
export const personChanged: EventHandler = {
  type: 'user_change',
  run: async ({ deps, userId, teamId, now }) => {
    await refreshPerson(deps, teamId, userId, now);
    return nothing;
  },
};
