-- SPDX-License-Identifier: MIT
-- Forms of case types that administrators are working at.

-- Nobody else sees one. Published, it is a file of the next version of its
-- type, and the row goes.
CREATE TABLE form_draft (
	id {id},
	type {text} NOT NULL,		-- code of the type
	form {text} NOT NULL,		-- code of the form
	base {int} NOT NULL,		-- version of the type it began from
	source {text} NOT NULL,		-- the file as it is now
	former {text} NOT NULL,		-- and before the last change, '' none
	version {int} NOT NULL DEFAULT 1,
	changed {int} NOT NULL,
	changed_by {int} REFERENCES person,
	UNIQUE (type, form)
) {strict};
