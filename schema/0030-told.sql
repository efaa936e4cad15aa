-- SPDX-License-Identifier: MIT
-- Deadlines are notices as others are: listed, and mailed as people choose.
-- Which kinds there are is the programs' business.

CREATE TABLE notice_chosen (
	person {int} NOT NULL REFERENCES staff,
	kind {text} NOT NULL,	-- assigned approval change mention deadline
	mode {text} NOT NULL CHECK (mode IN ('now', 'digest', 'none')),
	PRIMARY KEY (person, kind)
) {strict};
INSERT INTO notice_chosen (person, kind, mode)
    SELECT person, kind, mode FROM notice_choice;
DROP TABLE notice_choice;
ALTER TABLE notice_chosen RENAME TO notice_choice;

UPDATE outbox SET kind = 'deadline'
 WHERE kind = '' AND EXISTS (SELECT 1 FROM deadline x
    WHERE x.dossier = outbox.dossier AND x.no = outbox.no);
