/* SPDX-License-Identifier: MIT */
/* Fields that follow from others: stored, told, taken back, explained. */
#include "check.h"
#include "domain/course/dossier_change.h"
#include "domain/course/dossier_load.h"
#include "domain/course/dossier_merge.h"
#include "domain/dossier/dossier.h"
#include "domain/dossier/dossier_computed.h"
#include "domain/dossier/dossier_values.h"
#include "domain/people/access.h"
#include "domain/story/undo_act.h"
#include "domain/type/casetype.h"
#include "domain/type/casetype_computed.h"
#include "store/db.h"
#include "world.h"
#include "xml/xml_type.h"

#define NUMBER "C-2026-10000061"

static struct dossier *d;

static void
again(const char *login)
{
	as(login);
	CHECK(dossier_open(&cx, NUMBER, LEVEL_READ, &d) == OK);
	CHECK(dossier_load(&cx, d) == OK);
}

static void
start(void)
{
	given();
	again("mia");
}

static struct value *
with(struct value *others, const char *field, int64_t no, const char *text)
{
	struct value *v = arena_alloc(cx.arena, sizeof(*v));

	*v = (struct value){ others, field, text, no, NULL };
	return v;
}

static enum err
save(struct value *v)
{
	struct dossier_change c = { .title = d->title, .values = v,
	    .risk = d->risk, .version = d->version, .why = "" };

	cx.mistakes = NULL;
	return dossier_change(&cx, d, &c);
}

static const char *
text(const char *field, int64_t no)
{
	return casetype_value_text(d->values, field, no);
}

static const char *
reason(const char *field, int64_t no)
{
	struct dossier_computed_why why;

	dossier_computed_why(&cx, d->type, d->values,
	    casetype_field(d->type, field), no, &why);
	return why.reason;
}

static void
what_was_bought_is_added_up(void)
{
	start();
	CHECK(save(with(with(with(with(NULL, "item", 2, "Cup"), "price", 2,
	    "12.30"), "item", 1, "Kettle"), "price", 1, "30")) == OK);
	CHECK_TEXT(text("bought_total", 0), "4230 EUR");
	CHECK(save(with(with(NULL, "item", 2, ""), "price", 2, "")) == OK);
	CHECK_TEXT(text("bought_total", 0), "3000 EUR");
	CHECK(save(with(with(NULL, "item", 1, ""), "price", 1, "")) == OK);
	CHECK_TEXT(text("bought_total", 0), "");
	CHECK_TEXT(reason("bought_total", 0), "“What was bought” has no row.");
}

static void
lists_and_filters_find_it(void)
{
	start();
	CHECK(save(with(with(NULL, "promised_on", 0, "2026-11-01"),
	    "delivered_on", 0, "2026-11-21")) == OK);
	CHECK_TEXT(text("delay", 0), "20");
	CHECK(world_int("SELECT number FROM field_value"
	    " WHERE field = 'delay'") == 20);
	CHECK(save(with(NULL, "delivered_on", 0, "2026-10-30")) == OK);
	CHECK_TEXT(text("delay", 0), "0");
	CHECK(save(with(NULL, "delivered_on", 0, "")) == OK);
	CHECK_TEXT(text("delay", 0), "");
	CHECK_TEXT(reason("delay", 0),
	    "“Delivered or put right on” is not filled in.");
}

static void
its_event_says_that_it_was_computed(void)
{
	start();
	CHECK(save(with(with(NULL, "promised_on", 0, "2026-11-01"),
	    "delivered_on", 0, "2026-11-21")) == OK);
	CHECK(world_int("SELECT count(*) FROM event_body"
	    " WHERE body LIKE '%\"computed\":\"f.delay\"%'") == 1);
}

static void
nobody_types_it(void)
{
	start();
	CHECK(save(with(NULL, "delay", 0, "3")) == ERR_REQUEST);
	CHECK_TEXT(cx.why, "“Days late” is computed from other fields; "
	    "change those.");
}

static void
another_currency_is_not_added(void)
{
	struct dossier_computed_why why;

	start();
	CHECK(save(with(with(NULL, "item", 1, "Kettle"), "price", 1,
	    "30 USD")) == OK);
	CHECK_TEXT(text("bought_total", 0), "0 EUR");
	dossier_computed_why(&cx, d->type, d->values,
	    casetype_field(d->type, "bought_total"), 0, &why);
	CHECK_TEXT(why.note, "“Price” in row 1 is not in EUR and is left "
	    "out.");
}

