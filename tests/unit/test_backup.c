/* SPDX-License-Identifier: MIT */
/* A backup while four write: it is of one moment, all in it fits together,
 * and nobody waits much longer than else. BACKUP_MB sets the store's size. */
#include <fcntl.h>
#include <signal.h>
#include <stdlib.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#include "base/config.h"
#include "base/monotonic.h"
#include "check.h"
#include "domain/dossier/dossier.h"
#include "domain/house/backup.h"
#include "domain/people/search.h"
#include "domain/spine/event.h"
#include "model/right.h"
#include "source.h"
#include "store/db.h"
#include "world.h"

#define WRITERS 4
#define SAMPLES 100000
#define STEP 4000		/* bytes of a row that only fills */

/* What the writers share with who measures them. */
static struct shared {
	volatile int stop, during;	/* a backup is under way */
	struct {
		volatile int n[2];
		int us[2][SAMPLES];
		volatile int broken;
	} of[WRITERS];
} *all;

static char folder[] = "/tmp/dossier-backup-XXXXXX";
static struct config conf;
static const char *dir;

static enum err
note(int me)
{
	struct dossier *d;
	enum err e;

	as("mia");
	if ((e = dossier_open(&cx, me % 2 == 0 ? "C-2026-10000061" :
	    "C-2026-10000079", LEVEL_WORK, &d)) != OK)
		return e;
	return dossier_note(&cx, d, "Something was said.");
}

/* One act in one transaction, as a program does it. */
static void
write_once(int me)
{
	int64_t began = monotonic_us();
	int during = all->during, i;
	enum err e;

	if ((e = db_begin(&cx, DB_WRITE)) == OK) {
		if ((e = note(me)) == OK)
			e = db_commit(&cx);
		db_rollback(&cx);
	}
	if (e != OK)
		all->of[me].broken++;
	i = all->of[me].n[during];
	if (e == OK && i < SAMPLES) {
		all->of[me].us[during][i] = (int)(monotonic_us() - began);
		all->of[me].n[during] = i + 1;
	}
	arena_reset(cx.arena);
	usleep(2000);
}

static void
writer(int me)
{
	cx.db = NULL;
	if (db_open(&cx, conf.store, &cx.db) != OK)
		_exit(1);
	while (!all->stop)
		write_once(me);
	db_close(cx.db);
	_exit(0);
}

/* Rows that make the store as large as the test wants it. */
static void
fill(int64_t bytes)
{
	char name[STEP + 1];
	int64_t i;

	memset(name, 'x', STEP);
	name[STEP] = '\0';
	for (i = 0; i < bytes / STEP; i++)
		CHECK(db_run(&cx, "INSERT INTO person (number, name,"
		    " name_key, created) VALUES ('X-' || $1, $2, 'x', 1)",
		    db_i(i), db_t(name)) == OK);
}

/* Each dossier of the world gets one. */
static void
histories(void)
{
	int64_t id;

	for (id = 1; id <= 5; id++) {
		struct dossier d = { .id = id };

		CHECK(search_write(&cx, id) == OK);
		CHECK(event_add(&cx, &d, "dossier.registered",
		    event_body(&cx)) == OK);
	}
}

static void
a_store(void)
{
	static char path[100], copies[100], documents[100];
	const char *mb = getenv("BACKUP_MB");

	CHECK(mkdtemp(folder) != NULL);
	snprintf(path, sizeof(path), "%s/dossier.db", folder);
	snprintf(copies, sizeof(copies), "%s/backup", folder);
	snprintf(documents, sizeof(documents), "%s/documents", folder);
	given_in(path);
	histories();
	fill((mb == NULL ? 12 : strtoll(mb, NULL, 10)) << 20);
	CHECK(db_commit(&cx) == OK);
	db_close(cx.db);
	cx.db = NULL;
	conf.store = path;
	conf.documents = documents;
	dir = copies;
	conf.path = conf.secret_file = conf.ldap_password_file =
	    conf.ldap_ca = conf.templates_site = "/nothing/here";
	conf.timezone = cx.zone;
	conf.handler_seconds = 30;
	mkdir(conf.documents, 0700);
	cx.conf = &conf;
}

static int
by_number(const void *a, const void *b)
{
	return *(const int *)a - *(const int *)b;
}

static void
tell(const char *what, int during)
{
	static int v[WRITERS * SAMPLES];
	int i, n = 0;

	for (i = 0; i < WRITERS; i++) {
		memcpy(v + n, all->of[i].us[during],
		    (size_t)all->of[i].n[during] * sizeof(*v));
		n += all->of[i].n[during];
	}
	if (n == 0)
		return;
	qsort(v, (size_t)n, sizeof(*v), by_number);
	printf("# %s: %d acts, p50 %d us, p95 %d us, p99 %d us, worst %d us\n",
	    what, n, v[n / 2], v[n * 95 / 100], v[n * 99 / 100], v[n - 1]);
}

static struct backup_report made;

static void
a_backup_is_made_while_four_write(void)
{
	pid_t pid[WRITERS];
	int64_t began;
	int i, status, total = 0;

	for (i = 0; i < WRITERS; i++)
		if ((pid[i] = fork()) == 0)
			writer(i);
	if (db_open(&cx, conf.store, &cx.db) != OK) {
		printf("Bail out! %s\n", cx.why);
		exit(1);
	}
	sleep(1);
	all->during = 1;
	began = monotonic_us();
	CHECK(backup_make(&cx, dir, &made) == OK);
	if (cx.why != NULL)
		printf("# %s\n", cx.why);
	printf("# the backup took %lld ms\n",
	    (long long)(monotonic_us() - began) / 1000);
	all->during = 0;
	usleep(200000);
	all->stop = 1;
	for (i = 0; i < WRITERS; i++) {
		CHECK(waitpid(pid[i], &status, 0) == pid[i] && status == 0);
		CHECK(all->of[i].broken == 0);
		total += all->of[i].n[0] + all->of[i].n[1];
	}
	CHECK(total > WRITERS);
	tell("without a backup", 0);
	tell("beside a backup", 1);
}

static void
it_is_of_one_moment_and_good(void)
{
	struct store_backup_state now;
	const char *schema = source_path("schema");
	struct backup_report r;

	CHECK(backup_verify(&cx, dir, schema, NULL, &r) == OK);
	if (cx.why != NULL)
		printf("# %s\n", cx.why);
	CHECK_TEXT(r.name, made.name);
	CHECK(r.manifest.state.events == made.manifest.state.events);
	CHECK(db_begin(&cx, DB_READ) == OK);
	CHECK(backup_since(&cx, &made.manifest, &now) == OK);
	db_rollback(&cx);
	CHECK(now.events > 0);
	CHECK(made.manifest.state.events > 5);
	db_close(cx.db);
	cx.db = NULL;
}

int
main(void)
{
	if (getenv("DOSSIER_TEST_STORE") != NULL) {
		puts("1..0 # SKIP of a file");
		return 0;
	}
	all = mmap(NULL, sizeof(*all), PROT_READ | PROT_WRITE,
	    MAP_SHARED | MAP_ANONYMOUS, -1, 0);
	a_store();
	RUN(a_backup_is_made_while_four_write);
	RUN(it_is_of_one_moment_and_good);
	CHECK(backup_file_remove(cx.arena, folder));
	return DONE;
}
