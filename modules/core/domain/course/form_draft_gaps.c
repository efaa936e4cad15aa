/* SPDX-License-Identifier: MIT */
/* What languages lack in a form that is being changed. */
#include "domain/course/form_draft.h"
#include "text/message.h"

struct looking {
	struct ctx *cx;
	struct form_draft_gap **tail;
};

static const char *
lacking(struct ctx *cx, const struct label *l)
{
	const char *all = "";
	int i;

	for (i = 0; i < LANGUAGES; i++)
		if (l->text[i] == NULL)
			all = arena_printf(cx->arena, "%s%s%s", all,
			    all[0] == '\0' ? "" : ", ", message_names[i]);
	return all;
}

static void
look(struct looking *k, const char *part, const struct label *label,
    const struct label *words, bool help)
{
	struct form_draft_gap *g;
	const char *all = lacking(k->cx, words);

	if (all[0] == '\0' || (help && words->text[0] == NULL))
		return;
	*k->tail = g = arena_alloc(k->cx->arena, sizeof(*g));
	k->tail = &g->next;
	g->part = part;
	g->label = label->text[0] == NULL ? "" : label->text[0];
	g->help = help;
	g->languages = all;
}

static void
look_question(struct looking *k, const struct type_form_question *q)
{
	const char *part = arena_printf(k->cx->arena, "question-%s",
	    q->field.code);
	const struct term *t;

	look(k, part, &q->field.label, &q->field.label, false);
	look(k, part, &q->field.label, &q->field.help, true);
	for (t = q->field.choices; t != NULL; t = t->next)
		look(k, arena_printf(k->cx->arena, "choice-%s-%s",
		    q->field.code, t->code), &t->label, &t->label, false);
}

struct form_draft_gap *
form_draft_gaps(struct ctx *cx, const struct type_form *f)
{
	const struct type_form_question *q;
	const struct type_form_section *s;
	const struct type_form_band *b;
	struct form_draft_gap *list = NULL;
	struct looking k = { cx, &list };
	const char *part;

	look(&k, "form", &f->label, &f->label, false);
	look(&k, "form", &f->label, &f->help, true);
	for (s = f->sections; s != NULL; s = s->next) {
		part = arena_printf(cx->arena, "section-%s", s->code);
		look(&k, part, &s->label, &s->label, false);
		look(&k, part, &s->label, &s->help, true);
		if (s->rows != NULL)
			look(&k, part, &s->rows->label, &s->rows->label,
			    false);
		for (q = s->questions; q != NULL; q = q->next)
			look_question(&k, q);
	}
	for (b = f->bands; b != NULL; b = b->next)
		look(&k, arena_printf(cx->arena, "band-%s", b->code),
		    &b->label, &b->label, false);
	return list;
}
