-- SPDX-License-Identifier: MIT
-- What is done for a patient: the care plan and its editions, services that
-- come again and again, and each day on which one is due.

CREATE TABLE careplan (
	id {id},
	dossier {int} NOT NULL REFERENCES dossier,
	no {int} NOT NULL,
	title {text} NOT NULL,
	standard {text} NOT NULL DEFAULT '',	-- code of what it began as
	state {text} NOT NULL
	    CHECK (state IN ('draft', 'agreed', 'revised', 'ended')),
	since {int} NOT NULL,		-- in this state
	said_by {int} REFERENCES person,	-- who said so
	reason {text} NOT NULL DEFAULT '',	-- of a revision
	edition {int} NOT NULL DEFAULT 0,	-- the newest that was kept
	version {int} NOT NULL DEFAULT 1,
	UNIQUE (dossier, no)
) {strict};

CREATE TABLE careplan_edition (	-- as it was agreed, or ended; none is changed
	careplan {int} NOT NULL REFERENCES careplan ON DELETE CASCADE,
	edition {int} NOT NULL,		-- from 1
	how {text} NOT NULL CHECK (how IN ('agreed', 'ended')),
	day {text} NOT NULL,		-- civil: agreed, or discharged
	who {text} NOT NULL DEFAULT '',	-- agreed for the patient
	condition {text} NOT NULL DEFAULT '',	-- of the patient, at the end
	worked {text} NOT NULL DEFAULT '',	-- what did, and what did not
	kept {int} NOT NULL,
	kept_by {int} REFERENCES person,
	PRIMARY KEY (careplan, edition)
) {strict};

CREATE TABLE careplan_line (	-- what it said
	careplan {int} NOT NULL,
	edition {int} NOT NULL,
	place {int} NOT NULL,		-- from 1
	section {text} NOT NULL CHECK (section IN
	    ('problem', 'goal', 'activity', 'service', 'aftercare')),
	goal {int} NOT NULL DEFAULT 0,	-- no of that it is for, or its own
	text {text} NOT NULL,
	detail {text} NOT NULL DEFAULT '',	-- of a goal: how measured
	who {text} NOT NULL DEFAULT '',
	day {text} NOT NULL DEFAULT '',	-- civil: due, or begins
	until {text} NOT NULL DEFAULT '',
	every {text} NOT NULL DEFAULT '',	-- of a service
	times {int} NOT NULL DEFAULT 1,
	state {text} NOT NULL DEFAULT '',
	done {int} NOT NULL DEFAULT 0,	-- of a service: how often, and how
	missed {int} NOT NULL DEFAULT 0,	-- often it was not
	PRIMARY KEY (careplan, edition, place),
	FOREIGN KEY (careplan, edition) REFERENCES careplan_edition
	    ON DELETE CASCADE
) {strict};

CREATE TABLE problem_goal (	-- which problems a goal is for
	goal {int} NOT NULL REFERENCES goal ON DELETE CASCADE,
	problem {int} NOT NULL,		-- no of one of its dossier
	PRIMARY KEY (goal, problem)
) {strict};

CREATE TABLE service (
	id {id},
	dossier {int} NOT NULL REFERENCES dossier,
	no {int} NOT NULL,
	careplan {int} NOT NULL REFERENCES careplan ON DELETE CASCADE,
	title {text} NOT NULL,
	instructions {text} NOT NULL DEFAULT '',
	goal {int},			-- row of that it is for, if it is there
	every {text} NOT NULL DEFAULT '',	-- ISO 8601: P7D; '' once
	times {int} NOT NULL DEFAULT 1,	-- in that, at even distances
	begins {text} NOT NULL,		-- civil; '' with the discharge
	until {text} NOT NULL DEFAULT '',	-- civil; '' no end
	aftercare {int} NOT NULL DEFAULT 0 CHECK (aftercare IN (0, 1)),
	wait {int} NOT NULL DEFAULT 0,	-- days from the discharge on
	person {int} REFERENCES person,	-- who does it, of the staff or not
	team {int} REFERENCES team,	-- or which team
	state {text} NOT NULL CHECK (state IN ('running', 'ended')),
	reason {text} NOT NULL DEFAULT '',	-- why it ended before its time
	made {int} NOT NULL DEFAULT 0,	-- how many of its days there are
	next {text} NOT NULL DEFAULT '',	-- civil: the one to be made
	version {int} NOT NULL DEFAULT 1,
	UNIQUE (dossier, no)
) {strict};
CREATE INDEX service_careplan ON service (careplan);
CREATE INDEX service_person ON service (person) WHERE person IS NOT NULL;
CREATE INDEX service_next ON service (next, id)
    WHERE next <> '' AND state = 'running';

CREATE TABLE service_day (	-- each time that it is due
	id {id},
	service {int} NOT NULL REFERENCES service ON DELETE CASCADE,
	day {text} NOT NULL,		-- civil
	state {text} NOT NULL DEFAULT 'due'
	    CHECK (state IN ('due', 'done', 'missed', 'excused')),
	done {text} NOT NULL DEFAULT '',	-- civil: when it was done
	said {int},			-- how it stands, and by whom
	said_by {int} REFERENCES person,
	reason {text} NOT NULL DEFAULT '',
	told {int} NOT NULL DEFAULT 0,	-- 1 that it is due, 2 that it is late
	-- of its dossier, for the lists of gaps
	lead {int},
	scope {int} NOT NULL,
	aftercare {int} NOT NULL DEFAULT 0,
	UNIQUE (service, day)
) {strict};
CREATE INDEX service_day_lead ON service_day (lead, day, id)
    WHERE state = 'due';
CREATE INDEX service_day_scope ON service_day (scope, day, id)
    WHERE state = 'due';
CREATE INDEX service_day_due ON service_day (day, id)
    WHERE state = 'due';
CREATE INDEX service_day_untold ON service_day (day)
    WHERE state = 'due' AND told < 2;
