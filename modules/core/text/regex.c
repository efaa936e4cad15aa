/* SPDX-License-Identifier: MIT */
/* ICU reads the text as UTF-8, so that its places are ours. */
#include "text/regex.h"

#include <string.h>

#include <unicode/uregex.h>
#include <unicode/utext.h>

#include "base/log.h"
#include "text/regex_syntax.h"

#define KEPT 16
#define KEY_MAX 512		/* longer ones are not remembered */
#define STACK_MAX (2 << 20)	/* bytes, for ICU to come back to */
#define TICK 10000		/* ICU's steps between two calls of stop() */
#define COMPILED 60		/* steps for each byte of a pattern */

struct regex {
	char key[KEY_MAX];
	size_t key_len;			/* 0: not to be found again */
	struct regex_flags flags;
	URegularExpression *re;
	int32_t groups;
};

static struct regex kept[KEPT];		/* the first: what is too long */
static unsigned int kept_next;

/* The flags, a blank, and the pattern; 0: too long. */
static size_t
key_of(char *out, const char *pattern, size_t len, const char *flags,
    size_t flags_len)
{
	if (flags_len >= KEY_MAX || len >= KEY_MAX - flags_len)
		return 0;
	memcpy(out, flags, flags_len);
	out[flags_len] = ' ';
	memcpy(out + flags_len + 1, pattern, len);
	return flags_len + 1 + len;
}

static bool
spend(size_t *steps, size_t n)
{
	if (*steps < n) {
		*steps = 0;
		return false;
	}
	*steps -= n;
	return true;
}

static URegularExpression *
compiled(const char *pattern, size_t len, struct regex_flags flags,
    const char **why)
{
	UErrorCode e = U_ZERO_ERROR;
	URegularExpression *re = NULL;
	UParseError where;
	struct buf b = { 0 };

	*why = regex_syntax(pattern, len, flags, &b);
	if (*why == NULL) {
		re = uregex_openC(b.data, 0, &where, &e);
		uregex_setStackLimit(re, STACK_MAX, &e);
		if (U_FAILURE(e))
			*why = "it is too large";
	}
	buf_free(&b);
	if (*why == NULL)
		return re;
	uregex_close(re);
	return NULL;
}

struct regex *
regex_find(const char *pattern, size_t len, const char *flags,
    size_t flags_len, size_t *steps, const char **why)
{
	UErrorCode e = U_ZERO_ERROR;
	struct regex_flags read;
	struct regex *r;
	URegularExpression *re;
	char key[KEY_MAX];
	size_t n = key_of(key, pattern, len, flags, flags_len);

	for (r = kept; n > 0 && r < kept + KEPT; r++)
		if (r->key_len == n && memcmp(r->key, key, n) == 0)
			return r;
	*why = "it takes too long to read";
	if (!spend(steps, COMPILED * (len + 1)) ||
	    (*why = regex_syntax_flags(flags, flags_len, &read)) != NULL ||
	    (re = compiled(pattern, len, read, why)) == NULL)
		return NULL;
	r = n == 0 ? kept : &kept[1 + kept_next++ % (KEPT - 1)];
	if (r->re != NULL)
		uregex_close(r->re);
	memcpy(r->key, key, n);
	r->key_len = n;
	r->flags = read;
	r->re = re;
	r->groups = uregex_groupCount(re, &e);
	return r;
}

/* ICU calls them while it matches and while it looks for a start; false
 * stops it. */
static UBool U_CALLCONV
stop(const void *context, int32_t ticks)
{
	(void)ticks;
	return spend((size_t *)(uintptr_t)context, TICK);
}

static UBool U_CALLCONV
stop_search(const void *context, int64_t start)
{
	(void)start;
	return spend((size_t *)(uintptr_t)context, 1);
}

/* Before the first next(); the text has to live until the last. */
static void
begin(struct regex *r, const char *text, size_t len, size_t *steps)
{
	static UText wrapped = UTEXT_INITIALIZER;
	UErrorCode e = U_ZERO_ERROR;

	utext_openUTF8(&wrapped, text, (int64_t)len, &e);
	uregex_setUText(r->re, &wrapped, &e);
	uregex_setMatchCallback(r->re, stop, steps, &e);
	uregex_setFindProgressCallback(r->re, stop_search, steps, &e);
	if (U_FAILURE(e))
		log_fatal("ICU cannot read a text: %s", u_errorName(e));
}

