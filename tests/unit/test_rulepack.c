/* SPDX-License-Identifier: MIT */
/* Care models: combined at random, read, refused, and what they ask for. */
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

#include "check.h"
#include "domain/course/casetype_install.h"
#include "domain/course/silence.h"
#include "domain/dossier/dossier.h"
#include "domain/dossier/party.h"
#include "domain/dossier/rulepack_fact.h"
#include "domain/dossier/rulepack_gate.h"
#include "domain/people/skill.h"
#include "domain/type/casetype.h"
#include "domain/type/rulepack_words.h"
#include "refund.h"
#include "rules/type/rulepack.h"
#include "rules/type/rulepack_span.h"
#include "source.h"
#include "store/db.h"
#include "text/date.h"
#include "type_folder.h"
#include "world.h"

#define LABELS(w) "<label xml:lang=\"en\">" w "</label>"		\
	"<label xml:lang=\"fr\">" w "</label>"				\
	"<label xml:lang=\"de\">" w "</label>"				\
	"<label xml:lang=\"it\">" w "</label>"				\
	"<label xml:lang=\"pt\">" w "</label>"				\
	"<label xml:lang=\"ja\">" w "</label>"
#define PACK(code, rules) "<model code=\"" code "\"><name>"		\
	LABELS(code) "</name><description>" LABELS(code)		\
	"</description>" rules "</model>"
#define MODELS(a, b) "<models><model code=\"" a "\"/><model code=\"" b	\
	"\"/></models>"
#define ROUNDS 400

static struct term phases[] = { { &phases[1], "planning", { { "" } } },
    { NULL, "followup", { { "" } } } };
static struct term risks[] = { { &risks[1], "low", { { "" } } },
    { NULL, "high", { { "" } } } };
static const struct casetype drawn = { .code = "drawn", .phases = phases,
    .risks = risks };

static const struct type_rhythm *
draw_rhythm(bool first)
{
	static const char *const of[] = { "planning", "followup", "" };
	struct type_rhythm *w = arena_alloc(cx.arena, sizeof(*w));

	w->days = rand() % 4 * 5;
	w->works = rand() % 2 != 0;
	w->phase = first ? "" : of[rand() % 3];
	w->risk = first ? 0 : w->phase[0] == '\0' ? 1 + rand() % 2 :
	    rand() % 3;
	w->dated = first && rand() % 2 != 0;
	if (rand() % 2 != 0)
		w->next = draw_rhythm(false);
	return w;
}

static struct rulepack *
draw_pack(int no)
{
	static const char *const things[] = { "", "strengths", "goals" };
	struct rulepack *p = arena_alloc(cx.arena, sizeof(*p));
	struct rulepack_rule *r;
	int n = 1 + rand() % 4;

	p->code = arena_printf(cx.arena, "pack%d", no);
	p->file = "";
	while (n-- > 0) {
		r = arena_alloc(cx.arena, sizeof(*r));
		*r = (struct rulepack_rule){ .pack = p, .line = n,
		    .next = (struct rulepack_rule *)(uintptr_t)p->rules,
		    .kind = (enum rulepack_kind)(rand() % RULEPACK_KINDS),
		    .subject = "", .target = "", .n = 1 + rand() % 6,
		    .span = { 1 + rand() % 9,
		    (enum rulepack_unit)(rand() % 3) },
		    .above = (enum rulepack_above)(rand() % 3) };
		if (r->kind == RULEPACK_RHYTHM)
			r->rhythm = draw_rhythm(true);
		if (r->kind == RULEPACK_BEFORE ||
		    r->kind == RULEPACK_ASSESSMENT)
			r->subject = things[rand() % 3];
		if (r->kind == RULEPACK_BEFORE)
			r->target = rand() % 2 == 0 ? "plan" : "closing";
		p->rules = r;
	}
	return p;
}

static struct rulepack *
chained(struct rulepack *const *all, int n, bool back)
{
	struct rulepack *list = NULL;
	int i;

	for (i = 0; i < n; i++) {
		struct rulepack *p = arena_copy(cx.arena, all[back ? i :
		    n - 1 - i], sizeof(*p));
		p->next = list;
		list = p;
	}
	return list;
}

/* Everything that a set says, as one text. */
static const char *
told(const struct rulepack_set *s)
{
	const struct rulepack_yield *y;
	const struct rulepack_held *h;
	const struct rulepack_clash *c;
	const char *t = "";

	for (h = s->held; h != NULL; h = h->next) {
		t = arena_printf(cx.arena, "%s%s:%d:%d", t,
		    h->rule->pack->code, h->rule->kind, h->rule->line);
		for (y = h->yields; y != NULL; y = y->next)
			t = arena_printf(cx.arena, "%s<%s:%d", t,
			    y->rule->pack->code, y->rule->line);
		t = arena_printf(cx.arena, "%s\n", t);
	}
	for (c = s->clashes; c != NULL; c = c->next)
		t = arena_printf(cx.arena, "%s%s!%s\n", t, c->a->code,
		    c->b->code);
	return t;
}

