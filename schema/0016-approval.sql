-- SPDX-License-Identifier: MIT
-- Approvals: who may say yes, up to which amount, and who said it of what.

-- A row is never changed: who is to have another limit gets another row, and
-- this one is withdrawn.
CREATE TABLE authority (	-- what somebody may approve
	id {id},
	number {text} NOT NULL UNIQUE,	-- L-48392070, the one in addresses
	person {int} REFERENCES staff,	-- whose it is,
	label {text} NOT NULL DEFAULT '',	-- or that of a [group LABEL]
	kind {text} NOT NULL DEFAULT '',	-- of what: a word; '' all
	amount {int},			-- minor units at most; NULL any
	currency {text} NOT NULL DEFAULT '',	-- ISO 4217; '' every one
	begins {text} NOT NULL,		-- civil dates of the site
	ends {text} NOT NULL DEFAULT '9999-12-31',	-- its last day
	reason {text} NOT NULL,
	given {int} NOT NULL,
	given_by {int} REFERENCES person,
	withdrawn {int},
	withdrawn_by {int} REFERENCES person,
	withdrawn_why {text} NOT NULL DEFAULT '',
	CHECK ((person IS NULL) = (label <> ''))
) {strict};
CREATE INDEX authority_person ON authority (person)
    WHERE person IS NOT NULL;
CREATE INDEX authority_label ON authority (label) WHERE label <> '';
CREATE INDEX authority_kind ON authority (kind);

-- Never deleted: what was taken back is undone.
CREATE TABLE approval (		-- somebody asks that something be approved
	id {id},
	dossier {int} NOT NULL REFERENCES dossier,
	no {int} NOT NULL,
	root {int} NOT NULL,		-- no of the first; asked again, the same
	item {int} NOT NULL DEFAULT 0,	-- no of its plan item; 0 none
	state {text} NOT NULL CHECK (state IN ('asked', 'returned',
	    'approved', 'rejected', 'withdrawn', 'undone')),
	subject {text} NOT NULL,
	reason {text} NOT NULL DEFAULT '',
	kind {text} NOT NULL DEFAULT '',	-- as authority has it
	field {text} NOT NULL DEFAULT '',	-- that the amount is from
	amount {int},			-- minor units; NULL none
	currency {text} NOT NULL DEFAULT '',
	document {int} NOT NULL DEFAULT 0,	-- no of what it is about
	document_name {text} NOT NULL DEFAULT '',
	document_sha256 {text} NOT NULL DEFAULT '',
	decision {int} NOT NULL DEFAULT 0,	-- no of what it is about
	levels {text} NOT NULL DEFAULT '',	-- decision that gave the steps
	levels_no {int} NOT NULL DEFAULT 0,	-- and its no
	steps {text} NOT NULL,		-- a name a line; '' nobody is asked
	last {int} NOT NULL,		-- how many
	step {int} NOT NULL,		-- that waits, from 1
	waits {text} NOT NULL,		-- and its name
	shown {text} NOT NULL,		-- SHA-256 of what is to be approved
	asked {int} NOT NULL,
	asked_by {int} REFERENCES person,	-- NULL: by the plan itself
	ended {int},			-- it waits for nobody any more
	UNIQUE (dossier, no)
) {strict};
CREATE INDEX approval_waits ON approval (waits, asked, id)
    WHERE ended IS NULL;
CREATE INDEX approval_asked_by ON approval (asked_by, asked, id)
    WHERE ended IS NULL;
CREATE INDEX approval_root ON approval (dossier, root, no);

CREATE TABLE approval_act (	-- a signature: who, when, what, of what
	id {id},
	approval {int} NOT NULL REFERENCES approval,
	dossier {int} NOT NULL REFERENCES dossier,
	step {int} NOT NULL,
	what {text} NOT NULL CHECK (what IN ('approved', 'rejected',
	    'returned', 'commented', 'withdrawn')),
	comment {text} NOT NULL DEFAULT '',
	sha256 {text} NOT NULL,		-- of what was shown
	authority {int} REFERENCES authority,	-- the limit that covered it
	actor {int} REFERENCES person,
	acted {int} NOT NULL,
	undone {int}			-- taken back
) {strict};
CREATE INDEX approval_act_of ON approval_act (approval, id);
CREATE INDEX approval_act_dossier ON approval_act (dossier, id);
