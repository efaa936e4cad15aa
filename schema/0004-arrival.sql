-- SPDX-License-Identifier: MIT
-- What arrives before it is on a dossier, forms half written, and what a
-- person is known by.

CREATE TABLE arrival (		-- paper, files: the unfiled tray
	id {id},
	number {text} NOT NULL UNIQUE,	-- the one in addresses
	team {int} NOT NULL REFERENCES team,
	owner {int} REFERENCES person,	-- who looks after it
	medium {text} NOT NULL,
	title {text} NOT NULL,
	sender {text} NOT NULL DEFAULT '',
	received {int} NOT NULL,	-- true arrival
	added {int} NOT NULL,
	actor {int} REFERENCES person,
	left_at {int},			-- filed or put away
	dossier {int} REFERENCES dossier,	-- where it was filed
	reason {text} NOT NULL DEFAULT '',	-- why it was put away
	version {int} NOT NULL DEFAULT 1
) {strict};
CREATE INDEX arrival_unfiled ON arrival (team, received, id)
    WHERE left_at IS NULL;

CREATE TABLE arrival_file (	-- bytes lie on disk under their SHA-256
	arrival {int} NOT NULL REFERENCES arrival,
	no {int} NOT NULL,
	name {text} NOT NULL,
	media_type {text} NOT NULL,
	bytes {int} NOT NULL,
	sha256 {text} NOT NULL,
	PRIMARY KEY (arrival, no)
) {strict};

CREATE TABLE draft (		-- a form that its writer keeps for later
	id {id},
	number {text} NOT NULL UNIQUE,
	owner {int} NOT NULL REFERENCES staff,
	address {text} NOT NULL,	-- of the form
	title {text} NOT NULL,
	content {text} NOT NULL,	-- its fields, JSON
	kept {int} NOT NULL
) {strict};
CREATE INDEX draft_owner ON draft (owner, kept);

CREATE TABLE person_identifier (	-- customer number, tax number ...
	person {int} NOT NULL REFERENCES person,
	no {int} NOT NULL,
	kind {text} NOT NULL,
	value {text} NOT NULL,
	value_key {text} NOT NULL,	-- folded, without blanks and signs
	PRIMARY KEY (person, no)
) {strict};
CREATE INDEX person_identifier_value ON person_identifier (value_key);

CREATE TABLE person_address (	-- beside the one of the person's row
	person {int} NOT NULL REFERENCES person,
	no {int} NOT NULL,
	kind {text} NOT NULL,
	address {text} NOT NULL,
	PRIMARY KEY (person, no)
) {strict};
