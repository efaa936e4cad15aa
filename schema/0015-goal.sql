-- SPDX-License-Identifier: MIT
-- What a dossier is to reach, how that is measured, and how far it is.

CREATE TABLE goal (
	id {id},
	dossier {int} NOT NULL REFERENCES dossier,
	no {int} NOT NULL,
	code {text} NOT NULL DEFAULT '',	-- of the type's it began as
	title {text} NOT NULL,
	purpose {text} NOT NULL DEFAULT '',	-- what it is for
	measure {text} NOT NULL CHECK (measure IN ('number', 'yesno', 'steps')),
	unit {text} NOT NULL DEFAULT '',	-- of a number, as are these:
	decimals {int} NOT NULL DEFAULT 0 CHECK (decimals BETWEEN 0 AND 6),
	start {int} NOT NULL DEFAULT 0,		-- scaled: where it began
	target {int} NOT NULL DEFAULT 0,	-- scaled: where it is reached
	due {text} NOT NULL,			-- civil date
	owner {int} REFERENCES person,
	state {text} NOT NULL
	    CHECK (state IN ('proposed', 'agreed', 'reached', 'given_up')),
	since {int} NOT NULL,			-- in this state
	said_by {int} REFERENCES person,	-- who; NULL: it followed
	reason {text} NOT NULL DEFAULT '',	-- of this state
	created {int} NOT NULL,
	version {int} NOT NULL DEFAULT 1,
	UNIQUE (dossier, no)
) {strict};

CREATE TABLE goal_step (	-- what it breaks down into
	goal {int} NOT NULL REFERENCES goal,
	no {int} NOT NULL,		-- in its goal, from 1 and for good
	title {text} NOT NULL,
	done {int},			-- ticked; or see the next two
	done_by {int} REFERENCES person,
	task {int} NOT NULL DEFAULT 0,	-- no of a task: done with it
	item {int} NOT NULL DEFAULT 0,	-- no of an item of the plan
	PRIMARY KEY (goal, no)
) {strict};

CREATE TABLE goal_value (	-- how far it was, and when
	goal {int} NOT NULL REFERENCES goal,
	no {int} NOT NULL,		-- in its goal, from 1 and for good
	value {int} NOT NULL,		-- scaled; of yesno 0 or 1
	measured {text} NOT NULL,	-- civil date
	entered {int} NOT NULL,
	actor {int} REFERENCES person,
	note {text} NOT NULL DEFAULT '',
	PRIMARY KEY (goal, no)
) {strict};
CREATE INDEX goal_value_last ON goal_value (goal, measured, no);
