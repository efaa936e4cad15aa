-- SPDX-License-Identifier: MIT
-- How many dossiers and tasks wait, kept in the transaction that changes it,
-- so that no list is read to be counted.

CREATE TABLE dossier_count (	-- what one dossier adds
	dossier {int} NOT NULL REFERENCES dossier,
	kind {text} NOT NULL,		-- open waiting unscreened restricted;
	whose {int} NOT NULL,	-- led owned: of a person, task: of a team; or 0
	scope {int} NOT NULL,
	restricted {int} NOT NULL,
	n {int} NOT NULL,
	PRIMARY KEY (dossier, kind, whose)
) {strict};

CREATE TABLE scope_count (	-- the sum of those that are not restricted,
	scope {int} NOT NULL REFERENCES scope,	-- and how many are
	kind {text} NOT NULL,
	whose {int} NOT NULL,
	n {int} NOT NULL,
	PRIMARY KEY (scope, kind, whose)
) {strict};

INSERT INTO dossier_count (dossier, kind, whose, scope, restricted, n)
    SELECT id, status, 0, scope, restricted, 1 FROM dossier
     WHERE status IN ('open', 'waiting')
    UNION ALL
    SELECT id, 'led', lead, scope, restricted, 1 FROM dossier
     WHERE status IN ('open', 'waiting') AND lead IS NOT NULL
    UNION ALL
    SELECT id, 'unscreened', 0, scope, restricted, 1 FROM dossier
     WHERE status = 'open' AND verdict = ''
    UNION ALL
    SELECT id, 'restricted', 0, scope, restricted, 1 FROM dossier
     WHERE restricted = 1
    UNION ALL
    SELECT d.id, CASE WHEN t.owner IS NULL THEN 'task' ELSE 'owned' END,
	   coalesce(t.owner, t.team), d.scope, d.restricted, count(*)
      FROM task t JOIN dossier d ON d.id = t.dossier
     WHERE t.done IS NULL AND coalesce(t.owner, t.team) IS NOT NULL
     GROUP BY 1, 2, 3, 4, 5;
INSERT INTO scope_count (scope, kind, whose, n)
    SELECT scope, kind, whose, sum(n) FROM dossier_count
     WHERE restricted = 0 OR kind = 'restricted'
     GROUP BY scope, kind, whose;

-- 0: the viewer's scopes give sight as well, 1: they do not, 2: nor is the
-- dossier closed. Who was granted thousands needs to look at few of them. A
-- number too high does no harm.
ALTER TABLE viewer_grant ADD COLUMN apart {int} NOT NULL DEFAULT 2;
UPDATE viewer_grant SET apart = CASE
	WHEN EXISTS (SELECT 1 FROM dossier d JOIN viewer_scope s
	  ON s.scope = d.scope AND s.level >= 2
	  WHERE d.id = viewer_grant.dossier AND d.restricted = 0
	    AND s.viewer = viewer_grant.viewer) THEN 0
	WHEN EXISTS (SELECT 1 FROM dossier_count c
	  WHERE c.dossier = viewer_grant.dossier
	    AND c.kind <> 'restricted') THEN 2
	ELSE 1 END;
CREATE INDEX viewer_grant_apart ON viewer_grant (viewer, dossier)
    WHERE apart > 0;
CREATE INDEX viewer_grant_counted ON viewer_grant (viewer, dossier)
    WHERE apart = 2;

-- What nobody leads, and what one leads, by due.
CREATE INDEX dossier_nobody ON dossier (status, due, id) WHERE lead IS NULL;
CREATE INDEX dossier_scope_nobody ON dossier (scope, status, due, id)
    WHERE lead IS NULL;
DROP INDEX dossier_lead;
CREATE INDEX dossier_lead ON dossier
    (lead, status, due, id, scope, restricted) WHERE lead IS NOT NULL;
