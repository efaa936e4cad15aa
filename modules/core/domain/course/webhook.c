/* SPDX-License-Identifier: MIT */
/* One POST, by the machine's own curl: it knows TLS and the site's trust. */
#include "domain/course/webhook.h"

#include <stdlib.h>
#include <string.h>

#include "base/buf.h"
#include "base/child.h"
#include "base/digest.h"
#include "base/file.h"
#include "text/message.h"

/* A string of a curl configuration. */
static void
quoted(struct buf *b, const char *option, const char *s)
{
	buf_printf(b, "%s = \"", option);
	for (; *s != '\0'; s++)
		switch (*s) {
		case '\n':
			buf_text(b, "\\n");
			break;
		case '\r':
			buf_text(b, "\\r");
			break;
		case '"':
		case '\\':
			buf_char(b, '\\');
			/* FALLTHROUGH */
		default:
			buf_char(b, *s);
		}
	buf_text(b, "\"\n");
}

/* False: the key cannot be read. */
static bool
sign(struct ctx *cx, const struct config_webhook *h, const char *body,
    struct buf *b)
{
	unsigned char sum[DIGEST_SIZE];
	const char *text;
	char *key;
	size_t n;

	if (h->secret_file[0] == '\0')
		return true;
	if ((key = file_text(cx->arena, h->secret_file)) == NULL ||
	    (n = strcspn(key, "\r\n")) == 0)
		return false;
	text = arena_printf(cx->arena, "%lld.%s", (long long)cx->now, body);
	digest_keyed(key, n, text, strlen(text), sum);
	explicit_bzero(key, n);
	quoted(b, "header", arena_printf(cx->arena,
	    "Dossier-Signature: sha256=%s", digest_hex(cx->arena, sum,
	    sizeof(sum))));
	return true;
}

/* What curl is told; nothing of it stands in lists of processes. */
static bool
compose(struct ctx *cx, const struct config_webhook *h, const char *call,
    const char *body, struct buf *b)
{
	quoted(b, "url", h->url);
	buf_text(b, "request = \"POST\"\nproto = \"=http,https\"\n"
	    "silent\ngloboff\n");
	buf_printf(b, "max-time = %d\nconnect-timeout = %d\n", h->timeout,
	    h->timeout < 10 ? h->timeout : 10);
	quoted(b, "write-out", "\\n%{http_code}");
	quoted(b, "user-agent", "dossier");
	quoted(b, "header", "Content-Type: application/json");
	quoted(b, "header", "Accept: application/json");
	quoted(b, "header", "Expect:");
	quoted(b, "header", arena_printf(cx->arena, "Dossier-Call: %s",
	    call));
	quoted(b, "header", arena_printf(cx->arena, "Dossier-Time: %lld",
	    (long long)cx->now));
	quoted(b, "data-raw", body);
	return sign(cx, h, body, b);
}

/* The status stands in the last line. */
static void
take(struct ctx *cx, const struct config_webhook *h, const struct buf *got,
    struct webhook_answer *out)
{
	const char *text = arena_textn(cx->arena,
	    got->data == NULL ? "" : got->data, got->len);
	const char *line = strrchr(text, '\n');

	if (line == NULL)
		return;
	out->status = (int)strtol(line + 1, NULL, 10);
	out->body = arena_textn(cx->arena, text, (size_t)(line - text));
	if (out->status >= 200 && out->status < 300)
		out->why = NULL;
	else if (out->status != 0)
		out->why = arena_printf(cx->arena, _("“%s” answered with the "
		    "status %d."), h->name, out->status);
}

void
webhook_post(struct ctx *cx, const struct config_webhook *h,
    const char *call, const char *body, struct webhook_answer *out)
{
	const char *program = cx->conf->webhooks_curl;
	const char *const argv[] = { program, "-q", "--config", "-", NULL };
	struct buf said = { 0 }, got = { 0 };
	struct child c = { .argv = argv, .seconds = h->timeout + 5,
	    .out = &got, .most = WEBHOOK_ANSWER };
	int status;

	*out = (struct webhook_answer){ .body = "" };
	out->why = arena_printf(cx->arena, _("“%s” does not answer."),
	    h->name);
	if (strlen(body) > WEBHOOK_BODY) {
		out->why = arena_printf(cx->arena, _("What “%s” is to be told "
		    "is longer than %zu bytes."), h->name, WEBHOOK_BODY);
		return;
	}
	if (!compose(cx, h, call, body, &said)) {
		out->why = arena_printf(cx->arena, _("%s: the key of “%s” "
		    "cannot be read."), h->secret_file, h->name);
		buf_free(&said);
		return;
	}
	c.input = said.data;
	c.len = said.len;
	switch (child_run(&c, &status)) {
	case CHILD_NONE:
		out->why = arena_printf(cx->arena, _("%s cannot be run: %s."),
		    program, strerror(status));
		break;
	case CHILD_LATE:
		break;
	case CHILD_DONE:
		take(cx, h, &got, out);
		break;
	}
	if (said.data != NULL)
		explicit_bzero(said.data, said.len);
	buf_free(&said);
	buf_free(&got);
}
