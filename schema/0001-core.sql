-- SPDX-License-Identifier: MIT
-- People, teams and types. Each table stands after those it refers to.

CREATE TABLE person (		-- any human or organisation, staff or not
	id {id},
	number {text} NOT NULL UNIQUE,	-- P-48392070, the one in addresses
	organisation {int} NOT NULL DEFAULT 0 CHECK (organisation IN (0, 1)),
	name {text} NOT NULL,		-- as it is shown
	name_key {text} NOT NULL,	-- folded, for sorting and look-up
	given {text} NOT NULL DEFAULT '',
	family {text} NOT NULL DEFAULT '',
	email {text} NOT NULL DEFAULT '',
	email_key {text} NOT NULL DEFAULT '',
	phone {text} NOT NULL DEFAULT '',
	phone_key {text} NOT NULL DEFAULT '',	-- digits, the last first
	address {text} NOT NULL DEFAULT '',
	language {text} NOT NULL DEFAULT '',
	created {int} NOT NULL,
	version {int} NOT NULL DEFAULT 1
) {strict};
CREATE INDEX person_name ON person (name_key, id);
CREATE INDEX person_email ON person (email_key) WHERE email_key <> '';
CREATE INDEX person_phone ON person (phone_key) WHERE phone_key <> '';

CREATE TABLE person_word (	-- each folded word of a name, for finding
	word {text} NOT NULL,
	person {int} NOT NULL REFERENCES person,
	PRIMARY KEY (word, person)
) {strict};
CREATE INDEX person_word_person ON person_word (person, word);

CREATE TABLE team (
	id {id},
	code {text} NOT NULL UNIQUE,	-- in addresses
	name {text} NOT NULL,
	name_key {text} NOT NULL
) {strict};

CREATE TABLE type (		-- a version of a case type
	id {id},
	code {text} NOT NULL,
	version {int} NOT NULL,
	source {text} NOT NULL,		-- type.xml
	sha256 {text} NOT NULL,
	installed {int} NOT NULL,
	UNIQUE (code, version)
) {strict};

CREATE TABLE scope (		-- a type in the hands of a team
	id {id},
	type {text} NOT NULL,		-- code
	team {int} NOT NULL REFERENCES team,
	open {int} NOT NULL DEFAULT 0,	-- dossiers not closed, kept exact
	total {int} NOT NULL DEFAULT 0,	-- all dossiers, kept exact
	UNIQUE (type, team)
) {strict};

CREATE TABLE staff (		-- a person who signs in
	person {int} PRIMARY KEY REFERENCES person,
	login {text} NOT NULL UNIQUE,
	directory_id {text} UNIQUE,	-- entryUUID or objectGUID
	dn {text} NOT NULL DEFAULT '',
	enabled {int} NOT NULL DEFAULT 1 CHECK (enabled IN (0, 1)),
	language {text} NOT NULL DEFAULT '',	-- chosen by the person
	zone {text} NOT NULL DEFAULT '',
	rights {int} NOT NULL DEFAULT 0,	-- RIGHT_* bits of all roles
	checked {int} NOT NULL DEFAULT 0,	-- directory last answered
	seen {int} NOT NULL DEFAULT 0		-- last sign-in
) {strict};

CREATE TABLE staff_role (	-- roles that the directory's groups give
	person {int} NOT NULL REFERENCES staff,
	label {text} NOT NULL,		-- the [group LABEL] that gave it
	role {text} NOT NULL,
	types {text} NOT NULL DEFAULT '',	-- codes, or *
	team {int} REFERENCES team,
	every {int} NOT NULL DEFAULT 0 CHECK (every IN (0, 1)), -- all teams
	level {int} NOT NULL DEFAULT 0,
	PRIMARY KEY (person, label)
) {strict};

-- Signing in.

CREATE TABLE session (
	hash {blob} PRIMARY KEY,	-- SHA-256 of the cookie's token
	person {int} NOT NULL REFERENCES staff,
	created {int} NOT NULL,
	used {int} NOT NULL,		-- written at most once a minute
	ended {int}			-- signed out, or pushed out
) {strict};
CREATE INDEX session_person ON session (person, used);
CREATE INDEX session_used ON session (used);

CREATE TABLE session_key (	-- a form that was sent: not done twice
	key {blob} PRIMARY KEY,		-- SHA-256 of session, path, form_key
	session {blob} NOT NULL,
	content {blob} NOT NULL,	-- SHA-256 of all that was typed
	redirect {text} NOT NULL,	-- what the first one was answered
	notice {text} NOT NULL DEFAULT '',	-- and told
	used {int} NOT NULL
) {strict};
CREATE INDEX session_key_used ON session_key (used);

CREATE TABLE signin_failure (	-- throttle by name and by address
	key {text} PRIMARY KEY,		-- "name:..." or "address:..."
	count {int} NOT NULL,
	since {int} NOT NULL
) {strict};
CREATE INDEX signin_failure_since ON signin_failure (since);

