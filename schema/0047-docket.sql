-- SPDX-License-Identifier: MIT
-- Dockets: a proceeding as the court itself keeps it. What stands here is the
-- court's word and is never changed; who it names are no people of the case.

CREATE TABLE docket_entry (
	proceeding {int} NOT NULL REFERENCES proceeding ON DELETE CASCADE,
	place {int} NOT NULL,		-- in the court's list, from 1
	number {text} NOT NULL,		-- the document's there, '' none
	filed {text} NOT NULL,		-- civil, '' unknown
	entered {text} NOT NULL,	-- civil, '' unknown
	text {text} NOT NULL,
	attached {int} NOT NULL,	-- so many further documents
	PRIMARY KEY (proceeding, place)
) {strict};

CREATE TABLE docket_party (
	proceeding {int} NOT NULL REFERENCES proceeding ON DELETE CASCADE,
	place {int} NOT NULL,		-- from 1
	name {text} NOT NULL,
	capacity {text} NOT NULL,	-- plaintiff, appellee, in the court's word
	remark {text} NOT NULL,
	ended {text} NOT NULL,		-- civil, '' still is one
	PRIMARY KEY (proceeding, place)
) {strict};

CREATE TABLE docket_counsel (
	proceeding {int} NOT NULL,
	party {int} NOT NULL,		-- place of it
	place {int} NOT NULL,		-- from 1
	name {text} NOT NULL,
	roles {text} NOT NULL,		-- a line each
	contact {text} NOT NULL,
	PRIMARY KEY (proceeding, party, place),
	FOREIGN KEY (proceeding, party) REFERENCES docket_party
	    ON DELETE CASCADE
) {strict};
