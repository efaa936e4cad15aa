/* SPDX-License-Identifier: MIT */
/* Reads plan items, sentries and planning tables: CMMN 1.1, 5.4. */
#include "xml/cmmnitem.h"

#include <string.h>

#include "xml/cmmnfile.h"
#include "xml/cmmnshape.h"
#include "xml/cmmntext.h"

/* As enum cmmn_transition has them, which a room above this one names. */
static const struct {
	const char *word;
	enum cmmn_transition is;
} item_events[] = {
	{ "create", CMMN_CREATE }, { "enable", CMMN_ENABLE },
	{ "disable", CMMN_DISABLE }, { "reenable", CMMN_REENABLE },
	{ "start", CMMN_START }, { "manualStart", CMMN_MANUAL_START },
	{ "suspend", CMMN_SUSPEND }, { "resume", CMMN_RESUME },
	{ "reactivate", CMMN_REACTIVATE }, { "fault", CMMN_FAULT },
	{ "complete", CMMN_COMPLETE }, { "terminate", CMMN_TERMINATE },
	{ "exit", CMMN_EXIT }, { "parentSuspend", CMMN_PARENT_SUSPEND },
	{ "parentResume", CMMN_PARENT_RESUME }, { "occur", CMMN_OCCUR },
	{ "close", CMMN_CLOSE }, { NULL, CMMN_NO_TRANSITION }
}, file_events[] = {
	{ "create", CMMN_FILE_CREATE }, { "update", CMMN_FILE_UPDATE },
	{ "replace", CMMN_FILE_REPLACE }, { "delete", CMMN_FILE_DELETE },
	{ "addChild", CMMN_FILE_ADD_CHILD },
	{ "removeChild", CMMN_FILE_REMOVE_CHILD },
	{ "addReference", CMMN_FILE_ADD_REFERENCE },
	{ "removeReference", CMMN_FILE_REMOVE_REFERENCE },
	{ NULL, CMMN_NO_TRANSITION }
};

enum cmmn_transition
cmmnitem_event(struct cmmnword *r, const struct reader_node *n, bool file)
{
	const struct reader_node *c = cmmnword_child(n, "standardEvent");
	const char *word = c == NULL ? "" : reader_words(r->arena, c);
	size_t i;

	if (*word == '\0') {
		cmmnword_mild(r, n, "<%s> has no <standardEvent>, so it "
		    "never happens.", n->name);
		return CMMN_NO_TRANSITION;
	}
	if (file) {
		for (i = 0; file_events[i].word != NULL; i++)
			if (strcmp(file_events[i].word, word) == 0)
				return file_events[i].is;
	} else
		for (i = 0; item_events[i].word != NULL; i++)
			if (strcmp(item_events[i].word, word) == 0)
				return item_events[i].is;
	cmmnword_fault(r, c, "“%s” is no standard event of a %s.", word,
	    file ? "case file item" : "plan item");
	return CMMN_NO_TRANSITION;
}

struct cmmn_control
cmmnitem_control(struct cmmnword *r, const struct reader_node *n)
{
	struct cmmn_control c = { .repetition = { .text = NULL } };

	if (n == NULL)
		return c;
	c.repetition = cmmntext_condition(r, cmmnword_child(n,
	    "repetitionRule"));
	c.required = cmmntext_condition(r, cmmnword_child(n,
	    "requiredRule"));
	c.manual = cmmntext_condition(r, cmmnword_child(n,
	    "manualActivationRule"));
	return c;
}

/* Does this node stand in, or right at, the other? */
static bool
is_in(const struct reader_node *n, const struct reader_node *in)
{
	for (; n != NULL; n = n->parent)
		if (n == in)
			return true;
	return false;
}

