/* SPDX-License-Identifier: MIT */
/*
 * Random worlds against a model that a child could check: every page of a
 * program is asked by everybody. What the model says is hidden must never
 * show, in lists, counts, searches, suggestions, warnings and exports; what
 * it says is there must be. Then the predicate is mutilated, a clause at a
 * time, and each time a world must notice.
 *
 * WORLDS=2000 for the long form. main() is the program's; see worlds.am.
 */
#include <ftw.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/config.h"
#include "base/digest.h"
#include "check.h"
#include "domain/course/outbox.h"
#include "domain/course/outbox_mail.h"
#include "domain/spine/dossier_number.h"
#include "model.h"
#include "model/right.h"
#include "store/db.h"
#include "unit/world.h"
#include "unit/world_store.h"
#include "web/turn.h"

#define BODY ((size_t)200 * 1024)

int	__wrap_serve(int, char **, const struct route *);
void	__wrap_db_query_args(struct ctx *, struct db_rows *, const char *,
	    const struct db_arg *, size_t);
const char *__wrap_outbox_mail_send(struct ctx *,
	    const struct outbox_mail *);
void	__real_db_query_args(struct ctx *, struct db_rows *, const char *,
	    const struct db_arg *, size_t);

static const struct route *routes;
static const char *program;
static struct arena *lasting;		/* as long as the process */
static const struct config *conf;
static struct templates *pages;
static struct house house;
static char path[200];			/* of the store */
static int faults;			/* of the worlds so far */
static bool quiet;			/* a mutant: faults are wanted */

/* The last answer. */
static char body[BODY];
static int status;
static char asked[2000];

/* The mutant: what of every statement is replaced by what. */
static const char *from, *to;
static int mutations;			/* statements it has met */

void
__wrap_db_query_args(struct ctx *c, struct db_rows *q, const char *sql,
    const struct db_arg *args, size_t n)
{
	static char changed[200000];
	const char *hit;
	size_t len = 0;

	if (from == NULL || strstr(sql, from) == NULL) {
		__real_db_query_args(c, q, sql, args, n);
		return;
	}
	mutations++;
	while ((hit = strstr(sql, from)) != NULL) {
		len += (size_t)snprintf(changed + len, sizeof(changed) - len,
		    "%.*s%s", (int)(hit - sql), sql, to);
		sql = hit + strlen(from);
	}
	snprintf(changed + len, sizeof(changed) - len, "%s", sql);
	__real_db_query_args(c, q, changed, args, n);
}

static int room = -1;			/* whose cookie comes along */

static void
wrong(int v, const char *fmt, const char *what)
{
	if (faults++ < 10 && !quiet) {
		printf("# %s asks %s: ", viewers[v].login, asked);
		printf(fmt, what);
		putchar('\n');
	}
}

/* The body of a POST. */
static const char *sent = "";

static size_t
sent_bytes(struct wire *w, void *p, size_t n)
{
	size_t left = strlen(sent);

	(void)w;
	n = n > left ? left : n;
	memcpy(p, sent, n);
	sent += n;
	return n;
}

/* An answer that was laid on disk. */
static size_t
from_file(const char *name)
{
	FILE *f = name == NULL ? NULL : fopen(name, "r");
	size_t n = 0;

	if (f == NULL)
		return 0;
	n = fread(body, 1, BODY - 1, f);
	fclose(f);
	return n;
}

/* What differs from answer to answer: the address, one-use keys. */
static void
without(const char *what, size_t len)
{
	char *s = body;

	while ((s = strstr(s, what)) != NULL) {
		s += strlen(what);
		memset(s, '-', strnlen(s, len));
	}
}

/* A method and an address, asked by a viewer; where a redirect leads is the
 * body. */
static void
ask(int v, const char *method, const char *address, const char *form)
{
	static struct arena *a;
	char verb[30], uri[2100], query[2000], cookie[200], length[40];
	char *params[] = { verb, uri, query, cookie, length,
	    "CONTENT_TYPE=application/x-www-form-urlencoded", NULL };
	struct wire w = { .params = params, .read = sent_bytes };
	struct request rq = { 0 };
	size_t n;

	if (a == NULL)
		a = arena_new();
	arena_reset(a);
	sent = form;
	snprintf(verb, sizeof(verb), "REQUEST_METHOD=%s", method);
	snprintf(uri, sizeof(uri), "REQUEST_URI=%s", address);
	snprintf(query, sizeof(query), "QUERY_STRING=%s",
	    strchr(address, '?') == NULL ? "" : strchr(address, '?') + 1);
	snprintf(cookie, sizeof(cookie), "HTTP_COOKIE=dossier=token-of-%s; "
	    "dossier_portal=room-of-%d", viewers[v].login, room);
	snprintf(length, sizeof(length), "CONTENT_LENGTH=%zu", strlen(form));
	rq.cx.arena = a;
	turn_run(&rq, &w, &house);
	status = rq.reply->status;
	n = rq.reply->body->len < BODY ? rq.reply->body->len : BODY - 1;
	if (rq.reply->location != NULL)
		n = (size_t)snprintf(body, BODY, "%s", rq.reply->location);
	else if (n > 0)
		memcpy(body, rq.reply->body->data, n);
	else
		n = from_file(rq.reply->file);
	body[n] = '\0';
	/* random letters may spell a word of ours */
	without("name=\"form_key\" value=\"", 22);
	turn_end(&rq);
}

static void
get(int v, const char *fmt, ...) __attribute__((format(printf, 2, 3)));

static void
get(int v, const char *fmt, ...)
{
	va_list ap;

	va_start(ap, fmt);
	vsnprintf(asked, sizeof(asked), fmt, ap);
	va_end(ap);
	ask(v, "GET", asked, "");
}

static void
post(int v, const char *address, const char *fmt, ...)
    __attribute__((format(printf, 3, 4)));

