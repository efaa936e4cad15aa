/* SPDX-License-Identifier: MIT */
/* Texts as the clock reads them. */
#include "domain/house/text_clock.h"

#include <errno.h>
#include <string.h>
#include <unistd.h>

#include "base/child.h"
#include "base/config.h"
#include "base/log.h"
#include "base/monotonic.h"
#include "domain/spine/document_bytes.h"
#include "domain/spine/work.h"
#include "store/store_text.h"
#include "text/fold.h"
#include "text/message.h"

#define SECONDS 60		/* of one */
#define LONGEST 200000		/* milliseconds of a run */
#define TRIES 3
#define BYTES (8u << 20)	/* of a text */
#define NO_TEXT 4		/* what the child says of such a kind */

const char *
text_clock_beside(struct ctx *cx, const char *program)
{
	char path[4096];
	ssize_t n = readlink("/proc/self/exe", path, sizeof(path) - 1);
	const char *slash;

	if (n <= 0)
		return arena_printf(cx->arena, LIBEXECDIR "/%s", program);
	path[n] = '\0';
	slash = strrchr(path, '/');
	return arena_printf(cx->arena, "%.*s/%s", (int)(slash - path), path,
	    program);
}

static enum err
held(struct ctx *cx, const struct clock_run *r)
{
	return clock_held(cx, r) ? OK : refuse(cx, ERR_BUSY, "%s",
	    _("Another host has the clock."));
}

/* What the child says; no text in it can hurt the store. */
static enum text_state
read_one(struct ctx *cx, const char *sha256, const char **text)
{
	const char *const argv[] = {
		text_clock_beside(cx, "dossier-plain"),
		document_bytes_path(cx->arena, cx->conf->documents, sha256),
		NULL
	};
	struct buf out = { 0 };
	const struct child c = { .argv = argv, .input = "",
	    .seconds = SECONDS, .out = &out, .most = BYTES };
	enum text_state state = TEXT_BROKEN;
	int status = 0;
	enum child_end end = child_run(&c, &status);

	*text = "";
	buf_add(&out, "", 1);
	if (end == CHILD_NONE)
		log_error("%s: %s", argv[0], strerror(status));
	else if (end == CHILD_DONE && status == NO_TEXT)
		state = TEXT_NONE;
	else if (end == CHILD_DONE && status == 0 &&
	    fold_utf8_ok(out.data, out.len - 1)) {
		state = TEXT_READ;
		*text = arena_text(cx->arena, out.data);
	}
	buf_free(&out);
	return state;
}

static enum err
claim(struct ctx *cx, const struct clock_run *r, const char **sha256,
    int64_t *tries)
{
	enum err e;

	if ((e = work_begin(cx, WORK_WRITE)) == OK &&
	    (e = held(cx, r)) == OK &&
	    (e = store_text_claim(cx, sha256, tries)) == OK)
		e = work_commit(cx);
	work_undo(cx);
	return e;
}

enum err
text_clock(struct ctx *cx, const struct clock_run *r,
    struct text_clock_report *out)
{
	int64_t until = monotonic_ms() + LONGEST, tries;
	const char *sha256, *text = "";
	enum text_state state;
	enum err e;

	*out = (struct text_clock_report){ 0 };
	while (monotonic_ms() < until) {
		if ((e = claim(cx, r, &sha256, &tries)) != OK ||
		    sha256[0] == '\0')
			return e;
		state = tries > TRIES ? TEXT_BROKEN :
		    read_one(cx, sha256, &text);
		if ((e = work_begin(cx, WORK_WRITE)) == OK &&
		    (e = held(cx, r)) == OK &&
		    (e = store_text_keep(cx, sha256, state,
		    state == TEXT_READ ? text : "")) == OK)
			e = work_commit(cx);
		work_undo(cx);
		if (e != OK)
			return e;
		out->read += state == TEXT_READ;
		out->failed += state != TEXT_READ;
	}
	return OK;
}
