import type { Db } from '../../src/platform/db/client.ts';

/** Something that holds in every state, as a question whose answer is empty: each row's `what` names what breaks it. */
type Invariant = { readonly rule: string; readonly sql: string };

const COUNTED = `'submitted','formally_accepted','formally_rejected','admitted','reserve','refused'`;

/** Whether the instant of a civil moment is another than it should be; in a repeated hour either reading will do, in a missing one it is the first minute that exists (T7). */
const drifted = (day: string, time: string, instant: string, zone = 'zone'): string => `
  to_char("${instant}" AT TIME ZONE "${zone}", 'YYYY-MM-DD HH24:MI') <> "${day}" || ' ' || "${time}"
  AND ("${day}" || ' ' || "${time}")::timestamp AT TIME ZONE "${zone}" <> "${instant}"
  AND NOT (("${day}" || ' ' || "${time}")::timestamp AT TIME ZONE "${zone}" AT TIME ZONE "${zone}"
      <> ("${day}" || ' ' || "${time}")::timestamp
    AND to_char("${instant}" AT TIME ZONE "${zone}", 'MI') = '00')`;

/** The state that the journal says last must be the one that is. */
const replayed = (table: string, subject: string, acts: string): string => `
  SELECT t.id || ' is ' || t.state || ', told ' || j."to" AS what FROM "${table}" t
  JOIN LATERAL (SELECT "to" FROM "JournalEntry" e
    WHERE e.subject = '${subject}' AND e."subjectId" = t.id AND e."to" IS NOT NULL AND e.act ${acts}
    ORDER BY e.at DESC, e.id DESC LIMIT 1) j ON true
  WHERE j."to" <> t.state`;

/** Who led or was to lead an organisation and does not any more: `p` its place, `e` the expert. */
const FORMER = `
  WITH former AS (
    SELECT DISTINCT a."participationId" AS p, a."expertId" AS e FROM "Assignment" a
    WHERE a.state IN ('replaced', 'ended') AND NOT EXISTS (SELECT 1 FROM "Assignment" b
      WHERE b."participationId" = a."participationId" AND b."expertId" = a."expertId" AND b.state IN ('proposed', 'active')))`;