/* With the token of the session, and a key that no form had before. */
static void
post(int v, const char *address, const char *fmt, ...)
{
	static char form[3000];
	static long key;
	unsigned char hash[DIGEST_SIZE];
	const char *token = arena_printf(cx.arena, "token-of-%s",
	    viewers[v].login);
	va_list ap;
	int n;

	digest_of(token, strlen(token), hash);
	n = snprintf(form, sizeof(form), "csrf=%s&form_key=key%ld&",
	    session_seal(cx.arena, "csrf", hash, sizeof(hash)), ++key);
	va_start(ap, fmt);
	vsnprintf(form + n, sizeof(form) - (size_t)n, fmt, ap);
	va_end(ap);
	snprintf(asked, sizeof(asked), "%s with %s", address, form + n);
	ask(v, "POST", address, form);
}

/* The name of whom a wall is to is told to those who review walls. */
static bool
told_with_a_wall(int v, enum kind kind, int i)
{
	int w;

	for (w = 0; kind == IN_NAME && w < WALLS; w++)
		if (walls[w].customer == i && model_knows(v, IN_WALL, w) &&
		    strncmp(asked, "/walls", 6) == 0)
			return true;
	return false;
}

/* No word, number or name that this viewer must not know. */
static void
no_leak(int v)
{
	const char *s;
	int i, kind;

	if (status >= 500)
		wrong(v, "status is 5xx: %s", body);
	for (s = body; (s = strstr(s, "zq")) != NULL; s += 2) {
		kind = s[2] - 'a';
		i = (s[3] - 'a') * 26 + s[4] - 'a';
		if (kind < 0 || kind >= KINDS || i < 0 || i >= DOSSIERS ||
		    s[5] != 'x' || strstr(asked,
		    model_word((enum kind)kind, i)) != NULL)
			continue;
		if (!model_knows(v, (enum kind)kind, i) &&
		    !told_with_a_wall(v, (enum kind)kind, i))
			wrong(v, "%s is shown",
			    model_word((enum kind)kind, i));
	}
	for (i = 0; i < DOSSIERS; i++)
		if (!model_sees(v, i, 2) && !(dossiers[i].actor == v &&
		    strncmp(asked, "/undo", 5) == 0) &&
		    !(strncmp(asked, "/break-glass", 12) == 0 &&
		    model_knows(v, IN_GLASS, i)) &&
		    strstr(asked, dossiers[i].number) == NULL &&
		    strstr(body, dossiers[i].number) != NULL)
			wrong(v, "the number %s is shown",
			    dossiers[i].number);
}

static void
shows(int v, int i, bool wanted)
{
	const char *number = dossiers[i].number;

	if ((strstr(body, number) != NULL) != wanted)
		wrong(v, wanted ? "%s is missing" : "%s is there", number);
}

static bool
has_route(const char *want)
{
	const struct route *r;

	for (r = routes; r->path != NULL; r++)
		if (r->method == GET && strcmp(r->path, want) == 0)
			return true;
	return false;
}

/* Lists hold exactly what may be seen, and count it. */
static void
whole_lists(int v)
{
	char count[40];
	int i, n = 0;

	get(v, "/dossiers");
	for (i = 0; i < DOSSIERS; i++) {
		n += model_sees(v, i, 2);
		shows(v, i, model_sees(v, i, 2));
	}
	snprintf(count, sizeof(count), ">%d case%s<", n, n == 1 ? "" : "s");
	if (strstr(body, count) == NULL)
		wrong(v, "the count is not %s", count);
	no_leak(v);
	if (!has_route("/dossiers.csv"))
		return;
	get(v, "/dossiers.csv");
	for (i = 0; i < DOSSIERS; i++)
		shows(v, i, model_sees(v, i, 2) && !model_held(i, 0));
	no_leak(v);
}

/* Matters and contracts: the lists of those under way, and the page of one,
 * which is none where the type is not of lawyers. */
static void
whole_matters(int v)
{
	static const char *const lists[] = { "/legal?list=all",
	    "/legal/contracts?list=all", "/legal/contracts.csv?list=all" };
	int i, k;

	for (k = 0; k < 3; k++) {
		get(v, "%s", lists[k]);
		for (i = 0; i < DOSSIERS; i++)
			shows(v, i, model_sees(v, i, 2) &&
			    strcmp(dossiers[i].type, "complaint") == 0 &&
			    strcmp(dossiers[i].status, "closed") != 0);
		no_leak(v);
	}
	for (k = 0; k < 4; k++) {
		i = dice(DOSSIERS);
		get(v, dice(3) == 0 ? "/legal/%s" : dice(2) == 0 ?
		    "/legal/%s/offers" :
		    "/legal/%s/proceedings/17/docket", dossiers[i].number);
		if ((strstr(body, model_word(IN_PROMISE, i)) != NULL) !=
		    (model_sees(v, i, 2) && strcmp(dossiers[i].type,
		    "complaint") == 0))
			wrong(v, "%s of a court", model_word(IN_PROMISE, i));
		no_leak(v);
	}
}

/* The tray: who may screen sees what waits, and nothing else. */
static void
whole_tray(int v)
{
	int i;

	if ((viewers[v].rights & RIGHT_INTAKE) == 0)
		return;
	get(v, "/intake");
	for (i = 0; i < DOSSIERS; i++)
		shows(v, i, model_sees(v, i, 2) && !dossiers[i].screened &&
		    strcmp(dossiers[i].status, "open") == 0);
	no_leak(v);
}

static void
shows_word(int v, enum kind kind, int i, bool wanted)
{
	const char *word = model_word(kind, i);

	if ((strstr(body, word) != NULL) != wanted)
		wrong(v, wanted ? "%s is missing" : "%s is there", word);
}

/* A note, a task, a file and a form, each in a compartment or none; how many
 * others see is told by one of the types. */
