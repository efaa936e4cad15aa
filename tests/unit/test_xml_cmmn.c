/* SPDX-License-Identifier: MIT */
/* Case plans: every part is read and resolved, each mistake is told. */
#include "check.h"
#include "base/arena.h"
#include "base/buf.h"
#include "xml/xml_cmmn.h"

#define NS "http://www.omg.org/spec/CMMN/20151109/MODEL"
#define HEAD "<definitions xmlns='" NS "' targetNamespace='urn:m' " \
	"xmlns:d='urn:dossier:cmmn' xmlns:v='urn:v'>\n<case id='c' " \
	"name='Visit'>"

static struct arena *a;

static struct cmmn_model *
read_text(const char *text, struct cmmn_fault **faults)
{
	*faults = NULL;
	return xml_cmmn_read(a, "m.cmmn", text, strlen(text), faults);
}

/* A case with this inside; without any fault. */
static struct cmmn_case *
case_of(const char *body)
{
	struct cmmn_fault *f;
	struct cmmn_model *m = read_text(arena_printf(a, HEAD
	    "%s</case></definitions>", body), &f);

	if (f != NULL)
		printf("# %d: %s\n", f->line, f->text);
	CHECK(f == NULL);
	return m->cases;
}

/* The only fault of a plan as line:element:sentence, "" none. */
static const char *
fault_in(const char *plan)
{
	struct cmmn_fault *f;

	read_text(arena_printf(a, HEAD "<casePlanModel id='p'>%s"
	    "</casePlanModel></case></definitions>", plan), &f);
	if (f == NULL)
		return "";
	return arena_printf(a, "%d:%s:%s%s%s", f->line, f->element,
	    f->mild ? "mild: " : "", f->text,
	    f->next == NULL ? "" : " (and more)");
}

static void
references_lead_to_what_they_name(void)
{
	const struct cmmn_case *c = case_of("<caseFileModel>"
	    "<caseFileItem id='f' name='claim' multiplicity='OneOrMore'>"
	    "<children><caseFileItem id='g' name='amount'/></children>"
	    "</caseFileItem></caseFileModel>"
	    "<casePlanModel id='p' autoComplete='true'>"
	    "<planItem id='i1' definitionRef='t'/>"
	    "<planItem id='i2' definitionRef='m' name='Done'>"
	    "<entryCriterion id='e' sentryRef='s'/></planItem>"
	    "<sentry id='s'><planItemOnPart sourceRef='i1'>"
	    "<standardEvent>complete</standardEvent></planItemOnPart>"
	    "<caseFileItemOnPart sourceRef='g'>"
	    "<standardEvent>addChild</standardEvent></caseFileItemOnPart>"
	    "<ifPart contextRef='f'><condition>amount &gt; 5</condition>"
	    "</ifPart></sentry>"
	    "<humanTask id='t' name='Look' performerRef='r'/>"
	    "<milestone id='m' name='Looked'/></casePlanModel>"
	    "<caseRoles><role id='r' name='lead'/></caseRoles>");
	const struct cmmn_item_use *look = c->plan->items;
	const struct cmmn_item_use *done = look->next;
	const struct cmmn_sentry *s = done->entries->sentry;

	CHECK(c->plan->auto_complete);
	CHECK_TEXT(look->name, "Look");
	CHECK_TEXT(done->name, "Done");
	CHECK(look->definition->kind == CMMN_HUMAN_TASK);
	CHECK(look->definition->blocking);
	CHECK(look->definition->performer == c->roles);
	CHECK(look->stage == c->plan);
	CHECK(s == c->plan->sentries && s->n_on == 2);
	CHECK(s->on->item == look && s->on->event == CMMN_COMPLETE);
	CHECK(s->on->next->file == c->file->first);
	CHECK(s->on->next->event == CMMN_FILE_ADD_CHILD);
	CHECK(s->on->next->number == 1);
	CHECK_TEXT(s->condition.text, "amount > 5");
	CHECK(s->condition.context == c->file);
	CHECK(c->file->many && c->file->must);
	CHECK(c->file->first->parent == c->file);
}

