/* SPDX-License-Identifier: MIT */
/* The cookie, the secret that seals tokens, and the making of sessions. */
#include "web/session.h"

#include <errno.h>
#include <fcntl.h>
#include <string.h>
#include <unistd.h>

#include "base/config.h"
#include "base/log.h"
#include "domain/people/access.h"
#include "domain/people/visit.h"
#include "web/turn.h"

#define TOKEN_BYTES 32

static unsigned char secret[32];

bool
session_open(const struct config *conf)
{
	unsigned char bytes[sizeof(secret)];
	int fd = open(conf->secret_file, O_RDONLY | O_CLOEXEC);
	ssize_t n = fd < 0 ? -1 : read(fd, bytes, sizeof(bytes));

	if (n < 0)
		log_error("%s: %s", conf->secret_file, strerror(errno));
	else if ((size_t)n < sizeof(bytes))
		log_error("%s: it must hold %zu random bytes",
		    conf->secret_file, sizeof(bytes));
	else
		memcpy(secret, bytes, sizeof(secret));
	if (fd >= 0)
		close(fd);
	return n == (ssize_t)sizeof(bytes);
}

const char *
session_seal(struct arena *a, const char *what, const void *bytes, size_t n)
{
	size_t len = strlen(what) + 1;
	unsigned char sum[DIGEST_SIZE], *all = arena_alloc(a, len + n);

	memcpy(all, what, len);
	if (n > 0)
		memcpy(all + len, bytes, n);
	digest_keyed(secret, sizeof(secret), all, len + n, sum);
	return digest_token(a, sum, sizeof(sum));
}

static const char *
cookie_name(const struct request *rq)
{
	return arena_printf(rq->cx.arena, "%sdossier%s",
	    rq->cx.conf->base_tls ? "__Host-" : "", rq->cx.conf->base_slug);
}

void
session_cookie(struct request *rq)
{
	struct request_state *st = rq->state;

	st->token = request_cookie(rq, cookie_name(rq));
	digest_of(st->token, strlen(st->token), st->visit.hash);
}

static void
cookie_set(struct request *rq, const char *token)
{
	rq->reply->cookie = arena_printf(rq->cx.arena,
	    "Set-Cookie: %s=%s; Path=/; HttpOnly; SameSite=Lax%s%s\r\n",
	    cookie_name(rq), token, rq->cx.conf->base_tls ? "; Secure" : "",
	    *token == '\0' ? "; Max-Age=0" : "");
}

void
session_entered(struct request *rq)
{
	const struct visit *v = &rq->state->visit;
	struct session *s = arena_alloc(rq->cx.arena, sizeof(*s));

	s->person = v->person;
	s->created = v->created;
	s->used = v->used;
	memcpy(s->hash, v->hash, sizeof(s->hash));
	s->csrf = session_seal(rq->cx.arena, "csrf", v->hash,
	    sizeof(v->hash));
	rq->session = s;
}

enum err
session_make(struct request *rq, int64_t person, const char *remote)
{
	struct request_state *st = rq->state;
	unsigned char bytes[TOKEN_BYTES];
	const char *token;
	enum err e;

	if (*st->token != '\0' &&
	    (e = visit_end(&rq->cx, &st->visit)) != OK)
		return e;
	digest_random(bytes, sizeof(bytes));
	token = digest_token(rq->cx.arena, bytes, sizeof(bytes));
	if (*remote != '\0')
		token = arena_printf(rq->cx.arena, "%s.%s", token,
		    session_remote_seal(rq, remote));
	digest_of(token, strlen(token), st->visit.hash);
	st->visit.person = person;
	if ((e = visit_make(&rq->cx, &st->visit)) != OK ||
	    (e = access_enter(&rq->cx, person)) != OK)
		return e;
	st->token = token;
	session_entered(rq);
	cookie_set(rq, token);
	return OK;
}

enum err
session_end(struct request *rq)
{
	enum err e = visit_end(&rq->cx, &rq->state->visit);

	if (e == OK)
		cookie_set(rq, "");
	return e;
}

enum err
session_end_all(struct request *rq)
{
	enum err e = visit_end_all(&rq->cx, rq->cx.viewer);

	if (e == OK)
		cookie_set(rq, "");
	return e;
}
