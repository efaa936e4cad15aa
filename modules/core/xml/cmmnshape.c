/* SPDX-License-Identifier: MIT */
/* Which elements and attributes stand where: CMMN11CaseModel.xsd. */
#include "xml/cmmnshape.h"

#include <string.h>

#include "base/count.h"
#include "text/blank.h"

#define DEFINITIONS "task humanTask processTask caseTask decisionTask " \
	"eventListener userEventListener timerEventListener milestone stage " \
	"planFragment"
#define VENDORS 200		/* words kept of one file */
#define TASK "defaultControl? input* output* "
#define CALLING TASK "parameterMapping* "

const char cmmnshape_definitions[] = DEFINITIONS " userEvent timerEvent";

/*
 * Elements in their order, alternatives with |, how many with ? or *; before
 * them stand documentation* and extensionElements?. Attributes beside id;
 * with ? a boolean, with ! one that must be there.
 */
#define DEFINITION "task|humanTask|processTask|caseTask|decisionTask|" \
	"eventListener|userEventListener|timerEventListener|milestone|" \
	"stage|planFragment*"
struct shape {
	const char *name, *parent;	/* parent: the only one it is for */
	const char *elements, *attributes;
	bool text;
};
static const struct shape shapes[] = {
	{ "applicabilityRule", NULL, "condition?", "name contextRef", false },
	{ "association", NULL, "",
	    "sourceRef targetRef associationDirection", false },
	{ "bindingRefinement", NULL, "", "language", true },
	{ "case", NULL, "caseFileModel? casePlanModel? caseRoles? input* "
	    "output*", "name", false },
	{ "caseFileItem", NULL, "children?",
	    "name multiplicity definitionRef sourceRef targetRefs", false },
	{ "caseFileItemDefinition", NULL, "property*",
	    "name definitionType structureRef importRef", false },
	{ "caseFileItemOnPart", NULL, "standardEvent?", "name sourceRef",
	    false },
	{ "caseFileItemStartTrigger", NULL, "standardEvent?", "sourceRef",
	    false },
	{ "caseFileModel", NULL, "caseFileItem*", "", false },
	{ "casePlanModel", NULL, "defaultControl? planItem* sentry* "
	    "planningTable? " DEFINITION " exitCriterion*",
	    "name autoComplete?", false },
	{ "caseRefExpression", NULL, "", "language", true },
	{ "caseRoles", NULL, "role*", "", false },
	{ "caseTask", NULL, CALLING "caseRefExpression?",
	    "name isBlocking? caseRef", false },
	{ "children", NULL, "caseFileItem*", "", false },
	{ "condition", NULL, "", "language", true },
	{ "decision", NULL, "input* output*",
	    "name externalRef implementationType", false },
	{ "decisionRefExpression", NULL, "", "language", true },
	{ "decisionTask", NULL, CALLING "decisionRefExpression?",
	    "name isBlocking? decisionRef", false },
	{ "defaultControl", NULL, "repetitionRule? requiredRule? "
	    "manualActivationRule?", "", false },
	{ "definitions", NULL, "import* caseFileItemDefinition* case* "
	    "process* decision* extensionElements? relationship* "
	    "association|textAnnotation*", "name targetNamespace! "
	    "expressionLanguage exporter exporterVersion author creationDate",
	    false },
	{ "discretionaryItem", NULL, "itemControl? entryCriterion* "
	    "exitCriterion*",
	    "name definitionRef applicabilityRuleRefs authorizedRoleRefs",
	    false },
	{ "entryCriterion", NULL, "", "name sentryRef", false },
	{ "eventListener", NULL, "defaultControl?", "name", false },
	{ "exitCriterion", NULL, "", "name sentryRef", false },
	{ "humanTask", NULL, TASK "planningTable?",
	    "name isBlocking? performerRef", false },
	{ "ifPart", NULL, "condition?", "contextRef", false },
	{ "import", NULL, "", "location! namespace importType!", false },
	{ "input", "process", "", "name", false },
	{ "input", "decision", "", "name", false },
	{ "input", NULL, "bindingRefinement?", "name bindingRef", false },
	{ "itemControl", NULL, "repetitionRule? requiredRule? "
	    "manualActivationRule?", "", false },
	{ "manualActivationRule", NULL, "condition?", "name contextRef",
	    false },
	{ "milestone", NULL, "defaultControl?", "name", false },
	{ "output", "process", "", "name", false },
	{ "output", "decision", "", "name", false },
	{ "output", NULL, "bindingRefinement?", "name bindingRef", false },
	{ "parameterMapping", NULL, "transformation?", "sourceRef targetRef",
	    false },
	{ "planFragment", NULL, "defaultControl? planItem* sentry*", "name",
	    false },
	{ "planItem", NULL, "itemControl? entryCriterion* exitCriterion*",
	    "name definitionRef", false },
	{ "planItemOnPart", NULL, "standardEvent?",
	    "name sourceRef exitCriterionRef", false },
	{ "planItemStartTrigger", NULL, "standardEvent?", "sourceRef",
	    false },
	{ "planningTable", NULL, "planningTable|discretionaryItem* "
	    "applicabilityRule*", "applicabilityRuleRefs authorizedRoleRefs",
	    false },
	{ "process", NULL, "input* output*",
	    "name externalRef implementationType", false },
	{ "processRefExpression", NULL, "", "language", true },
	{ "processTask", NULL, CALLING "processRefExpression?",
	    "name isBlocking? processRef", false },
	{ "property", NULL, "", "name type", false },
	{ "relationship", NULL, "source* target*", "type! direction", false },
	{ "repetitionRule", NULL, "condition?", "name contextRef", false },
	{ "requiredRule", NULL, "condition?", "name contextRef", false },
	{ "role", NULL, "", "name", false },
	{ "sentry", NULL, "caseFileItemOnPart|planItemOnPart* ifPart?",
	    "name", false },
	{ "source", NULL, "", "", true },
	{ "stage", NULL, "defaultControl? planItem* sentry* planningTable? "
	    DEFINITION " exitCriterion*", "name autoComplete?", false },
	{ "standardEvent", NULL, "", "", true },
	{ "target", NULL, "", "", true },
	{ "task", NULL, TASK, "name isBlocking?", false },
	{ "text", NULL, "", "", true },
	{ "textAnnotation", NULL, "text?", "textFormat", false },
	{ "timerEventListener", NULL, "defaultControl? timerExpression? "
	    "caseFileItemStartTrigger|planItemStartTrigger?", "name", false },
	{ "timerExpression", NULL, "", "language", true },
	{ "transformation", NULL, "", "language", true },
	{ "userEventListener", NULL, "defaultControl?",
	    "name authorizedRoleRefs", false },
};