/* How strict a set is: the more, the stricter. */
static int
asks(const struct rulepack_set *s, int load)
{
	const struct rulepack_rule *r = rulepack_load(s, load);

	return r == NULL ? -1 : (int)r->above;
}

static int
days(const struct rulepack_set *s, const char *phase, int risk)
{
	const struct type_rhythm *w = rulepack_rhythm(s, phase, risk);

	return w == NULL || w->days == 0 ? 1000000 :
	    w->days * (w->works ? 7 : 5);
}

/* Each rule of the one is covered by one that the other holds. */
static bool
as_strict(const struct rulepack_set *more, const struct rulepack_set *less)
{
	const struct rulepack_held *h, *o;
	int risk, load;

	for (h = less->held; h != NULL; h = h->next) {
		for (o = more->held; o != NULL && !rulepack_covers(&drawn,
		    o->rule, h->rule); o = o->next)
			;
		if (o == NULL)
			return false;
	}
	for (load = 0; load < 9; load++)
		if (asks(more, load) < asks(less, load))
			return false;
	for (risk = 0; risk < 3; risk++)
		if (days(more, "planning", risk) >
		    days(less, "planning", risk) ||
		    days(more, "followup", risk) >
		    days(less, "followup", risk))
			return false;
	return rulepack_dated(more) || !rulepack_dated(less);
}

static void
packs_combine_in_any_order_and_never_loosen(void)
{
	struct rulepack *all[5];
	struct rulepack_set *some, *every, *back;
	int i, n, round;

	given();
	srand(1);
	for (round = 0; round < ROUNDS; round++) {
		n = 2 + rand() % 4;
		for (i = 0; i < n; i++)
			all[i] = draw_pack(i);
		every = rulepack_combine(cx.arena, &drawn, chained(all, n,
		    false));
		back = rulepack_combine(cx.arena, &drawn, chained(all, n,
		    true));
		some = rulepack_combine(cx.arena, &drawn, chained(all,
		    n - 1, false));
		CHECK_TEXT(told(every), told(back));
		CHECK(as_strict(every, some));
	}
}

static void
spans_are_counted_and_compared(void)
{
	struct calendar c = { .zone = "Europe/Berlin" };
	struct rulepack_span month = { 1, RULEPACK_MONTHS };
	int64_t day;

	given();
	CHECK(rulepack_span_order((struct rulepack_span){ 7, RULEPACK_DAYS },
	    (struct rulepack_span){ 6, RULEPACK_WORKING_DAYS }) < 0);
	CHECK(rulepack_span_order((struct rulepack_span){ 31, RULEPACK_DAYS },
	    month) > 0);
	CHECK(rulepack_span_add(&c, date_days(2027, 1, 31), month, &day));
	CHECK(day == date_days(2027, 2, 28));
	CHECK(rulepack_span_add(&c, date_days(2026, 12, 5), month, &day));
	CHECK(day == date_days(2027, 1, 5));
	month.n = 11;
	CHECK(rulepack_span_add(&c, date_days(2026, 1, 15), month, &day));
	CHECK(day == date_days(2026, 12, 15));
}

/* What the installation says is wrong. */
static const char *
faults(const char *models)
{
	CHECK(refund_install(models) == ERR_INVALID);
	return cx.why == NULL ? "" : cx.why;
}

static void
what_is_wrong_is_told_with_file_and_line(void)
{
	const char *why;

	given();
	type_folder_put("models/one.xml", PACK("one",
	    "<before what=\"phase:nowhere\" needs=\"strengths\"/>\n"
	    "<certified role=\"wizard\" skill=\"magic\"/>"));
	type_folder_put("models/two.xml", PACK("two",
	    "<assessment form=\"none\" every=\"3 days\"/>"));
	why = faults(MODELS("one", "absent"));
	CHECK(strstr(why, "models/one.xml:1: The case type “complaint” has "
	    "no phase “nowhere”.") != NULL);
	CHECK(strstr(why, "models/one.xml:2: The case type “complaint” has "
	    "no role “wizard”.") != NULL);
	CHECK(strstr(why, "There is no care model “absent”") != NULL);
	CHECK(strstr(faults(MODELS("two", "two")), "named twice") != NULL);
	CHECK(strstr(faults("<models><model code=\"two\"/></models>"),
	    "The case type has no form “none”") != NULL);
	type_folder_put("models/two.xml", PACK("two",
	    "<signed within=\"soon\"/>"));
	CHECK(strstr(faults("<models><model code=\"two\"/></models>"),
	    "models/two.xml:1:") != NULL);
}

