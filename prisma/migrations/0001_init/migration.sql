-- CreateTable
CREATE TABLE "Application" (
    "id" UUID NOT NULL,
    "callId" UUID NOT NULL,
    "cohortId" UUID NOT NULL,
    "editorId" UUID NOT NULL,
    "organisationId" UUID,
    "state" TEXT NOT NULL,
    "step" INTEGER NOT NULL,
    "answers" JSONB NOT NULL,
    "unfinished" JSONB,
    "organisationName" TEXT,
    "number" INTEGER,
    "receivedAt" TIMESTAMPTZ(3),
    "enteredAt" TIMESTAMPTZ(3),
    "onBehalf" BOOLEAN NOT NULL,
    "receiptAt" TIMESTAMPTZ(3),
    "receiptWay" TEXT,
    "evidence" TEXT,
    "lateReason" TEXT,
    "confirmedBy" UUID,
    "formalResult" TEXT,
    "formalNote" TEXT,
    "formalItems" JSONB,
    "preparedDecision" TEXT,
    "preparedReason" TEXT,
    "reservePosition" INTEGER,
    "decidedAt" TIMESTAMPTZ(3),
    "createdAt" TIMESTAMPTZ(3) NOT NULL,
    "updatedAt" TIMESTAMPTZ(3) NOT NULL,
    "version" INTEGER NOT NULL,

    CONSTRAINT "Application_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Submission" (
    "id" UUID NOT NULL,
    "applicationId" UUID NOT NULL,
    "sequence" INTEGER NOT NULL,
    "answers" JSONB NOT NULL,
    "receivedAt" TIMESTAMPTZ(3) NOT NULL,
    "enteredAt" TIMESTAMPTZ(3) NOT NULL,
    "personId" UUID NOT NULL,
    "late" BOOLEAN NOT NULL,

    CONSTRAINT "Submission_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Assignment" (
    "id" UUID NOT NULL,
    "participationId" UUID NOT NULL,
    "expertId" UUID NOT NULL,
    "state" TEXT NOT NULL,
    "proposedAt" TIMESTAMPTZ(3) NOT NULL,
    "proposedBy" UUID NOT NULL,
    "answeredAt" TIMESTAMPTZ(3),
    "declineCategory" TEXT,
    "declineNote" TEXT,
    "overrideReason" TEXT,
    "endedAt" TIMESTAMPTZ(3),
    "announcedAt" TIMESTAMPTZ(3),
    "version" INTEGER NOT NULL,

    CONSTRAINT "Assignment_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "ExpertProfile" (
    "personId" UUID NOT NULL,
    "fields" TEXT[],
    "regions" TEXT[],
    "maxLoad" INTEGER NOT NULL,
    "about" TEXT,
    "createdAt" TIMESTAMPTZ(3) NOT NULL,
    "version" INTEGER NOT NULL,

    CONSTRAINT "ExpertProfile_pkey" PRIMARY KEY ("personId")
);

-- CreateTable
CREATE TABLE "Tie" (
    "id" UUID NOT NULL,
    "expertId" UUID NOT NULL,
    "organisationId" UUID NOT NULL,
    "category" TEXT NOT NULL,
    "declaredBy" UUID NOT NULL,
    "declaredAt" TIMESTAMPTZ(3) NOT NULL,
    "endedAt" TIMESTAMPTZ(3),

    CONSTRAINT "Tie_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "JournalEntry" (
    "id" UUID NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "personId" UUID,
    "role" TEXT NOT NULL,
    "onBehalfOf" TEXT,
    "act" TEXT NOT NULL,
    "subject" TEXT NOT NULL,
    "subjectId" UUID NOT NULL,
    "cohortId" UUID,
    "from" TEXT,
    "to" TEXT,
    "reason" TEXT,
    "detail" JSONB,

    CONSTRAINT "JournalEntry_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Notice" (
    "id" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "params" JSONB NOT NULL,
    "targetKind" TEXT NOT NULL,
    "target" TEXT NOT NULL,
    "key" TEXT NOT NULL,
    "state" TEXT NOT NULL,
    "attempts" INTEGER NOT NULL,
    "dueAt" TIMESTAMPTZ(3) NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL,
    "sentAt" TIMESTAMPTZ(3),
    "channelId" TEXT,
    "ts" TEXT,
    "failure" TEXT,
    "cohortId" UUID,

    CONSTRAINT "Notice_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Organisation" (
    "id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "legalForm" TEXT NOT NULL,
    "registerType" TEXT NOT NULL,
    "registerName" TEXT,
    "registerNumber" TEXT NOT NULL,
    "nip" TEXT,
    "regon" TEXT,
    "town" TEXT NOT NULL,
    "voivodeship" TEXT NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL,
    "version" INTEGER NOT NULL,

    CONSTRAINT "Organisation_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Representative" (
    "id" UUID NOT NULL,
    "organisationId" UUID NOT NULL,
    "personId" UUID NOT NULL,
    "email" TEXT,
    "function" TEXT,
    "isContact" BOOLEAN NOT NULL,
    "startedAt" TIMESTAMPTZ(3) NOT NULL,
    "endedAt" TIMESTAMPTZ(3),

    CONSTRAINT "Representative_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Participation" (
    "id" UUID NOT NULL,
    "cohortId" UUID NOT NULL,
    "organisationId" UUID NOT NULL,
    "applicationId" UUID,
    "state" TEXT NOT NULL,
    "subject" TEXT,
    "grantGrosze" INTEGER NOT NULL,
    "channelName" TEXT,
    "channelId" TEXT,
    "cardTs" TEXT,
    "cardHash" TEXT,
    "channelProblem" TEXT,
    "createdAt" TIMESTAMPTZ(3) NOT NULL,
    "version" INTEGER NOT NULL,

    CONSTRAINT "Participation_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "HelpRequest" (
    "id" UUID NOT NULL,
    "participationId" UUID NOT NULL,
    "personId" UUID NOT NULL,
    "topic" TEXT NOT NULL,
    "text" TEXT NOT NULL,
    "askedAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "HelpRequest_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Person" (
    "id" UUID NOT NULL,
    "slackTeamId" TEXT,
    "slackUserId" TEXT,
    "name" TEXT NOT NULL,
    "slackLocale" TEXT,
    "chosenLocale" TEXT,
    "timeZone" TEXT,
    "isAdmin" BOOLEAN NOT NULL,
    "isGuest" BOOLEAN NOT NULL,
    "isBot" BOOLEAN NOT NULL,
    "isDeactivated" BOOLEAN NOT NULL,
    "checkedAt" TIMESTAMPTZ(3),
    "createdAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "Person_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "RoleGrant" (
    "id" UUID NOT NULL,
    "personId" UUID NOT NULL,
    "role" TEXT NOT NULL,
    "cohortId" UUID,
    "grantedAt" TIMESTAMPTZ(3) NOT NULL,
    "grantedBy" UUID,
    "endedAt" TIMESTAMPTZ(3),

    CONSTRAINT "RoleGrant_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Cohort" (
    "id" UUID NOT NULL,
    "programmeKey" TEXT NOT NULL,
    "definition" JSONB NOT NULL,
    "name" TEXT NOT NULL,
    "slug" TEXT NOT NULL,
    "places" INTEGER NOT NULL,
    "grantGrosze" INTEGER NOT NULL,
    "voucherGrosze" INTEGER NOT NULL,
    "copiedFromId" UUID,
    "channelId" TEXT,
    "staffChannelId" TEXT,
    "cardTs" TEXT,
    "cardHash" TEXT,
    "cardShows" TEXT,
    "noteTs" TEXT,
    "problem" JSONB,
    "createdAt" TIMESTAMPTZ(3) NOT NULL,
    "createdBy" UUID NOT NULL,
    "version" INTEGER NOT NULL,

    CONSTRAINT "Cohort_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Call" (
    "id" UUID NOT NULL,
    "cohortId" UUID NOT NULL,
    "stage" INTEGER NOT NULL,
    "opensOn" TEXT NOT NULL,
    "opensTime" TEXT NOT NULL,
    "closesOn" TEXT NOT NULL,
    "closesTime" TEXT NOT NULL,
    "zone" TEXT NOT NULL,
    "opensAt" TIMESTAMPTZ(3) NOT NULL,
    "closesAt" TIMESTAMPTZ(3) NOT NULL,
    "lateFrom" TIMESTAMPTZ(3) NOT NULL,
    "closingRule" TEXT NOT NULL,
    "releasedAt" TIMESTAMPTZ(3),
    "releasedBy" UUID,
    "nextNumber" INTEGER NOT NULL,
    "version" INTEGER NOT NULL,

    CONSTRAINT "Call_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "Application_callId_state_idx" ON "Application"("callId", "state");

-- CreateIndex
CREATE INDEX "Application_editorId_state_idx" ON "Application"("editorId", "state");

-- CreateIndex
CREATE INDEX "Application_organisationId_idx" ON "Application"("organisationId");

-- CreateIndex
CREATE UNIQUE INDEX "Application_callId_number_key" ON "Application"("callId", "number");

-- CreateIndex
CREATE UNIQUE INDEX "Submission_applicationId_sequence_key" ON "Submission"("applicationId", "sequence");

-- CreateIndex
CREATE INDEX "Assignment_participationId_state_idx" ON "Assignment"("participationId", "state");

-- CreateIndex
CREATE INDEX "Assignment_expertId_state_idx" ON "Assignment"("expertId", "state");

-- CreateIndex
CREATE INDEX "Tie_organisationId_idx" ON "Tie"("organisationId");

-- CreateIndex
CREATE INDEX "Tie_expertId_idx" ON "Tie"("expertId");

-- CreateIndex
CREATE INDEX "JournalEntry_subject_subjectId_at_idx" ON "JournalEntry"("subject", "subjectId", "at");

-- CreateIndex
CREATE INDEX "JournalEntry_cohortId_at_idx" ON "JournalEntry"("cohortId", "at");

-- CreateIndex
CREATE UNIQUE INDEX "Notice_key_key" ON "Notice"("key");

-- CreateIndex
CREATE INDEX "Notice_state_dueAt_idx" ON "Notice"("state", "dueAt");

-- CreateIndex
CREATE INDEX "Notice_cohortId_state_idx" ON "Notice"("cohortId", "state");

-- CreateIndex
CREATE UNIQUE INDEX "Organisation_nip_key" ON "Organisation"("nip");

-- CreateIndex
CREATE UNIQUE INDEX "Organisation_regon_key" ON "Organisation"("regon");

-- CreateIndex
CREATE INDEX "Representative_organisationId_idx" ON "Representative"("organisationId");

-- CreateIndex
CREATE INDEX "Representative_personId_idx" ON "Representative"("personId");

-- CreateIndex
CREATE UNIQUE INDEX "Participation_applicationId_key" ON "Participation"("applicationId");

-- CreateIndex
CREATE UNIQUE INDEX "Participation_channelName_key" ON "Participation"("channelName");

-- CreateIndex
CREATE UNIQUE INDEX "Participation_channelId_key" ON "Participation"("channelId");

-- CreateIndex
CREATE INDEX "Participation_cohortId_state_idx" ON "Participation"("cohortId", "state");

-- CreateIndex
CREATE UNIQUE INDEX "Participation_cohortId_organisationId_key" ON "Participation"("cohortId", "organisationId");

-- CreateIndex
CREATE INDEX "HelpRequest_participationId_askedAt_idx" ON "HelpRequest"("participationId", "askedAt");

-- CreateIndex
CREATE UNIQUE INDEX "Person_slackTeamId_slackUserId_key" ON "Person"("slackTeamId", "slackUserId");

-- CreateIndex
CREATE INDEX "RoleGrant_personId_idx" ON "RoleGrant"("personId");

-- CreateIndex
CREATE INDEX "RoleGrant_cohortId_role_idx" ON "RoleGrant"("cohortId", "role");

-- CreateIndex
CREATE UNIQUE INDEX "Cohort_slug_key" ON "Cohort"("slug");

-- CreateIndex
CREATE UNIQUE INDEX "Cohort_channelId_key" ON "Cohort"("channelId");

-- CreateIndex
CREATE UNIQUE INDEX "Cohort_staffChannelId_key" ON "Cohort"("staffChannelId");

-- CreateIndex
CREATE INDEX "Call_lateFrom_idx" ON "Call"("lateFrom");

-- CreateIndex
CREATE UNIQUE INDEX "Call_cohortId_stage_key" ON "Call"("cohortId", "stage");

-- AddForeignKey
ALTER TABLE "Application" ADD CONSTRAINT "Application_callId_fkey" FOREIGN KEY ("callId") REFERENCES "Call"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Application" ADD CONSTRAINT "Application_cohortId_fkey" FOREIGN KEY ("cohortId") REFERENCES "Cohort"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Application" ADD CONSTRAINT "Application_editorId_fkey" FOREIGN KEY ("editorId") REFERENCES "Person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Application" ADD CONSTRAINT "Application_organisationId_fkey" FOREIGN KEY ("organisationId") REFERENCES "Organisation"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Submission" ADD CONSTRAINT "Submission_applicationId_fkey" FOREIGN KEY ("applicationId") REFERENCES "Application"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Assignment" ADD CONSTRAINT "Assignment_participationId_fkey" FOREIGN KEY ("participationId") REFERENCES "Participation"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Assignment" ADD CONSTRAINT "Assignment_expertId_fkey" FOREIGN KEY ("expertId") REFERENCES "Person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ExpertProfile" ADD CONSTRAINT "ExpertProfile_personId_fkey" FOREIGN KEY ("personId") REFERENCES "Person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Tie" ADD CONSTRAINT "Tie_expertId_fkey" FOREIGN KEY ("expertId") REFERENCES "ExpertProfile"("personId") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Tie" ADD CONSTRAINT "Tie_organisationId_fkey" FOREIGN KEY ("organisationId") REFERENCES "Organisation"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Representative" ADD CONSTRAINT "Representative_organisationId_fkey" FOREIGN KEY ("organisationId") REFERENCES "Organisation"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Representative" ADD CONSTRAINT "Representative_personId_fkey" FOREIGN KEY ("personId") REFERENCES "Person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Participation" ADD CONSTRAINT "Participation_cohortId_fkey" FOREIGN KEY ("cohortId") REFERENCES "Cohort"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Participation" ADD CONSTRAINT "Participation_organisationId_fkey" FOREIGN KEY ("organisationId") REFERENCES "Organisation"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "HelpRequest" ADD CONSTRAINT "HelpRequest_participationId_fkey" FOREIGN KEY ("participationId") REFERENCES "Participation"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "RoleGrant" ADD CONSTRAINT "RoleGrant_personId_fkey" FOREIGN KEY ("personId") REFERENCES "Person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "RoleGrant" ADD CONSTRAINT "RoleGrant_grantedBy_fkey" FOREIGN KEY ("grantedBy") REFERENCES "Person"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "RoleGrant" ADD CONSTRAINT "RoleGrant_cohortId_fkey" FOREIGN KEY ("cohortId") REFERENCES "Cohort"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Call" ADD CONSTRAINT "Call_cohortId_fkey" FOREIGN KEY ("cohortId") REFERENCES "Cohort"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
