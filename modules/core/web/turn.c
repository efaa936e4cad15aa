/* SPDX-License-Identifier: MIT */
/*
 * One request: the gate, the transaction, the handler. What a POST wrote is
 * committed before its answer leaves; what a GET has to remember of itself
 * is written in a second, short transaction before that.
 */
#include "web/turn.h"

#include <stdlib.h>
#include <string.h>
#include <time.h>

#include "base/config.h"
#include "base/log.h"
#include "base/monotonic.h"
#include "domain/desk/presence.h"
#include "domain/people/notice.h"
#include "domain/people/visit.h"
#include "domain/spine/event.h"
#include "domain/spine/work.h"
#include "model/undo.h"
#include "text/message.h"
#include "web/guest.h"
#include "web/purpose_ask.h"
#include "web/serve_count.h"

#define TRIES 4			/* of a transaction that met another */

/* The one clock reading; a test may stand the clock still in CGI mode. */
static int64_t
now(const struct wire *wire)
{
	const char *fixed = wire->handle == NULL ? getenv("DOSSIER_NOW") :
	    NULL;

	return fixed != NULL ? strtoll(fixed, NULL, 10) : time(NULL);
}

static void
no_form(struct request *rq)
{
	rq->form = arena_alloc(rq->cx.arena, sizeof(*rq->form));
	rq->form->tail = &rq->form->uploads;
}

/* Nothing of a try that came to nothing is left. */
static void
from_start(struct request *rq)
{
	reply_stream_forget(rq);
	reply_start(rq);
	rq->cx.why = NULL;
	rq->cx.mistakes = NULL;
	rq->cx.looks = NULL;
	rq->cx.glass = 0;
	rq->cx.unasked = NULL;
	rq->cx.entered = rq->cx.clear = false;
}

static void
start(struct request *rq, struct wire *wire, const struct house *house)
{
	static struct buf head, body;
	struct arena *a = rq->cx.arena;

	*rq = (struct request){ .cx = {
		.arena = a, .conf = house->conf, .db = house->db,
		.login = "", .name = "", .lang = house->conf->language,
		.zone = house->conf->timezone, .now = now(wire)
	} };
	rq->state = arena_alloc(a, sizeof(*rq->state));
	rq->state->house = house;
	no_form(rq);
	rq->reply = arena_alloc(a, sizeof(*rq->reply));
	rq->reply->head = &head;
	rq->reply->body = &body;
	reply_start(rq);
}

static enum err
no_store(struct request *rq)
{
	if (rq->state->house->outdated)
		return ERR_SCHEMA;
	return refuse(&rq->cx, ERR_BUSY,
	    _("Dossier cannot reach its data at the moment. Try again in a "
	    "minute."));
}

/* Inside a transaction: who is it, and may that person use the route? */
static enum err
enter(struct request *rq)
{
	enum err e;

	rq->session = NULL;
	rq->cx.viewer = 0;
	rq->cx.rights = 0;
	rq->cx.login = rq->cx.name = "";
	/* without a session too: it says whether the store is still ours */
	e = visit_enter(&rq->cx, &rq->state->visit);
	rq->cx.session = e == OK ? rq->state->visit.hash : NULL;
	if (e == OK)
		session_entered(rq);
	else if (e != ERR_SIGNON)
		return e;
	message_use(rq->cx.lang);
	return gate_right(rq);
}

/* Waits for the turn to write, and counts how long. */
static enum err
begin_write(struct request *rq)
{
	int64_t began = monotonic_us();
	enum err e = work_begin(&rq->cx, WORK_TRY);

	serve_count_wait(monotonic_us() - began);
	return e;
}

static enum err
remember_once(struct request *rq, bool stale)
{
	enum err e;

	if ((e = begin_write(rq)) == OK &&
	    (e = work_fits(&rq->cx)) == OK &&
	    (e = event_looks(&rq->cx)) == OK &&
	    (e = presence_write(&rq->cx)) == OK && stale)
		e = visit_use(&rq->cx, &rq->state->visit);
	if (e == OK)
		e = work_commit(&rq->cx);
	work_undo(&rq->cx);
	return e;
}

