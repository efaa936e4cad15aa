-- SPDX-License-Identifier: MIT
-- Work that is handed over once the receiver accepts it, case by case, with a
-- sheet of each as it was then.

CREATE TABLE handover (
	id {id},
	number {text} NOT NULL UNIQUE,	-- H-48392070
	giver {int} NOT NULL REFERENCES person,
	receiver {int} NOT NULL REFERENCES staff,
	made {int} NOT NULL,
	made_by {int} NOT NULL REFERENCES person,	-- the giver, or who
						-- manages them
	begins {int} NOT NULL,		-- not accepted before
	note {text} NOT NULL DEFAULT ''
) {strict};
CREATE INDEX handover_giver ON handover (giver, made);
CREATE INDEX handover_receiver ON handover (receiver, made);
CREATE INDEX handover_made_by ON handover (made_by, made);

CREATE TABLE handover_case (
	handover {int} NOT NULL REFERENCES handover,
	no {int} NOT NULL,		-- in it, from 1
	dossier {int} NOT NULL REFERENCES dossier,
	giver {int} NOT NULL REFERENCES person,	-- as of the handover
	state {text} NOT NULL CHECK (state IN
	    ('waiting', 'accepted', 'refused', 'withdrawn', 'gone')),
	said {int},			-- answered then,
	said_by {int} REFERENCES person,
	reason {text} NOT NULL DEFAULT '',	-- of a refusal
	lang {text} NOT NULL DEFAULT '',	-- that the sheet was read in
	sha256 {text} NOT NULL DEFAULT '',	-- of its lines
	PRIMARY KEY (handover, no)
) {strict};
CREATE UNIQUE INDEX handover_case_waiting ON handover_case (dossier, giver)
    WHERE state = 'waiting';
CREATE INDEX handover_case_open ON handover_case (handover)
    WHERE state = 'waiting';

CREATE TABLE handover_line (	-- of an accepted sheet; never changed
	handover {int} NOT NULL REFERENCES handover,
	no {int} NOT NULL,		-- of the case
	place {int} NOT NULL,		-- from 1
	section {text} NOT NULL,	-- code
	text {text} NOT NULL,
	detail {text} NOT NULL DEFAULT '',
	due {int} NOT NULL DEFAULT 0,
	compartment {int} NOT NULL DEFAULT 0,	-- of what it speaks of
	PRIMARY KEY (handover, no, place)
) {strict};
