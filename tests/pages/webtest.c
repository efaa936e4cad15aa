/* SPDX-License-Identifier: MIT */
/*
 * A program that only tests know: pages that do what a real one must not,
 * so that serve, gate, session, form and reply can be seen from outside.
 * What it writes is events of the topic "settings".
 */
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "domain/spine/event.h"
#include "web/serve.h"
#include "web/session.h"

static const char *const colours[] = { "red", "blue", NULL };

static const struct field write_form[] = {
	{ "text", FIELD_TEXT, .min = 1, .max = 40 },
	{ "lines", FIELD_LINES, .max = 70000 },
	{ "count", FIELD_INT, .min = 0, .max = 99 },
	{ "colour", FIELD_CHOICE, .choices = colours },
	{ "tick", FIELD_FLAG },
	{ "day", FIELD_DATE },
	{ "secret", FIELD_SECRET },
	{ NULL }
};
static const struct field upload_form[] = {
	{ "title", FIELD_TEXT },
	{ "files", FIELD_FILE, .min = 1, .many = true },
	{ NULL }
};
static const struct field in_form[] = {
	{ "person", FIELD_INT, .min = 1, .max = 1000 },
	{ "next", FIELD_FLAG },
	SESSION_KEEP_FIELDS,
	{ NULL }
};
static const struct field query_form[] = {
	{ "text", FIELD_TEXT, .max = 10 },
	{ "count", FIELD_INT },
	{ NULL }
};

static enum err
get_home(struct request *rq)
{
	form_start(rq, "text", "start");
	form_start(rq, "tick", "1");
	view_text(rq->view, "number", rq->number);
	view_int(rq->view, "no", rq->no);
	view_text(rq->view, "peer", request_peer(rq));
	return reply_page(rq, "webtest/home.html");
}

static enum err
get_query(struct request *rq)
{
	if (refuse_any(&rq->cx))
		return refuse(&rq->cx, ERR_REQUEST, "%s", rq->cx.why);
	return get_home(rq);
}

static enum err
written(struct request *rq, const char *text)
{
	struct event_body *b = event_body(&rq->cx);

	event_fact(b, "text", text);
	return event_add_topic(&rq->cx, "settings", "test.written", b);
}

static enum err
post_write(struct request *rq)
{
	const char *text = form_text(rq, "text");
	enum err e;

	if ((e = written(rq, text)) != OK)
		return e;
	if (strcmp(text, "wrong") == 0)
		return refuse_field(&rq->cx, "text", "This word is wrong.");
	if (strcmp(text, "conflict") == 0)
		return refuse(&rq->cx, ERR_CONFLICT, "Changed meanwhile.");
	if (strcmp(text, "forbidden") == 0)
		return refuse(&rq->cx, ERR_FORBIDDEN, "Not for you, <you>.");
	if (strcmp(text, "busy") == 0)
		return refuse(&rq->cx, ERR_BUSY, "Always busy.");
	if (strcmp(text, "counted") == 0) {
		refuse_field(&rq->cx, "text", "Counted and refused.");
		return reply_again(rq, ERR_OFTEN);
	}
	if (strcmp(text, "abort") == 0)
		abort();
	if (strcmp(text, "hang") == 0)
		sleep(600);
	reply_notice(rq, "Written: %s", text);
	return reply_redirect(rq, "/webtest");
}

static enum err
before_write(struct request *rq)
{
	if (strcmp(form_text(rq, "text"), "slow") == 0)
		sleep(2);
	return strcmp(form_text(rq, "text"), "before") == 0 ?
	    refuse_field(&rq->cx, "text", "Refused before.") : OK;
}

static enum err
post_upload(struct request *rq)
{
	const struct upload *u;
	enum err e;

	for (u = form_files(rq, "files"); u != NULL; u = u->next)
		if ((e = written(rq, arena_printf(rq->cx.arena,
		    "%s %s %zu %s", u->name, u->media_type, u->bytes,
		    u->sha256))) != OK)
			return e;
	return reply_redirect(rq, "/webtest");
}

