import { describe, expect, it } from 'vitest';
import { definitions } from '../../../../src/features/programmes/input/definitions.ts';
import { readDefinitions } from '../../../../src/features/programmes/input/read-definitions.ts';
import { formOf } from '../../../../src/features/programmes/rules/application-form.ts';
import { datesToSet, staleDates } from '../../../../src/features/programmes/rules/calls.ts';
import { definitionKey, definitionOf } from '../../../../src/features/programmes/rules/definition/index.ts';
import { plannedDates, withoutDates } from '../../../../src/features/programmes/rules/plan.ts';
import { programmeFiles } from '../../../support/deps.ts';

const files = programmeFiles();
const all = definitions({ programmeFiles: files });
const edition = (key: string) => {
  const found = all.find((one) => definitionKey(one) === key);
  if (!found) throw new Error(key);
  return found;
};
const textOf = (name: string) => files.find((file) => file.name === name)?.text ?? '';

/** A programme nobody has heard of, made of the words of a known file. */
const madeUp = () =>
  textOf('debiuty.yaml')
    .replace('programme: debiuty', 'programme: latarnie')
    .replace('shortName: Debiuty', 'shortName: Zmyślone Latarnie')
    .replaceAll('600000', '123400')
    .replaceAll("edition: '2023'", "edition: '2031'")
    .replaceAll("edition: '2024'", "edition: '2032'");

