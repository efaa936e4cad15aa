-- SPDX-License-Identifier: MIT
-- Dockets are kept by hand as well, and entries have documents of the matter.

ALTER TABLE docket_entry ADD COLUMN hand {int} NOT NULL DEFAULT 0;
	-- the version of an entry by hand, from 1; 0: it is the court's word
ALTER TABLE docket_entry ADD COLUMN party {int} REFERENCES party
	ON DELETE SET NULL;	-- who filed it, of one by hand
ALTER TABLE docket_entry ADD COLUMN struck {int};	-- it was taken out
ALTER TABLE docket_entry ADD COLUMN text_key {text} NOT NULL DEFAULT '';
	-- folded
UPDATE docket_entry SET text_key = lower(text);
CREATE INDEX docket_entry_filed ON docket_entry (proceeding, filed, place);
CREATE INDEX docket_entry_party ON docket_entry (party)
    WHERE party IS NOT NULL;

CREATE TABLE docket_document (	-- what of the matter is of which entry
	proceeding {int} NOT NULL,
	place {int} NOT NULL,
	document {int} NOT NULL REFERENCES document,
	PRIMARY KEY (proceeding, place, document),
	FOREIGN KEY (proceeding, place) REFERENCES docket_entry
	    ON DELETE CASCADE
) {strict};
CREATE INDEX docket_document_of ON docket_document (document);
