-- SPDX-License-Identifier: MIT
-- Documents that are judgments in Akoma Ntoso: what their newest file says.
CREATE TABLE judgment (
	document {int} PRIMARY KEY REFERENCES document,
	court {text} NOT NULL,
	citation {text} NOT NULL,	-- neutral
	decided {text} NOT NULL,	-- civil
	parties {text} NOT NULL,	-- a line each
	judges {text} NOT NULL,		-- a line each
	text {text} NOT NULL		-- all of it, for finding it
) {strict};
