import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { v7 as uuid } from 'uuid';
import { definitions } from '../src/features/programmes/public.ts';
import { aboutOf, formOf, shownOf } from '../src/features/surveys/operations/index.ts';
import { surveyById } from '../src/features/surveys/queries/index.ts';
import { resultsMessage } from '../src/features/surveys/views/index.ts';
import { svgOf } from '../src/platform/charts/picture.ts';
import { connectDatabase, type Db } from '../src/platform/db/client.ts';
import { startEmbeddedPostgres } from '../src/platform/db/embedded.ts';
import { migrate } from '../src/platform/db/migrate.ts';
import { pngOf } from '../src/platform/picture/index.ts';
import { median, report } from './support/stats.ts';

const NOW = new Date('2026-03-18T12:00:00+01:00');
const PROGRAMME = 'debiuty.yaml';
const SIZES = [30, 3_000, 300_000] as const;

/** A cohort with two closed surveys, one anonymous and one with names, each with so many answers. */
async function fill(db: Db, size: number): Promise<readonly string[]> {
  const text = await readFile(new URL(`../programmes/${PROGRAMME}`, import.meta.url), 'utf8');
  const definition = definitions({ programmeFiles: [{ name: PROGRAMME, text }] })[0];
  if (!definition) throw new Error('no definition');
  const [cohortId, anonymous, named] = [uuid(), uuid(), uuid()];
  const numbers = { places: size, grantGrosze: 0, voucherGrosze: 0, createdAt: NOW, createdBy: cohortId, version: 1 };
  await db.cohort.create({
    data: { id: cohortId, programmeKey: 'debiuty', definition, name: `${size}`, slug: `bench-${size}`, ...numbers },
  });
  const at = (days: number) => new Date(NOW.getTime() - days * 86_400_000);
  const facts = { cohortId, aboutKind: 'event', round: 1, aboutOn: '2026-03-01', askedAt: at(12), remindAt: at(7) };
  const over = { closesAt: at(2), closedAt: at(2) };
  for (const [id, form, isAnonymous] of [
    [anonymous, 'after_event', true],
    [named, 'after_consultation', false],
  ] as const) {
    await db.survey.create({ data: { id, form, isAnonymous, aboutId: uuid(), ...facts, ...over } });
    await db.surveyRoll.create({ data: { surveyId: id, asked: [], answered: [] } });
  }
  const each = Math.floor(size / 5);
  const scale = { 1: each, 2: each, 3: each, 4: each, 5: size - 4 * each };
  const texts = {
    change: Array.from({ length: size }, (_, n) => `Więcej czasu na rozmowy w małych grupach, wypowiedź ${n}`),
  };
  const counts = { overall: scale, useful: scale, recommend: { 9: size }, most: { people: size } };
  await db.surveyTally.create({ data: { surveyId: anonymous, answers: size, counts, texts } });
  await db.$executeRaw`
    INSERT INTO "Person" ("id", "name", "isAdmin", "isGuest", "isBot", "isDeactivated", "createdAt")
    SELECT gen_random_uuid(), 'Osoba ' || n, false, false, false, false, ${NOW}::timestamptz
    FROM generate_series(1, ${size}::int) n`;
  await db.$executeRaw`
    INSERT INTO "SurveyAnswer" ("surveyId", "personId", "answers", "answeredAt", "version")
    SELECT ${named}::uuid, "id", jsonb_build_object('helpful', 1 + floor(random() * 5)::int, 'next', 'yes',
      'missing', jsonb_build_object('words', 'Więcej przykładów dla ' || "name")), ${NOW}::timestamptz, 1
    FROM "Person" ORDER BY "createdAt", "id" LIMIT ${size}`;
  await db.$executeRawUnsafe('ANALYZE');
  return [anonymous, named];
}

/** From the click to the message. */
async function results(db: Db, surveyId: string): Promise<number> {
  const begun = performance.now();
  const survey = await surveyById(db, surveyId);
  const form = survey && formOf(survey);
  if (!form) throw new Error('no form');
  const { isAnonymous, closesAt } = survey;
  const about = await aboutOf(db, survey, 'pl');
  const facts = { surveyId, form, isAnonymous, closesAt, about, asked: 0, ...(await shownOf(db, survey)) };
  if (resultsMessage(facts, 'pl').blocks.length < 5) throw new Error('no results');
  return performance.now() - begun;
}

async function several(rounds: number, work: () => number | Promise<number>): Promise<number> {
  const times: number[] = [];
  for (let round = -2; round < rounds; round += 1) {
    const ms = await work();
    if (round >= 0) times.push(ms);
  }
  return median(times);
}

const timed = (work: () => unknown): number => {
  const begun = performance.now();
  work();
  return performance.now() - begun;
};

/** A picture of six series from the data to the bytes, and the bare renderer on the very same drawing. */
async function picture(rounds: number): Promise<void> {
  const labels = ['1 – bardzo słabo', '2', '3', '4', '5 – bardzo dobrze'];
  const series = Array.from({ length: 6 }, (_, n) => ({
    name: `Pytanie ${n + 1}: zażółć gęślą jaźń`,
    values: [n, 2, 9, 4, 7],
  }));
  const chart = { title: 'Oceny spotkania', labels, series, unit: 'odpowiedzi', empty: 'brak odpowiedzi' };
  const svg = svgOf(chart);
  const bare = await several(rounds, () => timed(() => pngOf(svg)));
  const whole = await several(rounds, () => timed(() => pngOf(svgOf(chart))));
  report('chart_picture', whole, 'ms');
  report('chart_picture_to_bare_renderer', whole / bare, 'ratio');
}

/** Results of surveys with 30, 3 000 and 300 000 answers, anonymous and with names; and the picture of a chart. */
export async function surveys(quick: boolean): Promise<void> {
  await picture(quick ? 5 : 15);
  const folder = await mkdtemp(join(tmpdir(), 'debiuty-bench-'));
  const server = await startEmbeddedPostgres({ folder: join(folder, 'postgres'), newPassword: () => 'bench' });
  const db = connectDatabase({ url: server.url });
  try {
    await migrate(server.url);
    for (const size of SIZES) {
      const [anonymous = '', named = ''] = await fill(db, size);
      report(`survey_results_anonymous_${size}`, await several(quick ? 1 : 5, () => results(db, anonymous)), 'ms');
      report(`survey_results_named_${size}`, await several(quick ? 1 : 5, () => results(db, named)), 'ms');
    }
  } finally {
    await db.$disconnect();
    await server.stop();
    await rm(folder, { recursive: true, force: true });
  }
}
