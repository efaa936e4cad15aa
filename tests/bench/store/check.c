/* SPDX-License-Identifier: MIT */
/* Is what was made what the programs would have written themselves? */
#include <string.h>

#include "base/config.h"
#include "base/count.h"
#include "domain/people/search.h"
#include "make.h"

#define LOOKED_AT 100

static const char *
words_of(struct make *m, int64_t id)
{
	static const char sql[] =
	    "SELECT words FROM dossier_search WHERE dossier = $1";
	struct db_rows q;
	const char *words;

	db_query(&m->cx, &q, sql, db_i(id));
	words = db_row(&q) ? db_text(&q) : "";
	make_must(m, db_end(&q));
	return words;
}

static int64_t
number_of(struct make *m, const char *sql)
{
	struct db_rows q;
	int64_t n;

	db_query(&m->cx, &q, sql);
	n = db_row(&q) ? db_int(&q) : -1;
	make_must(m, db_end(&q));
	return n;
}

/* Written anew, the words stay as they are. */
static void
search(struct make *m, int64_t n)
{
	const char *before;
	int64_t i, id;

	for (i = 0; i < LOOKED_AT; i++) {
		id = 1 + i * (n - 1) / LOOKED_AT;
		before = words_of(m, id);
		make_must(m, search_write(&m->cx, id));
		if (strcmp(before, words_of(m, id)) != 0)
			log_fatal("dossier %lld is found by\n%s\nand not by\n"
			    "%s", (long long)id, before, words_of(m, id));
	}
}

static void
counters(struct make *m)
{
	static const char *const wrong[] = {
		"SELECT count(*) FROM scope o WHERE o.total <>"
		" (SELECT count(*) FROM dossier d WHERE d.scope = o.id)",
		"SELECT count(*) FROM scope o WHERE o.open <> (SELECT"
		" count(*) FROM dossier d WHERE d.scope = o.id"
		" AND d.status <> 'closed')",
		"SELECT count(*) FROM dossier d WHERE d.things < (SELECT"
		" max(n.no) FROM note n WHERE n.dossier = d.id)",
		"SELECT count(*) FROM dossier d WHERE d.status <> 'closed'"
		" AND d.due > (SELECT min(t.due) FROM task t"
		" WHERE t.dossier = d.id AND t.done IS NULL)",
		"SELECT count(*) FROM dossier d WHERE d.status <> 'closed'"
		" AND NOT EXISTS (SELECT 1 FROM dossier_count c"
		" WHERE c.dossier = d.id AND c.kind = d.status)",
		"SELECT count(*) FROM scope_count s WHERE s.n <>"
		" coalesce((SELECT sum(c.n) FROM dossier_count c"
		" WHERE c.scope = s.scope AND c.kind = s.kind"
		" AND c.whose = s.whose AND (c.restricted = 0"
		" OR c.kind = 'restricted')), 0)"
	};
	size_t i;

	for (i = 0; i < COUNT(wrong); i++)
		if (number_of(m, wrong[i]) != 0)
			log_fatal("wrong: %s", wrong[i]);
}

void
check_store(struct make *m)
{
	make_must(m, db_open(&m->cx, m->cx.conf->store, &m->cx.db));
	db_patient(m->cx.db);
	db_operator(m->cx.db);
	make_must(m, db_begin(&m->cx, DB_WRITE));
	counters(m);
	search(m, number_of(m, "SELECT max(id) FROM dossier"));
	db_rollback(&m->cx);
	db_close(m->cx.db);
}