/* Forms of CMMN 1.0 that are still written, and mean the same. */
static const char *
modern(const char *name)
{
	static const char *const forms[][2] = {
		{ "userEvent", "userEventListener" },
		{ "timerEvent", "timerEventListener" },
		{ "inputs", "input" }, { "outputs", "output" }
	};
	size_t i;

	for (i = 0; i < COUNT(forms); i++)
		if (strcmp(forms[i][0], name) == 0)
			return forms[i][1];
	return name;
}

static const struct shape *
shape_of(const struct reader_node *n)
{
	const char *name = modern(n->name);
	const struct shape *s, *end = shapes +
	    COUNT(shapes);

	for (s = shapes; s < end; s++)
		if (*s->name == *name && strcmp(s->name, name) == 0 &&
		    (s->parent == NULL || (n->parent != NULL &&
		    strcmp(n->parent->name, s->parent) == 0)))
			return s;
	return NULL;
}

/* Is a name among a|b|c, which ends at a blank, ? or *? */
static bool
is_in(const char *slot, size_t len, const char *name)
{
	size_t own = strlen(name), one;

	while (len > 0) {
		for (one = 0; one < len && slot[one] != '|'; one++)
			;
		if (one == own && memcmp(slot, name, own) == 0)
			return true;
		if (one < len)
			one++;
		slot += one;
		len -= one;
	}
	return false;
}

