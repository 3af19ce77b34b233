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
