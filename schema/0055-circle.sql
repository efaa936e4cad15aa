-- SPDX-License-Identifier: MIT
-- What waits to be screened in a compartment is found without reading all
-- that is open in it.

DROP INDEX dossier_compartment;
CREATE INDEX dossier_compartment ON dossier (compartment, status, verdict)
    WHERE compartment <> 0;
