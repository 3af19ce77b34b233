import type { PersonDriver } from '../../sandbox/index.ts';
import { front, insist, open, seen, send } from '../people.ts';
import type { Stage } from '../stage.ts';
import type { Organisation } from '../story/organisations.ts';

type Fields = Readonly<Record<string, string | readonly string[]>>;

const TOWN = 'Zmyślin';
const CHECK = 'Sprawdź zgłoszenie';

/** The three steps of the form, by the words people see. */
const stepsOf = ({ name, number, needs, personName }: Organisation, town: string): readonly Fields[] => [
  {
    'Pełna nazwa organizacji': name,
    'Forma prawna': 'fundacja',
    Rejestr: 'Krajowy Rejestr Sądowy (KRS)',
    'Numer w rejestrze': number,
  },
  {
    Miejscowość: town,
    Województwo: 'łódzkie',
    'W jakim miejscu działacie?': 'Mała miejscowość, dużo ogrodów i jedna świetlica.',
    'Osoba do kontaktu': personName,
    'E-mail': 'kontakt@przyklad.example',
  },
  {
    'Temat działania w jednym zdaniu': 'Wspólna rozmowa o placu przed świetlicą',
    'Co i z kim chcecie zrobić?': 'Zaprosimy mieszkanki i mieszkańców na spacer i trzy rozmowy.',
    'Czy to Wasze pierwsze działanie partycypacyjne?': 'tak, pierwsze',
    'W czym potrzebujecie wsparcia?': [needs],
    'O jaką kwotę grantu wnioskujecie?': '6 000',
    'Czy chcecie pracować z mentorem lub mentorką i brać udział w spotkaniach programu?': 'tak',
  },
];

/** Fills the steps from the one that stands open up to the check; `upTo`: leaves after so many. */
async function fillUp(stage: Stage, person: PersonDriver, steps: readonly Fields[], upTo = 3): Promise<void> {
  for (let filled = 0; filled < upTo && !front(person).startsWith(CHECK); filled += 1) {
    const before = front(person);
    const fields = steps.find((step) => before.includes(Object.keys(step)[0] ?? '?'));
    if (!fields) throw new Error(`no known step: ${before.slice(0, 80)}`);
    await person.fill(fields);
    await send(stage, person);
    await seen(stage, () => front(person) !== before, 'the next step');
  }
}

const stateIn =
  ({ db }: Stage, { person }: Organisation, states: readonly string[]) =>
  async () =>
    (await db.application.count({ where: { editor: { slackUserId: person }, state: { in: [...states] } } })) > 0;

const SENT = ['submitted', 'formally_accepted', 'formally_rejected', 'admitted', 'reserve', 'refused'];

/** An organisation fills the form, first with a wrong number if asked to, and sends it. */
export const apply = (stage: Stage, of: Organisation): Promise<void> =>
  insist(stage, {
    who: of.person,
    what: `${of.name} applies`,
    isDone: stateIn(stage, of, SENT),
    tries: async (person) => {
      await open(stage, person, ['#debiuty', '/debiuty zgłoś'], '');
      await seen(stage, () => front(person) !== '', 'the form');
      if (of.entry === 'bad_number' && front(person).includes('Pełna nazwa')) {
        await person.fill({ ...stepsOf(of, TOWN)[0], NIP: '9990000021' });
        if ((await person.submit()).action !== 'errors') throw new Error('a wrong NIP was taken');
        await person.fill({ NIP: '' });
      }
      await fillUp(stage, person, stepsOf(of, TOWN));
      await send(stage, person);
      await seen(stage, () => front(person).includes('wpłynęło'), 'that it was received');
    },
  });

/** Begins an application and leaves it as a draft. */
export const begin = (stage: Stage, of: Organisation): Promise<void> =>
  insist(stage, {
    who: of.person,
    what: `${of.name} begins an application`,
    isDone: stateIn(stage, of, ['draft', ...SENT]),
    tries: async (person) => {
      await open(stage, person, ['#debiuty', '/debiuty zgłoś'], '');
      await seen(stage, () => front(person) !== '', 'the form');
      await fillUp(stage, person, stepsOf(of, TOWN), 1);
    },
  });

/** Changes what was sent and sends it again. */
export const change = (stage: Stage, of: Organisation): Promise<void> =>
  insist(stage, {
    who: of.person,
    what: `${of.name} changes its application`,
    isDone: async () =>
      (await stage.db.submission.count({
        where: {
          application: { editor: { slackUserId: of.person } },
          answers: { path: ['town'], equals: 'Nowy Zmyślin' },
        },
      })) > 0,
    tries: async (person) => {
      await person.slash('#debiuty', '/debiuty moje');
      await person.click('Zmień', { channel: '#debiuty' });
      await seen(stage, () => front(person) !== '', 'the form');
      await fillUp(stage, person, stepsOf(of, 'Nowy Zmyślin'));
      await send(stage, person);
      await seen(stage, () => front(person).includes('wpłynęło'), 'that it was received');
    },
  });

export const withdraw = (stage: Stage, of: Organisation): Promise<void> =>
  insist(stage, {
    who: of.person,
    what: `${of.name} withdraws`,
    isDone: stateIn(stage, of, ['withdrawn']),
    tries: async (person) => {
      await person.slash('#debiuty', '/debiuty moje');
      await person.click('Wycofaj', { channel: '#debiuty' });
      await seen(stage, () => front(person).includes('Powód'), 'the question why');
      await person.fill({ Powód: 'Zmieniliśmy plany' });
      await send(stage, person);
    },
  });

/** Presses send after the closing minute: refused, and kept as a draft. */
export const sendTooLate = async (stage: Stage, of: Organisation): Promise<void> =>
  insist(stage, {
    who: of.person,
    what: `${of.name} is too late`,
    isDone: stateIn(stage, of, ['draft']),
    tries: async (person) => {
      await person.slash('#debiuty', '/debiuty zgłoś');
      await stage.sandbox.settled();
    },
  });
