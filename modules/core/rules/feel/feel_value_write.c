/* SPDX-License-Identifier: MIT */
/* A value as string() gives it (10.3.4.1). */
#include <string.h>

#include "base/buf.h"
#include "rules/feel/feel_number.h"
#include "rules/feel/feel_temporal.h"
#include "rules/feel/feel_value.h"

#define LONGEST ((size_t)4 << 20)

struct out {
	struct arena *a;
	struct buf buf;
};

static void write(struct out *, struct feel_value, bool quoted);

static void
write_quoted(struct out *o, struct feel_string s)
{
	size_t i;

	buf_char(&o->buf, '"');
	for (i = 0; i < s.len; i++)
		switch (s.text[i]) {
		case '"':
		case '\\':
			buf_char(&o->buf, '\\');
			buf_char(&o->buf, s.text[i]);
			break;
		case '\n':
			buf_text(&o->buf, "\\n");
			break;
		case '\r':
			buf_text(&o->buf, "\\r");
			break;
		case '\t':
			buf_text(&o->buf, "\\t");
			break;
		default:
			buf_char(&o->buf, s.text[i]);
		}
	buf_char(&o->buf, '"');
}

/* A key that is no name (rule 25) has to be quoted. */
static bool
plain(struct feel_string key)
{
	size_t i;

	if (key.len == 0 || key.text[0] == ' ' ||
	    (key.text[0] >= '0' && key.text[0] <= '9'))
		return false;
	for (i = 0; i < key.len; i++)
		if ((unsigned char)key.text[i] < ' ' ||
		    strchr("\"\\{}[]()<>=,:;!#$%&@^`|~", key.text[i]) != NULL)
			return false;
	return true;
}

static void
write_list(struct out *o, const struct feel_list *list)
{
	size_t i;

	buf_char(&o->buf, '[');
	for (i = 0; i < list->n && o->buf.len < LONGEST; i++) {
		if (i != 0)
			buf_text(&o->buf, ", ");
		write(o, list->items[i], true);
	}
	buf_char(&o->buf, ']');
}

static void
write_context(struct out *o, const struct feel_context *context)
{
	const struct feel_entry *e = context->entries;
	size_t i;

	buf_char(&o->buf, '{');
	for (i = 0; i < context->n && o->buf.len < LONGEST; i++, e++) {
		if (i != 0)
			buf_text(&o->buf, ", ");
		if (plain(e->key))
			buf_add(&o->buf, e->key.text, e->key.len);
		else
			write_quoted(o, e->key);
		buf_text(&o->buf, ": ");
		write(o, e->value, true);
	}
	buf_char(&o->buf, '}');
}

static void
write_half(struct out *o, const struct feel_range *r)
{
	buf_char(&o->buf, '(');
	if (r->form == FEEL_RANGE_NOT_EQUAL)
		buf_char(&o->buf, '!');
	if (r->form != FEEL_RANGE_HALF)
		buf_char(&o->buf, '=');
	else {
		buf_char(&o->buf, r->has_start ? '>' : '<');
		if (r->has_start ? r->start_in : r->end_in)
			buf_char(&o->buf, '=');
	}
	buf_char(&o->buf, ' ');
	write(o, r->has_start ? r->start : r->end, true);
	buf_char(&o->buf, ')');
}

static void
write_range(struct out *o, const struct feel_range *r)
{
	if (r->form != FEEL_RANGE_INTERVAL) {
		write_half(o, r);
		return;
	}
	buf_char(&o->buf, r->start_in ? '[' : '(');
	write(o, r->has_start ? r->start : feel_value_null, true);
	buf_text(&o->buf, "..");
	write(o, r->has_end ? r->end : feel_value_null, true);
	buf_char(&o->buf, r->end_in ? ']' : ')');
}

static void
write(struct out *o, struct feel_value v, bool quoted)
{
	if (o->buf.len >= LONGEST)
		return;
	switch (v.kind) {
	case FEEL_NULL:
		buf_text(&o->buf, "null");
		break;
	case FEEL_BOOLEAN:
		buf_text(&o->buf, v.boolean ? "true" : "false");
		break;
	case FEEL_NUMBER:
		buf_text(&o->buf, feel_number_write(o->a, v.number));
		break;
	case FEEL_STRING:
		if (quoted)
			write_quoted(o, v.string);
		else
			buf_add(&o->buf, v.string.text, v.string.len);
		break;
	case FEEL_DATE:
	case FEEL_TIME:
	case FEEL_DATE_TIME:
	case FEEL_DAYS:
	case FEEL_MONTHS:
		buf_text(&o->buf, feel_temporal_write(o->a, v));
		break;
	case FEEL_LIST:
		write_list(o, v.list);
		break;
	case FEEL_CONTEXT:
		write_context(o, v.context);
		break;
	case FEEL_RANGE:
		write_range(o, v.range);
		break;
	case FEEL_FUNCTION:
		buf_text(&o->buf, "function");
		if (v.function->name != NULL) {
			buf_char(&o->buf, ' ');
			buf_text(&o->buf, v.function->name);
		}
		break;
	}
}

char *
feel_value_write(struct arena *a, struct feel_value v)
{
	struct out o = { .a = a };
	char *text;

	write(&o, v, false);
	if (o.buf.len >= LONGEST && v.kind != FEEL_STRING)
		buf_text(&o.buf, "\xe2\x80\xa6");
	text = o.buf.len == 0 ? arena_text(a, "") :
	    arena_textn(a, o.buf.data, o.buf.len);
	buf_free(&o.buf);
	return text;
}
