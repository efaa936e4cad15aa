/* SPDX-License-Identifier: MIT */
/* dossier dmn tck: runs the tests of the DMN technology compatibility kit. */
#include <errno.h>
#include <ftw.h>
#include <limits.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "tool/commands.h"
#include "tool/tool.h"
#include "tool/tool_model.h"
#include "tool/tool_rows.h"
#include "tool/tool_tck.h"

enum verdict { PASSED, FAILED, SKIPPED, VERDICTS };

static const char *const words[] = { "passed", "failed", "skipped" };

struct total {			/* of a level, or of one of its cases */
	struct total *next, *parts;
	const char *name;
	size_t tests[VERDICTS];
};

struct outcome {		/* of one test */
	enum verdict verdict;
	const char *expected, *got;	/* of one that failed */
	const char *why;		/* of one skipped or failed */
};

struct run {
	struct tool *tool;
	struct arena *arena;	/* of one file of tests */
	struct total *levels;
	struct tool_rows rows;
	size_t files;
};

/* The total named so among its brothers, made when it is new. */
static struct total *
total(struct run *r, struct total **at, const char *name)
{
	while (*at != NULL && strcmp((*at)->name, name) != 0)
		at = &(*at)->next;
	if (*at == NULL) {
		*at = arena_alloc(r->tool->cx.arena, sizeof(**at));
		(*at)->name = arena_text(r->tool->cx.arena, name);
	}
	return *at;
}

static struct outcome
outcome(enum verdict verdict, const char *why)
{
	return (struct outcome){ verdict, "", "", why };
}

/* What the inputs of a test say, as one context. */
static bool
inputs(struct arena *a, const struct xml_tck_case *c, struct feel_value *out)
{
	struct feel_value_entries entries = { 0 };
	const struct xml_tck_value *v;
	struct feel_value one;
	const char *name;

	for (v = c->inputs; v != NULL; v = v->next) {
		if (!tool_tck_value(a, v, &one))
			return false;
		name = *v->namespace == '\0' ? v->name :
		    arena_printf(a, "%s#%s", v->namespace, v->name);
		feel_value_put(a, &entries, (struct feel_string){ name,
		    strlen(name) }, one);
	}
	*out = feel_value_made(a, &entries);
	return true;
}

/* A service of several outputs gives a context of them. */
static struct feel_value
output(struct feel_value v, const struct xml_tck_case *c,
    const struct xml_tck_result *want, const struct dmn_element *e)
{
	const struct feel_value *member;

	if (c->ask != XML_TCK_SERVICE || v.kind != FEEL_CONTEXT ||
	    e->service.outputs == NULL || e->service.outputs->next == NULL)
		return v;
	member = feel_value_get(v.context, (struct feel_string){ want->name,
	    strlen(want->name) });
	return member == NULL ? v : *member;
}

static struct outcome
judge(struct arena *a, struct feel_value got, struct feel_value expected,
    bool errors, const struct xml_tck_result *want, const struct feel_eval *ev)
{
	struct outcome o = outcome(FAILED, "");

	o.expected = feel_value_write(a, expected);
	o.got = feel_value_write(a, got);
	if (ev->notes != NULL)
		o.why = ev->notes->text;
	if (!tool_tck_same(got, expected))
		return o;
	if (want->error && !errors) {
		o.expected = "an error";
		return o;
	}
	return outcome(PASSED, "");
}

/* One result of a test. */
static struct outcome
ask(struct run *r, const struct tool_model *m, const struct xml_tck_case *c,
    const struct xml_tck_result *want)
{
	const char *name = c->ask == XML_TCK_DECISION ||
	    *c->invocable == '\0' ? want->name : c->invocable;
	const struct dmn_element *e = dmn_find(m->dmn, name);
	struct feel_value given, expected, got;
	struct feel_eval ev;
	bool errors;

	if (e == NULL)
		return outcome(FAILED, arena_printf(r->arena,
		    "There is no “%s” in the model.", name));
	if (tool_tck_java(m->main, e))
		return outcome(SKIPPED, "It calls a function in Java, and "
		    "there is no Java in this engine.");
	if (!inputs(r->arena, c, &given) ||
	    !tool_tck_value(r->arena, want->expected, &expected))
		return outcome(FAILED, "The test has a value that is not of "
		    "its type.");
	feel_eval_start(&ev, r->arena, r->tool->cx.now, "UTC");
	got = dmn_decide(m->dmn, &ev, e, given, &errors, NULL);
	return judge(r->arena, output(got, c, want, e), expected, errors,
	    want, &ev);
}

/* A test passes when all its results do. */
static struct outcome
test(struct run *r, const struct tool_model *m, const struct xml_tck_case *c)
{
	struct outcome o = outcome(PASSED, "");
	const struct xml_tck_result *want;

	if (m->dmn == NULL)
		return outcome(FAILED, m->faults->text);
	for (want = c->results; want != NULL && o.verdict == PASSED;
	    want = want->next)
		o = ask(r, m, c, want);
	return o;
}

static void
tell(struct run *r, const char *level, const char *name, const char *file,
    const struct xml_tck_case *c, const struct outcome *o)
{
	const char *cells[] = { level, name, file, c->id, words[o->verdict],
	    o->expected, o->got, o->why, NULL };

	printf("%-7s  %s/%s %s\n", words[o->verdict], level, name, c->id);
	if (o->verdict == FAILED && *o->expected != '\0')
		printf("         expected %s\n         got      %s\n",
		    o->expected, o->got);
	if (*o->why != '\0')
		printf("         %s\n", o->why);
	tool_rows_add(&r->rows, cells);
}

