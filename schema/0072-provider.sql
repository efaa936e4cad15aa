-- SPDX-License-Identifier: MIT
-- Strengths of a patient and what they want; who provides services, and what
-- was asked of them for whom.

CREATE TABLE strength (
	id {id},
	dossier {int} NOT NULL REFERENCES dossier,
	no {int} NOT NULL,
	kind {text} NOT NULL CHECK (kind IN ('strength', 'wish')),	-- a wish
		-- is a personal goal in the patient's own words
	area {text} NOT NULL,	-- of life: code
	words {text} NOT NULL,
	said_by {text} NOT NULL,	-- as typed
	said {text} NOT NULL,	-- civil
	goal {int} NOT NULL DEFAULT 0,	-- no of the goal that a wish became
	ended {text} NOT NULL DEFAULT '',	-- civil: it holds no more
	why {text} NOT NULL DEFAULT '',	-- not
	noted {int} NOT NULL,
	noted_by {int} REFERENCES person,
	version {int} NOT NULL DEFAULT 1,
	UNIQUE (dossier, no)
) {strict};

CREATE TABLE provider (		-- somebody of the register who provides services
	id {id},
	person {int} NOT NULL UNIQUE REFERENCES person,
	contact {text} NOT NULL DEFAULT '',	-- whom to ask, and how
	about {text} NOT NULL DEFAULT '',
	capacity {int},			-- at a time; NULL unknown
	accepts {int} NOT NULL DEFAULT 1 CHECK (accepts IN (0, 1)),
	ended {int},			-- provides no more since then
	changed {int} NOT NULL,
	changed_by {int} REFERENCES person,
	version {int} NOT NULL DEFAULT 1
) {strict};

CREATE TABLE provider_word (	-- what, where and in which languages
	provider {int} NOT NULL REFERENCES provider ON DELETE CASCADE,
	what {text} NOT NULL CHECK (what IN ('service', 'area', 'language')),
	key {text} NOT NULL,		-- folded
	words {text} NOT NULL,
	PRIMARY KEY (provider, what, key)
) {strict};
CREATE INDEX provider_word_key ON provider_word (what, key, provider);

CREATE TABLE referral (
	id {id},
	dossier {int} NOT NULL REFERENCES dossier,
	no {int} NOT NULL,
	provider {int} NOT NULL REFERENCES provider,
	service {text} NOT NULL,
	purpose {text} NOT NULL,
	state {text} NOT NULL CHECK (state IN ('draft', 'sent', 'accepted',
	    'refused', 'started', 'ended', 'withdrawn')),
	asked {text} NOT NULL,		-- civil days, '' not yet
	sent {text} NOT NULL DEFAULT '',
	answer_by {text} NOT NULL DEFAULT '',
	answered {text} NOT NULL DEFAULT '',
	started {text} NOT NULL DEFAULT '',
	ended {text} NOT NULL DEFAULT '',
	reason {text} NOT NULL DEFAULT '',	-- of the state it is in
	every {int} NOT NULL DEFAULT 0,	-- reports: how many
	unit {text} NOT NULL DEFAULT '',	-- days, working days or months; 0
		-- none are expected
	report_due {text} NOT NULL DEFAULT '',	-- civil: the next, '' none
	made_by {int} REFERENCES person,
	version {int} NOT NULL DEFAULT 1,
	UNIQUE (dossier, no)
) {strict};
CREATE INDEX referral_provider ON referral (provider, state);
CREATE INDEX referral_answer ON referral (answer_by, dossier)
    WHERE state = 'sent';
CREATE INDEX referral_due ON referral (report_due, dossier)
    WHERE report_due <> '';

CREATE TABLE referral_report (	-- that a provider gave, or why none came
	referral {int} NOT NULL REFERENCES referral ON DELETE CASCADE,
	due {text} NOT NULL,		-- civil: the day that it was due by
	received {text} NOT NULL,	-- civil
	document {int} NOT NULL DEFAULT 0,	-- no in the dossier, 0 none
	note {text} NOT NULL DEFAULT '',
	noted {int} NOT NULL,
	noted_by {int} REFERENCES person,
	PRIMARY KEY (referral, due)
) {strict};
