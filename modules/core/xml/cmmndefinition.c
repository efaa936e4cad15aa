/* SPDX-License-Identifier: MIT */
/* Reads stages, tasks, milestones and event listeners: CMMN 1.1, 5.4. */
#include "xml/cmmndefinition.h"

#include <string.h>

#include "xml/cmmnfile.h"
#include "xml/cmmnitem.h"
#include "xml/cmmntext.h"

static const struct {
	const char *name;
	enum cmmn_kind kind;
} kinds[] = {
	{ "stage", CMMN_STAGE }, { "casePlanModel", CMMN_STAGE },
	{ "planFragment", CMMN_FRAGMENT }, { "task", CMMN_TASK },
	{ "humanTask", CMMN_HUMAN_TASK },
	{ "processTask", CMMN_PROCESS_TASK },
	{ "caseTask", CMMN_CASE_TASK },
	{ "decisionTask", CMMN_DECISION_TASK },
	{ "milestone", CMMN_MILESTONE },
	{ "eventListener", CMMN_EVENT_LISTENER },
	{ "userEventListener", CMMN_USER_LISTENER },
	{ "userEvent", CMMN_USER_LISTENER },
	{ "timerEventListener", CMMN_TIMER_LISTENER },
	{ "timerEvent", CMMN_TIMER_LISTENER }, { NULL, CMMN_STAGE }
};

static bool
kind_of(const char *name, enum cmmn_kind *out)
{
	size_t i;

	for (i = 0; kinds[i].name != NULL; i++)
		if (strcmp(kinds[i].name, name) == 0) {
			*out = kinds[i].kind;
			return true;
		}
	return false;
}

static void
read_stage(struct cmmnword *r, const struct reader_node *n,
    struct cmmn_definition *d)
{
	bool outermost = strcmp(n->name, "casePlanModel") == 0;
	const struct reader_node *c;
	enum cmmn_kind kind;

	cmmnitem_all(r, n, d);
	if (d->kind == CMMN_FRAGMENT)
		return;
	d->auto_complete = cmmnword_flag(n, "autoComplete", false);
	d->planning = cmmnitem_planning(r, n, d);
	d->exits = cmmnitem_criteria(r, n, "exitCriterion");
	if (!outermost && d->exits != NULL)
		cmmnword_mild(r, n, "Only the case plan model has exit "
		    "criteria of its own; write those of a stage at its plan "
		    "item.");
	if (outermost && cmmnword_child(n, "defaultControl") != NULL)
		cmmnword_mild(r, n, "The case plan model has no default "
		    "control; it is left out.");
	for (c = cmmnword_child(n, NULL); c != NULL;
	    c = cmmnword_after(c, NULL))
		if (kind_of(c->name, &kind) && cmmnword_made(r, c) != NULL)
			cmmndefinition_read(r, c);
}

static struct cmmn_mapping *
read_mappings(struct cmmnword *r, const struct reader_node *n)
{
	static const char parameters[] = "input output inputs outputs";
	struct cmmn_mapping *first = NULL, **tail = &first;
	const struct reader_node *c;

	for (c = cmmnword_child(n, "parameterMapping"); c != NULL;
	    c = cmmnword_after(c, "parameterMapping")) {
		*tail = arena_alloc(r->arena, sizeof(**tail));
		(*tail)->source = reader_given(c, "sourceRef");
		(*tail)->target = reader_given(c, "targetRef");
		(void)cmmnword_ref(r, c, "sourceRef", parameters);
		(void)cmmnword_ref(r, c, "targetRef", parameters);
		(*tail)->transformation = cmmntext_read(r, cmmnword_child(c,
		    "transformation"));
		(*tail)->line = c->line;
		tail = &(*tail)->next;
	}
	return first;
}

/* 5.4.10.2 to 5.4.10.4: what is called, by id, prefix:id, or by a name that
 * another file gives it. */
static void
read_call(struct cmmnword *r, const struct reader_node *n,
    struct cmmn_definition *d, const char *what)
{
	const char *attr = arena_printf(r->arena, "%sRef", what);
	const char *ref = reader_given(n, attr);
	const struct reader_node *c = cmmnword_child(n,
	    arena_printf(r->arena, "%sRefExpression", what));

