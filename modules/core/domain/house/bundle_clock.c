/* SPDX-License-Identifier: MIT */
/* Bundles as the clock makes them. */
#include "domain/house/bundle_clock.h"

#include <errno.h>
#include <fcntl.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "base/child.h"
#include "base/config.h"
#include "base/count.h"
#include "base/file.h"
#include "base/log.h"
#include "base/monotonic.h"
#include "domain/course/dossier_load.h"
#include "domain/desk/bundle.h"
#include "domain/dossier/document.h"
#include "domain/dossier/dossier.h"
#include "domain/dossier/party.h"
#include "domain/house/text_clock.h"
#include "domain/people/access.h"
#include "domain/spine/document_bytes.h"
#include "domain/spine/event.h"
#include "domain/spine/work.h"
#include "domain/type/document_kind.h"
#include "store/store_bundle.h"
#include "text/date.h"
#include "text/message.h"

#define SECONDS 120		/* of one */
#define LONGEST 300000		/* milliseconds of a run */
#define TRIES 3
#define ANSWER 16384		/* bytes that the child may print */

struct making {
	struct ctx *cx;
	const struct clock_run *run;
	struct bundle *b;
	struct dossier *d;
	const char *path;	/* of the PDF */
};

static enum err
held(struct making *m)
{
	return clock_held(m->cx, m->run) ? OK : refuse(m->cx, ERR_BUSY, "%s",
	    _("Another host has the clock."));
}

/* As who asked for it may see it now. */
static enum err
enter(struct making *m)
{
	enum err e;

	if ((e = access_enter(m->cx, m->b->person)) != OK)
		return e;
	return dossier_open(m->cx, m->b->number, LEVEL_WORK, &m->d);
}

/* A line of the child's input is one line, and a tab divides it. */
static void
say_text(struct buf *b, const char *text)
{
	for (; *text != '\0'; text++)
		buf_char(b, strchr("\t\r\n", *text) == NULL ? *text : ' ');
}

static void
say(struct buf *b, const char *word, const char *text)
{
	buf_printf(b, "%s ", word);
	say_text(b, text);
	buf_char(b, '\n');
}

static void
say_doc(struct making *m, struct buf *b, const struct document *f)
{
	struct ctx *cx = m->cx;
	const char *kind = document_kind_word(cx, m->d->type, f->kind);
	const char *day = f->dated[0] == '\0' ? "" :
	    date_civil(cx->arena, cx->lang, f->dated);

	buf_printf(b, "doc %s\t", document_bytes_path(cx->arena,
	    cx->conf->documents, f->sha256));
	say_text(b, f->name);
	buf_char(b, '\t');
	say_text(b, kind);
	buf_text(b, kind[0] == '\0' || day[0] == '\0' ? "" : ", ");
	say_text(b, day);
	buf_char(b, '\n');
}

static void
say_cover(struct making *m, struct buf *b)
{
	static const struct { const char *code, *text; } words[] = {
		{ "index", N_("Index") },
		{ "cut", N_("This text is longer. Only its beginning is "
		    "shown.") },
		{ "locked", N_("This PDF is encrypted, so its pages are not "
		    "here.") },
		{ "broken", N_("This PDF is broken, so its pages are not "
		    "here.") },
		{ "other", N_("This file has no pages that can be shown "
		    "here.") }
	};
	struct ctx *cx = m->cx;
	const struct party *p;
	size_t i;

	say(b, "out", m->path);
	say(b, "lang", cx->lang);
	say(b, "title", m->b->title);
	if (m->b->court[0] != '\0')
		say(b, "line", m->b->court);
	say(b, "line", "");
	say(b, "line", m->d->title);
	say(b, "line", m->d->number);
	say(b, "line", "");
	for (p = m->d->parties; p != NULL; p = p->next)
		if (p->ended == 0 && strcmp(p->role, "lead") != 0)
			say(b, "line", arena_printf(cx->arena, "%s: %s",
			    party_role(cx, m->d->type, p->role), p->name));
	say(b, "line", "");
	say(b, "line", date_text(cx->arena, cx->lang, cx->zone, cx->now,
	    cx->now, DATE_DAY));
	for (i = 0; i < COUNT(words); i++)
		say(b, "word", arena_printf(cx->arena, "%s %s",
		    words[i].code, _(words[i].text)));
}

