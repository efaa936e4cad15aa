-- SPDX-License-Identifier: MIT
-- What is one's own stands together: promises by who leads the dossier, and
-- what restricted dossiers and those in compartments add, by whose it is.

ALTER TABLE promise ADD COLUMN lead {int};	-- as the dossier's; changes with it
UPDATE promise SET lead = (SELECT d.lead FROM dossier d
    WHERE d.id = promise.dossier);
CREATE INDEX promise_lead ON promise (lead, due, id)
    WHERE state = 'open' AND lead IS NOT NULL;
CREATE INDEX dossier_count_apart ON dossier_count (kind, whose, dossier)
    WHERE restricted = 1;
