-- AlterTable
ALTER TABLE "Assignment" ADD COLUMN     "standbyId" UUID;

-- AlterTable
ALTER TABLE "ExpertProfile" ADD COLUMN     "languages" TEXT[] DEFAULT ARRAY['pl']::TEXT[];

-- CreateTable
CREATE TABLE "PlaceNeeds" (
    "participationId" UUID NOT NULL,
    "language" TEXT,
    "conditions" TEXT[],
    "keptBy" UUID NOT NULL,
    "keptAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "PlaceNeeds_pkey" PRIMARY KEY ("participationId")
);

-- CreateTable
CREATE TABLE "PairNote" (
    "id" UUID NOT NULL,
    "participationId" UUID NOT NULL,
    "expertId" UUID NOT NULL,
    "organisationWish" TEXT,
    "expertWish" TEXT,
    "askAgainAt" TIMESTAMPTZ(3),
    "keptBy" UUID NOT NULL,
    "keptAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "PairNote_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "CohortPlan" (
    "id" UUID NOT NULL,
    "cohortId" UUID NOT NULL,
    "state" TEXT NOT NULL,
    "goal" TEXT NOT NULL,
    "seconds" INTEGER NOT NULL,
    "isProven" BOOLEAN NOT NULL,
    "changes" INTEGER,
    "shortage" JSONB,
    "solvedAt" TIMESTAMPTZ(3) NOT NULL,
    "solvedBy" UUID NOT NULL,
    "version" INTEGER NOT NULL,

    CONSTRAINT "CohortPlan_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "PlanRow" (
    "id" UUID NOT NULL,
    "planId" UUID NOT NULL,
    "participationId" UUID NOT NULL,
    "expertId" UUID,
    "pinnedId" UUID,
    "standbyId" UUID,
    "assignmentId" UUID,

    CONSTRAINT "PlanRow_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "PlanRun" (
    "id" UUID NOT NULL,
    "cohortId" UUID NOT NULL,
    "byPerson" UUID NOT NULL,
    "startedAt" TIMESTAMPTZ(3) NOT NULL,
    "cancelledAt" TIMESTAMPTZ(3),
    "cancelledBy" UUID,

    CONSTRAINT "PlanRun_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "TieReview" (
    "id" UUID NOT NULL,
    "expertId" UUID NOT NULL,
    "organisationId" UUID NOT NULL,
    "finding" TEXT NOT NULL,
    "note" TEXT,
    "reviewedBy" UUID NOT NULL,
    "reviewedAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "TieReview_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "PairNote_expertId_idx" ON "PairNote"("expertId");

-- CreateIndex
CREATE UNIQUE INDEX "PairNote_participationId_expertId_key" ON "PairNote"("participationId", "expertId");

-- CreateIndex
CREATE INDEX "CohortPlan_cohortId_idx" ON "CohortPlan"("cohortId");

-- CreateIndex
CREATE INDEX "PlanRow_participationId_idx" ON "PlanRow"("participationId");

-- CreateIndex
CREATE UNIQUE INDEX "PlanRow_planId_participationId_key" ON "PlanRow"("planId", "participationId");

-- CreateIndex
CREATE INDEX "TieReview_organisationId_idx" ON "TieReview"("organisationId");

-- CreateIndex
CREATE UNIQUE INDEX "TieReview_expertId_organisationId_key" ON "TieReview"("expertId", "organisationId");

-- AddForeignKey
ALTER TABLE "PlaceNeeds" ADD CONSTRAINT "PlaceNeeds_participationId_fkey" FOREIGN KEY ("participationId") REFERENCES "Participation"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "PairNote" ADD CONSTRAINT "PairNote_participationId_fkey" FOREIGN KEY ("participationId") REFERENCES "Participation"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "CohortPlan" ADD CONSTRAINT "CohortPlan_cohortId_fkey" FOREIGN KEY ("cohortId") REFERENCES "Cohort"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "PlanRow" ADD CONSTRAINT "PlanRow_planId_fkey" FOREIGN KEY ("planId") REFERENCES "CohortPlan"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "PlanRow" ADD CONSTRAINT "PlanRow_participationId_fkey" FOREIGN KEY ("participationId") REFERENCES "Participation"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "TieReview" ADD CONSTRAINT "TieReview_expertId_fkey" FOREIGN KEY ("expertId") REFERENCES "ExpertProfile"("personId") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "TieReview" ADD CONSTRAINT "TieReview_organisationId_fkey" FOREIGN KEY ("organisationId") REFERENCES "Organisation"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- Everybody knows a language.
ALTER TABLE "ExpertProfile" ALTER COLUMN "languages" SET NOT NULL;
ALTER TABLE "ExpertProfile" ADD CONSTRAINT "ExpertProfile_languages" CHECK (cardinality("languages") > 0);
ALTER TABLE "PlaceNeeds" ADD CONSTRAINT "PlaceNeeds_conditions" CHECK ("conditions" <@ ARRAY['region', 'language']);

-- What staff found, wish for or plan is one of a few words.
ALTER TABLE "TieReview" ADD CONSTRAINT "TieReview_finding" CHECK ("finding" IN ('tie', 'no_tie'));
ALTER TABLE "PairNote" ADD CONSTRAINT "PairNote_organisation_wish" CHECK ("organisationWish" IN ('for', 'against'));
ALTER TABLE "PairNote" ADD CONSTRAINT "PairNote_expert_wish" CHECK ("expertWish" IN ('for', 'against'));
ALTER TABLE "CohortPlan" ADD CONSTRAINT "CohortPlan_state" CHECK ("state" IN ('preparing', 'over'));
ALTER TABLE "CohortPlan" ADD CONSTRAINT "CohortPlan_goal" CHECK ("goal" IN ('total', 'lowest'));

-- One plan is in preparation for a cohort, however many people press at once.
CREATE UNIQUE INDEX "CohortPlan_one_preparing" ON "CohortPlan" ("cohortId") WHERE "state" = 'preparing';

-- Nobody stands by for themselves, and what was proposed was proposed to somebody, once.
ALTER TABLE "PlanRow" ADD CONSTRAINT "PlanRow_standby" CHECK ("standbyId" IS NULL OR "standbyId" <> "expertId");
ALTER TABLE "PlanRow" ADD CONSTRAINT "PlanRow_proposed" CHECK ("assignmentId" IS NULL OR "expertId" IS NOT NULL);
CREATE UNIQUE INDEX "PlanRow_assignment" ON "PlanRow" ("assignmentId") WHERE "assignmentId" IS NOT NULL;
ALTER TABLE "Assignment" ADD CONSTRAINT "Assignment_standby" CHECK ("standbyId" IS NULL OR "standbyId" <> "expertId");
