/* SPDX-License-Identifier: MIT */
/* Asking the directory who somebody is, a limited number of times. */
#include "domain/signin.h"

#include <string.h>

#include "base/log.h"
#include "directory/directory.h"
#include "domain/staff.h"
#include "store/db.h"
#include "store/store_signin.h"
#include "store/store_staff.h"
#include "text/date.h"
#include "text/fold.h"
#include "text/message.h"

struct signin {
	struct directory_person *person;
	const char *name_key, *address_key;
};

/* Refuses when a key has used up its tries of the window. */
static enum err
check_count(struct ctx *cx, const char *key, int64_t most)
{
	int64_t count, since, wait;
	enum err e;

	if ((e = store_signin_count(cx, key, &count, &since)) != OK)
		return e;
	wait = since + SIGNIN_WINDOW - cx->now;
	if (count < most || wait <= 0)
		return OK;
	return refuse(cx, ERR_OFTEN, _("Too many tries to sign in. Wait %s, "
	    "then try again."), date_span(cx->arena, cx->lang,
	    wait < 60 ? 60 : (wait + 59) / 60 * 60));
}

/* Counts the try before it is made, so that tries at the same moment do
 * not slip through together. */
static enum err
reserve(struct ctx *cx, const struct signin *s)
{
	int64_t before = cx->now - SIGNIN_WINDOW;
	enum err e;

	if ((e = db_begin(cx, DB_WRITE)) != OK)
		return e;
	if ((e = check_count(cx, s->address_key,
	    SIGNIN_TRIES_ADDRESS)) != OK ||
	    (e = check_count(cx, s->name_key, SIGNIN_TRIES)) != OK ||
	    (e = store_signin_sweep(cx, before)) != OK ||
	    (e = store_signin_add(cx, s->name_key, before)) != OK ||
	    (e = store_signin_add(cx, s->address_key, before)) != OK) {
		db_rollback(cx);
		return e;
	}
	return db_commit(cx);
}

/* The directory said nothing: nobody guessed. */
static void
take_back(struct ctx *cx, const struct signin *s)
{
	const char *why = cx->why;

	if (db_begin(cx, DB_WRITE) == OK) {
		if (store_signin_take_back(cx, s->name_key) == OK &&
		    store_signin_take_back(cx, s->address_key) == OK)
			db_commit(cx);
		else
			db_rollback(cx);
	}
	cx->why = why;
}

enum err
signin_ask(struct ctx *cx, const char *name, const char *password,
    const char *peer, struct signin **out)
{
	struct signin *s = arena_alloc(cx->arena, sizeof(*s));
	const char *key = fold(cx->arena, name);
	enum err e;

	*out = NULL;
	s->name_key = arena_printf(cx->arena, "name:%s", key);
	s->address_key = arena_printf(cx->arena, "address:%s", peer);
	if (*key == '\0' || *password == '\0')
		return refuse(cx, ERR_INVALID, _("Please enter your name "
		    "and your password."));
	if ((e = reserve(cx, s)) != OK) {
		if (e == ERR_OFTEN)
			log_warn("sign-in: too many tries from %s", peer);
		return e;
	}
	e = directory_signin(cx, name, password, &s->person);
	if (e == ERR_INVALID) {
		log_info("sign-in: refused, from %s", peer);
		return refuse(cx, ERR_INVALID, _("This name and password do "
		    "not belong together. Please check both and try "
		    "again."));
	}
	if (e != OK) {
		take_back(cx, s);
		return e;
	}
	*out = s;
	return OK;
}

enum err
signin_accept(struct ctx *cx, const struct signin *s, int64_t *person)
{
	struct staff *staff;
	enum err e;

	if ((e = store_signin_forget(cx, s->name_key)) != OK ||
	    (e = store_signin_take_back(cx, s->address_key)) != OK ||
	    (e = staff_take(cx, s->person, cx->now, person)) != OK ||
	    (e = store_staff_get(cx, *person, &staff)) != OK)
		return e;
	if (staff == NULL || !staff_has_role(staff)) {
		log_info("sign-in: person %lld has no role",
		    (long long)*person);
		return refuse(cx, ERR_FORBIDDEN, _("Your password is right, "
		    "but none of your groups gives you a role here. Please "
		    "ask your administrator."));
	}
	log_info("sign-in: person %lld", (long long)*person);
	return store_staff_seen(cx, *person);
}
