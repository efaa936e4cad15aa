-- SPDX-License-Identifier: MIT
-- Documents have versions; a page says who else is at it.

ALTER TABLE document ADD COLUMN name_key {text} NOT NULL DEFAULT ''; -- folded
ALTER TABLE document ADD COLUMN dated {text} NOT NULL DEFAULT '';	-- its own date
ALTER TABLE document ADD COLUMN versions {int} NOT NULL DEFAULT 1;	-- so many
ALTER TABLE document ADD COLUMN version {int} NOT NULL DEFAULT 1; -- of this row
ALTER TABLE document ADD COLUMN withdrawn {int};
ALTER TABLE document ADD COLUMN withdrawn_by {int} REFERENCES person;
ALTER TABLE document ADD COLUMN withdrawn_why {text} NOT NULL DEFAULT '';
UPDATE document SET name_key = lower(name);
CREATE INDEX document_dated ON document (dossier, dated, no);
CREATE INDEX document_name ON document (dossier, name_key, no);
CREATE INDEX document_kind ON document (dossier, kind);

CREATE TABLE document_version (	-- all there ever were, the newest included
	document {int} NOT NULL REFERENCES document,
	version {int} NOT NULL,		-- counted from 1
	name {text} NOT NULL,		-- as the file was called
	media_type {text} NOT NULL,
	bytes {int} NOT NULL,
	sha256 {text} NOT NULL,
	added {int} NOT NULL,
	actor {int} REFERENCES person,
	PRIMARY KEY (document, version)
) {strict};
CREATE INDEX document_version_sha256 ON document_version (sha256);
INSERT INTO document_version (document, version, name, media_type, bytes,
    sha256, added, actor)
    SELECT id, 1, name, media_type, bytes, sha256, added, actor FROM document;

CREATE TABLE presence (		-- who is at a dossier, while they are
	dossier {int} NOT NULL REFERENCES dossier,
	viewer {int} NOT NULL REFERENCES staff,
	seen {int} NOT NULL,
	PRIMARY KEY (dossier, viewer)
) {strict};
CREATE INDEX presence_viewer ON presence (viewer, seen);

ALTER TABLE staff ADD COLUMN shortcuts {int} NOT NULL DEFAULT 1; -- of the keyboard