/* 5.4.11: rule by rule, the item's own before the default one. */
static void
a_control_goes_before_the_default_one(void)
{
	const struct cmmn_case *c = case_of("<casePlanModel id='p'>"
	    "<planItem id='i1' definitionRef='t'><itemControl>"
	    "<requiredRule/></itemControl></planItem>"
	    "<planItem id='i2' definitionRef='t'/>"
	    "<planItem id='i3' definitionRef='t'><itemControl>"
	    "<manualActivationRule><condition>x</condition>"
	    "</manualActivationRule></itemControl></planItem>"
	    "<task id='t' name='T'><defaultControl><manualActivationRule>"
	    "<condition>${!auto}</condition></manualActivationRule>"
	    "</defaultControl></task></casePlanModel>");
	const struct cmmn_item_use *i = c->plan->items;

	CHECK_TEXT(i->control.required.text, "true");
	CHECK_TEXT(i->control.manual.text, "auto != true");
	CHECK(i->control.repetition.text == NULL);
	CHECK_TEXT(i->next->control.manual.text, "auto != true");
	CHECK_TEXT(i->next->next->control.manual.text, "x");
	CHECK_TEXT(i->next->control.manual.written, "${!auto}");
}

static void
a_planning_table_offers_with_rules_and_roles(void)
{
	const struct cmmn_case *c = case_of("<casePlanModel id='p'>"
	    "<planningTable id='q' authorizedRoleRefs='r1 r2'>"
	    "<planningTable id='n' applicabilityRuleRefs='a1'>"
	    "<discretionaryItem id='d' definitionRef='t' "
	    "authorizedRoleRefs='r2' applicabilityRuleRefs='a1'/>"
	    "</planningTable><applicabilityRule id='a1'>"
	    "<condition>x = 1</condition></applicabilityRule>"
	    "</planningTable><task id='t' name='T'/></casePlanModel>"
	    "<caseRoles><role id='r1' name='a'/><role id='r2' name='b'/>"
	    "</caseRoles>");
	const struct cmmn_planning *t = c->plan->planning;

	CHECK(t->roles->role == c->roles);
	CHECK(t->roles->next->role == c->roles->next);
	CHECK(t->tables->items->discretionary);
	CHECK(t->tables->items->roles->role == c->roles->next);
	CHECK(t->tables->applies->rule == t->rules);
	CHECK_TEXT(t->rules->condition.text, "x = 1");
}

static void
what_is_called_is_named(void)
{
	struct cmmn_fault *f;
	const struct cmmn_model *m = read_text(HEAD "<casePlanModel id='p'>"
	    "<planItem id='i' definitionRef='t'/>"
	    "<processTask id='t' processRef='x:pr'/>"
	    "<caseTask id='u' caseRef='elsewhere'/></casePlanModel></case>"
	    "<process id='pr' name='post' externalRef='x:y'/>"
	    "</definitions>", &f);
	const struct cmmn_definition *d = m->cases->plan->items->definition;

	CHECK(f == NULL);
	CHECK_TEXT(d->calls, "post");
	CHECK_TEXT(d->implementation, "x:y");
}

static void
additions_are_kept(void)
{
	struct cmmn_fault *f;
	const struct cmmn_model *m = read_text(HEAD "<casePlanModel id='p'>"
	    "<planItem id='i' definitionRef='t'/>"
	    "<humanTask id='t' v:who='me'><extensionElements>"
	    "<d:label xml:lang='fr'> Voir </d:label><v:form><v:f n='1'/>"
	    "</v:form></extensionElements></humanTask></casePlanModel>"
	    "</case></definitions>", &f);
	const struct cmmn_extension *e;

	CHECK(f == NULL);
	e = m->cases->plan->items->definition->extensions;
	CHECK_TEXT(e->name, "");
	CHECK_TEXT(e->attributes->name, "who");
	CHECK_TEXT(e->next->ns, XML_CMMN_OURS);
	CHECK_TEXT(e->next->text, "Voir");
	CHECK_TEXT(e->next->attributes->value, "fr");
	CHECK_TEXT(e->next->next->first->attributes->value, "1");
	CHECK_TEXT(m->vendors->name, "who");
	CHECK_TEXT(m->vendors->element, "humanTask");
	CHECK_TEXT(m->vendors->next->name, "form");
	CHECK(m->vendors->next->next == NULL);
}

static const char *
timer(const char *expression)
{
	return case_of(arena_printf(a, "<casePlanModel id='p'>"
	    "<planItem id='i' definitionRef='t'/><timerEventListener id='t'>"
	    "<timerExpression>%s</timerExpression></timerEventListener>"
	    "</casePlanModel>", expression))->plan->items->definition->
	    timer.text;
}

