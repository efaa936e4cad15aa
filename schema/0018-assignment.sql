-- SPDX-License-Identifier: MIT
-- Who is to do something, found by skill, load and authority.

CREATE TABLE skill (		-- a word for what members of staff can do
	id {id},
	code {text} NOT NULL UNIQUE,	-- in plans and addresses
	name {text} NOT NULL,
	name_key {text} NOT NULL
) {strict};

CREATE TABLE staff_skill (
	person {int} NOT NULL REFERENCES staff,
	skill {int} NOT NULL REFERENCES skill,
	PRIMARY KEY (person, skill)
) {strict};
CREATE INDEX staff_skill_of ON staff_skill (skill, person);

CREATE TABLE assignment_turn (	-- when each was last taken, by the count
	scope {int} NOT NULL REFERENCES scope,
	person {int} NOT NULL REFERENCES staff,
	turn {int} NOT NULL,
	PRIMARY KEY (scope, person)
) {strict};

-- Never changed nor deleted: how it came about, though it be taken back.
CREATE TABLE assignment (	-- somebody was chosen, or nobody could be
	id {id},
	dossier {int} NOT NULL REFERENCES dossier,
	no {int} NOT NULL,
	task {int} NOT NULL DEFAULT 0,	-- no of the task; 0 to lead it
	person {int} REFERENCES person,	-- NULL: nobody
	how {text} NOT NULL
	    CHECK (how IN ('only', 'score', 'load', 'turn', 'none')),
	skill {text} NOT NULL DEFAULT '',	-- its name then; '' none
	type {int} NOT NULL REFERENCES type,	-- version whose table it was
	decision {text} NOT NULL DEFAULT '',	-- code of the table; '' none
	candidates {text} NOT NULL,	-- JSON, the chosen one first
	inputs {text} NOT NULL DEFAULT '',	-- of the chosen one, JSON
	derivation {text} NOT NULL DEFAULT '',
	asked {int} NOT NULL,
	asked_by {int} REFERENCES person,	-- NULL: by the plan itself
	UNIQUE (dossier, no)
) {strict};
CREATE INDEX assignment_of ON assignment (dossier, task, no);
