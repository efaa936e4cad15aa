-- SPDX-License-Identifier: MIT
-- Links of sharing rooms and their codes that leave by mail. A link is drawn
-- when its mail leaves, so that it stands nowhere.

ALTER TABLE share ADD COLUMN unsent {text} NOT NULL DEFAULT ''; -- its code as
		-- it is read, while a mail of it or of its link is to leave

CREATE TABLE share_mail (
	id {id},
	share {int} NOT NULL REFERENCES share ON DELETE CASCADE,
	what {text} NOT NULL CHECK (what IN ('link', 'code')),
	email {text} NOT NULL,
	lang {text} NOT NULL,
	queued {int} NOT NULL,
	due {int} NOT NULL,		-- not sent before; later after a failure
	tries {int} NOT NULL DEFAULT 0,
	ended {int},			-- taken, or given up
	taken {int} NOT NULL DEFAULT 0,
	said {text} NOT NULL DEFAULT ''	-- why not, where it was not
) {strict};
CREATE INDEX share_mail_due ON share_mail (due, id) WHERE ended IS NULL;
CREATE INDEX share_mail_of ON share_mail (share, id);
CREATE INDEX share_mail_lost ON share_mail (ended)
    WHERE taken = 0 AND tries > 0;
