/* SPDX-License-Identifier: MIT */
/* Values in text, attributes, addresses and classes. */
#include "web/template_value.h"

#include <string.h>

#include "text/date.h"
#include "text/message.h"
#include "text/number.h"
#include "xml/xml_template.h"

#define LOST(c) [c] = "\xef\xbf\xbd"
/* The bytes that are written otherwise in text and in double quotes; HTML
 * knows no other control characters than blanks and ends of lines. */
static const char *const otherwise[256] = {
	[0] = "", ['&'] = "&amp;", ['<'] = "&lt;", ['>'] = "&gt;",
	['"'] = "&quot;", ['\''] = "&#39;",
	LOST(1), LOST(2), LOST(3), LOST(4), LOST(5), LOST(6), LOST(7),
	LOST(8), LOST(11), LOST(12), LOST(14), LOST(15), LOST(16), LOST(17),
	LOST(18), LOST(19), LOST(20), LOST(21), LOST(22), LOST(23), LOST(24),
	LOST(25), LOST(26), LOST(27), LOST(28), LOST(29), LOST(30), LOST(31)
};

void
template_value_escape(struct buf *b, const char *s)
{
	const char *from = s;

	for (;;) {
		while (otherwise[(unsigned char)*s] == NULL)
			s++;
		buf_add(b, from, (size_t)(s - from));
		if (*s == '\0')
			return;
		buf_text(b, otherwise[(unsigned char)*s]);
		from = ++s;
	}
}

static void
digits(struct buf *b, int64_t n)
{
	char text[24], *p = text + sizeof(text);
	uint64_t left = n < 0 ? 0 - (uint64_t)n : (uint64_t)n;

	do
		*--p = (char)('0' + left % 10);
	while ((left /= 10) > 0);
	if (n < 0)
		*--p = '-';
	buf_add(b, p, (size_t)(text + sizeof(text) - p));
}

static const char *
percent(struct ctx *cx, const char *number)
{
	static const char *const before[] = { "", "\xe2\x80\xaf", "\xc2\xa0",
	    "", "", "" };	/* en fr de it pt ja */

	return arena_printf(cx->arena, "%s%s%%", number,
	    before[message_index(cx->lang)]);
}

static const char *
moment(struct ctx *cx, int64_t at, enum format format)
{
	enum date_style style = DATE_MOMENT;

	switch (format) {
	case FORMAT_AGO:
		return date_ago(cx->arena, cx->lang, cx->zone, at, cx->now);
	case FORMAT_DATE:
		style = DATE_DAY;
		break;
	case FORMAT_SHORT:
		style = DATE_SHORT;
		break;
	case FORMAT_DAY:
		style = DATE_NEAR;
		break;
	case FORMAT_STAMP:
		style = DATE_STAMP;
		break;
	case FORMAT_TIME:
		style = DATE_TIME;
		break;
	case FORMAT_PLAIN:
		style = DATE_ISO;
		break;
	default:
		break;
	}
	return date_text(cx->arena, cx->lang, cx->zone, at, cx->now, style);
}

static const char *
integer(struct ctx *cx, int64_t n, enum format format)
{
	const char *number;

	switch (format) {
	case FORMAT_SPAN:
		return date_span(cx->arena, cx->lang, n);
	case FORMAT_BYTES:
		return number_bytes(cx->arena, cx->lang, n);
	case FORMAT_PLAIN:
		return number_plain(cx->arena, n, 0);
	default:
		number = number_text(cx->arena, cx->lang, n, 0);
		return format == FORMAT_PERCENT ? percent(cx, number) : number;
	}
}

bool
template_value_shown(struct buf *b, struct ctx *cx,
    const struct view_value *v, enum format format)
{
	const char *text = "";

	switch (v->kind) {
	case VIEW_TEXT:
		text = format == FORMAT_DATE || format == FORMAT_SHORT ?
		    date_civil(cx->arena, cx->lang, v->text) : v->text;
		break;
	case VIEW_INT:
		if (v->number >= 0 && v->number < 1000 &&
		    (format == FORMAT_KIND || format == FORMAT_NUMBER)) {
			digits(b, v->number);
			return true;
		}
		text = integer(cx, v->number, format);
		break;
	case VIEW_MOMENT:
		text = moment(cx, v->number, format);
		break;
	default:
		return false;
	}
	template_value_escape(b, text);
	return *text != '\0';
}

