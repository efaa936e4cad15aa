/* SPDX-License-Identifier: MIT */
/* Notes: drafts, signatures, addenda. */
#include "domain/dossier/sealed.h"

#include <string.h>

#include "base/digest.h"
#include "domain/people/notice.h"
#include "domain/people/search.h"
#include "domain/spine/event.h"
#include "domain/spine/keep.h"
#include "store/db.h"
#include "store/store_compartment.h"
#include "store/store_note.h"
#include "store/store_sealed.h"
#include "text/message.h"

const char *const sealed_kinds[] = { SEALED_KINDS, NULL };
const char *const sealed_meanings[] = { SEALED_MEANINGS, NULL };

const char *
sealed_kind(const char *code)
{
	static const char *const words[] = { N_("Progress note"),
	    N_("Session note"), N_("Nursing note"),
	    N_("Discharge note") };
	size_t i;

	for (i = 0; sealed_kinds[i] != NULL; i++)
		if (strcmp(sealed_kinds[i], code) == 0)
			return _(words[i]);
	return code;
}

const char *
sealed_meaning(const char *code)
{
	static const char *const words[] = { N_("as its author"),
	    N_("having reviewed it"), N_("approving it"),
	    N_("taking responsibility") };
	size_t i;

	for (i = 0; sealed_meanings[i] != NULL; i++)
		if (strcmp(sealed_meanings[i], code) == 0)
			return _(words[i]);
	return code;
}

const char *
sealed_shown(struct ctx *cx, const struct sealed *s)
{
	struct digest *h = digest_new(cx->arena);
	unsigned char sum[DIGEST_SIZE];

	digest_text(h, "dossier note 1");
	digest_text(h, s->number);
	digest_number(h, s->then_no);
	digest_text(h, s->kind);
	digest_text(h, s->day);
	digest_text(h, s->class);
	digest_number(h, s->met);
	digest_number(h, s->amends_no);
	digest_number(h, s->asks);
	digest_text(h, s->text);
	digest_end(h, sum);
	return digest_hex(cx->arena, sum, sizeof(sum));
}

/* Is each what was signed? */
static void
compare(struct ctx *cx, struct sealed *list)
{
	const struct sealed_signature *g;

	for (; list != NULL; list = list->next) {
		list->broken = strcmp(list->sha256,
		    sealed_shown(cx, list)) != 0 || list->signatures == NULL;
		for (g = list->signatures; g != NULL; g = g->next)
			if (strcmp(g->sha256, list->sha256) != 0)
				list->broken = true;
		compare(cx, list->addenda);
	}
}

enum err
sealed_list(struct ctx *cx, const struct dossier *d, int64_t after,
    int64_t limit, struct sealed **out)
{
	struct sealed *last = NULL;
	enum err e;

	*out = NULL;
	if ((after != 0 && (e = sealed_open(cx, d, after, &last)) != OK) ||
	    (e = store_sealed_list(cx, d, last, limit, out)) != OK)
		return e;
	compare(cx, *out);
	return OK;
}

enum err
sealed_open(struct ctx *cx, const struct dossier *d, int64_t no,
    struct sealed **out)
{
	enum err e;

	if ((e = store_sealed_find(cx, d, no, out)) != OK)
		return e;
	if (*out != NULL && (*out)->amends != 0 &&
	    (e = store_sealed_find(cx, d, (*out)->root_no, out)) != OK)
		return e;
	if (*out == NULL)
		return refuse(cx, ERR_MISSING, "%s",
		    _("This case has no such note."));
	compare(cx, *out);
	return OK;
}

enum err
sealed_waiting(struct ctx *cx, int64_t limit, struct sealed **out)
{
	return store_sealed_waiting(cx, limit, out);
}

/* What signs: the name as it is shown, and the moment. */
static enum err
signature(struct ctx *cx, const struct sealed *s, int64_t no,
    const char *meaning, struct sealed_signature *g)
{
	*g = (struct sealed_signature){ .no = no, .signer = cx->viewer,
	    .name = cx->name == NULL ? "" : cx->name,
	    .meaning = meaning, .signed_at = cx->now,
	    .sha256 = s->sha256 };
	return store_sealed_sign(cx, s, g);
}

