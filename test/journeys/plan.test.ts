import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { PEOPLE, type PersonDriver } from '../../sandbox/index.ts';
import type { Program, Solution, SolveOptions } from '../../src/core/program.ts';
import { admit } from '../../src/features/participations/public.ts';
import { inTransaction } from '../../src/platform/db/transaction.ts';
import { solveForTests } from '../support/deps.ts';
import { doAtOnce } from '../support/undo.ts';
import { openWorkspace, type Workspace } from '../support/workspace.ts';

const NOW = '2023-04-03T10:00:00+02:00';
const [celina, dariusz] = PEOPLE.experts;

let workspace: Workspace;
let alicja: PersonDriver;
/** How a program is solved; a test may make it wait. */
let solve: (program: Program, options: SolveOptions) => Promise<Solution>;
const as = (id: string) => workspace.sandbox.as(id);
const modal = () => alicja.modal()?.all ?? '';

/** An organisation that was admitted, without people in Slack. */
async function admitted(name: string, voivodeship = 'lodzkie'): Promise<string> {
  const { deps } = workspace.app;
  const { db, ids } = deps;
  const now = deps.clock.now();
  const cohort = await db.cohort.findFirstOrThrow();
  const organisationId = ids.next();
  const register = { registerType: 'other', registerName: 'próbny', registerNumber: organisationId };
  const place = { town: 'Zmyślin', voivodeship, legalForm: 'association' };
  await db.organisation.create({
    data: { id: organisationId, name, ...register, ...place, createdAt: now, version: 1 },
  });
  const admission = { cohortId: cohort.id, organisationId, applicationId: null, subject: 'Ogród przy świetlicy' };
  return inTransaction(db, (tx) => admit(deps, tx, 'bot', now, { ...admission, grantGrosze: 600_000 }));
}

async function addExpert(handle: string, region: string, limit: string): Promise<void> {
  await alicja.slash('#debiuty', `/debiuty ekspert dodaj @${handle}`);
  await alicja.fill({
    'W czym pomaga': ['finanse'],
    Województwa: [region],
    'Ile organizacji naraz najwyżej': limit,
  });
  if ((await alicja.submit()).action === 'updated') await alicja.close();
}

const staffRoom = () => alicja.channels().find((name) => name.includes('zespol')) ?? '?';

async function makePlan(goal = 'Najlepsza suma'): Promise<void> {
  await alicja.slash(staffRoom(), '/debiuty przydziel plan');
  await alicja.fill({ 'Na czym zależy najbardziej?': goal });
  await alicja.submit();
  await workspace.sandbox.settled();
}

beforeEach(async () => {
  solve = solveForTests;
  workspace = await openWorkspace({ now: NOW, solve: (program, options) => solve(program, options) });
  alicja = as(PEOPLE.admin);
  await alicja.slash('#debiuty', '/debiuty cohort new');
  await alicja.fill({ 'Program lub edycja, z której kopiujemy': 'Debiuty 2023' });
  await alicja.submit();
  await alicja.submit();
});
afterEach(() => workspace.close());