-- One matter.

CREATE TABLE dossier (
	id {id},
	number {text} NOT NULL UNIQUE,
	type {int} NOT NULL REFERENCES type,
	type_code {text} NOT NULL,
	scope {int} NOT NULL REFERENCES scope,
	restricted {int} NOT NULL DEFAULT 0 CHECK (restricted IN (0, 1)),
	title {text} NOT NULL,
	title_key {text} NOT NULL,
	status {text} NOT NULL CHECK (status IN ('open', 'waiting', 'closed')),
	phase {text} NOT NULL DEFAULT '',
	outcome {text} NOT NULL DEFAULT '',
	verdict {text} NOT NULL DEFAULT ''
	    CHECK (verdict IN ('', 'accepted', 'solved', 'declined')),
	risk {int} NOT NULL DEFAULT 0,	-- 0 none yet, 1 the lowest step
	medium {text} NOT NULL,
	lead {int} REFERENCES person,
	requester {int} REFERENCES person,
	received {int} NOT NULL,	-- true arrival
	opened {int} NOT NULL,		-- entered here
	closed {int},
	due {int} NOT NULL DEFAULT 253402300799, -- next due of open work
	touched {int} NOT NULL,		-- last event
	version {int} NOT NULL DEFAULT 1,
	things {int} NOT NULL DEFAULT 0,	-- last number given to a thing
	seq {int} NOT NULL DEFAULT 0,	-- last event of the chain
	head {blob}			-- and its hash
) {strict};
-- Lists walk one status in one order, of one scope (the narrow text) or of
-- all (the wide one).
CREATE INDEX dossier_due ON dossier (status, due, id);
CREATE INDEX dossier_received ON dossier (status, received, id);
CREATE INDEX dossier_title ON dossier (status, title_key, id);
CREATE INDEX dossier_number ON dossier (status, number, id);
CREATE INDEX dossier_risk ON dossier (status, risk, id);
CREATE INDEX dossier_touched ON dossier (status, touched, id);
CREATE INDEX dossier_scope_due ON dossier (scope, status, due, id);
CREATE INDEX dossier_scope_received ON dossier (scope, status, received, id);
CREATE INDEX dossier_scope_title ON dossier (scope, status, title_key, id);
CREATE INDEX dossier_scope_number ON dossier (scope, status, number, id);
CREATE INDEX dossier_scope_risk ON dossier (scope, status, risk, id);
CREATE INDEX dossier_scope_touched ON dossier (scope, status, touched, id);
CREATE INDEX dossier_phase_now ON dossier (phase, status);
CREATE INDEX dossier_lead ON dossier (lead, status) WHERE lead IS NOT NULL;
CREATE INDEX dossier_restricted ON dossier (scope) WHERE restricted = 1;
CREATE INDEX dossier_tray ON dossier (verdict, received, id)
    WHERE verdict = '';

CREATE TABLE dossier_phase (	-- each stay in a phase
	dossier {int} NOT NULL REFERENCES dossier,
	no {int} NOT NULL,
	phase {text} NOT NULL,
	entered {int} NOT NULL,
	left_at {int},
	reason {text} NOT NULL DEFAULT '',
	actor {int} REFERENCES person,
	PRIMARY KEY (dossier, no)
) {strict};

CREATE TABLE field_value (	-- typed fields, so that each can be listed
	dossier {int} NOT NULL REFERENCES dossier,
	field {text} NOT NULL,
	no {int} NOT NULL DEFAULT 0,	-- of a repeating group
	text {text} NOT NULL,		-- canonical
	text_key {text} NOT NULL DEFAULT '',	-- folded
	number {int},			-- scaled, minor units, flag, person
	date {text},
	PRIMARY KEY (dossier, field, no)
) {strict};
CREATE INDEX field_value_text ON field_value (field, text_key, dossier);

CREATE TABLE party (		-- a person in a role on a dossier
	id {id},
	dossier {int} NOT NULL REFERENCES dossier,
	no {int} NOT NULL,
	person {int} NOT NULL REFERENCES person,
	role {text} NOT NULL,
	added {int} NOT NULL,
	ended {int},
	UNIQUE (dossier, no)
) {strict};
CREATE INDEX party_person ON party (person, dossier);
CREATE UNIQUE INDEX party_lead ON party (dossier)
    WHERE role = 'lead' AND ended IS NULL;

CREATE TABLE task (
	id {id},
	dossier {int} NOT NULL REFERENCES dossier,
	no {int} NOT NULL,
	title {text} NOT NULL,
	instructions {text} NOT NULL DEFAULT '',
	result {text} NOT NULL DEFAULT '',
	owner {int} REFERENCES person,
	team {int} REFERENCES team,
	delegator {int} REFERENCES person,	-- gets it back
	priority {int} NOT NULL DEFAULT 2 CHECK (priority IN (1, 2, 3)),
	due {int} NOT NULL DEFAULT 253402300799,
	created {int} NOT NULL,
	done {int},
	done_by {int} REFERENCES person,
	version {int} NOT NULL DEFAULT 1,
	UNIQUE (dossier, no)
) {strict};
CREATE INDEX task_owner ON task (owner, due, id)
    WHERE done IS NULL AND owner IS NOT NULL;
