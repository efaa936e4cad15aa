/* SPDX-License-Identifier: MIT */
/* White space around and instead of a text. */
#include "text/blank.h"

#include <string.h>

bool
blank_only(const char *text)
{
	return text[strspn(text, BLANK)] == '\0';
}

const char *
blank_trim(struct arena *a, const char *text)
{
	size_t len;

	text += strspn(text, BLANK);
	for (len = strlen(text); len > 0 &&
	    strchr(BLANK, text[len - 1]) != NULL; len--)
		;
	return arena_textn(a, text, len);
}
