-- SPDX-License-Identifier: MIT
-- A walk along a list meets rows that its viewer may not see. Their scope and
-- restriction stand in the index, so that only those shown are fetched.

DROP INDEX dossier_due;
CREATE INDEX dossier_due ON dossier
    (status, due, id, scope, restricted);
DROP INDEX dossier_scope_due;
CREATE INDEX dossier_scope_due ON dossier
    (scope, status, due, id, restricted);
DROP INDEX dossier_received;
CREATE INDEX dossier_received ON dossier
    (status, received, id, scope, restricted);
DROP INDEX dossier_scope_received;
CREATE INDEX dossier_scope_received ON dossier
    (scope, status, received, id, restricted);
DROP INDEX dossier_title;
CREATE INDEX dossier_title ON dossier
    (status, title_key, id, scope, restricted);
DROP INDEX dossier_scope_title;
CREATE INDEX dossier_scope_title ON dossier
    (scope, status, title_key, id, restricted);
DROP INDEX dossier_number;
CREATE INDEX dossier_number ON dossier
    (status, number, id, scope, restricted);
DROP INDEX dossier_scope_number;
CREATE INDEX dossier_scope_number ON dossier
    (scope, status, number, id, restricted);
DROP INDEX dossier_risk;
CREATE INDEX dossier_risk ON dossier
    (status, risk, id, scope, restricted);
DROP INDEX dossier_scope_risk;
CREATE INDEX dossier_scope_risk ON dossier
    (scope, status, risk, id, restricted);
DROP INDEX dossier_touched;
CREATE INDEX dossier_touched ON dossier
    (status, touched, id, scope, restricted);
DROP INDEX dossier_scope_touched;
CREATE INDEX dossier_scope_touched ON dossier
    (scope, status, touched, id, restricted);
