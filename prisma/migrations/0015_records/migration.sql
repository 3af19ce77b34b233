-- CreateTable
CREATE TABLE "NoticeFile" (
    "noticeId" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "hash" TEXT NOT NULL,
    "fileId" TEXT NOT NULL,
    "sharedAt" TIMESTAMPTZ(3),
    "formerId" TEXT,

    CONSTRAINT "NoticeFile_pkey" PRIMARY KEY ("noticeId","name")
);

-- CreateTable
CREATE TABLE "TookPlace" (
    "consultationId" UUID NOT NULL,
    "cohortId" UUID NOT NULL,
    "askedAt" TIMESTAMPTZ(3) NOT NULL,
    "silentFrom" TIMESTAMPTZ(3) NOT NULL,
    "organisationSays" TEXT,
    "organisationBy" UUID,
    "expertSays" TEXT,
    "state" TEXT NOT NULL,
    "outcome" TEXT,
    "missed" TEXT,
    "decidedAt" TIMESTAMPTZ(3),
    "decidedBy" UUID,
    "version" INTEGER NOT NULL,

    CONSTRAINT "TookPlace_pkey" PRIMARY KEY ("consultationId")
);

-- CreateTable
CREATE TABLE "ConsultationCard" (
    "id" UUID NOT NULL,
    "consultationId" UUID NOT NULL,
    "cohortId" UUID NOT NULL,
    "expertId" UUID NOT NULL,
    "state" TEXT NOT NULL,
    "draft" JSONB,
    "number" INTEGER NOT NULL,
    "confirmBy" TIMESTAMPTZ(3),
    "confirmedAt" TIMESTAMPTZ(3),
    "confirmedBy" UUID,
    "version" INTEGER NOT NULL,

    CONSTRAINT "ConsultationCard_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "CardVersion" (
    "id" UUID NOT NULL,
    "cardId" UUID NOT NULL,
    "number" INTEGER NOT NULL,
    "content" JSONB NOT NULL,
    "minutes" INTEGER NOT NULL,
    "writtenBy" UUID,
    "writtenAt" TIMESTAMPTZ(3) NOT NULL,
    "isLate" BOOLEAN NOT NULL,

    CONSTRAINT "CardVersion_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "CardComment" (
    "id" UUID NOT NULL,
    "cardId" UUID NOT NULL,
    "number" INTEGER NOT NULL,
    "personId" UUID NOT NULL,
    "text" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "CardComment_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "TookPlace_state_silentFrom_idx" ON "TookPlace"("state", "silentFrom");

-- CreateIndex
CREATE UNIQUE INDEX "ConsultationCard_consultationId_key" ON "ConsultationCard"("consultationId");

-- CreateIndex
CREATE INDEX "ConsultationCard_state_confirmBy_idx" ON "ConsultationCard"("state", "confirmBy");

-- CreateIndex
CREATE UNIQUE INDEX "CardVersion_cardId_number_key" ON "CardVersion"("cardId", "number");

-- CreateIndex
CREATE INDEX "CardComment_cardId_idx" ON "CardComment"("cardId");

-- AddForeignKey
ALTER TABLE "TookPlace" ADD CONSTRAINT "TookPlace_consultationId_fkey" FOREIGN KEY ("consultationId") REFERENCES "Consultation"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ConsultationCard" ADD CONSTRAINT "ConsultationCard_consultationId_fkey" FOREIGN KEY ("consultationId") REFERENCES "Consultation"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "CardVersion" ADD CONSTRAINT "CardVersion_cardId_fkey" FOREIGN KEY ("cardId") REFERENCES "ConsultationCard"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "CardComment" ADD CONSTRAINT "CardComment_cardId_fkey" FOREIGN KEY ("cardId") REFERENCES "ConsultationCard"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

ALTER TABLE "TookPlace" ADD CONSTRAINT "TookPlace_says" CHECK (
  coalesce("organisationSays", 'yes') IN ('yes', 'no', 'other_time', 'absent')
  AND coalesce("expertSays", 'yes') IN ('yes', 'no', 'other_time', 'absent'));
ALTER TABLE "TookPlace" ADD CONSTRAINT "TookPlace_state" CHECK (
  "state" IN ('open', 'staff', 'settled')
  AND ("state" = 'settled') = ("outcome" IS NOT NULL) AND ("state" = 'settled') = ("decidedAt" IS NOT NULL));
ALTER TABLE "TookPlace" ADD CONSTRAINT "TookPlace_outcome" CHECK (
  coalesce("outcome", 'held') IN ('held', 'not_held', 'no_show')
  AND coalesce("missed", 'expert') IN ('organisation', 'expert')
  AND (coalesce("outcome", '') = 'no_show') = (coalesce("missed", '') = 'organisation'));
ALTER TABLE "ConsultationCard" ADD CONSTRAINT "ConsultationCard_state" CHECK (
  "state" IN ('draft', 'published', 'commented', 'confirmed')
  AND ("state" = 'draft') = ("number" = 0) AND ("state" = 'confirmed') = ("confirmedAt" IS NOT NULL));
ALTER TABLE "CardVersion" ADD CONSTRAINT "CardVersion_minutes" CHECK ("minutes" BETWEEN 0 AND 1440 AND "number" >= 1);

-- What was sent and remarked stays as it was. The tables hang on their cards, so emptying all of them at once is let through.
CREATE TRIGGER "CardVersion_append_only" BEFORE UPDATE OR DELETE ON "CardVersion"
  FOR EACH STATEMENT EXECUTE FUNCTION "history_is_append_only"();
CREATE TRIGGER "CardComment_append_only" BEFORE UPDATE OR DELETE ON "CardComment"
  FOR EACH STATEMENT EXECUTE FUNCTION "history_is_append_only"();
