-- SPDX-License-Identifier: MIT
-- Consents: what of a case may leave the house, to whom and for what, as the
-- person said whom it is about; and refusals, which win.

CREATE TABLE consent (	-- none is ever deleted
	id {id},
	dossier {int} NOT NULL REFERENCES dossier,
	no {int} NOT NULL,
	person {int} NOT NULL REFERENCES person,	-- whose it is
	signer {int} REFERENCES person,	-- who speaks for them; NULL nobody
	signer_right {text} NOT NULL,	-- parent guardian proxy court; ''
	state {text} NOT NULL CHECK (state IN ('prepared', 'given', 'refused',
	    'restricted')),
	what {int} NOT NULL,		-- bits: model/consent.h
	kinds {text} NOT NULL,		-- of documents, a line each; '' all
	receiver {int} REFERENCES person,	-- NULL: see class
	class {int} NOT NULL,		-- bits: 1 who treat, 2 who pay, 4 the
					-- family, 8 anybody (refusals alone)
	purpose {int} NOT NULL,		-- bits; 0 any (refusals alone)
	purpose_words {text} NOT NULL,
	begins {text} NOT NULL,		-- civil
	until {text} NOT NULL,		-- civil, the last day; '' see event
	event {text} NOT NULL,		-- until what happens, in words
	how {text} NOT NULL CHECK (how IN ('', 'paper', 'electronic',
	    'oral')),			-- '' while it is prepared
	document {int} NOT NULL,	-- no of the signed paper; 0 none
	witness {text} NOT NULL,
	lang {text} NOT NULL,		-- of its words
	wording {int} NOT NULL,		-- version of the house's sentences
	words {text} NOT NULL,		-- what was read and signed
	made {int} NOT NULL,
	maker {int} NOT NULL REFERENCES person,
	taken {int},			-- given or refused; NULL not yet
	taker {int} REFERENCES person,
	ended {int},			-- revoked, or its event came
	ender {int} REFERENCES person,	-- who of the house wrote that down
	ended_how {text} NOT NULL DEFAULT '' CHECK (ended_how IN ('',
	    'revoked', 'event', 'dropped')),	-- dropped: never signed
	ended_by {int} REFERENCES person,	-- who wished it
	ended_why {text} NOT NULL DEFAULT '',
	told {int} NOT NULL DEFAULT 0,	-- its lead was told that it ends soon
	UNIQUE (dossier, no)
) {strict};
CREATE INDEX consent_until ON consent (until, id)
    WHERE state = 'given' AND ended IS NULL AND until <> '';
CREATE INDEX consent_person ON consent (person);
CREATE INDEX consent_receiver ON consent (receiver)
    WHERE receiver IS NOT NULL;

-- What a share needs it for, and by which consents it was made.
ALTER TABLE share ADD COLUMN aim {int} NOT NULL DEFAULT 0;	-- purpose, a bit
ALTER TABLE share ADD COLUMN consents {text} NOT NULL DEFAULT '';	-- numbers
-- A bundle is what it was made of.
CREATE INDEX bundle_document ON bundle (document) WHERE document IS NOT NULL;
