/* SPDX-License-Identifier: MIT */
/* JSON as it is written, a value at a time. */
#include "base/json_out.h"

#include <string.h>

static void
begin(struct json_out *o)
{
	if (o->more && !o->named)
		buf_char(o->to, ',');
	o->more = true;
	o->named = false;
}

void
json_out_open(struct json_out *o, char c)
{
	begin(o);
	buf_char(o->to, c);
	o->more = false;
}

void
json_out_close(struct json_out *o, char c)
{
	buf_char(o->to, c);
	o->more = true;
}

size_t
json_out_letter(const char *text, size_t left)
{
	const unsigned char *s = (const unsigned char *)text;
	size_t n = *s < 0x80 ? 1 : *s < 0xc2 ? 0 : *s < 0xe0 ? 2 :
	    *s < 0xf0 ? 3 : *s < 0xf5 ? 4 : 0, i;

	if (n > left)
		return 0;
	for (i = 1; i < n; i++)
		if ((s[i] & 0xc0) != 0x80)
			return 0;
	if ((*s == 0xe0 && s[1] < 0xa0) || (*s == 0xed && s[1] > 0x9f) ||
	    (*s == 0xf0 && s[1] < 0x90) || (*s == 0xf4 && s[1] > 0x8f))
		return 0;
	return n;
}

static void
quote(struct buf *b, const char *text, size_t len)
{
	static const char from[] = "\"\\\n\r\t", to[] = "\"\\nrt";
	const char *s = text, *end = s + len, *at;
	size_t n;

	buf_char(b, '"');
	for (; s < end; s += n) {
		n = json_out_letter(s, (size_t)(end - s));
		if (n == 0) {
			buf_text(b, "\xef\xbf\xbd");
			n = 1;
		} else if (*s != '\0' &&
		    (at = strchr(from, *s)) != NULL) {
			buf_char(b, '\\');
			buf_char(b, to[at - from]);
		} else if ((unsigned char)*s < ' ')
			buf_printf(b, "\\u%04x", (unsigned int)*s);
		else
			buf_add(b, s, n);
	}
	buf_char(b, '"');
}

void
json_out_namen(struct json_out *o, const char *name, size_t len)
{
	begin(o);
	quote(o->to, name, len);
	buf_char(o->to, ':');
	o->named = true;
}

void
json_out_name(struct json_out *o, const char *name)
{
	json_out_namen(o, name, strlen(name));
}

void
json_out_textn(struct json_out *o, const char *text, size_t len)
{
	begin(o);
	quote(o->to, text, len);
}

void
json_out_text(struct json_out *o, const char *text)
{
	json_out_textn(o, text, strlen(text));
}

void
json_out_number(struct json_out *o, const char *digits)
{
	begin(o);
	buf_text(o->to, digits);
}

void
json_out_count(struct json_out *o, size_t n)
{
	begin(o);
	buf_printf(o->to, "%zu", n);
}

void
json_out_flag(struct json_out *o, bool yes)
{
	begin(o);
	buf_text(o->to, yes ? "true" : "false");
}

void
json_out_null(struct json_out *o)
{
	begin(o);
	buf_text(o->to, "null");
}
