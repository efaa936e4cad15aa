-- SPDX-License-Identifier: MIT
-- Labels on dossiers, and lists that are kept.

CREATE TABLE label (
	id {id},
	code {text} NOT NULL UNIQUE,	-- in addresses: a folded, dashed name
	name {text} NOT NULL,
	name_key {text} NOT NULL
) {strict};

CREATE TABLE dossier_label (
	dossier {int} NOT NULL REFERENCES dossier,
	label {int} NOT NULL REFERENCES label,
	added {int} NOT NULL,
	actor {int} REFERENCES person,
	PRIMARY KEY (dossier, label)
) {strict};
CREATE INDEX dossier_label_label ON dossier_label (label, dossier);

CREATE TABLE list_view (	-- filters, order and columns under a name
	id {id},
	number {text} NOT NULL UNIQUE,	-- the one in addresses
	name {text} NOT NULL,
	name_key {text} NOT NULL,
	owner {int} NOT NULL REFERENCES staff,
	team {int} REFERENCES team,	-- who shares it; NULL: the owner's own
	everybody {int} NOT NULL DEFAULT 0 CHECK (everybody IN (0, 1)),
	query {text} NOT NULL,		-- as in the address of the list
	made {int} NOT NULL,
	version {int} NOT NULL DEFAULT 1
) {strict};
CREATE INDEX list_view_owner ON list_view (owner, name_key);
CREATE INDEX list_view_team ON list_view (team) WHERE team IS NOT NULL;
CREATE INDEX list_view_everybody ON list_view (everybody)
    WHERE everybody = 1;
