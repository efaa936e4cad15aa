/* SPDX-License-Identifier: MIT */
/* Answers: status, headers, body; nothing leaves before COMMIT. */
#include "web/reply.h"

#include <stdio.h>
#include <string.h>

#include "base/config.h"
#include "base/count.h"
#include "base/log.h"
#include "domain/spine/document_bytes.h"
#include "text/fold.h"
#include "text/message.h"
#include "web/guest.h"
#include "web/turn.h"

#define POLICY "default-src 'self'; img-src 'self' data:; "		\
	"object-src 'none'; base-uri 'none'; form-action 'self'; "	\
	"frame-ancestors 'none'"
#define POLICY_FILE "default-src 'none'; sandbox; frame-ancestors 'none'"

static const struct {
	int status;
	const char *reason, *sentence;
} statuses[] = {
	[OK] = { 200, "OK", "" },
	[ERR_INVALID] = { 422, "Unprocessable Content",
	    N_("Something in the form is not right yet.") },
	[ERR_REQUEST] = { 400, "Bad Request",
	    N_("This request is not one that a page of Dossier makes.") },
	[ERR_SIGNON] = { 401, "Unauthorized", N_("Sign in first.") },
	[ERR_FORBIDDEN] = { 403, "Forbidden",
	    N_("This page is not part of your role. Ask your administrator "
	    "if you need it.") },
	[ERR_MISSING] = { 404, "Not Found",
	    N_("There is nothing at this address, or it is not for you.") },
	[ERR_METHOD] = { 405, "Method Not Allowed",
	    N_("This page cannot be used in that way. Open it from a link "
	    "in Dossier.") },
	[ERR_CONFLICT] = { 409, "Conflict",
	    N_("This was changed by somebody else meanwhile. Open the page "
	    "again.") },
	[ERR_LARGE] = { 413, "Content Too Large",
	    N_("This is more than Dossier takes at once.") },
	[ERR_MEDIA] = { 415, "Unsupported Media Type",
	    N_("A form was expected here, and something else was sent.") },
	[ERR_OFTEN] = { 429, "Too Many Requests",
	    N_("Too many tries in a short time. Wait a few minutes.") },
	[ERR_BROKEN] = { 500, "Internal Server Error",
	    N_("Dossier made a mistake, which is now on record. Try again, "
	    "and tell your administrator if it stays.") },
	[ERR_LOST] = { 500, "Internal Server Error",
	    N_("The file is no longer where it was stored. Tell your "
	    "administrator.") },
	[ERR_BUSY] = { 503, "Service Unavailable",
	    N_("Dossier is very busy at the moment. Nothing was lost; try "
	    "again in a minute.") },
	[ERR_SCHEMA] = { 503, "Service Unavailable",
	    N_("Nothing that was saved is lost. Try again in a few minutes; "
	    "to send a form again, go back in your browser.") },
};
#define STATUSES COUNT(statuses)

int
reply_status(enum err e)
{
	return (size_t)e < STATUSES ? statuses[e].status : 500;
}

static const char *
reason(int status)
{
	size_t i;

	for (i = 0; i < STATUSES; i++)
		if (statuses[i].status == status)
			return statuses[i].reason;
	return status == 304 ? "Not Modified" : "See Other";
}

/* Empties the answer and the view; the session's cookie is forgotten too,
 * for its transaction did not hold. */
void
reply_start(struct request *rq)
{
	struct reply *r = rq->reply;
	struct buf *head = r->head, *body = r->body;

	*r = (struct reply){ .head = head, .body = body, .status = 200 };
	buf_reset(head);
	buf_reset(body);
	rq->view = view_new(rq->cx.arena);
	rq->form->starts = 0;
}

/* A key for the forms of one page: used once. */
static const char *
form_key(struct request *rq)
{
	unsigned char bytes[16];

	digest_random(bytes, sizeof(bytes));
	return digest_token(rq->cx.arena, bytes, sizeof(bytes));
}

static enum err
render(struct request *rq, int status, const char *template)
{
	struct reply *r = rq->reply;
	struct template_form form = {
		.request = rq, .value = form_value, .mistake = form_mistake,
		.csrf = rq->session == NULL ? "" : rq->session->csrf,
		.form_key = form_key(rq),
		.why = status >= 400 ? rq->cx.why : NULL
	};
	enum err e;

	gate_page(rq);
	upload_hold_show(rq);
	buf_reset(r->body);
	buf_text(r->body, "<!DOCTYPE html>\n");
	if ((e = template_render(rq->state->house->templates, &rq->cx,
	    template, rq->view, &form, r->body)) != OK)
		return e;
	r->status = status;
	r->done = true;
	buf_text(r->head, "Content-Type: text/html; charset=utf-8\r\n"
	    "Content-Security-Policy: " POLICY "\r\n");
	return OK;
}