/* After a reading: its looks are on record, or there is no reply at all. */
static enum err
remember(struct request *rq)
{
	bool stale = rq->session != NULL &&
	    visit_stale(&rq->cx, &rq->state->visit);
	struct look *looks = rq->cx.looks;
	int64_t here = rq->cx.here;
	int tries = TRIES;
	enum err e;

	if (looks == NULL) {
		rq->state->stale = stale;	/* has time, see turn_end */
		return OK;
	}
	do {
		rq->cx.looks = looks;
		rq->cx.here = here;
		e = remember_once(rq, stale);
		if (e == OK || e == ERR_SCHEMA)
			return e;
	} while (work_again(&rq->cx) && --tries > 0);
	return refuse(&rq->cx, ERR_BUSY,
	    _("Dossier could not put this reading on record, so it does not "
	    "show the page. Try again in a minute."));
}

static enum err
answer(struct request *rq, enum err e)
{
	if (e == OK && !rq->reply->done) {
		log_error("%s %s: the handler gave no answer",
		    rq->method == GET ? "GET" : "POST", rq->route->path);
		e = ERR_BROKEN;
	}
	return e;
}

/* From here on a page is shown, and who looks at it may be remembered. */
static void
reading(struct request *rq)
{
	rq->cx.reading = rq->route->path;
}

static enum err
read_once(struct request *rq)
{
	enum err e;

	if ((e = work_begin(&rq->cx, WORK_READ)) != OK)
		return e;
	reading(rq);
	if ((e = enter(rq)) == OK &&
	    (e = notice_unseen(&rq->cx, &rq->cx.unseen)) == OK &&
	    (e = form_read(rq, false)) == OK) {
		e = form_check(rq);
		/* a mistake in a filter is shown by the page itself */
		if (e == OK || e == ERR_INVALID)
			e = answer(rq, rq->route->handler(rq));
	}
	work_undo(&rq->cx);
	return e;
}

static enum err
run_get(struct request *rq)
{
	enum err e;

	if (rq->route->before != NULL && (e = rq->route->before(rq)) != OK)
		return e;
	e = read_once(rq);
	if (e != OK && work_again(&rq->cx)) {
		from_start(rq);
		no_form(rq);
		e = read_once(rq);
	}
	return e == OK ? remember(rq) : e;
}

/* The form that was sent before with this key: its answer again. */
static enum err
sent_before(struct request *rq, struct visit_form *f, bool *sent)
{
	unsigned char content[DIGEST_SIZE];
	struct buf all = { 0 };
	enum err e;

	*sent = false;
	buf_add(&all, rq->session->hash, sizeof(rq->session->hash));
	buf_printf(&all, "%s?%s", rq->path, rq->form->key);
	digest_of(all.data, all.len, f->key);
	buf_free(&all);
	form_content(rq, content);
	if ((e = visit_form_find(&rq->cx, f)) == ERR_MISSING) {
		memcpy(f->content, content, sizeof(content));
		return OK;
	}
	if (e != OK)
		return e;
	if (!digest_same(f->content, content, sizeof(content)))
		return refuse(&rq->cx, ERR_CONFLICT,
		    _("This form was already sent once, with other words. "
		    "Check whether it still holds, and send it again."));
	*sent = true;
	reply_notice_unpack(rq, f->notice);
	return reply_redirect(rq, "%s", f->redirect);
}

/* What stands in the transaction of a POST. */
static enum err
write_all(struct request *rq)
{
	bool keyed = rq->session != NULL && !rq->route->no_session, sent;
	struct visit_form f = { .redirect = "" };
	struct visit visit;
	enum err e;

	if ((e = enter(rq)) != OK)
		return e;
	visit = rq->state->visit;
	keyed = keyed && rq->session != NULL;
	if (keyed && (rq->form->key == NULL || *rq->form->key == '\0'))
		return refuse(&rq->cx, ERR_REQUEST,
		    _("The form arrived incomplete. Nothing was written; "
		    "send it again."));
	if (keyed && ((e = sent_before(rq, &f, &sent)) != OK || sent))
		return e;
	if ((e = upload_hold_check(rq)) != OK)
		return e;
	if ((e = answer(rq, rq->route->handler(rq))) != OK)
		return e;
	if (rq->cx.act != NULL)
		rq->reply->undo = rq->cx.act->number;
	if (keyed && rq->reply->location != NULL) {
		f.redirect = rq->reply->location;
		f.notice = reply_notice_pack(rq);
		if ((e = visit_form_done(&rq->cx, &visit, &f)) != OK)
			return e;
	}
	if (keyed && visit_stale(&rq->cx, &visit) &&
	    (e = visit_use(&rq->cx, &visit)) != OK)
		return e;
	return rq->cx.looks == NULL ? OK : event_looks(&rq->cx);
}

