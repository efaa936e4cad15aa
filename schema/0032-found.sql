-- SPDX-License-Identifier: MIT
-- Mail that was not taken, and what was done for somebody who stood aside,
-- are found without reading all the rest.

CREATE INDEX outbox_said ON outbox (person) WHERE said <> '';
CREATE INDEX event_for_whom ON event (for_whom, recorded)
    WHERE for_whom IS NOT NULL;