/* So many folders above a file: 1 is its case, 2 its level. */
static const char *
folder(struct arena *a, const char *path, int above)
{
	const char *end = path + strlen(path), *start;

	for (;;) {
		while (end > path && end[-1] != '/')
			end--;
		while (end > path && end[-1] == '/')
			end--;
		for (start = end; start > path && start[-1] != '/'; start--)
			;
		if (--above == 0)
			return end == start ? "." :
			    arena_textn(a, start, (size_t)(end - start));
	}
}

static void
run_file(struct run *r, const char *path)
{
	struct reader_fault *faults = NULL;
	const struct xml_tck *tck = xml_tck_file(r->arena, path, &faults);
	const char *level = folder(r->arena, path, 2);
	const char *name = folder(r->arena, path, 1);
	const struct xml_tck_case *c;
	struct total *of_level, *of_case;
	struct tool_model *m;
	struct outcome o;

	if (tck == NULL)
		return;		/* some other XML */
	r->files++;
	m = tool_model_read(r->arena, arena_printf(r->arena, "%.*s/%s",
	    (int)(strrchr(path, '/') - path), path, tck->model));
	of_level = total(r, &r->levels, level);
	of_case = total(r, &of_level->parts, name);
	for (c = tck->cases; c != NULL; c = c->next) {
		o = test(r, m, c);
		of_level->tests[o.verdict]++;
		of_case->tests[o.verdict]++;
		tell(r, level, name, strrchr(path, '/') + 1, c, &o);
	}
}

/* The files of tests below a folder, in the order of their names. */
static const char **found;
static size_t found_n, found_room;
static struct arena *found_in;

static int
find(const char *path, const struct stat *st, int kind, struct FTW *at)
{
	size_t len = strlen(path);
	const char **more;

	(void)st;
	(void)at;
	if (kind != FTW_F || len < 4 || strcmp(path + len - 4, ".xml") != 0)
		return 0;
	if (found_n == found_room) {
		found_room = found_room == 0 ? 64 : found_room * 2;
		more = arena_array(found_in, found_room, sizeof(*more));
		if (found_n > 0)
			memcpy(more, found, found_n * sizeof(*more));
		found = more;
	}
	found[found_n++] = arena_text(found_in, path);
	return 0;
}

static int
by_name(const void *a, const void *b)
{
	return strcmp(*(char *const *)a, *(char *const *)b);
}

static int
run_folder(struct run *r, const char *path)
{
	char whole[PATH_MAX];	/* its folders name case and level */
	size_t i;

	found = NULL;
	found_n = found_room = 0;
	found_in = r->tool->cx.arena;
	if (realpath(path, whole) == NULL ||
	    nftw(whole, find, 20, FTW_PHYS) != 0)
		return tool_fail("%s: %s", path, strerror(errno));
	if (found_n > 0)
		qsort(found, found_n, sizeof(*found), by_name);
	for (i = 0; i < found_n; i++) {
		run_file(r, found[i]);
		arena_reset(r->arena);
	}
	return TOOL_DONE;
}

static void
tell_total(const struct total *t, const char *before)
{
	size_t all = t->tests[PASSED] + t->tests[FAILED] + t->tests[SKIPPED];

	printf("%s%s: %zu of %zu tests passed", before, t->name,
	    t->tests[PASSED], all - t->tests[SKIPPED]);
	if (t->tests[SKIPPED] > 0)
		printf(", %zu skipped", t->tests[SKIPPED]);
	if (t->tests[FAILED] > 0)
		printf(", %zu failed", t->tests[FAILED]);
	putchar('\n');
}

/* The cases of each level, then the levels. Returns how many tests failed. */
static size_t
tell_totals(const struct run *r)
{
	const struct total *level, *c;
	size_t failed = 0, cases, whole;

	for (level = r->levels; level != NULL; level = level->next) {
		printf("\n%s\n", level->name);
		for (c = level->parts; c != NULL; c = c->next)
			tell_total(c, "  ");
	}
	putchar('\n');
	for (level = r->levels; level != NULL; level = level->next) {
		cases = whole = 0;
		for (c = level->parts; c != NULL; c = c->next) {
			cases++;
			whole += c->tests[FAILED] == 0 &&
			    c->tests[SKIPPED] == 0;
		}
		failed += level->tests[FAILED];
		tell_total(level, "");
		printf("%s: %zu of %zu cases passed whole\n", level->name,
		    whole, cases);
	}
	return failed;
}

int
tool_dmn_tck(struct tool *t)
{
	static const char *const names[] = { "level", "case", "file", "test",
	    "verdict", "expected", "got", "reason", NULL };
	struct run r = { .tool = t };
	int status, i;

	if ((status = tool_rows_open(&r.rows, t, names)) != TOOL_DONE)
		return status;
	r.arena = arena_new();
	for (i = 0; i < t->operands && status == TOOL_DONE; i++)
		status = run_folder(&r, t->operand[i]);
	arena_free(r.arena);
	if (status == TOOL_DONE && r.files == 0)
		status = tool_fail("no tests of the TCK lie there.");
	else if (status == TOOL_DONE && tell_totals(&r) > 0)
		status = TOOL_FAILED;
	return tool_rows_close(&r.rows, status);
}
