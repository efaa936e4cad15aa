/* SPDX-License-Identifier: MIT */
/* Statements with a clause less: the worlds must notice, or row security hold. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/count.h"
#include "store/db.h"
#include "unit/world.h"
#include "worlds.h"

void	__wrap_db_query_args(struct ctx *, struct db_rows *, const char *,
	    const struct db_arg *, size_t);
void	__real_db_query_args(struct ctx *, struct db_rows *, const char *,
	    const struct db_arg *, size_t);

/* What of every statement is replaced by what. */
static const char *from, *to;
static int mutations;			/* statements it has met */

void
__wrap_db_query_args(struct ctx *c, struct db_rows *q, const char *sql,
    const struct db_arg *args, size_t n)
{
	static char changed[200000];
	const char *hit;
	size_t len = 0;

	if (from == NULL || strstr(sql, from) == NULL) {
		__real_db_query_args(c, q, sql, args, n);
		return;
	}
	mutations++;
	while ((hit = strstr(sql, from)) != NULL) {
		len += (size_t)snprintf(changed + len, sizeof(changed) - len,
		    "%.*s%s", (int)(hit - sql), sql, to);
		sql = hit + strlen(from);
	}
	snprintf(changed + len, sizeof(changed) - len, "%s", sql);
	__real_db_query_args(c, q, changed, args, n);
}

struct mutant {
	const char *from, *to;
};

/* As the predicate has them. Of many rows PostgreSQL makes no one value, and
 * an error would be noticed for the mutant. */
#define IN_SCOPE "          AND s.level"
#define GRANT "SELECT g.level FROM viewer_grant g      WHERE "
#define MOST "SELECT max(g.level) FROM viewer_grant g WHERE "

static int
mutate(const struct mutant *list, size_t n)
{
	size_t m;
	int i, missed = 0;

	for (m = 0; m < n; m++) {
		from = list[m].from;
		to = list[m].to;
		faults = 0;
		for (i = 1; i <= 40 && faults == 0; i++)
			one_world((uint32_t)i);
		if (faults == 0) {
			printf("# nobody notices %s\n", to);
			missed++;
		}
	}
	return missed;
}

