/* SPDX-License-Identifier: MIT */
/* dossier restore: from a backup into a folder of its own. The machine may
 * have no dossier.conf and no store any more. */
#include <stdio.h>
#include <string.h>
#include <unistd.h>

#include "base/config.h"
#include "domain/house/backup.h"
#include "domain/house/backup_settings.h"
#include "store/db.h"
#include "text/date.h"
#include "text/message.h"
#include "tool/commands.h"
#include "tool/tool.h"
#include "tool/tool_conf.h"
#include "tool/tool_place.h"

static const char *
when(const struct tool *t, int64_t moment)
{
	return date_text(t->cx.arena, t->cx.lang, t->cx.zone, moment,
	    t->cx.now, DATE_MOMENT);
}

/* Reads what came after the backup, before what is restored may take that
 * store's place. ERR_BUSY: there is none to be read. */
static enum err
look_since(struct tool *t, const struct backup_source *s,
    struct store_backup_state *now)
{
	enum err e;

	if (t->cx.conf == NULL ||
	    db_open_old(&t->cx, t->cx.conf->store, &t->cx.db) != OK)
		return ERR_BUSY;
	db_operator(t->cx.db);
	db_patient(t->cx.db);
	if (db_begin(&t->cx, DB_READ) != OK)
		return ERR_BUSY;
	e = backup_since(&t->cx, &s->manifest, now);
	db_rollback(&t->cx);
	db_close(t->cx.db);
	t->cx.db = NULL;
	return e;
}

/* What is there now and will not be in what is restored. */
static void
print_since(struct tool *t, const struct backup_source *s, enum err e,
    const struct store_backup_state *now)
{
	const char *made = when(t, s->manifest.made);

	if (e == ERR_BUSY)
		printf("There is no other store to compare it with: whatever "
		    "was done after %s is not in it.\n", made);
	else if (e == ERR_MISSING)
		puts("The present store ends before this backup.");
	else if (e != OK)
		printf("The present store cannot be read: whatever was done "
		    "after %s is not in what is restored.\n", made);
	else if (now->events == 0)
		puts("The present store has nothing newer.");
	else
		printf("Not in it, but in the present store: %lld cases and "
		    "%lld events, the newest of %s.\n",
		    (long long)now->dossiers, (long long)now->events,
		    when(t, now->newest));
}

/* It knows more than what is restored, as it must. */
static void
print_seals(const struct tool *t)
{
	if (t->cx.conf != NULL && access(t->cx.conf->seal_file, F_OK) == 0)
		printf("The file of seals %s may tell of what came later: "
		    "keep it as a proof, and give seal_file another name "
		    "before the clock runs on what is restored.\n",
		    t->cx.conf->seal_file);
}

static bool
is_database(const struct backup_source *s)
{
	return strcmp(s->manifest.engine, "sqlite") != 0;
}

static const char *
store_of(const struct tool *t, const struct backup_source *s, const char *to)
{
	if (is_database(s))
		return tool_value(t, "store");
	return arena_printf(t->cx.arena, "%s/%s", to,
	    backup_manifest_store(&s->manifest));
}

/* dossier.conf as it was, with the paths of the new place. */
static int
lay_conf(struct tool *t, const struct backup_source *s, const char *to)
{
	const char *path = arena_printf(t->cx.arena, "%s/" BACKUP_CONF, to);
	const char *from = arena_printf(t->cx.arena, "%s/" BACKUP_CONF,
	    s->folder), *why;
	const struct backup_setting *p;
	struct tool_conf c;

	if ((why = tool_conf_open(&c, t->cx.arena, path, from)) == NULL) {
		tool_conf_set(&c, "dossier", "store", store_of(t, s, to));
		tool_conf_set(&c, "dossier", "documents", arena_printf(
		    t->cx.arena, "%s/documents", to));
		for (p = backup_settings; p->name != NULL; p++)
			if (backup_settings_in(&s->manifest, p))
				tool_conf_set(&c, p->section, p->key,
				    arena_printf(t->cx.arena, "%s/%s", to,
				    p->name));
		why = tool_conf_save(&c);
	}
	if (why == NULL)
		return TOOL_DONE;
	return tool_fail("all but dossier.conf was restored; make %s by hand "
	    "from %s.\n%s", path, from, why);
}

static void
print_source(const struct tool *t, const struct backup_source *s)
{
	const struct backup_manifest *m = &s->manifest;

	printf("%s: of %s, %lld cases, %lld events, %lld documents; %s\n",
	    s->folder, when(t, m->made), (long long)m->state.dossiers,
	    (long long)m->state.events, (long long)m->documents,
	    s->verified == 0 ? "it was never verified" : arena_printf(
	    t->cx.arena, "verified %s", when(t, s->verified)));
	fflush(stdout);
}

static int
restore(struct tool *t, const struct backup_source *s, const char *to)
{
	struct store_backup_state now;
	struct backup_documents d;
	enum err since = look_since(t, s, &now);
	int status;

	if (backup_restore_begin(&t->cx, to) != OK)
		return tool_refused(t);
	if ((status = tool_place_restore(t, to)) != TOOL_DONE)
		return status;
	if (backup_restore(&t->cx, s, to, &d) != OK)
		return tool_refused(t);
	if ((status = tool_place_restored(t, to,
	    backup_manifest_store(&s->manifest), BACKUP_PASSWORD)) !=
	    TOOL_DONE)
		return status;
	if (is_database(s) && backup_restore_database(&t->cx, s, to,
	    tool_value(t, "store")) != OK)
		return tool_refused(t);
	status = lay_conf(t, s, to);
	if (backup_restore_done(&t->cx, to) != OK)
		return tool_refused(t);
	printf("restored to %s\n", to);
	print_since(t, s, since, &now);
	print_seals(t);
	if (d.lost > 0)
		return tool_fail("the bytes of %lld documents are not in the "
		    "backup or are damaged; the first is %s. Everything "
		    "else was restored.", (long long)d.lost, d.first_lost);
	return status;
}

int
tool_restore(struct tool *t)
{
	const char *to = tool_path(t, tool_value(t, "to")), *why;
	const char *dir = tool_path(t, t->operand[0]);
	struct backup_source s;

	t->cx.conf = config_read(t->cx.arena, config_path(t->conf_path),
	    &why);
	if (t->cx.conf != NULL)
		t->cx.zone = t->cx.conf->timezone;
	else if (t->conf_path != NULL)
		return tool_fail("%s", why);
	message_use(t->cx.lang);
	if (backup_restore_source(&t->cx, dir, &s) != OK)
		return tool_refused(t);
	if (is_database(&s) != (tool_value(t, "store") != NULL))
		return tool_fail(is_database(&s) ? "this backup is of "
		    "PostgreSQL: name an empty database by --store "
		    "postgresql://..." : "this backup is of a file: it is "
		    "laid into the folder, and --store has no place here.");
	print_source(t, &s);
	return restore(t, &s, to);
}
