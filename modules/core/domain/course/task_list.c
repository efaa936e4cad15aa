/* SPDX-License-Identifier: MIT */
/* My work, over all dossiers in sight. */
#include "domain/course/plan.h"
#include "domain/course/task.h"
#include "domain/spine/dossier_number.h"
#include "store/store_task.h"

#define COUNTED 1001

static const struct {
	enum err (*rows)(struct ctx *, int64_t, int64_t, int,
	    struct task **);
	enum err (*count)(struct ctx *, int, int64_t *);
} lists[] = {
	[TASK_MINE] = { store_task_mine, store_task_count_mine },
	[TASK_TEAMS] = { store_task_teams, store_task_count_teams },
	[TASK_STOOD] = { store_task_stood, store_task_count_stood }
};

static const char *
key_of(struct ctx *cx, const struct task *t)
{
	return arena_printf(cx->arena, "%s.%lld", t->dossier_number,
	    (long long)t->no);
}

enum err
task_list(struct ctx *cx, enum task_list list, const char *after, int limit,
    struct task_page *out)
{
	int64_t no = 0, due = -STORE_TASK_NEVER, id = 0;
	const char *number;
	struct task *t;
	enum err e;
	int n = 1;

	*out = (struct task_page){ .next = "" };
	if (dossier_number_split(cx, after, &number, &no) &&
	    (e = store_task_place(cx, number, no, &due, &id)) != OK)
		return e;
	e = lists[list].rows(cx, due, id, limit + 1, &out->tasks);
	if (e != OK || (e = plan_task_show(cx, out->tasks)) != OK)
		return e;
	for (t = out->tasks; t != NULL; t = t->next, n++)
		if (n == limit && t->next != NULL) {
			out->next = key_of(cx, t);
			t->next = NULL;
		}
	out->count = n - 1;		/* all of them, when that is all */
	return after[0] == '\0' && out->next[0] == '\0' ? OK :
	    lists[list].count(cx, COUNTED, &out->count);
}
