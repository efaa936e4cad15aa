-- SPDX-License-Identifier: MIT
-- Forms of a type that are filled in on a dossier: what is answered, and what
-- each was when it was completed.

-- Never deleted: one whose beginning was taken back is undone.
CREATE TABLE form (
	id {id},
	dossier {int} NOT NULL REFERENCES dossier,
	no {int} NOT NULL,
	code {text} NOT NULL,		-- as the type calls it
	type {int} NOT NULL REFERENCES type,	-- version whose form it is
	title {text} NOT NULL,		-- of the form, in English
	state {text} NOT NULL
	    CHECK (state IN ('open', 'complete', 'skipped', 'undone')),
	since {int} NOT NULL,		-- in this state
	said_by {int} REFERENCES person,
	reason {text} NOT NULL DEFAULT '',	-- of this state
	begun {int} NOT NULL,
	begun_by {int} REFERENCES person,
	saved {int} NOT NULL,		-- its answers, last
	edition {int} NOT NULL DEFAULT 0,	-- that holds, 0 none yet
	score {int},			-- in thousandths; NULL none
	band {text} NOT NULL DEFAULT '',	-- code
	task {int} NOT NULL DEFAULT 0,	-- no of the task that it is done for
	version {int} NOT NULL DEFAULT 1,
	UNIQUE (dossier, no)
) {strict};

CREATE TABLE form_answer (	-- as they are now
	form {int} NOT NULL REFERENCES form,
	question {text} NOT NULL,	-- code
	no {int} NOT NULL,		-- row of its section, 0 alone
	text {text} NOT NULL,		-- canonical, as of field_value
	PRIMARY KEY (form, question, no)
) {strict};

-- What was completed, and each correction of it. Rows are only added.
CREATE TABLE form_edition (
	form {int} NOT NULL REFERENCES form,
	no {int} NOT NULL,		-- from 1; 1 is as it was completed
	made {int} NOT NULL,
	made_by {int} REFERENCES person,
	reason {text} NOT NULL DEFAULT '',	-- of a correction
	lang {text} NOT NULL,		-- that it was read in
	title {text} NOT NULL,
	score {text} NOT NULL,		-- as it was shown, '' none
	band {text} NOT NULL,		-- its words, '' none
	sha256 {text} NOT NULL,		-- of all of it; see README.md
	undone {int},
	PRIMARY KEY (form, no)
) {strict};

CREATE TABLE form_line (	-- a question of an edition that was asked
	form {int} NOT NULL REFERENCES form,
	edition {int} NOT NULL,
	place {int} NOT NULL,		-- from 1
	section {text} NOT NULL,	-- its words
	question {text} NOT NULL,	-- code
	no {int} NOT NULL,		-- row of its section, 0 alone
	label {text} NOT NULL,		-- the question as it was asked
	text {text} NOT NULL,		-- the answer, canonical; '' none
	shown {text} NOT NULL,		-- and in words
	points {text} NOT NULL,		-- it was given, '' none
	PRIMARY KEY (form, edition, place)
) {strict};
