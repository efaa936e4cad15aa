-- SPDX-License-Identifier: MIT
-- Lists by risk go on by due: the higher step first, then what is due first,
-- as one number that an index walks. What it is made of stands in the index
-- as well, so that rows which the viewer may not see are not fetched.

DROP INDEX dossier_risk;
CREATE INDEX dossier_risk ON dossier
    (status, ((20 - risk) * 1000000000000 + due), id, scope, restricted,
    risk, due);
DROP INDEX dossier_scope_risk;
CREATE INDEX dossier_scope_risk ON dossier
    (scope, status, ((20 - risk) * 1000000000000 + due), id, restricted,
    risk, due);
-- What nobody leads, in the same order.
CREATE INDEX dossier_nobody_risk ON dossier
    (status, ((20 - risk) * 1000000000000 + due), id, scope, restricted,
    risk, due) WHERE lead IS NULL;
CREATE INDEX dossier_scope_nobody_risk ON dossier
    (scope, status, ((20 - risk) * 1000000000000 + due), id, restricted,
    risk, due) WHERE lead IS NULL;