/* The whole handler again when its transaction met another one. */
static enum err
write_tries(struct request *rq)
{
	enum err e;
	int i;

	for (i = 0; i < TRIES; i++) {
		from_start(rq);
		if ((e = begin_write(rq)) != OK)
			return e;
		if ((e = write_all(rq)) == OK)
			e = work_commit(&rq->cx);
		work_undo(&rq->cx);
		if (e == OK || !work_again(&rq->cx))
			break;
		serve_count_retry();
	}
	return e;
}

/* The form as it was sent, with the refusal and the right status. */
static enum err
show_again(struct request *rq, enum err why)
{
	enum err e;

	if (rq->route->again == NULL ||
	    (why != ERR_INVALID && why != ERR_CONFLICT && why != ERR_BUSY &&
	    rq->reply->again == OK))
		return why;
	if (why == ERR_BUSY && rq->cx.why == NULL)
		refuse(&rq->cx, why, _("Dossier is very busy at the moment. "
		    "Nothing was lost; try again in a minute."));
	if ((e = work_begin(&rq->cx, WORK_READ)) != OK)
		return e;
	reply_start(rq);
	rq->cx.looks = NULL;
	rq->reply->status = reply_status(why);
	rq->form->hold = rq->form->uploads != NULL;
	reading(rq);
	if ((e = notice_unseen(&rq->cx, &rq->cx.unseen)) == OK)
		e = answer(rq, rq->route->again(rq));
	work_undo(&rq->cx);
	if (e != OK || why != ERR_BUSY)
		return e == OK ? remember(rq) : e;
	/* waiting once more for the store would outlast everybody */
	return rq->cx.looks == NULL ? OK : why;
}

/* Before the form is read: is this person to be listened to at all? */
static enum err
enter_early(struct request *rq)
{
	enum err e = work_begin(&rq->cx, WORK_READ);

	if (e == OK)
		e = enter(rq);
	work_undo(&rq->cx);
	return e;
}

/* A token of an earlier sign-in, from a page of ours: the form goes round
 * once more, as after an ended session. */
static enum err
stale_token(struct request *rq, enum err e)
{
	if (!rq->state->proven || rq->form->csrf == NULL ||
	    rq->route->again == NULL)
		return e;
	rq->reply->again = e;
	return show_again(rq, e);
}

/* The files were too much for us or the disk; what was typed beside them is
 * all there. */
static enum err
files_again(struct request *rq, enum err e)
{
	const char *why = rq->cx.why;
	enum err t;

	if ((t = upload_hold_take(rq)) != OK ||
	    ((t = form_check(rq)) != OK && t != ERR_INVALID) ||
	    (t = gate_token(rq)) != OK)
		return t;
	rq->cx.why = why;
	rq->cx.mistakes = NULL;
	rq->reply->again = e;
	return show_again(rq, e);
}

static enum err
run_post(struct request *rq)
{
	enum err e, early;

	early = e = enter_early(rq);
	if (e != OK && e != ERR_SIGNON)
		return e;
	if ((e = form_read(rq, early == OK)) != OK)
		return rq->form->whole ? files_again(rq, e) : e;
	if (early != OK)
		return early;
	if ((e = upload_hold_take(rq)) != OK)
		return e;
	if ((e = form_check(rq)) != OK) {
		enum err t = gate_token(rq);

		return t != OK ? t : show_again(rq, e);
	}
	if ((e = gate_token(rq)) != OK)
		return stale_token(rq, e);
	if (rq->route->before != NULL && (e = rq->route->before(rq)) != OK)
		return show_again(rq, e);
	if ((e = write_tries(rq)) == OK && rq->reply->again != OK)
		e = rq->reply->again;
	return e == OK ? OK : show_again(rq, e);
}

/* A page for whoever watches the program: NAME, or PROGRAM/NAME. */
static bool
is_own_page(const struct request *rq, const char *name)
{
	const char *program = rq->state->house->program, *s = rq->path;
	size_t n = strlen(program);

	if (rq->method != GET)
		return false;
	if (strncmp(s + 1, program, n) == 0 && s[n + 1] == '/')
		s += n + 1;
	return strcmp(s, name) == 0;
}

/* Whoever speaks to the socket itself: a web server names its client, and
 * the client names a host. */
static bool
is_at_socket(const struct request *rq)
{
	return *request_param(rq, "REMOTE_ADDR") == '\0' &&
	    *request_param(rq, "HTTP_HOST") == '\0';
}

