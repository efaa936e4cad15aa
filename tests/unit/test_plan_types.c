/* SPDX-License-Identifier: MIT */
/* The plan of complaints that ships, as people work with it. */

#include "check.h"
#include "domain/course/casetype_install.h"
#include "domain/course/dossier_change.h"
#include "domain/course/plan.h"
#include "domain/course/task.h"
#include "domain/dossier/dossier.h"
#include "domain/type/plan_model.h"
#include "seen.h"
#include "source.h"
#include "store/db.h"
#include "world.h"

static struct dossier *
accepted(void)
{
	struct value subject = { .field = "subject", .text = "service" };
	struct dossier_new n = { .type = "complaint", .title = "Too late",
	    .text = "", .medium = "phone", .values = &subject };
	const struct casetype *t;
	struct dossier *d = NULL;

	given();
	as("mia");
	cx.lang = "en";
	CHECK(casetype_install(&cx, source_path(
	    "etc/casetypes/complaint"), &t) == OK);
	n.scope = world_scope("complaint", "north");
	CHECK(dossier_register(&cx, &n, &d) == OK);
	CHECK(dossier_accept(&cx, d, "", "", 0, cx.viewer) == OK);
	return reread(d);
}

static int
count(struct dossier *d, const char *used, enum cmmn_state state)
{
	const struct cmmn_item *i;
	struct plan *p = NULL;
	int n = 0;

	CHECK(plan_open(&cx, d, &p) == OK && p != NULL);
	for (i = p->instance.items; i != NULL; i = i->next)
		n += i->use != NULL && i->state == state &&
		    strcmp(i->use->id, used) == 0;
	return n;
}

static enum err
done(struct dossier *d, const char *title)
{
	struct task *t = reread(d)->tasks;

	while (t != NULL && (strcmp(t->title, title) != 0 || t->done != 0))
		t = t->next;
	CHECK(t != NULL);
	return t == NULL ? ERR_MISSING : task_done(&cx, d, t, "");
}

static enum err
happened(struct dossier *d, const char *used)
{
	const struct cmmn_item *i;
	struct plan *p = NULL;

	CHECK(plan_open(&cx, d, &p) == OK && p != NULL);
	for (i = p->instance.items; i != NULL; i = i->next)
		if (i->use != NULL && i->state == CMMN_AVAILABLE &&
		    strcmp(i->use->id, used) == 0)
			return plan_do(&cx, d, i->no, CMMN_OCCUR, "");
	return ERR_MISSING;
}

static enum err
settled(struct dossier *d, const char *answer)
{
	struct value v = { .field = "settled", .text = answer };
	struct dossier_change c = { .title = d->title, .risk = d->risk,
	    .values = &v, .version = reread(d)->version, .why = "" };

	return dossier_change(&cx, d, &c);
}

/* Twice: whoever waits for the answer goes on waiting after the first. */
static void
a_no_in_the_follow_up_opens_the_planning_again(void)
{
	struct dossier *d = accepted();
	int round;

	CHECK(dossier_move(&cx, d, "planning", "Clear") == OK);
	CHECK(count(d, "planning", CMMN_ACTIVE) == 1);
	for (round = 0; round < 2; round++) {
		CHECK(done(d, "Choose the remedy") == OK);
		CHECK(done(d, "Agree on it with the person") == OK);
		CHECK(count(d, "planning", CMMN_ACTIVE) == 0);
		d = reread(d);
		CHECK(dossier_move(&cx, d, "followup", "Done") == OK);
		CHECK(happened(d, "they_wrote") == OK);
		CHECK(settled(d, "yes") == OK);
		CHECK(settled(d, "no") == OK);
		CHECK(done(d, "Ask whether this settled the matter") == OK);
		CHECK(count(d, "planning", CMMN_ACTIVE) == 1);
		CHECK_TEXT(reread(d)->phase, "planning");
		d = reread(d);
	}
	CHECK(count(d, "planning", CMMN_COMPLETED) == 2);
	CHECK(count(d, "planning", CMMN_AVAILABLE) == 1);
}

static void
what_is_over_is_entered_again_and_still_heard(void)
{
	struct dossier *d = accepted();

	CHECK(dossier_move(&cx, d, "planning", "Clear") == OK);
	CHECK(dossier_move(&cx, d, "followup", "Too soon") == OK);
	CHECK(dossier_move(&cx, d, "planning", "Back") == OK);
	CHECK(count(d, "planning", CMMN_ACTIVE) == 1);
	CHECK(count(d, "followup", CMMN_SUSPENDED) == 1);
	CHECK(count(d, "planning", CMMN_AVAILABLE) == 1);
	CHECK(done(d, "Choose the remedy") == OK);
	CHECK(done(d, "Agree on it with the person") == OK);
	CHECK(dossier_move(&cx, reread(d), "assessment", "Not so") == OK);
	d = reread(d);
	CHECK(dossier_move(&cx, d, "planning", "Once more") == OK);
	CHECK(count(d, "planning", CMMN_COMPLETED) == 1);
	CHECK(count(d, "planning", CMMN_ACTIVE) == 1);
	CHECK(count(d, "planning", CMMN_AVAILABLE) == 1);
}

/* Wherever they are told: what follows from a step, what a version brings. */
static void
steps_are_told_in_the_order_of_the_plan(void)
{
	const struct plan_model *m;
	const struct cmmn_item_use *u;
	struct plan *p = NULL;
	size_t i, n;

	CHECK(plan_open(&cx, accepted(), &p) == OK && p != NULL);
	m = p->model;
	CHECK(m->n_own > 30);
	for (i = 0; i < m->n_own; i++) {
		u = m->own[i].use;
		CHECK(plan_model_own(m, u) == &m->own[i]);
		for (n = 0; n < i && m->own[n].use->definition != u->stage;
		    n++)
			;
		CHECK(u->stage == m->c->plan || n < i);
	}
}

int
main(void)
{
	RUN(a_no_in_the_follow_up_opens_the_planning_again);
	RUN(what_is_over_is_entered_again_and_still_heard);
	RUN(steps_are_told_in_the_order_of_the_plan);
	return DONE;
}
