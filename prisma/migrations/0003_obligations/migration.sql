-- CreateTable
CREATE TABLE "Obligation" (
    "id" UUID NOT NULL,
    "key" TEXT NOT NULL,
    "scope" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "params" JSONB NOT NULL,
    "ownerKind" TEXT NOT NULL,
    "ownerId" UUID NOT NULL,
    "cohortId" UUID NOT NULL,
    "participationId" UUID,
    "dueOn" TEXT,
    "dueTime" TEXT,
    "zone" TEXT NOT NULL,
    "dueAt" TIMESTAMPTZ(3),
    "startsAt" TIMESTAMPTZ(3),
    "endsAt" TIMESTAMPTZ(3),
    "openedAt" TIMESTAMPTZ(3) NOT NULL,
    "closedAt" TIMESTAMPTZ(3),

    CONSTRAINT "Obligation_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "Obligation_scope_idx" ON "Obligation"("scope");

-- A matter is open once at a time; closed ones stay as history.
CREATE UNIQUE INDEX "Obligation_open_key" ON "Obligation" ("key") WHERE "closedAt" IS NULL;

-- Every list asks for open ones: of an owner, of a cohort, of an organisation's place.
CREATE INDEX "Obligation_open_owner" ON "Obligation" ("ownerKind", "ownerId", "dueAt") WHERE "closedAt" IS NULL;
CREATE INDEX "Obligation_open_cohort" ON "Obligation" ("cohortId", "dueAt") WHERE "closedAt" IS NULL;
CREATE INDEX "Obligation_open_place" ON "Obligation" ("participationId", "dueAt") WHERE "closedAt" IS NULL;

-- A date is whole or absent (T1).
ALTER TABLE "Obligation" ADD CONSTRAINT "Obligation_whole_date"
  CHECK (("dueOn" IS NULL) = ("dueTime" IS NULL) AND ("dueOn" IS NULL) = ("dueAt" IS NULL));
