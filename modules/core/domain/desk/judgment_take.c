/* SPDX-License-Identifier: MIT */
/* Judgments that an operator takes over onto a case. */
#include "domain/desk/judgment_take.h"

#include <fcntl.h>
#include <string.h>
#include <unistd.h>

#include "base/config.h"
#include "base/digest.h"
#include "base/file.h"
#include "domain/desk/docket.h"
#include "domain/dossier/document.h"
#include "text/message.h"
#include "xml/xml_judgment.h"

enum err
judgment_take_read(struct ctx *cx, const char *path, struct judgment **out)
{
	struct reader_fault *faults = NULL;

	*out = xml_judgment_read(cx->arena, path, path, &faults);
	return *out != NULL ? OK : reader_refuse(cx, faults);
}

/* The documents' folder takes over what lies in it: a copy of the file. */
static enum err
copy_of(struct ctx *cx, const char *path, const char *copy,
    struct file_sum *sum)
{
	int from = open(path, O_RDONLY | O_CLOEXEC);
	int to = open(copy, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0600);
	bool ok = from >= 0 && to >= 0 && file_copy(from, to, sum) &&
	    fsync(to) == 0;

	file_close(from);
	file_close(to);
	if (ok)
		return OK;
	unlink(copy);
	return refuse(cx, ERR_BROKEN, "%s: %m", path);
}

enum err
judgment_take(struct ctx *cx, const char *dossier, const char *path,
    bool *fresh)
{
	const char *copy = arena_printf(cx->arena, "%s/import.%ld",
	    cx->conf->documents, (long)getpid());
	const char *slash = strrchr(path, '/');
	struct document_new n = { .name = slash == NULL ? path : slash + 1,
	    .media_type = "application/xml", .path = copy };
	struct file_sum sum;
	struct document *f;
	struct dossier *d;
	enum err e;

	*fresh = false;
	if ((e = docket_case(cx, dossier, &d)) != OK ||
	    (e = copy_of(cx, path, copy, &sum)) != OK)
		return e;
	n.bytes = (size_t)sum.bytes;
	n.sha256 = digest_hex(cx->arena, sum.sha256, sizeof(sum.sha256));
	e = document_same(cx, d, n.sha256, NULL, &f);
	if (e == OK && f == NULL) {
		*fresh = true;
		e = document_add(cx, d, &n, &f);
	}
	unlink(copy);	/* where it was not taken over */
	return e;
}
