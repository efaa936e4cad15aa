-- SPDX-License-Identifier: MIT
-- Conflict checks: which names were looked up, what was found as it was then,
-- and how that was decided. What was kept is never changed.

CREATE TABLE clearance (
	id {id},
	number {text} NOT NULL UNIQUE,	-- K-48392070, for addresses
	dossier {int} REFERENCES dossier, -- NULL: names alone, before one
	purpose {text} NOT NULL,	-- of names alone: what for
	made {int} NOT NULL,
	maker {int} REFERENCES person,	-- NULL: by itself
	salt {text} NOT NULL,
	sha256 {text} NOT NULL,		-- over what was kept; in the event
	state {text} NOT NULL DEFAULT 'open',	-- clear waived conflict
	reason {text} NOT NULL DEFAULT '',
	decided {int},
	decider {int} REFERENCES person,
	asked {int},			-- the officer; NULL not
	asker {int} REFERENCES person,
	answer {text} NOT NULL DEFAULT '',	-- free wall conflict
	answered {int},
	officer {int} REFERENCES person,
	remark {text} NOT NULL DEFAULT ''	-- for officers alone
) {strict};
CREATE INDEX clearance_dossier ON clearance (dossier, id);
CREATE INDEX clearance_maker ON clearance (maker, id);
CREATE INDEX clearance_waiting ON clearance (asked)
    WHERE asked IS NOT NULL AND answered IS NULL;

CREATE TABLE clearance_name (
	clearance {int} NOT NULL REFERENCES clearance,
	no {int} NOT NULL,		-- from 1
	name {text} NOT NULL,
	more {int} NOT NULL,		-- 1: more was alike than is kept
	PRIMARY KEY (clearance, no)
) {strict};

CREATE TABLE clearance_hit (
	clearance {int} NOT NULL REFERENCES clearance,
	no {int} NOT NULL,		-- from 1
	name {int} NOT NULL,		-- no of it
	how {text} NOT NULL,		-- same order alike part
	found {text} NOT NULL,		-- the name there
	known {text} NOT NULL,		-- the other name that was met; ''
	person {int} REFERENCES person,	-- NULL: a docket names it
	dossier {int} NOT NULL REFERENCES dossier,
	number {text} NOT NULL,		-- of it, and its title, then
	title {text} NOT NULL,
	role {text} NOT NULL,		-- code, or the court's word
	former {int} NOT NULL,		-- 1: it had that role before
	closed {int} NOT NULL,
	PRIMARY KEY (clearance, no)
) {strict};

CREATE TABLE docket_word (	-- each folded word of who a docket names
	word {text} NOT NULL,
	proceeding {int} NOT NULL,
	party {int} NOT NULL,
	counsel {int} NOT NULL,		-- 0: the party itself
	PRIMARY KEY (word, proceeding, party, counsel),
	FOREIGN KEY (proceeding, party) REFERENCES docket_party
	    ON DELETE CASCADE
) {strict};
CREATE INDEX docket_word_party ON docket_word (proceeding, party, counsel,
    word);
