/* SPDX-License-Identifier: MIT */
/* Reads a log item by item; what is kept at a time is one case's own
 * attributes or one event. */
#include "xml/xml_xes.h"

#include <stdarg.h>
#include <stdio.h>
#include <string.h>

#include "text/date.h"

#define PLACES 4096	/* bytes of "outer/inner/..." */

/* Defaults that <global> declares for cases and for events. */
struct unknown {
	struct unknown *next;
	bool event;
	const char *key, *value;
};

struct xml_xes {
	struct reader_stream *stream;
	struct arena *lasting, *item;	/* item: forgotten at each step */
	struct reader_fault **faults;
	const char *path;
	struct unknown *unknown;
	struct xml_xes_attr *attrs, **tail;
	size_t count;
	char outer[PLACES];	/* keys of the attributes we are inside of */
	int line;
	bool begun, in_case, had_event, pending, failed;
};

struct xml_xes *
xml_xes_open(struct arena *a, const char *path, struct reader_fault **faults)
{
	struct xml_xes *x = arena_alloc(a, sizeof(*x));

	x->stream = reader_open(a, path, NULL, faults);
	x->lasting = a;
	x->item = arena_new();
	x->faults = faults;
	x->path = arena_text(a, path);
	x->tail = &x->attrs;
	return x;
}

void
xml_xes_fault(struct xml_xes *x, int line, const char *fmt, ...)
{
	va_list ap;

	va_start(ap, fmt);
	reader_add_fault(x->lasting, x->faults, x->path, line, "%s",
	    arena_vprintf(x->lasting, fmt, ap));
	va_end(ap);
	x->failed = true;
}

bool
xml_xes_close(struct xml_xes *x)
{
	bool whole = reader_close(x->stream);

	arena_free(x->item);
	return whole && !x->failed;
}

static void
item_start(struct xml_xes *x)
{
	arena_reset(x->item);
	x->attrs = NULL;
	x->tail = &x->attrs;
	x->count = 0;
	x->line = reader_line(x->stream);
}

static bool
is(const struct xml_xes *x, const char *name)
{
	return strcmp(reader_name(x->stream), name) == 0;
}

static bool
is_unknown(const struct xml_xes *x, bool event, const char *key,
    const char *value)
{
	const struct unknown *u;

	for (u = x->unknown; u != NULL; u = u->next)
		if (u->event == event && strcmp(u->key, key) == 0)
			return strcmp(u->value, value) == 0;
	return false;
}

/* Keeps the attribute that the stream stands on, for the item or, inside
 * <global>, as what is unknown. */
static void
attr_keep(struct xml_xes *x, bool event, bool global, const char *key)
{
	const char *value = reader_value(x->stream, "value");
	struct xml_xes_attr *attr;
	struct unknown *u;

	if (value == NULL || value[0] == '\0')
		return;
	if (global) {
		u = arena_alloc(x->lasting, sizeof(*u));
		u->event = event;
		u->key = arena_text(x->lasting, key);
		u->value = arena_text(x->lasting, value);
		u->next = x->unknown;
		x->unknown = u;
		return;
	}
	if (x->outer[0] == '\0' && is_unknown(x, event, key, value))
		return;
	attr = arena_alloc(x->item, sizeof(*attr));
	attr->key = x->outer[0] == '\0' ? arena_text(x->item, key) :
	    arena_printf(x->item, "%s%s", x->outer, key);
	attr->kind = arena_text(x->item, reader_name(x->stream));
	attr->value = arena_text(x->item, value);
	attr->line = reader_line(x->stream);
	*x->tail = attr;
	x->tail = &attr->next;
}

static bool attr_read(struct xml_xes *, bool event, bool global);

/* The attributes inside an attribute, a list or a container. */
static bool
attr_inner(struct xml_xes *x, bool event, bool global, const char *key,
    int depth)
{
	size_t before = strlen(x->outer);
	int n;

	n = snprintf(x->outer + before, sizeof(x->outer) - before, "%s%s",
	    key, key[0] == '\0' ? "" : "/");
	if (n < 0 || (size_t)n >= sizeof(x->outer) - before) {
		xml_xes_fault(x, reader_line(x->stream),
		    "The keys of nested attributes are too long.");
		return false;
	}
	while (reader_next(x->stream)) {
		if (reader_event(x->stream) == READER_END &&
		    reader_depth(x->stream) == depth) {
			x->outer[before] = '\0';
			return true;
		}
		if (reader_event(x->stream) == READER_START &&
		    !attr_read(x, event, global))
			return false;
	}
	return false;
}

/* From an attribute's start tag to its end tag. */
static bool
attr_read(struct xml_xes *x, bool event, bool global)
{
	static const char *const kinds[] = { "string", "date", "int", "float",
	    "boolean", "id", "list", "container", "values", NULL };
	const char *key = reader_value(x->stream, "key");
	int depth = reader_depth(x->stream), i;

	for (i = 0; kinds[i] != NULL && !is(x, kinds[i]); i++)
		;
	if (kinds[i] == NULL) {
		xml_xes_fault(x, reader_line(x->stream),
		    "<%s> is no attribute of XES.", reader_name(x->stream));
		return false;
	}
	if (key == NULL && !is(x, "values")) {
		xml_xes_fault(x, reader_line(x->stream),
		    "<%s> has no key.", reader_name(x->stream));
		return false;
	}
	if (++x->count > XML_XES_ATTRS) {
		xml_xes_fault(x, reader_line(x->stream), "More than %d "
		    "attributes in one place.", XML_XES_ATTRS);
		return false;
	}
	key = arena_text(x->item, key);
	attr_keep(x, event, global, key);
	return attr_inner(x, event, global, key, depth);
}

