-- SPDX-License-Identifier: MIT
-- Notices: what people are told on their page and, as they choose, by mail.

ALTER TABLE outbox ADD COLUMN kind {text} NOT NULL DEFAULT ''; -- change
		-- mention; "" what no says: a task, an approval, the lead
ALTER TABLE outbox ADD COLUMN sorted {int} NOT NULL DEFAULT 0; -- by choice
ALTER TABLE outbox ADD COLUMN seen {int};	-- read on the page
CREATE INDEX outbox_list ON outbox (person, queued, id);
CREATE INDEX outbox_unseen ON outbox (person, dossier) WHERE seen IS NULL;
CREATE INDEX outbox_unsorted ON outbox (due)
    WHERE ended IS NULL AND sorted = 0;
CREATE INDEX outbox_dossier ON outbox (dossier, person, queued);

CREATE TABLE notice_choice (	-- how somebody wants mail; else a digest
	person {int} NOT NULL REFERENCES staff,
	kind {text} NOT NULL
	    CHECK (kind IN ('assigned', 'approval', 'change', 'mention')),
	mode {text} NOT NULL CHECK (mode IN ('now', 'digest', 'none')),
	PRIMARY KEY (person, kind)
) {strict};
ALTER TABLE staff ADD COLUMN digest {int} NOT NULL DEFAULT 8; -- its hour

CREATE TABLE follow (		-- who is told of changes by their own wish
	person {int} NOT NULL REFERENCES staff,
	dossier {int} NOT NULL REFERENCES dossier,
	wanted {int} NOT NULL CHECK (wanted IN (0, 1)), -- 0: not any more,
	PRIMARY KEY (person, dossier)	-- though they lead it or have a task
) {strict};
CREATE INDEX follow_dossier ON follow (dossier, person);
