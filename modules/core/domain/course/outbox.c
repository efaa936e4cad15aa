/* SPDX-License-Identifier: MIT */
/* The outbox: claimed, looked up as the one to be told, sent, ended. */
#include "domain/course/outbox.h"

#include "base/buf.h"
#include "base/config.h"
#include "base/day.h"
#include "domain/course/outbox_mail.h"
#include "domain/people/access.h"
#include "domain/people/authority.h"
#include "domain/spine/work.h"
#include "store/store_glass.h"
#include "store/store_notice.h"
#include "store/store_outbox.h"
#include "store/store_staff.h"
#include "text/date.h"
#include "text/message.h"
#include "text/zone.h"

#define CLAIM 600		/* seconds that a claim holds */
#define SHOWN 20		/* lines of a mail */
#define MAILS 200		/* of one run */
#define GIVE_UP 40		/* tries: about 3 days */
#define KEPT (30 * DAY)

/* Somebody who wants and can get mail; else why not, "" as it should be. */
static const char *
unreachable(const struct staff *s)
{
	if (s == NULL || !s->enabled || !s->mail)
		return "";
	if (!outbox_mail_address(s->email))
		return N_("The directory has no e-mail address of theirs.");
	return NULL;
}

static void
add_deadline(struct ctx *cx, const struct store_outbox *o, struct buf *b)
{
	const char *day = date_text(cx->arena, cx->lang, cx->zone, o->due,
	    cx->now, DATE_DAY);

	buf_printf(b, message_in(cx->lang, o->due < cx->now ?
	    N_("A deadline of case %s was missed on %s.") :
	    N_("A deadline of case %s ends on %s.")), o->number, day);
	buf_printf(b, "\n  %s/dossiers/%s/deadlines/%lld\n\n",
	    cx->conf->base_url, o->number, (long long)o->no);
}

static void
add_promise(struct ctx *cx, const struct store_outbox *o, struct buf *b)
{
	const char *day = date_text(cx->arena, cx->lang, cx->zone, o->due,
	    cx->now, DATE_DAY);

	buf_printf(b, message_in(cx->lang, o->due < cx->now ?
	    N_("A promise on case %s was broken on %s.") :
	    N_("A promise on case %s is to be kept until %s.")), o->number,
	    day);
	buf_printf(b, "\n  %s/dossiers/%s/promises\n\n",
	    cx->conf->base_url, o->number);
}

static void
add_line(struct ctx *cx, const struct store_outbox *o, struct buf *b)
{
	const char *day;

	if (o->mention || o->change || o->silence) {
		buf_printf(b, message_in(cx->lang, o->change ?
		    N_("Case %s, which you follow, was changed.") :
		    o->silence ?
		    N_("Case %s is silent: it needs contact or a date.") :
		    N_("You are mentioned in a note on case %s.")),
		    o->number);
		buf_printf(b, "\n  %s/dossiers/%s\n\n", cx->conf->base_url,
		    o->number);
		return;
	}
	if (o->share) {
		buf_printf(b, message_in(cx->lang, N_("There is news of what "
		    "you share of case %s.")), o->number);
		buf_printf(b, "\n  %s/dossiers/%s/shares/%lld\n\n",
		    cx->conf->base_url, o->number, (long long)o->no);
		return;
	}
	if (o->service) {
		buf_printf(b, message_in(cx->lang, N_("A service is due on "
		    "case %s, or late.")), o->number);
		buf_printf(b, "\n  %s/medical/%s/services/%lld\n\n",
		    cx->conf->base_url, o->number, (long long)o->no);
		return;
	}
	if (o->consent) {
		buf_printf(b, message_in(cx->lang, N_("A consent on case %s "
		    "ends soon.")), o->number);
		buf_printf(b, "\n  %s/dossiers/%s/consents/%lld\n\n",
		    cx->conf->base_url, o->number, (long long)o->no);
		return;
	}
	if (o->promise) {
		add_promise(cx, o, b);
		return;
	}
	if (o->handover[0] != '\0') {
		buf_printf(b, "%s\n  %s/handovers/%s\n\n", message_in(
		    cx->lang, o->answered ?
		    N_("Your handover of work was answered.") :
		    N_("A handover of work waits for your answer.")),
		    cx->conf->base_url, o->handover);
		return;
	}
	if (o->no == 0) {
		buf_printf(b, message_in(cx->lang, N_("You lead case %s.")),
		    o->number);
		buf_printf(b, "\n  %s/dossiers/%s\n\n", cx->conf->base_url,
		    o->number);
		return;
	}
	if (o->approval) {
		buf_printf(b, message_in(cx->lang, o->answered ?
		    N_("Your request for approval on case %s was answered.") :
		    N_("An approval on case %s waits for you.")), o->number);
		buf_printf(b, "\n  %s/dossiers/%s/approvals/%lld\n\n",
		    cx->conf->base_url, o->number, (long long)o->no);
		return;
	}
	if (o->deadline) {
		add_deadline(cx, o, b);
		return;
	}
	if (o->due == 0) {
		buf_printf(b, message_in(cx->lang, N_("A task of case %s is "
		    "yours.")), o->number);
	} else {
		day = date_text(cx->arena, cx->lang, cx->zone, o->due,
		    cx->now, DATE_DAY);
		buf_printf(b, message_in(cx->lang, N_("A task of case %s is "
		    "yours. It is due on %s.")), o->number, day);
	}
	buf_printf(b, "\n  %s/dossiers/%s/tasks/%lld\n\n",
	    cx->conf->base_url, o->number, (long long)o->no);
}

