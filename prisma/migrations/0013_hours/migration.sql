-- CreateTable
CREATE TABLE "ExpertTerms" (
    "expertId" UUID NOT NULL,
    "zone" TEXT NOT NULL,
    "minutes" INTEGER NOT NULL,
    "kinds" TEXT[],
    "place" TEXT,
    "link" TEXT,
    "bufferBefore" INTEGER NOT NULL,
    "bufferAfter" INTEGER NOT NULL,
    "noticeMinutes" INTEGER NOT NULL,
    "horizonDays" INTEGER NOT NULL,
    "needsApproval" BOOLEAN NOT NULL,
    "version" INTEGER NOT NULL,

    CONSTRAINT "ExpertTerms_pkey" PRIMARY KEY ("expertId")
);

-- CreateTable
CREATE TABLE "WeeklyHours" (
    "id" UUID NOT NULL,
    "expertId" UUID NOT NULL,
    "weekday" INTEGER NOT NULL,
    "fromMinute" INTEGER NOT NULL,
    "toMinute" INTEGER NOT NULL,
    "kinds" TEXT[],

    CONSTRAINT "WeeklyHours_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "HoursException" (
    "id" UUID NOT NULL,
    "expertId" UUID NOT NULL,
    "heldOn" TEXT NOT NULL,
    "isOpen" BOOLEAN NOT NULL,
    "fromMinute" INTEGER NOT NULL,
    "toMinute" INTEGER NOT NULL,
    "kinds" TEXT[],

    CONSTRAINT "HoursException_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Absence" (
    "id" UUID NOT NULL,
    "expertId" UUID NOT NULL,
    "fromOn" TEXT NOT NULL,
    "lastOn" TEXT NOT NULL,
    "substituteId" UUID,
    "writtenBy" UUID NOT NULL,
    "writtenAt" TIMESTAMPTZ(3) NOT NULL,
    "endedAt" TIMESTAMPTZ(3),
    "endedBy" UUID,

    CONSTRAINT "Absence_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "Absence_expertId_idx" ON "Absence"("expertId");

-- AddForeignKey
ALTER TABLE "ExpertTerms" ADD CONSTRAINT "ExpertTerms_expertId_fkey" FOREIGN KEY ("expertId") REFERENCES "ExpertProfile"("personId") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "WeeklyHours" ADD CONSTRAINT "WeeklyHours_expertId_fkey" FOREIGN KEY ("expertId") REFERENCES "ExpertTerms"("expertId") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "HoursException" ADD CONSTRAINT "HoursException_expertId_fkey" FOREIGN KEY ("expertId") REFERENCES "ExpertTerms"("expertId") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Absence" ADD CONSTRAINT "Absence_expertId_fkey" FOREIGN KEY ("expertId") REFERENCES "ExpertProfile"("personId") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Absence" ADD CONSTRAINT "Absence_substituteId_fkey" FOREIGN KEY ("substituteId") REFERENCES "ExpertProfile"("personId") ON DELETE SET NULL ON UPDATE CASCADE;

CREATE EXTENSION IF NOT EXISTS btree_gist;

-- A civil date as a date. Also refuses days that do not exist, such as 30 February.
CREATE FUNCTION "civil_date"(text) RETURNS date LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE AS $$
  SELECT make_date(substr($1, 1, 4)::int, substr($1, 6, 2)::int, substr($1, 9, 2)::int)
$$;

-- Lengths that make sense; the forms ask for the same.
ALTER TABLE "ExpertTerms" ADD CONSTRAINT "ExpertTerms_lengths" CHECK (
  "minutes" BETWEEN 15 AND 480 AND "bufferBefore" BETWEEN 0 AND 240 AND "bufferAfter" BETWEEN 0 AND 240
  AND "noticeMinutes" BETWEEN 0 AND 20160 AND "horizonDays" BETWEEN 1 AND 365);
ALTER TABLE "ExpertTerms" ADD CONSTRAINT "ExpertTerms_kinds" CHECK (
  cardinality("kinds") > 0 AND "kinds" <@ ARRAY['on_site', 'phone', 'online']);

-- A part of a civil day, never across midnight; of one expert no two overlap.
ALTER TABLE "WeeklyHours" ADD CONSTRAINT "WeeklyHours_part_of_day" CHECK (
  "weekday" BETWEEN 1 AND 7 AND 0 <= "fromMinute" AND "fromMinute" < "toMinute" AND "toMinute" <= 1440);
ALTER TABLE "WeeklyHours" ADD CONSTRAINT "WeeklyHours_kinds" CHECK ("kinds" <@ ARRAY['on_site', 'phone', 'online']);
ALTER TABLE "WeeklyHours" ADD CONSTRAINT "WeeklyHours_no_overlap" EXCLUDE USING gist (
  "expertId" WITH =, "weekday" WITH =, int4range("fromMinute", "toMinute") WITH &&);
ALTER TABLE "HoursException" ADD CONSTRAINT "HoursException_part_of_day" CHECK (
  "heldOn" ~ '^\d{4}-\d{2}-\d{2}$' AND "civil_date"("heldOn") IS NOT NULL
  AND 0 <= "fromMinute" AND "fromMinute" < "toMinute" AND "toMinute" <= 1440);
ALTER TABLE "HoursException" ADD CONSTRAINT "HoursException_kinds" CHECK (
  "kinds" <@ ARRAY['on_site', 'phone', 'online'] AND ("isOpen" OR cardinality("kinds") = 0));
ALTER TABLE "HoursException" ADD CONSTRAINT "HoursException_no_overlap" EXCLUDE USING gist (
  "expertId" WITH =, "heldOn" WITH =, int4range("fromMinute", "toMinute") WITH &&);

-- Of the absences that hold, no two of one expert share a day, and nobody stands in for themselves.
ALTER TABLE "Absence" ADD CONSTRAINT "Absence_days" CHECK (
  "fromOn" ~ '^\d{4}-\d{2}-\d{2}$' AND "lastOn" ~ '^\d{4}-\d{2}-\d{2}$'
  AND "civil_date"("fromOn") <= "civil_date"("lastOn"));
ALTER TABLE "Absence" ADD CONSTRAINT "Absence_substitute" CHECK ("substituteId" <> "expertId");
ALTER TABLE "Absence" ADD CONSTRAINT "Absence_ended" CHECK (("endedAt" IS NULL) = ("endedBy" IS NULL));
ALTER TABLE "Absence" ADD CONSTRAINT "Absence_no_overlap" EXCLUDE USING gist (
  "expertId" WITH =, daterange("civil_date"("fromOn"), "civil_date"("lastOn"), '[]') WITH &&)
  WHERE ("endedAt" IS NULL);
