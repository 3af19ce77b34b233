import { PEOPLE } from '../seed.ts';
import { FIELDS } from './fields.ts';
import { type Language, type Say, sayIn, type Words } from './words.ts';

type Entry = string | readonly string[] | null;
type Step = Readonly<Record<string, Entry>>;

/** What an organisation answers, by the words people see in the form; three steps. */
export type Answers = readonly [organisation: Step, people: Step, idea: Step];

export type Applicant = {
  readonly person: string;
  readonly name: string;
  readonly answers: Answers;
  /** What the person reads: the title of the check before sending, and that it was received. */
  readonly words: { readonly check: string; readonly received: string };
};

type Form = 'association' | 'foundation' | 'circle';

const FORMS: Readonly<Record<Form, Words>> = {
  association: ['stowarzyszenie', 'association'],
  foundation: ['fundacja', 'foundation'],
  circle: ['koło gospodyń wiejskich', "rural women's circle"],
};

const PLACES = {
  lubelskie: 'Lublin',
  mazowieckie: 'Masovian',
  podlaskie: 'Podlaskie',
  śląskie: 'Silesian',
  dolnośląskie: 'Lower Silesian',
  opolskie: 'Opole',
  łódzkie: 'Łódź',
  małopolskie: 'Lesser Poland',
} as const;

type Facts = {
  readonly person: string;
  readonly name: string;
  readonly form: Form;
  readonly isInOwnRegister?: true;
  readonly number: string;
  readonly nip?: string;
  readonly regon?: string;
  readonly town: string;
  readonly voivodeship: keyof typeof PLACES;
  readonly contact: string;
  readonly subject: Words;
  readonly needs: readonly (keyof typeof FIELDS)[];
  readonly amount: Words;
};

const organisationStep = (facts: Facts, t: Say): Step => ({
  [t('Pełna nazwa organizacji', 'Full name of the organisation')]: facts.name,
  [t('Forma prawna', 'Legal form')]: t(...FORMS[facts.form]),
  [t('Rejestr', 'Register')]: facts.isInOwnRegister
    ? t('rejestr kół gospodyń wiejskich ARiMR', "register of rural women's circles (ARiMR)")
    : t('Krajowy Rejestr Sądowy (KRS)', 'National Court Register (KRS)'),
  [t('Numer w rejestrze', 'Number in the register')]: facts.number,
  [t('NIP', 'NIP (tax number)')]: facts.nip ?? null,
  [t('REGON', 'REGON (statistical number)')]: facts.regon ?? null,
});

const peopleStep = ({ town, voivodeship, contact }: Facts, t: Say): Step => ({
  [t('Miejscowość', 'Town or village')]: town,
  [t('Województwo', 'Voivodeship')]: t(voivodeship, PLACES[voivodeship]),
  [t('W jakim miejscu działacie?', 'In what place do you work?')]: t(
    `${town}: około tysiąca osób, dużo ogrodów i jedna świetlica.`,
    `${town}: about a thousand people, many gardens and one club room.`,
  ),
  [t('Osoba do kontaktu', 'Contact person')]: contact,
  'E-mail': 'kontakt@przyklad.example',
});

const ideaStep = ({ subject, needs, amount }: Facts, t: Say): Step => ({
  [t('Temat działania w jednym zdaniu', 'Subject of the action in one sentence')]: t(...subject),
  [t('Co i z kim chcecie zrobić?', 'What do you want to do and with whom?')]: t(
    'Zaprosimy mieszkanki i mieszkańców na spacer i trzy rozmowy, potem wspólnie ustalimy, co dalej.',
    'We will invite the residents to a walk and three talks, and then decide together what comes next.',
  ),
  [t('Czy to Wasze pierwsze działanie partycypacyjne?', 'Is this your first participatory action?')]: t(
    'tak, pierwsze',
    'yes, the first',
  ),
  [t('W czym potrzebujecie wsparcia?', 'What do you need help with?')]: needs.map((need) => t(...FIELDS[need])),
  [t('O jaką kwotę grantu wnioskujecie?', 'What sum do you apply for?')]: t(...amount),
  [t(
    'Czy chcecie pracować z mentorem lub mentorką i brać udział w spotkaniach programu?',
    "Do you want to work with a mentor and take part in the programme's meetings?",
  )]: t('tak', 'yes'),
});

const applicant = (facts: Facts, language: Language): Applicant => {
  const t = sayIn(language);
  return {
    person: facts.person,
    name: facts.name,
    answers: [organisationStep(facts, t), peopleStep(facts, t), ideaStep(facts, t)],
    words: { check: t('Sprawdź zgłoszenie', 'Check and send'), received: t('wpłynęło', 'was received') },
  };
};

const [halina, igor, jadwiga, kamil, lidia, marcin, nina, oliver] = PEOPLE.representatives;

