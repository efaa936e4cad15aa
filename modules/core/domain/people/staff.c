/* SPDX-License-Identifier: MIT */
/* Members of staff, as the directory and they themselves want them. */
#include "domain/people/staff.h"

#include <string.h>

#include "base/config.h"
#include "directory/directory.h"
#include "domain/people/access.h"
#include "domain/people/person.h"
#include "model/right.h"
#include "store/store_person.h"
#include "store/store_session.h"
#include "store/store_staff.h"
#include "text/date.h"
#include "text/fold.h"
#include "text/message.h"

/* One line, at most so many characters. */
static const char *
cut(struct ctx *cx, const char *text, size_t most)
{
	char *s = fold_tidy(cx->arena, text, false);
	size_t i, n = 0;

	for (i = 0; s[i] != '\0'; i++)
		if (((unsigned char)s[i] & 0xc0) != 0x80 && n++ == most)
			s[i--] = '\0';
	return s;
}

/* What an entry says of the person, as the person's row takes it. */
static struct person_new
describe(struct ctx *cx, const struct directory_person *dp)
{
	struct person_new n = { 0 };

	n.name = cut(cx, dp->name, 200);
	if (*n.name == '\0')
		n.name = cut(cx, dp->login, 200);
	n.given = cut(cx, dp->given, 100);
	n.family = cut(cx, dp->family, 100);
	n.email = cut(cx, dp->email, 254);
	n.phone = n.address = "";
	n.language = *dp->language == '\0' ? "" :
	    message_accept(dp->language, "");
	return n;
}

/* A mail address that our forms would not take keeps nobody out. */
static enum err
add_person(struct ctx *cx, const struct directory_person *dp,
    struct person **out)
{
	struct person_new n = describe(cx, dp);
	enum err e;

	if ((e = person_add(cx, &n, out)) != ERR_INVALID)
		return e;
	n.email = "";
	cx->mistakes = NULL;
	cx->why = NULL;
	return person_add(cx, &n, out);
}

static bool
is_same(const struct person_new *n, const struct person *p)
{
	return strcmp(n->name, p->name) == 0 &&
	    strcmp(n->given, p->given) == 0 &&
	    strcmp(n->family, p->family) == 0 &&
	    strcmp(n->email, p->email) == 0 &&
	    strcmp(n->language, p->language) == 0;
}

static enum err
refresh_person(struct ctx *cx, int64_t id, const struct directory_person *dp)
{
	struct person_new n = describe(cx, dp);
	struct person *p;
	enum err e;

	if ((e = store_person_get(cx, id, &p)) != OK || p == NULL)
		return e;
	/* What is not the directory's stays as people entered it here. */
	n.phone = p->phone;
	n.address = p->address;
	if (*n.language == '\0')
		n.language = p->language;
	p->login = "";	/* it is the directory itself that speaks here */
	if (is_same(&n, p))
		return OK;
	if ((e = person_change(cx, p, &n, p->version)) != ERR_INVALID)
		return e;
	n.email = p->email;
	cx->mistakes = NULL;
	cx->why = NULL;
	return is_same(&n, p) ? OK : person_change(cx, p, &n, p->version);
}

/* The login now belongs to another entry: whoever had it is gone. */
static enum err
free_login(struct ctx *cx, const char *login, int64_t keeper)
{
	struct staff *old;
	enum err e;

	if ((e = store_staff_by_login(cx, login, &old)) != OK)
		return e;
	if (old == NULL || old->id == keeper)
		return OK;
	old->login = arena_printf(cx->arena, "%s~%s", login, old->number);
	return staff_leave(cx, old);
}

bool
staff_has_role(const struct staff *s)
{
	return (s->rights & ~(unsigned int)RIGHT_SELF) != 0;
}

enum err
staff_take(struct ctx *cx, const struct directory_person *dp, int64_t asked,
    int64_t *person)
{
	struct person *p;
	struct staff *s;
	enum err e;

	if ((e = store_staff_by_directory(cx, dp->id, &s)) != OK ||
	    (e = free_login(cx, dp->login, s == NULL ? 0 : s->id)) != OK)
		return e;
	if (s == NULL) {
		if ((e = add_person(cx, dp, &p)) != OK)
			return e;
		s = arena_alloc(cx->arena, sizeof(*s));
		s->id = p->id;
		s->login = dp->login;
		s->directory_id = dp->id;
		s->dn = dp->dn;
		s->checked = asked;
		e = store_staff_add(cx, s);
	} else {
		s->login = dp->login;
		s->dn = dp->dn;
		s->enabled = true;
		s->checked = asked;
		if ((e = store_staff_refresh(cx, s)) == OK)
			e = refresh_person(cx, s->id, dp);
	}
	*person = s->id;
	if (e != OK || (e = access_apply(cx, s->id, dp->groups)) != OK ||
	    (e = store_staff_get(cx, s->id, &s)) != OK)
		return e;
	return staff_has_role(s) ? OK :
	    store_session_end_all(cx, s->id, cx->now);
}

enum err
staff_leave(struct ctx *cx, const struct staff *was)
{
	struct staff s = *was;
	enum err e;

	s.enabled = false;
	s.checked = cx->now;
	if ((e = store_staff_refresh(cx, &s)) != OK ||
	    (e = access_apply(cx, s.id, NULL)) != OK)
		return e;
	return store_session_end_all(cx, s.id, cx->now);
}

enum err
staff_self(struct ctx *cx, struct staff **out)
{
	enum err e;

	if ((e = store_staff_get(cx, cx->viewer, out)) != OK)
		return e;
	return *out != NULL ? OK : ERR_MISSING;
}

enum err
staff_called(struct ctx *cx, const char *login, const char **out)
{
	struct staff *s;
	enum err e;

	*out = "";
	if (*login == '\0' || (e = store_staff_by_login(cx, login, &s)) != OK)
		return *login == '\0' ? OK : e;
	if (s != NULL)
		*out = s->name;
	return OK;
}

enum err
staff_choose(struct ctx *cx, const char *language, const char *zone)
{
	const char *const *known;

	for (known = message_languages; *known != NULL; known++)
		if (strcmp(*known, language) == 0)
			break;
	if (*language != '\0' && *known == NULL)
		return refuse_field(cx, "language",
		    _("Please choose one of the languages."));
	if (*zone != '\0' && !date_zone_ok(zone))
		return refuse_field(cx, "zone",
		    _("This is no time zone. One looks like "
		    "Europe/Berlin."));
	return store_staff_choose(cx, cx->viewer, language, zone);
}

enum err
staff_mail(struct ctx *cx, bool on)
{
	return *cx->conf->mail_from == '\0' ? OK :
	    store_staff_mail(cx, cx->viewer, on);
}

enum err
staff_shortcuts(struct ctx *cx, bool on)
{
	return store_staff_shortcuts(cx, cx->viewer, on);
}

enum err
staff_sessions(struct ctx *cx, const void *current, size_t len,
    struct staff_session **out)
{
	return store_staff_sessions(cx, cx->viewer,
	    cx->now - cx->conf->session_idle,
	    cx->now - cx->conf->session_whole, current, len, out);
}

enum err
staff_fresh(struct ctx *cx, int64_t checked)
{
	if (cx->now - checked <= cx->conf->ldap_freshness)
		return OK;
	return refuse(cx, ERR_BUSY, _("The staff directory has not answered "
	    "for %s, so your rights cannot be checked. Nothing you entered "
	    "before is lost; please try again later."),
	    date_span(cx->arena, cx->lang, cx->now - checked));
}
