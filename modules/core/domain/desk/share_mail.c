/* SPDX-License-Identifier: MIT */
/* The link and the code of a share by mail: checked, queued, stopped. */
#include "domain/desk/share_mail.h"

#include <string.h>

#include "base/config.h"
#include "base/day.h"
#include "domain/course/outbox_mail.h"
#include "domain/spine/keep.h"
#include "store/store_person.h"
#include "store/store_share_mail.h"
#include "text/message.h"

#define LISTED 10
#define NAME 200
#define TROUBLES (30 * DAY)

bool
share_mail_used(const struct ctx *cx)
{
	return *cx->conf->mail_from != '\0';
}

static char
small(char c)
{
	return c >= 'A' && c <= 'Z' ? (char)(c - 'A' + 'a') : c;
}

/* Up to the "@", or to a "+" and what follows it: most servers put that into
 * the same box. */
static size_t
box_of(const char *email)
{
	return strcspn(email, "@+");
}

static bool
same(const char *a, const char *b, size_t n)
{
	while (n > 0 && small(*a) == small(*b)) {
		a++;
		b++;
		n--;
	}
	return n == 0;
}

static bool
same_box(const char *a, const char *b)
{
	const char *host = a + strcspn(a, "@"), *other = b + strcspn(b, "@");
	size_t n = box_of(a), hosts = strlen(host);

	return n == box_of(b) && same(a, b, n) && hosts == strlen(other) &&
	    same(host, other, hosts);
}

static enum err
address(struct ctx *cx, const char *field, const char *typed,
    const char **out)
{
	enum err e = keep_text(cx, field, typed, 0, NAME, false, out);

	if (e != OK || (*out)[0] == '\0' || outbox_mail_address(*out))
		return e;
	return refuse_field(cx, field, "%s", _("This is no e-mail address. "
	    "It looks like name@example.org."));
}

static enum err
apart(struct ctx *cx, const struct share_send *s)
{
	if (s->apart[0] == '\0')
		return refuse_field(cx, "apart", "%s", _("Write another "
		    "address for the code, or tell it by telephone."));
	return !same_box(s->email, s->apart) ? OK : refuse_field(cx, "apart",
	    "%s", _("The link goes there already. Whoever reads that mail "
	    "would have both: choose another address, or tell the code by "
	    "telephone."));
}

static enum err
known(struct ctx *cx, int64_t person, struct share_send *s)
{
	struct person *p = NULL;
	enum err e;

	if (person != 0 && (e = store_person_get(cx, person, &p)) != OK)
		return e;
	if (p != NULL && s->email[0] == '\0')
		s->email = p->email;
	if (p != NULL && s->lang[0] == '\0')
		s->lang = p->language;
	if (s->lang[0] == '\0')
		s->lang = cx->conf->language;
	return OK;
}

enum err
share_mail_check(struct ctx *cx, int64_t person, struct share_send *s)
{
	enum err e;

	if ((s->way != SHARE_BY_HAND &&
	    (e = known(cx, person, s)) != OK) ||
	    (e = address(cx, "email", s->email, &s->email)) != OK ||
	    s->way == SHARE_BY_HAND)
		return e;
	if (!share_mail_used(cx))
		return refuse_field(cx, "way", "%s", _("No mail leaves this "
		    "house. Hand on the link yourself."));
	if (s->email[0] == '\0')
		return refuse_field(cx, "email", "%s", _("Write the e-mail "
		    "address that the link goes to."));
	if (s->way == SHARE_BY_PHONE)
		return OK;
	if ((e = address(cx, "apart", s->apart, &s->apart)) != OK)
		return e;
	return apart(cx, s);
}

enum err
share_mail_queue(struct ctx *cx, const struct share *s,
    const struct share_send *send, const char *code)
{
	struct share_mail m = { .email = send->email, .lang = send->lang };
	enum err e;

	if ((e = store_share_mail_code(cx, s, code)) != OK ||
	    (e = store_share_mail_add(cx, s, &m)) != OK ||
	    send->way == SHARE_BY_PHONE)
		return e;
	m.code = true;
	m.email = send->apart;
	return store_share_mail_add(cx, s, &m);
}

enum err
share_mail_stop(struct ctx *cx, const struct share *s)
{
	return store_share_mail_stop(cx, s,
	    N_("It was not needed any more."));
}

enum err
share_mail_list(struct ctx *cx, const struct share *s,
    struct share_mail **out)
{
	return store_share_mail_list(cx, s, LISTED, out);
}

enum err
share_mail_troubles(struct ctx *cx, int64_t *failing, int64_t *given_up)
{
	return store_share_mail_state(cx, cx->now - TROUBLES, failing,
	    given_up);
}