/* What another changed meanwhile stays, and counts. */
static void
undoing_computes_anew(void)
{
	struct undo_act *a = NULL;
	const char *act;

	start();
	CHECK(save(with(with(NULL, "promised_on", 0, "2026-11-01"),
	    "delivered_on", 0, "2026-11-21")) == OK);
	cx.act = NULL;
	CHECK(save(with(NULL, "delivered_on", 0, "2026-11-23")) == OK);
	CHECK_TEXT(text("delay", 0), "22");
	act = cx.act->number;
	cx.act = NULL;
	later(60);
	again("ben");
	CHECK(save(with(NULL, "promised_on", 0, "2026-11-03")) == OK);
	CHECK_TEXT(text("delay", 0), "20");
	later(60);
	again("mia");
	CHECK(undo_act_open(&cx, act, &a) == OK);
	CHECK(a->units->reasons == NULL);
	CHECK(undo_back(&cx, a, false, "") == OK);
	again("mia");
	CHECK_TEXT(text("delivered_on", 0), "2026-11-21");
	CHECK_TEXT(text("promised_on", 0), "2026-11-03");
	CHECK_TEXT(text("delay", 0), "18");
	CHECK(world_int("SELECT count(*) FROM event_body b JOIN event e"
	    " ON e.id = b.event WHERE e.kind = 'act.undone'"
	    " AND b.body LIKE '%\"f.delay\":\"18\"%'") == 1);
}

static void
a_merged_case_computes_with_what_it_took(void)
{
	struct dossier *from;

	start();
	CHECK(save(with(NULL, "promised_on", 0, "2026-11-01")) == OK);
	CHECK(dossier_open(&cx, "C-2026-10000079", LEVEL_READ, &from) == OK);
	CHECK(dossier_load(&cx, from) == OK);
	d = from;
	CHECK(save(with(with(NULL, "promised_on", 0, "2026-11-09"),
	    "delivered_on", 0, "2026-11-11")) == OK);
	CHECK_TEXT(text("delay", 0), "2");
	again("mia");
	CHECK(dossier_merge(&cx, from, d, "The same.") == OK);
	again("mia");
	CHECK_TEXT(text("delay", 0), "10");
}

#define LABELS(t) "<label xml:lang='en'>" t "</label>"			\
	"<label xml:lang='fr'>" t "</label><label xml:lang='de'>" t "</label>" \
	"<label xml:lang='it'>" t "</label><label xml:lang='pt'>" t "</label>" \
	"<label xml:lang='ja'>" t "</label>"
#define TYPE(fields) "<type code='order' prefix='O'><name>" LABELS("Order") \
	"</name><plural>" LABELS("Orders") "</plural><description>"	\
	LABELS("Order") "</description><roles><role code='buyer'>"	\
	LABELS("Buyer") "</role></roles><outcomes><outcome code='solved'>" \
	LABELS("Solved") "</outcome><outcome code='declined'>"		\
	LABELS("Declined") "</outcome></outcomes><risks><risk code='low'>" \
	LABELS("Low") "</risk></risks><fields>\n" fields "</fields></type>"
#define FIELD(code, kind, more) "<field code='" code "' kind='" kind "'>" \
	LABELS(code) more "</field>\n"
#define COMPUTED(code, kind, feel) FIELD(code, kind,			\
	"<computed>" feel "</computed>")

static struct casetype *
order(const char *source, struct reader_fault **faults)
{
	struct casetype *t;

	*faults = NULL;
	t = xml_type_read(cx.arena, "t", source, strlen(source), NULL,
	    faults);
	if (t != NULL)
		casetype_computed_compile(cx.arena, t, "t", faults);
	return t;
}

/* The first fault of fields, "" none. */
static const char *
fault(const char *source, int *line)
{
	struct reader_fault *f;

	order(source, &f);
	*line = f == NULL ? 0 : f->line;
	return f == NULL ? "" : f->text;
}

static void
each_mistake_has_its_line(void)
{
	int line;

	CHECK_TEXT(fault(TYPE(FIELD("a", "number", "")
	    COMPUTED("b", "number", "\na +\n c")), &line),
	    "“b” cannot be computed: “c” is not known here.");
	CHECK(line == 5);
	(void)fault(TYPE(COMPUTED("b", "number", "1 +")), &line);
	CHECK(line == 2);
	CHECK_TEXT(fault(TYPE(COMPUTED("b", "number", "b + 1")), &line),
	    "“b” is computed from itself.");
	CHECK_TEXT(fault(TYPE(COMPUTED("b", "number", "c + 1")
	    COMPUTED("c", "number", "b + 1")), &line), "“b” uses “c”, which "
	    "is computed after it; put that one before it. Two fields cannot "
	    "be computed from one another.");
	CHECK_TEXT(fault(TYPE(FIELD("a", "date", "")
	    COMPUTED("b", "number", "(today() - a).days")), &line), "“b” uses "
	    "today(), but a computed value is stored when the case changes "
	    "and would grow stale; use a date field of the case.");
	CHECK_TEXT(fault(TYPE(FIELD("a", "number", "")
	    COMPUTED("b", "date", "a + 1")), &line), "“b” is to be a date, "
	    "but what is computed is a number.");
	CHECK_TEXT(fault(TYPE("<field code='b' kind='number' required='yes'>"
	    LABELS("B") "<computed>1</computed></field>"), &line), "The field "
	    "“b” is computed and never asked; it cannot be required or for "
	    "later.");
	CHECK_TEXT(fault(TYPE(COMPUTED("b", "person", "\"P\"")), &line), "The "
	    "field “b” is a person and cannot be computed.");
	CHECK_TEXT(fault(TYPE(COMPUTED("b", "number", "count(rows)")
	    "<group code='rows'><name>" LABELS("Row") "</name><plural>"
	    LABELS("Rows") "</plural>" FIELD("a", "number", "")
	    COMPUTED("c", "number", "a * 2") "</group>"), &line), "“b” uses "
	    "the rows of “rows”, in which “c” is computed after it; put the "
	    "group before it.");
	CHECK_TEXT(fault(TYPE(FIELD("a", "number", "")
	    COMPUTED("b", "number", "a + /* c */ 1") COMPUTED("c", "text",
	    "if b &gt; 1 then \"today()\" else null")), &line), "");
}

