-- SPDX-License-Identifier: MIT
-- Time and costs of dossiers, and what an hour of somebody costs.

-- A row is never changed: another rate is another row, from its day on.
CREATE TABLE rate (
	id {id},
	person {int} REFERENCES staff,		-- NULL everybody
	type {text} NOT NULL DEFAULT '',	-- code; '' every one
	dossier {int} REFERENCES dossier,	-- NULL every one
	begins {text} NOT NULL,			-- civil
	amount {int} NOT NULL,			-- minor units an hour
	currency {text} NOT NULL,		-- ISO 4217
	reason {text} NOT NULL,
	given {int} NOT NULL,
	given_by {int} REFERENCES person
) {strict};
CREATE INDEX rate_person ON rate (person, begins);
CREATE INDEX rate_dossier ON rate (dossier) WHERE dossier IS NOT NULL;

CREATE TABLE month_closed (	-- it and all before: nothing is booked there
	month {text} PRIMARY KEY,	-- 2026-11
	closed {int} NOT NULL,
	closed_by {int} REFERENCES person
) {strict};

CREATE TABLE booking (
	id {id},
	dossier {int} NOT NULL REFERENCES dossier,
	no {int} NOT NULL,
	kind {text} NOT NULL CHECK (kind IN ('time', 'cost')),
	person {int} NOT NULL REFERENCES staff,	-- whose time; who booked it
	day {text} NOT NULL,			-- civil
	code {text} NOT NULL,		-- activity or kind of cost, of the type
	minutes {int} NOT NULL DEFAULT 0,	-- less than 0: taken back
	rate {int} NOT NULL DEFAULT 0,	-- minor units an hour, as it was then
	amount {int} NOT NULL DEFAULT 0,	-- minor units; time at its rate
	currency {text} NOT NULL DEFAULT '',	-- '' there was no rate
	billable {int} NOT NULL CHECK (billable IN (0, 1)),	-- recoverable
	payer {text} NOT NULL DEFAULT '',	-- of a cost: house client other
	text {text} NOT NULL,
	task {int} REFERENCES task ON DELETE SET NULL,
	document {int} REFERENCES document ON DELETE SET NULL,	-- its proof
	counters {int} REFERENCES booking ON DELETE SET NULL,	-- takes it back
	compartment {int} NOT NULL DEFAULT 0,	-- of task or document
	booked {int} NOT NULL,
	removed {int},
	version {int} NOT NULL DEFAULT 1,
	UNIQUE (dossier, no)
) {strict};
CREATE INDEX booking_person ON booking (person, day) WHERE removed IS NULL;
CREATE INDEX booking_day ON booking (dossier, day, no) WHERE removed IS NULL;
-- sums are read from these alone
CREATE INDEX booking_sum ON booking (dossier, kind, person, code, currency,
    billable, compartment, minutes, amount) WHERE removed IS NULL;
CREATE INDEX booking_task ON booking (task) WHERE task IS NOT NULL;
CREATE INDEX booking_document ON booking (document)
    WHERE document IS NOT NULL;
CREATE INDEX booking_counters ON booking (counters)
    WHERE counters IS NOT NULL;