static void
parts(int v, int i)
{
	const char *number = dossiers[i].number;
	bool told = dossiers[i].scope <= 2 && model_hidden(v, i) > 0;

	get(v, "/dossiers/%s", number);
	if (status != 200)
		return;
	shows_word(v, IN_NOTE, i, model_knows(v, IN_NOTE, i));
	shows_word(v, IN_GUARDED, i, dossiers[i].scope <= 2 &&
	    model_knows(v, IN_GUARDED, i));
	if ((strstr(body, arena_printf(cx.arena, ">%d protected item",
	    model_hidden(v, i))) != NULL) != told)
		wrong(v, "the protected things of %s", number);
	get(v, "/dossiers/%s/documents", number);
	shows_word(v, IN_FILE, i, model_knows(v, IN_FILE, i));
	if ((strstr(body, ">1 protected item<") != NULL) !=
	    (dossiers[i].scope <= 2 && !model_knows(v, IN_FILE, i)))
		wrong(v, "the protected documents of %s", number);
	no_leak(v);
	get(v, "/dossiers/%s/documents/4/about", number);
	if (status != (model_knows(v, IN_FILE, i) ? 200 : 404))
		wrong(v, "the file of %s", number);
	get(v, "/dossiers/%s/tasks", number);
	shows_word(v, IN_TASK, i, model_knows(v, IN_TASK, i));
	if ((strstr(body, ">1 protected item<") != NULL) !=
	    (dossiers[i].scope <= 2 && !model_knows(v, IN_TASK, i)))
		wrong(v, "the protected tasks of %s", number);
	get(v, "/dossiers/%s/tasks/3", number);
	if (status != (model_knows(v, IN_TASK, i) ? 200 : 404))
		wrong(v, "the task of %s", number);
	get(v, "/dossiers/%s/forms", number);
	shows_word(v, IN_FORM, i, model_knows(v, IN_FORM, i));
	if ((strstr(body, ">1 protected item<") != NULL) !=
	    (dossiers[i].scope <= 2 && !model_knows(v, IN_FORM, i)))
		wrong(v, "the protected forms of %s", number);
	get(v, "/dossiers/%s/forms/12/sheet", number);
	if (status != (model_knows(v, IN_FORM, i) ? 200 : 404))
		wrong(v, "the sheet of a form of %s", number);
	no_leak(v);
	get(v, "/dossiers/%s/history", number);
	shows_word(v, IN_FORM, i, model_knows(v, IN_FORM, i));
	shows_word(v, IN_FILE, i, model_knows(v, IN_FILE, i));
	shows_word(v, IN_TASK, i, model_knows(v, IN_TASK, i));
	no_leak(v);
	shows_word(v, IN_GUARDED, i, dossiers[i].scope <= 2 &&
	    model_knows(v, IN_GUARDED, i));
	get(v, "/dossiers?type=complaint&field=account&value=%s",
	    model_word(IN_GUARDED, i));
	get(v, "/find?text=%s", model_word(IN_GUARDED, i));
	if (strstr(body, dossiers[i].number) != NULL)
		wrong(v, "found by %s", model_word(IN_GUARDED, i));
	get(v, "/find?text=%s", model_word(IN_NOTE, i));
	shows(v, i, model_knows(v, IN_NOTE, i));
	no_leak(v);
}

/* What is privileged leaves the house neither printed nor as a file, not even
 * of who sees it; how much is held back is told to them alone. */
static void
leaving(int v, int i)
{
	static const enum kind kinds[] = { IN_NOTE, IN_TASK, IN_FILE };
	const char *number = dossiers[i].number;
	int k;

	get(v, "/dossiers/%s/report", number);
	if (status != 200)
		return;
	for (k = 0; k < 3; k++)
		shows_word(v, kinds[k], i, model_knows(v, kinds[k], i) &&
		    !model_held(i, 2 + k));
	no_leak(v);
	get(v, "/dossiers/%s/history.csv", number);
	for (k = 1; k < 3; k++)
		shows_word(v, kinds[k], i, model_knows(v, kinds[k], i) &&
		    !model_held(i, 2 + k) && !model_held(i, 0));
	no_leak(v);
}

/* Is dossier i where it can be found, and only for who may? */
static void
found(int v, int i)
{
	bool seen = model_sees(v, i, 2);

	get(v, "/find?text=%s", model_word(IN_TITLE, i));
	shows(v, i, seen);
	no_leak(v);
	get(v, "/find?text=%s", dossiers[i].number);
	if ((strstr(body, model_word(IN_TITLE, i)) != NULL) != seen &&
	    status != 303)
		wrong(v, "%s by number", dossiers[i].number);
	get(v, "/dossiers?type=%s&field=%s&value=%s", dossiers[i].type,
	    dossiers[i].scope <= 2 ? "reference" : "site",
	    model_word(IN_FIELD, i));
	shows(v, i, seen);
	get(v, "/people/%s", dossiers[dossiers[i].whose].customer);
	if (status == 200)
		shows(v, i, seen);
	if ((status == 200) != model_knows(v, IN_NAME, dossiers[i].whose))
		wrong(v, "%s is known or not", dossiers[i].customer);
	no_leak(v);
	get(v, "/dossiers/%s", dossiers[i].number);
	if (status != (seen ? 200 : 404))
		wrong(v, "the door of %s", dossiers[i].number);
	no_leak(v);
	get(v, "/dossiers/%s/decisions/8", dossiers[i].number);
	if ((strstr(body, model_word(IN_DECISION, i)) != NULL) !=
	    model_knows(v, IN_DECISION, i))
		wrong(v, "%s of a decision", model_word(IN_DECISION, i));
	no_leak(v);
	get(v, "/dossiers/%s/approvals/9", dossiers[i].number);
	if ((strstr(body, model_word(IN_APPROVAL, i)) != NULL) != seen)
		wrong(v, "%s of an approval", model_word(IN_APPROVAL, i));
	no_leak(v);
	get(v, "/dossiers/%s/goals/10", dossiers[i].number);
	if ((strstr(body, model_word(IN_GOAL, i)) != NULL) != seen)
		wrong(v, "%s of a goal", model_word(IN_GOAL, i));
	no_leak(v);
	get(v, "/dossiers/%s/forms/12", dossiers[i].number);
	if ((strstr(body, model_word(IN_FORM, i)) != NULL) !=
	    model_knows(v, IN_FORM, i))
		wrong(v, "%s of a form", model_word(IN_FORM, i));
	no_leak(v);
	get(v, "/dossiers/%s/deadlines/15", dossiers[i].number);
	if ((strstr(body, model_word(IN_DEADLINE, i)) != NULL) != seen)
		wrong(v, "%s of a deadline", model_word(IN_DEADLINE, i));
	no_leak(v);
	get(v, "/dossiers/%s/promises", dossiers[i].number);
	if ((strstr(body, model_word(IN_PROMISE, i)) != NULL) != seen)
		wrong(v, "%s of a promise", model_word(IN_PROMISE, i));
	no_leak(v);
	seen = seen && strcmp(dossiers[i].type, "complaint") == 0;
	get(v, dice(2) == 0 ? "/dossiers/%s/costs" : "/dossiers/%s/costs.csv",
	    dossiers[i].number);
	if ((strstr(body, model_word(IN_PROMISE, i)) != NULL) != seen)
		wrong(v, "%s of a booking", model_word(IN_PROMISE, i));
	if ((strstr(body, model_word(IN_FORM, i)) != NULL) !=
	    (seen && model_knows(v, IN_FORM, i)))
		wrong(v, "%s of a booking", model_word(IN_FORM, i));
	no_leak(v);
	get(v, "/handovers/H-%d", i);
	if ((viewers[v].rights & RIGHT_STAFF) != 0 && (status == 200) !=
	    (dossiers[i].giver == v || dossiers[i].receiver == v ||
	    model_sees(v, i, 5)))
		wrong(v, "the door of handover %s", dossiers[i].number);
	no_leak(v);
	get(v, "/handovers/H-%d/sheets/1", i);
	if ((strstr(body, model_word(IN_SHEET, i)) != NULL) !=
	    model_knows(v, IN_SHEET, i))
		wrong(v, "%s of a sheet", model_word(IN_SHEET, i));
	no_leak(v);
	get(v, "/promises?list=all");
	no_leak(v);
	get(v, dice(2) == 0 ? "/handovers" : "/handovers/new");
	no_leak(v);
	get(v, "/dossiers/%s/assignments/11", dossiers[i].number);
	if ((strstr(body, model_word(IN_RULE, i)) != NULL) !=
	    model_knows(v, IN_RULE, i))
		wrong(v, "%s of a rule", model_word(IN_RULE, i));
	no_leak(v);
	parts(v, i);
	leaving(v, i);
	get(v, dice(2) == 0 ? "/approvals?list=asked" : "/approvals");
	no_leak(v);
	get(v, "/tasks?list=mine");
	if (dossiers[i].owner == v && (strstr(body, model_word(IN_TASK, i)) !=
	    NULL) != model_knows(v, IN_TASK, i))
		wrong(v, "%s among tasks", model_word(IN_TASK, i));
	no_leak(v);
}