/* Members alone: where the dossier does not lie there as a whole, the note
 * does. */
static enum err
within(struct ctx *cx, const struct dossier *d, struct sealed *s)
{
	struct compartment *c;
	enum err e;

	s->compartment = 0;
	s->compartment_name = "";
	if ((e = store_compartment_find(cx, "medical", &c)) != OK)
		return e;
	if (c != NULL && c->id != d->compartment) {
		s->compartment = c->id;
		s->compartment_name = c->name;
	}
	return OK;
}

/* The note of the dossier, and what is said of it. */
static enum err
write_down(struct ctx *cx, struct dossier *d, const struct sealed *s)
{
	enum err e;

	if ((e = notice_mentions(cx, d, s->text, s->no,
	    s->compartment)) != OK ||
	    (e = store_note_add(cx, d, s->no, s->text, "",
	    s->compartment)) != OK)
		return e;
	return s->compartment != 0 ? OK : search_add(cx, d->id, s->text);
}

static enum err
tell(struct ctx *cx, struct dossier *d, const struct sealed *s,
    const struct sealed_signature *g)
{
	struct event_body *b = event_body(cx);

	event_within(b, s->no, s->compartment);
	event_number(b, "no", s->no);
	if (s->compartment != 0 && g->no == 1)
		event_fact(b, "compartment", s->compartment_name);
	if (g->no == 1)
		event_fact(b, "text", s->text);
	event_fact(b, "note_kind", s->kind);
	event_fact(b, "day", s->day);
	event_count(b, "amends", s->amends_no);
	event_fact(b, "signer", g->name);
	event_fact(b, "meaning", g->meaning);
	event_fact(b, "sha256", g->sha256);
	return event_add(cx, d, g->no == 1 ? "note.added" :
	    "note.countersigned", b);
}

enum err
sealed_sign(struct ctx *cx, struct dossier *d, struct sealed *s,
    int64_t version)
{
	struct sealed_signature g;
	enum err e;

	if ((e = keep_level(cx, d, LEVEL_WORK)) != OK)
		return e;
	if (s->version != version)
		return db_stale(cx);
	if (s->text[0] == '\0')
		return refuse_field(cx, "text", "%s", _("Fill this in."));
	s->number = d->number;
	s->then_no = s->no;
	s->sha256 = sealed_shown(cx, s);
	if ((e = within(cx, d, s)) != OK ||
	    (e = store_sealed_draft_drop(cx, s)) != OK ||
	    (e = write_down(cx, d, s)) != OK ||
	    (e = store_sealed_add(cx, d, s)) != OK ||
	    (e = signature(cx, s, 1, "authorship", &g)) != OK)
		return e;
	return tell(cx, d, s, &g);
}

bool
sealed_may_countersign(const struct ctx *cx, const struct sealed *s)
{
	return s->asks && s->signatures != NULL &&
	    s->signatures->next == NULL && !s->broken &&
	    s->signatures->signer != cx->viewer;
}

enum err
sealed_countersign(struct ctx *cx, struct dossier *d, struct sealed *s,
    const char *meaning)
{
	struct sealed_signature g;
	size_t i = 1;
	enum err e;

	if ((e = keep_level(cx, d, LEVEL_WORK)) != OK)
		return e;
	if (!sealed_may_countersign(cx, s))
		return refuse(cx, ERR_CONFLICT, "%s", _("This note waits for "
		    "no signature of yours."));
	while (sealed_meanings[i] != NULL && strcmp(sealed_meanings[i],
	    meaning) != 0)
		i++;
	if (sealed_meanings[i] == NULL)
		return refuse_field(cx, "meaning", "%s",
		    _("Choose what your signature means."));
	if ((e = signature(cx, s, 2, sealed_meanings[i], &g)) != OK)
		return e;
	return tell(cx, d, s, &g);
}