int
mutants_predicate(void)
{
	static const struct mutant mutants[] = {
		{ "w.viewer = $viewer", "w.viewer = $viewer - 99" },
		{ "w.dossier = d.id", "w.dossier = d.id + 99999" },
		{ "d.compartment = 0 OR EXISTS",
		    "d.compartment >= 0 OR EXISTS" },
		{ "d.compartment = 0 OR EXISTS",
		    "d.compartment = 0 OR 1 < 0 AND EXISTS" },
		{ "d.restricted = 0", "d.restricted >= 0" },
		{ "d.restricted = 0", "d.restricted = 2" },
		{ "d.scope IN (SELECT s", "d.scope NOT IN (SELECT s" },
		{ "s.level >= 2", "s.level >= 0" },
		{ "s.level >= 2", "s.level >= 3" },
		{ GRANT "g.viewer = $viewer",
		    MOST "g.viewer > $viewer * 0" },
		{ GRANT "g.viewer = $viewer AND g.dossier = d.id",
		    MOST "g.viewer = $viewer AND g.dossier > d.id * 0" },
		{ ", 0) >= 2", ", 0) >= 1" },
		{ "g.until > $now", "g.until > $now * 0" },
		{ "OR coalesce((SELECT g.level FROM viewer_grant",
		    "OR 1 < 0 AND coalesce((SELECT g.level FROM viewer_grant" }
	}, one[] = {
		{ "s.viewer = $viewer AND s.scope = d.scope " IN_SCOPE,
		    "s.viewer > $viewer * 0 AND s.scope = d.scope" IN_SCOPE },
		{ "s.scope = d.scope " IN_SCOPE,
		    "s.scope <> d.scope * 0" IN_SCOPE }
	}, casework[] = {
		{ "k.viewer = $viewer", "k.viewer > $viewer * 0" },
		{ "k.until > $now", "k.until > $now * 0" },
		{ "AND k.compartment = ", "AND k.compartment >= 0 * " },
		{ ".compartment = 0 OR EXISTS", ".compartment >= 0 OR EXISTS" },
		{ ".compartment = 0 OR EXISTS", ".compartment = 0 OR 1 < 0"
		    " AND EXISTS" },
		{ "c.seq = e.seq AND NOT", "c.seq = e.seq + 9999 AND NOT" },
		{ "w.dossier = g.dossier", "w.dossier = g.dossier + 99999" },
		{ "coalesce(w.staff, 0) <> $viewer",
		    "coalesce(w.staff, 0) <> $viewer - 99" },
		{ "d.id = w.dossier AND", "d.id = w.dossier OR 1 < 0 AND" },
		{ "b ON b.team = o.team", "b ON b.team <> o.team" },
		{ "OR v.everybody = 1", "OR v.everybody >= 0" },
		{ "OR EXISTS (SELECT 1  FROM event_other",
		    "OR 1 > 0 OR EXISTS (SELECT 1  FROM event_other" },
		{ "x.seq = e.seq AND (d.", "x.seq = e.seq OR 1 < 0 AND (d." },
		{ "AND m.no = $2 AND", "AND m.no = $2 OR 1 < 0 AND" },
		{ "WHERE x.dossier = $1 AND x.no",
		    "WHERE x.dossier > $1 * 0 AND x.no" },
		{ "WHERE decision = $1 AND", "WHERE decision <> $1 AND 0 * " }
	}, intake[] = {
		{ "s.viewer = $viewer AND s.level >= 3)",
		    "s.viewer = $viewer AND s.level >= 2)" },
		{ "d.id = a.dossier AND", "d.id = a.dossier OR 1 < 0 AND" },
		{ "WHERE owner = $viewer AND kept",
		    "WHERE owner > $viewer * 0 AND kept" },
		{ "AND d.received >= $3   AND d.type_code = $4 AND",
		    "AND d.received >= $3   AND d.type_code = $4 OR"
		    " 1 < 0 AND" }
	}, legal[] = {
		{ ".compartment = 0 OR EXISTS", ".compartment >= 0 OR EXISTS" },
		{ "c.maker = $viewer))", "c.maker > $viewer * 0))" },
		{ "c.maker = $viewer AND", "c.maker > $viewer * 0 AND" },
		{ "w.viewer = $viewer AND w.dossier = h.dossier",
		    "w.viewer = $viewer - 99 AND w.dossier = h.dossier" },
		{ "w.viewer = $viewer AND w.dossier = c.dossier",
		    "w.viewer = $viewer - 99 AND w.dossier = c.dossier" },
		{ "WHERE c.asked IS NOT NULL", "WHERE c.made IS NOT NULL" },
		{ "h.clearance = $1 AND NOT", "h.clearance = $1 AND 1 < 0 AND"
		    " NOT" }
	};
	int missed;

	quiet = true;
	open_house(false);	/* row security would hold what they let go */
	missed = mutate(mutants, COUNT(mutants));
	/* The list of patients reads scopes at once, and the level of a case
	 * that is opened is looked up apart. */
	if (!has_route("/medical"))
		missed += mutate(one, COUNT(one));
	if (has_route("/dossiers"))
		missed += mutate(casework, COUNT(casework));
	if (has_route("/intake"))
		missed += mutate(intake, COUNT(intake));
	if (has_route("/legal"))
		missed += mutate(legal, COUNT(legal));
	from = NULL;
	quiet = false;
	return missed;
}

int
mutants_room(void)
{
	static const struct mutant mutants[] = {
		{ "f.withdrawn IS NULL AND", " " },
		{ "f.compartment = 0 OR CASE", "f.compartment >= 0 OR CASE" },
		{ "s.ended IS NULL AND", " " },
		{ "s.locked IS NULL AND", " " },
		{ "s.until > $now", "s.until > $now - 99" }
	};
	int missed;

	quiet = true;
	open_house(false);
	missed = mutate(mutants, COUNT(mutants));
	from = NULL;
	quiet = false;
	return missed;
}

int
mutants_second_wall(void)
{
	static const struct mutant mutants[] = {
		{ "w.viewer = $viewer", "w.viewer = $viewer - 99" },
		{ "d.restricted = 0", "d.restricted >= 0" },
		{ "g.until > $now", "g.until > $now * 0" },
		{ "c.seq = e.seq AND NOT", "c.seq = e.seq + 9999 AND NOT" },
		{ "f.no = $2 AND (f.compartment = 0 OR",
		    "f.no = $2 AND (f.compartment >= 0 OR" },
		{ "'undone' AND (f.compartment = 0 OR",
		    "'undone' AND (f.compartment >= 0 OR" }
	};
	/* those after the third are of pages that casework alone has */
	size_t m, n = has_route("/dossiers") ? COUNT(mutants) : 3;
	int i, missed = 0, worlds = getenv("TESTS_QUICK") == NULL ? 10 : 5;

	open_house(true);
	model_all_or_none = true;
	for (m = 0; m < n; m++) {
		from = mutants[m].from;
		to = mutants[m].to;
		mutations = faults = 0;
		for (i = 1; i <= worlds && faults == 0; i++)
			one_world((uint32_t)i);
		if (faults > 0)
			printf("# more is seen by %s\n", to);
		missed += faults > 0 || mutations == 0;
	}
	from = NULL;
	return missed;
}
