/* SPDX-License-Identifier: MIT */
/* One part of a form: said otherwise, added, removed. */
#include <string.h>

#include "admin.h"
#include "base/count.h"
#include "domain/course/form_edit.h"
#include "domain/people/compartment.h"
#include "domain/spine/keep.h"
#include "editor.h"
#include "text/message.h"
#include "text/number.h"

#define PART							\
	{ "label.*", FIELD_LINES, .max = 500 },			\
	{ "help.*", FIELD_LINES, .max = 500 },			\
	{ "one.*", FIELD_LINES, .max = 500 },			\
	{ "when", FIELD_LINES, .max = KEEP_TEXT },			\
	{ "score", FIELD_LINES, .max = KEEP_TEXT },			\
	{ "kind", FIELD_TEXT, .max = 20 },			\
	{ "max", FIELD_TEXT, .max = 20 },			\
	{ "decimals", FIELD_TEXT, .max = 20 },			\
	{ "least", FIELD_TEXT, .max = 20 },			\
	{ "most", FIELD_TEXT, .max = 20 },			\
	{ "currency", FIELD_TEXT, .max = 3 },			\
	{ "points", FIELD_TEXT, .max = 20 },			\
	{ "from", FIELD_TEXT, .max = 20 },			\
	{ "rows_least", FIELD_TEXT, .max = 20 },		\
	{ "rows_most", FIELD_TEXT, .max = 20 },			\
	{ "compartment", FIELD_TEXT, .max = 60 },		\
	{ "required", FIELD_FLAG },				\
	{ "repeats", FIELD_FLAG },				\
	{ "version", FIELD_INT, .min = 0, .max = INT64_MAX }

static const char *const parts[] = { "section", "question", "choice", "band",
    NULL };

const struct field part_form[] = {
	PART,
	{ 0 }
};
const struct field part_page_form[] = {
	{ "to", FIELD_TEXT, .max = 80 },
	{ "what", FIELD_CHOICE, .choices = parts },
	{ 0 }
};
const struct field part_new_form[] = {
	{ "to", FIELD_TEXT, .max = 80 },
	{ "what", FIELD_CHOICE, .choices = parts },
	{ "code", FIELD_TEXT, .max = 31 },
	PART,
	{ 0 }
};

/* What a part says now. */
struct said {
	const char *what;	/* form section question choice band */
	const char *code;
	const struct label *label, *help, *one;
	const char *when;
	const struct type_form_section *section;
	const struct type_form_question *question;
	const struct type_form_band *band;
	const char *points;
};

static bool
find_choice(struct request *rq, const struct type_form_question *q,
    const char *part, struct said *out)
{
	const struct type_form_points *p = q->points;
	const struct term *t;

	for (t = q->field.choices; t != NULL; t = t->next,
	    p = p == NULL ? NULL : p->next)
		if (strcmp(part, arena_printf(rq->cx.arena, "choice-%s-%s",
		    q->field.code, t->code)) == 0) {
			*out = (struct said){ .what = "choice",
			    .code = t->code, .label = &t->label,
			    .question = q };
			if (q->scored && p != NULL)
				out->points = arena_printf(rq->cx.arena,
				    "%d", p->points);
			return true;
		}
	return false;
}

static bool
find_question(struct request *rq, const struct type_form_section *s,
    const char *part, struct said *out)
{
	const struct type_form_question *q;

	for (q = s->questions; q != NULL; q = q->next) {
		if (strcmp(part, arena_printf(rq->cx.arena, "question-%s",
		    q->field.code)) == 0) {
			*out = (struct said){ .what = "question",
			    .code = q->field.code, .label = &q->field.label,
			    .help = &q->field.help, .when = q->when,
			    .question = q };
			if (q->field.kind == VALUE_FLAG && q->scored)
				out->points = arena_printf(rq->cx.arena,
				    "%d", q->ticked);
			return true;
		}
		if (find_choice(rq, q, part, out))
			return true;
	}
	return false;
}

static enum err
find(struct request *rq, const struct type_form *f, const char *part,
    struct said *out)
{
	const struct type_form_section *s;
	const struct type_form_band *b;

	*out = (struct said){ .what = "form", .code = f->code,
	    .label = &f->label, .help = &f->help, .when = f->score };
	if (strcmp(part, "form") == 0)
		return OK;
	for (s = f->sections; s != NULL; s = s->next) {
		if (strcmp(part, arena_printf(rq->cx.arena, "section-%s",
		    s->code)) == 0) {
			*out = (struct said){ .what = "section",
			    .code = s->code, .label = &s->label,
			    .help = &s->help, .when = s->when, .section = s };
			if (s->rows != NULL)
				out->one = &s->rows->label;
			return OK;
		}
		if (find_question(rq, s, part, out))
			return OK;
	}
	for (b = f->bands; b != NULL; b = b->next)
		if (strcmp(part, arena_printf(rq->cx.arena, "band-%s",
		    b->code)) == 0) {
			*out = (struct said){ .what = "band", .code = b->code,
			    .label = &b->label, .band = b };
			return OK;
		}
	return refuse(&rq->cx, ERR_MISSING, "%s",
	    _("The form has no such part any more."));
}

