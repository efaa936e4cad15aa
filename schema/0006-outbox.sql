-- SPDX-License-Identifier: MIT
-- What is to leave the house by mail, written by the act that is its reason.

CREATE TABLE outbox (
	id {id},
	person {int} NOT NULL REFERENCES staff,	-- who is told
	dossier {int} NOT NULL REFERENCES dossier,
	no {int} NOT NULL DEFAULT 0,	-- the task; 0: the dossier's lead
	queued {int} NOT NULL,
	due {int} NOT NULL,		-- not sent before; later after a failure
	tries {int} NOT NULL DEFAULT 0,
	ended {int},			-- sent, or no longer worth it
	said {text} NOT NULL DEFAULT ''	-- what became of it, where not sent
) {strict};
CREATE INDEX outbox_due ON outbox (due, person) WHERE ended IS NULL;
CREATE INDEX outbox_person ON outbox (person, due) WHERE ended IS NULL;
CREATE INDEX outbox_ended ON outbox (ended) WHERE ended IS NOT NULL;

ALTER TABLE staff ADD COLUMN mail {int} NOT NULL DEFAULT 1; -- of handed work
