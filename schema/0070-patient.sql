-- SPDX-License-Identifier: MIT
-- Patients: what is known of a person besides, and why somebody opens a case
-- of a compartment that asks for it.

ALTER TABLE person ADD COLUMN born {text} NOT NULL DEFAULT '';	-- civil
ALTER TABLE person ADD COLUMN sex {text} NOT NULL DEFAULT '';	-- male female
					-- other unknown; '' was not asked
ALTER TABLE person ADD COLUMN died {text} NOT NULL DEFAULT '';	-- civil

ALTER TABLE compartment ADD COLUMN purpose {int} NOT NULL DEFAULT 0; -- 1: who
					-- is not on the case says why
UPDATE compartment SET purpose = 1 WHERE code = 'medical';

CREATE TABLE purpose (		-- what a session reads a dossier for
	session {blob} NOT NULL,	-- hash of its token
	dossier {int} NOT NULL REFERENCES dossier,
	code {text} NOT NULL,
	words {text} NOT NULL,
	until {int} NOT NULL,
	PRIMARY KEY (session, dossier)
) {strict};
CREATE INDEX purpose_until ON purpose (until);