static void
packs_that_contradict_each_other_are_refused_by_name(void)
{
	const char *why;

	given();
	type_folder_put("models/one.xml", PACK("one",
	    "<before what=\"plan\" needs=\"referrals\"/>"));
	type_folder_put("models/two.xml", PACK("two",
	    "<before what=\"referrals\" needs=\"plan\"/>"));
	why = faults(MODELS("one", "two"));
	CHECK(strstr(why, "The models “one” and “two” contradict each "
	    "other: before plan the one asks for referrals") != NULL);
	type_folder_put("models/two.xml", PACK("two", "<excludes "
	    "model=\"one\"/><gaps within=\"2 days\"/>"));
	why = faults(MODELS("one", "two"));
	CHECK(strstr(why, "cannot be combined") != NULL);
}

static const struct casetype *
installed(const char *models)
{
	const struct casetype *t;

	CHECK(refund_install(models) == OK);
	CHECK(casetype_current(&cx, "complaint", &t) == OK);
	return t;
}

static void
the_strictest_rhythm_holds_and_the_other_is_told(void)
{
	const struct rulepack_held *h;
	const struct casetype *t;
	struct dossier *d;

	given();
	type_folder_put("models/weekly.xml", PACK("weekly",
	    "<rhythm contact=\"7 days\"/>"));
	type_folder_put("models/seldom.xml", PACK("seldom",
	    "<rhythm contact=\"30 days\" next-date=\"always\">"
	    "<when phase=\"assessment\" contact=\"2 days\"/></rhythm>"));
	t = installed("<rhythm contact=\"20 working days\"/>"
	    MODELS("seldom", "weekly"));
	h = t->rules->held;
	CHECK(h != NULL && h->next != NULL && h->next->next == NULL);
	CHECK_TEXT(h->next->rule->pack->code, "weekly");
	CHECK(h->next->yields != NULL && h->next->yields->next == NULL);
	CHECK_TEXT(rulepack_words_yield(&cx, t, h->next, h->next->yields),
	    "This case type asks for less: “Contact at least every 20 "
	    "working days”. The stricter of the two holds, that of weekly.");
	d = refund_registered();
	CHECK(dossier_accept(&cx, d, "", "", 0, 0) == OK);
	CHECK(silence_rhythm(d)->days == 2 && silence_dated(d->type));
	d->phase = "screening";
	CHECK(silence_rhythm(d)->days == 7);
}

static struct dossier *
accepted(const char *models)
{
	struct dossier *d;

	installed(models);
	d = refund_registered();
	CHECK(dossier_accept(&cx, d, "", "", 0, 0) == OK);
	cx.act = NULL;
	return d;
}

static const char *
mistake(const char *field)
{
	const struct mistake *m = cx.mistakes;

	CHECK(m != NULL);
	if (m == NULL)
		return "";
	CHECK_TEXT(m->field, field);
	cx.mistakes = NULL;
	return m->text;
}

static void
a_phase_waits_for_its_records(void)
{
	struct dossier *d;

	given();
	type_folder_put("models/one.xml", PACK("one",
	    "<before what=\"phase:screening\" needs=\"strengths\" "
	    "least=\"2\"/><before what=\"phase:screening\" "
	    "needs=\"role:requester\"/>"));
	d = accepted("<models><model code=\"one\"/></models>");
	CHECK(dossier_move(&cx, d, "screening", "Now") == ERR_INVALID);
	CHECK_TEXT(mistake("phase"), "Before the phase “Screening”, "
	    "this is to be there: somebody as “Customer” (one), "
	    "2 strengths (one).");
	must(db_run(&cx, "INSERT INTO strength (dossier, no, kind, area,"
	    " words, said_by, said, noted) VALUES ($1, 90, 'strength', '',"
	    " 'Cooks', '', '2026-11-24', 1), ($1, 91, 'strength', '',"
	    " 'Sings', '', '2026-11-24', 1)", db_i(d->id)));
	CHECK(party_add(&cx, d, world_customer("P-20000001"),
	    "requester") == OK);
	CHECK(dossier_move(&cx, d, "screening", "Now") == OK);
}