static enum err
post_in(struct request *rq)
{
	enum err e = session_make(rq, form_int(rq, "person"), "");

	return e != OK ? e : session_keep_go(rq);
}

static enum err
get_in(struct request *rq)
{
	return session_keep_show(rq);
}

static enum err
post_out(struct request *rq)
{
	enum err e = session_end(rq);

	return e != OK ? e : reply_redirect(rq, "/webtest");
}

static enum err
post_out_all(struct request *rq)
{
	enum err e = session_end_all(rq);

	return e != OK ? e : reply_redirect(rq, "/webtest");
}

static enum err
get_file(struct request *rq)
{
	return reply_document(rq, request_part(rq, "sha"), 10, "text/html",
	    "報告 \"1\".html");
}

static enum err
get_csv(struct request *rq)
{
	struct buf b = { 0 };
	enum err e;

	buf_text(&b, "a,b\r\n1,2\r\n");
	e = reply_download(rq, "text/csv", "list.csv", &b);
	buf_free(&b);
	return e;
}

/* A reading that must go on record: of the first dossier. */
static enum err
get_look(struct request *rq)
{
	static struct look look = { .dossier = 1, .kind = "document.sent",
	    .body = "{}" };

	rq->cx.looks = &look;
	return get_home(rq);
}

static enum err
get_writing(struct request *rq)
{
	enum err e = written(rq, "by a GET");

	return e != OK ? e : get_home(rq);
}

static enum err
get_silent(struct request *rq)
{
	(void)rq;
	return OK;
}

static enum err
get_evil(struct request *rq)
{
	return reply_redirect(rq, "/x\r\nSet-Cookie: a=%s", "b");
}

static const struct route routes[] = {
	/* method path                       right         level       form        handler */
	{ GET,  "/webtest",                  RIGHT_SELF,   0,          NULL,       get_home },
	{ GET,  "/webtest/query",            RIGHT_SELF,   0,          query_form, get_query },
	{ GET,  "/webtest/dossiers/{number}/{no}", RIGHT_STAFF, LEVEL_READ, NULL, get_home },
	{ POST, "/webtest/write",            RIGHT_STAFF,  0,          write_form, post_write,
	    .before = before_write, .again = get_home },
	{ POST, "/webtest/plain",            RIGHT_STAFF,  0,          write_form, post_write },
	{ POST, "/webtest/upload",           RIGHT_STAFF,  0,          upload_form, post_upload,
	    .files = 1024 * 1024, .again = get_home },
	{ GET,  "/webtest/in",               RIGHT_PUBLIC, 0,          in_form,    get_in,
	    .no_session = true },
	{ POST, "/webtest/in",               RIGHT_PUBLIC, 0,          in_form,    post_in,
	    .again = get_in, .no_session = true },
	{ POST, "/webtest/out",              RIGHT_SELF,   0,          NULL,       post_out },
	{ POST, "/webtest/out-all",          RIGHT_SELF,   0,          NULL,       post_out_all },
	{ GET,  "/webtest/files/{sha}",      RIGHT_STAFF,  0,          NULL,       get_file },
	{ GET,  "/webtest/csv",              RIGHT_STAFF,  0,          NULL,       get_csv },
	{ GET,  "/webtest/look",             RIGHT_STAFF,  0,          NULL,       get_look },
	{ GET,  "/webtest/writing",          RIGHT_STAFF,  0,          NULL,       get_writing },
	{ GET,  "/webtest/silent",           RIGHT_SELF,   0,          NULL,       get_silent },
	{ GET,  "/webtest/evil",             RIGHT_SELF,   0,          NULL,       get_evil },
	{ GET,  "/webtest/lead",             RIGHT_LEAD,   0,          NULL,       get_home },
	{ GET,  "/webtest/public",           RIGHT_PUBLIC, 0,          NULL,       get_home },
	{ GET,  "/webtest/shut",             RIGHT_NONE,   0,          NULL,       get_home },
	{ 0 }
};

int
main(int argc, char **argv)
{
	return serve(argc, argv, routes);
}
