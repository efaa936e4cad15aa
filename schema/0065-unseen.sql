-- SPDX-License-Identifier: MIT
-- The number of unseen notices stands on every page: it is counted in the
-- index alone, for notices that ask for nothing beside their case.

DROP INDEX outbox_unseen;
CREATE INDEX outbox_unseen ON outbox (person, dossier, kind, glass)
    WHERE seen IS NULL;
