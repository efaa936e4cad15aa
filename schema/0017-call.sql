-- SPDX-License-Identifier: MIT
-- What a plan asks of others: of another system, of another dossier; plans
-- that do not go on; and dossiers by the version of their type.

CREATE TABLE plan_call (	-- of a process task or a case task
	id {id},
	number {text} NOT NULL UNIQUE,	-- the one that the other end is told
	dossier {int} NOT NULL REFERENCES dossier,
	item {int} NOT NULL,		-- no of the task in the plan
	round {int} NOT NULL,		-- how often that has called by now
	kind {text} NOT NULL CHECK (kind IN ('process', 'case')),
	name {text} NOT NULL,		-- [webhook NAME]; code of a type
	body {text} NOT NULL,		-- what it is told, JSON
	actor {int} REFERENCES person,	-- who made it begin; NULL: by itself
	queued {int} NOT NULL,
	due {int} NOT NULL,		-- not looked at before
	tries {int} NOT NULL DEFAULT 0,
	other {int} REFERENCES dossier,	-- that a case task opened
	ended {int},			-- answered, refused, or no longer asked
	said {text} NOT NULL DEFAULT '',	-- what became of it
	UNIQUE (dossier, item, round)
) {strict};
CREATE INDEX plan_call_due ON plan_call (due, id) WHERE ended IS NULL;
CREATE INDEX plan_call_other ON plan_call (other) WHERE other IS NOT NULL;

CREATE TABLE plan_trouble (	-- a plan that the clock could not move on
	dossier {int} PRIMARY KEY REFERENCES dossier,
	since {int} NOT NULL,
	tries {int} NOT NULL DEFAULT 1,
	again {int} NOT NULL,		-- not tried before
	said {text} NOT NULL		-- why
) {strict};

CREATE INDEX dossier_type ON dossier (type, status);