/* The bytes of the plain form, not yet escaped. */
static const char *
plain(struct ctx *cx, const struct view_value *v, enum format format)
{
	switch (v->kind) {
	case VIEW_TEXT:
		return v->text;
	case VIEW_INT:
		return number_plain(cx->arena, v->number, 0);
	case VIEW_FLAG:
		return v->number != 0 ? "1" : "";
	case VIEW_MOMENT:
		return moment(cx, v->number, format == FORMAT_KIND ?
		    FORMAT_PLAIN : format);
	default:
		return "";
	}
}

void
template_value_plain(struct buf *b, struct ctx *cx,
    const struct view_value *v, enum format format)
{
	if (v->kind == VIEW_INT && format == FORMAT_KIND)
		digits(b, v->number);
	else if (format == FORMAT_KIND || v->kind == VIEW_FLAG)
		template_value_escape(b, plain(cx, v, format));
	else
		template_value_shown(b, cx, v, format);
}

static bool
unreserved(unsigned char c)
{
	return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') ||
	    (c >= '0' && c <= '9') || c == '-' || c == '.' || c == '_' ||
	    c == '~';
}

static void
encoded(struct buf *b, unsigned char c)
{
	static const char hex[] = "0123456789ABCDEF";
	char text[3] = { '%', hex[c >> 4], hex[c & 15] };

	buf_add(b, text, sizeof(text));
}

void
template_value_part(struct buf *b, struct ctx *cx,
    const struct view_value *v, enum format format)
{
	const char *s, *from;

	if (v->kind == VIEW_INT) {
		digits(b, v->number);
		return;
	}
	s = from = plain(cx, v, format);
	/* A part that is only dots would climb in the path. */
	if (strcmp(s, ".") == 0 || strcmp(s, "..") == 0)
		return;
	for (; *s != '\0'; s++) {
		if (unreserved((unsigned char)*s))
			continue;
		buf_add(b, from, (size_t)(s - from));
		encoded(b, (unsigned char)*s);
		from = s + 1;
	}
	buf_add(b, from, (size_t)(s - from));
}

void
template_value_address(struct buf *b, const struct view_value *v,
    const char *path)
{
	const char *s = v->kind == VIEW_TEXT ? v->text : "#", *from;

	if (!xml_template_address_ok(s) || ((s[0] == '/' || s[0] == '\\') &&
	    (s[1] == '/' || s[1] == '\\')))
		s = "#";
	if (xml_template_address_own(s))
		buf_text(b, path);
	for (from = s; *s != '\0'; s++) {
		if ((*s >= 'a' && *s <= 'z') || (*s >= '/' && *s <= '9'))
			continue;
		if ((unsigned char)*s > ' ' && *s != 0x7f && *s != '\\' &&
		    *s != '"' && *s != '\'' && *s != '<' && *s != '>' &&
		    *s != '`' && *s != '&')
			continue;
		buf_add(b, from, (size_t)(s - from));
		if (*s == '&')
			buf_text(b, "&amp;");
		else
			encoded(b, (unsigned char)*s);
		from = s + 1;
	}
	buf_add(b, from, (size_t)(s - from));
}

void
template_value_word(struct buf *b, const struct view_value *v)
{
	const char *s = v->kind == VIEW_TEXT ? v->text : "";

	if (v->kind == VIEW_INT)
		digits(b, v->number);
	for (; *s != '\0'; s++)
		buf_char(b, (unreserved((unsigned char)*s) && *s != '.' &&
		    *s != '~') ? *s : '-');
}

bool
template_value_datetime(struct buf *b, struct ctx *cx,
    const struct view_value *v)
{
	if (v->kind == VIEW_MOMENT) {
		buf_text(b, date_text(cx->arena, cx->lang, cx->zone,
		    v->number, cx->now, DATE_ISO));
		return true;
	}
	if (v->kind == VIEW_TEXT && date_civil_ok(v->text)) {
		buf_text(b, v->text);
		return true;
	}
	return false;
}
