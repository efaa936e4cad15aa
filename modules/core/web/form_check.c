/* SPDX-License-Identifier: MIT */
/* Fields held against the table of their page. */
#include <errno.h>
#include <stdlib.h>
#include <string.h>

#include "text/date.h"
#include "text/fold.h"
#include "text/message.h"
#include "web/turn.h"

#define TEXT_LONGEST 500	/* characters, where the table says nothing */
#define LINES_LONGEST 20000

/* What no form of ours sends: the field is named, the form not shown. */
static enum err
foreign(struct request *rq, const char *name)
{
	return refuse(&rq->cx, ERR_REQUEST,
	    _("The field “%.60s” does not belong here as it was sent. "
	    "Nothing was written; open the page again."), name);
}

static void
check_int(struct request *rq, struct typed *t)
{
	const struct field *f = t->field;
	char *end;

	errno = 0;
	t->number = strtoll(t->text, &end, 10);
	if (end == t->text || *end != '\0' || errno != 0 ||
	    strspn(t->text, "-0123456789") != strlen(t->text))
		refuse_field(&rq->cx, t->name,
		    _("Write a whole number, such as 12."));
	else if ((f->min != 0 || f->max != 0) &&
	    (t->number < f->min || t->number > f->max))
		refuse_field(&rq->cx, t->name,
		    _("Write a number from %lld to %lld."),
		    (long long)f->min, (long long)f->max);
}

static void
check_moment(struct request *rq, struct typed *t)
{
	switch (date_moment(rq->cx.zone, t->text, &t->number)) {
	case DATE_OK:
		return;
	case DATE_NEVER:
		refuse_field(&rq->cx, t->name, _("The clocks go forward at "
		    "that moment, so this time does not exist. Choose one an "
		    "hour later."));
		return;
	case DATE_TWICE:
		refuse_field(&rq->cx, t->name, _("The clocks go back at that "
		    "moment, so this time comes twice. Choose one an hour "
		    "earlier or later."));
		return;
	case DATE_WRONG:
		break;
	}
	if (!date_stamp(t->text, &t->number))
		refuse_field(&rq->cx, t->name, _("Write a day and a time, "
		    "such as 2026-11-24T14:30."));
}

static void
check_text(struct request *rq, struct typed *t)
{
	const struct field *f = t->field;
	bool lines = f->kind == FIELD_LINES;
	int64_t max = f->max > 0 ? f->max :
	    lines ? LINES_LONGEST : TEXT_LONGEST;
	size_t n;

	if (f->kind != FIELD_SECRET)
		t->text = fold_tidy(rq->cx.arena, t->text, lines);
	n = fold_length(t->text);
	if ((int64_t)n > max)
		refuse_field(&rq->cx, t->name, _("This has %zu characters; "
		    "at most %lld fit here."), n, (long long)max);
	else if (n > 0 && (int64_t)n < f->min)
		refuse_field(&rq->cx, t->name, _("Write at least %lld "
		    "characters."), (long long)f->min);
}

/* One field against its line. */
static enum err
check_one(struct request *rq, struct typed *t)
{
	const char *const *c;

	switch (t->field->kind) {
	case FIELD_TEXT:
	case FIELD_LINES:
	case FIELD_SECRET:
		check_text(rq, t);
		return OK;
	case FIELD_FILE:
		return foreign(rq, t->name);	/* the form lacks enctype */
	case FIELD_FLAG:
		t->number = strcmp(t->text, "1") == 0;
		return t->number || *t->text == '\0' ? OK :
		    foreign(rq, t->name);
	default:
		break;
	}
	t->text = fold_tidy(rq->cx.arena, t->text, false);
	if (*t->text == '\0')
		return OK;
	switch (t->field->kind) {
	case FIELD_INT:
		check_int(rq, t);
		return OK;
	case FIELD_DATE:
		if (!date_civil_ok(t->text))
			refuse_field(&rq->cx, t->name,
			    _("Write a day, such as 2026-11-24."));
		return OK;
	case FIELD_MOMENT:
		check_moment(rq, t);
		return OK;
	default:
		for (c = t->field->choices; c != NULL && *c != NULL; c++)
			if (strcmp(*c, t->text) == 0)
				return OK;
		return foreign(rq, t->name);
	}
}

static enum err
check_uploads(struct request *rq)
{
	const struct field *f;
	struct upload *u, *other;

	for (u = rq->form->uploads; u != NULL; u = u->next) {
		f = form_field(rq, u->field);
		if (f == NULL || f->kind != FIELD_FILE)
			return foreign(rq, u->field);
		for (other = u->next; other != NULL; other = other->next)
			if (!f->many && strcmp(other->field, u->field) == 0)
				return foreign(rq, u->field);
	}
	return OK;
}

/* Fields that must be filled in and were not. */
static void
check_missing(struct request *rq)
{
	const struct field *f;
	size_t n;
	bool number;

	for (f = rq->route->form; f != NULL && f->name != NULL; f++) {
		n = strlen(f->name);
		number = f->kind == FIELD_INT;
		if (f->min < 1 || number || f->name[n - 1] == '*' ||
		    form_has(rq, f->name))
			continue;
		if (f->kind == FIELD_FILE)
			refuse_field(&rq->cx, f->name, _("Choose a file."));
		else if (f->kind == FIELD_CHOICE)
			refuse_field(&rq->cx, f->name,
			    _("Choose one of these."));
		else if (f->kind == FIELD_FLAG)
			refuse_field(&rq->cx, f->name, _("Tick this box."));
		else
			refuse_field(&rq->cx, f->name, _("Fill this in."));
	}
}

enum err
form_check(struct request *rq)
{
	struct form *f = rq->form;
	struct typed *t;
	size_t i, j;
	enum err e;

	for (i = 0; i < f->n; i++) {
		t = &f->typed[i];
		t->field = form_field(rq, t->name);
		if (t->field == NULL)
			return foreign(rq, t->name);
		for (j = 0; j < i && !t->field->many; j++)
			if (strcmp(f->typed[j].name, t->name) == 0)
				return foreign(rq, t->name);
		if ((e = check_one(rq, t)) != OK)
			return e;
	}
	if ((e = check_uploads(rq)) != OK)
		return e;
	if (f->sent)
		check_missing(rq);
	return refuse_any(&rq->cx) ? ERR_INVALID : OK;
}