CREATE INDEX task_team ON task (team, due, id)
    WHERE done IS NULL AND owner IS NULL;
CREATE INDEX task_waiting ON task (due, id)
    WHERE done IS NULL AND owner IS NULL;

CREATE TABLE note (
	id {id},
	dossier {int} NOT NULL REFERENCES dossier,
	no {int} NOT NULL,
	text {text} NOT NULL,
	author {int} REFERENCES person,
	written {int} NOT NULL,
	UNIQUE (dossier, no)
) {strict};

CREATE TABLE document (		-- bytes lie on disk under their SHA-256
	id {id},
	dossier {int} NOT NULL REFERENCES dossier,
	no {int} NOT NULL,
	name {text} NOT NULL,
	kind {text} NOT NULL DEFAULT '',
	media_type {text} NOT NULL,
	bytes {int} NOT NULL,
	sha256 {text} NOT NULL,
	added {int} NOT NULL,
	actor {int} REFERENCES person,
	UNIQUE (dossier, no)
) {strict};
CREATE INDEX document_sha256 ON document (sha256);

CREATE TABLE dossier_search (	-- what the find box looks through
	dossier {int} PRIMARY KEY REFERENCES dossier,
	words {text} NOT NULL,		-- folded: title, number, people, fields
	scope {text} NOT NULL		-- as a word, so that a search of a few
) {strict};				-- scopes reads no others

-- Who sees what: ordinary rows, rewritten when a group, role or grant
-- changes.

CREATE TABLE viewer_scope (
	viewer {int} NOT NULL REFERENCES staff,
	scope {int} NOT NULL REFERENCES scope,
	level {int} NOT NULL,
	PRIMARY KEY (viewer, scope)
) {strict};

CREATE TABLE viewer_grant (
	viewer {int} NOT NULL REFERENCES staff,
	dossier {int} NOT NULL REFERENCES dossier,
	level {int} NOT NULL,
	until {int} NOT NULL,		-- 253402300799: for good
	PRIMARY KEY (viewer, dossier)
) {strict};
CREATE INDEX viewer_grant_dossier ON viewer_grant (dossier);

CREATE TABLE viewer_wall (
	viewer {int} NOT NULL REFERENCES staff,
	dossier {int} NOT NULL REFERENCES dossier,
	PRIMARY KEY (viewer, dossier)
) {strict};
CREATE INDEX viewer_wall_dossier ON viewer_wall (dossier);

-- The log: one chain a dossier, one for each topic outside dossiers.

CREATE TABLE event (
	id {id},
	dossier {int} REFERENCES dossier,
	topic {text} NOT NULL DEFAULT '',	-- rights types settings persons
	seq {int} NOT NULL,
	prev {blob} NOT NULL,		-- hash of the one before, or 32 zeros
	hash {blob} NOT NULL,		-- over every other column but id
	actor {int} REFERENCES person,
	for_whom {int} REFERENCES person,
	kind {text} NOT NULL,
	happened {int} NOT NULL,
	recorded {int} NOT NULL,
	commitment {blob} NOT NULL,	-- SHA-256(salt, body)
	CHECK ((dossier IS NULL) <> (topic = ''))
) {strict};
CREATE UNIQUE INDEX event_chain ON event (dossier, seq)
    WHERE dossier IS NOT NULL;
CREATE UNIQUE INDEX event_topic_chain ON event (topic, seq)
    WHERE dossier IS NULL;
CREATE INDEX event_line ON event (dossier, happened, id)
    WHERE dossier IS NOT NULL;

CREATE TABLE event_body (	-- may be erased by law; the chain holds
	event {int} PRIMARY KEY REFERENCES event,
	salt {blob} NOT NULL,
	body {text} NOT NULL		-- JSON
) {strict};

CREATE TABLE event_topic (	-- heads of the chains outside dossiers
	topic {text} PRIMARY KEY,
	seq {int} NOT NULL,
	head {blob} NOT NULL
) {strict};

-- Imports: what was taken, so that nothing is taken twice.

CREATE TABLE import_trace (
	log {text} NOT NULL,		-- name of the log
	trace {text} NOT NULL,		-- name of the case in it
	dossier {int} NOT NULL REFERENCES dossier,
	events {int} NOT NULL,		-- positions 0 ... events-1 are in
	PRIMARY KEY (log, trace)
) {strict};

CREATE TABLE import_person (	-- who a name in a log is here
	log {text} NOT NULL,
	name {text} NOT NULL,
	person {int} NOT NULL REFERENCES person,
	PRIMARY KEY (log, name)
) {strict};
