/* SPDX-License-Identifier: MIT */
/* Notes half written: their writer's alone. */
#include <stdlib.h>
#include <string.h>

#include "domain/dossier/sealed.h"
#include "domain/spine/keep.h"
#include "store/db.h"
#include "store/store_dossier.h"
#include "store/store_fact.h"
#include "store/store_sealed.h"
#include "text/date.h"
#include "text/message.h"

enum err
sealed_draft_list(struct ctx *cx, const struct dossier *d,
    struct sealed **out)
{
	return store_sealed_drafts(cx, d, out);
}

enum err
sealed_draft_mine(struct ctx *cx, int64_t limit, struct sealed **out)
{
	return store_sealed_mine(cx, limit, out);
}

enum err
sealed_draft(struct ctx *cx, const struct dossier *d, int64_t no,
    struct sealed **out)
{
	enum err e;

	if ((e = store_sealed_draft(cx, d, no, out)) != OK || *out != NULL)
		return e;
	return refuse(cx, ERR_MISSING, "%s",
	    _("You have no such draft. It was signed or thrown away."));
}

static enum err
about(struct ctx *cx, const struct dossier *d, int64_t no, struct sealed *s)
{
	struct fact *f;
	enum err e;

	s->encounter = s->encounter_no = s->met = 0;
	s->class = "";
	if (no == 0)
		return OK;
	if ((e = store_fact_find(cx, d, FACT_ENCOUNTER, no, &f)) != OK)
		return e;
	if (f == NULL)
		return refuse_field(cx, "encounter", "%s",
		    _("Choose an encounter of this case."));
	s->encounter = f->id;
	s->encounter_no = f->no;
	s->class = f->value[ENCOUNTER_CLASS];
	s->met = strtoll(f->value[FACT_BEGINS], NULL, 10);
	return OK;
}

static enum err
typed(struct ctx *cx, struct dossier *d, const struct sealed_new *n,
    struct sealed *s)
{
	const char *today = date_today(cx->arena, cx->zone, cx->now);
	const char *const *k = sealed_kinds;
	enum err e, bad = OK;

	if ((e = keep_level(cx, d, LEVEL_WORK)) != OK)
		return e;
	while (*k != NULL && strcmp(*k, n->kind) != 0)
		k++;
	s->kind = *k;
	if (*k == NULL)
		bad = refuse_field(cx, "kind", "%s",
		    _("Choose what kind of note it is."));
	s->day = n->day == NULL || n->day[0] == '\0' ? today : n->day;
	if (!date_civil_ok(s->day) || strcmp(s->day, today) > 0)
		bad = refuse_field(cx, "day", "%s",
		    _("Write the day that it is about, today at the "
		    "latest."));
	if ((e = about(cx, d, n->encounter, s)) != OK ||
	    (e = keep_text(cx, "text", n->text, 1, KEEP_NOTE, true,
	    &s->text)) != OK)
		bad = e;
	s->asks = n->asks;
	return bad;
}

enum err
sealed_draft_begin(struct ctx *cx, struct dossier *d,
    const struct sealed_new *n, const struct sealed *amends,
    struct sealed **out)
{
	struct sealed *s = arena_alloc(cx->arena, sizeof(*s));
	enum err e;

	*out = NULL;
	if ((e = typed(cx, d, n, s)) != OK)
		return e;
	if (amends != NULL) {
		s->amends = amends->id;
		s->amends_no = s->root_no = amends->no;
	}
	if ((e = store_dossier_next(cx, d, &s->no)) != OK)
		return e;
	*out = s;
	return store_sealed_draft_add(cx, d, s);
}

enum err
sealed_draft_write(struct ctx *cx, struct dossier *d, struct sealed *s,
    const struct sealed_new *n, int64_t version)
{
	struct sealed new = *s;
	enum err e;

	if ((e = typed(cx, d, n, &new)) != OK)
		return e;
	if (version != s->version)
		return db_stale(cx);
	*s = new;
	return store_sealed_draft_save(cx, s);
}

enum err
sealed_draft_drop(struct ctx *cx, struct dossier *d, struct sealed *s,
    int64_t version)
{
	enum err e;

	if ((e = keep_level(cx, d, LEVEL_WORK)) != OK)
		return e;
	if (version != s->version)
		return db_stale(cx);
	return store_sealed_draft_drop(cx, s);
}
