/* SPDX-License-Identifier: MIT */
/* A backup is good when it can be restored: into a scratch folder, on the
 * schema of these programs, with every file, row and chain looked at. */
#include "domain/house/backup.h"

#include <errno.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

#include "base/config.h"
#include "domain/house/backup_place.h"
#include "domain/house/verify.h"
#include "store/db.h"
#include "store/migrate.h"
#include "text/message.h"

struct trial {
	struct ctx *cx;
	struct backup_place place;
	const char *folder, *scratch;
	const char *store;		/* what it is restored into */
	struct backup_report *out;
};

static enum err
not_as_written(struct trial *t, const char *name)
{
	return refuse(t->cx, ERR_INVALID, _("The backup %s is not good: its "
	    "file %s is not as it was written."), t->out->name, name);
}

static bool
same(const struct file_sum *a, const struct file_sum *b)
{
	return a->bytes == b->bytes &&
	    digest_same(a->sha256, b->sha256, DIGEST_SIZE);
}

/* Every file against the manifest; the store is copied on the way. */
static enum err
check_files(struct trial *t)
{
	const struct backup_manifest_file *f;
	struct file_sum seen;
	const char *path;
	bool ok;

	for (f = t->out->manifest.files; f != NULL; f = f->next) {
		path = arena_printf(t->cx->arena, "%s/%s", t->folder,
		    f->name);
		if (strcmp(f->name, "dossier.db") == 0)
			ok = backup_file_copy(path, t->store, 0600, &seen);
		else
			ok = file_sum(path, &seen);
		if (!ok && errno != ENOENT)
			return backup_file_failed(t->cx, path);
		if (!ok || !same(&seen, &f->seen))
			return not_as_written(t, f->name);
	}
	return OK;
}

static enum err
check_documents(struct trial *t)
{
	const char *lost = backup_manifest_bytes(&t->out->manifest,
	    BACKUP_LOST) == -1 ? NULL : arena_printf(t->cx->arena,
	    "%s/" BACKUP_LOST, t->folder);
	struct backup_documents *d = &t->out->documents;
	enum err e;

	e = backup_documents_check(t->cx, arena_printf(t->cx->arena,
	    "%s/" BACKUP_DOCUMENTS, t->folder), lost, t->place.documents, d);
	if (e != OK || d->lost == 0)
		return e;
	return refuse(t->cx, ERR_INVALID, _("The backup %s is not good: %lld "
	    "documents are missing or damaged, the first is %s."),
	    t->out->name, (long long)d->lost, d->first_lost);
}

static bool
see_name(void *to, const char *sha256)
{
	digest_add(to, sha256, strlen(sha256));
	return true;
}

/* Does the list have what the store names? */
static enum err
check_list(struct trial *t, struct ctx *mine)
{
	struct digest *named = digest_new(t->cx->arena);
	struct digest *listed = digest_new(t->cx->arena);
	unsigned char a[DIGEST_SIZE], b[DIGEST_SIZE];
	struct backup_documents_line line;
	struct backup_documents_list l;
	enum err e;

	e = store_backup_documents(mine, t->out->manifest.schema, see_name,
	    named);
	if (e != OK)
		return e;
	backup_documents_open(t->cx, arena_printf(t->cx->arena,
	    "%s/" BACKUP_DOCUMENTS, t->folder), &l);
	while (backup_documents_next(&l, &line))
		see_name(listed, line.sha256);
	if ((e = backup_documents_close(&l)) != OK)
		return e;
	digest_end(named, a);
	digest_end(listed, b);
	return digest_same(a, b, sizeof(a)) ? OK :
	    not_as_written(t, BACKUP_DOCUMENTS);
}

/* Is it the store that the manifest speaks of? */
static enum err
check_identity(struct trial *t, struct ctx *mine)
{
	struct backup_manifest *m = &t->out->manifest, have = { 0 };
	enum err e;

	if ((e = migrate_version(mine, &have.schema)) != OK ||
	    (e = store_backup_state(mine, &have.state)) != OK ||
	    (e = backup_manifest_heads(mine, &have)) != OK)
		return e;
	if (have.schema != m->schema || have.chains != m->chains ||
	    memcmp(&have.state, &m->state, sizeof(have.state)) != 0 ||
	    !digest_same(have.heads, m->heads, DIGEST_SIZE))
		return not_as_written(t, backup_manifest_store(m));
	return check_list(t, mine);
}

