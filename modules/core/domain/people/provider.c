/* SPDX-License-Identifier: MIT */
/* Who provides services: the directory. */
#include "domain/people/provider.h"

#include <string.h>

#include "domain/spine/event.h"
#include "domain/spine/keep.h"
#include "store/store_person.h"
#include "store/store_provider.h"
#include "text/fold.h"
#include "text/message.h"
#include "text/number.h"

#define WORD 100	/* characters of a service, an area, a language */
#define WORDS 30	/* of one kind */
#define MOST 100000	/* patients at a time */

static const struct {
	const char *what, *field;
} kinds[] = { { "service", "services" }, { "area", "areas" },
    { "language", "languages" } };
#define KINDS (sizeof(kinds) / sizeof(kinds[0]))

enum err
provider_list(struct ctx *cx, const struct provider_filter *f,
    struct provider **out)
{
	const struct store_provider_filter in = {
	    .name = fold_key(cx->arena, f->text),
	    .service = fold_key(cx->arena, f->service),
	    .area = fold_key(cx->arena, f->area),
	    .language = fold_key(cx->arena, f->language),
	    .accepting = f->accepting, .ended = f->ended,
	    .after = f->after, .limit = f->limit };

	return store_provider_list(cx, &in, out);
}

enum err
provider_open(struct ctx *cx, const char *number, struct provider **out)
{
	enum err e = store_provider_find(cx, number, out);

	return e != OK || *out != NULL ? e : refuse(cx, ERR_MISSING, "%s",
	    _("There is no such provider."));
}

enum err
provider_words(struct ctx *cx, const char *what, struct provider_word **out)
{
	return store_provider_all_words(cx, what, out);
}

bool
provider_is_full(const struct provider *v)
{
	return v->has_capacity && v->busy >= v->capacity;
}

/* The lines that were typed, each once. */
static enum err
read_words(struct ctx *cx, const char *field, const char *typed,
    const struct provider_word **out)
{
	const struct provider_word *o;
	struct provider_word *w;
	const char *line;
	size_t len;
	enum err e;
	int n = 0;

	for (*out = NULL; *typed != '\0'; typed += len +
	    (typed[len] != '\0')) {
		len = strcspn(typed, "\n");
		if ((e = keep_text(cx, field, arena_textn(cx->arena, typed,
		    len), 0, WORD, false, &line)) != OK)
			return e;
		for (o = *out; o != NULL && strcmp(o->key,
		    fold_key(cx->arena, line)) != 0;)
			o = o->next;
		if (line[0] == '\0' || o != NULL)
			continue;
		if (++n > WORDS)
			return refuse_field(cx, field, _("Write at most %d "
			    "lines."), WORDS);
		w = arena_alloc(cx->arena, sizeof(*w));
		w->words = line;
		w->key = fold_key(cx->arena, line);
		w->next = (struct provider_word *)*out;
		*out = w;
	}
	return OK;
}

static enum err
capacity_of(struct ctx *cx, const char *typed, struct provider *v)
{
	v->has_capacity = typed[0] != '\0';
	v->capacity = 0;
	if (v->has_capacity && (!number_parse(cx->lang, typed, 0,
	    &v->capacity) || v->capacity < 0 || v->capacity > MOST))
		return refuse_field(cx, "capacity", "%s", _("Write how many "
		    "patients they take at a time, as a whole number."));
	return OK;
}

static enum err
fill(struct ctx *cx, const struct provider_new *n, struct provider *v,
    const struct provider_word *words[KINDS])
{
	const char *typed[KINDS] = { n->services, n->areas, n->languages };
	enum err e, bad = OK;
	size_t i;

	for (i = 0; i < KINDS; i++)
		if ((e = read_words(cx, kinds[i].field, typed[i],
		    &words[i])) != OK)
			bad = e;
	if (bad == OK && words[0] == NULL)
		bad = refuse_field(cx, "services", "%s",
		    _("Write at least one service that they provide."));
	if ((e = keep_text(cx, "contact", n->contact, 0, KEEP_REASON, true,
	    &v->contact)) != OK)
		bad = e;
	if ((e = keep_text(cx, "about", n->about, 0, KEEP_TEXT, true,
	    &v->about)) != OK)
		bad = e;
	if ((e = capacity_of(cx, n->capacity, v)) != OK)
		bad = e;
	v->accepts = n->accepts;
	return bad;
}

