/* SPDX-License-Identifier: MIT */
/* Functions of strings (10.3.4.3); their characters are code points. */
#include <string.h>

#include "rules/feel/feel_builtin.h"
#include "rules/feel/feel_number.h"
#include "text/fold.h"
#include "text/regex.h"

#define PAID 64		/* bytes that are looked at for one step */
#define PAID_COPY 16	/* bytes that are made */

static bool
pay(struct feel_eval *ev, struct feel_string s)
{
	return feel_eval_step(ev, s.len / PAID);
}

static bool
starts(const char *p)
{
	return ((unsigned char)*p & 0xc0) != 0x80;
}

static int64_t
length(struct feel_string s)
{
	int64_t n = 0;
	size_t i;

	for (i = 0; i < s.len; i++)
		n += starts(s.text + i);
	return n;
}

/* The byte at which a character stands, counted from 0. */
static size_t
place(struct feel_string s, int64_t character)
{
	size_t i;

	for (i = 0; i < s.len; i++)
		if (starts(s.text + i) && character-- == 0)
			break;
	return i;
}

static struct feel_value
string_length(struct feel_eval *ev, const struct feel_value *args, size_t n)
{
	(void)n;
	if (!pay(ev, args[0].string))
		return feel_value_null;
	return feel_number_of(length(args[0].string));
}

/* What lies within the string of a start and a length, as XPath has it. */
static struct feel_value
substring(struct feel_eval *ev, const struct feel_value *args, size_t n)
{
	struct feel_string s = args[0].string;
	int64_t all, from, to, start, wanted;
	size_t first;
	int32_t cut;

	if (!pay(ev, s))
		return feel_value_null;
	all = to = length(s);
	if (!feel_number_nanos(args[1].number, &start, &cut) || start == 0)
		return feel_eval_null(ev, "substring(): the start position is "
		    "%s, but characters are counted from 1, or from -1 at "
		    "the end.", feel_number_write(ev->arena, args[1].number));
	from = start > 0 ? start - 1 : all + start;
	if (n > 2 && args[2].kind != FEEL_NULL) {
		if (!feel_number_nanos(args[2].number, &wanted, &cut) ||
		    wanted < 0 || __builtin_add_overflow(from, wanted, &to))
			return feel_eval_null(ev, "substring(): there is no "
			    "length %s.", feel_number_write(ev->arena,
			    args[2].number));
		if (to > all)
			to = all;
	}
	if (from < 0)
		from = 0;
	if (from >= to)
		return feel_value_text("");
	first = place(s, from);
	return feel_value_string(s.text + first, place(s, to) - first);
}

static struct feel_value
in_case(struct feel_eval *ev, struct feel_string s, bool upper)
{
	size_t len;
	char *text;

	if (!pay(ev, s))
		return feel_value_null;
	text = fold_case(ev->arena, s.text, s.len, upper, &len);
	return feel_value_string(text, len);
}

static struct feel_value
upper_case(struct feel_eval *ev, const struct feel_value *args, size_t n)
{
	(void)n;
	return in_case(ev, args[0].string, true);
}

static struct feel_value
lower_case(struct feel_eval *ev, const struct feel_value *args, size_t n)
{
	(void)n;
	return in_case(ev, args[0].string, false);
}

/* Where the second stands in the first; NULL: nowhere. */
static const char *
found(struct feel_string s, struct feel_string match)
{
	return memmem(s.text, s.len, match.text, match.len);
}

static struct feel_value
substring_before(struct feel_eval *ev, const struct feel_value *args,
    size_t n)
{
	struct feel_string s = args[0].string;
	const char *at;

	(void)n;
	if (!pay(ev, s))
		return feel_value_null;
	at = found(s, args[1].string);
	return at == NULL ? feel_value_text("") :
	    feel_value_string(s.text, (size_t)(at - s.text));
}

static struct feel_value
substring_after(struct feel_eval *ev, const struct feel_value *args, size_t n)
{
	struct feel_string s = args[0].string;
	const char *at;

	(void)n;
	if (!pay(ev, s))
		return feel_value_null;
	if ((at = found(s, args[1].string)) == NULL)
		return feel_value_text("");
	at += args[1].string.len;
	return feel_value_string(at, (size_t)(s.text + s.len - at));
}

static struct feel_value
contains(struct feel_eval *ev, const struct feel_value *args, size_t n)
{
	(void)n;
	if (!pay(ev, args[0].string))
		return feel_value_null;
	return feel_value_boolean(found(args[0].string,
	    args[1].string) != NULL);
}

static bool
same(const char *a, struct feel_string b)
{
	return b.len == 0 || memcmp(a, b.text, b.len) == 0;
}

static struct feel_value
starts_with(struct feel_eval *ev, const struct feel_value *args, size_t n)
{
	struct feel_string s = args[0].string, match = args[1].string;

	(void)n;
	if (!pay(ev, match))
		return feel_value_null;
	return feel_value_boolean(s.len >= match.len && same(s.text, match));
}

static struct feel_value
ends_with(struct feel_eval *ev, const struct feel_value *args, size_t n)
{
	struct feel_string s = args[0].string, match = args[1].string;

	(void)n;
	if (!pay(ev, match))
		return feel_value_null;
	return feel_value_boolean(s.len >= match.len &&
	    same(s.text + (s.len - match.len), match));
}

/* The compiled pattern; NULL, and a note, where there is something wrong. */
static struct regex *
pattern(struct feel_eval *ev, const char *name, struct feel_string s,
    struct feel_value flags)
{
	static const struct feel_string none = { "", 0 };
	struct feel_string f = flags.kind == FEEL_STRING ? flags.string : none;
	const char *why = NULL;
	struct regex *r;

