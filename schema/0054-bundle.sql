-- SPDX-License-Identifier: MIT
-- Bundles: documents of a dossier in an order, as one PDF that the clock makes.

CREATE TABLE bundle (
	id {id},
	dossier {int} NOT NULL REFERENCES dossier,
	no {int} NOT NULL,
	title {text} NOT NULL,
	court {text} NOT NULL,		-- for whom it is, '' nobody
	asked {int} NOT NULL,
	person {int} NOT NULL REFERENCES person,	-- who asked
	state {text} NOT NULL,		-- listed waiting made failed
	tries {int} NOT NULL DEFAULT 0,	-- of making it
	why {text} NOT NULL DEFAULT '',	-- it failed
	pages {int} NOT NULL DEFAULT 0,
	document {int} REFERENCES document,	-- the PDF, once it is made
	UNIQUE (dossier, no)
) {strict};
CREATE INDEX bundle_waiting ON bundle (id) WHERE state = 'waiting';

CREATE TABLE bundle_part (
	bundle {int} NOT NULL REFERENCES bundle,
	place {int} NOT NULL,		-- from 1
	tab {text} NOT NULL,		-- '' none
	document {int} NOT NULL REFERENCES document,
	page {int} NOT NULL DEFAULT 0,	-- its first, 0 not made
	pages {int} NOT NULL DEFAULT 0,
	state {int} NOT NULL DEFAULT 0,	-- as in modules/paper/paper.h
	PRIMARY KEY (bundle, place)
) {strict};
