/* SPDX-License-Identifier: MIT */
/* Asking the directory who somebody is, a limited number of times. */
#include "domain/people/signin.h"

#include "base/config.h"
#include "base/log.h"
#include "directory/directory.h"
#include "domain/people/staff.h"
#include "store/db.h"
#include "store/store_signin.h"
#include "store/store_staff.h"
#include "text/date.h"
#include "text/fold.h"
#include "text/message.h"

struct signin {
	struct directory_person *person;
	struct directory_verdict verdict;
	const char *name_key, *address_key;	/* NULL: nothing was counted */
};

#define EXPIRES_SOON (14 * 24 * 3600)	/* worth a sentence */

/* Refuses when a key has used up its tries of the window. */
static enum err
check_count(struct ctx *cx, const char *key, int64_t most)
{
	int64_t count, since, wait;
	enum err e;

	if ((e = store_signin_count(cx, key, &count, &since)) != OK)
		return e;
	/* in the future: noted while the clock was wrong */
	wait = since > cx->now ? 0 : since + SIGNIN_WINDOW - cx->now;
	if (count < most || wait <= 0)
		return OK;
	cx->wait = wait;
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
	    (e = store_signin_add(cx, s->name_key, before)) != OK ||
	    (e = store_signin_add(cx, s->address_key, before)) != OK) {
		db_rollback(cx);
		return e;
	}
	return db_commit(cx);
}

enum err
signin_sweep(struct ctx *cx)
{
	return store_signin_sweep(cx, cx->now - SIGNIN_WINDOW);
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

/* Where passwords are changed, behind a sentence that says they must be. */
static const char *
where(struct ctx *cx, const char *sentence)
{
	return *cx->conf->password_url == '\0' ? sentence :
	    arena_printf(cx->arena, _("%s Change it at %s."), sentence,
	    cx->conf->password_url);
}

/* Nobody gets here who only guesses: the password was right. */
static enum err
refuse_word(struct ctx *cx, enum directory_word word)
{
	switch (word) {
	case DIRECTORY_EXPIRED:
		return refuse(cx, ERR_FORBIDDEN, "%s", where(cx,
		    _("Your password is right, but too old. Change it "
		    "first, then sign in with the new one.")));
	case DIRECTORY_RESET:
		return refuse(cx, ERR_FORBIDDEN, "%s", where(cx,
		    _("Your password is right, but somebody else set it. "
		    "Change it first, then sign in with the new one.")));
	case DIRECTORY_HOURS:
		return refuse(cx, ERR_FORBIDDEN, _("Your password is right, "
		    "but the staff directory does not let you in at this "
		    "time or from here. Please ask your administrator."));
	default:
		return refuse(cx, ERR_FORBIDDEN, _("Your password is right, "
		    "but your account is shut in the staff directory. "
		    "Please ask your administrator."));
	}
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
	e = directory_signin(cx, name, password, &s->verdict, &s->person);
	if (e == ERR_INVALID && s->verdict.word != DIRECTORY_NOTHING)
		return refuse_word(cx, s->verdict.word);
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
signin_prove(struct ctx *cx, const char *name, const char *password,
    const char *peer, struct signin **out)
{
	enum err e;

	if ((e = signin_ask(cx, name, password, peer, out)) != OK ||
	    (e = db_begin(cx, DB_WRITE)) != OK)
		return e;
	if ((e = store_signin_forget(cx, (*out)->name_key)) != OK ||
	    (e = store_signin_take_back(cx, (*out)->address_key)) != OK) {
		db_rollback(cx);
		return e;
	}
	(*out)->name_key = (*out)->address_key = NULL;
	return db_commit(cx);
}

enum err
signin_trust(struct ctx *cx, const char *name, struct signin **out)
{
	struct signin *s = arena_alloc(cx->arena, sizeof(*s));
	enum err e;

	*out = NULL;
	s->verdict.expires = s->verdict.grace = -1;
	e = directory_lookup(cx, name, &s->person);
	if (e == ERR_INVALID)
		return refuse(cx, ERR_FORBIDDEN, _("The staff directory has "
		    "no open account for %s, or more than one. Please ask "
		    "your administrator."), name);
	if (e == OK)
		*out = s;
	return e;
}

enum err
signin_accept(struct ctx *cx, const struct signin *s, int64_t *person)
{
	struct staff *staff;
	enum err e;

	if (s->name_key != NULL &&
	    ((e = store_signin_forget(cx, s->name_key)) != OK ||
	    (e = store_signin_take_back(cx, s->address_key)) != OK))
		return e;
	if ((e = staff_take(cx, s->person, cx->now, person)) != OK ||
	    (e = store_staff_get(cx, *person, &staff)) != OK)
		return e;
	if (staff == NULL || !staff_has_role(staff)) {
		log_info("sign-in: person %lld has no role",
		    (long long)*person);
		return refuse(cx, ERR_FORBIDDEN, _("The staff directory "
		    "knows you, but none of your groups gives you a role "
		    "here. Please ask your administrator which group you "
		    "need."));
	}
	log_info("sign-in: person %lld", (long long)*person);
	return store_staff_seen(cx, *person);
}

const char *
signin_warning(struct ctx *cx, const struct signin *s)
{
	const struct directory_verdict *v = &s->verdict;

	if (v->grace > 0)
		return where(cx, arena_printf(cx->arena, message_plural(
		    "Your password is too old. You can sign in with it "
		    "%d more time.", "Your password is too old. You can sign "
		    "in with it %d more times.", v->grace), v->grace));
	if (v->grace == 0)
		return where(cx, _("Your password is too old. You cannot "
		    "sign in with it again."));
	if (v->expires >= 0 && v->expires <= EXPIRES_SOON)
		return where(cx, arena_printf(cx->arena,
		    _("Your password can be used for %s more."),
		    date_span(cx->arena, cx->lang, v->expires)));
	return NULL;
}
