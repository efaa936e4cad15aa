/* SPDX-License-Identifier: MIT */
/* Links and codes of shares by mail, as the clock sends them. */
#include "domain/house/share_clock.h"

#include "base/config.h"
#include "domain/course/outbox_mail.h"
#include "domain/desk/share.h"
#include "domain/desk/share_room.h"
#include "domain/people/notice.h"
#include "domain/spine/event.h"
#include "domain/spine/work.h"
#include "store/store_share.h"
#include "store/store_share_mail.h"
#include "text/date.h"
#include "text/message.h"

#define CLAIM 600		/* seconds that a claim holds */
#define MAILS 200		/* of one run */
#define FAILURES 3		/* then the others would not leave either */
#define GIVE_UP 40		/* tries: about 3 days */

struct mailing {
	struct ctx *cx;
	struct share_mail *m;
	struct share *s;
	const char *code;	/* as it is read */
	struct outbox_mail mail;
	const char *why;	/* it cannot leave */
};

/* As who answers for it, or NULL: nobody does. */
static enum err
enter(struct mailing *x, struct share_room *r)
{
	enum err e;

	*r = (struct share_room){ .share = x->s };
	e = share_room_keeper(x->cx, r);
	if (e != ERR_MISSING)
		return e;
	x->cx->why = NULL;
	r->d = NULL;
	return OK;
}

/* The system again, which acts for nobody. */
static void
leave(struct ctx *cx)
{
	work_undo(cx);
	cx->viewer = 0;
	cx->lang = cx->conf->language;
	cx->zone = cx->conf->timezone;
}

static const char *
say(struct mailing *x, const char *text)
{
	return message_in(x->m->lang, text);
}

static void
write_link(struct mailing *x, const char *keeper, const char *token)
{
	struct ctx *cx = x->cx;

	x->mail.subject = arena_printf(cx->arena, "%s: %s",
	    cx->conf->site_name, say(x, N_("Something is shared with you")));
	x->mail.text = arena_printf(cx->arena, "%s\n\n  %s/portal/share/%s"
	    "\n\n%s\n\n%s\n\n-- \n%s\n", arena_printf(cx->arena,
	    say(x, N_("%s shares something with you, until %s. This link "
	    "opens it:")), keeper, date_text(cx->arena, x->m->lang, cx->zone,
	    x->s->until, cx->now, DATE_MOMENT)), cx->conf->base_url, token,
	    say(x, N_("It asks for a code, which you get by another way. If "
	    "you had a link before, it opens nothing any more.")),
	    say(x, N_("Link and code are for you alone. What you open is "
	    "written down.")), cx->conf->site_name);
}

static void
write_code(struct mailing *x, const char *keeper)
{
	struct ctx *cx = x->cx;

	x->mail.subject = arena_printf(cx->arena, "%s: %s",
	    cx->conf->site_name, say(x, N_("A code")));
	x->mail.text = arena_printf(cx->arena, "%s\n\n  %s\n\n%s\n\n-- \n"
	    "%s\n", arena_printf(cx->arena, say(x, N_("%s shares something "
	    "with %s by a link. This is the code that it asks for:")),
	    keeper, x->s->name), x->code, say(x, N_("It comes apart from the "
	    "link, because neither is enough alone. Please pass it on to "
	    "nobody else.")), cx->conf->site_name);
}

/* The mail; of a link, another one in place of the former. */
static enum err
prepare(struct mailing *x)
{
	struct share_secret secret = { .code = x->code };
	struct consent_answer answer;
	struct share_room r;
	enum err e;

	if (x->s == NULL || !share_is_open(x->cx, x->s) ||
	    x->code[0] == '\0') {
		x->why = N_("It was not needed any more.");
		return OK;
	}
	if ((e = enter(x, &r)) != OK)
		return e;
	if (r.d == NULL) {
		x->why = N_("Nobody answers for the link any more.");
		return OK;
	}
	if ((e = share_consent(x->cx, r.d, x->s, &answer)) != OK)
		return e;
	if (answer.lacks[0] != '\0') {
		x->why = N_("No consent lets it leave any more.");
		return OK;
	}
	x->mail.to_name = x->s->name;
	x->mail.to = x->m->email;
	if (x->m->code) {
		write_code(x, r.keeper);
		return OK;
	}
	share_secret_link(x->cx, &secret);
	write_link(x, r.keeper, secret.token);
	if ((e = store_share_renew(x->cx, x->s, &secret)) != OK)
		return e;
	return store_share_visits_end(x->cx, x->s);
}

static enum err
claim(struct mailing *x)
{
	enum err e;

	if ((e = work_begin(x->cx, WORK_WRITE)) == OK &&
	    (e = store_share_mail_claim(x->cx, x->cx->now + CLAIM, &x->m,
	    &x->s, &x->code)) == OK && x->m != NULL &&
	    (e = prepare(x)) == OK)
		e = work_commit(x->cx);
	leave(x->cx);
	return e;
}

static enum err
note(struct mailing *x, struct dossier *d, bool taken)
{
	struct event_body *b = event_body(x->cx);

	event_actor(b, 0);
	event_number(b, "share", x->s->no);
	event_fact(b, "receiver", x->s->name);
	event_fact(b, "what", x->m->code ? "code" : "link");
	event_fact(b, "email", x->m->email);
	return event_add(x->cx, d, taken ? "share.mailed" : "share.unmailed",
	    b);
}

/* What became of it; nobody is told where nobody answers for it. */
static enum err
finish(struct mailing *x, bool taken)
{
	const char *said = taken ? "" : x->why;
	struct share_room r = { .d = NULL };
	enum err e;

	if ((e = store_share_mail_end(x->cx, x->m, taken, said)) != OK ||
	    x->s == NULL || (e = enter(x, &r)) != OK || r.d == NULL ||
	    (e = note(x, r.d, taken)) != OK || taken)
		return e;
	return notice_share(x->cx, r.d, x->cx->viewer, x->s->no);
}

/* Ever more rarely: 2, 4, 8 ... minutes, then every 2 hours. */
static int64_t
later(const struct mailing *x)
{
	return x->cx->now + (x->m->tries < 6 ? 120 << x->m->tries : 7200);
}

static enum err
end(struct mailing *x, bool taken, bool again)
{
	enum err e;

	if ((e = work_begin(x->cx, WORK_WRITE)) == OK &&
	    (e = again && x->m->tries < GIVE_UP ?
	    store_share_mail_put_off(x->cx, x->m, later(x), x->why) :
	    finish(x, taken)) == OK)
		e = work_commit(x->cx);
	leave(x->cx);
	return e;
}

static enum err
send(struct mailing *x, struct share_clock_report *out)
{
	enum outbox_mail_end sent;

	if (x->why != NULL) {
		out->dropped++;
		return end(x, false, false);
	}
	sent = outbox_mail_send(x->cx, &x->mail, &x->why);
	if (sent == OUTBOX_MAIL_SENT)
		out->sent++;
	else
		out->failed++;
	return end(x, sent == OUTBOX_MAIL_SENT, sent == OUTBOX_MAIL_LATER);
}

enum err
share_clock(struct ctx *cx, struct share_clock_report *out)
{
	struct mailing x;
	enum err e = OK;
	int i;

	*out = (struct share_clock_report){ 0 };
	if (!share_mail_used(cx))
		return OK;
	for (i = 0; i < MAILS && e == OK && out->failed < FAILURES; i++) {
		x = (struct mailing){ .cx = cx };
		if ((e = claim(&x)) != OK || x.m == NULL)
			break;
		e = send(&x, out);
	}
	return e;
}
