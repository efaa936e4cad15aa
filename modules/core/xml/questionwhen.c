/* SPDX-License-Identifier: MIT */
#include "xml/questionwhen.h"

#include <string.h>

#include "xml/fhircheck.h"
#include "xml/questionanswer.h"

static const struct questionitem *
by_link(const struct questionitem_all *q, const char *link)
{
	const struct questionitem *k;

	for (k = q->first; k != NULL && strcmp(k->link, link) != 0;)
		k = k->next;
	return k;
}

/* A text of FEEL. */
static const char *
quoted(struct arena *a, const char *s)
{
	char *out = arena_alloc(a, 2 * strlen(s) + 3), *p = out;

	*p++ = '"';
	for (; *s != '\0'; s++) {
		if (*s == '"' || *s == '\\')
			*p++ = '\\';
		*p++ = *s;
	}
	*p++ = '"';
	*p = '\0';
	return out;
}

/* The value that an answer is held against; NULL: it cannot be said. */
static const char *
operand(struct questionitem_all *q, const struct questionitem *k,
    const struct reader_node *n)
{
	static const char *const plain[] = { "answerBoolean", "answerDecimal",
	    "answerInteger", NULL };
	const struct reader_node *c;
	const struct questionanswer *x;
	const char *text;
	int i;

	for (i = 0; plain[i] != NULL; i++)
		if (*(text = questionitem_value(n, plain[i])) != '\0')
			return text;
	if (*(text = questionitem_value(n, "answerDate")) != '\0')
		return arena_printf(q->arena, "date(%s)", quoted(q->arena,
		    text));
	if ((c = reader_child(n, FHIRCHECK_NS, "answerQuantity")) != NULL &&
	    *(text = questionitem_value(c, "value")) != '\0')
		return text;
	c = reader_child(n, FHIRCHECK_NS, "answerCoding");
	if (c != NULL) {
		x = questionanswer_find(questionanswer_list(q, k->item),
		    questionitem_value(c, "system"),
		    questionitem_value(c, "code"));
		return x == NULL ? NULL : quoted(q->arena, x->ours);
	}
	text = questionitem_value(n, "answerString");
	return *text == '\0' ? NULL : quoted(q->arena, text);
}

static bool
is_list(const struct questionitem *k)
{
	return k->many && (strcmp(k->type, "choice") == 0 ||
	    strcmp(k->type, "open-choice") == 0);
}

/* One condition; NULL: it cannot be said. */
static const char *
condition(struct questionitem_all *q, const struct reader_node *n)
{
	static const char *const known[] = { "=", "!=", ">", "<", ">=", "<=",
	    NULL };
	const struct questionitem *k = by_link(q, questionitem_value(n,
	    "question"));
	const char *how = questionitem_value(n, "operator"), *value;

	if (k == NULL)
		return NULL;
	if (strcmp(how, "exists") == 0)
		return arena_printf(q->arena, strcmp(questionitem_value(n,
		    "answerBoolean"), "false") == 0 ? "%s = null" :
		    "%s != null", k->code);
	if (reader_place(known, how) < 0 ||
	    (value = operand(q, k, n)) == NULL)
		return NULL;
	if (!is_list(k))
		return arena_printf(q->arena, "%s %s %s", k->code, how,
		    value);
	if (strcmp(how, "=") == 0)
		return arena_printf(q->arena, "list contains(%s, %s)",
		    k->code, value);
	return strcmp(how, "!=") != 0 ? NULL : arena_printf(q->arena,
	    "not(list contains(%s, %s))", k->code, value);
}

const char *
questionwhen(struct questionitem_all *q, const struct reader_node *item)
{
	bool any = strcmp(questionitem_value(item, "enableBehavior"),
	    "any") == 0, several = false;
	const char *all = "", *one;
	const struct reader_node *n;

	for (n = reader_child(item, FHIRCHECK_NS, "enableWhen"); n != NULL;
	    n = reader_after(n, FHIRCHECK_NS, "enableWhen")) {
		if ((one = condition(q, n)) == NULL) {
			questionitem_tell(q, n, "When “%s” is asked cannot be "
			    "said in a form: a condition is left out.",
			    questionitem_name(item));
			continue;
		}
		several |= *all != '\0';
		all = *all == '\0' ? one : arena_printf(q->arena, "%s %s %s",
		    all, any ? "or" : "and", one);
	}
	return several && any ? arena_printf(q->arena, "(%s)", all) : all;
}