/* Answers without store, session and route. */
static bool
own_page(struct request *rq)
{
	if (is_own_page(rq, "/health"))
		buf_text(rq->reply->body, "ok\n");
	else if (is_own_page(rq, "/metrics") && is_at_socket(rq))
		serve_count_write(rq->reply->body, rq->state->house->program);
	else
		return false;
	buf_text(rq->reply->head,
	    "Content-Type: text/plain; charset=utf-8\r\n");
	return true;
}

/* A refusal outside every route still has the frame of whoever asks. */
static enum err
greet(struct request *rq, enum err why)
{
	const char *said = rq->cx.why;

	if (rq->cx.db == NULL || *rq->state->token == '\0' ||
	    work_begin(&rq->cx, WORK_READ) != OK)
		return why;
	if (visit_enter(&rq->cx, &rq->state->visit) == OK) {
		session_entered(rq);
		message_use(rq->cx.lang);
	}
	work_undo(&rq->cx);
	rq->cx.why = said;
	return why;
}

static enum err
run(struct request *rq, struct wire *wire, const char **allow)
{
	enum err e;

	if ((e = request_take(rq, wire)) != OK)
		return e;
	rq->cx.lang = message_accept(request_param(rq,
	    "HTTP_ACCEPT_LANGUAGE"), rq->cx.conf->language);
	if (guest_outside(rq) && guest_language(rq) != NULL)
		rq->cx.lang = guest_language(rq);
	message_use(rq->cx.lang);
	if (own_page(rq))
		return OK;
	rq->cx.peer = request_peer(rq);
	if (!guest_outside(rq))
		session_cookie(rq);
	if ((e = request_route(rq, allow)) != OK)
		return greet(rq, e);
	if (rq->cx.db == NULL)
		return no_store(rq);
	if (!guest_outside(rq) && (e = session_remote_check(rq)) != OK)
		return e;
	return rq->method == GET ? run_get(rq) : run_post(rq);
}

/* A statement failed: is it because the store is another one by now? */
static bool
changed_below(struct request *rq)
{
	enum err e;

	if (rq->cx.db == NULL)
		return false;
	work_undo(&rq->cx);
	if ((e = work_begin(&rq->cx, WORK_READ)) == OK)
		e = work_fits(&rq->cx);
	work_undo(&rq->cx);
	return e == ERR_SCHEMA;
}

void
turn_run(struct request *rq, struct wire *wire, const struct house *house)
{
	const char *allow = NULL;
	enum err e;

	message_use(house->conf->language);
	start(rq, wire, house);
	e = run(rq, wire, &allow);
	if (e == ERR_SIGNON && guest_outside(rq))
		e = ERR_MISSING;
	if (e == ERR_SIGNON && rq->route != NULL && rq->session == NULL) {
		reply_start(rq);
		rq->cx.why = NULL;
		rq->reply->status = reply_status(e);
		e = session_keep_show(rq);
	}
	if (e == ERR_FORBIDDEN && rq->cx.unasked != NULL)
		e = purpose_ask_redirect(rq);
	if (e == ERR_BROKEN && changed_below(rq))
		e = ERR_SCHEMA;
	if (e == ERR_BROKEN)
		serve_count_broken();
	if (e != OK) {
		if (e == ERR_BROKEN && rq->cx.why != NULL)
			log_error("%s: %s", rq->route == NULL ? "-" :
			    rq->route->path, rq->cx.why);
		reply_refusal(rq, e);
	}
	if (allow != NULL)
		buf_printf(rq->reply->head, "Allow: %s\r\n", allow);
	reply_headers(rq);
	if (rq->state->head) {
		buf_reset(rq->reply->body);
		rq->reply->file = NULL;
	}
}

/* Nobody waits for this any more, and a page is none the worse without: a
 * store that is full or locked keeps nobody from reading. */
static void
note_presence(struct request *rq)
{
	struct request_state *st = rq->state;

	if (rq->cx.here == 0 && !st->stale)
		return;
	rq->cx.in_passing = true;
	if (work_begin(&rq->cx, WORK_TRY) == OK &&
	    presence_write(&rq->cx) == OK &&
	    (!st->stale || visit_use(&rq->cx, &st->visit) == OK))
		work_commit(&rq->cx);
}

void
turn_end(struct request *rq)
{
	upload_forget(rq);
	reply_stream_forget(rq);
	work_undo(&rq->cx);
	note_presence(rq);
	work_undo(&rq->cx);
	work_tidy(&rq->cx);
	if (rq->reply->body->cap > 1024 * 1024)
		buf_free(rq->reply->body);
}
