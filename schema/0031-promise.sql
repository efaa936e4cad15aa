-- SPDX-License-Identifier: MIT
-- Dates that requesters were told. Whether one is broken follows: it was due,
-- and nobody had kept or moved it until then.

CREATE TABLE promise (
	id {id},
	dossier {int} NOT NULL REFERENCES dossier,
	no {int} NOT NULL,
	text {text} NOT NULL,		-- what was promised
	person {int} REFERENCES person,	-- to whom; NULL: who asked
	medium {text} NOT NULL,		-- how it was told: phone, letter ...
	made {int} NOT NULL,
	made_by {int} REFERENCES person,
	due {int} NOT NULL,		-- the last second of the day
	state {text} NOT NULL CHECK (state IN ('open', 'kept', 'moved')),
	said {int},			-- kept or moved then,
	said_by {int} REFERENCES person,
	how {text} NOT NULL DEFAULT '',	-- by which medium
	document {int} NOT NULL DEFAULT 0,	-- its no, 0 none
	note {text} NOT NULL DEFAULT '',	-- what was said then
	moved_from {int} NOT NULL DEFAULT 0,	-- no of the one before
	UNIQUE (dossier, no)
) {strict};
CREATE INDEX promise_due ON promise (due, id) WHERE state = 'open';
CREATE INDEX promise_person ON promise (person);
