-- SPDX-License-Identifier: MIT
-- Acts that can be taken back as one, and dossiers that belong together.

CREATE TABLE act (		-- what one transaction did
	id {id},
	number {text} NOT NULL UNIQUE,	-- the one in addresses
	actor {int} NOT NULL REFERENCES person,
	kind {text} NOT NULL,		-- as its events, or of a bulk act
	done {int} NOT NULL,
	undone {int},
	undone_by {int} REFERENCES person
) {strict};
CREATE INDEX act_actor ON act (actor, done);

CREATE TABLE act_step (		-- one reversible thing of an act
	act {int} NOT NULL REFERENCES act,
	no {int} NOT NULL,
	dossier {int} NOT NULL REFERENCES dossier,
	kind {text} NOT NULL,		-- of the event: who can reverse it
	state {text} NOT NULL,		-- before and after, JSON
	PRIMARY KEY (act, no)
) {strict};
CREATE INDEX act_step_dossier ON act_step (dossier);

CREATE TABLE dossier_link (	-- two dossiers and why
	id {id},
	dossier {int} NOT NULL REFERENCES dossier,
	no {int} NOT NULL,
	other {int} NOT NULL REFERENCES dossier,
	kind {text} NOT NULL,
	added {int} NOT NULL,
	actor {int} REFERENCES person,
	ended {int},
	UNIQUE (dossier, no)
) {strict};
CREATE INDEX dossier_link_other ON dossier_link (other);

CREATE TABLE dossier_moved (	-- where a thing went: its address still leads
	dossier {int} NOT NULL REFERENCES dossier,
	no {int} NOT NULL,
	to_dossier {int} NOT NULL REFERENCES dossier,
	to_no {int} NOT NULL,
	moved {int} NOT NULL,
	PRIMARY KEY (dossier, no)
) {strict};
CREATE INDEX dossier_moved_to ON dossier_moved (to_dossier, to_no);
