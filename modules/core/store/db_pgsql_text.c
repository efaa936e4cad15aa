/* SPDX-License-Identifier: MIT */
/* What stands in statements and values, in PostgreSQL's way of writing. */
#include "store/db_pgsql_text.h"

#include <stdlib.h>
#include <string.h>

#include "base/log.h"

/* The length of the quoted text at s, or 0. */
static size_t
quoted(const char *s)
{
	const char *end;

	if (*s != '\'' && *s != '"')
		return 0;
	end = strchr(s + 1, *s);
	return end == NULL ? 0 : (size_t)(end - s) + 1;
}

/* The length of a name of ours at s, and which number it has. */
static size_t
named(struct db_pgsql_text *t, const char *s, size_t **which)
{
	if (strncmp(s, "$viewer", 7) == 0) {
		*which = &t->viewer;
		return 7;
	}
	if (strncmp(s, "$now", 4) == 0) {
		*which = &t->now;
		return 4;
	}
	return 0;
}

static bool
is_select(const char *s)
{
	const char *end;

	s += strspn(s, " \n\t");
	while (strncmp(s, "/*", 2) == 0 && (end = strstr(s, "*/")) != NULL)
		s = end + 2 + strspn(end + 2, " \n\t");
	return strncasecmp(s, "SELECT", 6) == 0 ||
	    strncasecmp(s, "WITH", 4) == 0;
}

/* The greatest $N, and which of our names are there. */
static void
count(struct db_pgsql_text *t, const char *s)
{
	size_t n, *which;

	for (; *s != '\0'; s++) {
		if ((n = quoted(s)) > 0) {
			s += n - 1;
		} else if (*s == '$' && named(t, s, &which) > 0) {
			*which = 1;
		} else if (*s == '$') {
			n = strtoul(s + 1, NULL, 10);
			if (n > t->args)
				t->args = n;
		}
	}
	t->n = t->args;
	if (t->viewer != 0)
		t->viewer = ++t->n;
	if (t->now != 0)
		t->now = ++t->n;
}

void
db_pgsql_text_make(struct db_pgsql_text *t, const struct db_engine *engine,
    const char *sql)
{
	struct buf ours = { 0 }, b = { 0 };
	const char *s;
	size_t n, *which;

	db_engine_words(engine, &ours, sql, false);
	*t = (struct db_pgsql_text){ .reach = strncmp(sql, DB_REACH,
	    strlen(DB_REACH)) == 0 };
	t->reads = is_select(ours.data);
	count(t, ours.data);
	for (s = ours.data; *s != '\0'; s += n) {
		if ((n = quoted(s)) > 0) {
			buf_add(&b, s, n);
		} else if (*s == '$' && (n = named(t, s, &which)) > 0) {
			buf_printf(&b, "$%zu", *which);
		} else {
			n = 1;
			buf_char(&b, *s);
		}
	}
	buf_free(&ours);
	if ((t->sql = strdup(b.data)) == NULL)
		log_fatal("no memory for a statement");
	buf_free(&b);
}

void
db_pgsql_text_free(struct db_pgsql_text *t)
{
	free(t->sql);
}

static unsigned int
digit(char c)
{
	return c <= '9' ? (unsigned int)(c - '0') :
	    (unsigned int)(c - 'a' + 10);
}

void *
db_pgsql_text_blob(struct arena *a, const char *hex, size_t *len)
{
	unsigned char *out = arena_alloc(a, *len / 2 + 1);
	size_t i;

	*len = *len < 2 ? 0 : (*len - 2) / 2;
	for (i = 0; i < *len; i++)
		out[i] = (unsigned char)(digit(hex[2 * i + 2]) << 4 |
		    digit(hex[2 * i + 3]));
	return out;
}
