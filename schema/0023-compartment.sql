-- SPDX-License-Identifier: MIT
-- Compartments: what only their members see, whatever else they may do.

CREATE TABLE compartment (
	id {id},
	code {text} NOT NULL UNIQUE,	-- in addresses and events
	name {text} NOT NULL		-- in English; ours are translated
) {strict};
INSERT INTO compartment (code, name) VALUES ('medical', 'Medical');
INSERT INTO compartment (code, name) VALUES ('legal', 'Legal privilege');
INSERT INTO compartment (code, name) VALUES ('hr', 'Personnel');

CREATE TABLE viewer_compartment (	-- who is a member
	viewer {int} NOT NULL REFERENCES staff,
	compartment {int} NOT NULL REFERENCES compartment,
	until {int} NOT NULL,		-- 253402300799: for good
	given {int} NOT NULL,
	giver {int} REFERENCES person,
	reason {text} NOT NULL DEFAULT '',
	PRIMARY KEY (viewer, compartment)
) {strict};
CREATE INDEX viewer_compartment_members ON viewer_compartment (compartment);

-- Which compartment a thing is in; 0 none.
ALTER TABLE document ADD COLUMN compartment {int} NOT NULL DEFAULT 0;
ALTER TABLE note ADD COLUMN compartment {int} NOT NULL DEFAULT 0;
ALTER TABLE task ADD COLUMN compartment {int} NOT NULL DEFAULT 0;
CREATE INDEX document_compartment ON document (dossier)
    WHERE compartment <> 0;
CREATE INDEX note_compartment ON note (dossier) WHERE compartment <> 0;
CREATE INDEX task_compartment ON task (dossier) WHERE compartment <> 0;
CREATE INDEX task_protected ON task (compartment, owner)
    WHERE compartment <> 0 AND done IS NULL;

CREATE TABLE event_protected (	-- events that speak of such a thing
	dossier {int} NOT NULL REFERENCES dossier,
	seq {int} NOT NULL,
	no {int} NOT NULL,		-- of the thing in that dossier
	compartment {int} NOT NULL REFERENCES compartment,
	PRIMARY KEY (dossier, seq)
) {strict};
CREATE INDEX event_protected_thing ON event_protected (dossier, no);

