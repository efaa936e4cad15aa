/* SPDX-License-Identifier: MIT */
/* Counts in memory that all workers share, and tells them. */
#include "web/serve_count.h"

#include <stddef.h>
#include <sys/mman.h>

#include "base/log.h"

#define KINDS 3
#define CLASSES 5		/* 1xx to 5xx */
#define BUCKETS 12

static const struct { const char *text; int64_t us; } limits[BUCKETS] = {
	{ "0.001", 1000 }, { "0.0025", 2500 }, { "0.005", 5000 },
	{ "0.01", 10000 }, { "0.025", 25000 }, { "0.05", 50000 },
	{ "0.1", 100000 }, { "0.25", 250000 }, { "0.5", 500000 },
	{ "1", 1000000 }, { "2.5", 2500000 }, { "10", 10000000 }
};
static const char *const kinds[KINDS] = { "read", "write", "other" };

static struct figures {
	int64_t workers;
	int64_t requests[KINDS][CLASSES];
	int64_t within[KINDS][BUCKETS];	/* of one limit, not of all below */
	int64_t took[KINDS];		/* microseconds */
	int64_t busy, waits, waited, retries, broken, ended, badly;
} alone, *all = &alone;			/* alone: one request in CGI mode */

static void
add(int64_t *to, int64_t n)
{
	__atomic_fetch_add(to, n, __ATOMIC_RELAXED);
}

void
serve_count_open(int workers)
{
	void *p = mmap(NULL, sizeof(*all), PROT_READ | PROT_WRITE,
	    MAP_SHARED | MAP_ANONYMOUS, -1, 0);

	if (p == MAP_FAILED)
		log_fatal("no memory for figures");
	all = p;
	all->workers = workers;
}

void
serve_count_request(enum serve_count_kind kind, int status, int64_t us)
{
	size_t i;

	if (status < 100 || status > 599)
		status = 500;
	add(&all->requests[kind][status / 100 - 1], 1);
	add(&all->took[kind], us);
	if (status == 503)
		add(&all->busy, 1);
	for (i = 0; i < BUCKETS; i++)
		if (us <= limits[i].us) {
			add(&all->within[kind][i], 1);
			return;
		}
}

void
serve_count_wait(int64_t us)
{
	add(&all->waits, 1);
	add(&all->waited, us);
}

void
serve_count_retry(void)
{
	add(&all->retries, 1);
}

void
serve_count_broken(void)
{
	add(&all->broken, 1);
}

void
serve_count_ended(bool badly)
{
	add(badly ? &all->badly : &all->ended, 1);
}

static void
head(struct buf *b, const char *name, const char *type, const char *help)
{
	buf_printf(b, "# HELP dossier_%s %s\n# TYPE dossier_%s %s\n", name,
	    help, name, type);
}

/* A figure of its own. */
static void
one(struct buf *b, const char *program, const char *name, const char *type,
    const char *help, int64_t n)
{
	head(b, name, type, help);
	buf_printf(b, "dossier_%s{program=\"%s\"} %lld\n", name, program,
	    (long long)n);
}

static void
seconds(struct buf *b, int64_t us)
{
	buf_printf(b, "%lld.%06lld\n", (long long)(us / 1000000),
	    (long long)(us % 1000000));
}

static void
write_requests(struct buf *b, const char *program)
{
	size_t kind, class;

	head(b, "requests_total", "counter",
	    "Requests answered, by kind and class of status.");
	for (kind = 0; kind < KINDS; kind++)
		for (class = 0; class < CLASSES; class++)
			if (class > 0)
				buf_printf(b, "dossier_requests_total"
				    "{program=\"%s\",kind=\"%s\","
				    "code=\"%zuxx\"} %lld\n", program,
				    kinds[kind], class + 1, (long long)
				    all->requests[kind][class]);
}

static void
write_times(struct buf *b, const char *program)
{
	size_t kind, i;
	int64_t n;

	head(b, "request_seconds", "histogram",
	    "How long requests took, from their first byte to their last.");
	for (kind = 0; kind < KINDS; kind++) {
		for (n = 0, i = 0; i < BUCKETS; i++) {
			n += all->within[kind][i];
			buf_printf(b, "dossier_request_seconds_bucket"
			    "{program=\"%s\",kind=\"%s\",le=\"%s\"} "
			    "%lld\n", program, kinds[kind], limits[i].text,
			    (long long)n);
		}
		for (n = 0, i = 0; i < CLASSES; i++)
			n += all->requests[kind][i];
		buf_printf(b, "dossier_request_seconds_bucket{program=\"%s\","
		    "kind=\"%s\",le=\"+Inf\"} %lld\n", program,
		    kinds[kind], (long long)n);
		buf_printf(b, "dossier_request_seconds_sum{program=\"%s\","
		    "kind=\"%s\"} ", program, kinds[kind]);
		seconds(b, all->took[kind]);
		buf_printf(b, "dossier_request_seconds_count{program=\"%s\","
		    "kind=\"%s\"} %lld\n", program, kinds[kind],
		    (long long)n);
	}
}

void
serve_count_write(struct buf *b, const char *program)
{
	write_requests(b, program);
	write_times(b, program);
	one(b, program, "busy_total", "counter",
	    "Requests that were put off, 503: a store, directory or disk that "
	    "does not answer.", all->busy);
	one(b, program, "write_waits_total", "counter",
	    "Transactions that waited for their turn to write.", all->waits);
	head(b, "write_wait_seconds_total", "counter",
	    "How long all of them waited together.");
	buf_printf(b, "dossier_write_wait_seconds_total{program=\"%s\"} ",
	    program);
	seconds(b, all->waited);
	one(b, program, "write_retries_total", "counter",
	    "Transactions that met another and were run again.",
	    all->retries);
	one(b, program, "faults_total", "counter",
	    "Requests that failed by a fault of ours or of the store.",
	    all->broken);
	one(b, program, "workers", "gauge", "Processes that answer requests.",
	    all->workers);
	head(b, "workers_ended_total", "counter",
	    "Workers that were replaced: at their end, or by a fault.");
	buf_printf(b, "dossier_workers_ended_total{program=\"%s\","
	    "how=\"well\"} %lld\n", program, (long long)all->ended);
	buf_printf(b, "dossier_workers_ended_total{program=\"%s\","
	    "how=\"badly\"} %lld\n", program, (long long)all->badly);
}
