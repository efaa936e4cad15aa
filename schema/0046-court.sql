-- SPDX-License-Identifier: MIT
-- By which rules the periods of courts are counted.
CREATE TABLE court (	-- each installed version; none is ever changed
	id {id},
	code {text} NOT NULL,
	version {int} NOT NULL,		-- from 1
	source {text} NOT NULL,		-- XML
	sha256 {text} NOT NULL,		-- of that
	installed {int} NOT NULL,
	UNIQUE (code, version)
) {strict};

-- What a deadline was counted by, '' none: code and version of the court,
-- rule, day of the event, service, who has longer, region; '-' for none.
ALTER TABLE deadline_span ADD COLUMN court {text} NOT NULL DEFAULT '';
