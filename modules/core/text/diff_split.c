/* SPDX-License-Identifier: MIT */
/* A text as a list of what is compared. */
#include <string.h>

#include "text/diff.h"

static size_t
letter(const char *s)
{
	size_t n = 1;

	while (((unsigned char)s[n] & 0xc0) == 0x80)
		n++;
	return n;
}

/* Scripts without blanks between words: U+2E80 to U+9FFF, U+F900 to U+FAFF,
 * and what lies above U+20000, in UTF-8. */
static int
is_unspaced(const char *s)
{
	const unsigned char *u = (const unsigned char *)s;

	return u[0] == 0xf0 ? u[1] >= 0xa0 :
	    u[0] == 0xe2 ? u[1] >= 0xba :
	    (u[0] >= 0xe3 && u[0] <= 0xe9) ||
	    (u[0] == 0xef && u[1] >= 0xa4 && u[1] <= 0xab);
}

static int
is_blank(char c)
{
	return c == ' ' || c == '\t' || c == '\n' || c == '\r' || c == '\f';
}

/* Blanks, then a word; or one character of such a script. */
static size_t
word(const char *s)
{
	size_t n = 0, begun;

	while (is_blank(s[n]))
		n++;
	if (s[n] == '\0')
		return n;
	if (is_unspaced(s + n))
		return n + letter(s + n);
	for (begun = n; s[n] != '\0' && !is_blank(s[n]); n += letter(s + n))
		if (n > begun && is_unspaced(s + n))
			break;
	return n;
}

static size_t
paragraph(const char *s)
{
	size_t n = strcspn(s, "\n");

	return n + (s[n] == '\n');
}

static const char *
trimmed(struct arena *a, const char *s, size_t n)
{
	while (n > 0 && is_blank(s[n - 1]))
		n--;
	while (n > 0 && is_blank(*s))
		s++, n--;
	return arena_textn(a, s, n);
}

const char *const *
diff_split_paragraphs(struct arena *a, const char *text, size_t *n)
{
	const char **list, *s;
	size_t count = 1;

	for (s = text; *s != '\0'; s += paragraph(s))
		count++;
	list = arena_array(a, count, sizeof(*list));
	for (*n = 0, s = text; *s != '\0'; s += paragraph(s)) {
		list[*n] = trimmed(a, s, paragraph(s));
		*n += list[*n][0] != '\0';
	}
	list[*n] = NULL;
	return list;
}

const char *const *
diff_split_words(struct arena *a, const char *text, size_t *n)
{
	const char **list, *s;
	size_t count = 1;

	for (s = text; *s != '\0'; s += word(s))
		count++;
	list = arena_array(a, count, sizeof(*list));
	for (*n = 0, s = text; *s != '\0'; s += word(s))
		list[(*n)++] = arena_textn(a, s, word(s));
	list[*n] = NULL;
	return list;
}
