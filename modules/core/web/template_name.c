/* SPDX-License-Identifier: MIT */
/* Names, formats, conditions, and what stands in braces. */
#include <string.h>

#include "base/count.h"
#include "web/template_compile.h"
#include "web/view.h"

#define STEPS 8

static bool
letter(char c)
{
	return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_';
}

static bool
digit(char c)
{
	return c >= '0' && c <= '9';
}

/* Length of a dotted name at s, 0 if there is none. */
static size_t
name_length(const char *s)
{
	size_t n = 0;

	for (;;) {
		if (!letter(s[n]))
			return 0;
		while (letter(s[n]) || digit(s[n]))
			n++;
		if (s[n] != '.')
			return n;
		n++;
	}
}

static const char *
blanks(const char *s)
{
	return s + strspn(s, " \t\r\n");
}

const char *
template_name_word(const char **s, size_t *len)
{
	const char *word = blanks(*s);

	for (*len = 0; letter(word[*len]) || digit(word[*len]) ||
	    word[*len] == '-'; (*len)++)
		continue;
	*s = blanks(word + *len);
	return word;
}

static const struct scope *
find(const struct scope *s, const char *name, size_t len)
{
	while (s != NULL && (s->len != len || memcmp(s->name, name, len) != 0))
		s = s->next;
	return s;
}

static size_t
dots(const char *text, size_t len)
{
	size_t n = 0;

	while (len-- > 0)
		n += *text++ == '.';
	return n;
}

/* The first word says where to begin, the others are names of parts. */
bool
template_name_ref(struct compiler *c, const struct xml_template_node *n,
    const char *text, size_t len, struct ref *out)
{
	const struct scope *known;
	size_t word = 0, count = 0;
	struct step *steps;
	const char *dot;

	if (len == 0 || name_length(text) < len) {
		template_compile_fault(c, n, "“%.*s” is not a name.",
		    (int)len, text);
		return false;
	}
	dot = memchr(text, '.', len);
	word = dot == NULL ? len : (size_t)(dot - text);
	known = find(c->scope, text, word);
	steps = arena_array(c->arena, dots(text, len) + 1 +
	    (known == NULL ? 0 : known->ref.n), sizeof(*steps));
	*out = (struct ref){ .steps = steps };
	if (known != NULL) {
		out->slot = known->ref.slot;
		count = known->ref.n;
		if (count > 0)
			memcpy(steps, known->ref.steps,
			    count * sizeof(*steps));
	} else if (word == 4 && memcmp(text, "form", 4) == 0) {
		out->slot = 1;
	}
	if (known != NULL || out->slot == 1) {
		text += dot == NULL ? len : word + 1;
		len -= dot == NULL ? len : word + 1;
	}
	while (len > 0 && count < STEPS) {
		dot = memchr(text, '.', len);
		word = dot == NULL ? len : (size_t)(dot - text);
		steps[count].name = arena_textn(c->arena, text, word);
		steps[count].len = word;
		steps[count++].hash = view_hash(text, word);
		text += dot == NULL ? word : word + 1;
		len -= dot == NULL ? word : word + 1;
	}
	if (len > 0)
		template_compile_fault(c, n, "A name has too many dots.");
	out->n = (unsigned int)count;
	return len == 0;
}

static bool
format_find(const char *word, size_t len, enum format *out)
{
	static const char *const names[] = {
		[FORMAT_DATE] = "date", [FORMAT_SHORT] = "short",
		[FORMAT_MOMENT] = "moment", [FORMAT_STAMP] = "stamp",
		[FORMAT_TIME] = "time", [FORMAT_DAY] = "day",
		[FORMAT_AGO] = "ago",
		[FORMAT_SPAN] = "span", [FORMAT_NUMBER] = "number",
		[FORMAT_BYTES] = "bytes",
		[FORMAT_PERCENT] = "percent", [FORMAT_PLAIN] = "plain"
	};
	size_t i;

	for (i = 1; i < COUNT(names); i++)
		if (strlen(names[i]) == len &&
		    memcmp(names[i], word, len) == 0) {
			*out = (enum format)i;
			return true;
		}
	return false;
}

/* "name" or "name | format", whole. */
bool
template_name_value(struct compiler *c, const struct xml_template_node *n,
    const char *text, struct ref *ref, enum format *format)
{
	const char *s = blanks(text), *word;
	size_t len = name_length(s), size;

	*format = FORMAT_KIND;
	if (len == 0) {
		template_compile_fault(c, n, "“%s” is not a name.", text);
		return false;
	}
	if (!template_name_ref(c, n, s, len, ref))
		return false;
	s = blanks(s + len);
	if (*s == '|') {
		s++;
		word = template_name_word(&s, &size);
		if (!format_find(word, size, format)) {
			template_compile_fault(c, n, "There is no format "
			    "“%.*s”.", (int)size, word);
			return false;
		}
	}
	if (*s != '\0')
		template_compile_fault(c, n, "“%s” is more than a name and a "
		    "format.", text);
	return *s == '\0';
}

size_t
template_name_braces(const char *s)
{
	const char *p = s;
	size_t len;

	if (*p++ != '{')
		return 0;
	p = blanks(p);
	if ((len = name_length(p)) == 0)
		return 0;
	p = blanks(p + len);
	if (*p == '|') {
		p++;
		template_name_word(&p, &len);
		if (len == 0)
			return 0;
	}
	return *p == '}' ? (size_t)(p + 1 - s) : 0;
}

static size_t
count_pieces(const char *s)
{
	size_t n = 1, len;

	for (; *s != '\0'; s += len == 0 ? 1 : len)
		if ((len = template_name_braces(s)) > 0)
			n += 2;
	return n;
}

bool
template_name_pieces(struct compiler *c, const struct xml_template_node *n,
    const char *s, struct pieces *out)
{
	struct piece *p = arena_array(c->arena, count_pieces(s), sizeof(*p));
	const char *from = s;
	size_t len;
	bool ok = true;

	*out = (struct pieces){ .p = p };
	for (;; s++) {
		len = template_name_braces(s);
		if (len == 0 && *s != '\0')
			continue;
		if (s > from)
			p[out->n++].text = arena_textn(c->arena, from,
			    (size_t)(s - from));
		if (len == 0)
			return ok;
		ok = template_name_value(c, n, arena_textn(c->arena, s + 1,
		    len - 2), &p[out->n].ref, &p[out->n].format) && ok;
		out->n++;
		s += len - 1;
		from = s + 1;
	}
}

/* "name" or "name = word". */
bool
template_name_cond(struct compiler *c, const struct xml_template_node *n,
    const char *text, size_t len, struct cond *out)
{
	const char *s = blanks(arena_textn(c->arena, text, len)), *word;
	size_t name = name_length(s), size;

	*out = (struct cond){ 0 };
	if (name == 0) {
		template_compile_fault(c, n, "“%.*s” is not a condition.",
		    (int)len, text);
		return false;
	}
	if (!template_name_ref(c, n, s, name, &out->ref))
		return false;
	s = blanks(s + name);
	if (*s == '=') {
		s++;
		word = template_name_word(&s, &size);
		out->word = arena_textn(c->arena, word, size);
	}
	if (*s != '\0' || (out->word != NULL && *out->word == '\0')) {
		template_compile_fault(c, n, "“%.*s” is not a condition: "
		    "write a name, or a name = a word.", (int)len, text);
		return false;
	}
	return true;
}
