-- SPDX-License-Identifier: MIT
-- A dossier falls silent when nobody had contact with who asked for longer
-- than its type agrees to, or when it lacks a next date.

ALTER TABLE note ADD COLUMN contact {text} NOT NULL DEFAULT ''; -- it tells of
		-- one with the requester, by this medium
CREATE INDEX note_contact ON note (dossier, written)
    WHERE contact <> '' AND compartment = 0;
CREATE INDEX arrival_filed ON arrival (dossier, received)
    WHERE dossier IS NOT NULL;

ALTER TABLE dossier ADD COLUMN quiet {int} NOT NULL DEFAULT 253402300799;
		-- from then on it is silent
ALTER TABLE dossier ADD COLUMN heard {int};	-- the last contact; NULL: it
		-- is silent for want of a next date
CREATE INDEX dossier_quiet ON dossier (quiet, id)
    WHERE quiet < 253402300799;
CREATE INDEX dossier_quiet_lead ON dossier
    (lead, quiet, id, scope, restricted)
    WHERE quiet < 253402300799 AND lead IS NOT NULL;

CREATE TABLE silence (		-- what that is reckoned from
	dossier {int} PRIMARY KEY REFERENCES dossier,
	since {int} NOT NULL,		-- counted from, until there is contact
	cause {text} NOT NULL
	    CHECK (cause IN ('received', 'resumed', 'reopened')),
	undated {int},			-- since when it has no next date
	told {int} NOT NULL DEFAULT 0 CHECK (told IN (0, 1)), -- the lead was
	tells {int} NOT NULL DEFAULT 253402300799	-- the lead, then
) {strict};
CREATE INDEX silence_tells ON silence (tells, dossier)
    WHERE tells < 253402300799;

-- What is silent stands in lists by risk where it would if it were due since
-- then. What the order is made of stands in the index, as before.
DROP INDEX dossier_risk;
CREATE INDEX dossier_risk ON dossier
    (status, ((20 - risk) * 1000000000000
    + CASE WHEN quiet < due THEN quiet ELSE due END), id, scope, restricted,
    risk, due, quiet);
DROP INDEX dossier_scope_risk;
CREATE INDEX dossier_scope_risk ON dossier
    (scope, status, ((20 - risk) * 1000000000000
    + CASE WHEN quiet < due THEN quiet ELSE due END), id, restricted,
    risk, due, quiet);
DROP INDEX dossier_nobody_risk;
CREATE INDEX dossier_nobody_risk ON dossier
    (status, ((20 - risk) * 1000000000000
    + CASE WHEN quiet < due THEN quiet ELSE due END), id, scope, restricted,
    risk, due, quiet) WHERE lead IS NULL;
DROP INDEX dossier_scope_nobody_risk;
CREATE INDEX dossier_scope_nobody_risk ON dossier
    (scope, status, ((20 - risk) * 1000000000000
    + CASE WHEN quiet < due THEN quiet ELSE due END), id, restricted,
    risk, due, quiet) WHERE lead IS NULL;
