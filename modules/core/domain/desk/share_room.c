/* SPDX-License-Identifier: MIT */
/* Sharing rooms, from outside: the link, the code, and what is there. */
#include "domain/desk/share_room.h"

#include <string.h>

#include "base/digest.h"
#include "domain/course/deadline.h"
#include "domain/desk/proceeding.h"
#include "domain/desk/disclosure.h"
#include "domain/desk/share.h"
#include "domain/dossier/dossier.h"
#include "domain/people/absence.h"
#include "domain/people/access.h"
#include "domain/people/notice.h"
#include "domain/spine/event.h"
#include "domain/spine/work.h"
#include "model/staff.h"
#include "store/store_party.h"
#include "store/store_share.h"
#include "store/store_signin.h"
#include "store/store_staff.h"
#include "text/message.h"

#define VISIT_BYTES 32

static enum err
nothing(struct ctx *cx)
{
	return refuse(cx, ERR_MISSING, "%s", _("There is nothing at this "
	    "address, or it is not for you."));
}

static void
hash_of(const char *token, unsigned char out[DIGEST_SIZE])
{
	digest_of(token, strlen(token), out);
}

static const char *
key_of(struct ctx *cx, const char *peer)
{
	return arena_printf(cx->arena, "portal:%s", peer);
}

static enum err
count_wrong(struct ctx *cx, const char *peer)
{
	return store_signin_add(cx, key_of(cx, peer),
	    cx->now - SHARE_ROOM_WINDOW);
}

/* Has this address been wrong too often? */
static enum err
may_try(struct ctx *cx, const char *peer)
{
	int64_t count, since, wait;
	enum err e;

	if ((e = store_signin_count(cx, key_of(cx, peer), &count,
	    &since)) != OK)
		return e;
	wait = since > cx->now ? 0 : since + SHARE_ROOM_WINDOW - cx->now;
	if (count < SHARE_ROOM_WRONG || wait <= 0)
		return OK;
	cx->wait = wait;
	return refuse(cx, ERR_OFTEN, "%s", _("Too many tries in a short "
	    "time. Wait a while, then try again."));
}

enum err
share_room_link(struct ctx *cx, const char *token, struct share **out)
{
	unsigned char hash[DIGEST_SIZE];
	enum err e;

	hash_of(token, hash);
	if ((e = store_share_by_link(cx, hash, out)) != OK)
		return e;
	return *out != NULL ? OK : nothing(cx);
}

/* May this person share the dossier now? Other refusals are in the way. */
static enum err
as_keeper(struct ctx *cx, const struct share *s, int64_t person,
    struct dossier **out)
{
	bool fits;
	enum err e;

	*out = NULL;
	if (person == 0)
		return OK;
	if ((e = access_enter(cx, person)) == OK &&
	    (cx->rights & RIGHT_STAFF) != 0)
		e = dossier_open(cx, s->number, LEVEL_WORK, out);
	if (e == ERR_MISSING || e == ERR_FORBIDDEN || e == ERR_SIGNON)
		e = OK;
	if (*out != NULL && e == OK && ((e = share_fits(cx, *out,
	    &fits)) != OK || !fits || absence_own(*out) < LEVEL_WORK))
		*out = NULL;
	cx->why = NULL;
	return e;
}

/* Enters as who answers for the room; what that person chose for their own
 * pages does not matter here. */
enum err
share_room_keeper(struct ctx *cx, struct share_room *r)
{
	const struct share *s = r->share;
	const char *lang = cx->lang, *zone = cx->zone;
	struct staff *who = NULL;
	enum err e;

	cx->reading = NULL;	/* it is not they who read */
	if ((e = as_keeper(cx, s, s->maker, &r->d)) == OK && r->d == NULL)
		e = as_keeper(cx, s, s->lead, &r->d);
	cx->lang = lang;
	cx->zone = zone;
	cx->rights = 0;
	cx->shortcuts = false;
	cx->standing = NULL;
	cx->login = cx->name = "";
	if (e != OK)
		return e;
	if (r->d == NULL) {
		cx->viewer = 0;
		return nothing(cx);
	}
	r->d->for_whom = 0;
	if ((e = store_staff_get(cx, cx->viewer, &who)) != OK)
		return e;
	r->keeper = who == NULL ? "" : who->name;
	r->keeper_email = who == NULL ? "" : who->email;
	return OK;
}

/* The same for who comes from outside: nothing is there either of what no
 * consent lets them have today. */
static enum err
open_for(struct ctx *cx, struct share_room *r)
{
	struct consent_answer answer;
	enum err e;

	if ((e = share_room_keeper(cx, r)) != OK ||
	    (e = share_consent(cx, r->d, r->share, &answer)) != OK ||
	    answer.lacks[0] == '\0')
		return e;
	cx->viewer = 0;
	return nothing(cx);
}

enum err
share_room_knock(struct ctx *cx, const char *token, const char *peer)
{
	struct share_room r = { 0 };
	struct share *s;
	enum err e;

	if ((e = work_begin(cx, WORK_READ)) != OK)
		return e;
	if ((e = may_try(cx, peer)) == OK &&
	    (e = share_room_link(cx, token, &s)) == OK && s->aim != 0) {
		r.share = s;
		e = open_for(cx, &r);
		cx->viewer = 0;
	}
	work_undo(cx);
	if (e != ERR_MISSING)
		return e;
	if ((e = work_begin(cx, WORK_WRITE)) == OK &&
	    (e = count_wrong(cx, peer)) == OK)
		e = work_commit(cx);
	work_undo(cx);
	return e != OK ? e : nothing(cx);
}

