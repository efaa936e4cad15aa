/* SPDX-License-Identifier: MIT */
/* What became of forms, in a sentence. */
#include "domain/story/tell.h"

#include <string.h>

#include "base/count.h"
#include "domain/spine/event_get.h"
#include "domain/type/form_model.h"
#include "text/message.h"

struct filling {
	const struct telling *t;
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
after(const struct filling *f, const char *name)
{
	return event_get(f->t->cx, f->t->event, "after", name);
}

static const char *
band(const struct filling *f)
{
	const struct type_form_band *b = f->form == NULL ? NULL :
	    f->form->bands;
	const char *code = after(f, "band");

	while (b != NULL && strcmp(b->code, code) != 0)
		b = b->next;
	return b == NULL ? code : message_label(&b->label, f->t->cx->lang);
}

/* 12, high */
static const char *
result(const struct filling *f)
{
	const char *score = after(f, "score"), *word = band(f);

	return word[0] == '\0' ? score : score[0] == '\0' ? word :
	    arena_printf(f->t->cx->arena, _("%s, %s"), score, word);
}

static const char *
kept(const struct filling *f, const char *sentence, const char *scored)
{
	const char *what = result(f);

	return what[0] == '\0' ? arena_printf(f->t->cx->arena,
	    message(sentence), f->title) : arena_printf(f->t->cx->arena,
	    message(scored), f->title, what);
}

const char *
timeline_form(const struct telling *t)
{
	struct filling f = { t, NULL, tell_some(tell_fact(t, "title")) };
	const struct form_model *m = NULL;
	size_t i;

	if (t->type != NULL && form_model(t->cx, t->type, tell_fact(t,
	    "form"), &m) == OK && m != NULL) {
		f.form = m->form;
		f.title = message_label(&m->form->label, t->cx->lang);
	}
	for (i = 0; i < COUNT(plain); i++)
		if (strcmp(plain[i].kind, t->event->kind) == 0)
			return arena_printf(t->cx->arena,
			    message(plain[i].sentence), f.title);
	if (tell_is(t, "form.saved"))
		return arena_printf(t->cx->arena, _("Form “%s”: %s of %s "
		    "questions answered"), f.title, tell_fact(t,
		    "answered"), tell_fact(t, "asked"));
	if (tell_is(t, "form.completed"))
		return kept(&f, N_("Form “%s” completed"),
		    N_("Form “%s” completed: %s"));
	if (tell_is(t, "form.corrected"))
		return kept(&f, N_("Form “%s” corrected"),
		    N_("Form “%s” corrected: %s"));
	return t->event->kind;
}
