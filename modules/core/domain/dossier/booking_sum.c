/* SPDX-License-Identifier: MIT */
/* Sums of what was booked on a dossier. */
#include "domain/dossier/booking_sum.h"

#include <stdlib.h>
#include <string.h>

#include "domain/dossier/booking.h"
#include "domain/dossier/dossier.h"
#include "domain/type/casetype.h"
#include "store/store_booking.h"
#include "store/store_dossier.h"
#include "text/number.h"

#define NEAR 80	/* percent of the estimate */

static void
add(struct ctx *cx, struct booking_line *l, const struct booking_sum *s)
{
	struct booking_money **m = &l->money;

	l->minutes += s->minutes;
	while (*m != NULL && strcmp((*m)->currency, s->currency) != 0)
		m = &(*m)->next;
	if (*m == NULL) {
		*m = arena_alloc(cx->arena, sizeof(**m));
		(*m)->currency = s->currency;
	}
	(*m)->amount += s->amount;
	if (s->billable)
		(*m)->billable += s->amount;
}

static struct booking_line *
line(struct ctx *cx, struct booking_line **list, const char *label)
{
	while (*list != NULL && strcmp((*list)->label, label) != 0)
		list = &(*list)->next;
	if (*list == NULL) {
		*list = arena_alloc(cx->arena, sizeof(**list));
		(*list)->label = label;
	}
	return *list;
}

/* "1200000 EUR": minor units, as fields keep money. */
static enum err
compare(struct ctx *cx, const struct dossier *d, struct booking_total *out)
{
	const struct type_field *f = d->type->costs->estimate;
	const struct booking_money *m;
	const char *text;
	char *blank;
	enum err e;

	if (f == NULL)
		return OK;
	if ((e = store_dossier_value(cx, d, f->code, &text)) != OK)
		return e;
	out->estimate = strtoll(text, &blank, 10);
	if (*blank != ' ' || out->estimate <= 0)
		return OK;
	out->currency = blank + 1;
	for (m = out->all.money; m != NULL; m = m->next)
		if (strcmp(m->currency, out->currency) == 0)
			out->spent = m->amount;
	out->percent = out->spent <= 0 ? 0 : out->spent / out->estimate > 99 ?
	    9999 : (int)(out->spent * 100 / out->estimate);
	out->over = out->spent > out->estimate;
	out->near = !out->over && out->percent >= NEAR;
	return OK;
}

enum err
booking_sum(struct ctx *cx, const struct dossier *d,
    struct booking_total *out)
{
	struct booking_sum *s;
	struct booking b;
	enum err e;

	*out = (struct booking_total){ .currency = "" };
	out->all.label = "";
	if (!booking_here(d))
		return OK;
	if ((e = store_booking_sums(cx, d, &s)) != OK)
		return e;
	for (; s != NULL; s = s->next) {
		b.kind = s->kind;
		b.code = s->code;
		out->n += s->n;
		add(cx, &out->all, s);
		add(cx, line(cx, s->kind == BOOKING_TIME ?
		    &out->activities : &out->costs,
		    booking_word(cx, d->type, &b)), s);
		if (s->kind == BOOKING_TIME)
			add(cx, line(cx, &out->people, s->person_name), s);
		if (s->kind == BOOKING_TIME && s->currency[0] == '\0')
			out->unrated += s->minutes;
	}
	return compare(cx, d, out);
}

static const char *
show(struct ctx *cx, const struct booking_money *m, bool billable)
{
	const char *text = "";

	for (; m != NULL; m = m->next)
		if (m->currency[0] != '\0')
			text = arena_printf(cx->arena, "%s%s%s", text,
			    text[0] == '\0' ? "" : " + ",
			    number_money(cx->arena, cx->lang, billable ?
			    m->billable : m->amount, m->currency));
	return text;
}

const char *
booking_sum_show(struct ctx *cx, const struct booking_money *m)
{
	return show(cx, m, false);
}

const char *
booking_sum_billable(struct ctx *cx, const struct booking_money *m)
{
	return show(cx, m, true);
}
