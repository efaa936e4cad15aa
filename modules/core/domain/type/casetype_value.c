/* SPDX-License-Identifier: MIT */
/* What was typed for a field of a type, and its canonical text. */
#include <string.h>

#include "domain/type/casetype.h"
#include "domain/type/casetype_name.h"
#include "model/dossier.h"
#include "store/store_person.h"
#include "text/date.h"
#include "text/fold.h"
#include "text/message.h"
#include "text/number.h"

/* A mistake beside the field of the form. */
#define value_refuse(cx, f, ...)					\
	refuse_field((cx), casetype_name((cx), (f)->code, 0), __VA_ARGS__)

/* Takes three letters at either end of what was typed as the currency. */
static const char *
money_currency(struct ctx *cx, const char *currency, const char **typed)
{
	static const char letters[] = "ABCDEFGHIJKLMNOPQRSTUVWXYZ";
	const char *s = *typed;
	size_t n = strlen(s);

	if (n > 3 && strspn(s, letters) == 3) {
		currency = arena_textn(cx->arena, s, 3);
		s += 3;
	} else if (n > 3 && strspn(s + n - 3, letters) == 3) {
		currency = s + n - 3;
		s = arena_textn(cx->arena, s, n - 3);
	}
	*typed = fold_tidy(cx->arena, s, false);
	return currency;
}

static const char *
money_example(struct ctx *cx, const char *currency)
{
	bool whole = number_minor(currency) == 0;

	return number_text(cx->arena, cx->lang, whole ? 1250 : 125050,
	    whole ? 0 : 2);
}

enum err
casetype_value_money(struct ctx *cx, const char *field, const char *currency,
    const char *typed, int64_t *minor, const char **out)
{
	int decimals;

	*out = currency = money_currency(cx, currency, &typed);
	if (currency[0] == '\0')
		return refuse_field(cx, field, _("Write the currency, too: "
		    "%s EUR."), money_example(cx, "EUR"));
	if ((decimals = number_minor(currency)) < 0)
		return refuse_field(cx, field, _("“%s” is no currency; write "
		    "its three letters, for example EUR."), currency);
	if (!number_parse(cx->lang, typed, decimals, minor))
		return refuse_field(cx, field, _("“%s” is no amount; write it "
		    "like %s."), typed, money_example(cx, currency));
	return OK;
}

static enum err
value_money(struct ctx *cx, const struct type_field *f, const char *typed,
    const char **out)
{
	const char *currency;
	int64_t minor;
	enum err e;

	if ((e = casetype_value_money(cx, casetype_name(cx, f->code, 0),
	    f->currency, typed, &minor, &currency)) != OK)
		return e;
	*out = arena_printf(cx->arena, "%lld %s", (long long)minor, currency);
	return OK;
}

static enum err
value_person(struct ctx *cx, const struct type_field *f, const char *typed,
    const char **out)
{
	const char *name;
	int64_t id;
	enum err e;

	if ((e = store_person_by_number(cx, typed, &id, &name)) != OK)
		return e;
	if (id == 0)
		return value_refuse(cx, f, _("There is no person with the "
		    "number “%s”."), typed);
	*out = typed;
	return OK;
}

static enum err
value_text(struct ctx *cx, const struct type_field *f, const char *typed,
    const char **out)
{
	if (fold_length(typed) > f->max)
		return value_refuse(cx, f, _("This is too long: at most %zu "
		    "characters fit."), f->max);
	*out = typed;
	return OK;
}

static enum err
value_number(struct ctx *cx, const struct type_field *f, const char *typed,
    const char **out)
{
	int64_t n;

	if (number_parse(cx->lang, typed, f->decimals, &n)) {
		if (f->bounded && (n < f->least || n > f->most))
			return value_refuse(cx, f, _("Write a number from "
			    "%s to %s."), number_text(cx->arena, cx->lang,
			    f->least, f->decimals), number_text(cx->arena,
			    cx->lang, f->most, f->decimals));
		*out = number_plain(cx->arena, n, f->decimals);
		return OK;
	}
	if (f->decimals == 0)
		return value_refuse(cx, f, _("“%s” is no whole number."),
		    typed);
	return value_refuse(cx, f, _("“%s” is no number with at most %d "
	    "decimals."), typed, f->decimals);
}

enum err
casetype_value(struct ctx *cx, const struct type_field *f, const char *typed,
    const char **out)
{
	*out = "";
	if (!fold_utf8_ok(typed, strlen(typed)))
		return value_refuse(cx, f, _("This is not readable text."));
	typed = fold_tidy(cx->arena, typed, f->kind == VALUE_LINES);
	if (typed[0] == '\0' ||
	    (f->kind == VALUE_FLAG && strcmp(typed, "0") == 0))
		return OK;
	switch (f->kind) {
	case VALUE_TEXT:
	case VALUE_LINES:
		return value_text(cx, f, typed, out);
	case VALUE_NUMBER:
		return value_number(cx, f, typed, out);
	case VALUE_MONEY:
		return value_money(cx, f, typed, out);
	case VALUE_DATE:
		if (!date_civil_ok(typed))
			return value_refuse(cx, f,
			    _("“%s” is no date."), typed);
		break;
	case VALUE_CHOICE:
		if (casetype_term(f->choices, typed) == NULL)
			return value_refuse(cx, f,
			    _("“%s” is not among the choices."), typed);
		break;
	case VALUE_PERSON:
		return value_person(cx, f, typed, out);
	case VALUE_FLAG:
		if (strcmp(typed, "1") != 0)
			return value_refuse(cx, f,
			    _("A box is ticked or not."));
		break;
	}
	*out = typed;
	return OK;
}

const char *
casetype_value_text(const struct value *v, const char *field, int64_t no)
{
	while (v != NULL && (v->no != no || strcmp(v->field, field) != 0))
		v = v->next;
	return v == NULL ? "" : v->text;
}

int64_t
casetype_value_row(const struct casetype *type, const struct value *v,
    const struct type_group *g, int64_t after)
{
	const struct type_field *f;
	int64_t next = 0;

	for (; v != NULL; v = v->next) {
		if (v->no <= after || (next != 0 && v->no >= next))
			continue;
		f = casetype_field(type, v->field);
		if (f != NULL && f->group == g)
			next = v->no;
	}
	return next;
}
