-- SPDX-License-Identifier: MIT
-- Release of information: who asks for records of a patient, each step until
-- they have them or were refused, the account of all that left the house, and
-- what of it is guarded by 42 CFR part 2.

CREATE TABLE disclosure_request (	-- none is ever deleted
	id {id},
	dossier {int} NOT NULL REFERENCES dossier,
	no {int} NOT NULL,
	asker {text} NOT NULL CHECK (asker IN
	    ('patient', 'person', 'organisation', 'authority', 'court')),
	person {int} REFERENCES person,	-- who asks; NULL: not in the register
	name {text} NOT NULL,		-- as it was then
	address {text} NOT NULL,
	received {text} NOT NULL,	-- civil
	way {text} NOT NULL CHECK (way IN
	    ('letter', 'mail', 'phone', 'counter', 'fax')),
	purpose {int} NOT NULL,		-- a bit, as of consents
	asked {text} NOT NULL,		-- in words
	what {int} NOT NULL,		-- bits, as of consents
	since {text} NOT NULL DEFAULT '',	-- civil; '' no bound
	until {text} NOT NULL DEFAULT '',	-- that day too
	due {text} NOT NULL,		-- civil; follows from received, extended
	deadline {int} REFERENCES deadline ON DELETE SET NULL,
	extended {int},			-- once
	extended_why {text} NOT NULL DEFAULT '',	-- as they were told
	state {text} NOT NULL DEFAULT 'received' CHECK (state IN
	    ('received', 'authorised', 'collected', 'reviewed', 'delivered',
	     'refused', 'withdrawn')),
	ground {text} NOT NULL DEFAULT '' CHECK (ground IN ('', 'patient',
	    'consent', 'court', 'law', 'health', 'oversight')),
	consents {text} NOT NULL DEFAULT '',	-- their numbers: "3 5"; "self"
	ground_why {text} NOT NULL DEFAULT '',	-- which order, which law
	authorised {int},
	authoriser {int} REFERENCES person,
	collected {int},
	collector {int} REFERENCES person,
	reviewed {int},
	reviewer {int} REFERENCES person,
	ended {int},			-- delivered, refused, withdrawn
	ender {int} REFERENCES person,
	why {text} NOT NULL DEFAULT '',	-- refused or withdrawn
	version {int} NOT NULL DEFAULT 1,
	UNIQUE (dossier, no)
) {strict};
CREATE INDEX disclosure_request_due ON disclosure_request (due, id)
    WHERE ended IS NULL;
CREATE INDEX disclosure_request_deadline ON disclosure_request (deadline)
    WHERE deadline IS NOT NULL;

CREATE TABLE disclosure_item (	-- what was collected for it
	request {int} NOT NULL REFERENCES disclosure_request,
	place {int} NOT NULL,		-- from 1
	kind {text} NOT NULL,
	no {int} NOT NULL,		-- in the dossier; 0: all of that kind
	name {text} NOT NULL,		-- as it was called then
	instead {int} NOT NULL DEFAULT 0,	-- the document that goes in
				-- its place, 0 none
	left_out {int} NOT NULL DEFAULT 0 CHECK (left_out IN (0, 1)),
	why {text} NOT NULL DEFAULT '',	-- one of both
	PRIMARY KEY (request, place)
) {strict};

CREATE TABLE disclosure (	-- what left the house; none is ever deleted
	id {id},
	dossier {int} NOT NULL REFERENCES dossier,
	no {int} NOT NULL,
	request {int} REFERENCES disclosure_request,	-- that it answers
	share {int} REFERENCES share,	-- the room in which it was opened
	disclosed {text} NOT NULL,	-- civil
	receiver {text} NOT NULL,
	address {text} NOT NULL,
	what {text} NOT NULL,
	way {text} NOT NULL,		-- portal post person mail fax phone
	seen {text} NOT NULL DEFAULT '',	-- how they proved who they are
	purpose {int} NOT NULL,		-- a bit, as of consents
	why {text} NOT NULL,		-- of the purpose, in words
	ground {text} NOT NULL,		-- as of a request, or none
	consents {text} NOT NULL DEFAULT '',
	ground_why {text} NOT NULL DEFAULT '',
	part2 {int} NOT NULL DEFAULT 0 CHECK (part2 IN (0, 1)),	-- something
				-- guarded was in it, the notice with it
	recorded {int} NOT NULL,
	actor {int} NOT NULL REFERENCES person,
	suspended {text} NOT NULL DEFAULT '',	-- civil: not told to the
				-- patient before then; '' it is
	suspended_by {text} NOT NULL DEFAULT '',	-- which authority
	suspended_why {text} NOT NULL DEFAULT '',
	version {int} NOT NULL DEFAULT 1,
	UNIQUE (dossier, no)
) {strict};
CREATE INDEX disclosure_day ON disclosure (dossier, disclosed, no);
CREATE INDEX disclosure_request_of ON disclosure (request)
    WHERE request IS NOT NULL;
CREATE UNIQUE INDEX disclosure_share ON disclosure (share)
    WHERE share IS NOT NULL;

CREATE TABLE part2 (	-- what is guarded more: 42 CFR part 2; none is deleted
	id {id},
	dossier {int} NOT NULL REFERENCES dossier,
	no {int} NOT NULL,	-- of the thing in the dossier; 0: all of it
	class {text} NOT NULL CHECK (class IN ('part2', 'counselling')),
	why {text} NOT NULL,
	marked {int} NOT NULL,
	marker {int} NOT NULL REFERENCES person,
	ended {int},			-- it is not so any more
	ender {int} REFERENCES person,
	ended_why {text} NOT NULL DEFAULT ''
) {strict};
CREATE UNIQUE INDEX part2_thing ON part2 (dossier, no) WHERE ended IS NULL;