enum err
reply_page(struct request *rq, const char *template)
{
	int status = rq->reply->status;

	/* A filter in the address can be wrong as a form can. */
	if (status == 200 && refuse_any(&rq->cx))
		status = 422;
	return render(rq, status, template);
}

/* One of ours; a control character would end the header. */
static bool
address_ok(const char *s)
{
	if (*s != '/')
		return false;
	for (; *s != '\0'; s++)
		if ((unsigned char)*s <= ' ' || *s == 127)
			return false;
	return true;
}

enum err
reply_redirect(struct request *rq, const char *fmt, ...)
{
	va_list ap;

	va_start(ap, fmt);
	rq->reply->location = arena_vprintf(rq->cx.arena, fmt, ap);
	va_end(ap);
	if (!address_ok(rq->reply->location))
		return refuse(&rq->cx, ERR_BROKEN, "%s",
		    _(statuses[ERR_BROKEN].sentence));
	rq->reply->status = 303;
	rq->reply->done = true;
	return OK;
}

void
reply_notice(struct request *rq, const char *fmt, ...)
{
	va_list ap;

	va_start(ap, fmt);
	rq->reply->notice = arena_vprintf(rq->cx.arena, fmt, ap);
	va_end(ap);
}

enum err
reply_again(struct request *rq, enum err e)
{
	rq->reply->again = e;
	rq->reply->done = true;
	return OK;
}

/* Every byte but letters, digits and - . _ as %XX. */
static void
percent(struct buf *b, const char *s)
{
	for (; *s != '\0'; s++)
		if ((*s >= 'a' && *s <= 'z') || (*s >= 'A' && *s <= 'Z') ||
		    (*s >= '0' && *s <= '9') || strchr("-._", *s) != NULL)
			buf_char(b, *s);
		else
			buf_printf(b, "%%%02X", (unsigned char)*s);
}

static const char *
notice_name(const struct request *rq)
{
	return arena_printf(rq->cx.arena, "dossier_notice%s",
	    rq->cx.conf->base_slug);
}

/* The sentence and the act that it offers to undo, in one text. */
const char *
reply_notice_pack(const struct request *rq)
{
	const struct reply *r = rq->reply;

	if (r->notice == NULL || *r->notice == '\0')
		return "";
	return arena_printf(rq->cx.arena, "%s\n%s",
	    r->undo == NULL ? "" : r->undo, r->notice);
}

void
reply_notice_unpack(struct request *rq, const char *text)
{
	size_t n = strcspn(text, "\n");

	if (text[n] == '\0')
		return;
	rq->reply->undo = arena_textn(rq->cx.arena, text, n);
	rq->reply->notice = text + n + 1;
}

static void
from_cookie(struct request *rq)
{
	const char *cookie, *seal;
	char *text;
	size_t len;

	cookie = request_cookie(rq, notice_name(rq));
	if ((len = strcspn(cookie, ".")) == strlen(cookie))
		return;
	rq->reply->notice_shown = true;
	text = arena_text(rq->cx.arena, cookie + len + 1);
	seal = session_seal(rq->cx.arena, "notice", text, strlen(text));
	if (strlen(seal) != len || !digest_same(seal, cookie, len))
		return;
	len = strlen(text);
	if (form_decode(text, &len, false) && fold_utf8_ok(text, len))
		reply_notice_unpack(rq, text);
}

/* What the page before left, or this very answer, is shown once. */
void
reply_notice_show(struct request *rq, struct view *page)
{
	struct reply *r = rq->reply;

	if (r->notice == NULL && !guest_outside(rq))
		from_cookie(rq);
	view_text(page, "notice", r->notice);
	view_text(page, "undo", r->undo);
	r->notice = r->undo = NULL;
}

