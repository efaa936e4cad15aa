/* SPDX-License-Identifier: MIT */
/* What was typed for a field of a type, and its canonical text. */
#include <string.h>

#include "domain/casetype.h"
#include "domain/casetype_name.h"
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
money_currency(struct ctx *cx, const struct type_field *f, const char **typed)
{
	static const char letters[] = "ABCDEFGHIJKLMNOPQRSTUVWXYZ";
	const char *s = *typed, *currency = f->currency;
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

static enum err
value_money(struct ctx *cx, const struct type_field *f, const char *typed,
    const char **out)
{
	const char *currency = money_currency(cx, f, &typed);
	int decimals = number_minor(currency);
	int64_t minor;

	if (decimals < 0)
		return value_refuse(cx, f, _("“%s” is no currency; write "
		    "its three letters, for example EUR."), currency);
	if (!number_parse(cx->lang, typed, decimals, &minor))
		return value_refuse(cx, f, _("“%s” is no amount; write it "
		    "like %s."), typed, number_text(cx->arena, cx->lang,
		    number_minor(currency) == 0 ? 1250 : 125050,
		    number_minor(currency) == 0 ? 0 : 2));
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
