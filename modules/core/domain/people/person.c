/* SPDX-License-Identifier: MIT */
/* Persons and organisations: registered once, found in many ways. */
#include "domain/people/person.h"

#include <string.h>

#include "base/count.h"
#include "domain/people/search.h"
#include "domain/spine/dossier_number.h"
#include "domain/spine/event.h"
#include "domain/spine/keep.h"
#include "domain/type/casetype.h"
#include "store/db.h"
#include "store/store_person.h"
#include "store/store_timeline.h"
#include "text/date.h"
#include "text/fold.h"
#include "text/message.h"

#define COUNTED 1001
#define STAFF_LISTED 50	/* more are typed by name */
#define LATEST 200	/* changes that are looked through */

/* Who registers requests finds everybody, so that nobody is made twice. */
static bool
sees_all(const struct ctx *cx)
{
	return (cx->rights & RIGHT_INTAKE) != 0;
}

static bool
email_ok(const char *email)
{
	const char *at = strchr(email, '@');

	return at != NULL && at != email && at[1] != '\0' &&
	    strchr(at + 1, '@') == NULL && strpbrk(email, " \t<>,;") == NULL;
}

/* A name is what is shown: as given, or made of its two parts. */
static void
name_of(struct ctx *cx, struct person *p)
{
	if (p->name[0] != '\0' || p->organisation)
		return;
	p->name = p->given[0] == '\0' ? p->family :
	    p->family[0] == '\0' ? p->given :
	    arena_printf(cx->arena, "%s %s", p->given, p->family);
}

static enum err
fill_identifiers(struct ctx *cx, const struct person_new *n, struct person *p)
{
	struct identifier **tail = &p->identifiers, *i;
	const struct identifier *typed;
	const char *field;
	enum err e, bad = OK;
	int no = 0;

	*tail = NULL;
	for (typed = n->identifiers; typed != NULL; typed = typed->next, no++) {
		i = arena_alloc(cx->arena, sizeof(*i));
		field = arena_printf(cx->arena, "i.%d.value", no);
		if ((e = keep_text(cx, field, typed->value, 0, 200,
		    false, &i->value)) != OK)
			bad = e;
		field = arena_printf(cx->arena, "i.%d.kind", no);
		if ((e = keep_text(cx, field, typed->kind, 0, 60,
		    false, &i->kind)) != OK)
			bad = e;
		if (bad != OK || i->value[0] == '\0')
			continue;
		if (i->kind[0] == '\0')
			bad = refuse_field(cx, field, "%s", _("Say what this "
			    "is, such as “Customer number”."));
		i->kind = person_words_code(cx, i->kind);
		*tail = i;
		tail = &i->next;
	}
	return bad;
}

static enum err
fill_addresses(struct ctx *cx, const struct person_new *n, struct person *p)
{
	struct address **tail = &p->addresses, *a;
	const struct address *typed;
	const char *const *k;
	enum err e, bad = OK;
	int no = 0;

	*tail = NULL;
	for (typed = n->addresses; typed != NULL; typed = typed->next, no++) {
		a = arena_alloc(cx->arena, sizeof(*a));
		if ((e = keep_text(cx, arena_printf(cx->arena,
		    "a.%d.text", no), typed->text, 0, 500, true,
		    &a->text)) != OK)
			bad = e;
		if (e != OK || a->text[0] == '\0')
			continue;
		for (k = person_words_addresses; *k != NULL; k++)
			if (strcmp(*k, typed->kind) == 0)
				break;
		a->kind = *k == NULL ? "other" : *k;
		*tail = a;
		tail = &a->next;
	}
	return bad;
}

/* A day that is known, and not before it came. */
static enum err
day(struct ctx *cx, const char *field, const char *typed, const char **out)
{
	if (typed == NULL)
		return OK;
	*out = fold_tidy(cx->arena, typed, false);
	if ((*out)[0] == '\0')
		return OK;
	if (!date_civil_ok(*out))
		return refuse_field(cx, field, "%s",
		    _("This day does not exist."));
	return strcmp(*out, date_today(cx->arena, cx->zone, cx->now)) <= 0 ?
	    OK : refuse_field(cx, field, "%s",
	    _("This day lies in the future."));
}

