-- An organisation is known by register, the register's name where numbers repeat between registers, and number (O1, O4).
CREATE UNIQUE INDEX "Organisation_register" ON "Organisation" ("registerType", (lower(coalesce("registerName", ''))), "registerNumber");
