/* SPDX-License-Identifier: MIT */
/* What is asked as whom, what comes back, and whether that betrays anything. */
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/digest.h"
#include "unit/world.h"
#include "web/turn.h"
#include "worlds.h"

const struct route *routes;
struct house house;
int faults;
bool quiet;
char body[BODY];
int status;
char asked[2000];
int room = -1;

/* The body of a POST. */
static const char *sent = "";

void
wrong(int v, const char *fmt, const char *what)
{
	if (faults++ < 10 && !quiet) {
		printf("# %s asks %s: ", viewers[v].login, asked);
		printf(fmt, what);
		putchar('\n');
	}
}

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
void
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

void
get(int v, const char *fmt, ...)
{
	va_list ap;

	va_start(ap, fmt);
	vsnprintf(asked, sizeof(asked), fmt, ap);
	va_end(ap);
	ask(v, "GET", asked, "");
}

/* With the token of the session, and a key that no form had before. */
void
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
void
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
		    !told_with_a_wall(v, (enum kind)kind, i) &&
		    !told_as_officer(v, (enum kind)kind, i))
			wrong(v, "%s is shown",
			    model_word((enum kind)kind, i));
	}
	for (i = 0; i < DOSSIERS; i++)
		if (!model_sees(v, i, 2) && !(dossiers[i].actor == v &&
		    strncmp(asked, "/undo", 5) == 0) &&
		    !(strncmp(asked, "/break-glass", 12) == 0 &&
		    model_knows(v, IN_GLASS, i)) &&
		    !numbered_as_officer(v, i) &&
		    strstr(asked, dossiers[i].number) == NULL &&
		    strstr(body, dossiers[i].number) != NULL)
			wrong(v, "the number %s is shown",
			    dossiers[i].number);
}

void
shows(int v, int i, bool wanted)
{
	const char *number = dossiers[i].number;

	if ((strstr(body, number) != NULL) != wanted)
		wrong(v, wanted ? "%s is missing" : "%s is there", number);
}

void
shows_word(int v, enum kind kind, int i, bool wanted)
{
	const char *word = model_word(kind, i);

	if ((strstr(body, word) != NULL) != wanted)
		wrong(v, wanted ? "%s is missing" : "%s is there", word);
}

bool
has_route(const char *want)
{
	const struct route *r;

	for (r = routes; r->path != NULL; r++)
		if (r->method == GET && strcmp(r->path, want) == 0)
			return true;
	return false;
}
