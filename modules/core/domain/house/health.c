/* SPDX-License-Identifier: MIT */
/* Disks, store, clock, seals, mail, directory, backups: a function each. */
#include "domain/house/health.h"

#include <string.h>
#include <sys/stat.h>
#include <sys/statvfs.h>

#include "base/config.h"
#include "base/day.h"
#include "config.h"
#include "domain/house/backup.h"
#include "domain/people/roster.h"
#include "store/db.h"
#include "store/migrate.h"
#include "store/store_job.h"
#include "store/store_outbox.h"
#include "store/store_seal.h"
#include "text/date.h"
#include "text/message.h"
#include "text/number.h"

#define MB (INT64_C(1) << 20)

struct looking {
	struct ctx *cx;
	struct health *out;
	struct health_check **tail;
	struct job *jobs;
};

enum health_grade
health_worse(enum health_grade a, enum health_grade b)
{
	static const int weight[] = { 0, 2, 3, 1 };

	return weight[a] >= weight[b] ? a : b;
}

const struct health_check *
health_find(const struct health *h, const char *name)
{
	const struct health_check *c;

	for (c = h->checks; c != NULL && strcmp(c->name, name) != 0;
	    c = c->next)
		continue;
	return c;
}

static struct health_check *
add(struct looking *l, const char *name, const char *label,
    enum health_grade grade, const char *said)
{
	struct health_check *c = arena_alloc(l->cx->arena, sizeof(*c));

	*c = (struct health_check){ .name = name, .label = label,
	    .grade = grade, .said = said, .unit = "" };
	*l->tail = c;
	l->tail = &c->next;
	l->out->worst = health_worse(l->out->worst, grade);
	return c;
}

/* The same with a figure that grades it. */
static struct health_check *
measure(struct looking *l, const char *name, const char *label,
    const char *unit, int64_t value, int64_t warning, int64_t critical,
    bool least)
{
	bool warn = least ? value < warning : value > warning;
	bool crit = least ? value < critical : value > critical;
	struct health_check *c = add(l, name, label, crit ? HEALTH_CRITICAL :
	    warn ? HEALTH_WARNING : HEALTH_OK, "");

	c->measured = true;
	c->unit = unit;
	c->value = value;
	c->warning = warning;
	c->critical = critical;
	c->least = least;
	return c;
}

static const char *
bytes(const struct looking *l, int64_t n)
{
	return number_bytes(l->cx->arena, l->cx->lang, n);
}

static const char *
ago(const struct looking *l, int64_t moment)
{
	return date_ago(l->cx->arena, l->cx->lang, l->cx->zone, moment,
	    l->cx->now);
}

static const struct job *
job_of(const struct looking *l, const char *name)
{
	const struct job *j;

	for (j = l->jobs; j != NULL && strcmp(j->name, name) != 0;
	    j = j->next)
		continue;
	return j;
}

/* The file of the store; NULL when it is a server's. */
static const char *
store_file(const struct looking *l)
{
	const char *url = l->cx->conf->store;

	return db_is_file(url) ? db_place(l->cx->arena, url) : NULL;
}

static int64_t
size_of(const char *path)
{
	struct stat st;

	return stat(path, &st) == 0 ? (int64_t)st.st_size : -1;
}

static enum err
look_at_store(struct looking *l)
{
	struct ctx *cx = l->cx;
	const char *file = store_file(l);
	struct health_check *c;
	int64_t schema, size, wal;
	enum err e;

	if ((e = migrate_version(cx, &schema)) != OK)
		return e;
	size = db_bytes(cx);
	c = add(l, "store", _("Store"), schema == MIGRATE_NEWEST ? HEALTH_OK :
	    HEALTH_CRITICAL, size < 0 ? arena_printf(cx->arena,
	    _("Schema %lld"), (long long)schema) : arena_printf(cx->arena,
	    _("Schema %lld, %s"), (long long)schema, bytes(l, size)));
	c->measured = size >= 0;
	c->unit = "B";
	c->value = size;
	if (file == NULL)
		return OK;
	wal = size_of(arena_printf(cx->arena, "%s-wal", file));
	c = measure(l, "wal", _("Log of the store"), "B", wal < 0 ? 0 : wal,
	    256 * MB, 1024 * MB, false);
	c->said = bytes(l, c->value);
	return OK;
}

