/* SPDX-License-Identifier: MIT */
/* What tests look at after an act. */
#include "seen.h"

#include <stdio.h>
#include <string.h>

#include "base/buf.h"
#include "domain/course/dossier_load.h"
#include "domain/course/plan.h"
#include "domain/dossier/dossier.h"
#include "domain/house/verify.h"
#include "domain/spine/event.h"
#include "domain/story/dossier_timeline.h"
#include "domain/story/timeline.h"
#include "domain/story/undo_act.h"
#include "store/db.h"
#include "world.h"

struct dossier *
reread(const struct dossier *d)
{
	struct dossier *out = NULL;

	must(dossier_open(&cx, d->number, LEVEL_WORK, &out));
	must(dossier_load(&cx, out));
	return out;
}

const char *
told(const struct dossier *d)
{
	struct timeline_filter f = { .kinds = "", .limit = 1 };
	struct event *ev = NULL;

	must(dossier_timeline(&cx, d, &f, &ev));
	return ev == NULL ? "" : timeline_sentence(&cx, d->type, ev);
}

const char *
plan_state(struct dossier *d, const char *used)
{
	const struct cmmn_item *i, *found = NULL;
	struct plan *p = NULL;

	must(plan_open(&cx, d, &p));
	for (i = p == NULL ? NULL : p->instance.items; i != NULL; i = i->next)
		if (i->use != NULL && strcmp(i->use->id, used) == 0)
			found = i;
	return found == NULL ? "none" : cmmn_state_word(found->state);
}

enum err
act_undone(const char *act)
{
	struct undo_act *a = NULL;
	enum err e = undo_act_open(&cx, act, &a);

	return e != OK ? e : undo_back(&cx, a, false, "");
}

const char *
store_fault(void)
{
	struct verify_report r;

	must(verify_store(&cx, "", false, &r));
	return r.fault == NULL ? "" : r.fault;
}

const char *
store_fault_after(const char *sql)
{
	const char *said;

	must(db_part_begin(&cx));
	must(db_run(&cx, sql));
	said = store_fault();
	must(db_part_drop(&cx));
	return said;
}

void
store_begun(void)
{
	int64_t n;

	for (n = world_int("SELECT count(*) FROM dossier"); n > 0; n--)
		must(event_add(&cx, &(struct dossier){ .id = n },
		    "dossier.registered", event_body(&cx)));
}

void
rows_written(struct buf *out, size_t table, struct db_rows *q)
{
	int c, n;

	while (db_row(q)) {
		n = db_width(q);
		buf_printf(out, "%zu", table);
		for (c = 0; c < n; c++)
			buf_printf(out, "|%s", db_text(q));
		buf_char(out, '\n');
	}
	must(db_end(q));
}

void
rows_differ(const char *a, const char *of_a, const char *b, const char *of_b)
{
	size_t n, m;

	for (; *a != '\0' || *b != '\0'; a += n + (a[n] != '\0'),
	    b += m + (b[m] != '\0')) {
		n = strcspn(a, "\n");
		m = strcspn(b, "\n");
		if (n != m || strncmp(a, b, n) != 0) {
			printf("# %s: %.*s\n# %s: %.*s\n", of_a, (int)n, a,
			    of_b, (int)m, b);
			return;
		}
	}
}