/** The eight seeded organisations; all made up, with numbers that pass their checks and belong to nobody. */
const FACTS = {
  halina: {
    ...{ person: halina, name: 'Stowarzyszenie Zmyślony Ogród', form: 'association', number: '0000999001' },
    ...{ nip: '999-00-00-014', regon: '990000016', town: 'Zmyślin', voivodeship: 'lubelskie' },
    ...{ contact: 'Halina Próbna', subject: ['Wspólny ogród przy świetlicy', 'A shared garden by the club room'] },
    ...{ needs: ['diagnosis', 'communication'], amount: ['6 000', '6 000'] },
  },
  igor: {
    ...{ person: igor, name: 'Fundacja Papierowy Most', form: 'foundation', number: '0000999002' },
    ...{ nip: 'PL 9990000020', regon: '990000022', town: 'Papierowo', voivodeship: 'mazowieckie' },
    ...{ contact: 'Igor Wymyślony', subject: ['Spacer badawczy po rynku', 'A walk of discovery over the square'] },
    ...{ needs: ['planning', 'finance'], amount: ['5 400,00', '5,400.00'] },
  },
  jadwiga: {
    ...{ person: jadwiga, name: 'Koło Gospodyń z Nibylandii', form: 'circle', isInOwnRegister: true },
    ...{ number: 'KGW/999/3', town: 'Nibylandia', voivodeship: 'podlaskie', contact: 'Jadwiga Niebyła' },
    subject: ['Kawiarenka obywatelska o przystanku', 'A citizens’ café on the bus stop'],
    ...{ needs: ['diagnosis'], amount: ['4000', '4000'] },
  },
  kamil: {
    ...{ person: kamil, name: 'Klub Sportowy Niewidzialni', form: 'association', number: '0000999004' },
    ...{ nip: '9990000043', town: 'Niewidy', voivodeship: 'śląskie', contact: 'Kamil Pozorny' },
    ...{ subject: ['Boisko po naszemu', 'The pitch our way'], needs: ['finance'], amount: ['6000', '6000'] },
  },
  lidia: {
    ...{ person: lidia, name: 'Stowarzyszenie Szklana Góra', form: 'association', number: '0000999005' },
    ...{ nip: '9990000066', town: 'Szklana Góra', voivodeship: 'dolnośląskie', contact: 'Lidia Bajkowa' },
    subject: ['Mapa miejsc, do których chce się wracać', 'A map of places one wants to come back to'],
    ...{ needs: ['communication'], amount: ['6000', '6000'] },
  },
  marcin: {
    ...{ person: marcin, name: 'Fundacja Żółty Łubin', form: 'foundation', number: '0000999006' },
    ...{ nip: '9990000072', regon: '990000074', town: 'Łubinowo', voivodeship: 'opolskie', contact: 'Marcin Udawany' },
    subject: ['Sąsiedzka narada o łące', 'Neighbours confer about the meadow'],
    ...{ needs: ['management'], amount: ['3 200', '3 200'] },
  },
  nina: {
    ...{ person: nina, name: 'Inicjatywa Wydumany Dziedziniec', form: 'foundation', number: '0000999007' },
    ...{ nip: '9990000089', town: 'Wydumany Dwór', voivodeship: 'łódzkie', contact: 'Nina Rzekoma' },
    subject: ['Dziedziniec dla wszystkich pokoleń', 'A courtyard for all generations'],
    ...{ needs: ['diagnosis'], amount: ['6000', '6000'] },
  },
  oliver: {
    ...{ person: oliver, name: 'Imaginary Neighbours Association', form: 'association', number: '0000999008' },
    ...{ nip: '9990000095', town: 'Sąsiadów', voivodeship: 'małopolskie', contact: 'Oliver Sample' },
    subject: ['Gadające ławki', 'Talking benches'],
    ...{ needs: ['planning'], amount: ['5000', '5,000.00'] },
  },
} as const satisfies Record<string, Facts>;

/** Of whom an application is. */
export type ApplicantKey = keyof typeof FACTS;

/** The application of one of the eight, in the words that its person reads. */
export const applicantIn = (key: ApplicantKey, language: Language): Applicant => applicant(FACTS[key], language);

/** The eight, each in the language that its person is seeded with. */
export const APPLICANTS: Readonly<Record<ApplicantKey, Applicant>> = {
  halina: applicantIn('halina', 'pl'),
  igor: applicantIn('igor', 'pl'),
  jadwiga: applicantIn('jadwiga', 'pl'),
  kamil: applicantIn('kamil', 'pl'),
  lidia: applicantIn('lidia', 'pl'),
  marcin: applicantIn('marcin', 'pl'),
  nina: applicantIn('nina', 'pl'),
  oliver: applicantIn('oliver', 'en'),
};
