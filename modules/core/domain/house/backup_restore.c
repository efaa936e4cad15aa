/* SPDX-License-Identifier: MIT */
/* Restoring: into a folder of its own, which says that it is not whole
 * until it is. */
#include "domain/house/backup.h"

#include <errno.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "domain/house/backup_place.h"
#include "domain/house/backup_settings.h"
#include "store/db.h"
#include "text/message.h"

#define MARK "NOT-WHOLE"

static int64_t
verified_at(struct ctx *cx, const char *folder)
{
	const char *text = file_text(cx->arena, arena_printf(cx->arena,
	    "%s/" BACKUP_VERIFIED, folder));

	return text == NULL ? 0 : strtoll(text, NULL, 10);
}

enum err
backup_restore_source(struct ctx *cx, const char *dir,
    struct backup_source *out)
{
	struct backup_place p;
	enum err e;

	*out = (struct backup_source){ .folder = dir };
	if (access(arena_printf(cx->arena, "%s/" BACKUP_MANIFEST, dir),
	    F_OK) == 0) {
		out->documents = arena_printf(cx->arena, "%s/../"
		    BACKUP_DOCUMENTS, dir);
	} else {
		if ((e = backup_place_list(cx, dir, &p)) != OK)
			return e;
		if (p.n == 0)
			return refuse(cx, ERR_INVALID, _("There is no backup "
			    "in %s."), dir);
		out->folder = backup_place_of(cx, &p, p.names[p.n - 1]);
		out->documents = p.documents;
	}
	out->verified = verified_at(cx, out->folder);
	return backup_manifest_read(cx, out->folder, &out->manifest);
}

enum err
backup_restore_begin(struct ctx *cx, const char *to)
{
	static const char remark[] =
	    "A restore was begun here and is not whole.\n";
	const char *mark = arena_printf(cx->arena, "%s/" MARK, to);

	if (*to != '/')
		return refuse(cx, ERR_INVALID, _("“%s” is not an absolute "
		    "path."), to);
	if (mkdir(to, 0750) != 0 && errno != EEXIST)
		return refuse(cx, ERR_INVALID, _("%s cannot be made: %s."),
		    to, strerror(errno));
	if (access(mark, F_OK) == 0)
		return refuse(cx, ERR_INVALID, _("%s holds a restore that was "
		    "cut off. Remove that folder, and run it again."), to);
	if (!file_is_empty_folder(to))
		return refuse(cx, ERR_INVALID, _("%s is not empty. A restore "
		    "overwrites nothing: give a new folder."), to);
	return backup_file_write(cx, mark, remark, strlen(remark), 0600);
}

static enum err
lay_file(struct ctx *cx, const struct backup_source *s, const char *to,
    const struct backup_manifest_file *f)
{
	const char *from = arena_printf(cx->arena, "%s/%s", s->folder,
	    f->name);
	const char *path = arena_printf(cx->arena, "%s/%s", to, f->name);
	struct file_sum seen;

	if (access(from, R_OK) != 0)
		return backup_file_failed(cx, from);
	if (!file_folders(cx->arena, path, 0755) || !backup_file_copy(from,
	    path, backup_settings_mode(f->name), &seen))
		return backup_file_failed(cx, path);
	if (seen.bytes != f->seen.bytes ||
	    !digest_same(seen.sha256, f->seen.sha256, DIGEST_SIZE))
		return refuse(cx, ERR_INVALID, _("%s is not as it was "
		    "written. This backup cannot be trusted; take another "
		    "one."), from);
	return OK;
}

static enum err
lay_documents(struct ctx *cx, const struct backup_source *s, const char *to,
    struct backup_documents *out)
{
	const char *root = arena_printf(cx->arena, "%s/documents", to);
	struct backup_documents_way way = {
		.from = s->documents, .to = root, .scratch = root,
		.file = 0640, .folder = 0770
	};

	return backup_documents_copy(cx, arena_printf(cx->arena,
	    "%s/" BACKUP_DOCUMENTS, s->folder), &way, out);
}

static enum err
lay_all(struct ctx *cx, const struct backup_source *s, const char *to,
    struct backup_documents *out)
{
	const struct backup_manifest_file *f;
	enum err e;

	if ((e = backup_file_fits(cx, to, s->manifest.document_bytes +
	    backup_manifest_bytes(&s->manifest,
	    backup_manifest_store(&s->manifest)))) != OK)
		return e;
	for (f = s->manifest.files; f != NULL; f = f->next)
		if (strcmp(f->name, BACKUP_CONF) != 0 &&
		    strcmp(f->name, BACKUP_DOCUMENTS) != 0 &&
		    strcmp(f->name, BACKUP_LOST) != 0 &&
		    (e = lay_file(cx, s, to, f)) != OK)
			return e;
	if ((e = lay_documents(cx, s, to, out)) != OK)
		return e;
	return backup_file_flush_all(to) ? OK : backup_file_failed(cx, to);
}

enum err
backup_restore(struct ctx *cx, const struct backup_source *s, const char *to,
    struct backup_documents *out)
{
	enum err e;

	*out = (struct backup_documents){ 0 };
	if ((e = lay_all(cx, s, to, out)) != OK)
		backup_file_remove(cx->arena, to);
	return e;
}

enum err
backup_restore_database(struct ctx *cx, const struct backup_source *s,
    const char *to, const char *url)
{
	return db_copy_back(cx, url, arena_printf(cx->arena, "%s/%s", to,
	    backup_manifest_store(&s->manifest)));
}

enum err
backup_restore_done(struct ctx *cx, const char *to)
{
	const char *mark = arena_printf(cx->arena, "%s/" MARK, to);

	if (unlink(mark) != 0 || !file_flush_folder(to))
		return backup_file_failed(cx, mark);
	return OK;
}
