import { isChiefStaff, isExpert } from '../../../core/actor.ts';
import type { Locale } from '../../../core/locale.ts';
import { typed } from '../../../platform/slack/blocks.ts';
import { type CommandHandler, defineAction, defineView, type Handling } from '../../../platform/slack/handlers.ts';
import { closeModal, ephemeral, fieldErrors, openModal, type Reply, say } from '../../../platform/slack/reply.ts';
import { knowPerson } from '../../people/public.ts';
import { cohortOfChannel, definitionOf } from '../../programmes/public.ts';
import { formMetadata, IDS, oneId } from '../ids.ts';
import { expertForm, maybePerson } from '../input.ts';
import { saveExpert } from '../operations/index.ts';
import { type Expert, expertBySlack, expertFields, expertProfile } from '../queries.ts';
import { mayEdit, mayEndTie, mayName } from '../rules/index.ts';
import { texts } from '../texts.ts';
import { expertModal } from '../views/index.ts';

/** In a cohort's channel the role is for that cohort, elsewhere for all of them. */
async function grantPlace({ deps, channelId }: Handling) {
  const cohort = channelId ? await cohortOfChannel(deps.db, channelId) : null;
  const usualLoad = cohort ? definitionOf(cohort).settings.expertLoad : null;
  return { cohortId: cohort?.id ?? null, cohort: cohort?.name ?? null, usualLoad };
}

async function openAdding(handling: Handling, slackUserId: string | null): Promise<Reply> {
  const { deps, actor, now } = handling;
  const { refusals } = texts(actor.locale);
  const { cohortId, cohort, usualLoad } = await grantPlace(handling);
  if (!mayName(actor, cohortId)) {
    return ephemeral(
      say(cohortId === null && mayNameSomewhere(handling) ? refusals.which_cohort : refusals.not_allowed),
    );
  }
  const person = slackUserId ? await knowPerson(deps, slackUserId, now) : null;
  if (person && !person.ok) return ephemeral(say(refusals[person.reason]));
  const expert = slackUserId ? await expertBySlack(deps.db, slackUserId) : null;
  const fields = await expertFields(deps);
  if (fields.length === 0) return ephemeral(say(refusals.no_fields));
  const metadata = { slackUserId, grant: { cohortId }, version: expert?.version ?? null };
  const name = person?.value.name ?? null;
  const facts = { metadata, name, expert, fields, cohort, usualLoad, mayEndTies: mayEndTie(actor) };
  return openModal(expertModal(facts, actor.locale));
}

const mayNameSomewhere = ({ actor }: Handling): boolean => actor.roles.some((held) => held.role === 'staff');

export const addCommand: CommandHandler = {
  words: ['expert add', 'ekspert dodaj', 'ekspertka dodaj'],
  help: (actor, locale) =>
    isChiefStaff(actor) || actor.roles.some((r) => r.role === 'staff') ? texts(locale).help.add : null,
  run: async (handling, rest) => {
    const { refusals } = texts(handling.actor.locale);
    if (!mayNameSomewhere(handling)) return ephemeral(say(refusals.not_allowed));
    const person = maybePerson.safeParse(rest);
    return person.success ? openAdding(handling, person.data) : ephemeral(say(refusals.one_person));
  },
};

async function openEditing(handling: Handling, expert: Expert | null): Promise<Reply> {
  const { deps, actor } = handling;
  const { refusals } = texts(actor.locale);
  if (!expert?.slackUserId) return ephemeral(say(refusals.not_expert));
  if (!mayEdit(actor, expert)) return ephemeral(say(refusals.not_allowed));
  const metadata = { slackUserId: expert.slackUserId, grant: null, version: expert.version };
  const base = { metadata, name: expert.name, expert, fields: await expertFields(deps) };
  return openModal(expertModal({ ...base, cohort: null, usualLoad: null, mayEndTies: mayEndTie(actor) }, actor.locale));
}

export const editCommand: CommandHandler = {
  words: ['expert edit', 'ekspert edytuj', 'ekspertka edytuj'],
  help: (actor, locale) => (isExpert(actor) ? texts(locale).help.own : null),
  run: async (handling, rest) => {
    const { deps, actor } = handling;
    const { refusals } = texts(actor.locale);
    if (!mayNameSomewhere(handling) && !isExpert(actor)) return ephemeral(say(refusals.not_allowed));
    const person = maybePerson.safeParse(rest);
    if (!person.success) return ephemeral(say(refusals.one_person));
    return openEditing(handling, await expertBySlack(deps.db, person.data ?? actor.slackUserId));
  },
};

export const openAction = defineAction(IDS.open, oneId, async (handling, id) => {
  const { deps, actor } = handling;
  if (!mayNameSomewhere(handling) && actor.personId !== id)
    return ephemeral(say(texts(actor.locale).refusals.not_allowed));
  return openEditing(handling, await expertProfile(deps.db, id));
});

const errorWords = (reason: string, locale: Locale): string => texts(locale).errors[reason] ?? reason;

export const formView = defineView({
  id: IDS.form,
  metadata: formMetadata,
  form: async (metadata, deps) =>
    expertForm(
      (await expertFields(deps)).map((field) => field.key),
      metadata.slackUserId === null,
    ),
  error: errorWords,
  run: async ({ deps, actor, now }, input, metadata) => {
    const words = texts(actor.locale);
    const slackUserId = metadata.slackUserId ?? input.person ?? '';
    const { fields, regions, languages, max_load: maxLoad, about } = input;
    const request = {
      slackUserId,
      grant: metadata.grant,
      version: metadata.version,
      fields,
      regions,
      languages,
      maxLoad,
      about,
    };
    const outcome = await saveExpert(deps, actor, now, request);
    // A refusal keeps the form with what was typed, beside the field it is about.
    const field = metadata.slackUserId === null ? 'person' : 'fields';
    if (!outcome.ok) return fieldErrors({ [field]: words.refusals[outcome.reason] });
    const name = typed(outcome.value.name);
    return closeModal(say(metadata.grant ? words.form.added(name) : words.form.saved(name)));
  },
});
