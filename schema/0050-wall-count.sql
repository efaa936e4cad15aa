-- SPDX-License-Identifier: MIT
-- What each viewer's walls take from the sums of scopes, kept like these: who
-- is kept from thousands need not look at them to know how many are left.

ALTER TABLE viewer_wall ADD COLUMN counted {int} NOT NULL DEFAULT 0; -- 0 not
		-- in wall_count yet, 1 it is; it is to go: 2 and 3
CREATE INDEX viewer_wall_uncounted ON viewer_wall (viewer, dossier)
    WHERE counted <> 1;

CREATE TABLE wall_count (
	viewer {int} NOT NULL REFERENCES staff,
	kind {text} NOT NULL,	-- as dossier_count has it; wall: the walls
	whose {int} NOT NULL,
	scope {int} NOT NULL,	-- 0 for walls
	n {int} NOT NULL,
	PRIMARY KEY (viewer, kind, whose, scope)
) {strict};

INSERT INTO wall_count (viewer, kind, whose, scope, n)
    SELECT w.viewer, c.kind, c.whose, c.scope, sum(c.n) FROM viewer_wall w
      JOIN dossier_count c ON c.dossier = w.dossier
     WHERE c.restricted = 0
     GROUP BY w.viewer, c.kind, c.whose, c.scope
    UNION ALL
    SELECT viewer, 'wall', 0, 0, count(*) FROM viewer_wall GROUP BY viewer;
UPDATE viewer_wall SET counted = 1;
