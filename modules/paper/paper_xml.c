/* SPDX-License-Identifier: MIT */
/* Judgments come as XML, mails as HTML: on paper stands what they say, not
 * how they are marked up. No parser: what is broken still has its words. */
#include <glib.h>
#include <stdlib.h>
#include <string.h>

#include "base/count.h"
#include "paper/paper.h"

struct strip {
	const char *at, *stop;
	char *to;		/* never more than what was read */
	char *out;
	bool blank;		/* due before the next word */
};

static bool
among(const char *const *list, const char *name, size_t n)
{
	for (; *list != NULL; list++)
		if (strlen(*list) == n && memcmp(*list, name, n) == 0)
			return true;
	return false;
}

/* Of a tag that begins at s: its name without a prefix, and its end. */
static const char *
tag(const char *s, const char *stop, const char **name, size_t *n)
{
	char quote = '\0';

	s += s + 1 < stop && s[1] == '/' ? 2 : 1;
	for (*name = s; s < stop && !strchr(" \t\r\n/>", *s); s++)
		if (*s == ':')
			*name = s + 1;
	*n = (size_t)(s - *name);
	for (; s < stop && (quote != '\0' || *s != '>'); s++)
		if (quote != '\0' ? *s == quote : *s == '"' || *s == '\'')
			quote = quote != '\0' ? '\0' : *s;
	return s < stop ? s + 1 : stop;
}

/* Behind the end tag of this name; NULL where there is none. */
static const char *
behind(const char *s, const char *stop, const char *name, size_t n)
{
	const char *other;
	size_t len;

	while ((s = memchr(s, '<', (size_t)(stop - s))) != NULL) {
		bool ends = s + 1 < stop && s[1] == '/';

		s = tag(s, stop, &other, &len);
		if (ends && len == n && memcmp(other, name, n) == 0)
			return s;
	}
	return NULL;
}

/* A paragraph ends: once, however many elements end with it. */
static void
end_line(struct strip *x)
{
	x->blank = false;
	if (x->to > x->out && x->to[-1] != '\n') {
		memcpy(x->to, "\n\n", 2);
		x->to += 2;
	}
}

static void
put(struct strip *x, const char *bytes, size_t n)
{
	if (x->blank && x->to > x->out && x->to[-1] != '\n')
		*x->to++ = ' ';
	x->blank = false;
	memcpy(x->to, bytes, n);
	x->to += n;
}

/* "&amp;" and "&#228;"; anything else stays as it stands. */
static void
entity(struct strip *x)
{
	static const struct { const char *code, *is; } known[] = {
		{ "&amp;", "&" }, { "&lt;", "<" }, { "&gt;", ">" },
		{ "&quot;", "\"" }, { "&apos;", "'" }, { "&nbsp;", " " }
	};
	const char *s = x->at;
	size_t left = (size_t)(x->stop - s), i, n;
	char text[12] = "", *end;
	unsigned long u;

	for (i = 0; i < COUNT(known); i++) {
		n = strlen(known[i].code);
		if (left >= n && memcmp(s, known[i].code, n) == 0) {
			put(x, known[i].is, 1);
			x->at += n;
			return;
		}
	}
	if (left >= 4 && s[1] == '#') {
		memcpy(text, s, left < 11 ? left : 11);
		u = text[2] == 'x' ? strtoul(text + 3, &end, 16) :
		    strtoul(text + 2, &end, 10);
		if (*end == ';' && u >= ' ' && u <= 0x10ffff &&
		    g_unichar_validate((gunichar)u)) {
			x->at += end + 1 - text;
			put(x, text, (size_t)g_unichar_to_utf8((gunichar)u,
			    text));
			return;
		}
	}
	put(x, x->at++, 1);
}

static void
markup(struct strip *x)
{
	static const char *const left_out[] = { "meta", "head", "style",
	    "script", NULL };
	static const char *const ends[] = { "p", "li", "tr", "div", "br",
	    "heading", "subheading", "title", "h1", "h2", "h3", "h4", "h5",
	    "h6", NULL };
	static const char *const words[] = { "num", "td", "th", NULL };
	const char *s = x->at, *name, *after;
	size_t n;

	if (x->stop - s < 2) {
		put(x, x->at++, 1);
		return;
	}
	if (x->stop - s > 4 && memcmp(s, "<!--", 4) == 0) {
		after = memmem(s, (size_t)(x->stop - s), "-->", 3);
		x->at = after == NULL ? x->stop : after + 3;
		return;
	}
	x->at = tag(s, x->stop, &name, &n);
	if (s[1] != '/' && x->at[-2] != '/' && among(left_out, name, n) &&
	    (after = behind(x->at, x->stop, name, n)) != NULL)
		x->at = after;
	else if (among(words, name, n))
		x->blank = true;
	else if ((s[1] == '/' || n == 2) && among(ends, name, n))
		end_line(x);
}

bool
paper_xml(struct arena *a, const char *text, size_t *len, const char **out)
{
	struct strip x = { .at = text, .stop = text + *len };

	while (x.at < x.stop && strchr(" \t\r\n", *x.at) != NULL)
		x.at++;
	if (x.stop - x.at < 6 || (memcmp(x.at, "<?xml", 5) != 0 &&
	    g_ascii_strncasecmp(x.at, "<!doct", 6) != 0 &&
	    memcmp(x.at, "<akoma", 6) != 0 &&
	    g_ascii_strncasecmp(x.at, "<html", 5) != 0))
		return false;
	x.to = x.out = arena_room(a, *len + 2);
	while (x.at < x.stop)
		if (*x.at == '<')
			markup(&x);
		else if (*x.at == '&')
			entity(&x);
		else if (strchr(" \t\r\n", *x.at) != NULL) {
			x.blank = true;
			x.at++;
		} else
			put(&x, x.at++, 1);
	*len = (size_t)(x.to - x.out);
	*out = x.out;
	return true;
}
