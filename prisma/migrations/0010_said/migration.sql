-- What people and organisations were told besides reminders: it counts to the noise budget of reminders.
CREATE INDEX "Notice_said" ON "Notice" ("targetKind", "target", "dueAt")
  WHERE "kind" <> 'obligations.reminder' AND "targetKind" <> 'staff';