static void
a_load_is_pointed_out_asked_or_refused(void)
{
	struct rulepack_fact *f;
	struct dossier *d;

	given();
	type_folder_put("models/ask.xml", PACK("ask",
	    "<caseload most=\"3\" above=\"reason\"/>"));
	type_folder_put("models/stop.xml", PACK("stop",
	    "<caseload most=\"5\" above=\"refuse\"/>"));
	d = accepted(MODELS("ask", "stop"));
	must(db_run(&cx, "UPDATE dossier SET lead = NULL WHERE lead = $1",
	    db_i(world_person("mia"))));
	CHECK(dossier_hand_over(&cx, d, 0, world_person("mia"), "Hers")
	    == OK);
	CHECK_TEXT(rulepack_gate_load_words(&cx, d->type, 2), "2 of 3 cases");
	CHECK(rulepack_fact_list(&cx, d, &f) == OK);
	CHECK(f->state == RULEPACK_KEPT);
	CHECK_TEXT(f->now, "Mia Berger: 1 of 3 cases");
	must(db_run(&cx, "UPDATE dossier SET lead = $1, status = 'open',"
	    " type = $2 WHERE id IN (1, 2, 3)", db_i(world_person("mia")),
	    db_i(d->type->id)));
	d = refund_registered();
	CHECK(dossier_accept(&cx, d, "", "", 0, world_person("mia"))
	    == ERR_INVALID);
	CHECK(strstr(mistake("lead"), "more than 3 asks for a reason (ask)")
	    != NULL);
	d = refund_registered();
	CHECK(dossier_accept(&cx, d, "", "", 0, 0) == OK);
	CHECK(dossier_hand_over(&cx, d, 0, world_person("mia"), "Nobody "
	    "else speaks Finnish.") == OK);
	d = refund_registered();
	CHECK(dossier_accept(&cx, d, "", "", 0, 0) == OK);
	CHECK(dossier_hand_over(&cx, d, 0, world_person("mia"), "Again")
	    == ERR_INVALID);
	CHECK(strstr(mistake("lead"), "5 is the most (stop)") != NULL);
}

static void
a_role_asks_for_its_skill(void)
{
	struct dossier *d;

	given();
	type_folder_put("models/one.xml", PACK("one",
	    "<certified role=\"requester\" skill=\"magic\"/>"));
	d = accepted("<models><model code=\"one\"/></models>");
	CHECK(party_add(&cx, d, world_person("ben"), "requester")
	    == ERR_INVALID);
	CHECK(strstr(mistake("person"), "lacks the skill “magic”") != NULL);
	as("ada");
	CHECK(skill_make(&cx, "Magic") == OK);
	must(db_run(&cx, "INSERT INTO staff_skill (person, skill)"
	    " SELECT $1, id FROM skill WHERE code = 'magic'",
	    db_i(world_person("ben"))));
	as("mia");
	CHECK(party_add(&cx, d, world_person("ben"), "requester") == OK);
}

static void
the_shipped_models_are_right_and_combine(void)
{
	static const char *const codes[] = { "brokerage", "clinical",
	    "intensive", "strengths" };
	const struct casetype *t;
	const char *type;
	size_t i;

	given();
	for (i = 0; i < 4; i++)
		type_folder_put(arena_printf(cx.arena, "models/%s.xml",
		    codes[i]), source_text(arena_printf(cx.arena,
		    "etc/caremodels/%s.xml", codes[i])));
	CHECK(refund_install("<models><model code=\"brokerage\"/>"
	    "<model code=\"clinical\"/><model code=\"intensive\"/>"
	    "<model code=\"strengths\"/></models>") == ERR_INVALID);
	CHECK(strstr(cx.why, "has no role “therapist”") != NULL);
	type = source_with(source_with(type_folder_text("type.xml"),
	    "<roles>", "<roles><role code=\"therapist\">"
	    LABELS("Therapist") "</role>"), "</phases>",
	    "<phase code=\"implementation\">" LABELS("Doing") "</phase>"
	    "<phase code=\"followup\">" LABELS("After") "</phase>"
	    "</phases>");
	type_folder_put("type.xml", type);
	CHECK(type_folder_install(&t) == OK);
	CHECK(t->rules != NULL && t->rules->clashes == NULL);
	CHECK_TEXT(rulepack_words(&cx, t, t->rules->held->rule),
	    "At most 15 cases of this type a lead; more only with a reason");
	CHECK(t->rules->held->yields->next != NULL);
	CHECK(rulepack_rhythm(t->rules, "", 0)->days == 7);
}

int
main(void)
{
	type_folder_open();
	if (mkdir(type_folder_path("models"), 0700) != 0 ||
	    mkdir(type_folder_path("../../caremodels"), 0700) != 0)
		return 1;
	type_folder_put("../../caremodels/model.rng",
	    source_text("etc/caremodels/model.rng"));
	RUN(packs_combine_in_any_order_and_never_loosen);
	RUN(spans_are_counted_and_compared);
	RUN(what_is_wrong_is_told_with_file_and_line);
	RUN(packs_that_contradict_each_other_are_refused_by_name);
	RUN(the_strictest_rhythm_holds_and_the_other_is_told);
	RUN(a_phase_waits_for_its_records);
	RUN(a_load_is_pointed_out_asked_or_refused);
	RUN(a_role_asks_for_its_skill);
	RUN(the_shipped_models_are_right_and_combine);
	return DONE;
}
