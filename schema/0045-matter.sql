-- SPDX-License-Identifier: MIT
-- Matters of lawyers: before which courts they are, and who represents whom.

CREATE TABLE proceeding (	-- before a court or an authority; an appeal is
	id {id},		-- another one
	dossier {int} NOT NULL REFERENCES dossier,
	no {int} NOT NULL,
	court {text} NOT NULL,
	reference {text} NOT NULL DEFAULT '',	-- the court's own number
	judge {text} NOT NULL DEFAULT '',
	filed {text} NOT NULL DEFAULT '',	-- civil
	ended {text} NOT NULL DEFAULT '',	-- civil; '': pending
	result {text} NOT NULL DEFAULT '',	-- how it ended
	version {int} NOT NULL DEFAULT 1,
	UNIQUE (dossier, no)
) {strict};

CREATE TABLE counsel (		-- one party of a dossier represents another
	id {id},
	client {int} NOT NULL REFERENCES party ON DELETE CASCADE,
	counsel {int} NOT NULL REFERENCES party ON DELETE CASCADE,
	added {int} NOT NULL,
	ended {int},
	CHECK (client <> counsel)
) {strict};
CREATE INDEX counsel_client ON counsel (client);
CREATE INDEX counsel_counsel ON counsel (counsel);

CREATE TABLE hearing (		-- an appointment before a court
	appointment {int} PRIMARY KEY REFERENCES appointment ON DELETE CASCADE,
	proceeding {int} NOT NULL REFERENCES proceeding ON DELETE CASCADE
) {strict};
CREATE INDEX hearing_proceeding ON hearing (proceeding);
