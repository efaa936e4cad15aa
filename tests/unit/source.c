/* SPDX-License-Identifier: MIT */
/* Files of the sources, for tests that change them. */
#include "source.h"

#include <stdlib.h>
#include <string.h>

#include "base/file.h"
#include "base/log.h"
#include "world.h"

const char *
source_path(const char *below)
{
	const char *top = getenv("top_srcdir");

	return arena_printf(cx.arena, "%s/%s", top == NULL ? ".." : top,
	    below);
}

const char *
source_text(const char *below)
{
	const char *text = file_text(cx.arena, source_path(below));

	if (text == NULL)
		log_fatal("%s cannot be read", below);
	return text;
}

const char *
source_with(const char *text, const char *from, const char *to)
{
	const char *at = strstr(text, from);

	if (at == NULL)
		log_fatal("no “%s” to be changed", from);
	return arena_printf(cx.arena, "%.*s%s%s", (int)(at - text), text, to,
	    at + strlen(from));
}

const char *
source_without(const char *text, const char *from, const char *to)
{
	const char *a = strstr(text, from);
	const char *b = a == NULL ? NULL : strstr(a, to);

	if (b == NULL)
		log_fatal("no “%s” up to “%s” to be left out", from, to);
	return source_with(text, arena_textn(cx.arena, a,
	    (size_t)(b - a) + strlen(to)), "");
}

const char *
source_sample(const char *sample, const char *file)
{
	const char *text = source_text(arena_printf(cx.arena,
	    "tests/data/casetypes/%s/%s", sample, file));

	if (strcmp(file, "type.xml") != 0)
		return text;
	text = source_with(text, arena_printf(cx.arena, "code=\"%s\"",
	    sample), "code=\"complaint\"");
	text = source_without(text, " prefix=\"", ">");
	return source_with(text, "code=\"complaint\"",
	    "code=\"complaint\" prefix=\"C\">");
}
