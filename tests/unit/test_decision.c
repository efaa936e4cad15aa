/* SPDX-License-Identifier: MIT */
/* Decisions by tables: asked, confirmed, overridden, followed, kept. */
#include <stdio.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/buf.h"
#include "base/file.h"
#include "check.h"
#include "domain/casetype.h"
#include "domain/decision_make.h"
#include "domain/decision_show.h"
#include "domain/decision_why.h"
#include "domain/dossier.h"
#include "domain/dossier_values.h"
#include "domain/timeline.h"
#include "domain/undo.h"
#include "store/db.h"
#include "store/store_dossier.h"
#include "world.h"

static char folder[64];

static const char *
top(const char *below)
{
	const char *top = getenv("top_srcdir");

	return arena_printf(cx.arena, "%s/%s", top == NULL ? ".." : top,
	    below);
}

static void
put(const char *below, const char *text)
{
	FILE *f = fopen(arena_printf(cx.arena, "%s/%s", folder, below), "w");

	CHECK(f != NULL);
	if (f == NULL)
		return;
	fputs(text, f);
	fclose(f);
}

static const char *
with(const char *source, const char *from, const char *to)
{
	const char *at = strstr(source, from);

	CHECK(at != NULL);
	return at == NULL ? source : arena_printf(cx.arena, "%.*s%s%s",
	    (int)(at - source), source, to, at + strlen(from));
}

/* The next version of complaints is what tests/data has as refunds, with one
 * text of its tables for another. */
static enum err
tables(const char *from, const char *to, const struct casetype **t)
{
	const char *text;

	text = file_text(cx.arena, top("tests/data/casetypes/refund/type.xml"));
	put("c/type.xml", with(text, "code=\"refund\" prefix=\"R\"",
	    "code=\"complaint\" prefix=\"C\""));
	text = file_text(cx.arena,
	    top("tests/data/casetypes/refund/refund.dmn"));
	put("c/refund.dmn", with(text, from, to));
	return casetype_install(&cx, arena_printf(cx.arena, "%s/c", folder),
	    t);
}

static void
start(void)
{
	const struct casetype *t;

	given();
	as("mia");
	cx.lang = "en";
	put("type.rng", file_text(cx.arena, top("etc/casetypes/type.rng")));
	CHECK(tables("Whom we would", "Whom we would", &t) == OK);
	if (cx.why != NULL)
		printf("# %s\n", cx.why);
}

static struct value *
value(struct value *next, const char *field, const char *text)
{
	struct value *v = arena_alloc(cx.arena, sizeof(*v));

	v->next = next;
	v->field = field;
	v->text = text;
	return v;
}

static struct dossier *
registered(const struct value *values)
{
	struct dossier_new n = { .type = "complaint",
	    .scope = world_scope("complaint", "north"), .title = "Too late",
	    .text = "", .medium = "phone", .values = values };
	struct dossier *d = NULL;

	CHECK(dossier_register(&cx, &n, &d) == OK);
	return d;
}

static struct dossier *
again(struct dossier *d)
{
	const char *number = d->number;

	CHECK(dossier_open(&cx, number, LEVEL_WORK, &d) == OK);
	CHECK(dossier_load(&cx, d) == OK);
	return d;
}

static enum err
changed(struct dossier *d, const char *field, const char *text)
{
	struct dossier_change c = { .title = d->title, .risk = d->risk,
	    .values = value(NULL, field, text), .version = d->version,
	    .why = "" };

	return dossier_change(&cx, d, &c);
}

static struct decision_slot *
slot(struct dossier *d, const char *code)
{
	struct decision_slot *s = NULL;

	CHECK(decision_slots(&cx, d, &s) == OK);
	while (s != NULL && strcmp(s->of->code, code) != 0)
		s = s->next;
	CHECK(s != NULL);
	return s;
}

static const char *
shown(const struct decision *x)
{
	return x == NULL ? "none" : decision_show(&cx, x->type, x->of,
	    x->result[0] == '\0' ? x->proposed : x->result);
}

/* The newest sentence of the history. */
static const char *
last(const struct dossier *d)
{
	struct timeline_filter f = { .kinds = "", .limit = 1 };
	struct event *ev = NULL;

	CHECK(dossier_timeline(&cx, d, &f, &ev) == OK && ev != NULL);
	return ev == NULL ? "" : timeline_sentence(&cx, d->type, ev);
}

