import type { Actor, HeldRole } from '../../src/core/actor.ts';
import { assignments } from '../../src/features/assignments/index.ts';
import { experts } from '../../src/features/experts/index.ts';
import { notices } from '../../src/features/notices/index.ts';
import { participations } from '../../src/features/participations/index.ts';
import { admit } from '../../src/features/participations/public.ts';
import { definitions } from '../../src/features/programmes/public.ts';
import { undo } from '../../src/features/undo/index.ts';
import { inTransaction } from '../../src/platform/db/transaction.ts';
import { actor } from './actors.ts';
import type { TestDeps } from './deps.ts';
import { slackPerson } from './slack.ts';

/** The features whose queues and notices these tests run. */
export const PLACE_FEATURES = [notices, undo, participations, experts, assignments];

/** Everything that the tests of places, experts and assignments write. */
export const EMPTY_ALL =
  'TRUNCATE "Notice", "Reminder", "ReminderRun", "Obligation", "Assignment", "HelpRequest", "Tie", "ExpertProfile", "Participation", "Representative", ' +
  '"Application", "Call", "RoleGrant", "Cohort", "Organisation", "Person" CASCADE';

type PersonFacts = {
  readonly slackUserId?: string | null;
  readonly roles?: readonly HeldRole[];
  readonly isDeactivated?: boolean;
  readonly isBot?: boolean;
  readonly isGuest?: boolean;
  readonly locale?: 'pl' | 'en';
};

let users = 0;

/** A person of our workspace (or outside Slack), with roles; also known to the recording Slack. */
export async function makePerson(test: TestDeps, name: string, facts: PersonFacts = {}): Promise<Actor> {
  users += 1;
  const { deps } = test;
  const slackUserId = facts.slackUserId === undefined ? `U${users}P` : facts.slackUserId;
  const id = deps.ids.next();
  const { isDeactivated = false, isBot = false, isGuest = false, roles = [] } = facts;
  const flags = { isAdmin: false, isGuest, isBot, isDeactivated };
  await deps.db.person.create({
    data: { id, name, ...flags, slackUserId, slackTeamId: slackUserId && 'T0TEST', createdAt: deps.clock.now() },
  });
  for (const role of roles) {
    const grantedAt = deps.clock.now();
    await deps.db.roleGrant.create({ data: { id: deps.ids.next(), personId: id, ...role, grantedAt } });
  }
  if (slackUserId)
    test.slack.people.set(slackUserId, slackPerson(slackUserId, { name, isDeactivated, isBot, isGuest }));
  return actor({ personId: id, slackUserId: slackUserId ?? '', name, roles, locale: facts.locale ?? 'pl' });
}

/** A cohort with the definition of a programme's edition, its channels standing. */
export async function makeCohort(test: TestDeps, key = 'debiuty-2024', slug = key): Promise<string> {
  const { deps } = test;
  const found = definitions(deps).find((one) => `${one.programme}-${one.edition}` === key);
  if (!found) throw new Error(`no definition ${key}`);
  const id = deps.ids.next();
  const numbers = { places: 30, grantGrosze: found.grantGrosze, voucherGrosze: found.voucherGrosze };
  await deps.db.cohort.create({
    data: {
      ...{ id, programmeKey: found.programme, definition: found, name: `Edycja ${slug}`, slug, ...numbers },
      ...{ channelId: `C${slug}`, staffChannelId: `G${slug}`, createdAt: deps.clock.now(), version: 1 },
      createdBy: id,
    },
  });
  return id;
}

type OrganisationFacts = { readonly town?: string; readonly voivodeship?: string };

export async function makeOrganisation(test: TestDeps, name: string, facts: OrganisationFacts = {}): Promise<string> {
  const { deps } = test;
  const id = deps.ids.next();
  await deps.db.organisation.create({
    data: {
      ...{ id, name, legalForm: 'association', registerType: 'other', registerName: 'próbny', registerNumber: id },
      ...{ town: facts.town ?? 'Zmyślin', voivodeship: facts.voivodeship ?? 'lodzkie' },
      ...{ createdAt: deps.clock.now(), version: 1 },
    },
  });
  return id;
}

export async function addPerson(test: TestDeps, organisationId: string, personId: string, isContact = false) {
  const { deps } = test;
  const startedAt = deps.clock.now();
  await deps.db.representative.create({
    data: { id: deps.ids.next(), organisationId, personId, isContact, startedAt },
  });
}

/** An organisation with its place in a cohort; its channel is made only when the jobs are run. */
export async function makePlace(
  test: TestDeps,
  cohortId: string,
  name: string,
  facts: OrganisationFacts & { readonly needs?: readonly string[] } = {},
): Promise<{ readonly id: string; readonly organisationId: string }> {
  const { deps } = test;
  const organisationId = await makeOrganisation(test, name, facts);
  const applicationId = facts.needs ? await makeApplication(test, cohortId, organisationId, facts.needs) : null;
  const admission = { cohortId, organisationId, applicationId, subject: 'Ogród przy świetlicy', grantGrosze: 500_000 };
  const id = await inTransaction(deps.db, (tx) => admit(deps, tx, 'bot', deps.clock.now(), admission));
  return { id, organisationId };
}

async function makeApplication(
  test: TestDeps,
  cohortId: string,
  organisationId: string,
  needs: readonly string[],
): Promise<string> {
  const { deps } = test;
  const now = deps.clock.now();
  const [callId, id] = [deps.ids.next(), deps.ids.next()];
  const editor = await makePerson(test, 'Osoba Wypełniająca');
  const stage = (await deps.db.call.count({ where: { cohortId } })) + 1;
  const civil = {
    opensOn: '2024-01-01',
    opensTime: '00:00',
    closesOn: '2024-01-02',
    closesTime: '23:59',
    zone: 'Europe/Warsaw',
  };
  const opensAt = new Date('2023-12-31T23:00:00Z');
  const closesAt = new Date('2024-01-02T22:59:00Z');
  const term = { ...civil, opensAt, closesAt, lateFrom: closesAt, closingRule: 'inclusive' };
  await deps.db.call.create({ data: { id: callId, cohortId, stage, ...term, nextNumber: 2, version: 1 } });
  const moments = { receivedAt: now, enteredAt: now, createdAt: now, updatedAt: now };
  await deps.db.application.create({
    data: {
      ...{ id, callId, cohortId, organisationId, editorId: editor.personId, state: 'admitted', number: 1 },
      ...{ step: 3, answers: { needs: [...needs] }, onBehalf: false, ...moments, version: 1 },
    },
  });
  return id;
}

type ExpertFacts = {
  readonly fields?: readonly string[];
  readonly regions?: readonly string[];
  readonly maxLoad?: number;
  readonly cohortId?: string | null;
  readonly isDeactivated?: boolean;
};

/** An expert with role and profile. */
export async function makeExpert(test: TestDeps, name: string, facts: ExpertFacts = {}): Promise<Actor> {
  const { deps } = test;
  const { fields = ['finance'], regions = [], maxLoad = 3, cohortId = null, isDeactivated = false } = facts;
  const expert = await makePerson(test, name, { roles: [{ role: 'expert', cohortId }], isDeactivated });
  await deps.db.expertProfile.create({
    data: {
      ...{ personId: expert.personId, fields: [...fields], regions: [...regions], maxLoad },
      ...{ about: 'Lubi rozmowy.', createdAt: deps.clock.now(), version: 1 },
    },
  });
  return expert;
}
