-- SPDX-License-Identifier: MIT
-- By when something of a dossier is to be done.

CREATE TABLE deadline (
	id {id},
	dossier {int} NOT NULL REFERENCES dossier,
	no {int} NOT NULL,
	code {text} NOT NULL DEFAULT '',	-- of the type's; '' by hand
	title {text} NOT NULL,		-- as it was named at first
	second {int} NOT NULL DEFAULT 0 CHECK (second IN (0, 1)), -- check
	pauses {int} NOT NULL DEFAULT 0 CHECK (pauses IN (0, 1)), -- waiting
	stops {text} NOT NULL DEFAULT 'hand',	-- closed hand phase:CODE
	state {text} NOT NULL CHECK (state IN
	    ('running', 'paused', 'unchecked', 'done', 'stopped')),
	started {int} NOT NULL,
	said {int},			-- done or stopped,
	said_by {int} REFERENCES person,	-- NULL: it followed
	checked {int},			-- and confirmed
	checked_by {int} REFERENCES person,
	with_case {int} NOT NULL DEFAULT 0 CHECK (with_case IN (0, 1)),
	reason {text} NOT NULL DEFAULT '',	-- of its state
	-- Made of the spans, the rule and the calendar, and made again when
	-- one of these changes.
	due {int} NOT NULL DEFAULT 253402300799,
	early {int} NOT NULL DEFAULT 253402300799,
	warns {int} NOT NULL DEFAULT 253402300799,
	tells {int} NOT NULL DEFAULT 253402300799,	-- somebody, next
	told {int} NOT NULL DEFAULT 0,	-- 1 warned, 2 late, 3 managers
	version {int} NOT NULL DEFAULT 1,
	UNIQUE (dossier, no)
) {strict};
CREATE INDEX deadline_tells ON deadline (tells, id)
    WHERE tells < 253402300799;

CREATE TABLE deadline_span (	-- in which it ran or was paused
	deadline {int} NOT NULL REFERENCES deadline ON DELETE CASCADE,
	no {int} NOT NULL,		-- from 1
	begun {int} NOT NULL,
	ended {int},			-- where the next begins
	paused {int} NOT NULL DEFAULT 0 CHECK (paused IN (0, 1)),
	due {text} NOT NULL,		-- the rule that held, FEEL
	early {text} NOT NULL DEFAULT '',
	warn {text} NOT NULL DEFAULT '',
	reason {text} NOT NULL DEFAULT '',	-- why it began
	actor {int} REFERENCES person,
	PRIMARY KEY (deadline, no)
) {strict};

CREATE TABLE deadline_notice (	-- who was warned of it, and has it in a list
	person {int} NOT NULL REFERENCES staff,
	deadline {int} NOT NULL REFERENCES deadline ON DELETE CASCADE,
	told {int} NOT NULL,		-- as deadline.told
	since {int} NOT NULL,
	PRIMARY KEY (person, deadline)
) {strict};
CREATE INDEX deadline_notice_deadline ON deadline_notice (deadline);
