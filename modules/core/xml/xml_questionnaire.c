/* SPDX-License-Identifier: MIT */
#include "xml/xml_questionnaire.h"

#include <string.h>

#include "xml/fhircheck.h"
#include "xml/formtree.h"
#include "xml/questionitem.h"
#include "xml/questionknown.h"
#include "xml/questionwhen.h"

#define LOINC "http://loinc.org"
#define DEEPEST 20

bool
xml_questionnaire_is(const struct reader_node *root)
{
	return reader_is(root, FHIRCHECK_NS, "Questionnaire");
}

/* The parts of a condition, all of which must hold; "" none. */
static const char *
both(struct arena *a, const char *one, const char *other)
{
	if (*one == '\0' || *other == '\0')
		return *one == '\0' ? other : one;
	return arena_printf(a, "%s and %s", one, other);
}

static struct reader_node *
section(struct questionitem_all *q, const struct reader_node *group,
    const char *when)
{
	struct reader_node *s;
	struct label l = { { NULL } };

	questionitem_label(q, group, &l);
	if (l.text[0] == NULL)
		l = q->title;
	s = formtree_add(q->arena, q->form, "section", questionitem_code(q,
	    l.text[0]));
	formtree_say(q->arena, s, "name", &l);
	if (group != NULL && strcmp(questionitem_value(group, "repeats"),
	    "true") == 0) {
		formtree_set(q->arena, s, "repeats", "yes");
		formtree_say(q->arena, s, "one", &l);
	}
	l = (struct label){ { *q->words == '\0' ? NULL : q->words } };
	formtree_say(q->arena, s, "help", &l);
	if (*when != '\0')
		formtree_express(q->arena, s, "when", when);
	return s;
}

struct place {			/* where what is read now is to stand */
	const struct reader_node *group;	/* NULL: the form itself */
	const char *when;	/* of all groups around it */
	const char *asked;	/* of the questions that it hangs on */
	bool repeats;
	int depth;
};

static void add_items(struct questionitem_all *, const struct reader_node *,
    const struct place *);

/* What is shown and not asked stands at the head of its section, which may
 * not be there yet. */
static void
add_words(struct questionitem_all *q, const char *text)
{
	struct label l = { { NULL } };

	if (*text == '\0')
		return;
	q->words = *q->words == '\0' ? text : arena_printf(q->arena, "%s %s",
	    q->words, text);
	l.text[0] = q->words;
	if (q->section != NULL)
		formtree_say(q->arena, q->section, "help", &l);
}

static void
add_group(struct questionitem_all *q, const struct reader_node *item,
    const struct place *at)
{
	struct place in = *at;

	in.group = item;
	in.when = both(q->arena, at->when, both(q->arena, at->asked,
	    questionwhen(q, item)));
	in.asked = "";
	if (at->repeats && strcmp(questionitem_value(item, "repeats"),
	    "true") == 0)
		questionitem_tell(q, item, "“%s” repeats inside of what "
		    "repeats; it is asked once.", questionitem_name(item));
	in.repeats = at->repeats || strcmp(questionitem_value(item,
	    "repeats"), "true") == 0;
	q->section = NULL;
	q->words = "";
	add_items(q, item, &in);
	q->section = NULL;
	q->words = "";
}

static void
add_question(struct questionitem_all *q, const struct reader_node *item,
    const struct place *at)
{
	const char *own = questionwhen(q, item);
	struct place in = *at;

	if (q->section == NULL)
		q->section = section(q, at->group, at->when);
	in.asked = both(q->arena, at->asked, own);
	questionitem_add(q, item, in.asked);
	add_items(q, item, &in);
}

static void
add_items(struct questionitem_all *q, const struct reader_node *parent,
    const struct place *at)
{
	const struct reader_node *item;
	struct place in = *at;
	const char *type;

	if (++in.depth > DEEPEST) {
		questionitem_tell(q, parent, "“%s” lies too deep; what hangs "
		    "on it is not asked.", questionitem_name(parent));
		return;
	}
	for (item = reader_child(parent, FHIRCHECK_NS, "item"); item != NULL;
	    item = reader_after(item, FHIRCHECK_NS, "item")) {
		type = questionitem_value(item, "type");
		if (strcmp(type, "group") == 0)
			add_group(q, item, &in);
		else if (strcmp(type, "display") == 0)
			add_words(q, questionitem_value(item, "text"));
		else
			add_question(q, item, &in);
	}
}

static void
add_bands(struct questionitem_all *q, const struct reader_node *root)
{
	const struct questionknown_band *b = NULL;
	const struct reader_node *c;
	struct reader_node *n;

	for (c = reader_child(root, FHIRCHECK_NS, "code"); c != NULL &&
	    b == NULL; c = reader_after(c, FHIRCHECK_NS, "code"))
		if (strcmp(questionitem_value(c, "system"), LOINC) == 0)
			b = questionknown_bands(questionitem_value(c,
			    "code"));
	for (; b != NULL && b->code != NULL && q->scored; b++) {
		n = formtree_add(q->arena, q->form, "band", b->code);
		formtree_set(q->arena, n, "from", arena_printf(q->arena,
		    "%d", b->from));
		formtree_say(q->arena, n, NULL, &b->label);
	}
}

/* What it is called, to people and in addresses. */
static void
name(struct questionitem_all *q, const struct reader_node *root)
{
	const struct reader_node *c = reader_child(root, FHIRCHECK_NS, "code");
	const char *word = questionitem_value(root, "name");
	const char *url = questionitem_value(root, "url");
	const char *version = questionitem_value(root, "version");

	questionitem_texts(q, root, "title", &q->title);
	if (q->title.text[0] == NULL && c != NULL)
		questionitem_texts(q, c, "display", &q->title);
	if (q->title.text[0] == NULL)
		q->title.text[0] = *word != '\0' ? word : "Questionnaire";
	if (*word == '\0')
		word = questionitem_value(root, "id");
	formtree_set(q->arena, q->form, "code", questionitem_code(q,
	    *word != '\0' ? word : q->title.text[0]));
	q->codes = NULL;	/* a question may be called as the form is */
	if (*url == '\0')
		url = arena_printf(q->arena, "Questionnaire/%s",
		    questionitem_value(root, "id"));
	formtree_set(q->arena, q->form, "link", *version == '\0' ? url :
	    arena_printf(q->arena, "%s|%s", url, version));
	formtree_say(q->arena, q->form, "name", &q->title);
}

struct reader_node *
xml_questionnaire_form(struct arena *a, const char *file,
    const struct reader_node *root, struct reader_fault **told)
{
	struct questionitem_all q = { .arena = a, .file = file, .told = told,
	    .root = root, .words = "" };
	struct place at = { .when = "", .asked = "" };

	q.form = arena_alloc(a, sizeof(*q.form));
	q.form->ns = "";
	q.form->name = "form";
	name(&q, root);
	questionitem_known(&q, root, 0);
	add_items(&q, root, &at);
	add_bands(&q, root);
	if (q.asked > 0)
		return q.form;
	questionitem_tell(&q, root, "%s", "This questionnaire asks nothing "
	    "that a form could ask.");
	return NULL;
}
