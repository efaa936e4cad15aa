/* SPDX-License-Identifier: MIT */
/* dossier cmmn run: plays scenarios on case plans. */
#include <limits.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

#include "base/count.h"
#include "tool/commands.h"
#include "tool/tool.h"
#include "tool/tool_play.h"
#include "tool/tool_rows.h"
#include "tool/tool_vendor.h"
#include "xml/xml_cmmn.h"

enum verdict { PASSED, FAILED, VENDOR, VERDICTS };

static const char *const words[] = { "passed", "failed", "vendor" };

struct running {
	struct tool *tool;
	struct arena *arena;	/* of one scenario */
	struct tool_rows rows;
	const char *folder;	/* of the models; NULL: only one is played */
	const char *file;	/* that one */
	const char *beside;	/* folder of the file of scenarios */
	size_t all[VERDICTS], standard[VERDICTS];
};

struct outcome {
	enum verdict verdict;
	int line;		/* of the step that failed */
	const char *step, *expected, *seen;
	const char *why;	/* it was not played, or not to its end */
};

static bool
is_same_file(const char *a, const char *b)
{
	struct stat x, y;

	return stat(a, &x) == 0 && stat(b, &y) == 0 && x.st_ino == y.st_ino &&
	    x.st_dev == y.st_dev;
}

/* The model that a scenario is for; NULL: none that is asked for. */
static const char *
model_of(const struct running *r, const struct tool_scenario *s)
{
	size_t len = strlen(s->model), whole;

	if (r->folder != NULL)
		return *s->model == '\0' ? NULL : arena_printf(r->arena,
		    "%s/%s", r->folder, s->model);
	if (*s->model == '\0' || is_same_file(r->file, arena_printf(r->arena,
	    "%s/%s", r->beside, s->model)))
		return r->file;
	whole = strlen(r->file);
	return whole >= len && strcmp(r->file + whole - len, s->model) == 0 &&
	    (whole == len || r->file[whole - len - 1] == '/') ? r->file :
	    NULL;
}

static struct outcome
unplayed(enum verdict v, const char *why)
{
	return (struct outcome){ .verdict = v, .step = "", .expected = "",
	    .seen = "", .why = why };
}

/* A word for a state, a type or a step that only one product has. */
static const char *
vendor_step(struct arena *a, const struct tool_scenario *s)
{
	static const char *const known[] = { "waiting_for_repetition",
	    "wait_repetition", "unavailable", "async-active",
	    "async-active-leave", "pending-activation",
	    "intent_event_listener", "variable_event_listener",
	    "signal_event_listener", "generic_event_listener",
	    "reactivate_event_listener" };
	const struct tool_scenario_step *step;
	size_t i;

	for (step = s->steps; step != NULL; step = step->next)
		for (i = 0; i < COUNT(known); i++)
			if (strstr(step->text, known[i]) != NULL)
				return arena_printf(a, "“%s” on line %d of "
				    "the scenario", known[i], step->line);
	return "";
}

static const char *
first_fault(const struct cmmn_fault *f)
{
	for (; f != NULL; f = f->next)
		if (!f->mild)
			return f->text;
	return "";
}

/* What only a vendor's engine does is not played. */
static const char *
vendors(struct arena *a, const struct cmmn_model *m,
    const struct cmmn_fault *f, const struct tool_scenario *s)
{
	const char *model = tool_vendor(a, m, f);

	return *model != '\0' ? model : vendor_step(a, s);
}

static struct outcome
play(struct running *r, const struct tool_scenario *s, const char *path)
{
	struct tool_play p = { .arena = r->arena, .path = path,
	    .scenario = s, .now = r->tool->cx.now };
	const struct tool_scenario_step *step;
	struct cmmn_fault *faults = NULL;
	const char *why;

	p.model = xml_cmmn_file(r->arena, path, &faults);
	if (p.model == NULL)
		return unplayed(FAILED, first_fault(faults));
	why = vendors(r->arena, p.model, faults, s);
	if (*why != '\0')
		return unplayed(VENDOR, why);
	if (*first_fault(faults) != '\0')
		return unplayed(FAILED, first_fault(faults));
	for (step = s->steps; step != NULL; step = step->next)
		if (!tool_play_step(&p, step))
			return (struct outcome){ FAILED, step->line,
			    step->text, p.expected, p.seen, "" };
	return unplayed(PASSED, "");
}

