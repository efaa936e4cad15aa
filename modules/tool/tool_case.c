/* SPDX-License-Identifier: MIT */
/* Cases that run, their data, and the cases that they call. */
#include "tool/tool_case.h"

#include <dirent.h>
#include <stdlib.h>
#include <string.h>

#include "rules/time/worktime.h"
#include "tool/tool_play_pick.h"
#include "xml/xml_cmmn.h"

#define DEEPEST 10		/* cases that call cases */
#define CASES_MAX 200
#define FILES_MAX 1000		/* looked into for a case that is called */

bool
tool_case_fails(struct tool_play *p, const char *expected, const char *seen)
{
	p->expected = expected;
	p->seen = seen;
	return false;
}

/* A value as FEEL writes it; false: it is none. */
bool
tool_case_value(struct tool_play *p, const char *text, struct feel_value *out)
{
	struct feel_scope none = { .outer = NULL };
	struct feel_frame frame = { .outer = NULL };
	struct feel_fault *fault = NULL;
	struct feel_eval ev;
	struct feel *feel;

	feel = feel_compile(p->arena, text, strlen(text), &none, &fault);
	if (feel == NULL || fault != NULL)
		return tool_case_fails(p, "a value of FEEL", text);
	feel_eval_start(&ev, p->arena, p->now, "UTC");
	ev.calendar = &worktime_plain;
	*out = feel_run(feel, &ev, &frame);
	return true;
}

static struct tool_play_variable *
variable(struct tool_play *p, const char *name)
{
	struct tool_play_variable **at, *v;

	for (at = &p->variables; (v = *at) != NULL; at = &v->next)
		if (strcmp(v->name, name) == 0)
			return v;
	*at = v = arena_alloc(p->arena, sizeof(*v));
	v->name = name;
	v->value = feel_value_null;
	return v;
}

/* NAME=VALUE of the words from here on. */
bool
tool_case_assign(struct tool_play *p, const struct tool_scenario_step *s,
    size_t from)
{
	const char *equals;
	struct feel_value v;

	for (; from < s->n; from++) {
		equals = strchr(s->words[from], '=');
		if (equals == NULL)
			return tool_case_fails(p, "NAME=VALUE", s->words[from]);
		if (!tool_case_value(p, equals + 1, &v))
			return false;
		variable(p, arena_textn(p->arena, s->words[from],
		    (size_t)(equals - s->words[from])))->value = v;
	}
	return true;
}

/* Every variable that the scenario will ever set has a name from the start,
 * as those have that translated expressions use. */
static void
declare(struct tool_play *p, const struct cmmn_model *m)
{
	const struct tool_scenario_step *s;
	const struct cmmn_word *w;
	const char *equals;
	size_t i;

	for (w = m->variables; w != NULL; w = w->next)
		variable(p, w->name);
	for (s = p->scenario->steps; s != NULL; s = s->next)
		if (strcmp(s->words[0], "start") == 0 ||
		    strcmp(s->words[0], "set") == 0 ||
		    strcmp(s->words[0], "file") == 0)
			for (i = 1; i < s->n; i++)
				if ((equals = strchr(s->words[i], '=')) !=
				    NULL)
					variable(p, arena_textn(p->arena,
					    s->words[i], (size_t)(equals -
					    s->words[i])));
}

static const struct feel_scope *
scope(struct tool_play *p)
{
	struct feel_scope *s = arena_alloc(p->arena, sizeof(*s));
	struct tool_play_variable *v;
	struct feel_member *names;

	for (v = p->variables; v != NULL; v = v->next)
		s->n++;
	names = arena_array(p->arena, s->n + 1, sizeof(*names));
	for (s->n = 0, v = p->variables; v != NULL; v = v->next)
		names[s->n++].name = (struct feel_string){ v->name,
		    strlen(v->name) };
	s->names = names;
	return s;
}

/* The values of a scope: variables are only ever added at the end. */
static const struct feel_frame *
frame(struct tool_play *p, const struct feel_scope *s)
{
	struct feel_frame *f = arena_alloc(p->arena, sizeof(*f));
	struct feel_value *values = arena_array(p->arena, s->n + 1,
	    sizeof(*values));
	struct tool_play_variable *v;
	size_t n = 0;

	for (v = p->variables; n < s->n; v = v->next)
		values[n++] = v->value;
	f->values = values;
	return f;
}

void
tool_case_run(struct tool_play *p, struct tool_play_case *c,
    struct cmmn_run *run)
{
	struct feel_eval *ev = arena_alloc(p->arena, sizeof(*ev));

	feel_eval_start(ev, p->arena, p->now, "UTC");
	ev->calendar = &worktime_plain;
	cmmn_run_start(run, c->plan, &c->instance, ev, frame(p, c->scope));
	run->roles = p->roles;
}

static const struct cmmn_case *
case_in(const struct cmmn_model *m, const char *name)
{
	const struct cmmn_case *c;

	for (c = m == NULL ? NULL : m->cases; c != NULL; c = c->next)
		if (strcmp(c->id, name) == 0 || strcmp(c->name, name) == 0)
			return c;
	return NULL;
}

struct beside {			/* a file with models, in a folder */
	const char *path, *name;
};

/* The one that is called as the case goes first. */
static int
by_name(const void *a, const void *b)
{
	const struct beside *x = a, *y = b;

	return strcmp(x->name, y->name);
}

