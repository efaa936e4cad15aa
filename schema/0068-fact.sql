-- SPDX-License-Identifier: MIT
-- What is known of a patient: problems, allergies, medications as they were
-- told, encounters and alerts. Statuses and kinds are codes of FHIR R4.
-- Nothing is deleted: what was entered in error says so.

CREATE TABLE problem (		-- Condition
	id {id},
	dossier {int} NOT NULL REFERENCES dossier,
	no {int} NOT NULL,
	words {text} NOT NULL,
	code {text} NOT NULL,	-- "" none
	system {text} NOT NULL,	-- that the code is of: its URI
	status {text} NOT NULL,	-- clinical; '' entered in error
	begins {text} NOT NULL,	-- a civil day, a month, a year, or ''
	ends {text} NOT NULL,	-- abated: the same
	note {text} NOT NULL,
	why {text} NOT NULL,	-- why it is in error
	verification {text} NOT NULL,
	severity {text} NOT NULL,
	noted {int} NOT NULL,
	noted_by {int} REFERENCES person,
	changed {int} NOT NULL,
	changed_by {int} REFERENCES person,
	version {int} NOT NULL DEFAULT 1,
	UNIQUE (dossier, no)
) {strict};

CREATE TABLE allergy (		-- AllergyIntolerance
	id {id},
	dossier {int} NOT NULL REFERENCES dossier,
	no {int} NOT NULL,
	words {text} NOT NULL,	-- the substance
	code {text} NOT NULL,	-- 716186003: said to have none
	system {text} NOT NULL,
	status {text} NOT NULL,
	begins {text} NOT NULL,	-- first seen
	ends {text} NOT NULL,	-- last seen
	note {text} NOT NULL,
	why {text} NOT NULL,
	verification {text} NOT NULL,
	type {text} NOT NULL,	-- allergy intolerance, '' unknown
	category {text} NOT NULL,
	criticality {text} NOT NULL,
	reactions {text} NOT NULL,	-- one a line
	severity {text} NOT NULL,	-- of the worst of them
	told_by {text} NOT NULL,
	told_on {text} NOT NULL,	-- civil
	noted {int} NOT NULL,
	noted_by {int} REFERENCES person,
	changed {int} NOT NULL,
	changed_by {int} REFERENCES person,
	version {int} NOT NULL DEFAULT 1,
	UNIQUE (dossier, no)
) {strict};

CREATE TABLE medication (	-- MedicationStatement
	id {id},
	dossier {int} NOT NULL REFERENCES dossier,
	no {int} NOT NULL,
	words {text} NOT NULL,	-- the name
	code {text} NOT NULL,
	system {text} NOT NULL,
	status {text} NOT NULL,
	begins {text} NOT NULL,
	ends {text} NOT NULL,
	note {text} NOT NULL,
	why {text} NOT NULL,	-- why it was stopped, or is in error
	dose {text} NOT NULL,	-- in words
	reason {text} NOT NULL,	-- what it is taken for
	told_by {text} NOT NULL,
	noted {int} NOT NULL,
	noted_by {int} REFERENCES person,
	changed {int} NOT NULL,
	changed_by {int} REFERENCES person,
	version {int} NOT NULL DEFAULT 1,
	UNIQUE (dossier, no)
) {strict};

CREATE TABLE encounter (	-- Encounter
	id {id},
	dossier {int} NOT NULL REFERENCES dossier,
	no {int} NOT NULL,
	words {text} NOT NULL,	-- what it was for
	code {text} NOT NULL,
	system {text} NOT NULL,
	status {text} NOT NULL,
	begins {int},
	ends {int},
	note {text} NOT NULL,
	why {text} NOT NULL,
	class {text} NOT NULL,	-- of v3 ActCode: AMB IMP HH VR EMER ...
	place {text} NOT NULL,
	person {int} REFERENCES person,	-- of the care team
	appointment {int} REFERENCES appointment,	-- that it was made of
	noted {int} NOT NULL,
	noted_by {int} REFERENCES person,
	changed {int} NOT NULL,
	changed_by {int} REFERENCES person,
	version {int} NOT NULL DEFAULT 1,
	UNIQUE (dossier, no)
) {strict};
CREATE INDEX encounter_begins ON encounter (dossier, begins);
CREATE INDEX encounter_appointment ON encounter (appointment)
    WHERE appointment IS NOT NULL;

CREATE TABLE alert (		-- Flag
	id {id},
	dossier {int} NOT NULL REFERENCES dossier,
	no {int} NOT NULL,
	words {text} NOT NULL,
	code {text} NOT NULL,
	system {text} NOT NULL,
	status {text} NOT NULL,
	begins {text} NOT NULL,
	ends {text} NOT NULL,	-- civil, or ''
	note {text} NOT NULL,
	why {text} NOT NULL,
	category {text} NOT NULL,
	noted {int} NOT NULL,
	noted_by {int} REFERENCES person,
	changed {int} NOT NULL,
	changed_by {int} REFERENCES person,
	version {int} NOT NULL DEFAULT 1,
	UNIQUE (dossier, no)
) {strict};
