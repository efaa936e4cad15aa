/* SPDX-License-Identifier: MIT */
#ifndef TESTS_WIRED_H
#define TESTS_WIRED_H

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/arena.h"
#include "base/config.h"
#include "web/turn.h"

/*
 * A request as a web server would hand it over, without one:
 *   wired(routes, body, len, "REQUEST_METHOD=POST", ..., NULL);
 * rq is then taken; taken says how that went.
 */
static struct arena *wired_arena;
static struct config wired_conf = {
	.base_url = "http://127.0.0.1", .base_origin = "http://127.0.0.1",
	.base_path = "", .base_slug = "", .timezone = "Europe/Zurich",
	.language = "en", .form_bytes = 1024 * 1024, .file_bytes = 300000,
	.files = 3, .documents = "/nonexistent"
};
static struct house wired_house;
static struct request rq;
static enum err taken;
static struct {
	const char *body;
	size_t len, at, piece;
} wired_in = { .piece = 65536 };

static size_t
wired_read(struct wire *w, void *p, size_t n)
{
	size_t left = wired_in.len - wired_in.at;

	(void)w;
	if (n > left)
		n = left;
	if (n > wired_in.piece)
		n = wired_in.piece;
	if (n > 0)
		memcpy(p, wired_in.body + wired_in.at, n);
	wired_in.at += n;
	return n;
}

/* params ends with NULL; CONTENT_LENGTH is the test's to give. */
static void
wired(const struct route *routes, const char *body, size_t len,
    char *const *params)
{
	struct wire *w;

	if (wired_arena == NULL)
		wired_arena = arena_new();
	arena_reset(wired_arena);
	wired_house = (struct house){ .program = "test", .routes = routes,
	    .conf = &wired_conf };
	wired_in.body = body;
	wired_in.len = len;
	wired_in.at = 0;
	rq = (struct request){ .cx = { .arena = wired_arena,
	    .conf = &wired_conf, .login = "", .lang = "en",
	    .zone = "Europe/Zurich" } };
	rq.state = arena_alloc(wired_arena, sizeof(*rq.state));
	rq.state->house = &wired_house;
	rq.form = arena_alloc(wired_arena, sizeof(*rq.form));
	rq.form->tail = &rq.form->uploads;
	w = arena_alloc(wired_arena, sizeof(*w));
	w->params = params;
	w->read = wired_read;
	taken = request_take(&rq, w);
}

/* A POST to /f with this body of this type. */
static inline enum err
posted(const struct route *routes, const char *type, const char *body,
    size_t len)
{
	static char length[40], kind[200];
	static char *params[] = { "REQUEST_METHOD=POST", "REQUEST_URI=/f",
	    length, kind, NULL };
	const char *allow;
	enum err e;

	snprintf(length, sizeof(length), "CONTENT_LENGTH=%zu", len);
	snprintf(kind, sizeof(kind), "CONTENT_TYPE=%s", type);
	wired(routes, body, len, params);
	if (taken != OK)
		return taken;
	if ((e = request_route(&rq, &allow)) != OK)
		return e;
	return form_read(&rq, true);
}

static inline bool
why_has(const char *words)
{
	if (rq.cx.why != NULL && strstr(rq.cx.why, words) != NULL)
		return true;
	printf("# why: %s\n", rq.cx.why == NULL ? "nothing" : rq.cx.why);
	return false;
}

#endif
