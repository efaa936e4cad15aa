-- SPDX-License-Identifier: MIT
-- Privilege: what is in a compartment so marked does not leave the house,
-- unless one of its members released it.

ALTER TABLE compartment ADD COLUMN privilege {int} NOT NULL DEFAULT 0;
UPDATE compartment SET privilege = 1 WHERE code = 'legal';

CREATE TABLE part_release (	-- none is ever deleted
	id {id},
	dossier {int} NOT NULL REFERENCES dossier,
	no {int} NOT NULL,		-- of the thing in that dossier
	receiver {text} NOT NULL,	-- to whom, or for what
	reason {text} NOT NULL,
	given {int} NOT NULL,
	giver {int} NOT NULL REFERENCES person,
	until {int} NOT NULL,		-- 253402300799: until it is taken back
	ended {int},			-- taken back; NULL not
	ender {int} REFERENCES person,
	ended_why {text} NOT NULL DEFAULT ''
) {strict};
CREATE INDEX part_release_thing ON part_release (dossier, no);
