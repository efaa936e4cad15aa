/* SPDX-License-Identifier: MIT */
/*
 * What one event costs on a running plan of N items (500): microseconds of
 * CPU time, and as many times the bound, which is reading every item once and
 * evaluating one condition for each: no machine could know less.
 *   bench_cmmn [N]
 */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#include "rules/cmmn/cmmn.h"
#include "rules/feel/feel_number.h"
#include "xml/xml_cmmn.h"

#define SECONDS 0.5		/* of each */
#define STAGES 10

static struct arena *keep, *scratch;
static const struct cmmn *plan;
static struct cmmn_instance began;
static struct cmmn_item *rows;	/* the instance as a caller would load it */
static size_t n_rows;
static const struct feel *condition;
static struct feel_frame frame;
static volatile int64_t sum;

static double
now(void)
{
	struct timespec t;

	clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &t);
	return (double)t.tv_sec + (double)t.tv_nsec / 1e9;
}

/* Stages of tasks, each waiting for the one before and a condition, or for a
 * condition alone that does not hold; a tenth repeat, a tenth are required. */
static const char *
model(int items, bool events)
{
	const char *s = "";
	int i, k, n = items / STAGES - 1;

	for (i = 0; i < STAGES; i++) {
		s = arena_printf(keep, "%s<planItem id='s%d' definitionRef='"
		    "S%d'/>", s, i, i);
	}
	for (i = 0; i < STAGES; i++) {
		s = arena_printf(keep, "%s<stage id='S%d'>", s, i);
		for (k = 0; k < n; k++)
			s = arena_printf(keep, "%s<planItem id='t%d_%d' "
			    "definitionRef='T'><itemControl>%s%s"
			    "</itemControl>%s</planItem>", s, i, k,
			    k % 10 == 3 ? "<repetitionRule/>" : "",
			    k % 10 == 5 ? "<requiredRule/>" : "", k == 0 ?
			    "" : arena_printf(keep, "<entryCriterion id='c"
			    "%d_%d' sentryRef='x%d_%d'/>", i, k, i, k));
		for (k = 1; k < n; k++)
			s = arena_printf(keep, "%s<sentry id='x%d_%d'>%s"
			    "<ifPart><condition>amount &gt; %d and open"
			    "</condition></ifPart></sentry>", s, i, k, !events ?
			    "" : arena_printf(keep, "<planItemOnPart "
			    "sourceRef='t%d_%d'><standardEvent>complete"
			    "</standardEvent></planItemOnPart>", i, k - 1),
			    events ? k : 1000000 + k);
		s = arena_printf(keep, "%s</stage>", s);
	}
	return arena_printf(keep, "<definitions xmlns='http://www.omg.org/"
	    "spec/CMMN/20151109/MODEL' targetNamespace='b'><case id='b'>"
	    "<casePlanModel id='p'>%s<humanTask id='T'/></casePlanModel>"
	    "</case></definitions>", s);
}

static void
start(struct cmmn_run *r, struct cmmn_instance *in, struct feel_eval *ev)
{
	feel_eval_start(ev, scratch, 1795608000, "Europe/Brussels");
	cmmn_run_start(r, plan, in, ev, &frame);
}

/* The rows of a store, linked. */
static struct cmmn_instance
loaded(void)
{
	struct cmmn_item *i = arena_copy(scratch, rows,
	    n_rows * sizeof(*rows));
	struct cmmn_instance in = { .items = i, .last = (int64_t)n_rows };
	size_t k;

	for (k = 0; k + 1 < n_rows; k++)
		i[k].next = &i[k + 1];
	return in;
}

static void
bound(void)
{
	struct cmmn_instance in = loaded();
	const struct cmmn_item *i;
	struct feel_eval ev;

	feel_eval_start(&ev, scratch, 1795608000, "Europe/Brussels");
	for (i = in.items; i != NULL; i = i->next)
		sum += (int64_t)i->state + feel_run(condition, &ev,
		    &frame).boolean;
}