static int64_t
rows(const char *state)
{
	return world_int(arena_printf(cx.arena,
	    "SELECT count(*) FROM decision WHERE state = '%s'", state));
}

static void
the_risk_is_decided_with_the_registration(void)
{
	struct decision_slot *s;
	struct dossier *d;

	start();
	d = registered(value(value(NULL, "paid", "600"), "cause", "damage"));
	CHECK(d->risk == 3);	/* 30 + 40 + 5 */
	s = slot(d, "risk");
	CHECK_TEXT(shown(s->made), "High");
	CHECK_TEXT(decision_show_score(&cx, s->made->result), "75");
	CHECK(!s->stale && s->proposed == NULL && s->made->automatic);
	CHECK_TEXT(s->made->decided_by, "");
	CHECK_TEXT(last(d), "Risk: High by the table");
	CHECK(cx.act == NULL);	/* nothing to be undone by itself */
}

static void
it_follows_the_facts(void)
{
	struct dossier *d;

	start();
	d = registered(value(NULL, "cause", "delay"));
	CHECK(d->risk == 1);
	CHECK(changed(d, "place", "Bern") == OK);
	CHECK(rows("superseded") == 0);	/* nothing that it needs */
	CHECK(changed(d, "paid", "700") == OK);
	CHECK(d->risk == 2);
	CHECK(rows("superseded") == 1 && rows("made") == 1);
	CHECK(again(d)->risk == 2);
	CHECK_TEXT(shown(slot(d, "risk")->made), "Moderate");
}

static void
a_person_overrides_the_risk_until_the_table_may_again(void)
{
	struct dossier_change c;
	struct dossier *d;
	int64_t no;

	start();
	d = registered(value(NULL, "cause", "delay"));
	c = (struct dossier_change){ .title = d->title, .risk = 3,
	    .version = d->version, .why = "" };
	CHECK(dossier_change(&cx, d, &c) == ERR_INVALID);
	CHECK_TEXT(cx.mistakes->field, "why");
	cx.mistakes = NULL;
	c.why = "The press has it.";
	CHECK(dossier_change(&cx, d, &c) == OK);
	CHECK(d->risk == 3);
	CHECK_TEXT(last(d), "Risk: High instead of Low by the table");
	CHECK(slot(d, "risk")->made->overridden);
	CHECK_TEXT(slot(d, "risk")->made->reason, "The press has it.");
	CHECK(changed(d, "paid", "700") == OK);
	CHECK(d->risk == 3);	/* it stays */
	CHECK(slot(d, "risk")->stale);
	CHECK(decision_make(&cx, d, "risk", &no) == OK);
	CHECK(d->risk == 2 && !slot(d, "risk")->stale);
	CHECK(changed(d, "paid", "") == OK);
	CHECK(d->risk == 1);	/* by itself again */
}

static void
an_assisted_one_is_proposed_and_confirmed(void)
{
	struct decision_slot *s;
	struct dossier *d;
	int64_t no = 0;

	start();
	d = registered(value(value(value(NULL, "days", "20"), "paid",
	    "120.50"), "cause", "delay"));
	CHECK(decision_make(&cx, d, "compensation", &no) == OK);
	s = slot(d, "compensation");
	CHECK_TEXT(shown(s->proposed), "60.25\u00a0EUR");
	CHECK(s->made == NULL);
	CHECK_TEXT(dossier_value(again(d), "compensation"), "");
	CHECK_TEXT(last(d), "Compensation: the table proposes 60.25\u00a0EUR");
	CHECK(decision_make_confirmed(&cx, d, no) == OK);
	CHECK_TEXT(dossier_value(again(d), "compensation"), "6025 EUR");
	CHECK_TEXT(last(d), "Compensation: 60.25\u00a0EUR confirmed");
	CHECK(decision_make_confirmed(&cx, d, no) == ERR_CONFLICT);
	s = slot(d, "compensation");
	CHECK_TEXT(s->made->decided_by, "Mia Berger");
	CHECK(!s->made->overridden && s->proposed == NULL);
}

int
main(void)
{
	snprintf(folder, sizeof(folder), "/tmp/decision-XXXXXX");
	if (mkdtemp(folder) == NULL)
		return 99;
	mkdir(arena_printf(arena_new(), "%s/c", folder), 0700);
	RUN(the_risk_is_decided_with_the_registration);
	RUN(it_follows_the_facts);
	RUN(a_person_overrides_the_risk_until_the_table_may_again);
	RUN(an_assisted_one_is_proposed_and_confirmed);
	return DONE;
}
