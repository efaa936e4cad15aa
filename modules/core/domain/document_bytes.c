/* SPDX-License-Identifier: MIT */
/* Bytes of documents on disk: never overwritten, never half there. */
#include "domain/document_bytes.h"

#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/config.h"
#include "base/log.h"
#include "domain/document.h"
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

/* A name is on the disk once its folder is. */
static bool
folder_sync(const char *path)
{
	int fd = open(path, O_RDONLY | O_DIRECTORY | O_CLOEXEC), no;
	bool ok;

	if (fd == -1)
		return false;
	ok = fsync(fd) == 0;
	no = errno;
	close(fd);
	errno = no;
	return ok;
}

/* ROOT/ab and ROOT/ab/cd; a new one is on the disk before it is used. */
static bool
folder_make(struct ctx *cx, const char *root, const char *sha256)
{
	const char *first = arena_printf(cx->arena, "%s/%.2s", root, sha256);
	const char *second = arena_printf(cx->arena, "%s/%.2s", first,
	    sha256 + 2);

	if (mkdir(first, 0770) == 0) {
		if (!folder_sync(root))
			return false;
	} else if (errno != EEXIST)
		return false;
	if (mkdir(second, 0770) == 0)
		return folder_sync(first);
	return errno == EEXIST;
}

/* The upload lay on another file system. */
static bool
copy(int from, int to)
{
	char block[64 * 1024];
	ssize_t n, done, w;

	while ((n = read(from, block, sizeof(block))) != 0) {
		if (n == -1 && errno == EINTR)
			continue;
		if (n == -1)
			return false;
		for (done = 0; done < n; done += w) {
			w = write(to, block + done, (size_t)(n - done));
			if (w == -1 && errno == EINTR)
				w = 0;
			else if (w == -1)
				return false;
		}
	}
	return fchmod(to, 0640) == 0 && fsync(to) == 0;
}

static bool
copy_over(struct ctx *cx, const char *root, const char *path,
    const char *target)
{
	char *name = arena_printf(cx->arena, "%s/new-XXXXXX", root);
	int from, to, no;
	bool ok;

	if ((from = open(path, O_RDONLY | O_CLOEXEC)) == -1)
		return false;
	if ((to = mkostemp(name, O_CLOEXEC)) == -1) {
		no = errno;
		close(from);
		errno = no;
		return false;
	}
	ok = copy(from, to) && rename(name, target) == 0;
	no = errno;
	if (!ok)
		unlink(name);
	close(from);
	close(to);
	errno = no;
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
		if (rename(p->to, p->from) != 0 && errno == EXDEV)
			unlink(p->to);	/* it was copied */
	cx->placed = NULL;
}

bool
document_bytes_hash(struct ctx *cx, const char *path,
    unsigned char out[DIGEST_SIZE])
{
	struct digest *h = digest_new(cx->arena);
	unsigned char piece[65536];
	FILE *f;
	bool ok;
	size_t n;

	if ((f = fopen(path, "re")) == NULL)
		return false;
	while ((n = fread(piece, 1, sizeof(piece), f)) > 0)
		digest_add(h, piece, n);
	ok = ferror(f) == 0;
	fclose(f);
	digest_end(h, out);
	return ok;
}

enum document_bytes
document_bytes_look(struct ctx *cx, const char *sha256, size_t bytes)
{
	struct stat st;

	if (stat(arena_printf(cx->arena, "%s/%s", cx->conf->documents,
	    document_path(cx, sha256)), &st) != 0 || !S_ISREG(st.st_mode))
		return BYTES_MISSING;
	return (size_t)st.st_size == bytes ? BYTES_THERE : BYTES_ALTERED;
}

/* Are they there already? Nobody's copy is thrown away for a damaged one,
 * which stays beside it, to be looked at. */
static bool
is_there(struct ctx *cx, const char *target, const char *sha256)
{
	unsigned char have[DIGEST_SIZE], want[DIGEST_SIZE];

	if (access(target, F_OK) != 0)
		return false;
	if (digest_unhex(sha256, want, sizeof(want)) &&
	    document_bytes_hash(cx, target, have) &&
	    digest_same(have, want, sizeof(want)))
		return true;
	log_error("document %s was damaged, and came again",
	    document_path(cx, sha256));
	rename(target, arena_printf(cx->arena, "%s.damaged", target));
	return false;
}

enum err
document_bytes_keep(struct ctx *cx, const char *path, const char *sha256)
{
	const char *root = cx->conf->documents, *target, *folder;
	bool ok;

	target = arena_printf(cx->arena, "%s/%s", root,
	    document_path(cx, sha256));
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
	if (!folder_sync(folder))
		return broken(cx, "writing a folder");
	return OK;
}
