-- SPDX-License-Identifier: MIT
-- Who is away, and who stands in for them.

CREATE TABLE absence (		-- none is deleted; ended early, ends moves
	id {id},
	number {text} NOT NULL UNIQUE,	-- S-48392070, the one in addresses
	person {int} NOT NULL REFERENCES staff,		-- who is away
	substitute {int} NOT NULL REFERENCES staff,
	begins {int} NOT NULL,
	ends {int} NOT NULL,		-- the first moment that they are back
	every {int} NOT NULL DEFAULT 1 CHECK (every IN (0, 1)), -- all types
	note {text} NOT NULL DEFAULT '',	-- for the substitute
	entered {int} NOT NULL,
	entered_by {int} NOT NULL REFERENCES person
) {strict};
CREATE INDEX absence_person ON absence (person, ends);
CREATE INDEX absence_substitute ON absence (substitute, ends);
CREATE INDEX absence_ends ON absence (ends);

CREATE TABLE absence_type (	-- the case types, where it is not all
	absence {int} NOT NULL REFERENCES absence,
	type {text} NOT NULL,		-- code
	PRIMARY KEY (absence, type)
) {strict};

-- A grant that somebody has by standing in for another; the level and until
-- of the row are those of standing in, and what they hold themselves waits
-- here. Kept by store_absence_keep() alone.
ALTER TABLE viewer_grant ADD COLUMN for_whom {int} REFERENCES staff;
ALTER TABLE viewer_grant ADD COLUMN own_level {int} NOT NULL DEFAULT 0;
ALTER TABLE viewer_grant ADD COLUMN own_until {int} NOT NULL DEFAULT 0;
CREATE INDEX viewer_grant_for_whom ON viewer_grant (for_whom)
    WHERE for_whom IS NOT NULL;