/* A case that lies beside the model, in a file of its name or another. */
static const struct cmmn_case *
case_beside(struct tool_play *p, const char *name,
    const struct cmmn_model **model)
{
	const char *slash = strrchr(p->path, '/');
	const char *folder = slash == NULL ? "." : arena_textn(p->arena,
	    p->path, (size_t)(slash - p->path));
	struct beside *files = arena_array(p->arena, FILES_MAX,
	    sizeof(*files));
	size_t n = 0, i, len = strlen(name);
	const struct cmmn_case *c = NULL;
	struct cmmn_fault *unused = NULL;
	struct dirent *e;
	DIR *d;

	if ((d = opendir(folder)) == NULL)
		return NULL;
	while (n < FILES_MAX && (e = readdir(d)) != NULL)
		if (strstr(e->d_name, ".cmmn") != NULL) {
			files[n].path = arena_printf(p->arena, "%s/%s",
			    folder, e->d_name);
			files[n++].name = strncmp(e->d_name, name, len) == 0
			    && e->d_name[len] == '.' ? "" :
			    arena_text(p->arena, e->d_name);
		}
	closedir(d);
	if (n > 1)
		qsort(files, n, sizeof(*files), by_name);
	for (i = 0; i < n && c == NULL; i++) {
		*model = xml_cmmn_file(p->arena, files[i].path, &unused);
		c = case_in(*model, name);
	}
	return c;
}

static bool
begin(struct tool_play *p, const struct cmmn_model *m,
    const struct cmmn_case *of, struct tool_play_case *parent, int64_t task)
{
	struct tool_play_case *c = arena_alloc(p->arena, sizeof(*c)), **tail;
	struct cmmn_fault *faults = NULL;
	struct cmmn_run run;

	if (++p->n_cases > CASES_MAX)
		return tool_case_fails(p, "cases that come to an end",
		    "more than 200 cases");
	declare(p, m);
	c->of = of;
	c->scope = scope(p);
	c->plan = cmmn_compile(p->arena, m->file, of, c->scope, &faults);
	c->parent = parent;
	c->task = task;
	c->depth = parent == NULL ? 0 : parent->depth + 1;
	for (tail = &p->cases; *tail != NULL; tail = &(*tail)->next)
		;
	*tail = c;
	tool_case_run(p, c, &run);
	if (cmmn_begin(&run) != CMMN_OK)
		return tool_case_fails(p, "a case that begins",
		    "a plan that goes in circles");
	return tool_case_follow(p, c, run.changes);
}

/* One that is nowhere runs elsewhere: its task waits. */
static bool
call(struct tool_play *p, struct tool_play_case *from,
    const struct cmmn_item *task)
{
	const char *name = task->use == NULL || task->use->definition == NULL
	    ? "" : task->use->definition->calls;
	const struct cmmn_model *m = p->model;
	const struct cmmn_case *c;

	if (*name == '\0')
		return true;	/* by an expression: it runs elsewhere */
	if ((c = case_in(m, name)) == NULL)
		c = case_beside(p, name, &m);
	if (c == NULL || c->plan == NULL || from->depth >= DEEPEST)
		return true;
	return begin(p, m, c, from, task->no);
}

/* The case of a task that was ended, or completed by hand, before it was. */
static bool
end_called(struct tool_play *p, const struct tool_play_case *of,
    int64_t task)
{
	struct tool_play_case *c;
	enum cmmn_refusal unused;

	for (c = p->cases; c != NULL; c = c->next)
		if (c->parent == of && c->task == task &&
		    !tool_play_pick_ended(c->instance.items) &&
		    !tool_case_act(p, c, 1, CMMN_TERMINATE, &unused))
			return false;
	return true;
}

/* What a change of one case does to another. */
bool
tool_case_follow(struct tool_play *p, struct tool_play_case *c,
    const struct cmmn_change *change)
{
	const struct cmmn_item *i;
	enum cmmn_refusal unused;

	for (; change != NULL; change = change->next) {
		i = cmmn_item(&c->instance, change->item);
		if (i == NULL)
			continue;
		if (i->no == 1 && change->to == CMMN_COMPLETED &&
		    c->parent != NULL && !tool_case_act(p, c->parent, c->task,
		    CMMN_COMPLETE, &unused))
			return false;
		if (i->kind != CMMN_CASE_TASK || i->use == NULL)
			continue;
		if ((change->transition == CMMN_START ||
		    change->transition == CMMN_MANUAL_START) &&
		    !call(p, c, i))
			return false;
		if (i->use->definition->blocking &&
		    (change->to == CMMN_TERMINATED ||
		    change->to == CMMN_COMPLETED) &&
		    !end_called(p, c, i->no))
			return false;
	}
	return true;
}

bool
tool_case_act(struct tool_play *p, struct tool_play_case *c, int64_t item,
    enum cmmn_transition t, enum cmmn_refusal *refused)
{
	struct cmmn_run run;

	tool_case_run(p, c, &run);
	*refused = cmmn_do(&run, item, t);
	return *refused != CMMN_OK || tool_case_follow(p, c, run.changes);
}

bool
tool_case_start(struct tool_play *p, const char *name)
{
	const struct cmmn_case *c = case_in(p->model, name);

	if (c == NULL || c->plan == NULL)
		return tool_case_fails(p, "a case of the model", name);
	return begin(p, p->model, c, NULL, 0);
}