static void
start_words(struct request *rq, const char *name, const struct label *l)
{
	int i;

	for (i = 0; l != NULL && i < LANGUAGES; i++)
		form_start(rq, arena_printf(rq->cx.arena, "%s.%s", name,
		    message_languages[i]), l->text[i] == NULL ? "" :
		    l->text[i]);
}

static void
start_number(struct request *rq, const char *name, int64_t n, int decimals)
{
	form_start(rq, name, number_plain(rq->cx.arena, n, decimals));
}

static void
start_question(struct request *rq, const struct type_form_question *q)
{
	static const char *const kinds[] = {
		[VALUE_TEXT] = "text", [VALUE_LINES] = "lines",
		[VALUE_NUMBER] = "number", [VALUE_MONEY] = "money",
		[VALUE_DATE] = "date", [VALUE_CHOICE] = "choice",
		[VALUE_PERSON] = "person", [VALUE_FLAG] = "flag"
	};
	const struct type_field *f = &q->field;

	form_start(rq, "kind", q->many ? "choices" : kinds[f->kind]);
	form_start(rq, "required", f->required ? "1" : "");
	if (!q->many && (f->kind == VALUE_TEXT || f->kind == VALUE_LINES))
		start_number(rq, "max", (int64_t)f->max, 0);
	if (f->kind == VALUE_NUMBER)
		start_number(rq, "decimals", f->decimals, 0);
	if (f->bounded) {
		start_number(rq, "least", f->least, f->decimals);
		start_number(rq, "most", f->most, f->decimals);
	}
	if (f->kind == VALUE_MONEY)
		form_start(rq, "currency", f->currency);
}

static void
start(struct request *rq, const struct said *x)
{
	start_words(rq, "label", x->label);
	start_words(rq, "help", x->help);
	start_words(rq, "one", x->one);
	if (strcmp(x->what, "form") == 0)
		form_start(rq, "score", x->when == NULL ? "" : x->when);
	else
		form_start(rq, "when", x->when == NULL ? "" : x->when);
	if (strcmp(x->what, "question") == 0)
		start_question(rq, x->question);
	if (x->points != NULL)
		form_start(rq, "points", x->points);
	if (x->band != NULL)
		start_number(rq, "from", x->band->from, 0);
	if (x->section != NULL && x->section->rows != NULL) {
		form_start(rq, "repeats", "1");
		if (x->section->rows->least > 0)
			start_number(rq, "rows_least",
			    x->section->rows->least, 0);
		start_number(rq, "rows_most", x->section->rows->most, 0);
	}
}

/* A fold for each language but English; it says what it lacks. */
static void
show_languages(struct request *rq, const struct said *x)
{
	struct view *v;
	int i;

	for (i = 1; i < LANGUAGES; i++) {
		v = view_option(rq->view, "languages", message_languages[i],
		    message_names[i]);
		view_text(v, "label_field", arena_printf(rq->cx.arena,
		    "label.%s", message_languages[i]));
		view_text(v, "help_field", arena_printf(rq->cx.arena,
		    "help.%s", message_languages[i]));
		view_text(v, "one_field", arena_printf(rq->cx.arena,
		    "one.%s", message_languages[i]));
		view_flag(v, "missing", x->label == NULL ||
		    x->label->text[i] == NULL || (x->help != NULL &&
		    x->help->text[0] != NULL && x->help->text[i] == NULL) ||
		    (x->one != NULL && x->one->text[i] == NULL));
	}
}

static void
show_what(struct request *rq, const char *what)
{
	static const struct {
		const char *word, *one, *add;
	} words[] = {
		{ "form", N_("The form"), "" },
		{ "section", N_("Section"), N_("Add a section") },
		{ "question", N_("Question"), N_("Add a question") },
		{ "choice", N_("Choice"), N_("Add a choice") },
		{ "band", N_("Word for a score"), N_("Add a word for a "
		    "score") }
	};
	struct view *v;
	bool asked;
	size_t i;


	for (i = 0; i < COUNT(words); i++)
		if (strcmp(words[i].word, what) == 0) {
			view_text(rq->view, "what_word", _(words[i].one));
			view_text(rq->view, "add_word", words[i].add[0] ==
			    '\0' ? "" : _(words[i].add));
		}
	v = view_part(rq->view, "is");
	for (i = 0; i < COUNT(words); i++)
		view_flag(v, words[i].word, strcmp(words[i].word, what) == 0);
	asked = strcmp(what, "section") == 0 || strcmp(what, "question") == 0;
	view_flag(v, "asked", asked);
	view_flag(v, "help", asked || strcmp(what, "form") == 0);
	view_flag(v, "formula", asked || strcmp(what, "form") == 0);
	v = view_part(rq->view, "english");
	view_text(v, "label_field", "label.en");
	view_text(v, "help_field", "help.en");
	view_text(v, "one_field", "one.en");
}