/* What is free for us on the disk of a file or folder. */
static void
look_at_disk(struct looking *l, const char *name, const char *label,
    const char *path)
{
	struct health_check *c;
	struct statvfs v;
	int64_t left, whole, warning, critical;

	if (path == NULL)
		return;
	if (statvfs(path, &v) != 0) {
		add(l, name, label, HEALTH_UNKNOWN, _("It cannot be seen."));
		return;
	}
	left = (int64_t)v.f_bavail * (int64_t)v.f_frsize;
	whole = (int64_t)v.f_blocks * (int64_t)v.f_frsize;
	warning = whole / 20 > 1024 * MB ? whole / 20 : 1024 * MB;
	critical = whole / 100 > 256 * MB ? whole / 100 : 256 * MB;
	c = measure(l, name, label, "B", left, warning, critical, true);
	c->said = arena_printf(l->cx->arena, _("%s free"), bytes(l, left));
}

static void
look_at_clock(struct looking *l)
{
	const struct job *j = job_of(l, "clock");
	struct health_check *c;
	int64_t last = j == NULL ? 0 : j->ended > j->started ? j->ended :
	    j->started;

	if (last == 0) {
		add(l, "clock", _("Clock"), HEALTH_CRITICAL,
		    _("It never ran: start dossier-clock.timer."));
		return;
	}
	c = measure(l, "clock", _("Clock"), "s", l->cx->now - last, 180, 600,
	    false);
	c->said = arena_printf(l->cx->arena, c->grade == HEALTH_OK ?
	    _("It ran %s on %s.") :
	    _("It ran %s on %s: start dossier-clock.timer there."),
	    ago(l, last), j->host);
}

/* A job is one of the clock's; backups have lines of their own, and another
 * host's file of seals is that host's. */
static bool
is_job(const struct job *j, const char *host)
{
	if (strncmp(j->name, "seal-file ", 10) == 0)
		return host == NULL || strcmp(j->host, host) == 0;
	return strcmp(j->name, "clock") != 0 &&
	    strncmp(j->name, BACKUP_JOB, strlen(BACKUP_JOB)) != 0;
}

/* What failed at its last try; late is worse, and so is a file of seals
 * that does not belong to this store. */
static void
look_at_jobs(struct looking *l, const char *host)
{
	const struct job *j;
	int n = 0;

	for (j = l->jobs; j != NULL; j = j->next) {
		if (!is_job(j, host))
			continue;
		n++;
		if (!j->ok)
			add(l, arena_printf(l->cx->arena, "job-%s", j->name),
			    arena_printf(l->cx->arena, _("Job %s"), j->name),
			    l->cx->now - j->good > HOUR ||
			    strncmp(j->name, "seal", 4) == 0 ?
			    HEALTH_CRITICAL : HEALTH_WARNING, j->said);
	}
	if (n > 0)
		add(l, "jobs", _("Jobs"), HEALTH_OK,
		    arena_printf(l->cx->arena, message_plural("%d job",
		    "%d jobs", n), n));
}

static enum err
look_at_seals(struct looking *l)
{
	struct health_check *c;
	struct seal s;
	enum err e = store_seal_last(l->cx, &s);

	if (e != OK)
		return e;
	if (s.number == 0) {
		add(l, "seal", _("Last seal"), HEALTH_WARNING,
		    _("Nothing is sealed yet."));
		return OK;
	}
	/* silence is sealed once an hour */
	c = measure(l, "seal", _("Last seal"), "s", l->cx->now - s.sealed,
	    HOUR + 300, 2 * HOUR + 300, false);
	c->said = arena_printf(l->cx->arena, _("Seal %lld, %s"),
	    (long long)s.number, ago(l, s.sealed));
	return OK;
}

static enum err
look_at_outbox(struct looking *l)
{
	struct store_outbox_state o;
	struct health_check *c;
	enum err e = store_outbox_state(l->cx, &o);

	if (e != OK)
		return e;
	if (*l->cx->conf->mail_from == '\0') {
		add(l, "outbox", _("Mail"), HEALTH_OK, _("Not in use"));
		return OK;
	}
	c = measure(l, "outbox", _("Mail"), "s", o.oldest == 0 ? 0 :
	    l->cx->now - o.oldest, HOUR, DAY, false);
	c->said = o.failing == 0 ? arena_printf(l->cx->arena,
	    _("%lld waiting"), (long long)o.waiting) :
	    arena_printf(l->cx->arena, _("%lld waiting, %lld in vain: %s"),
	    (long long)o.waiting, (long long)o.failing, o.said);
	return OK;
}

