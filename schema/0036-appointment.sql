-- SPDX-License-Identifier: MIT
-- Entries of calendars: of a dossier, or of nobody's.

CREATE TABLE appointment (
	id {id},
	number {text} NOT NULL UNIQUE,	-- T-48392070, the one in addresses
	dossier {int} REFERENCES dossier,	-- NULL: of who entered it
	title {text} NOT NULL,
	place {text} NOT NULL DEFAULT '',
	others {text} NOT NULL DEFAULT '',	-- who else comes, by name
	note {text} NOT NULL DEFAULT '',
	zone {text} NOT NULL,		-- IANA id: by the clocks there
	day {text} NOT NULL,		-- civil, the first one
	minute {int} NOT NULL,		-- of that day; -1: whole days
	length {int} NOT NULL,		-- in minutes, as the clocks count
	repeats {text} NOT NULL DEFAULT '',	-- RRULE of RFC 5545, by days
	-- Made of these and of what was moved: the first moment, and the last
	-- one of the last time; 253402300799 where it has no end.
	begins {int} NOT NULL,
	ends {int} NOT NULL,
	owner {int} NOT NULL REFERENCES staff,	-- who entered it
	cancelled {int},
	reason {text} NOT NULL DEFAULT '',	-- why
	created {int} NOT NULL,
	changed {int} NOT NULL,
	version {int} NOT NULL DEFAULT 1
) {strict};
CREATE INDEX appointment_dossier ON appointment (dossier, begins)
    WHERE dossier IS NOT NULL;
CREATE INDEX appointment_ends ON appointment (ends, begins)
    WHERE dossier IS NOT NULL AND cancelled IS NULL;

CREATE TABLE appointment_person (	-- members of staff who take part
	appointment {int} NOT NULL REFERENCES appointment ON DELETE CASCADE,
	person {int} NOT NULL REFERENCES staff,
	ends {int} NOT NULL,		-- as of the appointment
	PRIMARY KEY (appointment, person)
) {strict};
CREATE INDEX appointment_person_ends ON appointment_person (person, ends);

CREATE TABLE appointment_except (	-- one time of many that differs
	appointment {int} NOT NULL REFERENCES appointment ON DELETE CASCADE,
	day {text} NOT NULL,		-- civil, by the rule
	begins {int},			-- moved; NULL: it is cancelled
	ends {int},
	PRIMARY KEY (appointment, day)
) {strict};