/* Each of its documents as it is now, told to the child where there is one.
 * Why it cannot be made is read by all who read the matter: what is kept apart
 * is not named to them. */
static enum err
each(struct making *m, struct buf *b)
{
	const struct document_filter every = { .kind = NULL };
	const struct bundle_part *x;
	const struct document *f;
	struct document *all;
	const char *why;
	enum err e;

	if ((e = document_list(m->cx, m->d, &every, &all)) != OK)
		return e;
	for (x = m->b->parts; x != NULL; x = x->next) {
		for (f = all; f != NULL && f->id != x->document; f = f->next)
			;
		if (f == NULL)
			return refuse(m->cx, ERR_MISSING, "%s", _("One of its "
			    "documents is not there any more."));
		why = bundle_refused(m->d, f);
		if (why != NULL && f->compartment != 0)
			return refuse(m->cx, ERR_FORBIDDEN, "%s", why);
		if (why != NULL)
			return refuse(m->cx, ERR_FORBIDDEN, "%s: %s",
			    f->name, why);
		if (b == NULL)
			continue;
		say(b, "tab", x->tab);
		say_doc(m, b, f);
	}
	return OK;
}

/* What the child is to do, by what is there now. */
static enum err
describe(struct making *m, struct buf *b)
{
	enum err e;

	if ((e = enter(m)) != OK || (e = dossier_load(m->cx, m->d)) != OK)
		return e;
	say_cover(m, b);
	return each(m, b);
}

/* "FIRST COUNT STATE" a document, then "pages N". */
static bool
read_answer(struct making *m, const char *text)
{
	struct bundle_part *x;
	char *end;

	for (x = m->b->parts; x != NULL; x = x->next) {
		x->page = strtoll(text, &end, 10);
		x->pages = strtoll(end, &end, 10);
		x->state = (enum bundle_part_state)strtoll(end, &end, 10);
		if (end == text || *end != '\n' || x->page < 1 ||
		    x->pages < 1 || x->state > BUNDLE_OTHER)
			return false;
		text = end + 1;
	}
	if (strncmp(text, "pages ", 6) != 0)
		return false;
	m->b->pages = strtoll(text + 6, &end, 10);
	return m->b->pages > 0 && *end == '\n';
}

static enum err
run_child(struct making *m, struct buf *input)
{
	const char *const argv[] = { text_clock_beside(m->cx,
	    "dossier-paper"), NULL };
	struct buf out = { 0 };
	const struct child c = { .argv = argv, .input = input->data,
	    .len = input->len, .seconds = SECONDS, .out = &out,
	    .most = ANSWER };
	int status = 0;
	enum err e = OK;

	switch (child_run(&c, &status)) {
	case CHILD_DONE:
		buf_add(&out, "", 1);
		if (status != 0 || !read_answer(m, out.data))
			e = refuse(m->cx, ERR_INVALID, "%s", _("Its files "
			    "could not be joined."));
		break;
	case CHILD_LATE:
		e = refuse(m->cx, ERR_INVALID, "%s",
		    _("To make it takes too long. Choose fewer documents."));
		break;
	case CHILD_NONE:
		e = refuse(m->cx, ERR_INVALID, "%s", _("The program that "
		    "makes it is missing. Tell your administrator."));
		log_error("%s: %s", argv[0], strerror(status));
		break;
	}
	buf_free(&out);
	return e;
}

/* "2026-11-24 LM-2026-10448213 Bundle Exhibits v1.pdf" */
static enum err
add(struct making *m, struct document **out)
{
	struct document_new n = { .media_type = "application/pdf",
	    .kind = _("Bundle"), .path = m->path };
	struct ctx *cx = m->cx;
	struct file_sum sum;
	int64_t editions;
	int fd = open(m->path, O_RDONLY | O_CLOEXEC);
	bool ok = fd >= 0 && fsync(fd) == 0;
	enum err e;

	file_close(fd);
	if (!ok || !file_sum(m->path, &sum))
		return refuse(cx, ERR_LOST, "%s", _("It could not be "
		    "written."));
	if ((e = store_bundle_editions(cx, m->b, &editions)) != OK)
		return e;
	n.sha256 = digest_hex(cx->arena, sum.sha256, DIGEST_SIZE);
	n.bytes = (size_t)sum.bytes;
	n.dated = date_today(cx->arena, cx->zone, cx->now);
	n.name = arena_printf(cx->arena, "%s %s %s %s v%lld.pdf", n.dated,
	    m->d->number, n.kind, m->b->title, (long long)editions + 1);
	return document_add(cx, m->d, &n, out);
}

