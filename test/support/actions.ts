import type { Actor } from '../../src/core/actor.ts';
import { actions } from '../../src/features/actions/index.ts';
import { addDate, planAction } from '../../src/features/actions/operations/index.ts';
import type { Planned } from '../../src/features/actions/rules/index.ts';
import { deadlines } from '../../src/features/deadlines/index.ts';
import { obligations } from '../../src/features/obligations/index.ts';
import type { ActionEndedHook, Feature } from '../../src/platform/feature.ts';
import { actor } from './actors.ts';
import type { TestDeps } from './deps.ts';
import { addPerson, makeCohort, makeExpert, makePerson, makePlace, PLACE_FEATURES } from './places.ts';

/** What those who build on actions were told, and whether they keep an action as it is. */
export type Heard = { readonly ended: Parameters<ActionEndedHook>[4][]; readonly reopened: string[]; settled: boolean };

/** A feature that builds on actions, such as the opinion. */
export const hearing = (heard: Heard): Feature => ({
  name: 'hearing',
  actionEnded: async (_deps, _tx, _actor, _now, ended) => {
    heard.ended.push(ended);
  },
  actionReopened: async (_deps, _tx, _actor, _now, { actionId }) => {
    heard.reopened.push(actionId);
  },
  actionSettled: async () => heard.settled,
});

export const ACTION_FEATURES = [...PLACE_FEATURES, deadlines, obligations, actions];

export type Stage = {
  readonly cohortId: string;
  readonly participationId: string;
  readonly organisationId: string;
  readonly channelId: string;
  readonly member: Actor;
  readonly expert: Actor;
  readonly other: Actor;
  readonly staff: Actor;
  readonly stranger: Actor;
};

let stages = 0;

/** A cohort with an organisation in its channel, the expert who leads it, another one, and staff. */
export async function makeStage(test: TestDeps, key = 'debiuty-2024'): Promise<Stage> {
  stages += 1;
  const { deps } = test;
  const cohortId = await makeCohort(test, key, `dzialania-${stages}`);
  const expert = await makeExpert(test, 'Celina Przykładowa', { cohortId });
  const other = await makeExpert(test, 'Dariusz Zmyślony', { cohortId });
  const { id: participationId, organisationId } = await makePlace(test, cohortId, 'Stowarzyszenie Zmyślony Ogród');
  const channelId = `C0ACT${stages}`;
  await deps.db.participation.update({ where: { id: participationId }, data: { channelId } });
  const person = await makePerson(test, 'Halina Zmyślona', { isGuest: true });
  await addPerson(test, organisationId, person.personId, true);
  const now = deps.clock.now();
  await deps.db.assignment.create({
    data: {
      ...{ id: deps.ids.next(), participationId, expertId: expert.personId, state: 'active', version: 1 },
      ...{ proposedAt: now, proposedBy: expert.personId, answeredAt: now },
    },
  });
  const staff = await makePerson(test, 'Alicja Zespołowa', { roles: [{ role: 'staff', cohortId }] });
  const stranger = await makePerson(test, 'Obca Osoba');
  const member = actor({ ...person, organisationIds: [organisationId] });
  return { cohortId, participationId, organisationId, channelId, member, expert, other, staff, stranger };
}

export const planned = (date: string, change: Partial<Planned> = {}): Planned => ({
  ...{ date, from: '17:00', to: '19:00', place: 'Świetlica w Zmyślinie' },
  ...change,
});

/** An action of the stage's organisation with these dates; gives its id. */
export async function makeAction(test: TestDeps, stage: Stage, ...days: readonly string[]): Promise<string> {
  const { deps, clock } = test;
  const [first = '2024-06-04', ...more] = days;
  const wish = { participationId: stage.participationId, title: 'Spacer badawczy', channelId: null };
  const made = await planAction(deps, stage.member, clock.now(), { ...wish, planned: planned(first) });
  if (!made.ok) throw new Error(`no action: ${made.reason}`);
  const { actionId } = made.value;
  for (const day of more) {
    const added = await addDate(deps, stage.member, clock.now(), { actionId, planned: planned(day), channelId: null });
    if (!added.ok) throw new Error(`no date: ${added.reason}`);
  }
  return actionId;
}
