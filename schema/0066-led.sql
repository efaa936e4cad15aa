-- SPDX-License-Identifier: MIT
-- How many of one's own cases are open, late, undated or silent stands on the
-- start page: one walk of this index counts them all.

DROP INDEX dossier_lead;
CREATE INDEX dossier_lead ON dossier
    (lead, status, due, id, scope, restricted, compartment, quiet)
    WHERE lead IS NOT NULL;