static struct event_body *
body(struct ctx *cx, const struct share *s)
{
	struct event_body *b = event_body(cx);

	event_number(b, "share", s->no);
	event_fact(b, "receiver", s->name);
	return b;
}

static enum err
wrong(struct ctx *cx, const struct share_room *r, const char *peer)
{
	bool locked;
	enum err e;

	if ((e = store_share_wrong(cx, r->share, SHARE_TRIES,
	    &locked)) != OK || (e = count_wrong(cx, peer)) != OK)
		return e;
	if (!locked)
		return refuse_field(cx, "code", "%s", _("This is not the "
		    "code. Look at it again; after five wrong ones the link "
		    "is locked."));
	event_look_outside(cx, r->d, "share.locked", body(cx, r->share));
	e = notice_share(cx, r->d, cx->viewer, r->share->no);
	return e != OK ? e : nothing(cx);
}

enum err
share_room_prove(struct ctx *cx, const char *token, const char *peer,
    const char *code, const char **visit)
{
	unsigned char sum[DIGEST_SIZE], hash[DIGEST_SIZE];
	unsigned char bytes[VISIT_BYTES];
	struct share_room r = { 0 };
	struct share *s;
	enum err e;

	*visit = NULL;
	if ((e = share_room_link(cx, token, &s)) != OK)
		return e;
	r.share = s;
	if ((e = open_for(cx, &r)) != OK)
		return e;
	share_secret_sum(cx, token, code, sum);
	if (!digest_same(sum, s->code, sizeof(sum)))
		return wrong(cx, &r, peer);
	digest_random(bytes, sizeof(bytes));
	*visit = digest_token(cx->arena, bytes, sizeof(bytes));
	hash_of(*visit, hash);
	if ((e = store_share_right(cx, s)) != OK ||
	    (e = store_share_visit_add(cx, s, hash,
	    cx->now - SHARE_ROOM_SECONDS)) != OK ||
	    (s->opened == 0 &&
	    (e = notice_share(cx, r.d, cx->viewer, s->no)) != OK))
		return e;
	event_look_outside(cx, r.d, "share.opened", body(cx, s));
	return s->opened != 0 ? OK : disclosure_opened(cx, r.d, s);
}

enum err
share_room_leave(struct ctx *cx, const char *visit)
{
	unsigned char hash[DIGEST_SIZE];

	hash_of(visit, hash);
	return store_share_visit_end(cx, hash);
}

enum err
share_room_enter(struct ctx *cx, const char *visit, struct share_room *out)
{
	unsigned char hash[DIGEST_SIZE];
	struct share *s;
	enum err e;

	*out = (struct share_room){ 0 };
	hash_of(visit, hash);
	if ((e = store_share_by_visit(cx, hash,
	    cx->now - SHARE_ROOM_SECONDS, &s)) != OK)
		return e;
	if (s == NULL)
		return nothing(cx);
	out->share = s;
	return open_for(cx, out);
}

/* Those that are there still. */
static enum err
documents(struct ctx *cx, const struct share *s, struct share_document **out)
{
	struct share_document *f;
	enum err e;

	*out = NULL;
	if ((e = store_share_documents(cx, s, &f)) != OK)
		return e;
	for (; f != NULL; f = f->next)
		if (!f->hidden) {
			*out = f;
			out = &f->next;
		}
	*out = NULL;
	return OK;
}

enum err
share_room_look(struct ctx *cx, const struct share_room *r,
    struct share_shown *out)
{
	const struct share *s = r->share;
	enum err e;

	*out = (struct share_shown){ 0 };
	if ((e = documents(cx, s, &out->documents)) != OK ||
	    ((s->parts & SHARE_PARTIES) != 0 &&
	    (e = store_party_list(cx, r->d)) != OK) ||
	    ((s->parts & SHARE_HEARINGS) != 0 && (e =
	    proceeding_hearings(cx, r->d, &out->hearings)) != OK) ||
	    ((s->parts & SHARE_DEADLINES) != 0 &&
	    (e = deadline_list(cx, r->d, &out->deadlines)) != OK))
		return e;
	if ((s->parts & SHARE_PARTIES) != 0)
		out->parties = r->d->parties;
	event_look_outside(cx, r->d, "share.looked", body(cx, s));
	return OK;
}

enum err
share_room_document(struct ctx *cx, const struct share_room *r, int64_t no,
    struct share_document **out)
{
	struct event_body *b = body(cx, r->share);
	struct share_document *f;
	enum err e;

	if ((e = documents(cx, r->share, &f)) != OK)
		return e;
	while (f != NULL && f->no != no)
		f = f->next;
	if (f == NULL)
		return nothing(cx);
	*out = f;
	event_number(b, "no", f->document);
	event_fact(b, "name", f->name);
	event_within(b, f->document, f->compartment);
	event_look_outside(cx, r->d, "document.fetched", b);
	return OK;
}