/* One product writes sentryRef in its own namespace. */
static const struct cmmn_sentry *
read_sentry_ref(struct cmmnword *r, const struct reader_node *n)
{
	const struct reader_attr *a;

	if (*reader_given(n, "sentryRef") != '\0')
		return cmmnword_ref(r, n, "sentryRef", "sentry");
	for (a = n->attrs; a != NULL; a = a->next)
		if (strcmp(a->name, "sentryRef") == 0 && *a->value != '\0') {
			cmmnword_mild(r, n, "sentryRef of <%s> has a "
			    "namespace of its own; write it without a "
			    "prefix.", n->name);
			return cmmnword_ref_of(r, n, "sentryRef", a->value,
			    "sentry");
		}
	cmmnword_mild(r, n, "<%s> has no sentryRef, so it never holds.",
	    n->name);
	return NULL;
}

struct cmmn_criterion *
cmmnitem_criteria(struct cmmnword *r, const struct reader_node *n,
    const char *child)
{
	struct cmmn_criterion *first = NULL, **tail = &first;
	const struct reader_node *c;

	for (c = cmmnword_child(n, child); c != NULL;
	    c = cmmnword_after(c, child)) {
		*tail = cmmnword_made(r, c);
		(*tail)->id = cmmnword_id(r, c);
		(*tail)->name = reader_given(c, "name");
		(*tail)->line = c->line;
		(*tail)->sentry = read_sentry_ref(r, c);
		tail = &(*tail)->next;
	}
	return first;
}

/* 5.4.6.1.1 The exit criterion is one of the item that is waited for. */
static void
check_by(struct cmmnword *r, const struct reader_node *n,
    const struct cmmn_on_part *on)
{
	const struct reader_node *criterion = cmmnword_find(r,
	    reader_given(n, "exitCriterionRef"));
	const struct reader_node *item = cmmnword_find(r,
	    reader_given(n, "sourceRef"));

	if (on->event != CMMN_EXIT)
		cmmnword_mild(r, n, "exitCriterionRef goes with the standard "
		    "event “exit” alone.");
	if (on->item != NULL && !is_in(criterion, item))
		cmmnword_fault(r, n, "The exit criterion “%s” is none of "
		    "“%s”, which the on-part waits for.",
		    reader_given(n, "exitCriterionRef"),
		    reader_given(n, "sourceRef"));
}

static struct cmmn_on_part *
read_on_part(struct cmmnword *r, const struct reader_node *n)
{
	struct cmmn_on_part *on = arena_alloc(r->arena, sizeof(*on));
	bool file = strcmp(n->name, "caseFileItemOnPart") == 0;

	on->id = reader_given(n, "id");
	on->name = reader_given(n, "name");
	on->line = n->line;
	on->event = cmmnitem_event(r, n, file);
	if (file)
		on->file = cmmnword_ref(r, n, "sourceRef", "caseFileItem");
	else {
		on->item = cmmnword_ref(r, n, "sourceRef",
		    "planItem discretionaryItem");
		on->by = cmmnword_ref(r, n, "exitCriterionRef",
		    "exitCriterion");
	}
	if (*reader_given(n, "sourceRef") == '\0')
		cmmnword_mild(r, n, "<%s> has no sourceRef, so it never "
		    "happens.", n->name);
	if (on->by != NULL)
		check_by(r, n, on);
	return on;
}

static struct cmmn_sentry *
read_sentry(struct cmmnword *r, const struct reader_node *n)
{
	struct cmmn_sentry *s = cmmnword_made(r, n);
	struct cmmn_on_part **tail = &s->on;
	const struct reader_node *c;

	s->id = reader_given(n, "id");
	s->name = reader_given(n, "name");
	s->line = n->line;
	for (c = cmmnword_child(n, NULL); c != NULL;
	    c = cmmnword_after(c, NULL)) {
		if (strcmp(c->name, "planItemOnPart") != 0 &&
		    strcmp(c->name, "caseFileItemOnPart") != 0)
			continue;
		*tail = read_on_part(r, c);
		(*tail)->number = s->n_on++;
		tail = &(*tail)->next;
	}
	s->condition = cmmntext_condition(r, cmmnword_child(n, "ifPart"));
	return s;
}

