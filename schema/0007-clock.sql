-- SPDX-License-Identifier: MIT
-- What runs by itself, and the seals over all chains of the log.

CREATE TABLE job (		-- the clock, its jobs, backups: the last run
	name {text} PRIMARY KEY,
	run {int} NOT NULL DEFAULT 0,	-- counts its starts
	host {text} NOT NULL DEFAULT '',
	started {int},
	until {int},			-- that run has it so long; NULL nobody
	ended {int},
	ok {int} NOT NULL DEFAULT 1 CHECK (ok IN (0, 1)),
	good {int},			-- when it last ended well
	said {text} NOT NULL DEFAULT '',
	mark {int} NOT NULL DEFAULT 0	-- how far it came, as it counts
) {strict};

CREATE TABLE seal (		-- never changed, never deleted
	number {int} PRIMARY KEY,
	sealed {int} NOT NULL,
	heads {int} NOT NULL,		-- leaves of the tree
	chains {int} NOT NULL,		-- sealed so far, all seals together
	events {int} NOT NULL,		-- and so many events in them
	root {blob} NOT NULL,
	prev {blob} NOT NULL,		-- hash of the seal before, or 32 zeros
	hash {blob} NOT NULL
) {strict};

CREATE TABLE seal_head (	-- the leaves of each seal
	dossier {int} NOT NULL,		-- 0: of a topic
	topic {text} NOT NULL DEFAULT '',
	seq {int} NOT NULL,
	seal {int} NOT NULL REFERENCES seal,
	hash {blob} NOT NULL,		-- of that event
	PRIMARY KEY (dossier, topic, seq)
) {strict};
CREATE INDEX seal_head_seal ON seal_head (seal, dossier, topic);

-- Up to where a chain is sealed. An event's own transaction moves seq, so
-- the row is in the index from its commit on, whatever the ids and clocks.
ALTER TABLE dossier ADD COLUMN sealed {int} NOT NULL DEFAULT 0;
ALTER TABLE event_topic ADD COLUMN sealed {int} NOT NULL DEFAULT 0;
CREATE INDEX dossier_unsealed ON dossier (id) WHERE sealed < seq;