static void
complete_one(void)
{
	struct cmmn_instance in = loaded();
	struct feel_eval ev;
	struct cmmn_run r;

	start(&r, &in, &ev);
	if (cmmn_do(&r, STAGES + 2, CMMN_COMPLETE) != CMMN_OK ||
	    r.changes == NULL || r.changes->next == NULL)
		abort();
}

static void
suspend_all(void)
{
	struct cmmn_instance in = loaded();
	struct feel_eval ev;
	struct cmmn_run r;

	start(&r, &in, &ev);
	if (cmmn_do(&r, 1, CMMN_SUSPEND) != CMMN_OK)
		abort();
}

static void
new_data(void)
{
	struct cmmn_instance in = loaded();
	struct feel_eval ev;
	struct cmmn_run r;

	start(&r, &in, &ev);
	if (cmmn_data(&r) != CMMN_OK)
		abort();
}

static void
ask_all(void)
{
	struct cmmn_instance in = loaded();
	const struct cmmn_item *i;
	struct feel_eval ev;
	struct cmmn_run r;

	start(&r, &in, &ev);
	for (i = in.items; i != NULL; i = i->next) {
		sum += cmmn_may(&r, i);
		sum += cmmn_waits(&r, i) != NULL;
	}
	sum += cmmn_offers(&r) != NULL;
}

/* Microseconds of CPU time for one. */
static double
measure(void (*run)(void))
{
	size_t n, done = 0, lap = 10;
	double from = now(), to;

	do {
		for (n = 0; n < lap; n++) {
			arena_reset(scratch);
			run();
		}
		done += lap;
		to = now();
	} while (to - from < SECONDS);
	return (to - from) * 1e6 / (double)done;
}

static void
begin(int items, bool events)
{
	static const struct feel_member names[] = {
		{ { "amount", 6 }, NULL }, { { "open", 4 }, NULL }
	};
	static struct feel_value values[2];
	const struct feel_scope scope = { .names = names, .n = 2 };
	struct cmmn_fault *faults = NULL;
	struct feel_fault *wrong = NULL;
	const char *text = model(items, events);
	struct cmmn_model *m = xml_cmmn_read(keep, "bench", text,
	    strlen(text), &faults);
	const struct cmmn_item *i;
	struct feel_eval ev;
	struct cmmn_run r;

	memset(&began, 0, sizeof(began));
	values[0] = feel_number_of(100000);
	values[1] = feel_value_boolean(true);
	frame.values = values;
	plan = cmmn_compile(keep, "bench", m->cases, &scope, &faults);
	condition = feel_compile(keep, "amount > 5 and open", 19, &scope,
	    &wrong);
	feel_eval_start(&ev, keep, 1795608000, "Europe/Brussels");
	cmmn_run_start(&r, plan, &began, &ev, &frame);
	if (cmmn_begin(&r) != CMMN_OK)
		abort();
	n_rows = (size_t)began.last;
	rows = arena_array(keep, n_rows, sizeof(*rows));
	for (n_rows = 0, i = began.items; i != NULL; i = i->next)
		rows[n_rows++] = *i;
}

static void
tell(const char *name, double us, double least)
{
	printf("%8.1f %5.1f  %s\n", us, us / least, name);
}

int
main(int argc, char **argv)
{
	static const struct {
		const char *name;
		void (*run)(void);
	} all[] = {
		{ "a task is completed, the next begins", complete_one },
		{ "the case is suspended, with all in it", suspend_all },
		{ "other data, and nothing waits for them alone", new_data },
		{ "what may be done and what each waits for", ask_all }
	};
	double least;
	size_t k;

	keep = arena_new();
	scratch = arena_new();
	begin(argc > 1 ? atoi(argv[1]) : 500, true);
	least = measure(bound);
	printf("%zu items; microseconds of CPU time, times the bound\n",
	    n_rows);
	printf("%8.1f %5.1f  bound: items read, a condition each\n", least,
	    1.0);
	for (k = 0; k < sizeof(all) / sizeof(all[0]); k++)
		tell(all[k].name, measure(all[k].run), least);
	begin(argc > 1 ? atoi(argv[1]) : 500, false);
	tell("other data, and every item waits for them", measure(new_data),
	    least);
	arena_free(scratch);
	arena_free(keep);
	return 0;
}
