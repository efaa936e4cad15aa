/* SPDX-License-Identifier: MIT */
/* The text of a document in XML, by its tags alone: no entity of its own is
 * known, and nothing is nested, so nothing can blow up. In a DOCX text stands
 * in w:t; what was deleted under tracking is in w:delText, and not taken. */
#include <stdlib.h>
#include <string.h>

#include "base/count.h"
#include "paper/plain.h"

struct reading {
	const char *at, *stop;
	char *to;
	bool word;		/* a DOCX */
	bool on;		/* what stands here is text */
};

static bool
is_tag(const char *tag, size_t len, const char *name)
{
	size_t n = strlen(name);

	return len >= n && memcmp(tag, name, n) == 0 && (len == n ||
	    strchr(" \t\r\n/", tag[n]) != NULL);
}

static bool
ends_paragraph(const char *tag, size_t len)
{
	return is_tag(tag, len, "/w:p") || is_tag(tag, len, "/text:p") ||
	    is_tag(tag, len, "/text:h") || is_tag(tag, len, "w:br") ||
	    is_tag(tag, len, "text:line-break");
}

static void
take_tag(struct reading *r, const char *tag, size_t len)
{
	if (ends_paragraph(tag, len))
		*r->to++ = '\n';
	else if (is_tag(tag, len, "w:tab") || is_tag(tag, len, "text:tab") ||
	    is_tag(tag, len, "text:s"))
		*r->to++ = ' ';
	else if (is_tag(tag, len, "w:document"))
		r->word = true;
	else if (is_tag(tag, len, "office:body"))
		r->on = true;
	else if (is_tag(tag, len, "/office:body") ||
	    is_tag(tag, len, "text:tracked-changes"))
		r->on = false;
	else if (is_tag(tag, len, "/text:tracked-changes"))
		r->on = true;
	else if (r->word && is_tag(tag, len, "w:t"))
		r->on = tag[len - 1] != '/';
	else if (r->word && is_tag(tag, len, "/w:t"))
		r->on = false;
}

static void
put(struct reading *r, unsigned long c)
{
	if (c < ' ' || c > 0x10ffff || (c >= 0xd800 && c < 0xe000))
		return;
	if (c < 0x80)
		*r->to++ = (char)c;
	else if (c < 0x800) {
		*r->to++ = (char)(0xc0 | c >> 6);
		*r->to++ = (char)(0x80 | (c & 0x3f));
	} else if (c < 0x10000) {
		*r->to++ = (char)(0xe0 | c >> 12);
		*r->to++ = (char)(0x80 | (c >> 6 & 0x3f));
		*r->to++ = (char)(0x80 | (c & 0x3f));
	} else {
		*r->to++ = (char)(0xf0 | c >> 18);
		*r->to++ = (char)(0x80 | (c >> 12 & 0x3f));
		*r->to++ = (char)(0x80 | (c >> 6 & 0x3f));
		*r->to++ = (char)(0x80 | (c & 0x3f));
	}
}

/* "&amp;" and its like, and characters by number; else the sign itself. What
 * comes out is never longer than what stands there. */
static void
take_entity(struct reading *r)
{
	static const struct { const char *name; char c; } five[] = {
		{ "&amp;", '&' }, { "&lt;", '<' }, { "&gt;", '>' },
		{ "&quot;", '"' }, { "&apos;", '\'' }
	};
	size_t left = (size_t)(r->stop - r->at), i, n;
	unsigned long c = 0;
	char *end;

	for (i = 0; i < COUNT(five); i++) {
		n = strlen(five[i].name);
		if (left >= n && memcmp(r->at, five[i].name, n) == 0) {
			*r->to++ = five[i].c;
			r->at += n;
			return;
		}
	}
	if (left > 4 && r->at[1] == '#') {
		c = r->at[2] == 'x' ? strtoul(r->at + 3, &end, 16) :
		    strtoul(r->at + 2, &end, 10);
		if (*end == ';' && end - r->at <= 10 && end - r->at >= 4) {
			put(r, c);
			r->at = end + 1;
			return;
		}
	}
	*r->to++ = *r->at++;
}

struct plain_bytes
plain_xml(struct arena *a, const struct plain_bytes *xml)
{
	struct reading r = { 0 };
	struct plain_bytes out;
	const char *end;
	char *copy = arena_room(a, xml->len + 1);

	memcpy(copy, xml->data, xml->len);
	copy[xml->len] = '\0';	/* so that numbers end */
	r.at = copy;
	r.stop = copy + xml->len;
	out.data = arena_room(a, xml->len + 1);
	r.to = (char *)out.data;
	while (r.at < r.stop) {
		if (*r.at == '<') {
			end = memchr(r.at, '>', (size_t)(r.stop - r.at));
			if (end == NULL)
				break;
			take_tag(&r, r.at + 1, (size_t)(end - r.at - 1));
			r.at = end + 1;
		} else if (!r.on || (unsigned char)*r.at < ' ')
			r.at++;
		else if (*r.at == '&')
			take_entity(&r);
		else
			*r.to++ = *r.at++;
	}
	out.len = (size_t)(r.to - (char *)out.data);
	return out;
}

/* RFC 3629, 4; a NUL is none here. */
bool
plain_utf8(const unsigned char *b, size_t n)
{
	size_t i = 0, k, more;
	unsigned long c;

	while (i < n) {
		c = b[i];
		more = c < 0x80 ? 0 : c >= 0xc2 && c < 0xe0 ? 1 :
		    (c & 0xf0) == 0xe0 ? 2 : c >= 0xf0 && c < 0xf5 ? 3 : 4;
		if (c == 0 || more == 4 || more >= n - i)
			return false;
		c &= more == 0 ? 0x7f : 0x3fu >> more;
		for (k = 1; k <= more; k++) {
			if ((b[i + k] & 0xc0) != 0x80)
				return false;
			c = c << 6 | (b[i + k] & 0x3f);
		}
		if ((more == 2 && c < 0x800) || (more == 3 && c < 0x10000) ||
		    c > 0x10ffff || (c >= 0xd800 && c < 0xe000))
			return false;
		i += more + 1;
	}
	return true;
}

size_t
plain_cut(const unsigned char *b, size_t len, size_t most)
{
	size_t n = most;

	if (len <= most)
		return len;
	while (n > 0 && most - n < 3 && (b[n] & 0xc0) == 0x80)
		n--;
	return n;
}
