import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { PEOPLE } from '../../sandbox/index.ts';
import { admittedIn } from '../support/admitted.ts';
import { hoursOf } from '../support/consultations.ts';
import { setUpCohort } from '../support/play.ts';
import { openWorkspace, type Transport, type Workspace } from '../support/workspace.ts';

const [celina] = PEOPLE.experts;
const [halina, igor, , kamil] = PEOPLE.representatives;

let workspace: Workspace;
const as = (id: string) => workspace.sandbox.as(id);
const admitted = (name: string, person: string) => admittedIn(workspace, { name, person, expert: celina });
/** What a person reads in a channel, without marks. */
const read = (id: string, room: string): readonly string[] =>
  as(id)
    .texts(room)
    .map((text) => text.replaceAll('*', ''));
const last = (id: string, room: string): string => read(id, room).at(-1) ?? '';
const shown = (id: string, room: string): string => read(id, room).join('\n');

async function tickAt(iso: string): Promise<void> {
  workspace.clock.set(iso);
  await workspace.app.tick();
  await workspace.sandbox.settled();
}

const KINDS = [
  ['a guest', halina],
  ['a member', kamil],
  ['somebody of another workspace', PEOPLE.foreign],
] as const;

describe.each<Transport>(['socket', 'http'])('consultations over %s', (transport) => {
  beforeEach(async () => {
    workspace = await openWorkspace({ transport, now: '2023-04-03T10:00:00+02:00' });
    await setUpCohort(as(PEOPLE.admin));
    workspace.clock.set('2023-06-01T10:00:00+02:00');
  });
  afterEach(() => workspace.close());

  it.each(KINDS)(
    '%s books, moves and cancels with buttons alone, and is reminded of the time that holds',
    async (_kind, id) => {
      const room = await admitted('Stowarzyszenie Zmyślony Ogród', id);
      await hoursOf(workspace.app.deps, celina);
      const person = as(id);
      await person.click('Umów konsultację', { channel: room });
      await person.fill({ Termin: 'pon. 5 czerwca, 10:00–11:00' });
      await person.submit();
      expect(person.modal()?.all).toContain('Trzymamy ten termin do czw. 1 czerwca, 10:05');
      await person.fill({ 'O czym chcecie porozmawiać': 'Spacer badawczy' });
      await person.submit();
      await workspace.sandbox.settled();
      expect(shown(id, room)).toContain('Konsultacja umówiona: pon. 5 czerwca, 10:00–11:00');
      expect(as(celina).texts('Debiuty').join()).toContain('Spacer badawczy');

      await person.click('Przesuń', { channel: room });
      await person.fill({ Termin: 'pon. 5 czerwca, 11:00–12:00' });
      await person.submit();
      await workspace.sandbox.settled();
      expect(shown(id, room)).toContain('pon. 5 czerwca, 10:00–11:00 → pon. 5 czerwca, 11:00–12:00');
      expect(shown(id, room)).toContain('Konsultacja umówiona: pon. 5 czerwca, 11:00–12:00');

      await tickAt('2023-06-04T10:30:00+02:00');
      expect(shown(id, room)).not.toContain('Przypomnienie');
      await tickAt('2023-06-04T11:01:00+02:00');
      expect(shown(id, room)).toContain('Przypomnienie');

      await person.click('Odwołaj', { channel: room });
      expect(person.modal()?.all).toContain('zostało już mniej czasu');
      await person.submit();
      await workspace.sandbox.settled();
      expect(shown(id, room)).toContain('Konsultacja odwołana przez organizację: pon. 5 czerwca, 11:00–12:00');
      await tickAt('2023-06-05T10:01:00+02:00');
      expect(shown(id, room).match(/Przypomnienie/g)).toHaveLength(1);
    },
  );
});