static enum err
put_words(struct ctx *cx, const struct provider *v,
    const struct provider_word *const words[KINDS])
{
	enum err e = OK;
	size_t i;

	for (i = 0; i < KINDS && e == OK; i++)
		e = store_provider_put_words(cx, v, kinds[i].what, words[i]);
	return e;
}

static const char *
listed(struct ctx *cx, const struct provider_word *w)
{
	const char *text = "";

	for (; w != NULL; w = w->next)
		text = arena_printf(cx->arena, "%s%s%s", text,
		    text[0] == '\0' ? "" : ", ", w->words);
	return text;
}

static enum err
tell(struct ctx *cx, const char *kind, const struct provider *v,
    const struct provider_word *services, const char *why)
{
	struct event_body *b = event_body(cx);

	event_fact(b, "number", v->number);
	event_fact(b, "name", v->name);
	event_fact(b, "services", listed(cx, services));
	event_fact(b, "accepts", v->accepts ? "1" : "");
	event_why(b, why);
	return event_add_topic(cx, "providers", kind, b);
}

enum err
provider_add(struct ctx *cx, const char *person,
    const struct provider_new *n, struct provider **out)
{
	struct provider *v = arena_alloc(cx->arena, sizeof(*v)), *known;
	const struct provider_word *words[KINDS];
	enum err e, bad;

	*out = NULL;
	bad = fill(cx, n, v, words);
	v->number = fold_tidy(cx->arena, person, false);
	if ((e = store_person_by_number(cx, v->number, &v->person,
	    &v->name)) != OK)
		return e;
	if (v->person == 0)
		return refuse_field(cx, "person", "%s", _("Nobody of the "
		    "register has this number. Add them there first."));
	if (bad != OK)
		return bad;
	if ((e = store_provider_find(cx, v->number, &known)) != OK)
		return e;
	if (known != NULL && known->ended == 0)
		return refuse_field(cx, "person", _("%s is in the directory "
		    "already."), v->name);
	if (known != NULL) {
		v->id = known->id;
		e = store_provider_save(cx, v, known->version);
	} else {
		e = store_provider_add(cx, v);
	}
	if (e != OK || (e = put_words(cx, v, words)) != OK)
		return e;
	*out = v;
	return tell(cx, "provider.added", v, words[0], "");
}

enum err
provider_change(struct ctx *cx, struct provider *v,
    const struct provider_new *n, int64_t version)
{
	const struct provider_word *words[KINDS];
	enum err e;

	if (v->ended != 0)
		return refuse(cx, ERR_CONFLICT, "%s", _("They provide no "
		    "more. Add them to the directory again."));
	if ((e = fill(cx, n, v, words)) != OK ||
	    (e = store_provider_save(cx, v, version)) != OK ||
	    (e = put_words(cx, v, words)) != OK)
		return e;
	return tell(cx, "provider.changed", v, words[0], "");
}

enum err
provider_end(struct ctx *cx, struct provider *v, const char *why)
{
	enum err e;

	if ((e = keep_reason(cx, "why", why, &why)) != OK)
		return e;
	if (v->ended != 0)
		return refuse(cx, ERR_CONFLICT, "%s",
		    _("They provide no more already."));
	v->ended = cx->now;
	if ((e = store_provider_save(cx, v, v->version)) != OK)
		return e;
	return tell(cx, "provider.ended", v, NULL, why);
}