/* An answer without what is new each time. */
static void
as_nothing(void)
{
	without("C-2026-", 8);
}

/* A hidden one answers as one that never was: both by address and where its
 * number is typed into a form. */
static void
same_answer(int v, const char *address, const char *form, const char *number)
{
	static char other[BODY];
	int was;

	if (form == NULL)
		get(v, address, number);
	else
		post(v, address, form, number);
	no_leak(v);
	as_nothing();
	memcpy(other, body, sizeof(other));
	was = status;
	number = dossier_number_new(&cx, "C");
	if (form == NULL)
		get(v, address, number);
	else
		post(v, address, form, number);
	as_nothing();
	if (status != was || strcmp(other, body) != 0)
		wrong(v, "%s does not look like nothing", number);
}

static void
hidden_is_nothing(int v, int i)
{
	static const char *const addresses[] = { "/dossiers/%s",
	    "/dossiers/%s/report", "/dossiers/%s/documents/4?version=1",
	    "/dossiers/%s/decisions/8", "/dossiers/%s/approvals/9",
	    "/dossiers?beside=%s", "/dossiers?after=%s&sort=title",
	    "/dossiers.csv?text=%s", "/find?text=%s",
	    "/dossiers/bulk?act=label&pick=%s" };
	static const char *const beside[] = { "/links?find=%%s",
	    "/merge?find=%%s", "/merge?other=%%s" };
	size_t n = sizeof(addresses) / sizeof(addresses[0]);
	int k = dice(DOSSIERS);

	if (model_sees(v, i, 2))
		return;
	same_answer(v, addresses[0], NULL, dossiers[i].number);
	same_answer(v, addresses[1 + dice((int)n - 1)], NULL,
	    dossiers[i].number);
	if (!model_sees(v, k, 3))
		return;
	same_answer(v, arena_printf(cx.arena, "/dossiers/%s%s",
	    dossiers[k].number, beside[dice(3)]), NULL, dossiers[i].number);
	same_answer(v, arena_printf(cx.arena, "/dossiers/%s/links",
	    dossiers[k].number), "other=%s&kind=nonsense",
	    dossiers[i].number);
	same_answer(v, arena_printf(cx.arena, "/dossiers/%s/merge",
	    dossiers[k].number), "other=%s&reason=Twice",
	    dossiers[i].number);
}

/* The same of what does not let join or file: never written. */
static void
no_way_in(int v, int i)
{
	const struct model_thing *a = &arrivals[dice(ARRIVALS)];

	if (model_sees(v, i, 3) || (viewers[v].rights & RIGHT_INTAKE) == 0)
		return;
	same_answer(v, "/intake/new", "type=complaint&who=unknown&team=north"
	    "&medium=phone&title=Once&matter=%s", dossiers[i].number);
	if (model_sees(v, i, 2))
		return;
	same_answer(v, arena_printf(cx.arena, "/intake/unfiled/%s/file",
	    a->number), "dossier=%s", dossiers[i].number);
}

/* Is it warned of, by its requester and its title, who may see it alone? */
static void
warned(int v, int i)
{
	if ((viewers[v].rights & RIGHT_INTAKE) == 0)
		return;
	post(v, "/intake/new", "type=complaint&person=%s&team=north&title=%s",
	    dossiers[dossiers[i].whose].customer, model_word(IN_TITLE, i));
	shows(v, i, model_sees(v, i, 2) &&
	    strcmp(dossiers[i].status, "closed") != 0);
	no_leak(v);
	post(v, "/intake/new", "type=%s&who=unknown&team=north"
	    "&title=%s+again", dossiers[i].type, model_word(IN_TITLE, i));
	no_leak(v);
	post(v, "/intake/new", "type=complaint&who=person&given=%s&family=%s"
	    "&email=%s%%40example.org&title=Any", model_word(IN_NAME, i),
	    model_word(IN_NAME, i), model_word(IN_NAME, i));
	no_leak(v);
}

