-- SPDX-License-Identifier: MIT
-- The plan of a dossier: items of its type's CMMN plan, and those that
-- people added for it alone.

CREATE TABLE plan_item (
	dossier {int} NOT NULL REFERENCES dossier,
	no {int} NOT NULL,		-- in its plan; 1 is the case plan
	parent {int} NOT NULL,		-- no of what it stands in; 0 of 1
	used {text} NOT NULL,		-- id in the model; '' 1, or added freely
	kind {text} NOT NULL,		-- stage humanTask milestone ...
	name {text} NOT NULL DEFAULT '',	-- of one added freely
	state {text} NOT NULL,		-- words of CMMN 1.1, 8.4
	resumes {text} NOT NULL DEFAULT '',	-- while suspended
	required {int} NOT NULL DEFAULT 0 CHECK (required IN (0, 1)),
	discretionary {int} NOT NULL DEFAULT 0 CHECK (discretionary IN (0, 1)),
	round {int} NOT NULL DEFAULT 1,	-- of its repetition
	since {int} NOT NULL,		-- in this state
	planned {int},			-- when it is meant to be reached
	rings {int} NOT NULL DEFAULT 253402300799,	-- of a timer
	rounds_left {int} NOT NULL DEFAULT 0,	-- of a cycle; -1 no end
	cycle {text} NOT NULL DEFAULT '',	-- its ISO 8601 duration
	task {int} NOT NULL DEFAULT 0,	-- no of its task in the dossier
	reason {text} NOT NULL DEFAULT '',	-- of the last act by hand
	PRIMARY KEY (dossier, no)
) {strict};
CREATE INDEX plan_item_rings ON plan_item (rings, dossier, no)
    WHERE rings < 253402300799;

CREATE TABLE plan_mark (	-- on-parts met while a sentry waits
	dossier {int} NOT NULL REFERENCES dossier,
	item {int} NOT NULL,		-- no of whose criterion it is
	criterion {text} NOT NULL,
	part {int} NOT NULL,		-- of its sentry, from 0
	cause {int} NOT NULL DEFAULT 0,	-- no of the item it happened to
	PRIMARY KEY (dossier, item, criterion, part)
) {strict};

-- A task of the plan: the item that it does, 0 none; its id in the model,
-- which gives its title in other languages; and why it is in no list of work,
-- though nobody did it: suspended terminated.
ALTER TABLE task ADD COLUMN item {int} NOT NULL DEFAULT 0;
ALTER TABLE task ADD COLUMN used {text} NOT NULL DEFAULT '';
ALTER TABLE task ADD COLUMN ended {text} NOT NULL DEFAULT '';
