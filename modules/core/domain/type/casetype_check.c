/* SPDX-License-Identifier: MIT */
/* Installed types, read once more with all their rules. */
#include "domain/type/casetype_check.h"

#include <string.h>

#include "domain/type/casetype_computed.h"
#include "domain/type/casetype_deadline.h"
#include "domain/type/decision_check.h"
#include "domain/type/form_model.h"
#include "domain/type/plan_check.h"
#include "store/store_plan_clock.h"
#include "store/store_type.h"
#include "text/message.h"
#include "xml/xml_type.h"

static struct casetype_problem *
add(struct ctx *cx, struct casetype_problem ***tail,
    const struct store_type *row, const char *where, const char *text)
{
	struct casetype_problem *p = arena_alloc(cx->arena, sizeof(*p));

	p->code = row->code;
	p->version = row->version;
	p->where = where;
	p->text = text;
	**tail = p;
	*tail = &p->next;
	return p;
}

/* The file's own name, without the folder that we made up. */
static const char *
place(struct ctx *cx, const struct reader_fault *f)
{
	const char *slash = strrchr(f->file, '/');
	const char *name = slash == NULL ? f->file : slash + 1;

	return f->line == 0 ? name : arena_printf(cx->arena, "%s:%d", name,
	    f->line);
}

static enum err
check(struct ctx *cx, const struct store_type *row,
    struct casetype_problem ***tail)
{
	struct reader_fault *faults = NULL, *f;
	struct store_type_model *models;
	struct casetype *t;
	enum err e;

	if ((e = store_type_models(cx, row->id, &models)) != OK)
		return e;
	t = xml_type_read(cx->arena, "type.xml", row->source,
	    strlen(row->source), NULL, &faults);
	if (t != NULL) {
		casetype_computed_compile(cx->arena, t, "type.xml", &faults);
		casetype_deadline_check(cx->arena, t, "type.xml", &faults);
		decision_check(cx->arena, row->code, t, models, &faults);
		plan_check(cx->arena, row->code, t, models, &faults);
		form_model_check(cx->arena, row->code, t, models, NULL,
		    &faults);
	}
	for (f = faults; f != NULL; f = f->next)
		(void)add(cx, tail, row, place(cx, f), f->text);
	return OK;
}

/* Plans that the clock could not move on, and what nobody takes. */
static enum err
add_stuck(struct ctx *cx, struct casetype_problem **tail)
{
	struct store_plan_clock_problem *p;
	struct store_type row = { 0 };
	enum err e;

	if ((e = store_plan_clock_problems(cx, &p)) != OK)
		return e;
	for (; p != NULL; p = p->next) {
		row.code = p->code;
		row.version = p->version;
		add(cx, &tail, &row, p->name, arena_printf(cx->arena,
		    message_plural("%s (%ld case)", "%s (%ld cases)",
		    (long)p->count), p->said, (long)p->count))->since =
		    p->since;
	}
	return OK;
}

enum err
casetype_check(struct ctx *cx, struct casetype_problem **out)
{
	struct store_type *row;
	enum err e;

	*out = NULL;
	if ((e = store_type_used(cx, &row)) != OK)
		return e;
	for (; row != NULL; row = row->next)
		if ((e = check(cx, row, &out)) != OK)
			return e;
	return add_stuck(cx, out);
}
