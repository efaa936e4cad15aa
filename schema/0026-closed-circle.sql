-- SPDX-License-Identifier: MIT
-- A whole dossier in a compartment: its members alone know that it exists.

ALTER TABLE dossier ADD COLUMN compartment {int} NOT NULL DEFAULT 0;	-- 0 none
CREATE INDEX dossier_compartment ON dossier (compartment, status)
    WHERE compartment <> 0;