/* The place of an element among its brothers, from 2; -1: it has none. */
static int
slot_of(const struct shape *s, const char *name, bool *many)
{
	const char *at = s->elements;
	size_t len;
	int slot;

	*many = false;
	if (strcmp(name, "extensionElements") == 0 &&
	    strcmp(s->name, "definitions") != 0)
		return 1;
	if (strcmp(name, "documentation") == 0) {
		*many = true;
		return 0;
	}
	for (slot = 2; *at != '\0'; slot++) {
		len = strcspn(at, "?*");
		*many = at[len] == '*';
		if (is_in(at, len, name))
			return slot;
		at += len + 1;
		at += strspn(at, " ");
	}
	return -1;
}

struct brothers {		/* elements of one parent, so far */
	const struct reader_node *last;
	int slot;		/* of the last */
	unsigned int seen;	/* slots, as bits */
};

/* What has no meaning of its own is only left out. True: it may stand
 * there. */
static bool
check_child(struct cmmnword *r, const struct reader_node *n,
    const struct reader_node *c, const struct shape *s, struct brothers *b)
{
	const char *name = modern(c->name);
	bool many;
	int slot = slot_of(s, name, &many);

	if (slot < 0 && s->text && strcmp(name, "body") == 0)
		cmmnword_mild(r, c, "<body> is of CMMN 1.0; write the "
		    "expression right into <%s>.", n->name);
	else if (slot < 0 && (strcmp(s->name, "definitions") == 0 ||
	    strcmp(name, "textAnnotation") == 0 ||
	    strcmp(name, "association") == 0 ||
	    strcmp(name, "CMMNDI") == 0))
		cmmnword_mild(r, c, "CMMN has no <%s> in <%s>; it is left "
		    "out.", c->name, n->name);
	else if (slot < 0)
		cmmnword_fault(r, c, "CMMN has no <%s> in <%s>.", c->name,
		    n->name);
	else if (!many && (b->seen & 1U << slot) != 0) {
		cmmnword_fault(r, c, "<%s> has a second <%s>; it can have "
		    "one.", n->name, c->name);
		return false;
	} else if (slot < b->slot)
		cmmnword_mild(r, c, "<%s> must stand before the <%s> on line "
		    "%d.", c->name, b->last->name, b->last->line);
	if (name != c->name)
		cmmnword_mild(r, c, "<%s> is of CMMN 1.0; CMMN 1.1 calls it "
		    "<%s>.", c->name, name);
	if (slot < 0)
		return false;
	b->seen |= 1U << slot;
	if (slot >= b->slot) {
		b->slot = slot;
		b->last = c;
	}
	return true;
}

static bool
has_word(const char *list, const char *word, char *mark)
{
	size_t len = strlen(word);
	const char *at;

	for (at = list; (at = strstr(at, word)) != NULL; at += len)
		if ((at == list || at[-1] == ' ') &&
		    strchr(" ?!", at[len]) != NULL) {
			*mark = at[len];
			return true;
		}
	return false;
}

static bool
is_boolean(const char *v)
{
	static const char *const words[] = { "true", "false", "1", "0",
	    NULL };

	return reader_place(words, v) >= 0;
}

/* An id begins with a letter and has no blanks or colons. */
static bool
is_id(const char *id)
{
	const char *at = id;

	if (*at == '\0' || strchr("0123456789.-", *at) != NULL)
		return false;
	for (; *at != '\0'; at++)
		if ((unsigned char)*at <= ' ' ||
		    strchr("!\"#$%&'()*+,/:;<=>?@[\\]^`{|}~", *at) != NULL)
			return false;
	return true;
}

