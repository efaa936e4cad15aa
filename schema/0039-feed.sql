-- SPDX-License-Identifier: MIT
-- Calendars that programs fetch by a private link.

CREATE TABLE feed (
	person {int} PRIMARY KEY REFERENCES staff,
	hash {blob} NOT NULL UNIQUE,	-- SHA-256 of the link's token
	titles {int} NOT NULL DEFAULT 0 CHECK (titles IN (0, 1)), -- say more
	made {int} NOT NULL
) {strict};
