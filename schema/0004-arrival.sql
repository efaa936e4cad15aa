-- SPDX-License-Identifier: MIT
-- What arrives before it is on a dossier, forms half written, and what a
-- person is known by.

CREATE TABLE arrival (		-- paper, files: the unfiled tray
	id {id},
	number {text} NOT NULL UNIQUE,	-- U-48392070, the one in addresses
	team {int} NOT NULL REFERENCES team,
	owner {int} REFERENCES person,	-- who looks after it
	medium {text} NOT NULL,
	title {text} NOT NULL,
	sender {text} NOT NULL DEFAULT '',
	received {int} NOT NULL,	-- true arrival
	added {int} NOT NULL,		-- entered here
	actor {int} REFERENCES person,
	left_at {int},			-- filed or put away
	dossier {int} REFERENCES dossier,	-- where it was filed
	reason {text} NOT NULL DEFAULT ''	-- why it was put away
) {strict};
CREATE INDEX arrival_unfiled ON arrival (team, received, id)
    WHERE left_at IS NULL;
CREATE INDEX arrival_owner ON arrival (owner, received, id)
    WHERE left_at IS NULL;
CREATE INDEX arrival_away ON arrival (team, left_at, id)
    WHERE left_at IS NOT NULL AND dossier IS NULL;

CREATE TABLE arrival_file (	-- bytes lie on disk under their SHA-256
	arrival {int} NOT NULL REFERENCES arrival,
	no {int} NOT NULL,
	name {text} NOT NULL,
	media_type {text} NOT NULL,
	bytes {int} NOT NULL,
	sha256 {text} NOT NULL,
	PRIMARY KEY (arrival, no)
) {strict};
CREATE INDEX arrival_file_sha256 ON arrival_file (sha256);

CREATE TABLE draft (		-- a request half written; its writer's alone
	id {id},
	number {text} NOT NULL UNIQUE,	-- D-48392070, the one in addresses
	owner {int} NOT NULL REFERENCES staff,
	type {text} NOT NULL,		-- code
	title {text} NOT NULL,
	content {text} NOT NULL,	-- the fields as typed, JSON
	kept {int} NOT NULL
) {strict};
CREATE INDEX draft_owner ON draft (owner, kept);
CREATE INDEX draft_kept ON draft (kept);

-- Two records of one human: the number of the one leads to the other.
ALTER TABLE person ADD COLUMN merged {int} REFERENCES person;
CREATE INDEX person_merged ON person (merged) WHERE merged IS NOT NULL;

CREATE TABLE person_identifier (	-- customer number, tax number ...
	person {int} NOT NULL REFERENCES person,
	no {int} NOT NULL,
	kind {text} NOT NULL,		-- customer tax registration, or a word
	value {text} NOT NULL,
	value_key {text} NOT NULL,	-- folded, letters and digits only
	PRIMARY KEY (person, no)
) {strict};
CREATE INDEX person_identifier_value ON person_identifier (value_key, person);

CREATE TABLE person_address (	-- beside the one of the person's row
	person {int} NOT NULL REFERENCES person,
	no {int} NOT NULL,
	kind {text} NOT NULL,		-- postal visiting billing other
	address {text} NOT NULL,
	PRIMARY KEY (person, no)
) {strict};

-- Each word that any name has, under itself and under what is left of it
-- without one of its letters: two words that share a key are a slip apart.
CREATE TABLE person_near (
	key {text} NOT NULL,
	word {text} NOT NULL,
	PRIMARY KEY (key, word)
) {strict};
INSERT INTO person_near (key, word)
    WITH RECURSIVE spelt (word, p) AS (
	SELECT DISTINCT word, word FROM person_word
	UNION
	SELECT word, replace(replace(replace(replace(replace(replace(
	    replace(replace(word, 'æ', 'a'), 'œ', 'o'), 'ø', 'o'), 'ł', 'l'),
	    'đ', 'd'), 'ae', 'a'), 'oe', 'o'), 'ue', 'u') FROM person_word
    ), less (word, p, i) AS (
	SELECT word, p, 0 FROM spelt
	UNION ALL
	SELECT word, p, i + 1 FROM less
	 WHERE i < length(p) AND length(p) BETWEEN 4 AND 24
    )
    SELECT DISTINCT CASE WHEN i = 0 THEN p
	ELSE substr(p, 1, i - 1) || substr(p, i + 1) END, word FROM less;
