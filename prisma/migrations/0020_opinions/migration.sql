-- CreateTable
CREATE TABLE "Opinion" (
    "id" UUID NOT NULL,
    "participationId" UUID NOT NULL,
    "cohortId" UUID NOT NULL,
    "actionId" UUID NOT NULL,
    "scope" TEXT NOT NULL,
    "state" TEXT NOT NULL,
    "lastDay" TEXT NOT NULL,
    "dueOn" TEXT NOT NULL,
    "dueTime" TEXT NOT NULL,
    "zone" TEXT NOT NULL,
    "dueAt" TIMESTAMPTZ(3) NOT NULL,
    "leadId" UUID,
    "writerId" UUID,
    "content" JSONB,
    "sentAt" TIMESTAMPTZ(3),
    "reason" TEXT,
    "isLate" BOOLEAN NOT NULL,
    "remarks" TEXT,
    "number" INTEGER NOT NULL,
    "readAt" TIMESTAMPTZ(3),
    "readBy" UUID,
    "reactionKind" TEXT,
    "reaction" TEXT,
    "reactedAt" TIMESTAMPTZ(3),
    "reactedBy" UUID,
    "canvasId" TEXT,
    "canvasNumber" INTEGER NOT NULL,
    "version" INTEGER NOT NULL,

    CONSTRAINT "Opinion_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "OpinionDraft" (
    "opinionId" UUID NOT NULL,
    "personId" UUID NOT NULL,
    "content" JSONB NOT NULL,
    "savedAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "OpinionDraft_pkey" PRIMARY KEY ("opinionId","personId")
);

