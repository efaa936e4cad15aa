-- SPDX-License-Identifier: MIT
-- Walls: who must not see a case, or any in which somebody has a role,
-- whatever else they may do. None is ever deleted; viewer_wall follows.

CREATE TABLE wall (
	id {id},
	number {text} NOT NULL UNIQUE,	-- W-48392070, the one in addresses
	staff {int} REFERENCES staff,	-- who is kept out: one person,
	label {text} NOT NULL DEFAULT '', -- or all to whom this group gives a role
	dossier {int} REFERENCES dossier,	-- of one case,
	party {int} REFERENCES person,	-- or of all with this person
	reason {text} NOT NULL,
	begins {int} NOT NULL,
	ends {int} NOT NULL,		-- 253402300799: when it is lifted
	made {int} NOT NULL,
	maker {int} NOT NULL REFERENCES person,
	lifted {int},
	lifter {int} REFERENCES person,
	remark {text} NOT NULL DEFAULT '',	-- why it was lifted
	CHECK ((staff IS NULL) <> (label = '')),
	CHECK ((dossier IS NULL) <> (party IS NULL))
) {strict};
CREATE INDEX wall_party ON wall (party, ends) WHERE party IS NOT NULL;
CREATE INDEX wall_dossier_of ON wall (dossier) WHERE dossier IS NOT NULL;
CREATE INDEX wall_staff ON wall (staff) WHERE staff IS NOT NULL;
CREATE INDEX wall_label ON wall (label) WHERE label <> '';
CREATE INDEX wall_made ON wall (made, id);

CREATE TABLE wall_dossier (	-- which cases it covers, but by a party
	wall {int} NOT NULL REFERENCES wall,
	dossier {int} NOT NULL REFERENCES dossier,
	PRIMARY KEY (wall, dossier)
) {strict};
CREATE INDEX wall_dossier_dossier ON wall_dossier (dossier);

ALTER TABLE viewer_wall ADD COLUMN follows {int} NOT NULL DEFAULT 0; -- from
		-- the table wall, and ends with it
CREATE INDEX staff_role_label ON staff_role (label);
