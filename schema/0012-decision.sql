-- SPDX-License-Identifier: MIT
-- Decisions by tables: the tables of each version of a type, and what they
-- decided.

CREATE TABLE type_model (	-- a DMN file of a version of a type
	type {int} NOT NULL REFERENCES type,
	file {text} NOT NULL,		-- complaint.dmn
	source {text} NOT NULL,
	sha256 {text} NOT NULL,
	PRIMARY KEY (type, file)
) {strict};

-- Never deleted: what another one took the place of is superseded, what was
-- taken back is undone.
CREATE TABLE decision (		-- what a table proposed and who made it so
	id {id},
	dossier {int} NOT NULL REFERENCES dossier,
	no {int} NOT NULL,
	code {text} NOT NULL,		-- as the type calls it; risk
	type {int} NOT NULL REFERENCES type,	-- version whose table it was
	state {text} NOT NULL
	    CHECK (state IN ('proposed', 'made', 'superseded', 'undone')),
	automatic {int} NOT NULL CHECK (automatic IN (0, 1)),
	overridden {int} NOT NULL DEFAULT 0 CHECK (overridden IN (0, 1)),
	proposed {text} NOT NULL,	-- the table's result, JSON; '' none
	result {text} NOT NULL DEFAULT '',	-- what counts, JSON
	reason {text} NOT NULL DEFAULT '',	-- for another result
	asked {int} NOT NULL,		-- the table was
	asked_by {int} REFERENCES person,	-- NULL: by itself
	decided {int},
	decided_by {int} REFERENCES person,	-- NULL: by itself
	known {text} NOT NULL,		-- SHA-256 of what it was decided by
	UNIQUE (dossier, no)
) {strict};
CREATE INDEX decision_now ON decision (dossier, state, code, no);
CREATE INDEX decision_code ON decision (dossier, code, no);

CREATE TABLE decision_why (	-- how the table came to it
	decision {int} PRIMARY KEY REFERENCES decision,
	dossier {int} NOT NULL REFERENCES dossier,
	inputs {text} NOT NULL,		-- JSON
	derivation {text} NOT NULL	-- JSON
) {strict};
