import { type Actor, isExpert, isStaff } from '../../../core/actor.ts';
import { matches } from '../../../core/search.ts';
import { clip } from '../../../core/text.ts';
import { typed } from '../../../platform/slack/blocks.ts';
import {
  type CommandHandler,
  defineAction,
  defineView,
  type Handling,
  type OptionsHandler,
} from '../../../platform/slack/handlers.ts';
import type { Choice } from '../../../platform/slack/message.ts';
import { closeModal, ephemeral, openModal, type Reply, say } from '../../../platform/slack/reply.ts';
import { IDS, oneId, tieMetadata } from '../ids.ts';
import { tieForm } from '../input.ts';
import { declareTie, endTie } from '../operations/index.ts';
import { expertProfile, listExperts, organisationsFor } from '../queries.ts';
import { mayDeclare } from '../rules/index.ts';
import { texts } from '../texts.ts';
import { tieModal } from '../views/index.ts';

const OPTION_TEXT = 75;
const OPTIONS = 100;
const NAME_SHOWN = 50;

const asChoice = (value: string, text: string): Choice => ({ value, text: clip(text, OPTION_TEXT) });

async function openTie({ deps, actor }: Handling, expertId: string | null): Promise<Reply> {
  const { refusals } = texts(actor.locale);
  if (expertId ? !mayDeclare(actor, expertId) : !isStaff(actor)) return ephemeral(say(refusals.not_allowed));
  const expert = expertId ? await expertProfile(deps.db, expertId) : null;
  if (expertId && !expert) return ephemeral(say(refusals.not_expert));
  return openModal(tieModal(expert, actor.locale));
}

export const tieCommand: CommandHandler = {
  words: ['expert tie', 'ekspert powiązanie', 'ekspert powiazanie', 'ekspertka powiązanie', 'ekspertka powiazanie'],
  help: (actor, locale) => (isStaff(actor) || isExpert(actor) ? texts(locale).help.tie : null),
  run: (handling) => openTie(handling, isStaff(handling.actor) ? null : handling.actor.personId),
};

export const tieAction = defineAction(IDS.tie, oneId, openTie);

export const tieView = defineView({
  id: IDS.tie,
  metadata: tieMetadata,
  form: ({ expertId }) => tieForm(expertId === null),
  error: (reason, locale) => texts(locale).errors[reason] ?? reason,
  run: async ({ deps, actor, now }, input, metadata) => {
    const { refusals, tie: words } = texts(actor.locale);
    const expertId = metadata.expertId ?? input[IDS.expert] ?? '';
    const facts = { expertId, organisationId: input[IDS.organisation], category: input.category };
    const outcome = await declareTie(deps, actor, now, facts);
    if (!outcome.ok) return closeModal(say(refusals[outcome.reason]));
    const { expert, organisation, isNew, together } = outcome.value;
    const said = (isNew ? words.declared : words.already)(typed(expert), typed(organisation));
    return closeModal(say(together ? `${said}\n${words.together}` : said));
  },
});

export const endTieAction = defineAction(IDS.endTie, oneId, async ({ deps, actor, now }, id) => {
  const words = texts(actor.locale);
  const outcome = await endTie(deps, actor, now, id);
  return ephemeral(say(outcome.ok ? words.tie.ended : words.refusals[outcome.reason]));
});

export const expertOptions: OptionsHandler = {
  id: IDS.expert,
  run: async ({ deps, actor }, query) => {
    if (!isStaff(actor)) return [];
    const experts = (await listExperts(deps.db)).filter((expert) => matches(query, expert.name));
    return experts.slice(0, OPTIONS).map((expert) => asChoice(expert.personId, expert.name));
  },
};

/** Staff find every organisation; experts those in the cohorts where they work: applicants are nobody's business. */
function scopeOf(actor: Actor): 'all' | 'participants' | readonly string[] {
  if (isStaff(actor)) return 'all';
  const held = actor.roles.filter((one) => one.role === 'expert').map((one) => one.cohortId);
  return held.includes(null) ? 'participants' : held.filter((cohortId) => cohortId !== null);
}

export const organisationOptions: OptionsHandler = {
  id: IDS.organisation,
  run: async ({ deps, actor }, query) => {
    if (!isStaff(actor) && !isExpert(actor)) return [];
    const all = await organisationsFor(deps.db, scopeOf(actor));
    const fitting = all.filter(({ name, town }) => matches(query, `${name} ${town}`)).slice(0, OPTIONS);
    return fitting.map(({ id, name, town }) => asChoice(id, `${clip(name, NAME_SHOWN)} – ${town}`));
  },
};