static void
check_attributes(struct cmmnword *r, const struct reader_node *n,
    const struct shape *s)
{
	const struct reader_attr *a;
	char mark;

	for (a = n->attrs; a != NULL; a = a->next) {
		if (*a->ns != '\0')
			continue;
		if (strcmp(a->name, "id") == 0) {
			if (!is_id(a->value))
				cmmnword_mild(r, n, "“%s” is no good id: it "
				    "must begin with a letter, and have "
				    "neither blanks nor signs but “_”, “-” "
				    "and “.”.", a->value);
		} else if (!has_word(s->attributes, a->name, &mark))
			cmmnword_mild(r, n, "<%s> has no attribute “%s” in "
			    "CMMN; it is left out.", n->name, a->name);
		else if (mark == '?' && !is_boolean(a->value))
			cmmnword_fault(r, n, "%s of <%s> is “%s”; it must be "
			    "“true” or “false”.", a->name, n->name,
			    a->value);
	}
}

static void
check_required(struct cmmnword *r, const struct reader_node *n,
    const struct shape *s)
{
	const char *at = s->attributes, *name;
	size_t len;

	for (; *at != '\0'; at += len + strspn(at + len, "?! ")) {
		len = strcspn(at, "?! ");
		name = arena_textn(r->arena, at, len);
		if (at[len] == '!' && reader_attr(n, name) == NULL)
			cmmnword_mild(r, n, "<%s> has no %s; the standard "
			    "wants one.", n->name, name);
	}
}

static void
note_vendor(struct cmmnword *r, const char *ns, const char *element,
    const char *name, const char *value, int line)
{
	struct cmmn_word *w;
	size_t n = 0;

	if (*ns == '\0' || strcmp(ns, CMMNWORD_NS) == 0 ||
	    strcmp(ns, "http://www.w3.org/XML/1998/namespace") == 0 ||
	    strcmp(ns, "urn:dossier:cmmn") == 0)
		return;
	for (w = r->model->vendors; w != NULL; w = w->next)
		if (++n == VENDORS || (strcmp(w->name, name) == 0 &&
		    strcmp(w->ns, ns) == 0 &&
		    strcmp(w->element, element) == 0 &&
		    strcmp(w->value, value) == 0))
			return;
	w = arena_alloc(r->arena, sizeof(*w));
	w->ns = ns;
	w->element = element;
	w->name = name;
	w->value = value;
	w->line = line;
	*r->vendors = w;
	r->vendors = &w->next;
}

/* Only what is right in <extensionElements> has a meaning by itself. */
static void
note_vendors(struct cmmnword *r, const struct reader_node *n)
{
	const struct reader_node *c, *e;
	const struct reader_attr *a;

	for (a = n->attrs; a != NULL; a = a->next)
		note_vendor(r, a->ns, n->name, a->name, a->value, n->line);
	for (c = cmmnword_child(n, "extensionElements"); c != NULL;
	    c = cmmnword_after(c, "extensionElements"))
		for (e = c->first; e != NULL; e = e->next)
			if (e->name != NULL)
				note_vendor(r, e->ns, n->name, e->name,
				    reader_given(e, "expression"), e->line);
}

static void
check_node(struct cmmnword *r, const struct reader_node *n)
{
	const struct shape *s = shape_of(n);
	struct brothers b = { .slot = -1 };
	const struct reader_node *c;

	if (s == NULL)
		return;
	cmmnword_take(r, n);
	note_vendors(r, n);
	check_attributes(r, n, s);
	check_required(r, n, s);
	for (c = n->first; c != NULL; c = c->next) {
		if (c->text != NULL) {
			if (!s->text && !blank_only(c->text))
				cmmnword_mild(r, n, "<%s> has text right "
				    "inside; it is left out.", n->name);
		} else if (strcmp(c->ns, CMMNWORD_NS) != 0) {
			if (strcmp(c->name, "CMMNDI") != 0)
				cmmnword_mild(r, c, "<%s> is not of CMMN and "
				    "belongs into <extensionElements>.",
				    c->name);
		} else if (check_child(r, n, c, s, &b))
			check_node(r, c);
	}
}

void
cmmnshape_check(struct cmmnword *r, const struct reader_node *root)
{
	check_node(r, root);
}