static void
show_kinds(struct request *rq)
{
	static const struct {
		const char *code, *word;
	} kinds[] = {
		{ "text", N_("Text") }, { "lines", N_("Lines of text") },
		{ "choice", N_("Choice") },
		{ "choices", N_("Several choices") },
		{ "flag", N_("Yes or no") }, { "number", N_("Number") },
		{ "money", N_("Amount of money") }, { "date", N_("Date") },
		{ "person", N_("Person") }
	};
	size_t i;

	for (i = 0; i < COUNT(kinds); i++)
		view_option(rq->view, "kinds", kinds[i].code,
		    _(kinds[i].word));
}

static void
show_choices(struct request *rq, const struct type_form_question *q)
{
	const struct term *t;
	struct view *v;

	for (t = q->field.choices; t != NULL; t = t->next) {
		v = view_option(rq->view, "choices", t->code, message_label(
		    &t->label, rq->cx.lang));
		view_text(v, "part", arena_printf(rq->cx.arena,
		    "choice-%s-%s", q->field.code, t->code));
	}
	view_flag(rq->view, "chosen", q->many ||
	    q->field.kind == VALUE_CHOICE);
}

static void
add_theirs(struct request *rq, const char *word, const char *field,
    const char *now)
{
	if (now != NULL && strcmp(now, form_text(rq, field)) != 0)
		view_text(view_option(rq->view, "theirs", field, word),
		    "text", now);
}

/* After a conflict: what the part says now, where that is another thing. */
static void
show_theirs(struct request *rq, const struct form_draft_open *o,
    const struct said *x)
{
	if (rq->method == GET || form_int(rq, "version") == o->draft->version)
		return;
	view_flag(rq->view, "stale", true);
	add_theirs(rq, _("Title"), "label.en", x->label->text[0]);
	if (x->help != NULL)
		add_theirs(rq, _("Help"), "help.en", x->help->text[0]);
	if (strcmp(x->what, "form") == 0)
		add_theirs(rq, _("Compartment"), "compartment",
		    o->model->form->compartment);
	add_theirs(rq, strcmp(x->what, "form") == 0 ? _("Score") :
	    _("Asked where this holds"), strcmp(x->what, "form") == 0 ?
	    "score" : "when", x->when);
	if (x->points != NULL)
		add_theirs(rq, _("Points"), "points", x->points);
}

/* All there are: who may change a form need be no member. */
static enum err
show_compartments(struct request *rq, const struct type_form *f)
{
	struct compartment *c;
	enum err e;

	if ((e = compartment_list(&rq->cx, &c)) != OK)
		return e;
	for (; c != NULL; c = c->next)
		view_option(rq->view, "compartments", c->code,
		    compartment_word(c->name));
	form_start(rq, "compartment", f->compartment);
	return OK;
}

enum err
get_form_part(struct request *rq)
{
	const char *part = request_part(rq, "part");
	struct form_draft_open *o;
	const struct form_draft_fault *f;
	struct said x;
	enum err e;

	if ((e = editor_open(rq, &o)) != OK ||
	    (e = find(rq, o->model->form, part, &x)) != OK)
		return e;
	start(rq, &x);
	show_what(rq, x.what);
	show_languages(rq, &x);
	show_kinds(rq);
	editor_names(rq, o, part);
	if (strcmp(x.what, "question") == 0)
		show_choices(rq, x.question);
	if (strcmp(x.what, "form") == 0 &&
	    (e = show_compartments(rq, o->model->form)) != OK)
		return e;
	show_theirs(rq, o, &x);
	for (f = o->faults; f != NULL; f = f->next)
		if (strcmp(f->part, part) == 0)
			view_text(view_item(rq->view, "faults"), "text",
			    f->text);
	view_text(rq->view, "part", part);
	view_text(rq->view, "target", arena_printf(rq->cx.arena,
	    "/admin/types/%s/forms/%s/parts/%s", o->type->code,
	    o->draft->form, part));
	view_flag(rq->view, "removable", strcmp(x.what, "form") != 0);
	view_text(rq->view, "part_code", x.code);
	view_text(rq->view, "part_label", message_label(x.label,
	    rq->cx.lang));
	return reply_page(rq, "admin/form-part.html");
}