/* Views, labels, links and acts: all of them, and only those. */
static void
whole_rest(int v)
{
	int i, label = dice(LABELS), k = dice(DOSSIERS);

	get(v, "/dossiers/views");
	for (i = 0; i < VIEWS; i++)
		shows_word(v, IN_VIEW, i, model_knows(v, IN_VIEW, i));
	get(v, "/dossiers/views/%s", views[k % VIEWS].number);
	if (status != (model_knows(v, IN_VIEW, k % VIEWS) ? 303 : 404))
		wrong(v, "the view %s", views[k % VIEWS].number);
	get(v, "/dossiers?label=label%d", label);
	for (i = 0; i < DOSSIERS; i++)
		shows(v, i, dossiers[i].label == label &&
		    model_sees(v, i, 2));
	get(v, "/undo/%s", dossiers[k].act);
	if (status != (model_undoes(v, k) ? 200 : 404))
		wrong(v, "the act %s", dossiers[k].act);
	no_leak(v);
	if (!model_sees(v, k, 2))
		return;
	get(v, "/dossiers/%s/links", dossiers[k].number);
	no_leak(v);
	if (dossiers[k].linked >= 0) {
		shows_word(v, IN_LINK, k, model_knows(v, IN_LINK, k));
		get(v, "/dossiers/%s/documents/7", dossiers[k].number);
		shows(v, dossiers[k].linked, model_knows(v, IN_LINK, k) &&
		    model_knows(v, IN_FILE, dossiers[k].linked));
	}
	post(v, "/dossiers/bulk", "act=task&title=&seen=%s&seen=%s&seen=%s",
	    dossiers[k].number, dossiers[dice(DOSSIERS)].number,
	    dossiers[dice(DOSSIERS)].number);
	no_leak(v);
}

/* Long lines of a calendar go on in the next one. */
static void
unfold(void)
{
	char *into = body, *at = body;

	while (*at != '\0')
		if (at[0] == '\r' && at[1] == '\n' && at[2] == ' ')
			at += 3;
		else
			*into++ = *at++;
	*into = '\0';
}

/* The days of a team and of a colleague, and what a link gives that nobody
 * signs in for. */
static void
calendars(int v)
{
	int i, other = dice(VIEWERS - 1);	/* the last is no clerk */
	bool busy = false, seen;

	get(v, "/calendar?view=list&team=%s", dice(2) == 0 ? "north" :
	    "south");
	no_leak(v);
	get(v, "/calendar?view=week&day=2026-11-25&person=P-%lld",
	    10000000 + (long long)viewers[other].id);
	no_leak(v);
	for (i = 0; i < DOSSIERS; i++) {
		if (dossiers[i].attendee != other)
			continue;
		seen = model_sees(v, i, 2);
		shows_word(v, IN_MEETING, i, seen);
		busy |= !seen;
	}
	if ((strstr(body, "Busy") != NULL) != busy)
		wrong(v, "the time of %s", viewers[other].login);
	get(v, "/calendar/feed/feed-of-%d/dossier.ics", v);
	if (status != 200)
		wrong(v, "no calendar by a link: %s", body);
	unfold();
	no_leak(v);
	for (i = 0; i < DOSSIERS; i++)
		if (dossiers[i].attendee == v)
			shows_word(v, IN_MEETING, i, model_sees(v, i, 2));
}

/* What arrived for one's teams, and one's own drafts. */
static void
whole_unfiled(int v)
{
	int i;

	if ((viewers[v].rights & RIGHT_INTAKE) == 0)
		return;
	get(v, "/intake/unfiled");
	for (i = 0; i < ARRIVALS; i++)
		shows_word(v, IN_ARRIVAL, i, arrivals[i].filed == -1 &&
		    model_knows(v, IN_ARRIVAL, i));
	i = dice(ARRIVALS);
	get(v, "/intake/unfiled/%s", arrivals[i].number);
	if (status != (model_knows(v, IN_ARRIVAL, i) ? 200 : 404))
		wrong(v, "the arrival %s", arrivals[i].number);
	no_leak(v);
	get(v, "/intake/new");
	for (i = 0; i < DRAFTS; i++)
		shows_word(v, IN_DRAFT, i, model_knows(v, IN_DRAFT, i));
}

/* Numbers of rows that have addresses of their own. */
static const char *
some_row(const char *name, int i)
{
	if (strcmp(name, "number") == 0)
		return dossiers[i].number;
	if (strcmp(name, "person") == 0)
		return dossiers[dice(DOSSIERS)].customer;
	if (strcmp(name, "view") == 0)
		return views[dice(VIEWS)].number;
	if (strcmp(name, "act") == 0)
		return dossiers[dice(DOSSIERS)].act;
	if (strcmp(name, "label") == 0)
		return "label1";
	if (strcmp(name, "wall") == 0)
		return arena_printf(cx.arena, "W-%08d", 5000 + dice(WALLS));
	if (strcmp(name, "glass") == 0)
		return arena_printf(cx.arena, "E-%08d",
		    6000 + dice(DOSSIERS));
	if (strcmp(name, "appointment") == 0)
		return arena_printf(cx.arena, "T-%08d",
		    5000 + dice(DOSSIERS));
	if (strcmp(name, "arrival") == 0)
		return arrivals[dice(ARRIVALS)].number;
	if (strcmp(name, "draft") == 0)
		return drafts[dice(DRAFTS)].number;
	return arena_printf(cx.arena, "%d", 1 + dice(8));
}