/* Without the number of the case: an auditor may have no right to it. */
static void
add_glass(struct ctx *cx, const struct glass *g, struct buf *b)
{
	buf_printf(b, message_in(cx->lang, g->due < cx->now ?
	    N_("The review of an emergency access by %s is late.") :
	    N_("%s opened a case in an emergency.")), g->person_name);
	buf_printf(b, "\n  %s%s%s\n\n", cx->conf->base_url,
	    (cx->rights & RIGHT_AUDIT) != 0 ? "/break-glass/" : "/",
	    (cx->rights & RIGHT_AUDIT) != 0 ? g->number : "");
}

/* The whole mail, in the language of who gets it. */
static void
write_mail(struct ctx *cx, const struct staff *s, struct store_outbox *o,
    int64_t count, const struct glass *g, struct outbox_mail *mail)
{
	struct buf b = { 0 };
	int i;

	mail->to_name = s->name;
	mail->to = s->email;
	mail->subject = arena_printf(cx->arena, "%s: %s",
	    cx->conf->site_name, message_in(cx->lang,
	    g != NULL ? N_("Emergency access") :
	    N_("What is new for you")));
	for (; g != NULL; g = g->next)
		add_glass(cx, g, &b);
	for (i = 0; o != NULL && i < SHOWN; o = o->next, i++)
		add_line(cx, o, &b);
	if (count > SHOWN) {
		buf_printf(&b, message_plural_in(cx->lang, "And %ld more:",
		    "And %ld more:", (long)(count - SHOWN)),
		    (long)(count - SHOWN));
		buf_printf(&b, "\n  %s/\n\n", cx->conf->base_url);
	}
	buf_printf(&b, "-- \n%s\n%s/signon/me\n", message_in(cx->lang,
	    N_("You can switch off these mails here:")),
	    cx->conf->base_url);
	mail->text = arena_textn(cx->arena, b.data, b.len);
	buf_free(&b);
}

/* Looks it up as that person. *why: it needs no mail, or cannot have one. */
static enum err
look_up(struct ctx *cx, int64_t person, int64_t until,
    struct outbox_mail *mail, const char **why)
{
	struct store_outbox *rows = NULL;
	struct glass *broken = NULL;
	struct staff *s = NULL;
	int64_t count = 0;
	enum err e;

	*why = NULL;
	if ((e = store_staff_get(cx, person, &s)) != OK)
		return e;
	if ((*why = unreachable(s)) != NULL)
		return OK;
	cx->lang = cx->conf->language;
	cx->zone = cx->conf->timezone;
	if ((e = access_enter(cx, person)) != OK)
		return e;
	if ((cx->rights & RIGHT_STAFF) == 0) {
		*why = N_("Works on no cases any more.");
		return OK;
	}
	if ((e = store_outbox_claimed(cx, until, authority_today(cx), SHOWN,
	    &rows, &count)) != OK ||
	    (e = store_glass_told(cx, until, &broken)) != OK)
		return e;
	if (count == 0 && broken == NULL)
		*why = "";
	else
		write_mail(cx, s, rows, count, broken, mail);
	return OK;
}