enum err
get_form_part_new(struct request *rq)
{
	const char *what = form_text(rq, "what"), *to = form_text(rq, "to");
	struct form_draft_open *o;
	struct said x;
	enum err e;

	if (what[0] == '\0' || to[0] == '\0') {
		what = "section";
		to = "form";
	}
	if ((e = editor_open(rq, &o)) != OK ||
	    (e = find(rq, o->model->form, to, &x)) != OK)
		return e;
	view_flag(rq->view, "adding", true);
	view_text(rq->view, "target", arena_printf(rq->cx.arena,
	    "/admin/types/%s/forms/%s/new", o->type->code, o->draft->form));
	form_start(rq, "to", to);
	form_start(rq, "what", what);
	form_start(rq, "kind", "text");
	show_what(rq, what);
	show_languages(rq, &(struct said){ 0 });
	show_kinds(rq);
	editor_names(rq, o, strcmp(what, "question") == 0 &&
	    x.section != NULL && x.section->next != NULL ? arena_printf(
	    rq->cx.arena, "section-%s", x.section->next->code) : "");
	return reply_page(rq, "admin/form-part.html");
}

static void
typed_words(struct request *rq, const char *name, struct label *out)
{
	int i;

	for (i = 0; i < LANGUAGES; i++)
		out->text[i] = form_text(rq, arena_printf(rq->cx.arena,
		    "%s.%s", name, message_languages[i]));
}

static void
typed(struct request *rq, struct form_edit_typed *t)
{
	*t = (struct form_edit_typed){
		.code = "", .when = form_text(rq, "when"),
		.score = form_text(rq, "score"),
		.kind = form_text(rq, "kind"), .max = form_text(rq, "max"),
		.decimals = form_text(rq, "decimals"),
		.least = form_text(rq, "least"),
		.most = form_text(rq, "most"),
		.currency = form_text(rq, "currency"),
		.points = form_text(rq, "points"),
		.from = form_text(rq, "from"),
		.rows_least = form_text(rq, "rows_least"),
		.rows_most = form_text(rq, "rows_most"),
		.compartment = form_text(rq, "compartment"),
		.required = form_flag(rq, "required"),
		.repeats = form_flag(rq, "repeats"),
		.version = form_int(rq, "version")
	};
	typed_words(rq, "label", &t->label);
	typed_words(rq, "help", &t->help);
	typed_words(rq, "one", &t->one);
}

/* A choice leads back to its question. */
static enum err
after(struct request *rq, const char *part, bool chosen)
{
	const char *code, *end;

	if (strncmp(part, "choice-", 7) == 0 && (end = strchr(code = part +
	    7, '-')) != NULL)
		return reply_redirect(rq, "/admin/types/%s/forms/%s/parts/"
		    "question-%.*s", request_part(rq, "type"),
		    request_part(rq, "form"), (int)(end - code), code);
	if (chosen)
		return reply_redirect(rq, "/admin/types/%s/forms/%s/parts/%s",
		    request_part(rq, "type"), request_part(rq, "form"), part);
	return editor_back(rq, strcmp(part, "form") == 0 ? "" : part);
}

enum err
post_form_part_change(struct request *rq)
{
	const char *part = request_part(rq, "part");
	struct form_edit_typed t;
	struct form_draft_open *o;
	enum err e;

	typed(rq, &t);
	if ((e = editor_open(rq, &o)) != OK ||
	    (e = form_edit_set(&rq->cx, o, part, &t)) != OK)
		return e;
	reply_notice(rq, _("Changed. Staff see it once it is published."));
	return after(rq, part, false);
}

enum err
post_form_part_add(struct request *rq)
{
	struct form_edit_typed t;
	struct form_draft_open *o;
	const char *part;
	enum err e;

	typed(rq, &t);
	t.code = form_text(rq, "code");
	if ((e = editor_open(rq, &o)) != OK ||
	    (e = form_edit_add(&rq->cx, o, form_text(rq, "to"),
	    form_text(rq, "what"), &t, &part)) != OK)
		return e;
	reply_notice(rq, _("Added. Staff see it once it is published."));
	return after(rq, part, strncmp(t.kind, "choice", 6) == 0 &&
	    strcmp(form_text(rq, "what"), "question") == 0);
}

enum err
post_form_part_remove(struct request *rq)
{
	const char *part = request_part(rq, "part");
	struct form_draft_open *o;
	enum err e;

	if ((e = editor_open(rq, &o)) != OK ||
	    (e = form_edit_remove(&rq->cx, o, part, form_int(rq,
	    "version"))) != OK)
		return e;
	reply_notice(rq, _("Removed. “Take back the last change” brings it "
	    "again."));
	return strncmp(part, "choice-", 7) == 0 ? after(rq, part, false) :
	    editor_back(rq, "");
}
