/* SPDX-License-Identifier: MIT */
/* Making a backup: everything into a folder without a name, the manifest
 * last, then the name. */
#include "domain/house/backup.h"

#include <stdio.h>
#include <string.h>
#include <sys/stat.h>
#include <time.h>
#include <unistd.h>

#include "base/config.h"
#include "config.h"
#include "domain/house/backup_place.h"
#include "domain/house/backup_settings.h"
#include "store/db.h"
#include "store/migrate.h"
#include "store/store_job.h"
#include "text/message.h"
#include "text/number.h"

struct making {
	struct ctx *cx;
	struct backup_place place;
	const char *folder;		/* that gets the name */
	struct backup_manifest *m;
	enum err err;
};

static const char *
below(const struct making *k, const char *name)
{
	return arena_printf(k->cx->arena, "%s/%s", k->folder, name);
}

static enum err
add(struct making *k, const char *name)
{
	return backup_manifest_add(k->cx, k->m, k->folder, name);
}

static bool
write_type(void *to, const struct store_backup_type *t)
{
	struct making *k = to;
	const char *folder = arena_printf(k->cx->arena, BACKUP_TYPES
	    "/%s-%lld", t->code, (long long)t->version);
	const char *name = arena_printf(k->cx->arena, "%s/type.xml", folder);

	if (mkdir(below(k, folder), 0700) != 0)
		k->err = backup_file_failed(k->cx, below(k, folder));
	else if ((k->err = backup_file_write(k->cx, below(k, name),
	    t->source, strlen(t->source), 0600)) == OK)
		k->err = add(k, name);
	return k->err == OK;
}

static enum err
write_types(struct making *k)
{
	enum err e;

	if (mkdir(below(k, BACKUP_TYPES), 0700) != 0)
		return backup_file_failed(k->cx, below(k, BACKUP_TYPES));
	e = store_backup_types(k->cx, write_type, k);
	return k->err != OK ? k->err : e;
}

/* All that is read from the store is of one moment. */
static enum err
copy_store(struct making *k)
{
	struct backup_manifest *m = k->m;
	struct ctx *cx = k->cx;
	int64_t missing = 0;
	enum err e;

	if ((e = migrate_version(cx, &m->schema)) != OK ||
	    (e = store_backup_state(cx, &m->state)) != OK ||
	    (e = backup_file_fits(cx, k->place.dir, db_bytes(cx))) != OK ||
	    (e = backup_manifest_heads(cx, m)) != OK ||
	    (e = backup_documents_write(cx, m->schema, cx->conf->documents,
	    k->place.documents, below(k, BACKUP_DOCUMENTS),
	    &missing)) != OK ||
	    (e = backup_file_fits(cx, k->place.dir, db_bytes(cx) +
	    missing)) != OK || (e = write_types(k)) != OK)
		return e;
	return db_copy(cx, below(k, backup_manifest_store(m)));
}

static enum err
copy_documents(struct making *k, struct backup_documents *out)
{
	const char *scratch = backup_place_begin(k->cx, &k->place, "new");
	struct backup_documents_way way = {
		.from = k->cx->conf->documents, .to = k->place.documents,
		.scratch = scratch, .file = 0600, .folder = 0700,
		.lost = below(k, BACKUP_LOST)
	};
	enum err e;

	if (scratch == NULL)
		return ERR_BUSY;
	e = backup_documents_copy(k->cx, below(k, BACKUP_DOCUMENTS), &way,
	    out);
	backup_file_remove(k->cx->arena, scratch);
	return e;
}

static enum err
fill(struct making *k, struct backup_report *out)
{
	struct ctx *cx = k->cx;
	enum err e;

	db_patient(cx->db);
	if ((e = db_begin(cx, DB_READ)) != OK)
		return e;
	e = copy_store(k);
	db_rollback(cx);
	if (e != OK || (e = backup_settings_copy(cx, k->m, k->folder)) != OK ||
	    (e = copy_documents(k, &out->documents)) != OK ||
	    (e = add(k, backup_manifest_store(k->m))) != OK ||
	    (e = add(k, BACKUP_DOCUMENTS)) != OK ||
	    (out->documents.lost > 0 && (e = add(k, BACKUP_LOST)) != OK))
		return e;
	k->m->documents = out->documents.n;
	k->m->document_bytes = out->documents.bytes;
	k->m->lost = out->documents.lost;
	return backup_manifest_write(cx, k->m, k->folder);
}

/* On the disk as it is, then it gets its name. */
static enum err
publish(struct making *k, struct backup_report *out)
{
	time_t t = (time_t)k->m->made;
	const char *name;
	char stamp[32];
	struct tm tm;
	int i;

	gmtime_r(&t, &tm);
	strftime(stamp, sizeof(stamp), "%Y-%m-%dT%H%M%SZ", &tm);
	name = arena_text(k->cx->arena, stamp);
	for (i = 2; access(backup_place_of(k->cx, &k->place, name),
	    F_OK) == 0; i++)
		name = arena_printf(k->cx->arena, "%s-%d", stamp, i);
	if (!backup_file_flush_all(k->place.dir) || rename(k->folder,
	    backup_place_of(k->cx, &k->place, name)) != 0 ||
	    !file_flush_folder(k->place.dir))
		return backup_file_failed(k->cx, k->place.dir);
	out->name = name;
	return OK;
}

enum err
backup_make(struct ctx *cx, const char *dir, struct backup_report *out)
{
	struct making k = { .cx = cx, .m = &out->manifest };
	enum err e;

	*out = (struct backup_report){ .manifest = {
	    .made = cx->now, .version = PACKAGE_VERSION,
	    .engine = db_engine(cx->db) } };
	if ((e = backup_place_open(cx, dir, true, &k.place)) != OK)
		return e;
	if ((k.folder = backup_place_begin(cx, &k.place, "new")) == NULL)
		e = ERR_BUSY;
	else if ((e = fill(&k, out)) != OK || (e = publish(&k, out)) != OK)
		backup_file_remove(cx->arena, k.folder);
	backup_place_close(&k.place);
	return e;
}

enum err
backup_room(struct ctx *cx)
{
	const char *store = db_place(cx->arena, cx->conf->store);
	int64_t room, needed = db_bytes(cx) * 5 / 2;

	/* where the database is elsewhere, so is its disk */
	if (!db_is_file(cx->conf->store))
		return OK;
	room = backup_file_room(store);
	if (room < 0 || needed < 0 || room >= needed)
		return OK;
	return refuse(cx, ERR_BUSY, _("The disk of %s has room for %s, and "
	    "an upgrade of this store may need %s. Nothing was begun; make "
	    "room."), store, number_bytes(cx->arena, cx->lang,
	    room), number_bytes(cx->arena, cx->lang, needed));
}

enum err
backup_since(struct ctx *cx, const struct backup_manifest *m,
    struct store_backup_state *out)
{
	enum err e;

	if ((e = store_backup_since(cx, &m->state, out)) != OK)
		return e;
	return out->last_event >= m->state.last_event ? OK : ERR_MISSING;
}

enum err
backup_note(struct ctx *cx, const char *job, int64_t started, int64_t made,
    bool ok, const char *said)
{
	char host[256] = "";
	struct job j = { .name = job, .host = host, .started = started,
	    .ok = ok, .said = said, .mark = made };
	enum err e;

	gethostname(host, sizeof(host) - 1);
	if (!db_has_table(cx, "job"))
		return OK;
	if ((e = db_begin(cx, DB_WRITE)) == OK &&
	    (e = store_job_note(cx, &j)) == OK)
		e = db_commit(cx);
	db_rollback(cx);
	return e;
}
