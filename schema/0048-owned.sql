-- SPDX-License-Identifier: MIT
-- Tasks of one's own on what was granted are found from the tasks: who was
-- granted hundreds of dossiers has them all over the store.

CREATE INDEX dossier_count_owned ON dossier_count
    (whose, dossier, restricted, scope, n) WHERE kind = 'owned';
