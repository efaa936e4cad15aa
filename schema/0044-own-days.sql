-- SPDX-License-Identifier: MIT
-- Whether one sees what is theirs is known from the index they walk: the
-- compartment stands beside scope and restriction. And a walk over cases
-- finds what is due on each without reading deadlines that ended.

DROP INDEX dossier_lead;
CREATE INDEX dossier_lead ON dossier
    (lead, status, due, id, scope, restricted, compartment)
    WHERE lead IS NOT NULL;
DROP INDEX dossier_quiet_lead;
CREATE INDEX dossier_quiet_lead ON dossier
    (lead, quiet, id, scope, restricted, compartment)
    WHERE quiet < 253402300799 AND lead IS NOT NULL;
DROP INDEX task_owner;
CREATE INDEX task_owner ON task (owner, due, id, dossier, compartment)
    WHERE done IS NULL AND owner IS NOT NULL;
CREATE INDEX deadline_open ON deadline (dossier, due, early, warns, id)
    WHERE state IN ('running', 'unchecked');
