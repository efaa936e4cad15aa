-- SPDX-License-Identifier: MIT
-- Who wrote what an approval rests on, and so does not decide on it.

-- For each field by which the amount or the steps came about a row of nobody,
-- and one of each who wrote what it was when this was asked, or wrote in it
-- while this waits.
CREATE TABLE approval_input (
	approval {int} NOT NULL REFERENCES approval,
	dossier {int} NOT NULL REFERENCES dossier,
	person {int} NOT NULL,		-- 0: nobody
	field {text} NOT NULL,		-- its code; case.risk
	PRIMARY KEY (approval, person, field)
) {strict};

-- Those that wait: who wrote last in the field of their amount.
INSERT INTO approval_input (approval, dossier, person, field)
SELECT a.id, a.dossier, 0, a.field FROM approval a
 WHERE a.ended IS NULL AND a.field <> '';
INSERT INTO approval_input (approval, dossier, person, field)
SELECT a.id, a.dossier, h.actor, a.field
  FROM approval a JOIN event h ON h.dossier = a.dossier AND h.seq =
	(SELECT max(w.seq) FROM event w JOIN event_body m ON m.event = w.id
	  WHERE w.dossier = a.dossier AND w.actor IS NOT NULL
	    AND m.body LIKE '%"f.' || a.field || '":%')
 WHERE a.ended IS NULL AND a.field <> '';