/* Is there another match? *why is set where ICU gave up. */
static bool
next(struct regex *r, const char **why)
{
	UErrorCode e = U_ZERO_ERROR;
	UBool found = uregex_findNext(r->re, &e);

	if (U_FAILURE(e))
		*why = e == U_REGEX_STACK_OVERFLOW ?
		    "it needs too much memory on this text" :
		    "it takes too long on this text";
	return U_SUCCESS(e) && found;
}

/* Where a group matched; false: it did not. */
static bool
matched(struct regex *r, int32_t group, size_t *from, size_t *to)
{
	UErrorCode e = U_ZERO_ERROR;
	int64_t start = uregex_start64(r->re, group, &e);
	int64_t end = uregex_end64(r->re, group, &e);

	if (U_FAILURE(e) || start < 0)
		return false;
	*from = (size_t)start;
	*to = (size_t)end;
	return true;
}

bool
regex_matches(struct regex *r, const char *text, size_t len, size_t *steps,
    bool *out, const char **why)
{
	*why = NULL;
	begin(r, text, len, steps);
	*out = next(r, why);
	return *why == NULL;
}

/* Where nothing is found nothing can be replaced or split away. */
static bool
finds_something(struct regex *r, size_t *steps, const char **why)
{
	bool empty;

	if (!regex_matches(r, "", 0, steps, &empty, why))
		return false;
	if (empty)
		*why = "it matches the empty text";
	return !empty;
}

/* $12 of a replacement is group 12, or group 1 and a 2 where there are not
 * so many. */
static int32_t
group_number(struct regex *r, const char **s, const char *end)
{
	int32_t n = *(*s)++ - '0';

	while (*s < end && **s >= '0' && **s <= '9' &&
	    n * 10 + (**s - '0') <= r->groups)
		n = n * 10 + (*(*s)++ - '0');
	return n;
}

/* What is wrong with a replacement; NULL: nothing. */
static const char *
replacement_wrong(const char *s, const char *end)
{
	for (; s < end; s++)
		if (*s == '$' && (++s == end || *s < '0' || *s > '9'))
			return "a $ in the replacement has no number";
		else if (*s == '\\' && (++s == end ||
		    (*s != '$' && *s != '\\')))
			return "a backslash in the replacement stands before "
			    "neither $ nor a backslash";
	return NULL;
}

/* What stands in the place of a match. */
static void
replaced(struct regex *r, const char *text, const char *s, const char *end,
    struct buf *out)
{
	size_t from, to;

	while (s < end) {
		if (!r->flags.literal && *s == '$') {
			s++;
			if (matched(r, group_number(r, &s, end), &from, &to))
				buf_add(out, text + from, to - from);
			continue;
		}
		if (!r->flags.literal && *s == '\\')
			s++;
		buf_char(out, *s++);
	}
}

char *
regex_replace(struct arena *a, struct regex *r, const char *text, size_t len,
    const char *by, size_t by_len, size_t *steps, size_t *out_len,
    const char **why)
{
	struct buf b = { 0 };
	size_t done = 0, from, to, before;
	char *out = NULL;

	if (!finds_something(r, steps, why) || (!r->flags.literal &&
	    (*why = replacement_wrong(by, by + by_len)) != NULL))
		return NULL;
	begin(r, text, len, steps);
	while (next(r, why) && matched(r, 0, &from, &to)) {
		before = b.len;
		buf_add(&b, text + done, from - done);
		done = to;
		replaced(r, text, by, by + by_len, &b);
		if (!spend(steps, 10 + (b.len - before) / 16)) {
			*why = "it takes too long on this text";
			break;
		}
	}
	if (*why == NULL) {
		buf_add(&b, text + done, len - done);
		*out_len = b.len;
		out = b.len == 0 ? arena_text(a, "") :
		    arena_textn(a, b.data, b.len);
	}
	buf_free(&b);
	return out;
}

static struct regex_piece *
piece(struct arena *a, const char *from, const char *to)
{
	struct regex_piece *p = arena_alloc(a, sizeof(*p));

	p->text = from;
	p->len = (size_t)(to - from);
	return p;
}

struct regex_piece *
regex_split(struct arena *a, struct regex *r, const char *text, size_t len,
    size_t *steps, const char **why)
{
	struct regex_piece *first = NULL, **end = &first;
	size_t done = 0, from, to;

	if (!finds_something(r, steps, why))
		return NULL;
	begin(r, text, len, steps);
	while (next(r, why) && matched(r, 0, &from, &to)) {
		*end = piece(a, text + done, text + from);
		end = &(*end)->next;
		done = to;
		if (!spend(steps, 10)) {
			*why = "it takes too long on this text";
			break;
		}
	}
	*end = piece(a, text + done, text + len);
	return *why == NULL ? first : NULL;
}
