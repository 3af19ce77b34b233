-- A tie ends after it began; its open uniqueness is "Tie_one_open".
ALTER TABLE "Tie" ADD CONSTRAINT "Tie_order" CHECK ("endedAt" IS NULL OR "endedAt" >= "declaredAt");
