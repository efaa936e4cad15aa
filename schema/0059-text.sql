-- SPDX-License-Identifier: MIT
-- The text of files that people compare, as the clock reads it.

CREATE TABLE document_text (	-- one for the same bytes, wherever they lie
	sha256 {text} PRIMARY KEY,
	asked {int} NOT NULL,
	tries {int} NOT NULL DEFAULT 0,	-- of reading it
	state {text} NOT NULL,		-- waiting read none broken
	text {text} NOT NULL DEFAULT ''
) {strict};
CREATE INDEX document_text_waiting ON document_text (asked)
    WHERE state = 'waiting';
