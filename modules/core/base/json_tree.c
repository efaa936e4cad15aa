/* SPDX-License-Identifier: MIT */
/* A reader of JSON by recursive descent, at most JSON_TREE_DEPTH deep. */
#include "base/json_tree.h"

#include <stdbool.h>
#include <stdint.h>
#include <string.h>

#include "base/buf.h"
#include "base/json_out.h"

struct reading {
	struct arena *arena;
	const char *start, *s, *end;
	const char *wrong;	/* what is, where s stands */
	int depth;
};

static bool
wrong(struct reading *r, const char *what)
{
	if (r->wrong == NULL)
		r->wrong = what;
	return false;
}

static void
skip_blank(struct reading *r)
{
	while (r->s < r->end && (*r->s == ' ' || *r->s == '\t' ||
	    *r->s == '\n' || *r->s == '\r'))
		r->s++;
}

static bool
take(struct reading *r, char c)
{
	skip_blank(r);
	if (r->s == r->end || *r->s != c)
		return false;
	r->s++;
	return true;
}

static bool
read_hex(struct reading *r, uint32_t *out)
{
	static const char digits[] = "0123456789abcdef";
	const char *at;
	int i;

	*out = 0;
	for (i = 0; i < 4; i++, r->s++) {
		if (r->s == r->end || *r->s == '\0' ||
		    (at = strchr(digits, *r->s | 0x20)) == NULL ||
		    (*r->s < '0'))
			return wrong(r, "\\u wants four hexadecimal digits");
		*out = *out * 16 + (uint32_t)(at - digits);
	}
	return true;
}

static void
add_letter(struct buf *b, uint32_t c)
{
	if (c < 0x80) {
		buf_char(b, (char)c);
		return;
	}
	if (c < 0x800)
		buf_char(b, (char)(0xc0 | c >> 6));
	else {
		if (c < 0x10000)
			buf_char(b, (char)(0xe0 | c >> 12));
		else {
			buf_char(b, (char)(0xf0 | c >> 18));
			buf_char(b, (char)(0x80 | (c >> 12 & 0x3f)));
		}
		buf_char(b, (char)(0x80 | (c >> 6 & 0x3f)));
	}
	buf_char(b, (char)(0x80 | (c & 0x3f)));
}

/* Behind \u: a letter, or the two halves of one. */
static bool
read_letter(struct reading *r, struct buf *b)
{
	uint32_t c, low;

	if (!read_hex(r, &c))
		return false;
	if (c >= 0xd800 && c < 0xdc00) {
		if (r->end - r->s < 6 || r->s[0] != '\\' || r->s[1] != 'u')
			return wrong(r, "half a letter stands alone");
		r->s += 2;
		if (!read_hex(r, &low))
			return false;
		if (low < 0xdc00 || low > 0xdfff)
			return wrong(r, "half a letter stands alone");
		c = 0x10000 + ((c - 0xd800) << 10) + (low - 0xdc00);
	} else if (c >= 0xdc00 && c <= 0xdfff)
		return wrong(r, "half a letter stands alone");
	add_letter(b, c);
	return true;
}

static bool
read_escape(struct reading *r, struct buf *b)
{
	static const char from[] = "\"\\/bfnrt", to[] = "\"\\/\b\f\n\r\t";
	const char *at;
	char c = r->s == r->end ? '\0' : *r->s;

	if (c == 'u') {
		r->s++;
		return read_letter(r, b);
	}
	if (c == '\0' || (at = strchr(from, c)) == NULL)
		return wrong(r, "this is no escape of JSON");
	buf_char(b, to[at - from]);
	r->s++;
	return true;
}

/* A text, whose first quote was taken. */
static bool
read_letters(struct reading *r, struct buf *b)
{
	size_t n;

	for (;;) {
		if (r->s == r->end)
			return wrong(r, "a text has no end");
		if (*r->s == '"') {
			r->s++;
			return true;
		}
		if (*r->s == '\\') {
			r->s++;
			if (!read_escape(r, b))
				return false;
			continue;
		}
		if ((unsigned char)*r->s < ' ')
			return wrong(r, "a text must escape its line ends and "
			    "other control characters");
		n = json_out_letter(r->s, (size_t)(r->end - r->s));
		if (n == 0)
			return wrong(r, "this is not UTF-8");
		buf_add(b, r->s, n);
		r->s += n;
	}
}

static bool
read_text(struct reading *r, const char **out, size_t *len)
{
	struct buf b = { 0 };
	bool ok = read_letters(r, &b);

	*out = arena_textn(r->arena, b.len > 0 ? b.data : "", b.len);
	*len = b.len;
	buf_free(&b);
	return ok;
}

static size_t
digits(struct reading *r)
{
	const char *from = r->s;

	while (r->s < r->end && *r->s >= '0' && *r->s <= '9')
		r->s++;
	return (size_t)(r->s - from);
}

