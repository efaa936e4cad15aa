-- SPDX-License-Identifier: MIT
-- Sharing rooms: what of a dossier somebody outside sees by a private link.

CREATE TABLE share (
	id {id},
	dossier {int} NOT NULL REFERENCES dossier,
	no {int} NOT NULL,
	name {text} NOT NULL,		-- who gets it,
	email {text} NOT NULL DEFAULT '',
	person {int} REFERENCES person,	-- and as whom the register knows them
	purpose {text} NOT NULL,
	parts {int} NOT NULL DEFAULT 0,	-- bits: 1 title and stage, 2 parties,
					-- 4 hearings, 8 deadlines
	made {int} NOT NULL,
	maker {int} NOT NULL REFERENCES staff,
	until {int} NOT NULL,
	hash {blob} NOT NULL UNIQUE,	-- SHA-256 of the link's token
	code {blob} NOT NULL,		-- HMAC-SHA-256 of the code by the token
	tries {int} NOT NULL DEFAULT 0,	-- wrong codes since the last right one
	locked {int},			-- there were too many
	opened {int},			-- with the right code, for the first time
	ended {int},			-- revoked
	ender {int} REFERENCES staff,
	why {text} NOT NULL DEFAULT '',
	UNIQUE (dossier, no)
) {strict};

CREATE TABLE share_document (	-- chosen; whether it is shown is asked each time
	share {int} NOT NULL REFERENCES share ON DELETE CASCADE,
	no {int} NOT NULL,		-- in its share, for addresses
	document {int} NOT NULL REFERENCES document,
	PRIMARY KEY (share, no)
) {strict};
CREATE INDEX share_document_of ON share_document (document);

CREATE TABLE share_visit (	-- who typed the code, for a short while
	hash {blob} PRIMARY KEY,	-- SHA-256 of the cookie's token
	share {int} NOT NULL REFERENCES share ON DELETE CASCADE,
	began {int} NOT NULL
) {strict};
CREATE INDEX share_visit_of ON share_visit (share);
CREATE INDEX share_visit_began ON share_visit (began);

-- What they looked at.
CREATE INDEX event_share ON event (dossier, happened, id)
    WHERE kind IN ('share.opened', 'share.looked', 'share.locked',
    'document.fetched');