static void
tell(struct running *r, const struct tool_scenario *s,
    const struct outcome *o)
{
	const char *line = o->line == 0 ? "" :
	    arena_printf(r->arena, "%d", o->line);
	const char *cells[] = { s->name, s->model, s->vendor ? "no" : "yes",
	    words[o->verdict], line, o->step, o->expected, o->seen, o->why,
	    NULL };

	printf("%-7s  %s\n", words[o->verdict], s->name);
	if (o->line > 0)
		printf("         line %d: %s\n         expected %s\n"
		    "         seen     %s\n", o->line, o->step, o->expected,
		    o->seen);
	if (*o->why != '\0')
		printf("         %s\n", o->why);
	tool_rows_add(&r->rows, cells);
}

static void
run_one(struct running *r, const struct tool_scenario *s)
{
	const char *path = model_of(r, s);
	struct outcome o;

	if (path == NULL && r->folder == NULL)
		return;
	o = path == NULL ? unplayed(FAILED, "It names no model.") :
	    play(r, s, path);
	r->all[o.verdict]++;
	if (!s->vendor)
		r->standard[o.verdict]++;
	tell(r, s, &o);
}

static void
tell_total(const char *what, const size_t *n)
{
	printf("%s: %zu of %zu passed, %zu failed, %zu not played, for they "
	    "need a vendor's engine\n", what, n[PASSED],
	    n[PASSED] + n[FAILED] + n[VENDOR], n[FAILED], n[VENDOR]);
}

/* Where the models lie, or which one it is. */
static int
find_models(struct running *r, const char *model, const char *scenarios)
{
	const char *slash = strrchr(scenarios, '/');
	struct stat st;

	r->beside = slash == NULL ? "." : arena_textn(r->tool->cx.arena,
	    scenarios, (size_t)(slash - scenarios));
	if (stat(model, &st) != 0)
		return tool_fail("%s: %s", model, "there is neither a file "
		    "nor a folder of that name.");
	if (S_ISDIR(st.st_mode))
		r->folder = model;
	else
		r->file = model;
	return TOOL_DONE;
}

static int
run_all(struct running *r, const struct tool_scenario *s)
{
	size_t played;

	r->arena = arena_new();
	for (; s != NULL; s = s->next) {
		run_one(r, s);
		arena_reset(r->arena);
	}
	arena_free(r->arena);
	played = r->all[PASSED] + r->all[FAILED] + r->all[VENDOR];
	if (played == 0)
		return tool_fail("No scenario is for %s.", r->file);
	putchar('\n');
	tell_total("scenarios", r->all);
	if (r->standard[PASSED] + r->standard[FAILED] + r->standard[VENDOR] <
	    played)
		tell_total("of the standard alone", r->standard);
	return r->all[FAILED] == 0 ? TOOL_DONE : TOOL_FAILED;
}

int
tool_cmmn_run(struct tool *t)
{
	static const char *const names[] = { "scenario", "model",
	    "standard-only", "verdict", "line", "step", "expected", "seen",
	    "reason", NULL };
	struct running r = { .tool = t };
	const char *path = tool_value(t, "scenario");
	const struct tool_scenario *s;

	if (find_models(&r, t->operand[0], path) != TOOL_DONE ||
	    (s = tool_scenario_read(t->cx.arena, path)) == NULL ||
	    tool_rows_open(&r.rows, t, names) != TOOL_DONE)
		return TOOL_FAILED;
	return tool_rows_close(&r.rows, run_all(&r, s));
}