/** The invariants of the requirements that concern what exists so far, under their numbers. */
const INVARIANTS: readonly Invariant[] = [
  {
    rule: '1: nothing sent after the closing counts',
    sql: `SELECT a.id::text AS what FROM "Application" a JOIN "Call" c ON c.id = a."callId"
      WHERE a.state IN (${COUNTED}) AND a."receivedAt" >= c."lateFrom"`,
  },
  {
    rule: '2: one counted application of an organisation in a call',
    sql: `SELECT "organisationId"::text AS what FROM "Application" WHERE state IN (${COUNTED})
      GROUP BY "callId", "organisationId" HAVING count(*) > 1`,
  },
  {
    rule: '3: one active expert of a place',
    sql: `SELECT "participationId"::text AS what FROM "Assignment" WHERE state = 'active'
      GROUP BY "participationId" HAVING count(*) > 1`,
  },
  {
    rule: '3: no expert leads more than their limit, unless staff said so',
    sql: `SELECT x."personId" || ' leads ' || count(*) AS what FROM "ExpertProfile" x
      JOIN "Assignment" a ON a."expertId" = x."personId" AND a.state = 'active'
      GROUP BY x."personId", x."maxLoad" HAVING count(*) > x."maxLoad" AND bool_and(a."overrideReason" IS NULL)`,
  },
  {
    rule: '4: no opinion by a person with a tie, nor released by one',
    sql: `SELECT v.id::text AS what FROM "OpinionVersion" v JOIN "Opinion" o ON o.id = v."opinionId"
      JOIN "Participation" p ON p.id = o."participationId" JOIN "Tie" t ON t."organisationId" = p."organisationId"
      WHERE t."expertId" IN (v."writtenBy", v."releasedBy") AND t."declaredAt" <= v."releasedAt"
        AND (t."endedAt" IS NULL OR t."endedAt" > v."releasedAt")
      UNION ALL SELECT v.id::text FROM "OpinionVersion" v WHERE v."writtenBy" = v."releasedBy"`,
  },
  {
    rule: 'what organisations read of an opinion are its versions, 1 to n',
    sql: `SELECT o.id::text AS what FROM "Opinion" o LEFT JOIN "OpinionVersion" v ON v."opinionId" = o.id
      GROUP BY o.id HAVING count(v.id) <> o.number OR coalesce(max(v.number), 0) <> o.number`,
  },
  {
    rule: 'the area of a voucher is named after the opinion was sent',
    sql: `SELECT n.id::text AS what FROM "VoucherNaming" n LEFT JOIN "Opinion" o ON o."participationId" = n."participationId"
      WHERE n.kind <> 'note' AND (o."sentAt" IS NULL OR NOT EXISTS (SELECT 1 FROM "JournalEntry" e
        WHERE e.subject = 'opinion' AND e."subjectId" = o.id AND e.act = 'opinions.send' AND e.at <= n."namedAt"))`,
  },
  { rule: '10: the journal tells the state of opinions', sql: replayed('Opinion', 'opinion', 'IS NOT NULL') },
  {
    rule: '6: no grant above what was asked for, nor above the ceiling',
    sql: `SELECT p.id::text AS what FROM "Participation" p JOIN "Cohort" c ON c.id = p."cohortId"
      LEFT JOIN "Application" a ON a.id = p."applicationId"
      WHERE p."grantGrosze" > c."grantGrosze" OR p."grantGrosze" > (a.answers->>'requested_amount')::bigint`,
  },
  {
    rule: '7: no more representatives than allowed',
    sql: `SELECT r."organisationId"::text AS what FROM "Representative" r
      JOIN "Participation" p ON p."organisationId" = r."organisationId" JOIN "Cohort" c ON c.id = p."cohortId"
      WHERE r."endedAt" IS NULL GROUP BY r."organisationId", c.id
      HAVING count(*) > (c.definition->'settings'->>'representatives')::int`,
  },
  {
    rule: '8: no more places taken than there are',
    sql: `SELECT c.id::text AS what FROM "Cohort" c JOIN "Participation" p ON p."cohortId" = c.id
      WHERE p.state NOT IN ('declined', 'lapsed', 'resigned', 'removed') GROUP BY c.id HAVING count(*) > c.places`,
  },
  {
    rule: '9: reserve positions are 1 to n',
    sql: `SELECT "callId"::text AS what FROM "Application"
      WHERE "preparedDecision" = 'reserve' AND state NOT IN ('draft', 'withdrawn') GROUP BY "callId"
      HAVING count(*) <> max("reservePosition") OR count(DISTINCT "reservePosition") <> count(*)
        OR count("reservePosition") <> count(*)`,
  },
  { rule: '10: the journal tells the state of places', sql: replayed('Participation', 'participation', 'IS NOT NULL') },
  { rule: '10: the journal tells the state of assignments', sql: replayed('Assignment', 'assignment', 'IS NOT NULL') },
  {
    rule: '10: the journal tells the state of applications',
    sql: replayed(
      'Application',
      'application',
      `IN ('applications.submit', 'applications.withdraw',
      'applications.pull_back', 'applications.check_formally', 'applications.release')`,
    ),
  },
  // A time that is only held leaves no line: most holds end unused within minutes.
  {
    rule: '10: the journal tells the state of consultations',
    sql: replayed('Consultation', 'consultation', "LIKE 'consultations.%'"),
  },
  {
    rule: '10: the journal tells the state of places in queues',
    sql: replayed('WaitEntry', 'wait_entry', 'IS NOT NULL'),
  },
  { rule: '10: the journal tells the state of hand-overs', sql: replayed('HandOver', 'hand_over', 'IS NOT NULL') },
  {
    rule: 'nothing open belongs to the former expert',
    sql: `${FORMER}
      SELECT 'matter ' || o.key AS what FROM former JOIN "Obligation" o ON o."participationId" = p
        AND o."ownerKind" = 'person' AND o."ownerId" = e
        -- The card of a meeting can only be written by whoever was there (CO-10); an opinion by whoever took it on (21).
        WHERE o."closedAt" IS NULL AND o.kind NOT IN ('consultations.card', 'opinions.write')
      UNION ALL SELECT 'consultation ' || c.id FROM former JOIN "Consultation" c ON c."participationId" = p
        AND c."expertId" = e WHERE c.state IN ('reserved', 'requested')
      UNION ALL SELECT 'place in the queue ' || w.id FROM former JOIN "WaitEntry" w ON w."participationId" = p
        AND w."expertId" = e WHERE w."endedAt" IS NULL
      UNION ALL SELECT 'date of an action ' || d.id FROM former JOIN "Action" a ON a."participationId" = p
        JOIN "ActionDate" d ON d."actionId" = a.id AND d."expertId" = e
        -- Whoever was named by staff to observe once more was asked after they had left.
        WHERE d.state = 'planned' AND d.attends = 'asked' AND d."endsAt" > (SELECT max(at) FROM "JournalEntry")
          AND NOT EXISTS (SELECT 1 FROM "JournalEntry" j WHERE j."subjectId" = a.id AND j.act = 'actions.name_observer')
      UNION ALL SELECT 'wish ' || t.id FROM former JOIN "Deadline" d ON d."participationId" = p
        JOIN "TimeRequest" t ON t."deadlineId" = d.id AND t."personId" = e AND t.state = 'open'
      UNION ALL SELECT 'reminder ' || r.key FROM former JOIN "Obligation" o ON o."participationId" = p AND o."closedAt" IS NULL
        JOIN "Reminder" r ON r."obligationId" = o.id AND r.recipient = 'person:' || e
        JOIN "Notice" n ON n.key = 'obligations.reminder:' || r."messageId" AND n.state IN ('pending', 'held')`,
  },
  {
    rule: 'a hand-over tells who leads: the former until they leave',
    sql: `SELECT h.id::text AS what FROM "HandOver" h JOIN "Assignment" a ON a.id = h."assignmentId"
      WHERE h.state = 'open' AND h."leftAt" IS NULL AND a.state <> 'active' OR h."leftAt" IS NOT NULL AND a.state <> 'replaced'
      UNION ALL SELECT h.id::text FROM "HandOver" h JOIN "Assignment" a ON a.id = h."successorId"
      WHERE a."answeredAt" IS NULL OR a."participationId" <> h."participationId"`,
  },
  {
    rule: '10: each sending of an application has its line',
    sql: `SELECT a.id::text AS what FROM "Application" a WHERE NOT a."onBehalf" AND EXISTS
      (SELECT 1 FROM "JournalEntry" e WHERE e."subjectId" = a.id)
      AND (SELECT count(*) FROM "Submission" s WHERE s."applicationId" = a.id AND NOT s.late) <>
        (SELECT count(*) FROM "JournalEntry" e WHERE e."subjectId" = a.id AND e.act = 'applications.submit')`,
  },
  {
    rule: '10: the history of a date tells its state',
    sql: `SELECT d.id::text AS what FROM "Deadline" d JOIN LATERAL (SELECT * FROM "DeadlineChange" c
        WHERE c."deadlineId" = d.id ORDER BY c.at DESC, c.id DESC LIMIT 1) c ON true
      WHERE d.state <> CASE c.act WHEN 'done' THEN 'done' WHEN 'removed' THEN 'cancelled' ELSE 'open' END
        OR c.act IN ('set', 'moved') AND (c."toOn" <> d."dueOn" OR c."toTime" <> d."dueTime")`,
  },
  { rule: '10: the journal tells the state of actions', sql: replayed('Action', 'action', 'IS NOT NULL') },
  {
    rule: 'an action stands as its dates went',
    sql: `SELECT a.id || ' is ' || a.state AS what FROM "Action" a JOIN LATERAL (SELECT
        bool_or(d.state = 'planned') AS ahead, bool_or(d.state = 'held') AS held,
        bool_and(d.state = 'held' AND NOT d."isPartly") AS whole
        FROM "ActionDate" d WHERE d."actionId" = a.id AND d.state <> 'removed') d ON true
      WHERE a.state <> CASE WHEN d.ahead THEN 'planned' WHEN d.held IS NOT TRUE THEN 'cancelled'
        WHEN d.whole THEN 'held' ELSE 'partly' END`,
  },
  {
    rule: 'nobody with a tie to the organisation is asked to observe its action',
    sql: `SELECT d.id::text AS what FROM "ActionDate" d JOIN "Action" a ON a.id = d."actionId"
      JOIN "Participation" p ON p.id = a."participationId"
      JOIN "Tie" t ON t."expertId" = d."expertId" AND t."organisationId" = p."organisationId"
      WHERE d.state = 'planned' AND d.attends <> 'not' AND t."endedAt" IS NULL
        AND NOT EXISTS (SELECT 1 FROM "Assignment" x WHERE x."participationId" = p.id AND x."expertId" = d."expertId"
          AND x.state = 'active')`,
  },
  {
    rule: 'no photo of an action without consent',
    sql: `SELECT f.id::text AS what FROM "ActionPhoto" f LEFT JOIN "ActionReport" r ON r."actionId" = f."actionId"
      WHERE r."hasConsent" IS NOT TRUE`,
  },
  {
    rule: '12: each reminder was written into one notice',
    sql: `SELECT r.key AS what FROM "Reminder" r
      LEFT JOIN "Notice" n ON n.kind = 'obligations.reminder' AND n.params->>'messageId' = r."messageId"::text
      GROUP BY r.key HAVING count(n.id) <> 1`,
  },
  {
    rule: '12: nobody is told one step of one matter and date twice',
    sql: `SELECT key AS what FROM "Reminder" GROUP BY key HAVING count(*) > 1`,
  },
  {
    rule: '13: dates of organisations',
    sql: `SELECT id::text AS what FROM "Deadline" WHERE ${drifted('dueOn', 'dueTime', 'dueAt')}`,
  },
  {
    rule: '13: dates of matters',
    sql: `SELECT key AS what FROM "Obligation" WHERE "dueOn" IS NOT NULL AND ${drifted('dueOn', 'dueTime', 'dueAt')}`,
  },
  {
    rule: '13: dates of actions',
    sql: `SELECT id::text AS what FROM "ActionDate" WHERE ${drifted('date', 'fromTime', 'startsAt')}
      OR ${drifted('date', 'toTime', 'endsAt')}`,
  },
  {
    rule: '13: dates of calls',
    sql: `SELECT id::text AS what FROM "Call" WHERE ${drifted('opensOn', 'opensTime', 'opensAt')}
      UNION ALL SELECT id::text FROM "Call" WHERE ${drifted('closesOn', 'closesTime', 'closesAt')}`,
  },
  {
    rule: 'a sent notice says where it stands, any other does not',
    sql: `SELECT key AS what FROM "Notice"
      WHERE (state = 'sent') <> (ts IS NOT NULL AND "channelId" IS NOT NULL AND "sentAt" IS NOT NULL)`,
  },
];

/** Everything that breaks an invariant of section 9 of the requirements now; empty when all hold. */
export async function brokenInvariants(db: Db): Promise<readonly string[]> {
  const all = await Promise.all(
    INVARIANTS.map(async ({ rule, sql }) => {
      const rows = await db.$queryRawUnsafe<{ what: string }[]>(sql);
      return rows.map(({ what }) => `${rule}: ${what}`);
    }),
  );
  return all.flat();
}
