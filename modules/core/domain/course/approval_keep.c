/* SPDX-License-Identifier: MIT */
/* What approvals are bound to, and whether that is still so. */
#include "domain/course/approval_keep.h"

#include <stdlib.h>
#include <string.h>

#include "base/digest.h"
#include "domain/course/approval.h"
#include "domain/course/approval_levels.h"
#include "text/message.h"
#include "text/number.h"

const char *
approval_keep_shown(struct ctx *cx, const struct dossier *d,
    const struct approval *a)
{
	struct digest *h = digest_new(cx->arena);
	unsigned char sum[DIGEST_SIZE];

	digest_text(h, "dossier approval 1");
	digest_text(h, d->number);
	digest_text(h, a->subject);
	digest_text(h, a->reason);
	digest_text(h, a->kind);
	digest_text(h, a->field);
	digest_text(h, !a->has_amount ? "" : arena_printf(cx->arena,
	    "%lld %s", (long long)a->amount, a->currency));
	digest_number(h, a->document);
	digest_text(h, a->document_sha256);
	digest_number(h, a->decision);
	digest_text(h, a->decision_result);
	digest_text(h, a->steps_text);
	digest_end(h, sum);
	return digest_hex(cx->arena, sum, sizeof(sum));
}

/* “825000 EUR” as a field keeps it. */
static const char *
canonical_amount(struct ctx *cx, const char *text)
{
	char *end;
	long long minor = strtoll(text, &end, 10);

	return *end != ' ' ? text : number_money(cx->arena, cx->lang, minor,
	    end + 1);
}

static const char *
other_amount(struct ctx *cx, const struct approval *a)
{
	bool done = a->state == APPROVAL_APPROVED;
	const char *was = approval_amount(cx, a);

	if (a->now_value[0] == '\0')
		return arena_printf(cx->arena, done ? _("Approved for %s; "
		    "there is no amount now: ask again.") : _("Asked for %s; "
		    "there is no amount now: ask again."), was);
	return arena_printf(cx->arena, done ? _("Approved for %s; the amount "
	    "is %s now: ask again.") : _("Asked for %s; the amount is %s "
	    "now: ask again."), was, canonical_amount(cx, a->now_value));
}

void
approval_keep_compare(struct ctx *cx, struct approval *a)
{
	if (a->state != APPROVAL_ASKED && a->state != APPROVAL_APPROVED)
		return;
	if (a->field[0] != '\0' && strcmp(a->now_value, arena_printf(
	    cx->arena, "%lld %s", (long long)a->amount, a->currency)) != 0)
		a->now = other_amount(cx, a);
	else if (a->document != 0 && a->now_sha256[0] == '\0')
		a->now = arena_printf(cx->arena, _("“%s” is not on this case "
		    "any more: ask again."), a->document_name);
	else if (a->document != 0 && strcmp(a->now_sha256,
	    a->document_sha256) != 0)
		a->now = arena_printf(cx->arena, _("“%s” has a newer version "
		    "than the one that was shown: ask again."),
		    a->document_name);
	else if (a->decision != 0 && !a->decision_counts)
		a->now = _("The decision that it is about does not count any "
		    "more: ask again.");
	a->stale = a->now[0] != '\0';
}

enum err
approval_keep_steps(struct ctx *cx, struct dossier *d, struct approval *a)
{
	struct decision_request r = { a->has_amount, a->amount, a->currency,
	    a->kind };
	struct approval_levels l;
	enum err e;

	if (a->state != APPROVAL_ASKED || a->stale || a->levels[0] == '\0' ||
	    d->closed != 0)
		return OK;
	if ((e = approval_levels(cx, d, a->levels, &r, false, &l)) != OK)
		return e;
	if (l.why_not[0] != '\0')
		a->now = arena_printf(cx->arena, _("Who has to approve this "
		    "is not certain any more. %s"), l.why_not);
	else if (strcmp(l.text, a->steps_text) != 0)
		a->now = l.n == 0 ? _("By the table nobody has to approve "
		    "this any more: ask again.") : arena_printf(cx->arena,
		    _("By the table others have to approve this now (%s): "
		    "ask again."), approval_levels_words(cx, l.text));
	a->stale = a->now[0] != '\0';
	return OK;
}

struct event_body *
approval_keep_body(struct ctx *cx, const struct approval *a)
{
	const struct approval_step *s;
	struct event_body *b = event_body(cx);
	const char *names = "";

	for (s = a->steps; s != NULL; s = s->next)
		names = arena_printf(cx->arena, "%s%s%s", names,
		    names[0] == '\0' ? "" : ", ", s->name);
	event_number(b, "no", a->no);
	event_fact(b, "subject", a->subject);
	if (a->has_amount)
		event_fact(b, "amount", arena_printf(cx->arena, "%lld %s",
		    (long long)a->amount, a->currency));
	if (a->document != 0)
		event_fact(b, "document", a->document_name);
	event_fact(b, "steps", names);
	if (a->item != 0) {
		event_number(b, "item", a->item);
		event_fact(b, "used", a->used);
	}
	/* what it comes to, for the plan */
	if (a->state == APPROVAL_APPROVED)
		event_fact(b, "answer", "yes");
	else if (a->state == APPROVAL_REJECTED)
		event_fact(b, "answer", "no");
	event_fact(b, "sha256", a->shown);
	return b;
}