-- CreateTable
CREATE TABLE "OpinionVersion" (
    "id" UUID NOT NULL,
    "opinionId" UUID NOT NULL,
    "number" INTEGER NOT NULL,
    "content" JSONB NOT NULL,
    "reason" TEXT,
    "writtenBy" UUID NOT NULL,
    "writtenAt" TIMESTAMPTZ(3) NOT NULL,
    "releasedBy" UUID NOT NULL,
    "releasedAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "OpinionVersion_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "OpinionTask" (
    "id" UUID NOT NULL,
    "opinionId" UUID NOT NULL,
    "text" TEXT NOT NULL,
    "state" TEXT NOT NULL,
    "position" INTEGER NOT NULL,
    "doneAt" TIMESTAMPTZ(3),
    "doneBy" UUID,

    CONSTRAINT "OpinionTask_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "SelfEvaluation" (
    "opinionId" UUID NOT NULL,
    "draft" JSONB,
    "content" JSONB,
    "sentAt" TIMESTAMPTZ(3),
    "sentBy" UUID,
    "version" INTEGER NOT NULL,

    CONSTRAINT "SelfEvaluation_pkey" PRIMARY KEY ("opinionId")
);

-- CreateTable
CREATE TABLE "VoucherNaming" (
    "id" UUID NOT NULL,
    "participationId" UUID NOT NULL,
    "cohortId" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "areas" TEXT[],
    "reason" TEXT NOT NULL,
    "form" TEXT NOT NULL,
    "namedBy" UUID NOT NULL,
    "namedAt" TIMESTAMPTZ(3) NOT NULL,
    "number" INTEGER NOT NULL,

    CONSTRAINT "VoucherNaming_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "Opinion_participationId_key" ON "Opinion"("participationId");

-- CreateIndex
CREATE UNIQUE INDEX "Opinion_actionId_key" ON "Opinion"("actionId");

-- CreateIndex
CREATE INDEX "Opinion_cohortId_state_idx" ON "Opinion"("cohortId", "state");

-- CreateIndex
CREATE UNIQUE INDEX "OpinionVersion_opinionId_number_key" ON "OpinionVersion"("opinionId", "number");

-- CreateIndex
CREATE INDEX "OpinionTask_opinionId_idx" ON "OpinionTask"("opinionId");

-- CreateIndex
CREATE UNIQUE INDEX "VoucherNaming_participationId_number_key" ON "VoucherNaming"("participationId", "number");

-- AddForeignKey
ALTER TABLE "Opinion" ADD CONSTRAINT "Opinion_participationId_fkey" FOREIGN KEY ("participationId") REFERENCES "Participation"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Opinion" ADD CONSTRAINT "Opinion_actionId_fkey" FOREIGN KEY ("actionId") REFERENCES "Action"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "OpinionDraft" ADD CONSTRAINT "OpinionDraft_opinionId_fkey" FOREIGN KEY ("opinionId") REFERENCES "Opinion"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "OpinionVersion" ADD CONSTRAINT "OpinionVersion_opinionId_fkey" FOREIGN KEY ("opinionId") REFERENCES "Opinion"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "OpinionTask" ADD CONSTRAINT "OpinionTask_opinionId_fkey" FOREIGN KEY ("opinionId") REFERENCES "Opinion"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "SelfEvaluation" ADD CONSTRAINT "SelfEvaluation_opinionId_fkey" FOREIGN KEY ("opinionId") REFERENCES "Opinion"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "VoucherNaming" ADD CONSTRAINT "VoucherNaming_participationId_fkey" FOREIGN KEY ("participationId") REFERENCES "Participation"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

ALTER TABLE "Opinion" ADD CONSTRAINT "Opinion_state" CHECK (
  "state" IN ('not_due', 'due', 'draft', 'sent', 'returned', 'released')
  AND "scope" IN ('action', 'preparation') AND "number" >= 0
  AND ("state" = 'sent') = ("content" IS NOT NULL) AND ("state" <> 'sent' OR "sentAt" IS NOT NULL AND "writerId" IS NOT NULL)
  AND ("state" <> 'released' OR "number" > 0) AND ("number" = 0 OR "state" IN ('sent', 'released')));
ALTER TABLE "Opinion" ADD CONSTRAINT "Opinion_answers" CHECK (
  ("readAt" IS NULL) = ("readBy" IS NULL) AND ("readAt" IS NULL OR "number" > 0)
  AND coalesce("reactionKind", 'comment') IN ('comment', 'question')
  AND ("reaction" IS NULL) = ("reactedAt" IS NULL) AND ("reaction" IS NULL) = ("reactedBy" IS NULL)
  AND ("reaction" IS NULL) = ("reactionKind" IS NULL) AND ("reaction" IS NULL OR "number" > 0));
-- What changes a released opinion says why.
ALTER TABLE "OpinionVersion" ADD CONSTRAINT "OpinionVersion_reason" CHECK (
  "number" >= 1 AND ("number" = 1) = ("reason" IS NULL));
ALTER TABLE "OpinionTask" ADD CONSTRAINT "OpinionTask_state" CHECK (
  "state" IN ('open', 'done', 'dropped') AND ("state" = 'done') = ("doneAt" IS NOT NULL));
ALTER TABLE "SelfEvaluation" ADD CONSTRAINT "SelfEvaluation_sent" CHECK (
  ("content" IS NULL) = ("sentAt" IS NULL) AND ("content" IS NULL) = ("sentBy" IS NULL));
ALTER TABLE "VoucherNaming" ADD CONSTRAINT "VoucherNaming_kind" CHECK (
  "kind" IN ('note', 'named', 'not_recommended') AND "number" >= 1
  AND ("kind" <> 'named' OR cardinality("areas") > 0) AND ("kind" <> 'not_recommended' OR cardinality("areas") = 0));

-- What was released or named stays as it was. The tables hang on others, so emptying all of them at once is let through.
CREATE TRIGGER "OpinionVersion_append_only" BEFORE UPDATE OR DELETE ON "OpinionVersion"
  FOR EACH STATEMENT EXECUTE FUNCTION "history_is_append_only"();
CREATE TRIGGER "VoucherNaming_append_only" BEFORE UPDATE OR DELETE ON "VoucherNaming"
  FOR EACH STATEMENT EXECUTE FUNCTION "history_is_append_only"();

-- A self-evaluation is sent once, and then stays.
CREATE FUNCTION "self_evaluation_is_sent_once"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF OLD."sentAt" IS NOT NULL THEN RAISE EXCEPTION 'a self-evaluation is sent once'; END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER "SelfEvaluation_once" BEFORE UPDATE ON "SelfEvaluation"
  FOR EACH ROW EXECUTE FUNCTION "self_evaluation_is_sent_once"();
