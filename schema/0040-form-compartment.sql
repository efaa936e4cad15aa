-- SPDX-License-Identifier: MIT
-- A form that is filled in can be in a compartment, as a document can.

ALTER TABLE form ADD COLUMN compartment {int} NOT NULL DEFAULT 0;
CREATE INDEX form_compartment ON form (dossier) WHERE compartment <> 0;