/* A dossier of a type that is not in the store. */
static struct dossier_values *
computed(const char *source, struct value *values)
{
	struct dossier o = { .values = values };
	struct reader_fault *f;

	o.type = order(source, &f);
	CHECK(f == NULL);
	return dossier_computed(&cx, &o);
}

static void
rows_are_computed_before_what_adds_them_up(void)
{
	static const char source[] = TYPE(
	    "<group code='rows'><name>" LABELS("Row") "</name><plural>"
	    LABELS("Rows") "</plural>" FIELD("pieces", "number", "")
	    "<field code='price' kind='money' currency='EUR'>" LABELS("Price")
	    "</field><field code='line' kind='money' currency='EUR'>"
	    LABELS("Line") "<computed>pieces * price</computed></field>"
	    "</group><field code='total' kind='money' currency='EUR'>"
	    LABELS("Total") "<computed>sum(rows.line)</computed></field>"
	    COMPUTED("many", "flag", "total &gt; 20"));
	struct dossier_values *v;

	start();
	v = computed(source, with(with(with(with(NULL, "pieces", 1, "3"),
	    "price", 1, "250 EUR"), "pieces", 4, "2"), "price", 4,
	    "1000 EUR"));
	CHECK(v != NULL && v->no == 1);
	CHECK_TEXT(v->text, "750 EUR");
	CHECK(v->next->no == 4);
	CHECK_TEXT(v->next->text, "2000 EUR");
	CHECK_TEXT(v->next->next->text, "2750 EUR");
	CHECK_TEXT(v->next->next->next->text, "1");
}

/* Half away from zero; what does not fit is no value. */
static void
numbers_are_rounded_to_the_decimals_of_the_field(void)
{
	static const char source[] = TYPE(FIELD("a", "number", "")
	    "<field code='b' kind='number' decimals='1'>" LABELS("B")
	    "<computed>a / 20</computed></field>"
	    "<field code='c' kind='number' least='0' most='5'>" LABELS("C")
	    "<computed>a</computed></field>");
	struct dossier_values *v;

	start();
	v = computed(source, with(NULL, "a", 0, "-5"));
	CHECK_TEXT(v->text, "-0.3");
	CHECK(v->next == NULL);
	v = computed(source, with(NULL, "a", 0, "5"));
	CHECK_TEXT(v->text, "0.3");
	CHECK_TEXT(v->next->text, "5");
}

/* A step without end would keep others from writing. */
static void
a_formula_that_never_ends_gives_no_value(void)
{
	static const char source[] = TYPE(COMPUTED("b", "number",
	    "sum(for i in 1..1000000000 return i)"));

	start();
	CHECK(computed(source, NULL) == NULL);
}

static void
the_formula_is_told_in_words(void)
{
	struct dossier_computed_why why;

	start();
	CHECK(save(with(NULL, "promised_on", 0, "2026-11-01")) == OK);
	dossier_computed_why(&cx, d->type, d->values,
	    casetype_field(d->type, "delay"), 0, &why);
	CHECK_TEXT(why.formula,
	    "max((Delivered or put right on - Promised for).days, 0)");
	CHECK_TEXT(why.used->label, "Promised for");
	CHECK_TEXT(why.used->text, "Sun 1 Nov 2026");
	CHECK(why.used->next != NULL && why.used->next->next == NULL);
	CHECK_TEXT(why.used->next->text, "");
}

int
main(void)
{
	RUN(what_was_bought_is_added_up);
	RUN(lists_and_filters_find_it);
	RUN(its_event_says_that_it_was_computed);
	RUN(nobody_types_it);
	RUN(another_currency_is_not_added);
	RUN(undoing_computes_anew);
	RUN(a_merged_case_computes_with_what_it_took);
	RUN(each_mistake_has_its_line);
	RUN(rows_are_computed_before_what_adds_them_up);
	RUN(numbers_are_rounded_to_the_decimals_of_the_field);
	RUN(a_formula_that_never_ends_gives_no_value);
	RUN(the_formula_is_told_in_words);
	return DONE;
}
