/* SPDX-License-Identifier: MIT */
/* The register of built-in functions: their names, for lexer and calls. */
#include "rules/feel/feel_builtin.h"

#include <string.h>

#include "base/count.h"

static const struct feel_builtin *const tables[] = {
	feel_fn_number, feel_fn_string, feel_fn_list, feel_fn_statistic,
	feel_fn_context, feel_fn_temporal, feel_fn_convert, feel_fn_range,
	feel_fn_worktime
};
#define TABLES COUNT(tables)

const struct feel_builtin *
feel_builtin_find(const char *name, size_t len,
    const struct feel_builtin *after)
{
	const struct feel_builtin *b;
	size_t i;

	if (after != NULL)
		return after[1].name != NULL &&
		    strcmp(after[1].name, after->name) == 0 ? after + 1 : NULL;
	for (i = 0; i < TABLES; i++)
		for (b = tables[i]; b->name != NULL; b++)
			if (strncmp(b->name, name, len) == 0 &&
			    b->name[len] == '\0')
				return b;
	return NULL;
}

static bool
is_space(char c)
{
	return c == ' ' || (c >= '\t' && c <= '\r');
}

static bool
is_part(char c)
{
	return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') ||
	    (c >= '0' && c <= '9') || c == '_' || (unsigned char)c >= 0x80;
}

/* How much of the text the name is, with any white space for its own; 0: the
 * text begins otherwise, or goes on with a letter. */
static size_t
begins(const char *text, size_t len, const char *name)
{
	size_t i = 0;

	for (; *name != '\0'; name++) {
		if (i == len)
			return 0;
		if (*name != ' ') {
			if (text[i++] != *name)
				return 0;
			continue;
		}
		if (!is_space(text[i]))
			return 0;
		while (i < len && is_space(text[i]))
			i++;
	}
	return i < len && is_part(text[i]) ? 0 : i;
}

size_t
feel_builtin_longest(const char *text, size_t len)
{
	const struct feel_builtin *b;
	size_t i, n, longest = 0;

	for (i = 0; i < TABLES; i++)
		for (b = tables[i]; b->name != NULL; b++)
			if ((n = begins(text, len, b->name)) > longest)
				longest = n;
	return longest;
}
