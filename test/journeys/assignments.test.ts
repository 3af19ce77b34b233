import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { PEOPLE, type PersonDriver } from '../../sandbox/index.ts';
import { admit } from '../../src/features/participations/public.ts';
import { knowPerson } from '../../src/features/people/public.ts';
import { inTransaction } from '../../src/platform/db/transaction.ts';
import { doAtOnce } from '../support/undo.ts';
import { openWorkspace, type Transport, type Workspace } from '../support/workspace.ts';

const NOW = '2023-04-03T10:00:00+02:00';
const [celina, dariusz] = PEOPLE.experts;
const [halina, igor] = PEOPLE.representatives;

let workspace: Workspace;
let alicja: PersonDriver;
const as = (id: string) => workspace.sandbox.as(id);

/** An organisation that was admitted, with one person in Slack. */
async function admitted(name: string, town: string, person: string): Promise<void> {
  const { deps } = workspace.app;
  const { db, ids } = deps;
  const now = deps.clock.now();
  const cohort = await db.cohort.findFirstOrThrow();
  const known = await knowPerson(deps, person, now);
  if (!known.ok) throw new Error(known.reason);
  const organisationId = ids.next();
  const register = { registerType: 'other', registerName: 'próbny', registerNumber: organisationId };
  const place = { town, voivodeship: 'lodzkie', legalForm: 'association' };
  await db.organisation.create({
    data: { id: organisationId, name, ...register, ...place, createdAt: now, version: 1 },
  });
  const link = { id: ids.next(), organisationId, personId: known.value.id, isContact: true, startedAt: now };
  await db.representative.create({ data: link });
  const admission = { cohortId: cohort.id, organisationId, applicationId: null, subject: 'Ogród przy świetlicy' };
  await inTransaction(db, (tx) => admit(deps, tx, 'bot', now, { ...admission, grantGrosze: 600_000 }));
  await workspace.sandbox.settled();
}

async function addExpert(handle: string, limit: string): Promise<void> {
  await alicja.slash('#debiuty', `/debiuty ekspert dodaj @${handle}`);
  await alicja.fill({
    'W czym pomaga': ['finanse'],
    Województwa: ['łódzkie'],
    'Ile organizacji naraz najwyżej': limit,
  });
  // On a busy machine the answer comes as a word in place of the form, which is then put away.
  if ((await alicja.submit()).action === 'updated') await alicja.close();
  expect(alicja.modal()).toBeNull();
}

const ownChannel = (person: PersonDriver): string => person.channels().find((name) => name.includes('zmyslony')) ?? '?';