describe('the programmes of the definition files', () => {
  it('are two editions of each programme', () => {
    expect(all.map(definitionKey)).toEqual(['debiuty-2023', 'debiuty-2024', 'wydzial-2023', 'wydzial-2024']);
  });

  it('hold the facts of Debiuty: 30 places, 6 000 + 2 000 zł, then 5 000 + 2 000 zł', () => {
    const first = edition('debiuty-2023');
    expect([first.places, first.grantGrosze, first.voucherGrosze]).toEqual([30, 600_000, 200_000]);
    expect(first.calls[0]).toMatchObject({
      opensOn: '2023-04-04',
      closesOn: '2023-05-07',
      closesTime: '23:59',
      closingRule: 'inclusive',
    });
    const second = edition('debiuty-2024');
    expect([second.places, second.grantGrosze, second.voucherGrosze]).toEqual([null, 500_000, 200_000]);
    expect(first.switches).toMatchObject({
      mentor: true,
      visit: true,
      voucher: true,
      stages: 1,
      expertsByField: false,
    });
  });

  it('hold the facts of Wydział: two stages, 11 000 zł, five fields, no mentor, no voucher', () => {
    const { switches, grantGrosze, voucherGrosze, expertFields, stages, settings, calls } = edition('wydzial-2023');
    expect([grantGrosze, voucherGrosze]).toEqual([1_100_000, 0]);
    expect(switches).toMatchObject({ mentor: false, voucher: false, stages: 2, expertsByField: true });
    expect(expertFields).toHaveLength(5);
    expect(stages.map((one) => one.opensTo)).toEqual(['anyone', 'admitted']);
    expect(stages[1]?.projectMonths).toEqual({ min: 3, max: 6 });
    expect(calls[1]).toMatchObject({ closesOn: '2024-01-22', closesTime: '18:00', projectsEndOn: '2024-06-30' });
    expect(calls[1]?.movedFrom).toEqual([{ closesOn: '2024-01-08', closesTime: '18:00' }]);
    expect([settings.practiceYears, edition('wydzial-2024').settings.practiceYears]).toEqual([5, 2]);
  });

  it('carry the defaults of what is not known', () => {
    expect(edition('debiuty-2024').settings).toMatchObject({
      representatives: 2,
      supplementWorkingDays: 5,
      appealWorkingDays: null,
      firstVisitDays: 30,
      reportDays: 30,
      reviewers: 2,
      previousParticipants: 'warn',
      reminderTime: '09:00',
    });
  });

  it('mark every statement of a file as fact, inference or default', () => {
    for (const { text } of files) {
      const settings = text.slice(text.indexOf('\nsettings:'), text.indexOf('\n# ', text.indexOf('\nsettings:')));
      const unmarked = settings
        .split('\n')
        .filter((line) => /^ {2}\w+:/.test(line) && !/# (?:F|I|D|not known|the real)/.test(line));
      expect(unmarked).toEqual([]);
    }
  });

  it('say what is owed by a date, by whom, and what follows what', () => {
    const { deadlines } = edition('debiuty-2023');
    expect(deadlines.map(({ key, owes }) => `${key} ${owes}`)).toEqual([
      'confirm organisation',
      'first_visit expert',
      'plan organisation',
      'action organisation',
      'report organisation',
      'opinion expert',
      'voucher organisation',
    ]);
    expect(deadlines.find(({ key }) => key === 'report')?.after).toEqual({
      kind: 'action',
      days: 'reportDays',
      count: 'term',
    });
  });

  it('ask in three steps, in both languages, on each stage', () => {
    for (const { stages } of all) for (const { form } of stages) expect(form.steps).toHaveLength(3);
  });
});

describe('a third programme', () => {
  it('needs a file and no code', () => {
    const { definitions: found, problems } = readDefinitions([...files, { name: 'latarnie.yaml', text: madeUp() }]);
    expect(problems).toEqual([]);
    expect(found.map(definitionKey)).toContain('latarnie-2031');
    expect(found.find((one) => definitionKey(one) === 'latarnie-2031')?.grantGrosze).toBe(123_400);
  });
});

describe('a wrong definition file', () => {
  const problems = (from: string | RegExp, to: string, file = 'debiuty.yaml') =>
    readDefinitions([{ name: 'wrong.yaml', text: textOf(file).replace(from, to) }]).problems;

  it('is listed with file, place and what to do', () => {
    expect(problems('places: 30', 'places: -3').join()).toMatch(/^wrong\.yaml: editions › \[1\] › places: /);
    expect(problems("closesOn: '2023-05-07'", "closesOn: '2023-02-30'").join()).toContain(
      'write a real date as YYYY-MM-DD',
    );
    expect(problems("closesTime: '23:59'", "closesTime: '24:00'").join()).toContain('HH:MM');
    expect(problems('mentor: true', 'metnor: true').join()).toContain('metnor');
  });

  it('is refused when a call closes before it opens, or a stage has no call', () => {
    expect(problems("closesOn: '2023-05-07'", "closesOn: '2023-04-03'").join()).toContain('closes before it opens');
    expect(problems('stages: 1', 'stages: 2').join()).toContain('1 stages are described');
  });

  it('is refused when a needed question is missing or has another kind', () => {
    expect(problems('key: organisation_name', 'key: name_of_it').join()).toContain('"organisation_name"');
    expect(problems(/key: subject\n {14}kind: text/, 'key: subject\n              kind: date').join()).toContain(
      'must be of the kind "text"',
    );
    expect(problems('key: town', 'key: voivodeship').join()).toContain('stand twice: voivodeship');
  });

  it('is refused when it says more than Slack can show in one piece', () => {
    expect(problems('pl: Debiuty w partycypacji', `pl: ${'D'.repeat(101)}`).join()).toMatch(/name.*pl/s);
    const twenty = Array.from({ length: 20 }, (_, n) => {
      return `            - { key: more_${n}, kind: text, required: false, label: { pl: więcej, en: more } }\n`;
    });
    const longer = problems(/^ {10}questions:\n/m, `          questions:\n${twenty.join('')}`);
    expect(longer.join()).toMatch(/a form holds at most 40 questions; this has 4\d/);
  });

  it('is refused when a kind of deadline follows what is not there, or itself', () => {
    expect(problems('after: { kind: action, days: 14', 'after: { kind: deed, days: 14').join()).toContain(
      '"opinion" comes after "deed", which is not here',
    );
    expect(problems('after: { kind: action, days: 14', 'after: { kind: opinion, days: 14').join()).toContain(
      '"opinion" comes after itself',
    );
    expect(problems('key: voucher # F', 'key: plan # F').join()).toContain('keys stand twice: plan');
    expect(problems('key: voucher # F', 'key: request # F').join()).toContain('choose another key');
  });

  it('is refused when two surveys could not be told apart in a list', () => {
    expect(problems('Współpraca mentorska', 'Współpraca z organizacją').join()).toContain(
      'surveys: titles stand twice: Współpraca z organizacją',
    );
  });

  it('is refused when it is no YAML or an edition stands twice', () => {
    expect(problems('about:', 'about: [').length).toBeGreaterThan(0);
    expect(readDefinitions([...files, ...files]).problems.join()).toContain(
      'debiuty-2023: the edition is described twice',
    );
  });

  it('stops the start with the whole list', () => {
    const broken = [
      { name: 'a.yaml', text: 'programme: x' },
      { name: 'b.yaml', text: '{' },
    ];
    expect(() => definitions({ programmeFiles: broken })).toThrow(/need correcting:[\s\S]*a\.yaml[\s\S]*b\.yaml/);
  });
});

describe('the form of a cohort', () => {
  const cohort = {
    id: 'one',
    definition: JSON.parse(JSON.stringify(edition('debiuty-2024'))) as unknown,
    grantGrosze: 450_000,
  };

  it('has every list filled in and the largest sum from the cohort', () => {
    const questions = formOf(cohort).steps.flatMap((step) => step.questions);
    const of = (key: string) => questions.find((one) => one.key === key);
    expect(of('legal_form')?.options?.map((one) => one.key)).toContain('kgw');
    expect(of('voivodeship')?.options).toHaveLength(16);
    expect(of('requested_amount')?.max).toBe(450_000);
  });

  it('may have what older cohorts still have: titles alike, and the setting that "surveyAnswers" has replaced', () => {
    const stored = edition('debiuty-2023');
    const [survey, ...others] = stored.surveys;
    const old = {
      ...{ ...stored, settings: { ...stored.settings, smallestGroup: 3 } },
      surveys: [survey, ...others.map((one) => ({ ...one, title: survey?.title }))],
    };
    expect(definitionOf({ definition: old }).surveys).toHaveLength(stored.surveys.length);
  });

  it('is of the stored definition, also when the same cohort gets another', () => {
    expect(definitionOf(cohort)).toBe(definitionOf({ ...cohort }));
    expect(definitionOf({ ...cohort, definition: edition('wydzial-2024') }).programme).toBe('wydzial');
  });

  it('does not exist for a stage the programme lacks', () => {
    expect(() => formOf(cohort, 2)).toThrow(/no stage 2/);
  });
});

describe('the dates of a plan', () => {
  it('are all emptied in a copy, and all listed as to be set (CO-1)', () => {
    const copy = withoutDates(edition('wydzial-2023'));
    const dates = plannedDates(copy, []);
    expect(JSON.stringify(copy)).not.toMatch(/\d{4}-\d{2}-\d{2}/);
    expect(datesToSet(dates)).toEqual(dates);
    expect(dates.filter((one) => one.what === 'call')).toHaveLength(2);
  });

  it('keep settings and forms in a copy', () => {
    const { settings, stages } = withoutDates(edition('wydzial-2023'));
    expect({ settings, stages }).toEqual({
      settings: edition('wydzial-2023').settings,
      stages: edition('wydzial-2023').stages,
    });
  });

  it('that lie before the start are found', () => {
    const stale = staleDates(plannedDates(edition('debiuty-2023'), []), '2026-03-01');
    expect(stale.map((one) => one.on)).toEqual(['2023-11-23', '2024-01-31']);
  });
});
