-- SPDX-License-Identifier: MIT
-- Correspondence: which documents and notes are letters, calls and the like,
-- with whom, which way and on which day.

CREATE TABLE exchange (
	id {id},
	dossier {int} NOT NULL REFERENCES dossier,
	no {int} NOT NULL,	-- of the document or note in that dossier
	person {int} REFERENCES person,	-- with whom; NULL: see name
	name {text} NOT NULL,	-- of somebody who is none of the case, as typed
	way {text} NOT NULL CHECK (way IN ('in', 'out', '')),	-- '' both
	medium {text} NOT NULL,	-- letter mail phone ..., '' unknown
	exchanged {text} NOT NULL,	-- civil: sent or received; '' it was
		-- none after all
	version {int} NOT NULL DEFAULT 1,
	UNIQUE (dossier, no)
) {strict};
CREATE INDEX exchange_day ON exchange (dossier, exchanged, no);
CREATE INDEX exchange_person ON exchange (person) WHERE person IS NOT NULL;
