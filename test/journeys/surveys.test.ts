import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { PEOPLE, type PersonDriver } from '../../sandbox/index.ts';
import { features } from '../../src/features/index.ts';
import type { Attended, Feature } from '../../src/platform/feature.ts';
import { admittedIn } from '../support/admitted.ts';
import { reach, STAFF_ROOM, setUpCohort } from '../support/play.ts';
import { openWorkspace, type Transport, type Workspace } from '../support/workspace.ts';

const [celina] = PEOPLE.experts;
const [halina, igor, , kamil, lidia] = PEOPLE.representatives;
const EVENT = '00000000-0000-4000-8000-0000000000e1';
const ENDED = '2023-06-02T14:00:00+02:00';

let workspace: Workspace;
let alicja: PersonDriver;
let attended: Attended[];

/** A meeting as the feature of events will tell of it. */
const meetings: Feature = {
  name: 'meetings',
  attended: [async (_db, since, until) => attended.filter(({ endedAt }) => endedAt > since && endedAt <= until)],
};

const as = (id: string): PersonDriver => workspace.sandbox.as(id);
const OVERALL = 'Jak ogólnie oceniasz to spotkanie?';
const USEFUL = 'Na ile to, o czym była mowa, przyda się w Waszej organizacji?';
const CHANGE = 'Co następnym razem zrobić inaczej?';

async function answer(person: PersonDriver, words: string, channel?: string): Promise<void> {
  await person.click('Odpowiedz', channel ? { channel } : undefined);
  await person.fill({ [OVERALL]: '4', [USEFUL]: '5 – bardzo', [CHANGE]: words });
  await person.submit();
}

const asked = (id: string): number =>
  as(id)
    .dms()
    .filter(({ text }) => text.includes('Opinia po spotkaniu')).length;

async function personOf(slackUserId: string): Promise<string> {
  const found = await workspace.db.person.findFirstOrThrow({ where: { slackUserId } });
  return found.id;
}

async function meet(people: readonly string[]): Promise<void> {
  const { id: cohortId } = await workspace.db.cohort.findFirstOrThrow();
  const ids = await Promise.all(people.map(personOf));
  attended.push({ kind: 'event', id: EVENT, cohortId, endedAt: new Date(ENDED), people: ids });
}