/* Any page, of any dossier, with any of the questions that lists take. */
static void
any_page(int v)
{
	static const char *const questions[] = { "", "?text=zq", "?status=open",
	    "?overdue=1", "?silent=1", "?type=complaint", "?sort=title",
	    "?find=zq",
	    "?beside=", "?kind=note", "?list=teams", "?person=", "?after=",
	    "?other=", "?list=away", "?version=1",
	    "?columns=title,lead,team,labels", "?field=item&value=zqhax" };
	const char *question = questions[dice(18)], *at, *end;
	const struct route *r;
	char address[500] = "";
	int n = 0, i = dice(DOSSIERS), k = dice(DOSSIERS);

	for (r = routes; r->path != NULL; r++)
		n += r->method == GET;
	n = dice(n);
	for (r = routes; r->method != GET || n-- > 0; r++)
		;
	for (at = r->path; *at != '\0'; at = end) {
		end = at + (*at == '{' ? strcspn(at, "}") + 1 :
		    strcspn(at, "{"));
		if (*at == '{')
			strcat(address, some_row(arena_textn(cx.arena, at + 1,
			    (size_t)(end - at - 2)), i));
		else
			strncat(address, at, (size_t)(end - at));
	}
	get(v, "%s%s%s", address, question, question[0] == '\0' ||
	    question[strlen(question) - 1] != '=' ? "" :
	    question[1] == 'p' ? dossiers[k].customer : dossiers[k].number);
	no_leak(v);
}

/* What leaves by mail, which nobody gets for another. */
const char *
__wrap_outbox_mail_send(struct ctx *c, const struct outbox_mail *mail)
{
	int v = 0, i;

	(void)c;
	while (v < VIEWERS && strcmp(viewers[v].email, mail->to) != 0)
		v++;
	if (v == VIEWERS)
		return "nobody has this address";
	snprintf(asked, sizeof(asked), "(mail)");
	status = 200;
	snprintf(body, BODY, "%s %s", mail->subject, mail->text);
	for (i = 0; i < DOSSIERS; i++)
		shows(v, i, model_sees(v, i, 2));
	for (i = 0; i < DOSSIERS; i++)
		if (!model_knows(v, IN_GLASS, i) && strstr(body,
		    arena_printf(cx.arena, "E-%08d", 6000 + i)) != NULL)
			wrong(v, "told of an emergency: %s",
			    dossiers[i].number);
	no_leak(v);
	return NULL;
}

static void
mails(void)
{
	struct ctx c = { .arena = cx.arena, .conf = conf, .db = house.db,
	    .now = cx.now, .lang = "en", .zone = cx.zone };
	struct outbox_report out;

	if (outbox_empty(&c, &out) != OK || out.failed > 0)
		wrong(0, "the mail: %s", out.why != NULL ? out.why : c.why);
}

/* Walls and emergencies: who reviews them, and nobody else. */
static void
whole_audit(int v)
{
	int i, k;

	if ((viewers[v].rights & RIGHT_AUDIT) == 0)
		return;
	get(v, "/walls");
	for (i = 0; i < WALLS; i++)
		shows_word(v, IN_WALL, i, !walls[i].over &&
		    walls[i].staff != v && walls[i].group != v &&
		    (walls[i].dossier < 0 ||
		    model_sees(v, walls[i].dossier, 2)));
	no_leak(v);
	get(v, "/walls?list=over");
	no_leak(v);
	get(v, "/walls/W-%08d", 5000 + dice(WALLS));
	no_leak(v);
	get(v, "/break-glass");
	no_leak(v);
	for (i = dice(DOSSIERS), k = 0; k < DOSSIERS &&
	    !model_broken(i); k++)
		i = (i + 1) % DOSSIERS;
	get(v, "/break-glass/E-%08d", 6000 + i);
	no_leak(v);
}

/* No word but what was chosen, and all of that. */
static void
only_shared(int i)
{
	static const enum kind shown[] = { IN_TITLE, IN_DEADLINE, IN_FILE };
	const char *s;
	size_t n;
	int kind, k;

	for (s = body; (s = strstr(s, "zq")) != NULL; s += 2) {
		kind = s[2] - 'a';
		k = (s[3] - 'a') * 26 + s[4] - 'a';
		if (kind >= 0 && kind < KINDS && k >= 0 && k < DOSSIERS &&
		    s[5] == 'x' && !model_shared(i, (enum kind)kind, k))
			wrong(0, "%s is shown", model_word((enum kind)kind,
			    k));
	}
	for (k = 0; k < DOSSIERS; k++)
		if (strstr(body, dossiers[k].number) != NULL)
			wrong(0, "the number %s is shown",
			    dossiers[k].number);
	for (n = 0; n < sizeof(shown) / sizeof(shown[0]) &&
	    strcmp(asked, "/portal") == 0; n++)
		if (model_shared(i, shown[n], i) && strstr(body,
		    model_word(shown[n], i)) == NULL)
			wrong(0, "%s is missing", model_word(shown[n], i));
}

/* What people outside see, whoever's cookie of staff comes along. */
static void
whole_rooms(void)
{
	int i;

	for (i = 0; i < DOSSIERS; i++) {
		room = i;
		get(dice(VIEWERS), "/portal");
		if (status != (model_room(i) ? 200 : 404))
			wrong(0, "the room of %s", dossiers[i].number);
		only_shared(i);
		get(dice(VIEWERS), "/portal/documents/%d", 1 + dice(2));
		if (status != (model_shared(i, IN_FILE, i) &&
		    strchr(asked, '1') != NULL ? 200 : 404))
			wrong(0, "the file of %s", dossiers[i].number);
		room = -1;
		get(dice(VIEWERS), "/portal/share/room-of-%d", i);
		if (status != (dossiers[i].sharer >= 0 &&
		    !dossiers[i].shut ? 200 : 404))
			wrong(0, "the link of %s", dossiers[i].number);
		if (strstr(body, "zq") != NULL)
			wrong(0, "a link tells of %s", dossiers[i].number);
		get(dice(VIEWERS), "/portal");
		if (status != 404)
			wrong(0, "no room, beside %s", dossiers[i].number);
	}
}

static void
one_world(uint32_t number)
{
	int v, i, k;

	dice_seed(number);
	model_world();
	if (has_route("/portal")) {
		whole_rooms();
		arena_reset(cx.arena);
		return;
	}
	if (has_route("/dossiers"))
		mails();
	for (v = 0; v < VIEWERS; v++) {
		if (has_route("/dossiers") &&
		    (viewers[v].rights & RIGHT_STAFF) != 0) {
			whole_lists(v);
			for (k = 0; k < 3; k++) {
				i = dice(DOSSIERS);
				found(v, i);
				hidden_is_nothing(v, i);
			}
			whole_rest(v);
			calendars(v);
			whole_audit(v);
		}
		if (has_route("/legal") &&
		    (viewers[v].rights & RIGHT_STAFF) != 0)
			whole_matters(v);
		if (has_route("/intake")) {
			whole_tray(v);
			whole_unfiled(v);
			warned(v, dice(DOSSIERS));
			no_way_in(v, dice(DOSSIERS));
		}
		for (k = 0; k < 12; k++)
			any_page(v);
	}
	arena_reset(cx.arena);
}