describe.each<Transport>(['socket', 'http'])('from a place to an expert over %s', (transport) => {
  beforeEach(async () => {
    workspace = await openWorkspace({ transport, now: NOW });
    alicja = as(PEOPLE.admin);
    await alicja.slash('#debiuty', '/debiuty cohort new');
    await alicja.fill({ 'Program lub edycja, z której kopiujemy': 'Debiuty 2023' });
    await alicja.submit();
    await alicja.submit();
  });
  afterEach(() => workspace.close());

  it('the organisation gets its channel and card, an expert says no, another yes, and the card changes', async () => {
    await admitted('Stowarzyszenie Zmyślony Ogród', 'Zmyślin', halina);
    await addExpert('celina', '3');
    await addExpert('dariusz', '2');
    const channel = ownChannel(as(halina));
    expect(as(halina).texts(channel).join()).toContain('jeszcze dobieramy');

    await as(halina).click('Przydziel (zespół)', { channel });
    expect(as(halina).texts(channel).at(-1)).toBe('To może zrobić tylko zespół programu.');

    await alicja.slash(channel, '/debiuty przydziel');
    expect(alicja.modal()?.all).toContain('1. Celina Zmyślona');
    await alicja.click('Zaproponuj');
    expect(alicja.modal()?.all).toContain('Czeka do godz. 10:05');
    expect(as(celina).dms()).toEqual([]);
    await doAtOnce(alicja);
    await alicja.slash(channel, '/debiuty przydziel');
    expect(alicja.modal()?.all).toContain('Czeka na odpowiedź:* Celina Zmyślona');
    await alicja.close();
    expect(as(celina).texts('Debiuty').at(-1)).toContain('Zmyślin');
    await as(celina).click('Nie mogę');
    await as(celina).fill({ 'Dlaczego?': 'Nie mam teraz czasu' });
    expect(await as(celina).submit()).toMatchObject({ action: 'closed' });

    const staffRoom = alicja.channels().find((name) => name.includes('zespol')) ?? '?';
    expect(alicja.texts(staffRoom).at(-1)).toContain('nie może poprowadzić');
    await alicja.click('Zaproponuj kogoś innego', { channel: staffRoom });
    expect(alicja.modal()?.all).toContain('wcześniejsza odmowa');
    await alicja.click('Zaproponuj');
    await doAtOnce(alicja);
    expect(as(halina).texts(channel).join()).not.toContain('Dariusz');

    // A double press: the second is told kindly, and then there is nothing more to press.
    await Promise.all([as(dariusz).click('Przyjmuję'), as(dariusz).click('Przyjmuję')]);
    expect(as(dariusz).texts('Debiuty').join()).toContain('jest już przyjęta');
    await expect(as(dariusz).click('Przyjmuję', { channel: 'Debiuty' })).rejects.toThrow('sees no');
    expect(as(dariusz).channels()).toContain(channel);
    const seen = as(halina).texts(channel);
    expect(seen.filter((text) => text.includes('Poznajcie osobę, która Was poprowadzi: Dariusz'))).toHaveLength(1);
    expect(seen.filter((text) => text.includes('Kto jest kim'))).toHaveLength(1);
    expect(seen.find((text) => text.includes('Kto jest kim'))).toContain('Dariusz Fikcyjny, od 3 kwietnia 2023 r.');
    expect(alicja.texts(staffRoom).at(-1)).toContain('*Dariusz Fikcyjny* przyjmuje');
  });

  it('a representative sees who is who and writes privately to the team', async () => {
    await admitted('Stowarzyszenie Zmyślony Ogród', 'Zmyślin', halina);
    const channel = ownChannel(as(halina));
    await as(halina).click('Kto jest kim', { channel });
    expect(as(halina).modal()?.all).toContain('reprezentuje organizację, osoba do kontaktu');
    await as(halina).close();
    await as(halina).click('Pomoc / napisz do zespołu', { channel });
    await as(halina).fill({ 'Napisz, w czym pomóc': 'Czy możemy zmienić termin? <!channel>' });
    expect(await as(halina).submit()).toMatchObject({ action: 'closed' });
    expect(as(halina).texts(channel).at(-1)).toContain('Wysłane.');
    const staffRoom = alicja.channels().find((name) => name.includes('zespol')) ?? '?';
    expect(alicja.texts(staffRoom).at(-1)).toContain('Czy możemy zmienić termin? <!channel>');
    await as(halina).slash(channel, '/debiuty karta');
    expect(as(halina).texts(channel).at(-1)).toContain('przypięta u góry kanału');
  });

  it('in the staff channel one searches for the organisation, passes a limit with a reason, and takes it back', async () => {
    await admitted('Stowarzyszenie Zmyślony Ogród', 'Zmyślin', halina);
    await admitted('Fundacja Papierowy Most', 'Papierowo', igor);
    await addExpert('celina', '0');
    const staffRoom = alicja.channels().find((name) => name.includes('zespol')) ?? '?';
    await alicja.slash(staffRoom, '/debiuty assign');
    expect(await alicja.suggestions('Organizacja', 'papier')).toHaveLength(1);
    await alicja.fill({ Organizacja: 'Fundacja Papierowy Most – Papierowo' });
    expect(await alicja.submit()).toMatchObject({ action: 'updated' });
    expect(alicja.modal()?.all).toContain('pełne obciążenie 0 z 0');
    await alicja.click('Mimo limitu');
    await alicja.fill({ Powód: 'Zna tę organizację' });
    expect(await alicja.submit()).toMatchObject({ action: 'cleared' });
    await doAtOnce(alicja);
    await alicja.slash(staffRoom, '/debiuty assign');
    await alicja.fill({ Organizacja: 'Fundacja Papierowy Most – Papierowo' });
    await alicja.submit();
    expect(alicja.modal()?.all).toContain('Czeka na odpowiedź:* Celina Zmyślona');
    await alicja.click('Wycofaj propozycję');
    expect(alicja.modal()?.all).toContain('Czeka do godz.');
    await doAtOnce(alicja);
    expect(as(celina).texts('Debiuty').at(-1)).toContain('już nieaktualna');
    await expect(as(celina).click('Przyjmuję')).rejects.toThrow('sees no');
  });

  it('App Home shows the expert what is theirs and staff who waits; the lists open', async () => {
    await admitted('Stowarzyszenie Zmyślony Ogród', 'Zmyślin', halina);
    await addExpert('celina', '3');
    await alicja.openHome();
    expect(alicja.home()?.all).toContain('Znajdź eksperta lub ekspertkę dla organizacji Stowarzyszenie Zmyślony Ogród');
    await alicja.slash('#debiuty', '/debiuty eksperci');
    expect(alicja.modal()?.all).toContain('obciążenie 0 z 3');
    await alicja.click('Szczegóły');
    await alicja.click('Zgłoś powiązanie');
    await alicja.fill({
      Organizacja: 'Stowarzyszenie Zmyślony Ogród – Zmyślin',
      'Jakie to powiązanie?': 'praca lub pieniądze',
    });
    await alicja.submit();
    await alicja.slash(ownChannel(alicja), '/debiuty przydziel');
    expect(alicja.modal()?.all).toContain('zadeklarowane powiązanie: praca lub pieniądze');
  });
});