describe.each<Transport>(['socket', 'http'])('surveys over %s', (transport) => {
  let foreignRoom = '';

  beforeEach(async () => {
    attended = [];
    workspace = await openWorkspace({
      ...{ transport, now: '2023-04-03T10:00:00+02:00', features: [...features, meetings] },
    });
    alicja = as(PEOPLE.admin);
    await setUpCohort(alicja);
    workspace.clock.set('2023-06-01T10:00:00+02:00');
    await admittedIn(workspace, { name: 'Stowarzyszenie Zmyślony Ogród', person: halina, expert: celina });
    await admittedIn(workspace, { name: 'Klub Sportowy Niewidzialni', person: kamil });
    await admittedIn(workspace, { name: 'Fundacja Papierowy Most', person: igor });
    await admittedIn(workspace, { name: 'Stowarzyszenie Szklana Góra', person: lidia });
    foreignRoom = await admittedIn(workspace, { name: 'Inicjatywa z Zagranicy', person: PEOPLE.foreign });
  });
  afterEach(() => workspace.close());

  it('asks those who were there an hour after the end, reminds the silent once, and opens the results when it is over', async () => {
    await meet([halina, kamil, lidia, celina, PEOPLE.foreign]);
    await reach(workspace, '2023-06-02T14:30:00');
    expect(asked(halina)).toBe(0);
    await reach(workspace, '2023-06-02T15:05:00');
    expect([halina, kamil, lidia, celina].map(asked)).toEqual([1, 1, 1, 1]);
    expect(asked(igor)).toBe(0);

    // A guest, a member, an expert, and somebody of another workspace in the channel they share.
    await as(halina).click('Odpowiedz');
    expect(as(halina).modal()?.all).toContain('nie można ich potem poprawić ani wycofać');
    expect(as(halina).modal()?.all).toContain('Co mimo to jest możliwe');
    await as(halina).close();
    await answer(as(halina), 'Dłuższe przerwy');
    expect(as(halina).dms().at(-1)?.text).toContain('Dziękujemy!');
    await answer(as(kamil), 'Zażółć gęślą jaźń');
    await answer(as(celina), 'Więcej ćwiczeń');
    await answer(as(PEOPLE.foreign), 'Mapa dojazdu', foreignRoom);
    expect(as(PEOPLE.foreign).texts(foreignRoom).join()).toContain('Dziękujemy!');

    await as(halina).click('Odpowiedz');
    expect(as(halina).modal()).toBeNull();
    expect(as(halina).dms().at(-1)?.text).toContain('Twoja odpowiedź jest już w wynikach');

    await alicja.slash(STAFF_ROOM, '/debiuty wyniki');
    await alicja.click('Wyniki', { channel: STAFF_ROOM });
    expect(alicja.texts(STAFF_ROOM).at(-1)).toContain('otwierają się po jej zamknięciu');
    expect(alicja.texts(STAFF_ROOM).join()).not.toContain('jaźń');

    await reach(workspace, '2023-06-07T09:05:00');
    expect([halina, kamil, lidia, celina].map(asked)).toEqual([1, 1, 2, 1]);
    await answer(as(lidia), 'Nic, było świetnie');
    await reach(workspace, '2023-06-12T09:05:00');
    expect([halina, kamil, lidia, celina].map(asked)).toEqual([1, 1, 2, 1]);
    const results = alicja.texts(STAFF_ROOM).at(-1) ?? '';
    for (const words of ['Odpowiedzi: 5 z 5 osób', 'Zażółć gęślą jaźń', '4: 5 (100%)', 'średnia 4,0'])
      expect(results).toContain(words);
    await alicja.click('Pobierz CSV i XLSX', { channel: STAFF_ROOM });
    await workspace.sandbox.settled();
    expect(alicja.dms().at(-1)?.text).toContain('Plik z wynikami');
  });

  it('keeps results hidden where too few answered, and takes no answer after the end', async () => {
    await meet([halina, kamil, lidia]);
    await reach(workspace, '2023-06-02T15:05:00');
    await answer(as(halina), 'Tajna uwaga');
    await reach(workspace, '2023-06-12T09:05:00');
    expect(alicja.texts(STAFF_ROOM).at(-1)).toContain('Odpowiedzi jest za mało');
    expect(alicja.texts(STAFF_ROOM).join()).not.toContain('Tajna uwaga');
    await as(kamil).click('Odpowiedz');
    expect(as(kamil).dms().at(-1)?.text).toContain('już zamknięta');
    await alicja.slash(STAFF_ROOM, '/debiuty wyniki');
    await alicja.click('Wyniki', { channel: STAFF_ROOM });
    expect(alicja.texts(STAFF_ROOM).at(-1)).toContain('Odpowiedzi jest za mało');
  });

  it('shows the results as a picture where Slack refuses its chart, and as bars of letters where it refuses that', async () => {
    await meet([halina, kamil, lidia, celina, PEOPLE.foreign]);
    await reach(workspace, '2023-06-02T15:05:00');
    for (const id of [halina, kamil, lidia, celina]) await answer(as(id), 'Więcej czasu');
    await answer(as(PEOPLE.foreign), 'Mapa', foreignRoom);
    const { sandbox } = workspace;
    const refused = { method: 'chat.postMessage', kind: 'error', error: 'invalid_blocks' } as const;
    const holds = (type: string) => (args: Readonly<Record<string, unknown>>) => JSON.stringify(args).includes(type);
    sandbox.fault({ ...refused, when: holds('data_visualization'), times: 9 });
    await reach(workspace, '2023-06-12T09:05:00');
    const shown = () => JSON.stringify(alicja.messages(STAFF_ROOM).at(-1));
    expect(shown()).toContain('"slack_file"');
    expect(alicja.texts(STAFF_ROOM).at(-1)).toContain('4: 5 (100%)');
    sandbox.fault({ ...refused, when: holds('slack_file'), times: 9 });
    await workspace.db.notice.updateMany({ where: { kind: 'surveys.results' }, data: { state: 'pending', ts: null } });
    await reach(workspace, '2023-06-12T09:10:00');
    expect(shown()).toContain('█');
    expect(shown()).not.toContain('"slack_file"');
    expect(alicja.texts(STAFF_ROOM).at(-1)).toContain('4: 5 (100%)');
    sandbox.clearFaults();
  });
});
