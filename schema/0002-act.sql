-- SPDX-License-Identifier: MIT
-- Acts that can be taken back as one, and dossiers that belong together.

CREATE TABLE act (		-- what one transaction did, while it counts
	id {id},
	number {text} NOT NULL UNIQUE,	-- the one in addresses
	actor {int} NOT NULL REFERENCES person,
	done {int} NOT NULL,
	undone {int},
	undone_by {int} REFERENCES person
) {strict};
CREATE INDEX act_actor ON act (actor, done);
CREATE INDEX act_done ON act (done);

CREATE TABLE act_step (		-- what one event of it says, reversible
	act {int} NOT NULL REFERENCES act,
	no {int} NOT NULL,
	dossier {int} NOT NULL REFERENCES dossier,
	seq {int} NOT NULL,		-- of the event in that dossier
	other {int} REFERENCES dossier,	-- of a merge, split or link
	other_seq {int} NOT NULL DEFAULT 0,
	parts {int} NOT NULL,		-- what was looked at: UNDO_* bits
	held {int} NOT NULL,		-- the actor's level afterwards
	kind {text} NOT NULL,		-- of the event
	state {text} NOT NULL,		-- before and after, JSON
	PRIMARY KEY (act, no)
) {strict};
CREATE INDEX act_step_dossier ON act_step (dossier);
CREATE INDEX act_step_other ON act_step (other) WHERE other IS NOT NULL;

CREATE TABLE dossier_link (	-- two dossiers that belong together
	id {id},
	dossier {int} NOT NULL REFERENCES dossier,
	no {int} NOT NULL,
	other {int} NOT NULL REFERENCES dossier,
	other_no {int} NOT NULL,	-- its number there
	kind {text} NOT NULL,		-- read from dossier to other
	note {text} NOT NULL DEFAULT '',
	added {int} NOT NULL,
	actor {int} REFERENCES person,
	ended {int},
	UNIQUE (dossier, no),
	UNIQUE (other, other_no)
) {strict};

CREATE TABLE dossier_moved (	-- where a thing went: its address still leads
	dossier {int} NOT NULL REFERENCES dossier,
	no {int} NOT NULL,
	to_dossier {int} NOT NULL REFERENCES dossier,
	to_no {int} NOT NULL,
	moved {int} NOT NULL,
	PRIMARY KEY (dossier, no)
) {strict};
CREATE INDEX dossier_moved_to ON dossier_moved (to_dossier, to_no);

CREATE TABLE event_other (	-- an event that speaks of another dossier
	dossier {int} NOT NULL REFERENCES dossier,
	seq {int} NOT NULL,
	other {int} NOT NULL REFERENCES dossier,
	PRIMARY KEY (dossier, seq)
) {strict};

CREATE INDEX viewer_scope_scope ON viewer_scope (scope);	-- who sees it
CREATE INDEX note_written ON note (dossier, written, no);	-- moved ones too