/* The pages have a handle of their own; the model's sees all there is. */
static void
open_house(bool wall)
{
	db_close(house.db);
	if (db_open(&cx, path, &house.db) != OK)
		abort();
	if (!wall)
		db_operator(house.db);
}

static int
worlds(void)
{
	const char *said = getenv("WORLDS");

	return said != NULL ? atoi(said) :
	    getenv("TESTS_QUICK") != NULL ? 60 : 500;
}

static void
nobody_sees_more_or_less_than_the_model_says(void)
{
	int i, n = worlds();

	for (i = 1; i <= n; i++)
		one_world((uint32_t)i);
	CHECK(faults == 0);
	printf("# %d worlds\n", n);
}

struct mutant {
	const char *from, *to;
};

/* As the predicate has them. Of many rows PostgreSQL makes no one value, and
 * an error would be noticed for the mutant. */
#define IN_SCOPE "          AND s.level"
#define GRANT "SELECT g.level FROM viewer_grant g      WHERE "
#define MOST "SELECT max(g.level) FROM viewer_grant g WHERE "

static void
mutate(const struct mutant *list, size_t n)
{
	size_t m;
	int i;

	for (m = 0; m < n; m++) {
		from = list[m].from;
		to = list[m].to;
		faults = 0;
		for (i = 1; i <= 40 && faults == 0; i++)
			one_world((uint32_t)i);
		if (faults == 0)
			printf("# nobody notices %s\n", to);
		CHECK(faults > 0);
	}
}

static void
a_mutilated_predicate_is_noticed(void)
{
	static const struct mutant mutants[] = {
		{ "w.viewer = $viewer", "w.viewer = $viewer - 99" },
		{ "w.dossier = d.id", "w.dossier = d.id + 99999" },
		{ "d.compartment = 0 OR EXISTS",
		    "d.compartment >= 0 OR EXISTS" },
		{ "d.compartment = 0 OR EXISTS",
		    "d.compartment = 0 OR 1 < 0 AND EXISTS" },
		{ "d.restricted = 0", "d.restricted >= 0" },
		{ "d.restricted = 0", "d.restricted = 2" },
		{ "s.viewer = $viewer AND s.scope = d.scope " IN_SCOPE,
		    "s.viewer > $viewer * 0 AND s.scope = d.scope" IN_SCOPE },
		{ "s.scope = d.scope " IN_SCOPE,
		    "s.scope <> d.scope * 0" IN_SCOPE },
		{ "d.scope IN (SELECT s", "d.scope NOT IN (SELECT s" },
		{ "s.level >= 2", "s.level >= 0" },
		{ "s.level >= 2", "s.level >= 3" },
		{ GRANT "g.viewer = $viewer",
		    MOST "g.viewer > $viewer * 0" },
		{ GRANT "g.viewer = $viewer AND g.dossier = d.id",
		    MOST "g.viewer = $viewer AND g.dossier > d.id * 0" },
		{ ", 0) >= 2", ", 0) >= 1" },
		{ "g.until > $now", "g.until > $now * 0" },
		{ "OR coalesce((SELECT g.level FROM viewer_grant",
		    "OR 1 < 0 AND coalesce((SELECT g.level FROM viewer_grant" }
	}, casework[] = {
		{ "k.viewer = $viewer", "k.viewer > $viewer * 0" },
		{ "k.until > $now", "k.until > $now * 0" },
		{ "AND k.compartment = ", "AND k.compartment >= 0 * " },
		{ ".compartment = 0 OR EXISTS", ".compartment >= 0 OR EXISTS" },
		{ ".compartment = 0 OR EXISTS", ".compartment = 0 OR 1 < 0"
		    " AND EXISTS" },
		{ "c.seq = e.seq AND NOT", "c.seq = e.seq + 9999 AND NOT" },
		{ "w.dossier = g.dossier", "w.dossier = g.dossier + 99999" },
		{ "coalesce(w.staff, 0) <> $viewer",
		    "coalesce(w.staff, 0) <> $viewer - 99" },
		{ "d.id = w.dossier AND", "d.id = w.dossier OR 1 < 0 AND" },
		{ "b ON b.team = o.team", "b ON b.team <> o.team" },
		{ "OR v.everybody = 1", "OR v.everybody >= 0" },
		{ "OR EXISTS (SELECT 1  FROM event_other",
		    "OR 1 > 0 OR EXISTS (SELECT 1  FROM event_other" },
		{ "x.seq = e.seq AND (d.", "x.seq = e.seq OR 1 < 0 AND (d." },
		{ "AND m.no = $2 AND", "AND m.no = $2 OR 1 < 0 AND" },
		{ "WHERE x.dossier = $1 AND x.no",
		    "WHERE x.dossier > $1 * 0 AND x.no" },
		{ "WHERE decision = $1 AND", "WHERE decision <> $1 AND 0 * " }
	}, intake[] = {
		{ "s.viewer = $viewer AND s.level >= 3)",
		    "s.viewer = $viewer AND s.level >= 2)" },
		{ "d.id = a.dossier AND", "d.id = a.dossier OR 1 < 0 AND" },
		{ "WHERE owner = $viewer AND kept",
		    "WHERE owner > $viewer * 0 AND kept" },
		{ "AND d.received >= $3   AND d.type_code = $4 AND",
		    "AND d.received >= $3   AND d.type_code = $4 OR"
		    " 1 < 0 AND" }
	};

	quiet = true;
	open_house(false);	/* row security would hold what they let go */
	mutate(mutants, sizeof(mutants) / sizeof(mutants[0]));
	if (has_route("/dossiers"))
		mutate(casework, sizeof(casework) / sizeof(casework[0]));
	if (has_route("/intake"))
		mutate(intake, sizeof(intake) / sizeof(intake[0]));
	from = NULL;
	quiet = false;
}