/* While nobody is signed in nobody is asked for, so the answers may be old:
 * what counts is whether asking goes well. */
static enum err
look_at_directory(struct looking *l)
{
	const struct job *j = job_of(l, "directory");
	const struct job *all = job_of(l, "directory-all");
	int64_t since, most = l->cx->conf->ldap_freshness;
	struct roster_state state;
	struct health_check *c;
	enum err e = roster_state(l->cx, &state);

	if (e != OK)
		return e;
	if (*l->cx->conf->ldap_urls == '\0') {
		add(l, "directory", _("Staff directory"), HEALTH_OK,
		    _("Not in use"));
		return OK;
	}
	since = j == NULL || j->ok ? 0 : l->cx->now - j->good;
	if (all != NULL && !all->ok && since == 0)
		since = 1;
	c = measure(l, "directory", _("Staff directory"), "s", since, 0,
	    most, false);
	c->said = state.newest == 0 ? _("Never asked") :
	    arena_printf(l->cx->arena, _("Last answer: %s"),
	    ago(l, state.newest));
	return OK;
}

static void
look_at_backup(struct looking *l, const char *name, const char *label,
    int64_t made, int64_t warning, int64_t critical)
{
	const struct job *j = job_of(l, name);
	struct health_check *c;

	if (made == 0) {
		add(l, name, label, HEALTH_WARNING, j == NULL ?
		    _("None yet: start dossier-backup.timer.") :
		    arena_printf(l->cx->arena, _("None yet: %s"), j->said));
		return;
	}
	c = measure(l, name, label, "s", l->cx->now - made, warning,
	    critical, false);
	c->said = !j->ok ? arena_printf(l->cx->arena,
	    _("%s; the last try failed: %s"), ago(l, made), j->said) :
	    c->grade == HEALTH_OK ? ago(l, made) :
	    arena_printf(l->cx->arena, _("%s: start dossier-backup.timer."),
	    ago(l, made));
	if (!j->ok && c->grade == HEALTH_OK) {
		c->grade = HEALTH_WARNING;
		l->out->worst = health_worse(l->out->worst, c->grade);
	}
}

static void
look_at_backups(struct looking *l)
{
	const struct job *made = job_of(l, BACKUP_JOB);
	const struct job *good = job_of(l, BACKUP_JOB_VERIFY);
	const struct job *all = job_of(l, BACKUP_JOB_DOCUMENTS);

	look_at_backup(l, BACKUP_JOB, _("Last backup"),
	    made == NULL ? 0 : made->good, 26 * HOUR, 50 * HOUR);
	look_at_backup(l, BACKUP_JOB_VERIFY, _("Last verified backup"),
	    good == NULL || good->good == 0 ? 0 : good->mark, 8 * DAY,
	    15 * DAY);
	if (all != NULL && !all->ok)
		add(l, "documents", _("Documents"), HEALTH_WARNING, all->said);
}

enum err
health_look(struct ctx *cx, const char *host, struct health *out)
{
	struct looking l = { .cx = cx, .out = out, .tail = &out->checks };
	enum err e;

	*out = (struct health){ .version = PACKAGE_VERSION,
	    .store = db_place(cx->arena, cx->conf->store) };
	if ((e = store_job_list(cx, &l.jobs)) != OK ||
	    (e = look_at_store(&l)) != OK)
		return e;
	look_at_disk(&l, "disk-store", _("Disk of the store"),
	    store_file(&l));
	look_at_disk(&l, "disk-documents", _("Disk of the documents"),
	    cx->conf->documents);
	look_at_clock(&l);
	look_at_jobs(&l, host);
	if ((e = look_at_seals(&l)) != OK ||
	    (e = look_at_outbox(&l)) != OK ||
	    (e = look_at_directory(&l)) != OK)
		return e;
	look_at_backups(&l);
	return OK;
}
