-- SPDX-License-Identifier: MIT
-- Counting what is one's own looks at no row but those of the index; a walk
-- over what nobody leads meets rows that its viewer may not see.
-- Cases of one's own need no sum beside these.

DROP INDEX task_owner;
CREATE INDEX task_owner ON task (owner, due, id, dossier)
    WHERE done IS NULL AND owner IS NOT NULL;
DROP INDEX dossier_nobody;
CREATE INDEX dossier_nobody ON dossier
    (status, due, id, scope, restricted) WHERE lead IS NULL;
DROP INDEX dossier_scope_nobody;
CREATE INDEX dossier_scope_nobody ON dossier
    (scope, status, due, id, restricted) WHERE lead IS NULL;
DELETE FROM scope_count WHERE kind = 'led';
DELETE FROM dossier_count WHERE kind = 'led';
