/* SPDX-License-Identifier: MIT */
/* One box that finds persons by number, mail, phone or name. */
#include <string.h>

#include "domain/people/person.h"
#include "domain/spine/dossier_number.h"
#include "store/store_person.h"
#include "text/fold.h"

#define SHORTEST 3	/* letters of an identifier that is looked for */

/* Mostly digits, with what people write between them. */
static bool
is_phone(const char *text)
{
	size_t digits = 0, i;

	if (text[strspn(text, "0123456789 +-/().")] != '\0')
		return false;
	for (i = 0; text[i] != '\0'; i++)
		digits += text[i] >= '0' && text[i] <= '9';
	return digits >= 4;
}

/* The typed digits without a leading zero or country's code find a number
 * by its end: 089 1234 is +49 89 1234. */
static const char *
phone_end(struct ctx *cx, const char *text)
{
	const char *digits = text + strspn(text, " +(");

	if (digits[0] == '0')
		digits += strspn(digits, "0");
	return store_person_phone(cx, digits);
}

/* The longest word is the rarest, most likely: it comes first. */
static void
longest_first(const char **keys, size_t n)
{
	size_t i, longest = 0;
	const char *first;

	for (i = 1; i < n; i++)
		if (strlen(keys[i]) > strlen(keys[longest]))
			longest = i;
	if (n > 0) {
		first = keys[0];
		keys[0] = keys[longest];
		keys[longest] = first;
	}
}

/* The first words of the folded text. */
static size_t
words_of(struct ctx *cx, const char *text, const char **keys)
{
	const char *w = fold_words(cx->arena, text);
	size_t n = 0, len;

	while (n < STORE_PERSON_WORDS && *w != '\0') {
		w += strspn(w, " ");
		if ((len = strcspn(w, " ")) > 0)
			keys[n++] = arena_textn(cx->arena, w, len);
		w += len;
	}
	longest_first(keys, n);
	return n;
}

/* A number as people type it: small letters, blanks around it. */
static const char *
as_number(struct ctx *cx, const char *text)
{
	char *number = fold(cx->arena, text);
	size_t i;

	for (i = 0; number[i] != '\0'; i++)
		if (number[i] >= 'a' && number[i] <= 'z')
			number[i] -= 'a' - 'A';
	return number;
}

/* By the number, if it is one of ours; then by customer numbers and their
 * like, which have a digit. */
static enum err
by_number(struct ctx *cx, const char *text, bool all, int limit,
    struct person **out)
{
	const char *number = as_number(cx, text), *key;
	enum err e;

	if (dossier_number_ok(number)) {
		e = store_person_find(cx, number, all, out);
		if (e != OK || *out != NULL)
			return e;
	}
	key = store_person_key(cx, text);
	if (strlen(key) < SHORTEST || strpbrk(key, "0123456789") == NULL)
		return OK;
	return store_person_by_identifier(cx, key, all, limit, out);
}

/* Behind those that are there already, up to the limit. */
static void
append(struct person **list, struct person *more, int limit)
{
	struct person **tail = list, *p, *next;
	const struct person *q;
	int n = 0;

	for (; *tail != NULL; tail = &(*tail)->next)
		n++;
	for (p = more; p != NULL && n < limit; p = next) {
		next = p->next;
		for (q = *list; q != NULL && q->id != p->id; q = q->next)
			;
		if (q != NULL)
			continue;
		p->next = NULL;
		*tail = p;
		tail = &p->next;
		n++;
	}
}

static enum err
by_text(struct ctx *cx, const char *text, bool all, int limit,
    struct person **out)
{
	const char *keys[STORE_PERSON_WORDS];
	size_t n;

	*out = NULL;
	if (strchr(text, '@') != NULL)
		return store_person_email(cx, fold(cx->arena, text), all,
		    limit, out);
	if (is_phone(text))
		return store_person_by_phone(cx, phone_end(cx, text), all,
		    limit, out);
	if ((n = words_of(cx, text, keys)) == 0)
		return OK;
	return store_person_words(cx, keys, n, all, limit, out);
}

enum err
person_find(struct ctx *cx, const char *text, int limit, struct person **out)
{
	bool all = (cx->rights & RIGHT_INTAKE) != 0;
	struct person *more;
	enum err e;

	*out = NULL;
	if ((e = by_number(cx, text, all, limit, out)) != OK ||
	    (e = by_text(cx, text, all, limit, &more)) != OK)
		return e;
	append(out, more, limit);
	return OK;
}