static enum err
reading(struct trial *t, struct ctx *mine,
    enum err (*check)(struct trial *, struct ctx *))
{
	enum err e = db_begin(mine, DB_READ);

	if (e == OK)
		e = check(t, mine);
	db_rollback(mine);
	return e;
}

/* The checks of `dossier verify`; documents were read already. */
static enum err
check_store(struct trial *t, struct ctx *mine)
{
	struct verify_report r = { 0 };
	int64_t have;
	enum err e;

	/* on the way to an older schema than ours there is no more to say */
	if ((e = migrate_version(mine, &have)) != OK || have < MIGRATE_NEWEST)
		return e;
	mine->conf = NULL;
	e = verify_store(mine, "", false, &r);
	if (r.fault != NULL)
		return refuse(t->cx, ERR_INVALID, _("The backup %s is not "
		    "good. %s"), t->out->name, r.fault);
	return e;
}

static enum err
check_inside(struct trial *t, const char *schema)
{
	struct config conf = *t->cx->conf;
	struct ctx mine = *t->cx;
	enum err e;

	conf.store = t->store;
	mine.conf = &conf;
	mine.db = NULL;
	mine.why = NULL;
	if ((e = db_open_old(&mine, conf.store, &mine.db)) == OK) {
		db_patient(mine.db);
		db_operator(mine.db);
		if ((e = reading(t, &mine, check_identity)) == OK &&
		    t->out->manifest.schema != MIGRATE_NEWEST)
			e = migrate_files(&mine, schema);
		if (e == OK)
			e = reading(t, &mine, check_store);
		if (db_empty(&mine) != OK && e == OK)
			e = ERR_BUSY;
		db_close(mine.db);
	}
	if (mine.why != NULL)
		t->cx->why = mine.why;
	return e;
}

/* The store as it comes out of the backup: a file, or a database. */
static enum err
bring_back(struct trial *t, const char *scratch)
{
	const char *name = backup_manifest_store(&t->out->manifest);
	enum err e;

	t->store = arena_printf(t->cx->arena, "%s/%s", t->scratch, name);
	if ((e = check_files(t)) != OK ||
	    strcmp(t->out->manifest.engine, "sqlite") == 0)
		return e;
	if (scratch == NULL)
		return refuse(t->cx, ERR_BUSY, "%s", _("A backup of "
		    "PostgreSQL is restored on trial into an empty database: "
		    "name one by --scratch postgresql://..."));
	t->store = scratch;
	return db_copy_back(t->cx, scratch, arena_printf(t->cx->arena,
	    "%s/%s", t->folder, name));
}

static enum err
check_all(struct trial *t, const char *schema, const char *scratch)
{
	struct backup_manifest *m = &t->out->manifest;
	enum err e;

	if ((e = backup_manifest_read(t->cx, t->folder, m)) != OK ||
	    (e = backup_file_fits(t->cx, t->place.dir,
	    backup_manifest_bytes(m, "dossier.db"))) != OK)
		return e;
	if ((t->scratch = backup_place_begin(t->cx, &t->place,
	    "scratch")) == NULL)
		return ERR_BUSY;
	if ((e = bring_back(t, scratch)) == OK)
		e = check_inside(t, schema);
	backup_file_remove(t->cx->arena, t->scratch);
	return e == OK ? check_documents(t) : e;
}

enum err
backup_verify(struct ctx *cx, const char *dir, const char *schema,
    const char *scratch, struct backup_report *out)
{
	struct trial t = { .cx = cx, .out = out };
	const char *mark, *text;
	enum err e;

	*out = (struct backup_report){ .name = "" };
	if ((e = backup_place_open(cx, dir, false, &t.place)) != OK)
		return e;
	if (t.place.n == 0) {
		backup_place_close(&t.place);
		return refuse(cx, ERR_INVALID, _("There is no backup in "
		    "%s."), dir);
	}
	out->name = t.place.names[t.place.n - 1];
	t.folder = backup_place_of(cx, &t.place, out->name);
	mark = arena_printf(cx->arena, "%s/" BACKUP_VERIFIED, t.folder);
	if ((e = check_all(&t, schema, scratch)) == OK) {
		text = arena_printf(cx->arena, "%lld\n", (long long)cx->now);
		e = backup_file_write(cx, mark, text, strlen(text), 0600);
	} else if (e == ERR_INVALID)
		unlink(mark);
	backup_place_close(&t.place);
	return e;
}
