-- SPDX-License-Identifier: MIT
-- Masked fields that somebody asked to read, for a while.

CREATE TABLE unmasked (
	session {blob} NOT NULL,	-- hash of its token
	dossier {int} NOT NULL REFERENCES dossier,
	until {int} NOT NULL,
	PRIMARY KEY (session, dossier)
) {strict};
CREATE INDEX unmasked_until ON unmasked (until);