static bool
read_number(struct reading *r, struct json_tree *t)
{
	const char *from = r->s;
	size_t n;

	if (*r->s == '-')
		r->s++;
	n = digits(r);
	if (n == 0 || (n > 1 && r->s[-(ptrdiff_t)n] == '0'))
		return wrong(r, "this is no number of JSON");
	if (r->s < r->end && *r->s == '.') {
		r->s++;
		if (digits(r) == 0)
			return wrong(r, "a point wants decimals");
	}
	if (r->s < r->end && (*r->s == 'e' || *r->s == 'E')) {
		r->s++;
		if (r->s < r->end && (*r->s == '+' || *r->s == '-'))
			r->s++;
		if (digits(r) == 0)
			return wrong(r, "an exponent wants digits");
	}
	t->kind = JSON_TREE_NUMBER;
	t->len = (size_t)(r->s - from);
	t->text = arena_textn(r->arena, from, t->len);
	return true;
}

static bool
read_word(struct reading *r, struct json_tree *t)
{
	static const struct {
		const char *word;
		enum json_tree_kind kind;
	} words[] = {
		{ "null", JSON_TREE_NULL }, { "true", JSON_TREE_TRUE },
		{ "false", JSON_TREE_FALSE }
	};
	size_t i, len;

	for (i = 0; i < 3; i++) {
		len = strlen(words[i].word);
		if ((size_t)(r->end - r->s) < len ||
		    memcmp(r->s, words[i].word, len) != 0)
			continue;
		r->s += len;
		t->kind = words[i].kind;
		return true;
	}
	return wrong(r, "a value is wanted here");
}

static bool read_value(struct reading *, struct json_tree **);

/* What is inside [] or {}, whose first sign was taken. */
static bool
read_members(struct reading *r, struct json_tree *t)
{
	char close = t->kind == JSON_TREE_LIST ? ']' : '}';
	struct json_tree **tail = &t->first;
	const char *name = NULL;
	size_t len;

	if (r->depth == JSON_TREE_DEPTH)
		return wrong(r, "it is nested too deeply");
	if (take(r, close))
		return true;
	r->depth++;
	do {
		if (close == '}' && !take(r, '"'))
			return wrong(r, "a name in quotes is wanted here");
		if (close == '}' && !read_text(r, &name, &len))
			return false;
		if (close == '}' && !take(r, ':'))
			return wrong(r, "a colon is wanted here");
		if (!read_value(r, tail))
			return false;
		(*tail)->name = name;
		tail = &(*tail)->next;
		t->n++;
	} while (take(r, ','));
	r->depth--;
	return take(r, close) || wrong(r, close == ']' ?
	    "a comma or ] is wanted here" : "a comma or } is wanted here");
}

static bool
read_value(struct reading *r, struct json_tree **out)
{
	struct json_tree *t = *out = arena_alloc(r->arena, sizeof(*t));

	t->text = "";
	skip_blank(r);
	if (r->s == r->end)
		return wrong(r, "a value is wanted here");
	switch (*r->s) {
	case '"':
		t->kind = JSON_TREE_TEXT;
		r->s++;
		return read_text(r, &t->text, &t->len);
	case '[':
	case '{':
		t->kind = *r->s++ == '[' ? JSON_TREE_LIST : JSON_TREE_OBJECT;
		return read_members(r, t);
	default:
		return *r->s == '-' || (*r->s >= '0' && *r->s <= '9') ?
		    read_number(r, t) : read_word(r, t);
	}
}

static const char *
sentence(const struct reading *r)
{
	const char *p, *line = r->start;
	int lines = 1;

	for (p = r->start; p < r->s; p++)
		if (*p == '\n') {
			lines++;
			line = p + 1;
		}
	return arena_printf(r->arena, "This is no JSON: line %d, column %d: "
	    "%s.", lines, (int)(r->s - line) + 1, r->wrong);
}

struct json_tree *
json_tree_read(struct arena *a, const char *text, size_t len,
    const char **why)
{
	struct reading r = { a, text, text, text + len, NULL, 0 };
	struct json_tree *t;

	if (read_value(&r, &t)) {
		skip_blank(&r);
		if (r.s == r.end)
			return t;
		wrong(&r, "there is more after the value");
	}
	*why = sentence(&r);
	return NULL;
}

const struct json_tree *
json_tree_member(const struct json_tree *t, const char *name)
{
	const struct json_tree *m, *found = NULL;

	if (t == NULL || t->kind != JSON_TREE_OBJECT)
		return NULL;
	for (m = t->first; m != NULL; m = m->next)
		if (strcmp(m->name, name) == 0)
			found = m;
	return found;
}

bool
json_tree_true(const struct json_tree *t, const char *name)
{
	const struct json_tree *m = json_tree_member(t, name);

	return m != NULL && m->kind == JSON_TREE_TRUE;
}
