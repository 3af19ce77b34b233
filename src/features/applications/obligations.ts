import type { Locale } from '../../core/locale.ts';
import type { Obligation } from '../../platform/db/generated/client.ts';
import type { Deps } from '../../platform/deps.ts';
import type { ObligationKind, ObligationSource } from '../../platform/feature.ts';
import { button } from '../../platform/slack/blocks.ts';
import { placeCodec, REVIEW_IDS, startOf } from './ids/decisions.ts';
import { IDS } from './ids/entry.ts';
import { allApplications, applicationsAmong, applicationsOfCalls, namesOfApplications } from './queries/owed.ts';
import { MATTERS, owedFor } from './rules/owed.ts';
import { decisionTexts } from './texts/decisions.ts';
import { intakeTexts } from './texts/entry.ts';
import { shortName } from './views/names.ts';

/** Whoever fills an application owes its sending; staff owe what comes after the closing. */
export const applicationSource: ObligationSource = {
  name: 'application',
  touchedBy: { application: async (_tx, ids) => ids, call: applicationsOfCalls },
  everything: allApplications,
  owed: async (_deps, db, ids) => new Map((await applicationsAmong(db, ids)).map((row) => [row.id, owedFor(row)])),
};

type Named = Awaited<ReturnType<typeof namesOfApplications>>[number];

const idOf = (row: Obligation): string => row.key.slice(row.kind.length + 1);

async function named(deps: Deps, rows: readonly Obligation[]) {
  const found = new Map((await namesOfApplications(deps.db, rows.map(idOf))).map((one) => [one.id, one]));
  return rows.flatMap((row) => {
    const application = found.get(idOf(row));
    return application ? [{ row, application }] : [];
  });
}

const nameOf = (application: Named, locale: Locale): string =>
  application.organisationName ? shortName(application.organisationName) : intakeTexts(locale).mine.noName;

export const sendKind: ObligationKind = {
  kind: MATTERS.send,
  words: async (deps, rows, locale) => {
    const { matters, mine } = intakeTexts(locale);
    return new Map(
      (await named(deps, rows)).map(({ row, application }) => {
        const resume = button(IDS.resume, mine.resume, { value: application.id, style: 'primary' });
        const why = matters.sendWhy(shortName(application.cohort.name));
        const buttons = application.onBehalf ? {} : { buttons: [resume] };
        return [row.id, { what: matters.send(nameOf(application, locale)), why, ...buttons }];
      }),
    );
  },
};

type StaffMatter = 'confirm' | 'check' | 'decide';

/** What waits for staff: one by one, or many of a call in one line; the button opens the list. */
const staffKind = (matter: StaffMatter): ObligationKind => ({
  kind: MATTERS[matter],
  words: async (deps, rows, locale) => {
    const { matters } = decisionTexts(locale);
    return new Map(
      (await named(deps, rows)).map(({ row, application }) => {
        const what = matters[matter].one(nameOf(application, locale), application.number ?? 0);
        return [row.id, { what, why: shortName(application.cohort.name), buttons: [toList(application, locale)] }];
      }),
    );
  },
  together: async (deps, rows, locale) => {
    const { matters } = decisionTexts(locale);
    const what = matters[matter].many(rows.length);
    const [first] = await named(deps, rows.slice(0, 1));
    if (!first) return { what };
    const { application } = first;
    return { what, why: shortName(application.cohort.name), buttons: [toList(application, locale)] };
  },
});

const toList = ({ callId }: Named, locale: Locale) =>
  button(REVIEW_IDS.list, decisionTexts(locale).home.button, { value: placeCodec.encode(startOf(callId)) });

export const staffKinds = (['confirm', 'check', 'decide'] as const).map(staffKind);