static struct cmmn_item_use *
read_item(struct cmmnword *r, const struct reader_node *n,
    const struct cmmn_definition *of)
{
	struct cmmn_item_use *item = cmmnword_made(r, n);

	item->id = cmmnword_id(r, n);
	item->name = reader_given(n, "name");
	item->documentation = cmmnword_documentation(r, n);
	item->line = n->line;
	item->stage = of;
	item->discretionary = strcmp(n->name, "discretionaryItem") == 0;
	item->definition = cmmnword_ref(r, n, "definitionRef",
	    cmmnshape_definitions);
	if (*reader_given(n, "definitionRef") == '\0')
		cmmnword_fault(r, n, "<%s> has no definitionRef, so there is "
		    "nothing to do.", n->name);
	if (*reader_given(n, "id") == '\0')
		cmmnword_mild(r, n, "<%s> has no id; running cases call it "
		    "“%s”, which changes with the order of the file.",
		    n->name, item->id);
	item->control = cmmnitem_control(r, cmmnword_child(n,
	    "itemControl"));
	item->entries = cmmnitem_criteria(r, n, "entryCriterion");
	item->exits = cmmnitem_criteria(r, n, "exitCriterion");
	item->extensions = cmmnword_extensions(r, n);
	return item;
}

void
cmmnitem_all(struct cmmnword *r, const struct reader_node *n,
    struct cmmn_definition *of)
{
	struct cmmn_sentry **sentry = &of->sentries;
	struct cmmn_item_use **item = &of->items;
	const struct reader_node *c;

	for (c = cmmnword_child(n, "planItem"); c != NULL;
	    c = cmmnword_after(c, "planItem")) {
		*item = read_item(r, c, of);
		item = &(*item)->next;
	}
	for (c = cmmnword_child(n, "sentry"); c != NULL;
	    c = cmmnword_after(c, "sentry")) {
		*sentry = read_sentry(r, c);
		sentry = &(*sentry)->next;
	}
}

static struct cmmn_applies *
read_applies(struct cmmnword *r, const struct reader_node *n)
{
	const char *at = reader_given(n, "applicabilityRuleRefs"), *id;
	struct cmmn_applies *first = NULL, **tail = &first;
	const struct cmmn_applicability *rule;

	while ((id = cmmnword_next_id(r, &at)) != NULL) {
		rule = cmmnword_ref_of(r, n, "applicabilityRuleRefs", id,
		    "applicabilityRule");
		if (rule == NULL)
			continue;
		*tail = arena_alloc(r->arena, sizeof(**tail));
		(*tail)->rule = rule;
		tail = &(*tail)->next;
	}
	return first;
}

static struct cmmn_applicability *
read_rules(struct cmmnword *r, const struct reader_node *n)
{
	struct cmmn_applicability *first = NULL, **tail = &first;
	const struct reader_node *c;

	for (c = cmmnword_child(n, "applicabilityRule"); c != NULL;
	    c = cmmnword_after(c, "applicabilityRule")) {
		*tail = cmmnword_made(r, c);
		(*tail)->id = reader_given(c, "id");
		(*tail)->name = reader_given(c, "name");
		(*tail)->condition = cmmntext_condition(r, c);
		(*tail)->line = c->line;
		tail = &(*tail)->next;
	}
	return first;
}

