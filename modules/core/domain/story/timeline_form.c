/* SPDX-License-Identifier: MIT */
/* What became of forms, in a sentence. */
#include "domain/story/timeline_form.h"

#include <string.h>

#include "base/count.h"
#include "domain/spine/event_get.h"
#include "domain/type/form_model.h"
#include "text/message.h"

struct telling {
	struct ctx *cx;
	const struct event *ev;
	const struct type_form *form;	/* NULL: this version has none */
	const char *title;
};

static const struct {
	const char *kind, *sentence;
} plain[] = {
	{ "form.begun", N_("Form “%s” begun") },
	{ "form.skipped", N_("Form “%s” skipped") },
	{ "form.resumed", N_("Form “%s” taken up again") },
	{ "form.protected", N_("Form “%s” put into a compartment") },
	{ "form.opened_up", N_("Form “%s” taken out of its compartment") },
	{ "form.disclosed", N_("Form “%s” released from privilege") },
	{ "form.withheld", N_("Release of form “%s” taken back") }
};

static const char *
get(const struct telling *t, const char *group, const char *name)
{
	return event_get(t->cx, t->ev, group, name);
}

static const char *
band(const struct telling *t)
{
	const struct type_form_band *b = t->form == NULL ? NULL :
	    t->form->bands;
	const char *code = get(t, "after", "band");

	while (b != NULL && strcmp(b->code, code) != 0)
		b = b->next;
	return b == NULL ? code : message_label(&b->label, t->cx->lang);
}

/* 12, high */
static const char *
result(const struct telling *t)
{
	const char *score = get(t, "after", "score"), *word = band(t);

	return word[0] == '\0' ? score : score[0] == '\0' ? word :
	    arena_printf(t->cx->arena, _("%s, %s"), score, word);
}

static const char *
kept(const struct telling *t, const char *sentence, const char *scored)
{
	const char *what = result(t);

	return what[0] == '\0' ? arena_printf(t->cx->arena,
	    message(sentence), t->title) : arena_printf(t->cx->arena,
	    message(scored), t->title, what);
}

const char *
timeline_form(struct ctx *cx, const struct casetype *type,
    const struct event *ev)
{
	struct telling t = { cx, ev, NULL, event_get(cx, ev, "fact",
	    "title") };
	const struct form_model *m = NULL;
	size_t i;

	if (type != NULL && form_model(cx, type, event_get(cx, ev, "fact",
	    "form"), &m) == OK && m != NULL) {
		t.form = m->form;
		t.title = message_label(&m->form->label, cx->lang);
	}
	if (t.title[0] == '\0')	/* the law had it erased */
		t.title = "…";
	for (i = 0; i < COUNT(plain); i++)
		if (strcmp(plain[i].kind, ev->kind) == 0)
			return arena_printf(cx->arena,
			    message(plain[i].sentence), t.title);
	if (strcmp(ev->kind, "form.saved") == 0)
		return arena_printf(cx->arena, _("Form “%s”: %s of %s "
		    "questions answered"), t.title, get(&t, "fact",
		    "answered"), get(&t, "fact", "asked"));
	if (strcmp(ev->kind, "form.completed") == 0)
		return kept(&t, N_("Form “%s” completed"),
		    N_("Form “%s” completed: %s"));
	if (strcmp(ev->kind, "form.corrected") == 0)
		return kept(&t, N_("Form “%s” corrected"),
		    N_("Form “%s” corrected: %s"));
	return ev->kind;
}
