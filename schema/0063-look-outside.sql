-- SPDX-License-Identifier: MIT
-- Who looked: also who is outside, at what is shared with them.

DROP INDEX event_look;
CREATE INDEX event_look ON event (dossier, happened, id)
    WHERE kind IN ('dossier.read', 'document.sent', 'dossier.printed',
    'history.exported', 'glass.broken', 'field.unmasked', 'share.opened',
    'share.looked', 'document.fetched');