	r = regex_find(s.text, s.len, f.text, f.len, &ev->steps, &why);
	if (r == NULL)
		feel_eval_note(ev, "%s(): the pattern cannot be used: "
		    "%s.", name,
		    why);
	return r;
}

static struct feel_value
failed(struct feel_eval *ev, const char *name, const char *why)
{
	return feel_eval_null(ev, "%s(): the pattern cannot be used: %s.", name,
	    why);
}

static struct feel_value
matches(struct feel_eval *ev, const struct feel_value *args, size_t n)
{
	struct feel_string s = args[0].string;
	struct regex *r = pattern(ev, "matches", args[1].string,
	    n > 2 ? args[2] : feel_value_null);
	const char *why;
	bool yes;

	if (r == NULL || !pay(ev, s))
		return feel_value_null;
	if (!regex_matches(r, s.text, s.len, &ev->steps, &yes, &why))
		return failed(ev, "matches", why);
	return feel_value_boolean(yes);
}

static struct feel_value
replace(struct feel_eval *ev, const struct feel_value *args, size_t n)
{
	struct feel_string s = args[0].string, by = args[2].string;
	struct regex *r = pattern(ev, "replace", args[1].string,
	    n > 3 ? args[3] : feel_value_null);
	const char *why;
	char *text;
	size_t len;

	if (r == NULL || !pay(ev, s))
		return feel_value_null;
	text = regex_replace(ev->arena, r, s.text, s.len, by.text, by.len,
	    &ev->steps, &len, &why);
	if (text == NULL)
		return failed(ev, "replace", why);
	return feel_value_string(text, len);
}

static struct feel_value
split(struct feel_eval *ev, const struct feel_value *args, size_t n)
{
	struct feel_string s = args[0].string;
	struct regex *r = pattern(ev, "split", args[1].string,
	    feel_value_null);
	struct feel_value_items items = { 0 };
	struct regex_piece *p;
	const char *why;

	(void)n;
	if (r == NULL || !pay(ev, s))
		return feel_value_null;
	p = regex_split(ev->arena, r, s.text, s.len, &ev->steps, &why);
	if (p == NULL)
		return failed(ev, "split", why);
	for (; p != NULL; p = p->next)
		feel_value_add(ev->arena, &items,
		    feel_value_string(p->text, p->len));
	return feel_value_end(ev->arena, &items);
}

/* How long the strings of a list are together, with the delimiter between
 * them; false: there is another thing among them. */
static bool
joined_length(const struct feel_list *list, size_t delimiter, size_t *out)
{
	size_t i, n = 0;

	*out = 0;
	for (i = 0; i < list->n; i++)
		if (list->items[i].kind == FEEL_STRING)
			*out += list->items[i].string.len +
			    (n++ > 0 ? delimiter : 0);
		else if (list->items[i].kind != FEEL_NULL)
			return false;
	return true;
}

/* null among the items is left out. */
static struct feel_value
string_join(struct feel_eval *ev, const struct feel_value *args, size_t n)
{
	const struct feel_list *list = args[0].list;
	struct feel_string between = { "", 0 }, item;
	size_t len, joined = 0, i;
	char *text, *p;

	if (n > 1 && args[1].kind == FEEL_STRING)
		between = args[1].string;
	if (!feel_eval_step(ev, list->n))
		return feel_value_null;
	if (!joined_length(list, between.len, &len))
		return feel_eval_null(ev, "string join(): the list has an item "
		    "that is not a string.");
	if (!feel_eval_step(ev, len / PAID_COPY))
		return feel_value_null;
	text = p = arena_room(ev->arena, len + 1);
	for (i = 0; i < list->n; i++) {
		if (list->items[i].kind == FEEL_NULL)
			continue;
		if (joined++ > 0)
			p = mempcpy(p, between.text, between.len);
		item = list->items[i].string;
		p = mempcpy(p, item.text, item.len);
	}
	return feel_value_string(text, len);
}

#define KIND FEEL_BUILTIN_KIND
#define NUMBER KIND(FEEL_NUMBER)
#define STRING KIND(FEEL_STRING)
#define OR_NULL KIND(FEEL_NULL)
#define A_MATCH { { "string", STRING }, { "match", STRING } }

const struct feel_builtin feel_fn_string[] = {
	{ "substring", substring, { { "string", STRING },
	    { "start position", NUMBER },
	    { "length", NUMBER | OR_NULL, true } } },
	{ "string length", string_length, { { "string", STRING } } },
	{ "upper case", upper_case, { { "string", STRING } } },
	{ "lower case", lower_case, { { "string", STRING } } },
	{ "substring before", substring_before, A_MATCH },
	{ "substring after", substring_after, A_MATCH },
	{ "replace", replace, { { "input", STRING }, { "pattern", STRING },
	    { "replacement", STRING },
	    { "flags", STRING | OR_NULL, true } } },
	{ "contains", contains, A_MATCH },
	{ "starts with", starts_with, A_MATCH },
	{ "ends with", ends_with, A_MATCH },
	{ "matches", matches, { { "input", STRING }, { "pattern", STRING },
	    { "flags", STRING | OR_NULL, true } } },
	{ "split", split, { { "string", STRING }, { "delimiter", STRING } } },
	{ "string join", string_join, { { "list", KIND(FEEL_LIST) },
	    { "delimiter", STRING | OR_NULL, true } } },
	{ 0 }
};