	d->mappings = read_mappings(r, n);
	d->reference = cmmntext_read(r, c);
	if (c != NULL && *ref != '\0')
		cmmnword_mild(r, n, "<%s> has both %s and <%s>; %s counts.",
		    n->name, attr, c->name, attr);
	if (*ref == '\0')
		return;
	d->calls = ref;
	c = cmmnword_find(r, ref);
	if (c == NULL)
		c = cmmnword_find(r, cmmnword_local(ref));
	if (c == NULL)
		return;
	if (strcmp(c->name, what) != 0) {
		cmmnword_fault(r, n, "%s of <%s> is “%s”, and that is the "
		    "<%s> on line %d; it must be a <%s>.", attr, n->name,
		    ref, c->name, c->line, what);
		return;
	}
	if (*reader_given(c, "name") != '\0')
		d->calls = reader_given(c, "name");
	d->implementation = reader_given(c, "externalRef");
}

static void
read_task(struct cmmnword *r, const struct reader_node *n,
    struct cmmn_definition *d)
{
	d->blocking = cmmnword_flag(n, "isBlocking", true);
	d->inputs = cmmnfile_parameters(r, n, "input");
	d->outputs = cmmnfile_parameters(r, n, "output");
	if (d->kind == CMMN_CASE_TASK)
		read_call(r, n, d, "case");
	else if (d->kind == CMMN_PROCESS_TASK)
		read_call(r, n, d, "process");
	else if (d->kind == CMMN_DECISION_TASK)
		read_call(r, n, d, "decision");
	if (!d->blocking && d->outputs != NULL)
		cmmnword_mild(r, n, "A task that is not blocking has no "
		    "outputs: nobody waits for them.");
	if (d->kind != CMMN_HUMAN_TASK)
		return;
	d->performer = cmmnword_ref(r, n, "performerRef", "role");
	d->planning = cmmnitem_planning(r, n, d);
	if (!d->blocking && d->planning != NULL)
		cmmnword_mild(r, n, "A human task that is not blocking has "
		    "no planning table: it is over as it begins.");
}

static void
read_timer(struct cmmnword *r, const struct reader_node *n,
    struct cmmn_definition *d)
{
	const struct reader_node *c;

	d->timer = cmmntext_timer(r, cmmnword_child(n, "timerExpression"));
	if ((c = cmmnword_child(n, "caseFileItemStartTrigger")) != NULL) {
		d->start.file = cmmnword_ref(r, c, "sourceRef",
		    "caseFileItem");
		d->start.event = cmmnitem_event(r, c, true);
	} else if ((c = cmmnword_child(n, "planItemStartTrigger")) != NULL) {
		d->start.item = cmmnword_ref(r, c, "sourceRef",
		    "planItem discretionaryItem");
		d->start.event = cmmnitem_event(r, c, false);
	}
	if (c != NULL && *reader_given(c, "sourceRef") == '\0')
		cmmnword_mild(r, c, "<%s> has no sourceRef, so the timer "
		    "never starts.", c->name);
}

struct cmmn_definition *
cmmndefinition_read(struct cmmnword *r, const struct reader_node *n)
{
	struct cmmn_definition *d = cmmnword_made(r, n);

	(void)kind_of(n->name, &d->kind);
	d->id = reader_given(n, "id");
	d->name = reader_given(n, "name");
	d->documentation = cmmnword_documentation(r, n);
	d->extensions = cmmnword_extensions(r, n);
	d->calls = d->implementation = "";
	d->line = n->line;
	d->control = cmmnitem_control(r, cmmnword_child(n,
	    "defaultControl"));
	switch (d->kind) {
	case CMMN_STAGE:
	case CMMN_FRAGMENT:
		read_stage(r, n, d);
		break;
	case CMMN_TASK:
	case CMMN_HUMAN_TASK:
	case CMMN_PROCESS_TASK:
	case CMMN_CASE_TASK:
	case CMMN_DECISION_TASK:
		read_task(r, n, d);
		break;
	case CMMN_USER_LISTENER:
		d->authorized = cmmnfile_role_refs(r, n,
		    "authorizedRoleRefs");
		break;
	case CMMN_TIMER_LISTENER:
		read_timer(r, n, d);
		break;
	case CMMN_EVENT_LISTENER:
	case CMMN_MILESTONE:
		break;
	}
	return d;
}
