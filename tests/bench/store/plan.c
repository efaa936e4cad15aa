/* SPDX-License-Identifier: MIT */
/* Plans as the programs would have begun them and led them to a phase: made
 * once for each type and phase, and laid under every dossier that is there. */
#include <string.h>

#include "base/json.h"
#include "domain/course/plan_step.h"
#include "matter.h"
#include "model/casetype.h"

static const char *const phases[MAKE_PHASES] = { "screening", "assessment",
    "risk", "planning", "implementation", "followup", "evaluation" };

static void
may(enum cmmn_refusal r)
{
	if (r != CMMN_OK)
		log_fatal("a plan refused: %d", (int)r);
}

static struct cmmn_item *
lead(struct make *m, const struct casetype *type, size_t last, bool closed)
{
	struct ctx cx = m->cx;
	struct dossier *d = arena_alloc(m->keep, sizeof(*d));
	const struct plan_model *model;
	struct plan_step s = { .cx = &cx, .d = d, .by_itself = true };
	size_t i;

	cx.arena = m->keep;
	*d = (struct dossier){ .type = type, .number = "", .title = "",
	    .team_name = "", .phase = phases[0], .status = "open",
	    .verdict = "accepted", .medium = "web", .received = MAKE_NOW,
	    .opened = MAKE_NOW, .due = MAKE_NEVER };
	make_must(m, plan_model(&cx, type, &model));
	if (model == NULL)
		log_fatal("%s has no plan", type->code);
	s.body = event_body(&cx);
	s.plan = plan_step_new(&cx, d, model);
	may(cmmn_begin(&s.plan->run));
	for (i = 0; i <= last; i++)
		make_must(m, plan_enter(&s, i == 0 ? "" : phases[i - 1],
		    phases[i], ""));
	if (closed)
		may(cmmn_do(&s.plan->run, 1, CMMN_TERMINATE));
	return s.plan->instance.items;
}

void
plan_make(struct make *m)
{
	size_t t, i;

	for (t = 0; t < 2; t++) {
		for (i = 0; i < MAKE_PHASES; i++)
			m->plans[t][i] = lead(m, m->types[t], i, false);
		m->plans[t][MAKE_PHASES] = lead(m, m->types[t],
		    MAKE_PHASES - 1, true);
	}
}

static size_t
phase_of(const struct matter *x)
{
	size_t i = 0;

	while (strcmp(phases[i], x->phase) != 0)
		i++;
	return i;
}

static struct store_plan_item *
row_of(struct arena *a, const struct matter *x, const struct cmmn_item *i)
{
	struct store_plan_item *r = arena_alloc(a, sizeof(*r));

	*r = (struct store_plan_item){ .no = i->no, .parent = i->parent,
	    .used = i->use == NULL ? "" : i->use->id,
	    .kind = plan_step_kind_word(i->kind), .name = "",
	    .state = cmmn_state_word(i->state), .resumes =
	    i->before == CMMN_NONE ? "" : cmmn_state_word(i->before),
	    .required = i->required, .round = i->round,
	    .since = x->received + 2 * x->step,
	    .rings = cmmn_is_over(i->state) ? 0 : i->rings,
	    .rounds_left = i->rounds_left,
	    .cycle = i->cycle == NULL ? "" : i->cycle, .reason = "" };
	return r;
}

/* What is not done is of the plan, as far as that has work in this phase. */
void
plan_lay(struct make *m, struct matter *x)
{
	const struct cmmn_item *i = m->plans[x->type == m->types[1]][
	    x->is_closed ? MAKE_PHASES : phase_of(x)];
	struct store_plan_item **tail = &x->plan;
	int64_t k = x->tray ? MATTER_TASKS : 0;

	for (; i != NULL; i = i->next) {
		*tail = row_of(m->cx.arena, x, i);
		while (k < MATTER_TASKS && x->task_done[k] != 0)
			k++;
		if (k < MATTER_TASKS && i->kind == CMMN_HUMAN_TASK &&
		    i->state == CMMN_ACTIVE) {
			x->task_item[k] = *tail;
			(*tail)->task = NO_TASK + k++;
		}
		tail = &(*tail)->next;
	}
}

void
plan_rows(struct load *l, const struct matter *x)
{
	const struct store_plan_item *i;

	for (i = x->plan; i != NULL; i = i->next)
		load_row(l, db_i(x->id), db_i(i->no), db_i(i->parent),
		    db_t(i->used), db_t(i->kind), db_t(i->state),
		    db_t(i->resumes), db_i(i->required), db_i(i->round),
		    db_i(i->since), db_i(i->rings == 0 ? MAKE_NEVER :
		    i->rings), db_i(i->rounds_left), db_t(i->cycle),
		    db_i(i->task));
}

void
plan_log(struct make *m, struct chain *c, const struct matter *x)
{
	struct json_pair *pairs = NULL, **tail = &pairs;
	const struct store_plan_item *i;

	for (i = x->plan; i != NULL; i = i->next) {
		*tail = arena_alloc(m->cx.arena, sizeof(**tail));
		(*tail)->group = "after";
		(*tail)->name = arena_printf(m->cx.arena, "plan.%lld",
		    (long long)i->no);
		(*tail)->text = store_plan_text(&m->cx, i, '\n');
		tail = &(*tail)->next;
	}
	chain_add(c, "plan.begun", 0, x->received,
	    json_write(m->cx.arena, pairs));
}