/* Ever more rarely: 2, 4, 8 ... minutes, then every 2 hours. */
static int64_t
later(struct ctx *cx, int64_t tries)
{
	return cx->now + (tries < 6 ? 120 << tries : 7200);
}

static enum err
end(struct ctx *cx, int64_t person, int64_t until, int64_t tries,
    const char *why, bool again)
{
	enum err e;

	if ((e = work_begin(cx, WORK_WRITE)) != OK)
		return e;
	e = again && tries < GIVE_UP ?
	    store_outbox_put_off(cx, person, until, later(cx, tries), why) :
	    store_outbox_end(cx, person, until, why);
	if (e == OK)
		e = work_commit(cx);
	work_undo(cx);
	return e;
}

/* All of one person. *more: there was somebody. */
static enum err
send_one(struct ctx *cx, struct outbox_report *out, bool *more)
{
	const int64_t until = cx->now + CLAIM;
	struct outbox_mail mail = { 0 };
	enum outbox_mail_end sent;
	int64_t person, tries;
	const char *why;
	enum err e;

	*more = false;
	if ((e = work_begin(cx, WORK_WRITE)) != OK)
		return e;
	if ((e = store_outbox_claim(cx, until, &person, &tries)) == OK)
		e = work_commit(cx);
	work_undo(cx);
	if (e != OK || person == 0)
		return e;
	*more = true;
	if ((e = work_begin(cx, WORK_READ)) != OK)
		return e;
	e = look_up(cx, person, until, &mail, &why);
	work_undo(cx);
	cx->viewer = 0;
	if (e != OK)
		return e;
	if (why != NULL) {
		out->dropped++;
		return end(cx, person, until, tries, why, false);
	}
	sent = outbox_mail_send(cx, &mail, &why);
	if (sent == OUTBOX_MAIL_SENT) {
		out->sent++;
		return end(cx, person, until, tries, "", false);
	}
	out->failed++;
	out->why = why;
	return end(cx, person, until, tries, why,
	    sent == OUTBOX_MAIL_LATER);
}

/* An hour that the clocks skip is the next one, of one that comes twice the
 * first is meant. */
static struct store_notice_clocks
clocks(const struct ctx *cx)
{
	struct zone *z = zone_find(cx->conf->timezone);
	int64_t until = zone_until(z, cx->now);
	int32_t is = zone_offset(z, cx->now), will;
	int64_t wall = cx->now + is;
	struct store_notice_clocks k = { .midnight = wall - wall % DAY - is,
	    .changed = INT64_MAX };

	if (until > cx->now + 2 * DAY)
		return k;
	will = zone_offset(z, until);
	k.by = is - will;
	k.changed = k.by < 0 ? until - k.by : until;
	return k;
}

/* As each of those to be told has chosen. */
static enum err
sort(struct ctx *cx)
{
	struct store_notice_clocks k = clocks(cx);
	enum err e;

	if ((e = work_begin(cx, WORK_WRITE)) != OK)
		return e;
	e = *cx->conf->mail_from == '\0' ? store_notice_unmailed(cx) :
	    store_notice_sort(cx, &k);
	if (e == OK)
		e = work_commit(cx);
	work_undo(cx);
	return e;
}

enum err
outbox_troubles(struct ctx *cx, int limit, struct outbox_trouble **out)
{
	return store_outbox_troubles(cx, limit, out);
}

enum err
outbox_empty(struct ctx *cx, struct outbox_report *out)
{
	const char *lang = cx->lang, *zone = cx->zone;
	bool more;
	enum err e = OK;
	int i;

	*out = (struct outbox_report){ 0 };
	cx->viewer = 0;
	more = *cx->conf->mail_from != '\0';
	e = sort(cx);
	for (i = 0; i < MAILS && e == OK && more && out->failed < 3; i++)
		e = send_one(cx, out, &more);
	cx->lang = lang;
	cx->zone = zone;
	cx->viewer = 0;
	cx->rights = 0;
	cx->standing = NULL;
	if (e != OK || (e = work_begin(cx, WORK_WRITE)) != OK)
		return e;
	if ((e = store_outbox_forget(cx, cx->now - KEPT)) == OK)
		e = work_commit(cx);
	work_undo(cx);
	return e;
}
