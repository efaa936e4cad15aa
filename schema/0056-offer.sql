-- SPDX-License-Identifier: MIT
-- Offers to settle a matter, and what became of each.

CREATE TABLE offer (
	id {id},
	dossier {int} NOT NULL REFERENCES dossier,
	no {int} NOT NULL,
	maker {int} REFERENCES party ON DELETE SET NULL,
	maker_name {text} NOT NULL,	-- as it was; '' the court
	receiver {int} REFERENCES party ON DELETE SET NULL,
	receiver_name {text} NOT NULL,	-- '' all of them
	made {text} NOT NULL,		-- civil
	way {text} NOT NULL CHECK (way IN
	    ('letter', 'mail', 'meeting', 'phone', 'court')),
	amount {int},			-- minor units; NULL none
	currency {text} NOT NULL DEFAULT '',
	terms {text} NOT NULL DEFAULT '',
	until {text} NOT NULL DEFAULT '',	-- civil; '' no end was set
	deadline {int} REFERENCES deadline ON DELETE SET NULL,	-- that it made
	document {int} REFERENCES document ON DELETE SET NULL,
	counters {int} REFERENCES offer ON DELETE SET NULL,	-- answers it
	state {text} NOT NULL DEFAULT 'open' CHECK (state IN
	    ('open', 'accepted', 'refused', 'countered', 'withdrawn')),
	answered {text} NOT NULL DEFAULT '',	-- civil
	note {text} NOT NULL DEFAULT '',	-- of the answer
	version {int} NOT NULL DEFAULT 1,
	UNIQUE (dossier, no)
) {strict};
CREATE INDEX offer_maker ON offer (maker) WHERE maker IS NOT NULL;
CREATE INDEX offer_receiver ON offer (receiver) WHERE receiver IS NOT NULL;
CREATE INDEX offer_deadline ON offer (deadline) WHERE deadline IS NOT NULL;
CREATE INDEX offer_document ON offer (document) WHERE document IS NOT NULL;
CREATE INDEX offer_counters ON offer (counters) WHERE counters IS NOT NULL;
