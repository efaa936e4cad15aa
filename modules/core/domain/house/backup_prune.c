/* SPDX-License-Identifier: MIT */
/* Old backups go, and with them the bytes that only they named. */
#include "domain/house/backup.h"

#include <dirent.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

#include "domain/house/backup_place.h"
#include "domain/spine/document_bytes.h"

#define OLD ".old-"		/* what has lost its name and is to go */

/* Names of bytes that no list looked at so far has, in order. */
struct orphan {
	struct orphan *next;
	struct backup_documents_line line;
};

static const char *
list_of(struct ctx *cx, const struct backup_place *p, const char *name)
{
	return arena_printf(cx->arena, "%s/" BACKUP_DOCUMENTS,
	    backup_place_of(cx, p, name));
}

/* The lines of a list that stand not in the other: both are in order. */
static enum err
differ(struct ctx *cx, const char *old, const char *other,
    struct orphan **out)
{
	struct backup_documents_line a, b = { "", 0 };
	struct backup_documents_list left, right;
	struct orphan **tail = out;
	bool more = true;
	enum err e;

	backup_documents_open(cx, old, &left);
	backup_documents_open(cx, other, &right);
	while (right.err == OK && backup_documents_next(&left, &a)) {
		while (more && strcmp(b.sha256, a.sha256) < 0)
			more = backup_documents_next(&right, &b);
		if (strcmp(b.sha256, a.sha256) == 0)
			continue;
		*tail = arena_alloc(cx->arena, sizeof(**tail));
		(*tail)->line = a;
		tail = &(*tail)->next;
	}
	e = backup_documents_close(&left);
	if (backup_documents_close(&right) != OK)
		e = right.err;
	return e;
}

/* Takes out what stands in a list. */
static enum err
sift(struct ctx *cx, const char *list, struct orphan **all)
{
	struct backup_documents_line line;
	struct backup_documents_list l;
	int order;

	backup_documents_open(cx, list, &l);
	while (*all != NULL && backup_documents_next(&l, &line)) {
		order = 1;
		while (*all != NULL && (order = strcmp((*all)->line.sha256,
		    line.sha256)) < 0)
			all = &(*all)->next;
		if (order == 0)
			*all = (*all)->next;
	}
	return backup_documents_close(&l);
}

/* What only a backup that goes has named. */
static enum err
drop_orphans(struct ctx *cx, const struct backup_place *p, const char *old)
{
	const char *list = list_of(cx, p, old);
	struct orphan *all = NULL, *o;
	enum err e;
	size_t i;

	if (access(list, F_OK) != 0)
		return OK;	/* a kill came after this was done */
	e = differ(cx, list, list_of(cx, p, p->names[p->n - 1]), &all);
	for (i = 0; e == OK && all != NULL && i + 1 < p->n; i++)
		e = sift(cx, list_of(cx, p, p->names[i]), &all);
	for (o = all; e == OK && o != NULL; o = o->next)
		unlink(document_bytes_path(cx->arena, p->documents,
		    o->line.sha256));
	return e;
}

static enum err
drop(struct ctx *cx, const struct backup_place *p, const char *old)
{
	const char *folder = backup_place_of(cx, p, old);
	enum err e;

	if ((e = drop_orphans(cx, p, old)) == OK &&
	    !backup_file_remove(cx->arena, folder))
		e = backup_file_failed(cx, folder);
	return e;
}

/* Also what a run that was killed had begun to drop. */
static enum err
drop_old(struct ctx *cx, const struct backup_place *p)
{
	DIR *d = opendir(p->dir);
	struct dirent *f;
	enum err e = OK;

	if (d == NULL)
		return backup_file_failed(cx, p->dir);
	while (e == OK && (f = readdir(d)) != NULL)
		if (strncmp(f->d_name, OLD, sizeof(OLD) - 1) == 0)
			e = drop(cx, p, f->d_name);
	closedir(d);
	return e;
}

/* First they lose their names: half a backup never has one. */
static enum err
prune(struct ctx *cx, struct backup_place *p, size_t keep)
{
	const char *from, *to;

	for (; p->n > keep; p->n--, p->names++) {
		from = backup_place_of(cx, p, p->names[0]);
		to = arena_printf(cx->arena, "%s/" OLD "%s", p->dir,
		    p->names[0]);
		if (rename(from, to) != 0)
			return backup_file_failed(cx, from);
	}
	if (!file_flush_folder(p->dir))
		return backup_file_failed(cx, p->dir);
	return drop_old(cx, p);
}

enum err
backup_prune(struct ctx *cx, const char *dir, int64_t keep, int64_t *removed)
{
	struct backup_place p;
	const char *mark;
	enum err e;

	*removed = 0;
	if ((e = backup_place_open(cx, dir, false, &p)) != OK)
		return e;
	if (p.n > (size_t)keep) {
		mark = arena_printf(cx->arena, "%s/" BACKUP_VERIFIED,
		    backup_place_of(cx, &p, p.names[p.n - 1]));
		*removed = access(mark, F_OK) != 0 ? -1 :
		    (int64_t)(p.n - (size_t)keep);
		if (*removed > 0)
			e = prune(cx, &p, (size_t)keep);
	}
	backup_place_close(&p);
	return e;
}
