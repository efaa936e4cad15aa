/* SPDX-License-Identifier: MIT */
/* The cookies of those who come from outside. */
#include "web/guest.h"

#include <string.h>

#include "base/config.h"
#include "text/message.h"
#include "web/turn.h"

bool
guest_outside(const struct request *rq)
{
	return rq->state->house->routes[0].right == RIGHT_OUTSIDE;
}

/* __Host- would want the path of the whole host. */
static const char *
cookie_name(const struct request *rq, const char *what)
{
	return arena_printf(rq->cx.arena, "%sdossier_%s%s%s",
	    rq->cx.conf->base_tls ? "__Secure-" : "",
	    rq->state->house->program, what, rq->cx.conf->base_slug);
}

static void
cookie_set(struct request *rq, const char *what, const char *text)
{
	rq->reply->cookie = arena_printf(rq->cx.arena,
	    "Set-Cookie: %s=%s; Path=%s/%s; HttpOnly; SameSite=Strict%s%s\r\n",
	    cookie_name(rq, what), text, rq->cx.conf->base_path,
	    rq->state->house->program,
	    rq->cx.conf->base_tls ? "; Secure" : "",
	    *text == '\0' ? "; Max-Age=0" : "");
}

const char *
guest_token(const struct request *rq)
{
	return request_cookie(rq, cookie_name(rq, ""));
}

void
guest_token_set(struct request *rq, const char *token)
{
	cookie_set(rq, "", token);
}

const char *
guest_language(const struct request *rq)
{
	const char *chosen = request_cookie(rq, cookie_name(rq, "_language"));
	size_t i;

	for (i = 0; message_languages[i] != NULL; i++)
		if (strcmp(message_languages[i], chosen) == 0)
			return message_languages[i];
	return NULL;
}

void
guest_language_set(struct request *rq, const char *lang)
{
	rq->cx.lang = message_languages[message_index(lang)];
	message_use(rq->cx.lang);
	cookie_set(rq, "_language", rq->cx.lang);
}