static enum err
keep(struct making *m)
{
	const struct bundle_part *x;
	struct event_body *body;
	struct document *f;
	enum err e;

	/* something may have been put away while it was made */
	if ((e = held(m)) != OK || (e = enter(m)) != OK ||
	    (e = each(m, NULL)) != OK || (e = add(m, &f)) != OK ||
	    (e = store_bundle_made(m->cx, m->b, f->id)) != OK)
		return e;
	for (x = m->b->parts; x != NULL; x = x->next)
		if ((e = store_bundle_part_made(m->cx, m->b, x)) != OK)
			return e;
	body = event_body(m->cx);
	event_actor(body, 0);
	event_number(body, "no", m->b->no);
	event_fact(body, "title", m->b->title);
	event_number(body, "pages", m->b->pages);
	return event_add(m->cx, m->d, "bundle.made", body);
}

static enum err
make(struct making *m)
{
	struct buf input = { 0 };
	enum err e;

	m->path = arena_printf(m->cx->arena, "%s/incoming/bundle-%lld.pdf",
	    m->cx->conf->documents, (long long)m->b->id);
	if (!file_folders(m->cx->arena, m->path, 0770))
		return refuse(m->cx, ERR_LOST, "%s", _("It could not be "
		    "written."));
	unlink(m->path);
	if ((e = work_begin(m->cx, WORK_READ)) == OK)
		e = describe(m, &input);
	work_undo(m->cx);
	if (e == OK)
		e = run_child(m, &input);
	buf_free(&input);
	if (e == OK && (e = work_begin(m->cx, WORK_WRITE)) == OK &&
	    (e = keep(m)) == OK)
		e = work_commit(m->cx);
	work_undo(m->cx);
	unlink(m->path);
	return e;
}

/* The system again, which acts for nobody. */
static void
leave(struct ctx *cx, const struct ctx *was)
{
	cx->viewer = was->viewer;
	cx->rights = was->rights;
	cx->login = was->login;
	cx->name = was->name;
	cx->lang = was->lang;
	cx->zone = was->zone;
	cx->standing = was->standing;
	cx->looks = NULL;
}

/* A refusal is the reason; what the store cannot do now, it can later. */
static enum err
give_up(struct making *m, const char *why)
{
	enum err e;

	if ((e = work_begin(m->cx, WORK_WRITE)) == OK &&
	    (e = held(m)) == OK &&
	    (e = store_bundle_failed(m->cx, m->b, why)) == OK)
		e = work_commit(m->cx);
	work_undo(m->cx);
	return e;
}

static enum err
claim(struct making *m)
{
	enum err e;

	if ((e = work_begin(m->cx, WORK_WRITE)) == OK &&
	    (e = held(m)) == OK &&
	    (e = store_bundle_claim(m->cx, &m->b)) == OK)
		e = work_commit(m->cx);
	work_undo(m->cx);
	return e;
}

enum err
bundle_clock(struct ctx *cx, const struct clock_run *r,
    struct bundle_clock_report *out)
{
	struct making m = { .cx = cx, .run = r };
	int64_t until = monotonic_ms() + LONGEST;
	const struct ctx was = *cx;
	enum err e;

	*out = (struct bundle_clock_report){ .why = "" };
	while (monotonic_ms() < until) {
		if ((e = claim(&m)) != OK || m.b == NULL)
			return e;
		e = m.b->tries > TRIES ? refuse(cx, ERR_INVALID, "%s",
		    _("Its files could not be joined.")) : make(&m);
		leave(cx, &was);
		if (e == OK) {
			out->made++;
			continue;
		}
		if (e == ERR_BUSY)
			return e;
		out->failed++;
		out->why = cx->why == NULL ? "" : cx->why;
		if ((e = give_up(&m, out->why)) != OK)
			return e;
	}
	return OK;
}
