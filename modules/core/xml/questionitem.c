/* SPDX-License-Identifier: MIT */
#include "xml/questionitem.h"

#include <stdarg.h>
#include <stdio.h>
#include <string.h>

#include "text/fold.h"
#include "text/message.h"
#include "xml/fhircheck.h"
#include "xml/formtree.h"
#include "xml/questionanswer.h"

#define TRANSLATION "http://hl7.org/fhir/StructureDefinition/translation"
#define CODE_MAX 31
#define DEEPEST 40

const char *
questionitem_value(const struct reader_node *n, const char *name)
{
	const struct reader_node *c = reader_child(n, FHIRCHECK_NS, name);
	const char *v = c == NULL ? NULL : reader_attr(c, "value");

	return v == NULL ? "" : v;
}

/* The part of an extension that is called so. */
static const struct reader_node *
part(const struct reader_node *n, const char *url)
{
	const struct reader_node *c;

	for (c = reader_child(n, FHIRCHECK_NS, "extension"); c != NULL;
	    c = reader_after(c, FHIRCHECK_NS, "extension"))
		if (strcmp(reader_given(c, "url"), url) == 0)
			return c;
	return NULL;
}

/* Which language a tag such as pt-BR is of; -1: none of ours. */
static int
language(const char *tag)
{
	int i;

	for (i = 0; message_languages[i] != NULL; i++)
		if (strncmp(tag, message_languages[i], 2) == 0 &&
		    (tag[2] == '\0' || tag[2] == '-'))
			return i;
	return -1;
}

void
questionitem_texts(const struct questionitem_all *q,
    const struct reader_node *n, const char *child, struct label *out)
{
	const struct reader_node *c = reader_child(n, FHIRCHECK_NS, child), *t;
	const struct reader_node *lang, *content;
	const char *text = c == NULL ? NULL : reader_attr(c, "value");
	int i;

	if (text == NULL || *(text = fold_tidy(q->arena, text, false)) == '\0')
		return;
	out->text[0] = text;
	if ((i = language(questionitem_value(q->root, "language"))) > 0)
		out->text[i] = text;
	for (t = reader_child(c, FHIRCHECK_NS, "extension"); t != NULL;
	    t = reader_after(t, FHIRCHECK_NS, "extension")) {
		if (strcmp(reader_given(t, "url"), TRANSLATION) != 0 ||
		    (lang = part(t, "lang")) == NULL ||
		    (content = part(t, "content")) == NULL ||
		    (i = language(questionitem_value(lang,
		    "valueCode"))) < 0)
			continue;
		text = questionitem_value(content, "valueString");
		if (*text != '\0')
			out->text[i] = fold_tidy(q->arena, text, false);
	}
}

void
questionitem_label(const struct questionitem_all *q,
    const struct reader_node *item, struct label *out)
{
	const struct reader_node *c;

	if (item == NULL)
		return;
	questionitem_texts(q, item, "text", out);
	for (c = reader_child(item, FHIRCHECK_NS, "code");
	    c != NULL && out->text[0] == NULL;
	    c = reader_after(c, FHIRCHECK_NS, "code"))
		questionitem_texts(q, c, "display", out);
	c = reader_child(item, FHIRCHECK_NS, "code");
	if (out->text[0] == NULL && c != NULL)
		questionitem_texts(q, c, "code", out);
}

const char *
questionitem_name(const struct reader_node *item)
{
	const char *text = questionitem_value(item, "text");

	return *text != '\0' ? text : questionitem_value(item, "linkId");
}

static bool
is_taken(const struct questionitem_all *q, const char *code)
{
	static const char *const ours[] = { "case", "forms", "points", NULL };
	const struct questionitem_codes *c;

	for (c = q->codes; c != NULL; c = c->next)
		if (strcmp(c->code, code) == 0)
			return true;
	return reader_place(ours, code) >= 0;
}

const char *
questionitem_code(struct questionitem_all *q, const char *words)
{
	char *code = fold_code(q->arena, words, '_');
	struct questionitem_codes *c;
	const char *base;
	int n = 1;

	if (code[0] < 'a' || code[0] > 'z')
		code = arena_printf(q->arena, "q_%s", code);
	if (strlen(code) > CODE_MAX)
		code[CODE_MAX] = '\0';
	for (base = code; is_taken(q, code);)
		code = arena_printf(q->arena, "%.*s_%d", CODE_MAX - 5, base,
		    ++n);
	c = arena_alloc(q->arena, sizeof(*c));
	c->code = code;
	c->next = q->codes;
	q->codes = c;
	return code;
}

void
questionitem_tell(struct questionitem_all *q, const struct reader_node *n,
    const char *fmt, ...)
{
	char text[400];
	va_list ap;

	va_start(ap, fmt);
	vsnprintf(text, sizeof(text), fmt, ap);
	va_end(ap);
	reader_add_fault(q->arena, q->told, q->file, n->line, "%s",
	    fold_tidy(q->arena, text, false));
}

static bool
asks(const struct reader_node *item)
{
	const char *type = questionitem_value(item, "type");

	return strcmp(type, "group") != 0 && strcmp(type, "display") != 0;
}

