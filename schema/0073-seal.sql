-- SPDX-License-Identifier: MIT
-- Notes that are signed: what was shown is bound to who signed it, when and
-- as what. A signed note is a row of table note like any other, and is never
-- changed; what hangs on it is here.

-- Half written: a row of table note is there for all who see the case, so
-- this is none yet. Its writer alone reads it.
CREATE TABLE note_draft (
	id {id},
	dossier {int} NOT NULL REFERENCES dossier,
	no {int} NOT NULL,	-- that the note will have
	writer {int} NOT NULL REFERENCES person,
	kind {text} NOT NULL,	-- progress session nursing discharge
	day {text} NOT NULL,	-- civil: what it is about
	encounter {int} REFERENCES encounter,
	amends {int} REFERENCES note,	-- it is an addendum to that one
	asks {int} NOT NULL DEFAULT 0,	-- 1: a second person is to sign
	text {text} NOT NULL,
	begun {int} NOT NULL,
	changed {int} NOT NULL,
	version {int} NOT NULL DEFAULT 1,
	UNIQUE (dossier, no)
) {strict};
CREATE INDEX note_draft_writer ON note_draft (writer, changed, id);

CREATE TABLE note_seal (
	id {id},
	note {int} NOT NULL UNIQUE REFERENCES note,
	number {text} NOT NULL,	-- of the dossier, when it was signed
	no {int} NOT NULL,	-- and its own there
	kind {text} NOT NULL,
	day {text} NOT NULL,
	encounter {int} REFERENCES encounter,
	class {text} NOT NULL,	-- of the encounter, as it was then
	met {int} NOT NULL,	-- when that began, 0 none
	amends {int} REFERENCES note,
	amends_no {int} NOT NULL,	-- its number then, 0 none
	asks {int} NOT NULL,
	waits {int} NOT NULL,	-- 1 until the second signature is there
	sha256 {text} NOT NULL,	-- of what was shown: see README.md
	UNIQUE (number, no)
) {strict};
CREATE INDEX note_seal_waits ON note_seal (id) WHERE waits = 1;
CREATE INDEX note_seal_amends ON note_seal (amends)
    WHERE amends IS NOT NULL;

CREATE TABLE note_signature (	-- none is ever changed
	id {id},
	seal {int} NOT NULL REFERENCES note_seal,
	no {int} NOT NULL,	-- 1 its writer
	signer {int} NOT NULL REFERENCES person,
	name {text} NOT NULL,	-- as it was shown
	meaning {text} NOT NULL,	-- authorship review approval
		-- responsibility
	signed {int} NOT NULL,
	sha256 {text} NOT NULL,	-- of what was shown to them
	UNIQUE (seal, no),
	UNIQUE (seal, signer)
) {strict};
