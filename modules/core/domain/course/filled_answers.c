/* SPDX-License-Identifier: MIT */
/* Answers of a form: as typed, as kept, for FEEL and for people. */
#include "domain/course/filled_answers.h"

#include <string.h>

#include "domain/course/filled_feel.h"
#include "domain/course/plan_values.h"
#include "domain/spine/calendar.h"
#include "domain/type/casetype.h"
#include "domain/type/casetype_feel.h"
#include "domain/type/casetype_name.h"
#include "rules/feel/feel_number.h"
#include "text/message.h"

#define STEPS 200000	/* of the conditions and the score of one form */

bool
filled_answers_has(const char *text, const char *code)
{
	size_t n = strlen(code), word;

	for (; *text != '\0'; text += word + strspn(text + word, " ")) {
		word = strcspn(text, " ");
		if (word == n && memcmp(text, code, n) == 0)
			return true;
	}
	return false;
}

/* Each code once, in the order of the form. */
static enum err
fit_many(struct ctx *cx, const struct type_form_question *q,
    const struct value *v, const char **out)
{
	const struct term *t;
	const char *s, *code;
	size_t n;

	for (s = v->text; *s != '\0'; s += n + strspn(s + n, " ")) {
		n = strcspn(s, " ");
		code = arena_textn(cx->arena, s, n);
		if (n > 0 && casetype_term(q->field.choices, code) == NULL)
			return refuse_field(cx, casetype_name(cx,
			    q->field.code, v->no),
			    _("“%s” is not among the choices."), code);
	}
	*out = "";
	for (t = q->field.choices; t != NULL; t = t->next)
		if (filled_answers_has(v->text, t->code))
			*out = arena_printf(cx->arena, "%s%s%s", *out,
			    (*out)[0] == '\0' ? "" : " ", t->code);
	return OK;
}

static enum err
fit_one(struct ctx *cx, const struct type_form_question *q,
    const struct value *v, const char **out)
{
	struct type_field named = q->field;

	if (q->many)
		return fit_many(cx, q, v, out);
	if (v->no != 0)		/* so that a mistake stands beside its row */
		named.code = arena_printf(cx->arena, "%s.%lld", named.code,
		    (long long)v->no);
	return casetype_value(cx, &named, v->text, out);
}

enum err
filled_answers_fit(struct ctx *cx, const struct type_form *form,
    const struct value *typed, struct value **out)
{
	const struct type_form_question *q;
	struct value **tail = out;
	const char *text;
	enum err e, bad = OK;

	*out = NULL;
	for (; typed != NULL; typed = typed->next) {
		q = form_model_question(form, typed->field);
		if (q == NULL || (q->field.group == NULL) != (typed->no == 0)
		    || typed->no < 0 || (q->field.group != NULL &&
		    typed->no > q->field.group->most))
			return refuse(cx, ERR_REQUEST, "%s", _("This form has "
			    "no such question. Open the page again."));
		if ((e = fit_one(cx, q, typed, &text)) == ERR_INVALID) {
			bad = e;
			continue;
		}
		if (e != OK)
			return e;
		*tail = arena_alloc(cx->arena, sizeof(**tail));
		(*tail)->field = q->field.code;
		(*tail)->no = typed->no;
		(*tail)->text = text;
		tail = &(*tail)->next;
	}
	return bad;
}

static const struct value *
find(const struct value *v, const char *question, int64_t no)
{
	while (v != NULL && (v->no != no || strcmp(v->field, question) != 0))
		v = v->next;
	return v;
}

const char *
filled_answers_text(const struct value *v, const char *question, int64_t no)
{
	v = find(v, question, no);
	return v == NULL ? "" : v->text;
}

struct value *
filled_answers_merge(struct ctx *cx, const struct value *old,
    const struct value *new)
{
	struct value *list = NULL, **tail = &list;
	const struct value *v;

	for (v = old; v != NULL; v = v->next)
		if (find(new, v->field, v->no) == NULL) {
			*tail = arena_copy(cx->arena, v, sizeof(*v));
			tail = &(*tail)->next;
		}
	for (v = new; v != NULL; v = v->next)
		if (v->text[0] != '\0') {
			*tail = arena_copy(cx->arena, v, sizeof(*v));
			tail = &(*tail)->next;
		}
	*tail = NULL;
	return list;
}

static bool
within(const struct value *a, const struct value *b)
{
	for (; a != NULL; a = a->next)
		if (strcmp(filled_answers_text(b, a->field, a->no),
		    a->text) != 0)
			return false;
	return true;
}

bool
filled_answers_same(const struct value *a, const struct value *b)
{
	return within(a, b) && within(b, a);
}

static struct feel_value
many_value(struct arena *a, const char *text)
{
	struct feel_value_items items = { 0 };
	size_t n;

	for (; *text != '\0'; text += n + strspn(text + n, " ")) {
		n = strcspn(text, " ");
		feel_value_add(a, &items, feel_value_string(text, n));
	}
	return feel_value_end(a, &items);
}

static const struct questions_answer *
given(struct arena *a, const struct type_form *form, const struct value *v)
{
	struct questions_answer *list = NULL, **tail = &list, *x;
	const struct type_form_question *q;
	struct feel_value value;

	for (; v != NULL; v = v->next) {
		if ((q = form_model_question(form, v->field)) == NULL ||
		    v->text[0] == '\0')
			continue;
		value = q->many ? many_value(a, v->text) :
		    casetype_feel_value(a, &q->field, v->text);
		/* Money in another currency is an answer all the same; no
		 * formula can use it. */
		*tail = x = arena_alloc(a, sizeof(*x));
		tail = &x->next;
		x->code = q->field.code;
		x->row = v->no;
		x->value = value;
	}
	return list;
}

void
filled_answers_ask(struct ctx *cx, struct arena *a, const struct dossier *d,
    const struct casetype *type, const struct form_model *m,
    const struct value *answers, int64_t within,
    struct questions_result *out)
{
	struct feel_frame outer = { NULL, plan_values(cx, m->scope,
	    type, d, m->forms ? filled_feel(cx, a, d, within) :
	    feel_value_null, m->tells) };
	struct feel_eval ev;

	plan_values_eval(cx, calendar_or_null(cx, d), &ev);
	ev.arena = a;
	ev.steps = STEPS;
	questions_ask(&ev, m->questions, &outer, given(a, m->form, answers),
	    out);
}

const char *
filled_answers_show(struct ctx *cx, const struct type_form_question *q,
    const char *text)
{
	const struct term *t;
	const char *all = "", *word;

	if (!q->many)
		return casetype_show(cx, &q->field, text);
	for (t = q->field.choices; t != NULL; t = t->next) {
		if (!filled_answers_has(text, t->code))
			continue;
		word = message_label(&t->label, cx->lang);
		all = all[0] == '\0' ? word :
		    arena_printf(cx->arena, _("%s, %s"), all, word);
	}
	return all;
}

const char *
filled_answers_score(struct ctx *cx, const struct questions_result *r)
{
	return r->score.kind != FEEL_NUMBER ? "" :
	    feel_number_write(cx->arena, r->score.number);
}

const char *
filled_answers_label(struct ctx *cx, const struct type_form_section *s,
    const struct type_form_question *q, int64_t row)
{
	const char *label = message_label(&q->field.label, cx->lang);

	return s->rows == NULL ? label : arena_printf(cx->arena,
	    _("%s %lld: %s"), message_label(&s->rows->label, cx->lang),
	    (long long)row, label);
}
