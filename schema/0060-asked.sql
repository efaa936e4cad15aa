-- SPDX-License-Identifier: MIT
-- Lists that read whole tables: what officers were asked, rates of the house.

DROP INDEX clearance_waiting;
CREATE INDEX clearance_asked ON clearance (answered, asked)
    WHERE asked IS NOT NULL;
CREATE INDEX rate_house ON rate (begins, id) WHERE dossier IS NULL;
