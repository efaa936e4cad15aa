-- SPDX-License-Identifier: MIT
-- When the house and its teams work.
CREATE TABLE calendar (
	id {id},
	code {text} NOT NULL UNIQUE,	-- in addresses; 'house': of who has none
	name {text} NOT NULL,	-- '' of the house: it needs none
	zone {text} NOT NULL,	-- IANA id; '' that of the site
	region {text} NOT NULL,	-- whose public holidays, DE-BY; '' none
	-- seven days from Monday, apart by ';': '09:00-12:00 13:00-17:00'
	week {text} NOT NULL,
	version {int} NOT NULL DEFAULT 1	-- one more with each change of it
		-- or of its days: what was counted says by which
) {strict};

CREATE TABLE calendar_day (	-- edited; wins over holidays and the week
	calendar {int} NOT NULL REFERENCES calendar,
	day {text} NOT NULL,	-- civil date
	name {text} NOT NULL,
	hours {text} NOT NULL,	-- as of a weekday; '' closed
	PRIMARY KEY (calendar, day)
) {strict};

INSERT INTO calendar (code, name, zone, region, week) VALUES ('house', '', '',
	'', '09:00-17:00;09:00-17:00;09:00-17:00;09:00-17:00;09:00-17:00;;');

ALTER TABLE team ADD COLUMN calendar {int} REFERENCES calendar; -- NULL: house
CREATE INDEX team_calendar ON team (calendar) WHERE calendar IS NOT NULL;