/* Over an element that says nothing to us, with all that is in it. */
static bool
skip(struct xml_xes *x)
{
	int depth = reader_depth(x->stream);

	while (reader_next(x->stream))
		if (reader_event(x->stream) == READER_END &&
		    reader_depth(x->stream) == depth)
			return true;
	return false;
}

/* The attributes of one element, to its end. */
static bool
attrs_read(struct xml_xes *x, bool event, bool global)
{
	int depth = reader_depth(x->stream);

	item_start(x);
	while (reader_next(x->stream)) {
		if (reader_event(x->stream) == READER_END &&
		    reader_depth(x->stream) == depth)
			return true;
		if (reader_event(x->stream) == READER_START &&
		    !attr_read(x, event, global))
			return false;
	}
	return false;
}

/* From <event> to </event>; 0: a fault. */
static enum xml_xes_item
event_read(struct xml_xes *x)
{
	return attrs_read(x, true, false) ? XML_XES_EVENT : 0;
}

static bool
global_read(struct xml_xes *x)
{
	const char *scope = reader_value(x->stream, "scope");

	return attrs_read(x, scope != NULL && strcmp(scope, "event") == 0,
	    true);
}

/* Between the cases; true: one begins. */
static bool
log_step(struct xml_xes *x)
{
	static const char *const attrs[] = { "string", "date", "int", "float",
	    "boolean", "id", "list", "container", "extension", "classifier",
	    NULL };
	int i;

	while (reader_next(x->stream)) {
		if (reader_event(x->stream) != READER_START)
			continue;
		if (!x->begun) {
			if (!is(x, "log")) {
				xml_xes_fault(x, reader_line(x->stream),
				    "This is <%s>, and no <log> of XES.",
				    reader_name(x->stream));
				return false;
			}
			x->begun = true;
			continue;
		}
		if (is(x, "trace"))
			return true;
		if (is(x, "global")) {
			if (!global_read(x))
				return false;
			continue;
		}
		for (i = 0; attrs[i] != NULL && !is(x, attrs[i]); i++)
			;
		if (attrs[i] == NULL) {
			xml_xes_fault(x, reader_line(x->stream),
			    "<%s> has no place in a log.",
			    reader_name(x->stream));
			return false;
		}
		if (!skip(x))
			return false;
	}
	return false;
}

/* Inside a case: what comes next in it. 0: it ended, or a fault. */
static enum xml_xes_item
case_step(struct xml_xes *x)
{
	while (reader_next(x->stream)) {
		if (reader_event(x->stream) == READER_END && is(x, "trace")) {
			x->in_case = false;
			return x->had_event ? 0 : XML_XES_CASE;
		}
		if (reader_event(x->stream) != READER_START)
			continue;
		if (is(x, "event")) {
			if (x->had_event)
				return event_read(x);
			x->had_event = x->pending = true;
			return XML_XES_CASE;
		}
		if (x->had_event) {
			xml_xes_fault(x, reader_line(x->stream),
			    "The attributes of a <trace> stand before its "
			    "events.");
			return 0;
		}
		if (!attr_read(x, false, false))
			return 0;
	}
	return 0;
}

enum xml_xes_item
xml_xes_next(struct xml_xes *x)
{
	enum xml_xes_item item;

	if (x->failed)
		return 0;
	if (x->pending) {	/* the event that ended the case's attributes */
		x->pending = false;
		return event_read(x);
	}
	for (;;) {
		if (x->in_case) {
			if ((item = case_step(x)) != 0 || x->in_case)
				return x->failed ? 0 : item;
		}
		if (!log_step(x))
			return 0;
		item_start(x);
		x->in_case = true;
		x->had_event = false;
	}
}

const struct xml_xes_attr *
xml_xes_attrs(const struct xml_xes *x)
{
	return x->attrs;
}

const char *
xml_xes_value(const struct xml_xes *x, const char *key)
{
	const struct xml_xes_attr *attr;

	for (attr = x->attrs; attr != NULL; attr = attr->next)
		if (strcmp(attr->key, key) == 0)
			return attr->value;
	return "";
}

bool
xml_xes_moment(const char *zone, const char *text, int64_t *out)
{
	int64_t naive, minute;
	char local[32];
	size_t n = strlen(text);

	if (date_stamp(text, out))
		return true;
	if (n < 16 || n >= sizeof(local) - 1)
		return false;
	snprintf(local, sizeof(local), "%sZ", text);	/* its digits only */
	if (!date_stamp(local, &naive))
		return false;
	snprintf(local, sizeof(local), "%.16s", text);
	switch (date_moment(zone, local, &minute)) {
	case DATE_OK:
	case DATE_TWICE:
		*out = minute + ((naive % 60) + 60) % 60;
		return true;
	case DATE_NEVER:	/* the clocks jumped over it */
	case DATE_WRONG:
		break;
	}
	return false;
}
