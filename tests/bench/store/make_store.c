/* SPDX-License-Identifier: MIT */
/*
 * make_store CONF check: is it what the programs would have written?
 * make_store CONF N [SEED]: a store of N dossiers, where dossier.conf says,
 * with the bytes of its documents. The cookies of its four viewers are
 * bench-all, bench-fifth (of all dossiers), bench-team (one small team's)
 * and bench-granted (nothing but twenty grants).
 */
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <time.h>
#include <unistd.h>

#include "base/config.h"
#include "base/count.h"
#include "base/digest.h"
#include "domain/spine/dossier_number.h"
#include "make.h"
#include "store/migrate.h"
#include "words.h"

#define BATCH 500		/* dossiers, then the arena is emptied */
#define COMMIT 50000

const char *
make_number(struct make *m, const char *prefix, int64_t i)
{
	char digits[24];

	/* No factor of ten million: each i below that is met once. */
	snprintf(digits, sizeof(digits), "%07lld",
	    (long long)((i * 7368787 + 1234567) % 10000000));
	return arena_printf(m->cx.arena, "%s-%s%c", prefix, digits,
	    dossier_number_check(digits));
}

static double
seconds(void)
{
	struct timespec t;

	clock_gettime(CLOCK_MONOTONIC, &t);
	return (double)t.tv_sec + (double)t.tv_nsec / 1e9;
}

/* A handful of contents, laid where the programs would. */
static void
files(struct make *m)
{
	unsigned char sum[DIGEST_SIZE];
	const char *text, *dir, *path;
	size_t i, len;
	int fd;

	for (i = 0; i < COUNT(m->files); i++) {
		text = arena_printf(m->keep, i % 2 == 0 ?
		    "%%PDF-1.4\n%%%% paper %zu\n%%%%EOF\n" :
		    "Text of letter %zu.\n", i);
		len = strlen(text);
		digest_of(text, len, sum);
		m->files[i].sha256 = digest_hex(m->keep, sum, sizeof(sum));
		m->files[i].bytes = (int64_t)len;
		dir = arena_printf(m->keep, "%s/%.2s", m->cx.conf->documents,
		    m->files[i].sha256);
		mkdir(dir, 0750);
		dir = arena_printf(m->keep, "%s/%.2s", dir,
		    m->files[i].sha256 + 2);
		mkdir(dir, 0750);
		path = arena_printf(m->keep, "%s/%s", dir,
		    m->files[i].sha256);
		if ((fd = open(path, O_WRONLY | O_CREAT, 0640)) < 0 ||
		    write(fd, text, len) != (ssize_t)len || close(fd) != 0)
			log_fatal("%s cannot be written", path);
	}
}

static void
begin(struct make *m)
{
	make_must(m, db_begin(&m->cx, DB_WRITE));
}

static void
all(struct make *m)
{
	struct matters *s = matters_start(m);
	double from = seconds();
	int64_t i;

	for (i = 1; i <= m->n; i++) {
		matters_make(s, i);
		if (i % BATCH == 0 || i == m->n) {
			matters_flush(s);
			arena_reset(m->cx.arena);
		}
		if (i % COMMIT == 0 && i < m->n) {
			make_must(m, db_commit(&m->cx));
			log_info("%lld, %.0f a second", (long long)i,
			    (double)i / (seconds() - from));
			begin(m);
		}
	}
}

static void
make_store(struct make *m)
{
	double from = seconds(), from_walls;

	m->first_customer = MAKE_VIEWERS + MAKE_TEAMS * MAKE_STAFF + 1;
	m->ncustomers = m->n / 5;
	make_must(m, db_open_any(&m->cx, m->cx.conf->store, &m->cx.db));
	db_patient(m->cx.db);
	db_operator(m->cx.db);
	make_must(m, migrate_files(&m->cx, BENCH_SOURCE "/schema"));
	load_begin(&m->cx, m->cx.conf->store);
	words_start(m);
	files(m);
	begin(m);
	house_make(m);
	log_info("the house stands after %.1f s", seconds() - from);
	all(m);
	house_count(m);
	make_must(m, db_commit(&m->cx));
	log_info("rows are in after %.1f s", seconds() - from);
	load_end(&m->cx, m->cx.conf->store);
	from_walls = seconds();
	begin(m);
	guards_walls(m);
	make_must(m, db_commit(&m->cx));
	log_info("walls act after %.2f s", seconds() - from_walls);
	db_close(m->cx.db);
	log_info("%lld dossiers in %.1f s", (long long)m->n,
	    seconds() - from);
}

int
main(int argc, char **argv)
{
	bool check = argc > 2 && strcmp(argv[2], "check") == 0;
	struct make *m;
	const char *why;

	digest_start();
	m = calloc(1, sizeof(*m));
	if (argc < 3 || m == NULL || ((m->n = strtoll(argv[2], NULL, 10)) <
	    1000 && !check))
		log_fatal("use: make_store CONF N [SEED], N from 1000");
	m->keep = arena_new();
	m->dice = argc > 3 ? strtoull(argv[3], NULL, 10) : 1;
	m->cx = (struct ctx){ .arena = arena_new(), .now = MAKE_NOW,
	    .login = "", .lang = "en" };
	if ((m->cx.conf = config_read(m->keep, argv[1], &why)) == NULL)
		log_fatal("%s", why);
	m->cx.zone = m->cx.conf->timezone;
	if (check)
		check_store(m);
	else
		make_store(m);
	return 0;
}