/* What programs of patients know of a person besides. */
static enum err
fill_facts(struct ctx *cx, const struct person_new *n, struct person *p)
{
	const char *const *s;
	enum err e, bad = OK;

	if ((e = day(cx, "born", n->born, &p->born)) != OK)
		bad = e;
	if ((e = day(cx, "died", n->died, &p->died)) != OK)
		bad = e;
	else if (p->died[0] != '\0' && strcmp(p->died, p->born) < 0)
		bad = refuse_field(cx, "died", "%s",
		    _("Nobody dies before they are born."));
	if (n->sex == NULL)
		return bad;
	for (s = person_words_sexes; *s != NULL; s++)
		if (strcmp(*s, n->sex) == 0)
			break;
	if (*s == NULL && n->sex[0] != '\0')
		bad = refuse_field(cx, "sex", "%s",
		    _("Choose one of the list."));
	p->sex = n->sex;
	return bad;
}

static enum err
fill(struct ctx *cx, const struct person_new *n, struct person *p)
{
	const struct { const char *field, *typed; size_t max; bool lines;
	    const char **out; } texts[] = {
		{ "name", n->name, 200, false, &p->name },
		{ "given", n->given, 100, false, &p->given },
		{ "family", n->family, 100, false, &p->family },
		{ "email", n->email, 254, false, &p->email },
		{ "phone", n->phone, 50, false, &p->phone },
		{ "address", n->address, 500, true, &p->address },
		{ "language", n->language, 10, false, &p->language }
	};
	enum err e, bad = OK;
	size_t i;

	for (i = 0; i < COUNT(texts); i++) {
		e = keep_text(cx, texts[i].field, texts[i].typed, 0,
		    texts[i].max, texts[i].lines, texts[i].out);
		if (e != OK)
			bad = e;
	}
	p->organisation = n->organisation;
	name_of(cx, p);
	if (p->name[0] == '\0')
		bad = refuse_field(cx, n->organisation ? "name" : "family",
		    "%s", _("Give a name."));
	if (p->email[0] != '\0' && !email_ok(p->email))
		bad = refuse_field(cx, "email", "%s", _("This is not an "
		    "e-mail address: it needs a name, an @ and a place."));
	if ((e = fill_facts(cx, n, p)) != OK)
		bad = e;
	if ((e = fill_identifiers(cx, n, p)) != OK)
		bad = e;
	return (e = fill_addresses(cx, n, p)) != OK ? e : bad;
}

static const char *
identifiers_text(struct ctx *cx, const struct person *p)
{
	const struct identifier *i;
	const char *text = "";

	for (i = p->identifiers; i != NULL; i = i->next)
		text = arena_printf(cx->arena, "%s%s%s %s", text,
		    text[0] == '\0' ? "" : ", ", i->kind, i->value);
	return text;
}

static const char *
addresses_text(struct ctx *cx, const struct person *p)
{
	const struct address *a;
	const char *text = "";

	for (a = p->addresses; a != NULL; a = a->next)
		text = arena_printf(cx->arena, "%s%s%s: %s", text,
		    text[0] == '\0' ? "" : "\n", a->kind, a->text);
	return text;
}

static struct event_body *
body_of(struct ctx *cx, const struct person *old, const struct person *p)
{
	struct event_body *b = event_body(cx);

	event_fact(b, "number", p->number);
	event_change(b, "name", old->name, p->name);
	event_change(b, "given", old->given, p->given);
	event_change(b, "family", old->family, p->family);
	event_change(b, "email", old->email, p->email);
	event_change(b, "phone", old->phone, p->phone);
	event_change(b, "address", old->address, p->address);
	event_change(b, "language", old->language, p->language);
	event_change(b, "born", old->born, p->born);
	event_change(b, "died", old->died, p->died);
	event_change(b, "sex", old->sex, p->sex);
	event_change(b, "identifiers", identifiers_text(cx, old),
	    identifiers_text(cx, p));
	event_change(b, "addresses", addresses_text(cx, old),
	    addresses_text(cx, p));
	return b;
}

enum err
person_check(struct ctx *cx, const struct person_new *n)
{
	struct person p = { .born = "", .died = "", .sex = "" };

	return fill(cx, n, &p);
}

