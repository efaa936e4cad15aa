/* SPDX-License-Identifier: MIT */
/* The facts of a dossier as somebody saved them and as they were typed, in
 * words. */
#include "casework/case/compare.h"

#include <string.h>

#include "domain/course/dossier_change.h"
#include "domain/course/dossier_reconcile.h"
#include "domain/story/dossier_timeline.h"
#include "domain/type/casetype.h"
#include "text/message.h"

#define EVENTS 100		/* looked through for who saved it */

struct telling {
	struct ctx *cx;
	const struct dossier *d;
	const struct dossier_unit *unit;
};

static const char *
row_words(const struct telling *t, const struct value *values)
{
	const struct type_field *f;
	const char *all = "", *text;

	for (f = t->d->type->fields; f != NULL; f = f->next) {
		text = f->group != t->unit->group || f->computed != NULL ? "" :
		    casetype_value_text(values, f->code, t->unit->no);
		if (text[0] != '\0')
			all = arena_printf(t->cx->arena, "%s%s%s: %s", all,
			    all[0] == '\0' ? "" : "\n",
			    message_label(&f->label, t->cx->lang),
			    casetype_show(t->cx, f, text));
	}
	return all;
}

static const char *
words(const struct telling *t, const struct value *values, const char *text)
{
	if (t->unit->group != NULL)
		return row_words(t, values);
	if (t->unit->field != NULL)
		return casetype_show(t->cx, t->unit->field, text);
	return strcmp(t->unit->name, "risk") == 0 ?
	    casetype_word(t->cx, t->d->type->risks, text) : text;
}

static const char *
label(const struct telling *t)
{
	const struct dossier_unit *u = t->unit;

	if (u->group != NULL)
		return arena_printf(t->cx->arena, "%s %lld",
		    message_label(&u->group->label, t->cx->lang),
		    (long long)u->no);
	if (u->field != NULL)
		return message_label(&u->field->label, t->cx->lang);
	return strcmp(u->name, "risk") == 0 ? _("Risk") : _("Title");
}

static const char *
choice(const void *of, const char *unit)
{
	return conflict_choice(of, unit);
}

/* Who saved what is stored is looked for only when it is asked about. */
static enum err
latest(struct request *rq, const struct dossier *d,
    const struct dossier_unit *u, struct event **out)
{
	struct timeline_filter filter = { .kinds = "dossier",
	    .limit = EVENTS };

	*out = NULL;
	while (u != NULL && u->verdict != RECONCILE_ASK)
		u = u->next;
	return u == NULL ? OK : dossier_timeline(&rq->cx, d, &filter, out);
}

enum err
compare_typed(struct request *rq, struct conflict *c, struct dossier *d,
    struct dossier_change *change)
{
	const struct dossier_sent sent = { form_text(rq, "was"), choice, c };
	struct telling t = { .cx = &rq->cx, .d = d };
	struct dossier_unit *u;
	const struct value *mine;
	struct event *events;
	enum err e;

	if ((e = dossier_reconcile(&rq->cx, d, &sent, change, &u,
	    &mine)) != OK ||
	    (e = latest(rq, d, u, &events)) != OK)
		return e;
	for (; u != NULL; u = u->next) {
		struct conflict_unit told = { .name = u->name };

		t.unit = u;
		told.label = label(&t);
		told.stored = u->stored;
		told.stored_word = words(&t, d->values, u->stored);
		told.mine_word = words(&t, mine, u->mine);
		conflict_who(c, d->type, events, NULL, NULL, &told);
		conflict_take(c, &told, u->verdict);
	}
	return conflict_end(c);
}