void
questionitem_known(struct questionitem_all *q, const struct reader_node *n,
    int depth)
{
	struct questionitem **tail = &q->first, *k;
	const struct reader_node *item;

	for (item = reader_child(n, FHIRCHECK_NS, "item"); item != NULL &&
	    depth < DEEPEST; item = reader_after(item, FHIRCHECK_NS, "item")) {
		while (*tail != NULL)
			tail = &(*tail)->next;
		if (asks(item)) {
			k = arena_alloc(q->arena, sizeof(*k));
			k->item = item;
			k->link = questionitem_value(item, "linkId");
			k->code = questionitem_code(q, k->link);
			k->type = questionitem_value(item, "type");
			k->many = strcmp(questionitem_value(item, "repeats"),
			    "true") == 0;
			*tail = k;
		}
		questionitem_known(q, item, depth + 1);
	}
}

static const struct questionitem *
known(const struct questionitem_all *q, const struct reader_node *item)
{
	const struct questionitem *k;

	for (k = q->first; k->item != item;)
		k = k->next;
	return k;
}

/* Is it made of the others by whoever shows the questionnaire? */
static bool
is_computed(const struct reader_node *item)
{
	const struct reader_node *x;
	const char *url;

	for (x = reader_child(item, FHIRCHECK_NS, "extension"); x != NULL;
	    x = reader_after(x, FHIRCHECK_NS, "extension")) {
		url = reader_given(x, "url");
		if (strstr(url, "cqf-expression") != NULL ||
		    strstr(url, "calculatedExpression") != NULL)
			return true;
	}
	return false;
}

/* The kind of ours for one of FHIR's; NULL: a form cannot ask it. */
static const char *
kind_of(const struct questionitem *k)
{
	static const char *const kinds[][2] = { { "boolean", "flag" },
	    { "decimal", "number" }, { "integer", "number" },
	    { "quantity", "number" }, { "date", "date" },
	    { "dateTime", "text" }, { "time", "text" }, { "string", "text" },
	    { "url", "text" }, { "text", "lines" }, { "choice", "choice" },
	    { "open-choice", "choice" } };
	size_t i;

	for (i = 0; i < sizeof(kinds) / sizeof(*kinds); i++)
		if (strcmp(kinds[i][0], k->type) == 0)
			return k->many && strcmp(kinds[i][1], "choice") == 0 ?
			    "choices" : kinds[i][1];
	return NULL;
}

static void
add_choices(struct questionitem_all *q, const struct reader_node *item,
    struct reader_node *n)
{
	const struct questionanswer *x = questionanswer_list(q, item);
	struct reader_node *c;

	if (x == NULL)
		questionitem_tell(q, item, "What can be answered to “%s” is "
		    "not in the file: add it.", questionitem_name(item));
	for (; x != NULL; x = x->next) {
		c = formtree_add(q->arena, n, "choice", x->ours);
		if (x->code[0] != '\0')
			formtree_set(q->arena, c, "link", arena_printf(
			    q->arena, "%s|%s", x->system, x->code));
		if (x->scored && !q->summed) {
			formtree_set(q->arena, c, "points", arena_printf(
			    q->arena, "%d", x->points));
			q->scored = true;
		}
		formtree_say(q->arena, c, NULL, &x->label);
	}
}

/* What a form asks in another way. */
static void
tell_about(struct questionitem_all *q, const struct questionitem *k)
{
	const char *name = questionitem_name(k->item);

	if (strcmp(k->type, "open-choice") == 0)
		questionitem_tell(q, k->item, "“%s” takes other answers, too: "
		    "a form has no such question; add one for them.", name);
	if (strcmp(k->type, "dateTime") == 0 || strcmp(k->type, "time") == 0)
		questionitem_tell(q, k->item, "“%s” asks for a time; the form "
		    "asks for words.", name);
	if (k->many && strcmp(k->type, "choice") != 0 &&
	    strcmp(k->type, "open-choice") != 0)
		questionitem_tell(q, k->item, "“%s” may be answered several "
		    "times; the form asks it once.", name);
	if (strcmp(questionitem_value(k->item, "readOnly"), "true") == 0)
		questionitem_tell(q, k->item, "“%s” is not meant to be "
		    "answered by hand.", name);
}

void
questionitem_add(struct questionitem_all *q, const struct reader_node *item,
    const char *when)
{
	const struct questionitem *k = known(q, item);
	const char *kind = kind_of(k);
	struct label l = { { NULL } };
	struct reader_node *n;

	if (is_computed(item) && q->scored) {
		q->summed = true;
		questionitem_tell(q, item, "“%s” is not asked: it is the sum "
		    "of the points before it, which the form counts itself. "
		    "What stands behind it gives none.",
		    questionitem_name(item));
		return;
	}
	if (kind == NULL) {
		questionitem_tell(q, item, "“%s” asks for a thing of the kind "
		    "%s, which a form cannot.", questionitem_name(item),
		    k->type);
		return;
	}
	tell_about(q, k);
	questionitem_label(q, item, &l);
	if (l.text[0] == NULL)
		l.text[0] = k->link;
	n = formtree_add(q->arena, q->section, "question", k->code);
	formtree_set(q->arena, n, "link", k->link);
	formtree_set(q->arena, n, "kind", kind);
	if (strcmp(k->type, "decimal") == 0 || strcmp(k->type, "quantity") == 0)
		formtree_set(q->arena, n, "decimals", "3");
	if (strcmp(questionitem_value(item, "required"), "true") == 0)
		formtree_set(q->arena, n, "required", "yes");
	formtree_say(q->arena, n, NULL, &l);
	if (*when != '\0')
		formtree_express(q->arena, n, "when", when);
	if (strncmp(kind, "choice", 6) == 0)
		add_choices(q, item, n);
	q->asked++;
}
