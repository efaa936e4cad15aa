/* SPDX-License-Identifier: MIT */
/* Lists of patients: cases of a few types by the name of whom they are about.
 * Those of a type, or the viewer's own, are read by an index and put in order
 * then. */
#include "store/store_patient.h"

#include <string.h>

#include "store/db.h"
#include "store/query.h"
#include "store/store_task.h"
#include "store/visible.h"
#include "text/date.h"
#include "text/fold.h"

#define LAST "\xf4\x8f\xbf\xbf"	/* above what a folded word can hold */
#define WORDS 4

/* The first patient of dossier d. */
#define PATIENT								\
	" LEFT JOIN party y ON y.dossier = d.id AND y.no ="		\
	"   (SELECT min(z.no) FROM party z WHERE z.dossier = d.id"	\
	"      AND z.role = 'patient' AND z.ended IS NULL)"		\
	" LEFT JOIN person p ON p.id = y.person"

/* reach: beside the predicate. */
static void
add_mine(struct query *y)
{
	query_add(y, " AND d.id IN (SELECT l.id FROM dossier l"
	    "    WHERE l.lead = $viewer"
	    "  UNION SELECT z.dossier FROM party z"
	    "    WHERE z.person = $viewer AND z.ended IS NULL"
	    "      AND z.role <> 'patient'"
	    "  UNION SELECT t.dossier FROM task t"
	    "    WHERE t.owner = $viewer AND t.done IS NULL"
	    "      AND" PART_VISIBLE("t") ")");
}

static void
add_words(struct ctx *cx, struct query *y, const char *text)
{
	const char *word = fold_words(cx->arena, text), *one;
	size_t n;
	int left = WORDS;

	if (date_civil_ok(text)) {
		query_add(y, " AND p.born = ?", db_t(text));
		return;
	}
	for (; *word != '\0' && left > 0; word += n + (word[n] == ' ')) {
		n = strcspn(word, " ");
		if (n == 0)
			continue;
		one = arena_textn(cx->arena, word, n);
		query_add(y, " AND EXISTS (SELECT 1 FROM person_word w"
		    " WHERE w.person = p.id AND w.word >= ? AND w.word < ?)",
		    db_t(one), db_t(arena_printf(cx->arena, "%s" LAST,
		    one)));
		left--;
	}
}

static enum err
rows(struct ctx *cx, struct db_rows *q, struct patient **out)
{
	struct patient *p;

	*out = NULL;
	while (db_row(q)) {
		p = arena_alloc(cx->arena, sizeof(*p));
		p->number = db_text(q);
		p->title = db_text(q);
		p->type_id = db_int(q);
		p->phase = db_text(q);
		p->status = db_text(q);
		p->lead = db_text(q);
		p->due = store_task_moment(db_int(q));
		p->name = db_text(q);
		p->person = db_text(q);
		p->born = db_text(q);
		p->died = db_text(q);
		p->sex = db_text(q);
		*out = p;
		out = &p->next;
	}
	return db_end(q);
}

enum err
store_patient_list(struct ctx *cx, const struct patient_filter *f,
    const int64_t *types, size_t n, struct patient **out)
{
	struct query y = { .limit = f->limit };
	struct db_rows q;

	query_add(&y, "SELECT d.number, d.title, d.type, d.phase, d.status,"
	    "    coalesce(l.name, ''), d.due, coalesce(p.name, ''),"
	    "    coalesce(p.number, ''), coalesce(p.born, ''),"
	    "    coalesce(p.died, ''), coalesce(p.sex, '')"
	    "  FROM dossier d" PATIENT
	    "  LEFT JOIN person l ON l.id = d.lead WHERE d.type ");
	query_add_ids(&y, types, n);
	query_put(&y, f->closed ? " AND d.status = 'closed'" :
	    " AND d.status IN ('open', 'waiting')");
	if (!f->all)
		add_mine(&y);
	add_words(cx, &y, f->text);
	if (f->after[0] != '\0')
		query_add(&y, " AND (coalesce(p.name_key, ''), d.number) >"
		    " (SELECT coalesce(p.name_key, ''), d.number"
		    "    FROM dossier d" PATIENT " WHERE d.number = ?)",
		    db_t(f->after));
	query_put(&y, " AND" VISIBLE_MANY
	    " ORDER BY coalesce(p.name_key, ''), d.number");
	query_add(&y, " LIMIT #");
	query_run(cx, &y, &q);
	return rows(cx, &q, out);
}
