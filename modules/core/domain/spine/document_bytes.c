/* SPDX-License-Identifier: MIT */
/* Bytes of documents on disk: never overwritten, never half there. */
#include "domain/spine/document_bytes.h"

#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/config.h"
#include "base/file.h"
#include "base/log.h"
#include "store/db.h"
#include "text/message.h"

static enum err
broken(struct ctx *cx, const char *what)
{
	int no = errno;

	log_error("documents: %s: %s", what, strerror(no));
	return refuse(cx, no == ENOSPC || no == EDQUOT ? ERR_BUSY :
	    ERR_BROKEN, "%s", _("The file could not be stored. Nothing was "
	    "saved. Tell the operator."));
}

/* ROOT/ab and ROOT/ab/cd; a new one is on the disk before it is used. */
static bool
folder_make(struct ctx *cx, const char *root, const char *sha256)
{
	const char *first = arena_printf(cx->arena, "%s/%.2s", root, sha256);
	const char *second = arena_printf(cx->arena, "%s/%.2s", first,
	    sha256 + 2);

	if (mkdir(first, 0770) == 0) {
		if (!file_flush_folder(root))
			return false;
	} else if (errno != EEXIST)
		return false;
	if (mkdir(second, 0770) == 0)
		return file_flush_folder(first);
	return errno == EEXIST;
}

/* The upload lay on another file system. */
static bool
copy_over(struct ctx *cx, const char *root, const char *path,
    const char *target)
{
	char *name = arena_printf(cx->arena, "%s/new-XXXXXX", root);
	int from = open(path, O_RDONLY | O_CLOEXEC), to = -1, no;
	struct file_sum seen;
	bool ok;

	ok = from != -1 && (to = mkostemp(name, O_CLOEXEC)) != -1 &&
	    file_copy(from, to, &seen) && fchmod(to, 0640) == 0 &&
	    fsync(to) == 0 && rename(name, target) == 0;
	no = errno;
	if (!ok && to != -1)
		unlink(name);
	errno = no;
	file_close(from);
	file_close(to);
	return ok;
}

static void
remember(struct ctx *cx, const char *from, const char *to)
{
	struct placed *p = arena_alloc(cx->arena, sizeof(*p));

	p->from = arena_text(cx->arena, from);
	p->to = to;
	p->next = cx->placed;
	cx->placed = p;
}

void
document_bytes_back(struct ctx *cx)
{
	const struct placed *p;

	for (p = cx->placed; p != NULL; p = p->next)
		if (db_beside(cx)) {
			if (link(p->to, p->from) != 0 && errno != EEXIST)
				log_warn("%s: %m", p->from);
		} else if (rename(p->to, p->from) != 0 && errno == EXDEV)
			unlink(p->to);	/* it was copied */
	cx->placed = NULL;
}

const char *
document_bytes_below(struct ctx *cx, const char *sha256)
{
	return arena_printf(cx->arena, "%.2s/%.2s/%s", sha256, sha256 + 2,
	    sha256);
}

const char *
document_bytes_path(struct arena *a, const char *root, const char *sha256)
{
	return arena_printf(a, "%s/%.2s/%.2s/%s", root, sha256, sha256 + 2,
	    sha256);
}

enum document_bytes
document_bytes_look(struct ctx *cx, const char *sha256, size_t bytes)
{
	struct stat st;

	if (stat(document_bytes_path(cx->arena, cx->conf->documents, sha256),
	    &st) != 0 || !S_ISREG(st.st_mode))
		return BYTES_MISSING;
	return (size_t)st.st_size == bytes ? BYTES_THERE : BYTES_ALTERED;
}

/* Are they there already? Nobody's copy is thrown away for a damaged one,
 * which stays beside it, to be looked at. */
static bool
is_there(struct ctx *cx, const char *target, const char *sha256)
{
	unsigned char want[DIGEST_SIZE];
	struct file_sum have;

	if (access(target, F_OK) != 0)
		return false;
	if (digest_unhex(sha256, want, sizeof(want)) &&
	    file_sum(target, &have) &&
	    digest_same(have.sha256, want, sizeof(want)))
		return true;
	log_error("document %s was damaged, and came again",
	    document_bytes_below(cx, sha256));
	rename(target, arena_printf(cx->arena, "%s.damaged", target));
	return false;
}

enum err
document_bytes_keep(struct ctx *cx, const char *path, const char *sha256)
{
	const char *root = cx->conf->documents, *target, *folder;
	bool ok;

	target = document_bytes_path(cx->arena, root, sha256);
	folder = arena_printf(cx->arena, "%s/%.2s/%.2s", root, sha256,
	    sha256 + 2);
	if (!folder_make(cx, root, sha256))
		return broken(cx, "making a folder");
	if (!is_there(cx, target, sha256)) {
		ok = chmod(path, 0640) == 0 && rename(path, target) == 0;
		if (!ok && errno == EXDEV)
			ok = copy_over(cx, root, path, target);
		if (!ok)
			return broken(cx, "taking over a file");
		remember(cx, path, target);
	}
	if (!file_flush_folder(folder))
		return broken(cx, "writing a folder");
	return OK;
}