static struct cmmn_planning *
read_table(struct cmmnword *r, const struct reader_node *n,
    const struct cmmn_definition *of)
{
	struct cmmn_planning *t = cmmnword_made(r, n);
	struct cmmn_planning **table = &t->tables;
	struct cmmn_item_use **item = &t->items;
	const struct reader_node *c;

	t->id = reader_given(n, "id");
	t->line = n->line;
	t->applies = read_applies(r, n);
	t->roles = cmmnfile_role_refs(r, n, "authorizedRoleRefs");
	t->rules = read_rules(r, n);
	for (c = cmmnword_child(n, NULL); c != NULL;
	    c = cmmnword_after(c, NULL))
		if (strcmp(c->name, "planningTable") == 0) {
			*table = read_table(r, c, of);
			table = &(*table)->next;
		} else if (strcmp(c->name, "discretionaryItem") == 0) {
			*item = read_item(r, c, of);
			(*item)->applies = read_applies(r, c);
			(*item)->roles = cmmnfile_role_refs(r, c,
			    "authorizedRoleRefs");
			item = &(*item)->next;
		}
	if (t->items == NULL && t->tables == NULL)
		cmmnword_mild(r, n, "A planning table offers nothing.");
	return t;
}

struct cmmn_planning *
cmmnitem_planning(struct cmmnword *r, const struct reader_node *n,
    const struct cmmn_definition *of)
{
	const struct reader_node *c = cmmnword_child(n, "planningTable");

	return c == NULL ? NULL : read_table(r, c, of);
}

static bool
is_listener(enum cmmn_kind kind)
{
	return kind == CMMN_EVENT_LISTENER || kind == CMMN_USER_LISTENER ||
	    kind == CMMN_TIMER_LISTENER;
}

/* What a definition may be used as, 5.4.3 and 5.4.9.2. */
static void
check_use(struct cmmnword *r, const struct reader_node *n,
    const struct cmmn_item_use *item)
{
	enum cmmn_kind kind = item->definition->kind;
	bool instant = is_listener(kind) || kind == CMMN_MILESTONE;

	if (!item->discretionary && kind == CMMN_FRAGMENT)
		cmmnword_fault(r, n, "A plan item cannot be a plan fragment; "
		    "only a discretionary item can.");
	if (item->discretionary && instant)
		cmmnword_fault(r, n, "A discretionary item must be a task, a "
		    "stage or a plan fragment, and this is %s.",
		    kind == CMMN_MILESTONE ? "a milestone" :
		    "an event listener");
	if (is_listener(kind) && item->entries != NULL)
		cmmnword_mild(r, n, "An event listener has no entry "
		    "criteria; it waits from the start of its stage.");
	if (instant && item->exits != NULL)
		cmmnword_mild(r, n, "%s has no exit criteria.",
		    kind == CMMN_MILESTONE ? "A milestone" :
		    "An event listener");
	if (instant && item->control.manual.text != NULL)
		cmmnword_mild(r, n, "A manual activation rule is for tasks "
		    "and stages; here it means nothing.");
}

/* 5.4.1 A definition stands in the stage where it is used, or around it. */
static void
check_scope(struct cmmnword *r, const struct reader_node *n)
{
	const char *ref = reader_given(n, "definitionRef");
	const struct reader_node *d = cmmnword_find(r, ref);

	if (!is_in(n, d->parent))
		cmmnword_mild(r, n, "The definition “%s” stands in “%s”; it "
		    "must stand in the stage that uses it, or around it.",
		    ref, reader_given(d->parent, "id"));
}

/* 5.4.11: each rule that the item has not is that of its definition. */
static void
take_defaults(struct cmmn_control *c, const struct cmmn_control *defaults)
{
	if (c->repetition.text == NULL)
		c->repetition = defaults->repetition;
	if (c->required.text == NULL)
		c->required = defaults->required;
	if (c->manual.text == NULL)
		c->manual = defaults->manual;
}

void
cmmnitem_settle(struct cmmnword *r)
{
	const struct reader_node *n;
	struct cmmn_item_use *item;
	size_t i;

	for (i = 0; i < r->n_places; i++) {
		n = r->places[i].node;
		if (strcmp(n->name, "planItem") != 0 &&
		    strcmp(n->name, "discretionaryItem") != 0)
			continue;
		item = r->places[i].made;
		if (item->definition == NULL)
			continue;
		if (*item->name == '\0')
			item->name = item->definition->name;
		take_defaults(&item->control, &item->definition->control);
		check_use(r, n, item);
		check_scope(r, n);
	}
}
