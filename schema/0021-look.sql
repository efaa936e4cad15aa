-- SPDX-License-Identifier: MIT
-- Who looked: readings that are on record are events; this finds them.

CREATE INDEX event_look ON event (dossier, happened, id)
    WHERE kind IN ('dossier.read', 'document.sent', 'dossier.printed',
    'history.exported', 'glass.broken', 'field.unmasked');

-- Emergency access: somebody without a right opened one dossier to read it,
-- said why, and is asked about it afterwards. None is ever deleted.
ALTER TABLE viewer_grant ADD COLUMN glass {int} NOT NULL DEFAULT 0;

CREATE TABLE glass (
	id {id},
	number {text} NOT NULL UNIQUE,	-- E-48392070, the one in addresses
	dossier {int} NOT NULL REFERENCES dossier,
	person {int} NOT NULL REFERENCES staff,	-- who opened it
	reason {text} NOT NULL,		-- a code of the list
	words {text} NOT NULL,		-- and in their own words
	opened {int} NOT NULL,
	until {int} NOT NULL,		-- it ended, or ends
	due {int} NOT NULL,		-- of the review
	reviewed {int},
	reviewer {int} REFERENCES staff,
	finding {text} NOT NULL DEFAULT ''
	    CHECK (finding IN ('', 'justified', 'unjustified')),
	remark {text} NOT NULL DEFAULT ''
) {strict};
CREATE INDEX glass_open ON glass (due, id) WHERE reviewed IS NULL;
CREATE INDEX glass_done ON glass (opened, id);
CREATE INDEX glass_person ON glass (person) WHERE reviewed IS NULL;
ALTER TABLE outbox ADD COLUMN glass {int} REFERENCES glass; -- it is told
CREATE INDEX glass_dossier ON glass (dossier, person, until);
