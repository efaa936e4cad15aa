/* SPDX-License-Identifier: MIT */
/* Which questions a form asks, and what the answers come to. */
#include "rules/type/questions.h"

#include <string.h>

#include "rules/feel/feel_number.h"

struct asking {			/* one form being gone through */
	struct feel_eval *ev;
	const struct questions_answer *answers;
	struct questions_result *out;
	struct questions_line **tail;
	struct feel_frame frame;	/* of the form */
	struct feel_value *values;	/* its values, null until they count */
	struct feel_value_entries counted;
};

static const struct feel_value *
answer(const struct asking *k, const char *code, int64_t row)
{
	const struct questions_answer *a = k->answers;

	while (a != NULL && (a->row != row || strcmp(a->code, code) != 0))
		a = a->next;
	return a == NULL ? NULL : &a->value;
}

/* The next row of a section that has an answer; 0: none. */
static int64_t
row_after(const struct asking *k, const struct type_form_section *s,
    int64_t row)
{
	const struct type_form_question *q;
	const struct questions_answer *a;
	int64_t next = 0;

	for (a = k->answers; a != NULL; a = a->next) {
		if (a->row <= row || (next != 0 && a->row >= next))
			continue;
		for (q = s->questions; q != NULL; q = q->next)
			if (strcmp(q->field.code, a->code) == 0)
				next = a->row;
	}
	return next;
}

static bool
holds(struct asking *k, const struct questions_when *w,
    const struct feel_frame *frame)
{
	return !w->broken && (w->feel == NULL ||
	    feel_value_true(feel_run(w->feel, k->ev, frame)));
}

static int64_t
points_of_choice(const struct type_form_question *q, struct feel_value v)
{
	const struct type_form_points *p;

	for (p = q->points; p != NULL && v.kind == FEEL_STRING; p = p->next)
		if (feel_value_same_text(v.string,
		    feel_value_text(p->code).string))
			return p->points;
	return 0;
}

static int64_t
points_of(const struct type_form_question *q, struct feel_value v)
{
	int64_t n = 0;
	size_t i;

	if (v.kind == FEEL_BOOLEAN)
		return feel_value_true(v) ? q->ticked : 0;
	if (v.kind != FEEL_LIST)
		return points_of_choice(q, v);
	for (i = 0; i < v.list->n; i++)
		n += points_of_choice(q, v.list->items[i]);
	return n;
}

static struct questions_line *
add_line(struct asking *k, const struct type_form_section *s,
    const struct type_form_question *q, int64_t row)
{
	struct questions_line *l = arena_alloc(k->ev->arena, sizeof(*l));

	l->section = s;
	l->question = q;
	l->row = row;
	*k->tail = l;
	k->tail = &l->next;
	return l;
}

/* The value that conditions see: null unless it is asked and answered. */
static struct feel_value
ask(struct asking *k, const struct type_form_section *s,
    const struct type_form_question *q, int64_t row, bool asked)
{
	struct questions_line *l = add_line(k, s, q, row);
	const struct feel_value *v = answer(k, q->field.code, row);

	l->asked = asked;
	l->answered = asked && v != NULL;
	if (!asked)
		return feel_value_null;
	l->missing = q->field.required && v == NULL;
	l->scored = q->scored;
	if (v != NULL && q->scored)
		l->points = points_of(q, *v);
	k->out->asked++;
	k->out->answered += l->answered;
	k->out->missing += l->missing;
	k->out->points += l->points;
	return v != NULL ? *v : q->field.kind == VALUE_FLAG ?
	    feel_value_boolean(false) : feel_value_null;
}

static struct feel_value
ask_row(struct asking *k, const struct questions_part *p, int64_t row)
{
	struct feel_value *values = arena_array(k->ev->arena, p->n + 1,
	    sizeof(*values));
	struct feel_frame own = { &k->frame, values };
	const struct type_form_question *q = p->section->questions;
	struct feel_value_entries all = { 0 };
	size_t i;

	for (i = 0; i < p->n; i++, q = q->next) {
		values[i] = ask(k, p->section, q, row,
		    holds(k, &p->whens[i], &own));
		feel_value_put(k->ev->arena, &all,
		    feel_value_text(q->field.code).string, values[i]);
	}
	return feel_value_made(k->ev->arena, &all);
}

/* Each row that has an answer, and the first where none has: somebody is to
 * begin it. */
static void
ask_rows(struct asking *k, const struct questions_part *p, bool asked)
{
	const struct type_form_section *s = p->section;
	struct feel_value_items rows = { 0 };
	struct questions_line *l;
	int64_t row = 0;

	while (asked && (row = row_after(k, s, row)) != 0)
		feel_value_add(k->ev->arena, &rows, ask_row(k, p, row));
	if (asked && rows.n < (size_t)s->rows->least) {
		l = add_line(k, s, NULL, 0);
		l->asked = l->missing = true;
		k->out->missing++;
	}
	k->values[p->place] = feel_value_end(k->ev->arena, &rows);
	feel_value_put(k->ev->arena, &k->counted,
	    feel_value_text(s->code).string, k->values[p->place]);
}

static void
ask_part(struct asking *k, const struct questions_part *p, size_t *at)
{
	const struct type_form_question *q = p->section->questions;
	bool asked = holds(k, &p->when, &k->frame);
	size_t i;

	if (p->section->rows != NULL) {
		ask_rows(k, p, asked);
		*at = p->place + 1;
		return;
	}
	for (i = 0; i < p->n; i++, q = q->next, ++*at) {
		k->values[*at] = ask(k, p->section, q, 0, asked &&
		    holds(k, &p->whens[i], &k->frame));
		feel_value_put(k->ev->arena, &k->counted,
		    feel_value_text(q->field.code).string, k->values[*at]);
	}
}

static void
set_score(struct asking *k, const struct questions *q)
{
	const struct type_form_band *b;
	struct feel_value from;
	int order;

	k->values[q->scope.n - 1] = feel_number_of(k->out->points);
	k->out->score = k->values[q->scope.n - 1];
	if (q->form->score != NULL)
		k->out->score = q->score.broken ? feel_value_null :
		    feel_run(q->score.feel, k->ev, &k->frame);
	if (k->out->score.kind != FEEL_NUMBER || !q->form->scored) {
		k->out->score = feel_value_null;
		return;
	}
	for (b = q->form->bands; b != NULL; b = b->next) {
		from = feel_number_of(b->from);
		if (feel_value_order(k->out->score, from, &order) &&
		    order >= 0)
			k->out->band = b;
	}
}

void
questions_ask(struct feel_eval *ev, const struct questions *q,
    const struct feel_frame *outer, const struct questions_answer *answers,
    struct questions_result *out)
{
	struct asking k = { .ev = ev, .answers = answers, .out = out };
	size_t i, at = 0;

	*out = (struct questions_result){ .score = feel_value_null };
	k.tail = &out->lines;
	k.values = arena_array(ev->arena, q->scope.n + 1, sizeof(*k.values));
	for (i = 0; i < q->scope.n; i++)
		k.values[i] = feel_value_null;
	k.frame = (struct feel_frame){ outer, k.values };
	for (i = 0; i < q->n_parts; i++)
		ask_part(&k, &q->parts[i], &at);
	set_score(&k, q);
	out->answers = feel_value_made(ev->arena, &k.counted);
	/* A blank one is never complete, whatever it asks. */
	out->complete = out->missing == 0 && out->answered > 0 &&
	    !ev->stopped;
}