static void
a_timer_may_be_plain_iso(void)
{
	CHECK_TEXT(timer("PT2H"), "\"PT2H\"");
	CHECK_TEXT(timer(" R3/PT1H "), "\"R3/PT1H\"");
	CHECK_TEXT(timer("R/2026-11-22T08:00:00Z/P1D"),
	    "\"R/2026-11-22T08:00:00Z/P1D\"");
	CHECK_TEXT(timer("2026-11-22"), "\"2026-11-22\"");
	CHECK_TEXT(timer("2026-11-22T08:00+01:00"),
	    "\"2026-11-22T08:00+01:00\"");
	CHECK_TEXT(timer("due"), "due");
	CHECK_TEXT(timer("${due}"), "due");
	CHECK_TEXT(timer("duration(\"P1D\")"), "duration(\"P1D\")");
	CHECK_TEXT(timer("Period"), "Period");
}

static void
mistakes_are_told(void)
{
	CHECK_TEXT(fault_in("\n<planItem id='i' definitionRef='x'/>"),
	    "3:i:definitionRef of <planItem> is “x”, and nothing in this "
	    "file has that id.");
	CHECK_TEXT(fault_in("<planItem id='i' definitionRef='p'/>"),
	    "2:i:definitionRef of <planItem> is “p”, and that is the "
	    "<casePlanModel> on line 2, which cannot stand there.");
	CHECK_TEXT(fault_in("<stage id='t'/><stage id='t'/>"),
	    "2:t:The id “t” is there already, on line 2.");
	CHECK_TEXT(fault_in("<humanTask id='t' isBlocking='yes'/>"),
	    "2:t:isBlocking of <humanTask> is “yes”; it must be “true” or "
	    "“false”.");
	CHECK_TEXT(fault_in("<role id='r'/>"),
	    "2:r:CMMN has no <role> in <casePlanModel>.");
	CHECK_TEXT(fault_in("<stage id='s'/><sentry id='y'><ifPart/>"
	    "</sentry>"), "2:y:mild: <sentry> must stand before the <stage> "
	    "on line 2.");
	CHECK_TEXT(fault_in("<planningTable/><planningTable/>"),
	    "2:p:<casePlanModel> has a second <planningTable>; it can have "
	    "one. (and more)");
	CHECK_TEXT(fault_in("<milestone id='m' due='1'/>"),
	    "2:m:mild: <milestone> has no attribute “due” in CMMN; it is "
	    "left out.");
}

/* However many remarks there are, a fault is told. */
static void
remarks_hide_no_fault(void)
{
	struct buf b = { 0 };
	struct cmmn_fault *f;
	size_t i, faults = 0;

	buf_text(&b, HEAD "<casePlanModel id='p'>");
	for (i = 0; i < 3000; i++)
		buf_text(&b, "<milestone due='1'/>");
	buf_text(&b, "<stage autoComplete='x'/></casePlanModel></case>"
	    "</definitions>");
	read_text(b.data, &f);
	buf_free(&b);
	for (i = 0; f != NULL; f = f->next, i++)
		faults += !f->mild;
	CHECK(faults == 1);
	CHECK(i == 1002);
}

static void
what_is_no_cmmn_is_refused(void)
{
	struct cmmn_fault *f;

	CHECK(read_text("<x/>", &f) == NULL);
	CHECK_TEXT(f->text,
	    "This is <x> of “”, and no <definitions> of CMMN 1.1.");
	CHECK(read_text("<definitions xmlns='http://www.omg.org/spec/CMMN/"
	    "20131201/MODEL'/>", &f) == NULL);
	CHECK_TEXT(f->text, "This is CMMN 1.0; let your editor save it as "
	    "CMMN 1.1.");
	CHECK(read_text("<definitions", &f) == NULL);
	CHECK(f != NULL);
}

int
main(void)
{
	a = arena_new();
	RUN(references_lead_to_what_they_name);
	RUN(a_control_goes_before_the_default_one);
	RUN(a_planning_table_offers_with_rules_and_roles);
	RUN(what_is_called_is_named);
	RUN(additions_are_kept);
	RUN(a_timer_may_be_plain_iso);
	RUN(mistakes_are_told);
	RUN(remarks_hide_no_fault);
	RUN(what_is_no_cmmn_is_refused);
	arena_free(a);
	return DONE;
}