static void
a_room_left_open_is_noticed(void)
{
	static const struct mutant mutants[] = {
		{ "f.withdrawn IS NULL AND", " " },
		{ "f.compartment = 0 OR CASE", "f.compartment >= 0 OR CASE" },
		{ "s.ended IS NULL AND", " " },
		{ "s.locked IS NULL AND", " " },
		{ "s.until > $now", "s.until > $now - 99" }
	};

	quiet = true;
	open_house(false);
	mutate(mutants, sizeof(mutants) / sizeof(mutants[0]));
	from = NULL;
	quiet = false;
}

/* What a query lets go, row security holds: who may see nothing of a case
 * sees nothing of it. It knows no levels, so there are none in these worlds. */
static void
a_mutilated_predicate_meets_the_second_wall(void)
{
	static const struct mutant mutants[] = {
		{ "w.viewer = $viewer", "w.viewer = $viewer - 99" },
		{ "d.restricted = 0", "d.restricted >= 0" },
		{ "g.until > $now", "g.until > $now * 0" },
		{ "c.seq = e.seq AND NOT", "c.seq = e.seq + 9999 AND NOT" },
		{ "f.no = $2 AND (f.compartment = 0 OR",
		    "f.no = $2 AND (f.compartment >= 0 OR" },
		{ "'undone' AND (f.compartment = 0 OR",
		    "'undone' AND (f.compartment >= 0 OR" }
	};
	/* those after the third are of pages that casework alone has */
	size_t m, n = has_route("/dossiers") ? sizeof(mutants) /
	    sizeof(mutants[0]) : 3;
	int i, worlds = getenv("TESTS_QUICK") == NULL ? 10 : 5;

	open_house(true);
	model_all_or_none = true;
	for (m = 0; m < n; m++) {
		from = mutants[m].from;
		to = mutants[m].to;
		mutations = faults = 0;
		for (i = 1; i <= worlds && faults == 0; i++)
			one_world((uint32_t)i);
		if (faults > 0)
			printf("# more is seen by %s\n", to);
		CHECK(faults == 0 && mutations > 0);
	}
	from = NULL;
}

static void
file(const char *name, const char *bytes, size_t len)
{
	FILE *f = fopen(name, "w");

	if (f == NULL || fwrite(bytes, 1, len, f) != len || fclose(f) != 0)
		abort();
	chmod(name, 0400);
}

/* The bytes of every document, and what dossier.conf says. */
static const char *
configuration(const char *folder)
{
	struct arena *a = lasting;
	const char *top = getenv("top_srcdir"), *why;
	const char *name = arena_printf(a, "%s/dossier.conf", folder);
	const char *key = arena_printf(a, "%s/secret", folder);
	const char *text = arena_printf(a, "[dossier]\nstore = %s\n"
	    "documents = %s\ntemplates = %s/templates\n"
	    "base_url = http://localhost\ntimezone = Europe/Zurich\n"
	    "secret_file = %s\n[mail]\nfrom = dossier@example.org\n", path,
	    folder, top == NULL ? ".." : top, key);
	int i;

	file(key, "0123456789abcdef0123456789abcdef", 32);
	file(name, text, strlen(text));
	mkdir(arena_printf(a, "%s/00", folder), 0700);
	mkdir(arena_printf(a, "%s/00/00", folder), 0700);
	for (i = 0; i < DOSSIERS; i++)
		file(arena_printf(a, "%s/00/00/%064d", folder, i), "x", 1);
	conf = config_read(a, name, &why);
	return why;
}

int
__wrap_serve(int argc, char **argv, const struct route *table)
{
	(void)argc;
	(void)argv;
	routes = table;
	return 0;
}

int	program_main(int, char **);

/* Sessions of everybody, whose cookies the pages are asked with. */
static void
sign_in(void)
{
	unsigned char hash[DIGEST_SIZE];
	const char *token;
	int v;

	for (v = 0; v < VIEWERS; v++) {
		token = arena_printf(cx.arena, "token-of-%s",
		    viewers[v].login);
		digest_of(token, strlen(token), hash);
		CHECK(db_run(&cx, "INSERT INTO session (hash, person, created,"
		    " used) VALUES ($1, $2, $now, $now)",
		    db_b(hash, sizeof(hash)), db_i(viewers[v].id)) == OK);
	}
}

static int
drop(const char *name, const struct stat *st, int kind, struct FTW *at)
{
	(void)st;
	(void)kind;
	(void)at;
	return remove(name);
}

#undef main
int	main(int, char **);

int
main(int argc, char **argv)
{
	char folder[] = "/tmp/dossier-worlds-XXXXXX";
	const char *slash = strrchr(argv[0], '_'), *why;

	if (mkdtemp(folder) == NULL)
		return 2;
	snprintf(path, sizeof(path), "%s/store", folder);
	setenv("DOSSIER_NOW", "1795521600", 1);
	lasting = arena_new();
	program_main(argc, argv);
	given_in(path);
	snprintf(path, sizeof(path), "%s", world_url);
	model_people();
	sign_in();
	CHECK(db_commit(&cx) == OK);
	if ((why = configuration(folder)) != NULL) {
		printf("Bail out! %s\n", why);
		return 1;
	}
	session_open(conf);
	pages = templates_open(lasting, "", conf->templates,
	    conf->base_path);
	program = slash == NULL ? argv[0] : slash + 1;
	house = (struct house){ .program = program, .routes = routes,
	    .conf = conf, .templates = pages };
	open_house(true);
	RUN(nobody_sees_more_or_less_than_the_model_says);
	if (has_route("/dossiers") || has_route("/intake")) {
		if (getenv("TESTS_QUICK") == NULL)
			RUN(a_mutilated_predicate_is_noticed);
		else
			SKIP("a_mutilated_predicate_is_noticed",
			    "it judges the worlds, and did in the long form");
		if (world_store_pgsql())
			RUN(a_mutilated_predicate_meets_the_second_wall);
	}
	if (has_route("/portal") && getenv("TESTS_QUICK") == NULL)
		RUN(a_room_left_open_is_noticed);
	db_close(house.db);
	nftw(folder, drop, 8, FTW_DEPTH | FTW_PHYS);
	return DONE;
}
