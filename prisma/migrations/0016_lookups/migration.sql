-- CreateIndex
CREATE INDEX "Consultation_cohortId_state_idx" ON "Consultation"("cohortId", "state");

-- What is booked is looked through by its end: whether it took place is asked for then.
CREATE INDEX "Consultation_booked_until" ON "Consultation"("endsAt") WHERE "state" = 'booked';
