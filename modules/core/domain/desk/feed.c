/* SPDX-License-Identifier: MIT */
/* Private links to calendars: made, withdrawn, found. */
#include "domain/desk/feed.h"

#include "base/digest.h"
#include "domain/people/signin.h"
#include "domain/spine/event.h"
#include "store/db.h"
#include "store/store_feed.h"
#include "store/store_signin.h"
#include "text/message.h"

#define TOKEN_BYTES 32

static void
copy(const struct store_feed *s, struct feed *out)
{
	*out = (struct feed){ .person = s->person, .titles = s->titles,
	    .made = s->made };
}

enum err
feed_of_viewer(struct ctx *cx, struct feed *out)
{
	struct store_feed s = { 0 };
	enum err e = store_feed_of(cx, cx->viewer, &s);

	copy(&s, out);
	return e;
}

static void
hash_of(const char *token, unsigned char out[DIGEST_SIZE])
{
	size_t n = 0;

	while (token[n] != '\0')
		n++;
	digest_of(token, n, out);
}

enum err
feed_make(struct ctx *cx, bool titles, const char **token)
{
	struct store_feed s = { .person = cx->viewer, .titles = titles };
	unsigned char bytes[TOKEN_BYTES], hash[DIGEST_SIZE];
	struct event_body *b = event_body(cx);
	enum err e;

	digest_random(bytes, sizeof(bytes));
	*token = digest_token(cx->arena, bytes, sizeof(bytes));
	hash_of(*token, hash);
	if ((e = store_feed_put(cx, &s, hash)) != OK)
		return e;
	event_fact(b, "person", cx->name);
	return event_add_topic(cx, "persons", "feed.made", b);
}

enum err
feed_withdraw(struct ctx *cx)
{
	struct event_body *b = event_body(cx);
	struct store_feed s;
	enum err e;

	if ((e = store_feed_of(cx, cx->viewer, &s)) != OK)
		return e;
	if (s.person == 0)
		return refuse(cx, ERR_CONFLICT, "%s",
		    _("There is no link any more."));
	if ((e = store_feed_drop(cx, cx->viewer)) != OK)
		return e;
	event_fact(b, "person", cx->name);
	return event_add_topic(cx, "persons", "feed.withdrawn", b);
}

/* Has this address tried too often? */
static enum err
may_try(struct ctx *cx, const char *key)
{
	int64_t count, since, wait;
	enum err e;

	if ((e = store_signin_count(cx, key, &count, &since)) != OK)
		return e;
	wait = since > cx->now ? 0 : since + SIGNIN_WINDOW - cx->now;
	if (count < SIGNIN_TRIES_ADDRESS || wait <= 0)
		return OK;
	cx->wait = wait;
	return refuse(cx, ERR_OFTEN, "%s", _("Too many tries with links that "
	    "do not hold. Wait a while, then try again."));
}

/* A link that holds is given whatever else its address tried: nobody guesses
 * 32 bytes, and one address may serve a house. */
static enum err
look(struct ctx *cx, const char *token, const char *key, struct feed *out)
{
	unsigned char hash[DIGEST_SIZE];
	struct store_feed s = { 0 };
	enum err e;

	hash_of(token, hash);
	if ((e = db_begin(cx, DB_READ)) != OK)
		return e;
	if ((e = store_feed_find(cx, hash, &s)) == OK && s.person == 0)
		e = may_try(cx, key);
	db_rollback(cx);
	copy(&s, out);
	return e;
}

enum err
feed_find(struct ctx *cx, const char *token, const char *peer,
    struct feed *out)
{
	const char *key = arena_printf(cx->arena, "feed:%s", peer);
	enum err e = look(cx, token, key, out);

	if (e != OK || out->person != 0)
		return e;
	if ((e = db_begin(cx, DB_WRITE)) != OK)
		return e;
	if ((e = store_signin_add(cx, key, cx->now - SIGNIN_WINDOW)) != OK ||
	    (e = db_commit(cx)) != OK) {
		db_rollback(cx);
		return e;
	}
	return refuse(cx, ERR_MISSING, "%s", _("There is nothing at this "
	    "address, or it is not for you."));
}