describe('consultations of two organisations', () => {
  beforeEach(async () => {
    workspace = await openWorkspace({ now: '2023-04-03T10:00:00+02:00' });
    await setUpCohort(as(PEOPLE.admin));
    workspace.clock.set('2023-06-01T10:00:00+02:00');
  });
  afterEach(() => workspace.close());

  it('who comes second is shown the next free times at once; a freed time is offered in order, with a button', async () => {
    const [first, second] = [await admitted('Pierwsza Zmyślona', halina), await admitted('Druga Zmyślona', igor)];
    await hoursOf(workspace.app.deps, celina, { to: 660, horizonDays: 5 });
    await as(halina).click('Umów konsultację', { channel: first });
    await as(igor).click('Umów konsultację', { channel: second });
    for (const id of [halina, igor]) await as(id).fill({ Termin: 'pon. 5 czerwca, 10:00–11:00' });
    await as(halina).submit();
    await as(igor).submit();
    expect(as(igor).modal()?.all).toContain('Nie ma teraz wolnych terminów');
    await as(igor).fill({ 'Kiedy i o czym chcielibyście porozmawiać?': 'Jak najszybciej' });
    await as(igor).submit();
    expect(last(igor, second)).toContain('Jesteście na początku kolejki');
    await as(halina).submit();
    await workspace.sandbox.settled();
    expect(as(celina).texts('Debiuty').join()).toContain('Jak najszybciej');
    await as(halina).click('Odwołaj', { channel: first });
    await as(halina).submit();
    await workspace.sandbox.settled();
    expect(last(igor, second)).toContain('Zwolnił się termin: pon. 5 czerwca, 10:00–11:00');
    await as(igor).click('Biorę ten termin', { channel: second });
    await workspace.sandbox.settled();
    expect(shown(igor, second)).toContain('Konsultacja umówiona: pon. 5 czerwca, 10:00–11:00');
    expect(shown(igor, second)).toContain('Termin jest Wasz');
  });

  it('an expert who wants to say yes first does so with one click, or says no kindly', async () => {
    const room = await admitted('Pierwsza Zmyślona', halina);
    await hoursOf(workspace.app.deps, celina, { needsApproval: true });
    const ask = async (time: string) => {
      await as(halina).click('Umów konsultację', { channel: room });
      await as(halina).fill({ Termin: time });
      await as(halina).submit();
      await as(halina).submit();
      await workspace.sandbox.settled();
    };
    await ask('pon. 5 czerwca, 10:00–11:00');
    expect(shown(halina, room)).toContain('Prośba o konsultację wysłana');
    await as(celina).click('Potwierdzam', { channel: 'Debiuty' });
    await workspace.sandbox.settled();
    expect(shown(halina, room)).toContain('Konsultacja potwierdzona: pon. 5 czerwca, 10:00–11:00');
    await ask('pon. 5 czerwca, 11:00–12:00');
    await as(celina).click('Nie mogę', { channel: 'Debiuty' });
    await as(celina).fill({ 'Słowo wyjaśnienia': 'Mam wtedy pociąg' });
    await as(celina).submit();
    await workspace.sandbox.settled();
    expect(last(halina, room)).toContain('Tym razem się nie uda');
    expect(last(halina, room)).toContain('Mam wtedy pociąg');
  });

  it('staff book on behalf, everybody has a list, and a stranger to the organisation is refused', async () => {
    const room = await admitted('Pierwsza Zmyślona', halina);
    await hoursOf(workspace.app.deps, celina);
    const staff = as(PEOPLE.admin);
    await staff.slash(room, '/debiuty umów');
    await staff.fill({ Termin: 'pon. 5 czerwca, 10:00–11:00' });
    await staff.submit();
    await staff.submit();
    await workspace.sandbox.settled();
    expect(shown(halina, room)).toContain('Konsultacja umówiona');
    for (const id of [halina, celina, PEOPLE.admin]) {
      await as(id).openHome();
      expect(as(id).home()?.all).toContain('pon. 5 czerwca, 10:00–11:00');
    }
    await as(celina).click('Odwołaj', { channel: 'Debiuty' });
    await as(celina).fill({ Powód: 'Choroba' });
    await as(celina).submit();
    await workspace.sandbox.settled();
    expect(last(halina, room)).toContain('odwołana przez eksperta lub ekspertkę');
    await as(halina).click('Wybierz nowy termin', { channel: room });
    expect(as(halina).modal()?.heading).toBe('Umów konsultację');
  });
});