enum err
person_add(struct ctx *cx, const struct person_new *n, struct person **out)
{
	static const struct person nobody = { .name = "", .given = "",
	    .family = "", .email = "", .phone = "", .address = "",
	    .language = "", .born = "", .died = "", .sex = "" };
	struct person *p = arena_alloc(cx->arena, sizeof(*p));
	enum err e;
	int i;

	*out = NULL;
	p->login = p->likely = p->born = p->died = p->sex = "";
	p->version = 1;
	if ((e = fill(cx, n, p)) != OK)
		return e;
	for (i = 0; i < DOSSIER_NUMBER_TRIES && p->id == 0; i++) {
		p->number = dossier_number_person(cx);
		if ((e = store_person_add(cx, p)) != OK)
			return e;
	}
	if (p->id == 0)
		return dossier_number_none(cx);
	if ((e = store_person_more_save(cx, p)) != OK)
		return e;
	*out = p;
	return event_add_topic(cx, "persons", "person.added",
	    body_of(cx, &nobody, p));
}

enum err
person_change(struct ctx *cx, struct person *p, const struct person_new *n,
    int64_t version)
{
	struct person new = *p, old = *p;
	enum err e;

	if (version != p->version)
		return db_stale(cx);
	/* The directory says who the staff are; it would win at next sync. */
	if (p->login[0] != '\0')
		return refuse(cx, ERR_FORBIDDEN, "%s", _("Names of the staff "
		    "come from the directory and are changed there."));
	if ((e = fill(cx, n, &new)) != OK)
		return e;
	if (!n->more) {
		new.identifiers = old.identifiers;
		new.addresses = old.addresses;
	}
	if ((e = store_person_save(cx, &new)) != OK ||
	    (n->more && (e = store_person_more_save(cx, &new)) != OK) ||
	    (e = search_person(cx, p->id)) != OK)
		return e;
	*p = new;
	if ((e = event_add_topic(cx, "persons", "person.changed",
	    body_of(cx, &old, p))) != OK)
		return e;
	return search_person(cx, p->id);
}

enum err
person_latest(struct ctx *cx, struct event **out)
{
	return store_timeline_topic(cx, "persons", LATEST, out);
}

enum err
person_open(struct ctx *cx, const char *number, struct person **out)
{
	const char *merged;
	enum err e;

	if ((e = store_person_find(cx, number, sees_all(cx), out)) != OK)
		return e;
	if (*out == NULL) {
		if ((e = store_person_merge_into(cx, number, &merged)) != OK ||
		    (merged[0] != '\0' && (e = store_person_find(cx, merged,
		    sees_all(cx), out)) != OK))
			return e;
	}
	if (*out == NULL)
		return refuse(cx, ERR_MISSING, "%s",
		    _("There is no such person, or they are not for you."));
	return store_person_more(cx, *out);
}

enum err
person_count(struct ctx *cx, struct person *list)
{
	return store_person_count(cx, list, COUNTED);
}

enum err
person_dossiers(struct ctx *cx, const struct person *p, const char *after,
    int limit, struct person_dossier **out)
{
	struct person_dossier **tail = out, *pd;
	struct store_person_dossier *row;
	const char *number = "";
	int64_t no = 0;
	enum err e;

	*out = NULL;
	if (!dossier_number_split(cx, after, &number, &no))
		number = "";
	if ((e = store_person_dossiers(cx, p->id, number, no, limit,
	    &row)) != OK)
		return e;
	for (; row != NULL; row = row->next) {
		pd = arena_alloc(cx->arena, sizeof(*pd));
		pd->key = arena_printf(cx->arena, "%s.%lld", row->number,
		    (long long)row->no);
		pd->number = row->number;
		pd->title = row->title;
		pd->status = row->status;
		pd->role = row->role;
		pd->added = row->added;
		pd->ended = row->ended;
		/* kept by the process: no statement for a known type */
		if ((e = casetype_by_id(cx, row->type_id, &pd->type)) != OK)
			return e;
		*tail = pd;
		tail = &pd->next;
	}
	return OK;
}

enum err
person_staff(struct ctx *cx, struct person **out)
{
	return store_person_staff(cx, out);
}

enum err
person_staff_few(struct ctx *cx, struct person **out)
{
	int64_t n;
	enum err e;

	*out = NULL;
	if ((e = store_person_staff_count(cx, STAFF_LISTED + 1, &n)) != OK ||
	    n > STAFF_LISTED)
		return e;
	return store_person_staff(cx, out);
}

enum err
person_staff_named(struct ctx *cx, const char *name, int64_t *out)
{
	return store_person_staff_named(cx, fold(cx->arena, name), out);
}

enum err
person_teams(struct ctx *cx, struct team **out)
{
	return store_person_teams(cx, out);
}