static void
notice_cookie(struct request *rq)
{
	const char *secure = rq->cx.conf->base_tls ? "; Secure" : "";
	struct reply *r = rq->reply;
	struct buf text = { 0 };

	if (r->notice != NULL && *r->notice != '\0') {
		percent(&text, reply_notice_pack(rq));
		buf_printf(r->head, "Set-Cookie: %s=%s.%s; Path=/; "
		    "HttpOnly; SameSite=Lax; Max-Age=60%s\r\n",
		    notice_name(rq),
		    session_seal(rq->cx.arena, "notice", text.data, text.len),
		    text.data, secure);
		buf_free(&text);
	} else if (r->notice_shown)
		buf_printf(r->head, "Set-Cookie: %s=; Path=/; "
		    "HttpOnly; SameSite=Lax; Max-Age=0%s\r\n",
		    notice_name(rq), secure);
}

/* A file is never shown inside our pages, and what it is decides nobody. */
void
reply_attachment(struct request *rq, const char *media_type, const char *name)
{
	struct buf *h = rq->reply->head;

	if (strspn(media_type, "abcdefghijklmnopqrstuvwxyz"
	    "ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789/.+-") !=
	    strlen(media_type) || strchr(media_type, '/') == NULL)
		media_type = "application/octet-stream";
	buf_printf(h, "Content-Type: %s%s\r\n", media_type,
	    strncmp(media_type, "text/", 5) == 0 ? "; charset=utf-8" : "");
	buf_text(h, "Content-Disposition: attachment; filename*=UTF-8''");
	percent(h, name);
	buf_text(h, "\r\nContent-Security-Policy: " POLICY_FILE "\r\n");
	rq->reply->status = 200;
	rq->reply->done = true;
}

enum err
reply_download(struct request *rq, const char *media_type, const char *name,
    struct buf *body)
{
	reply_attachment(rq, media_type, name);
	buf_reset(rq->reply->body);
	buf_add(rq->reply->body, body->data, body->len);
	buf_free(body);
	return OK;
}

enum err
reply_fresh(struct request *rq, const char *media_type, const char *text)
{
	unsigned char sum[DIGEST_SIZE];
	const char *tag;
	size_t n = strlen(text);

	digest_of(text, n, sum);
	tag = arena_printf(rq->cx.arena, "\"%s\"", digest_token(rq->cx.arena,
	    sum, 18));
	buf_printf(rq->reply->head, "Content-Type: %s; charset=utf-8\r\n"
	    "ETag: %s\r\nContent-Security-Policy: " POLICY_FILE "\r\n",
	    media_type, tag);
	buf_reset(rq->reply->body);
	rq->reply->status = 304;
	rq->reply->done = true;
	if (strstr(request_param(rq, "HTTP_IF_NONE_MATCH"), tag) != NULL)
		return OK;
	rq->reply->status = 200;
	buf_add(rq->reply->body, text, n);
	return OK;
}

/* Wrong bytes are worse than none. */
static enum err
lost(struct request *rq, enum document_bytes how, const char *below,
    const char *name)
{
	log_error("document %s is %s; ask \"dossier verify\"", below,
	    how == BYTES_MISSING ? "missing" : "altered");
	return how == BYTES_MISSING ? refuse(&rq->cx, ERR_LOST, _("The file "
	    "“%s” is no longer where it was stored. Tell your administrator: "
	    "a backup may have it."), name) :
	    refuse(&rq->cx, ERR_LOST, _("The file “%s” was altered outside "
	    "of Dossier, so it is not sent. Tell your administrator: a "
	    "backup may have it as it was."), name);
}

enum err
reply_document(struct request *rq, const char *sha256, size_t bytes,
    const char *media_type, const char *name)
{
	enum document_bytes how = document_bytes_look(&rq->cx, sha256, bytes);
	const struct config *conf = rq->cx.conf;
	const char *below = document_bytes_below(&rq->cx, sha256);
	char *path = arena_printf(rq->cx.arena, "%s/%s", conf->documents,
	    below);

	if (how != BYTES_THERE)
		return lost(rq, how, below, name);
	reply_attachment(rq, media_type, name);
	if (strcmp(conf->sendfile, "accel") == 0)
		buf_printf(rq->reply->head,
		    "X-Accel-Redirect: %s/stored/%s\r\n",
		    conf->base_path, below);
	else if (strcmp(conf->sendfile, "x-sendfile") == 0)
		buf_printf(rq->reply->head, "X-Sendfile: %s\r\n", path);
	else {
		rq->reply->file = path;
		rq->reply->file_size = bytes;
	}
	return OK;
}

