/* SPDX-License-Identifier: MIT */
/* Documents of the demo's stories: written, bundled, and shared with people
 * outside. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "base/config.h"
#include "base/count.h"
#include "base/day.h"
#include "base/digest.h"
#include "domain/desk/bundle.h"
#include "domain/desk/share.h"
#include "domain/desk/share_room.h"
#include "domain/dossier/document.h"
#include "domain/spine/event.h"
#include "store/store_party.h"
#include "text/date.h"
#include "tool/tool_demo.h"

#define CHOSEN 20	/* documents of a share or a bundle */

enum err
tool_demo_paper_write(struct tool_demo *p, const char *body,
    struct document_new *out)
{
	unsigned char sum[DIGEST_SIZE];
	bool written;
	FILE *f;

	out->path = arena_printf(p->cx->arena, "%s/demo.%ld",
	    p->cx->conf->documents, (long)getpid());
	out->bytes = strlen(body);
	digest_of(body, out->bytes, sum);
	out->sha256 = digest_hex(p->cx->arena, sum, sizeof(sum));
	written = (f = fopen(out->path, "w")) != NULL &&
	    fputs(body, f) != EOF;
	if (f != NULL && fclose(f) != 0)
		written = false;
	return written ? OK : refuse(p->cx, ERR_BROKEN,
	    "%s cannot be written: %m", out->path);
}

/* What the act says from a word on; " | " divides its paragraphs. */
static const char *
paragraphs(const struct tool_demo *p, int word)
{
	char *text = arena_printf(p->cx->arena, "%s\n",
	    tool_demo_said(p, word)), *at;

	while ((at = strstr(text, " | ")) != NULL) {
		at[0] = at[1] = '\n';
		memmove(at + 2, at + 3, strlen(at + 3) + 1);
	}
	return text;
}

/* "paper KIND NAME TEXT" */
static enum err
add(struct tool_demo *p, struct dossier *d)
{
	struct document_new new = { .kind = p->act->word[1],
	    .name = p->act->word[2], .media_type = "text/plain",
	    .dated = date_today(p->cx->arena, p->cx->zone, p->cx->now) };
	struct document *f;
	enum err e;

	if ((e = tool_demo_paper_write(p, paragraphs(p, 3), &new)) != OK)
		return e;
	return document_add(p->cx, d, &new, &f);
}

/* "version TEXT": of the newest document. */
static enum err
revise(struct tool_demo *p, struct dossier *d)
{
	struct document_filter newest = { .limit = 1 };
	struct document_new new;
	struct document *f;
	enum err e;

	if ((e = document_list(p->cx, d, &newest, &f)) != OK || f == NULL)
		return e;
	new = (struct document_new){ .name = f->name, .kind = f->kind,
	    .dated = date_today(p->cx->arena, p->cx->zone, p->cx->now),
	    .media_type = f->media_type };
	if ((e = tool_demo_paper_write(p, paragraphs(p, 1), &new)) != OK)
		return e;
	return document_revise(p->cx, d, f, &new);
}

/* "bundle TITLE": all documents, the oldest first; the clock makes it. */
static enum err
bundle(struct tool_demo *p, struct dossier *d)
{
	struct bundle_new n = { .title = tool_demo_said(p, 1), .court = "" };
	struct share_document *f;
	struct bundle_choice *c, *first = NULL;
	struct bundle *b;
	enum err e;

	if (!bundle_printed())
		return OK;
	if ((e = share_fitting(p->cx, d, &f)) != OK)
		return e;
	for (; f != NULL; f = f->next) {
		c = arena_alloc(p->cx->arena, sizeof(*c));
		c->next = first;
		c->no = c->place = f->document;
		c->tab = "";
		first = c;
	}
	n.parts = first;
	return bundle_ask(p->cx, d, &n, &b);
}

static unsigned int
parts(const char *word)
{
	static const struct { const char *word; unsigned int bit; } all[] = {
		{ "stage", SHARE_STAGE }, { "parties", SHARE_PARTIES },
		{ "hearings", SHARE_HEARINGS },
		{ "deadlines", SHARE_DEADLINES }
	};
	unsigned int bits = 0;
	size_t i;

	for (i = 0; i < COUNT(all); i++)
		if (strstr(word, all[i].word) != NULL)
			bits |= all[i].bit;
	return bits;
}

/* "share ROLE DAYS PARTS PURPOSE": with the first party in that role, for so
 * many days: "papers" for all documents, "stage,hearings" and so on. */
static enum err
share(struct tool_demo *p, struct dossier *d)
{
	struct share_new n = { .name = "", .send = { .email = "" },
	    .purpose = tool_demo_said(p, 4), .until = p->cx->now +
	    strtoll(p->act->word[2], NULL, 10) * DAY,
	    .parts = parts(p->act->word[3]) };
	int64_t numbers[CHOSEN];
	struct share_document *f;
	const struct party *y;
	struct share *s;
	enum err e;

	if ((e = store_party_list(p->cx, d)) != OK ||
	    (e = share_fitting(p->cx, d, &f)) != OK)
		return e;
	for (y = d->parties; y != NULL && n.party == 0; y = y->next)
		if (y->ended == 0 && strcmp(y->role, p->act->word[1]) == 0)
			n.party = y->no;
	if (strstr(p->act->word[3], "papers") != NULL)
		for (; f != NULL && n.n < CHOSEN; f = f->next)
			numbers[n.n++] = f->document;
	n.documents = numbers;
	if ((e = share_make(p->cx, d, &n, &s, &p->secret)) != OK)
		return e;
	if (s->until > p->now)
		p->shared = arena_printf(p->cx->arena,
		    "%s/portal/share/%s  code %s", p->cx->conf->base_url,
		    p->secret.token, p->secret.code);
	return OK;
}

/* "unshare WHY": what was shared last. */
static enum err
unshare(struct tool_demo *p, struct dossier *d)
{
	struct share *s;
	enum err e;

	if (p->shared != NULL &&
	    strstr(p->shared, p->secret.token) != NULL)
		p->shared = NULL;
	if ((e = share_list(p->cx, d, &s)) != OK || s == NULL)
		return e;
	return share_end(p->cx, d, s, tool_demo_said(p, 1));
}

/* "visit NO": who has the link that was made last comes, looks, and opens
 * that document of theirs. */
static enum err
visit(struct tool_demo *p)
{
	struct share_document *f;
	struct share_shown shown;
	struct share_room r;
	const char *visit;
	enum err e;

	if ((e = share_room_prove(p->cx, p->secret.token, "192.0.2.44",
	    p->secret.code, &visit)) != OK ||
	    (e = share_room_enter(p->cx, visit, &r)) != OK ||
	    (e = share_room_look(p->cx, &r, &shown)) != OK ||
	    (e = share_room_document(p->cx, &r,
	    strtoll(p->act->word[1], NULL, 10), &f)) != OK)
		return e;
	return event_looks(p->cx);
}

enum err
tool_demo_paper(struct tool_demo *p, struct dossier *d, bool *known)
{
	const char *word = p->act->word[0];

	*known = true;
	if (strcmp(word, "paper") == 0)
		return add(p, d);
	if (strcmp(word, "version") == 0)
		return revise(p, d);
	if (strcmp(word, "bundle") == 0)
		return bundle(p, d);
	if (strcmp(word, "share") == 0)
		return share(p, d);
	if (strcmp(word, "unshare") == 0)
		return unshare(p, d);
	if (strcmp(word, "visit") == 0)
		return visit(p);
	*known = false;
	return OK;
}