describe('a plan for a whole cohort', () => {
  it('is made, explained, pinned, solved again, approved in part, and an expert accepts', async () => {
    await admitted('Stowarzyszenie Zmyślony Ogród');
    await admitted('Fundacja Papierowy Most', 'slaskie');
    await addExpert('celina', 'łódzkie', '2');
    await addExpert('dariusz', 'śląskie', '2');
    await workspace.sandbox.settled();

    await makePlan();
    expect(modal()).toContain('2 z 2 organizacji ma w planie osobę prowadzącą');
    expect(modal()).toContain('Udowodnione: żaden inny plan nie ma lepszej sumy.');
    expect(modal()).toContain('→ *Dariusz Fikcyjny*');

    await alicja.click('Dlaczego?');
    expect(modal()).toContain('Fundacja Papierowy Most');
    expect(modal()).toContain('działa w województwie: śląskie');

    await alicja.click('Zmień osobę');
    await alicja.fill({ 'Kto ma poprowadzić?': 'Celina Zmyślona' });
    await alicja.submit();
    await workspace.sandbox.settled();
    expect(modal()).toContain('Ponowne przeliczenie zmieniło 1 parę');
    expect(modal()).toContain('ustalone na stałe');

    await alicja.click('Obciążenie');
    expect(modal()).toContain('Celina Zmyślona*: 2 z 2');
    await alicja.submit();
    await alicja.slash(staffRoom(), '/debiuty assign plan');

    await alicja.click('Zatwierdź…');
    await alicja.fill({
      'Które organizacje?': 'Tylko wybrane poniżej',
      'Wybrane organizacje': ['Fundacja Papierowy Most'],
    });
    await alicja.submit();
    expect(modal()).toContain('zatwierdzenie planu: 1 organizacja');
    expect(as(celina).dms()).toEqual([]);
    await doAtOnce(alicja);
    expect(as(celina).texts('Debiuty').at(-1)).toContain('Fundacja Papierowy Most');
    expect(as(celina).texts('Debiuty').join()).not.toContain('pkt');
    expect(alicja.texts(staffRoom()).at(-1)).toContain('plan przydziałów zatwierdzony');
    await as(celina).click('Przyjmuję');
    await alicja.slash(staffRoom(), '/debiuty przydziel plan');
    expect(modal()).toContain('Z tego planu zapytano już o 1 organizację');
    expect(modal()).toContain('*Celina Zmyślona* – pytanie wysłane');
    await alicja.close();
  });

  it('pressed twice and by two staff at once, the approval is one act, and each expert is asked once', async () => {
    await admitted('Stowarzyszenie Zmyślony Ogród');
    await addExpert('celina', 'łódzkie', '2');
    await workspace.sandbox.settled();
    await makePlan('Nikt nie zostaje z beznadziejną parą');
    await alicja.click('Zatwierdź…');
    await alicja.submit();
    await alicja.click('Zatwierdź…');
    await alicja.submit();
    expect(modal()).toContain('Zatwierdzenie tego planu już czeka');
    await doAtOnce(alicja);
    expect(
      as(celina)
        .texts('Debiuty')
        .filter((text) => text.includes('Zmyślony Ogród')),
    ).toHaveLength(1);
    await alicja.slash(staffRoom(), '/debiuty przydziel plan');
    expect(modal()).toContain('Teraz nikt nie czeka na osobę prowadzącą');
    await alicja.close();
  });

  it('says who is short of experts and takes a way out that is settled', async () => {
    await admitted('Stowarzyszenie Zmyślony Ogród');
    await admitted('Fundacja Papierowy Most');
    await addExpert('celina', 'łódzkie', '1');
    await workspace.sandbox.settled();
    await makePlan();
    expect(modal()).toContain('bez nikogo zostaje 1 organizacja');
    expect(modal()).toContain('prowadzić je może tylko: Celina Zmyślona, a tam jest 1 wolne miejsce');
    expect(modal()).toContain('1. Celina Zmyślona bierze jedną organizację więcej');
    await alicja.click('Ustalone, przelicz');
    await workspace.sandbox.settled();
    expect(modal()).toContain('2 z 2 organizacji ma w planie osobę prowadzącą');
    await alicja.close();
    await alicja.slash('#debiuty', '/debiuty eksperci');
    expect(modal()).toContain('obciążenie 0 z 2');
    await alicja.close();
  });

  it('a declined answer offers the standby of the plan first', async () => {
    await admitted('Stowarzyszenie Zmyślony Ogród');
    await addExpert('celina', 'łódzkie', '2');
    await addExpert('dariusz', 'śląskie', '2');
    await workspace.sandbox.settled();
    await makePlan();
    expect(modal()).toContain('w rezerwie: Dariusz Fikcyjny');
    await alicja.click('Zatwierdź…');
    await alicja.submit();
    await doAtOnce(alicja);
    await as(celina).click('Nie mogę');
    await as(celina).fill({ 'Dlaczego?': 'Nie mam teraz czasu' });
    await as(celina).submit();
    await alicja.click('Zaproponuj: Dariusz Fikcyjny (w rezerwie)', { channel: staffRoom() });
    await doAtOnce(alicja);
    expect(as(dariusz).texts('Debiuty').at(-1)).toContain('Zmyślony Ogród');
  });

  it('what staff know of a pair and what an organisation needs count when the plan is solved again', async () => {
    await admitted('Stowarzyszenie Zmyślony Ogród');
    await addExpert('celina', 'łódzkie', '2');
    await addExpert('dariusz', 'śląskie', '2');
    await workspace.sandbox.settled();
    await makePlan();
    await alicja.click('Dlaczego?');
    await alicja.click('Co wiemy o tej parze');
    await alicja.fill({ 'Czy coś ich łączy?': 'Sprawdzone: jest powiązanie' });
    expect(await alicja.submit()).toMatchObject({ action: 'errors' });
    await alicja.fill({ 'Jeśli jest: jakie?': 'rodzina lub bliska osoba', 'Skąd to wiemy?': 'Rozmowa telefoniczna' });
    await alicja.submit();
    expect(modal()).toContain('Zapisano. Przelicz plan');
    await alicja.click('Przelicz');
    await workspace.sandbox.settled();
    expect(modal()).toContain('→ *Dariusz Fikcyjny*');
    await alicja.click('Dlaczego?');
    expect(modal()).toContain('zadeklarowane powiązanie: rodzina lub bliska osoba');
    await alicja.click('Warunki organizacji');
    await alicja.fill({
      'W jakim języku potrzebuje pomocy?': 'ukraiński',
      'Bez czego się nie obejdzie?': ['Ktoś, kto zna ten język'],
    });
    await alicja.submit();
    await alicja.click('Przelicz');
    await workspace.sandbox.settled();
    expect(modal()).toContain('bez nikogo zostaje 1 organizacja');
    expect(modal()).toContain('bez warunku języka');
    await alicja.close();
  });

  it('is called off, and nothing of it is kept', async () => {
    await admitted('Stowarzyszenie Zmyślony Ogród');
    await addExpert('celina', 'łódzkie', '1');
    await workspace.sandbox.settled();
    solve = (_program, { signal }) =>
      new Promise((resolve) => {
        const nothing = { status: 'cancelled', values: null, reached: [], tookMs: 0 } as const;
        signal?.addEventListener('abort', () => resolve(nothing));
      });
    await alicja.slash(staffRoom(), '/debiuty przydziel plan');
    const submitted = alicja.submit();
    await expect.poll(modal, { timeout: 10_000 }).toContain('Przerwij');
    const clicked = alicja.click('Przerwij');
    await Promise.all([submitted, clicked]);
    await workspace.sandbox.settled();
    expect(modal()).toContain('Przerwano. Plan zostaje, jaki był; zapisane ustalenia zostają.');
    expect(await workspace.db.cohortPlan.count()).toBe(0);
    expect(await workspace.db.planRun.count()).toBe(0);
    await alicja.close();
  });

  it('is nobody else’s business: experts and organisations are refused and learn nothing', async () => {
    await admitted('Stowarzyszenie Zmyślony Ogród');
    await addExpert('celina', 'łódzkie', '1');
    await workspace.sandbox.settled();
    await as(celina).slash('#debiuty', '/debiuty przydziel plan');
    expect(as(celina).modal()).toBeNull();
    expect(as(celina).texts('#debiuty').at(-1)).toBe('To może zrobić tylko zespół programu.');
  });
});