/* Without a template that works: the same words, bare. */
static void
bare(struct request *rq, const char *title, const char *why)
{
	struct buf *b = rq->reply->body;
	const char *s;

	buf_reset(b);
	buf_printf(b, "<!DOCTYPE html>\n<html lang=\"%s\"><head>"
	    "<title>%s</title></head>\n<body><h1>%s</h1>\n<p>",
	    rq->cx.lang, title, title);
	for (s = why; *s != '\0'; s++)
		if (*s == '<' || *s == '&')
			buf_text(b, *s == '<' ? "&lt;" : "&amp;");
		else
			buf_char(b, *s);
	buf_text(b, "</p></body></html>\n");
	buf_reset(rq->reply->head);
	buf_text(rq->reply->head, "Content-Type: text/html; charset=utf-8\r\n"
	    "Content-Security-Policy: " POLICY "\r\n");
}

static const char *
refusal_page(const struct request *rq)
{
	return !guest_outside(rq) ? "shared/refusal.html" :
	    arena_printf(rq->cx.arena, "%s/refusal.html",
	    rq->state->house->program);
}

enum err
reply_refusal(struct request *rq, enum err e)
{
	const char *why = rq->cx.why, *notice = rq->reply->notice;
	const char *undo = rq->reply->undo;
	bool ours;

	if ((size_t)e >= STATUSES || e == OK)
		e = ERR_BROKEN;
	if (why == NULL || *why == '\0' || e == ERR_BROKEN)
		why = _(statuses[e].sentence);
	reply_start(rq);
	rq->cx.why = NULL;		/* said once, by the page itself */
	rq->cx.mistakes = NULL;
	view_int(rq->view, "status", statuses[e].status);
	view_text(rq->view, "why", why);
	view_flag(rq->view, "missing", e == ERR_MISSING);
	ours = e == ERR_BROKEN || e == ERR_LOST || e == ERR_BUSY;
	view_flag(rq->view, "updating", e == ERR_SCHEMA);
	view_flag(rq->view, "again", e == ERR_SCHEMA ||
	    (e == ERR_BUSY && rq->method == GET));
	view_flag(rq->view, "ours", ours);
	view_flag(rq->view, "yours", e != ERR_MISSING && e != ERR_SCHEMA &&
	    !ours);
	/* where a person was; who may not be there stays away */
	if (e != ERR_MISSING && e != ERR_FORBIDDEN && e != ERR_SIGNON &&
	    rq->number != NULL &&
	    strncmp(rq->path, "/dossiers/", strlen("/dossiers/")) == 0)
		view_text(rq->view, "case", rq->number);
	if (rq->state->house->templates == NULL ||
	    render(rq, statuses[e].status, refusal_page(rq)) != OK)
		bare(rq, statuses[e].reason, why);
	rq->reply->status = statuses[e].status;
	rq->reply->notice = notice;
	rq->reply->undo = undo;
	rq->reply->done = true;
	return OK;
}

void
reply_headers(struct request *rq)
{
	struct reply *r = rq->reply;
	struct buf start = { 0 };
	size_t size = r->file != NULL ? r->file_size : r->body->len;

	buf_printf(&start, "Status: %d %s\r\n", r->status, reason(r->status));
	if (r->location != NULL)
		buf_printf(&start, "Location: %s%s\r\n",
		    rq->cx.conf->base_path, r->location);
	if (r->cookie != NULL)
		buf_text(&start, r->cookie);
	notice_cookie(rq);
	if (r->status == 429 || r->status == 503)
		buf_printf(r->head, "Retry-After: %lld\r\n",
		    (long long)(rq->cx.wait > 0 ? rq->cx.wait : 30));
	buf_text(r->head, "X-Content-Type-Options: nosniff\r\n"
	    "Referrer-Policy: same-origin\r\n"
	    "Cache-Control: no-store\r\n");
	if (rq->cx.conf->base_tls)
		buf_text(r->head,
		    "Strict-Transport-Security: max-age=31536000\r\n");
	if (strstr(r->head->data, "X-Accel-Redirect:") == NULL &&
	    strstr(r->head->data, "X-Sendfile:") == NULL)
		buf_printf(r->head, "Content-Length: %zu\r\n", size);
	buf_text(r->head, "\r\n");
	buf_add(&start, r->head->data, r->head->len);
	buf_reset(r->head);
	buf_add(r->head, start.data, start.len);
	buf_free(&start);
}
