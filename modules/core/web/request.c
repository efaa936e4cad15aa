/* SPDX-License-Identifier: MIT */
/* What the web server says of a request, taken strictly. */
#include "web/request.h"

#include <string.h>

#include "base/config.h"
#include "base/count.h"
#include "text/fold.h"
#include "text/message.h"
#include "web/turn.h"

#define PARAMS_MAX ((size_t)256 * 1024)
#define PATH_LONGEST 2048
#define ROUTES 512		/* of which their segments are known */
#define DIGITS "0123456789"
#define LETTERS "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ"

const char *
request_param(const struct request *rq, const char *name)
{
	char *const *p = rq->state->wire->params;
	size_t n = strlen(name);

	for (; p != NULL && *p != NULL; p++)
		if (strncmp(*p, name, n) == 0 && (*p)[n] == '=')
			return *p + n + 1;
	return "";
}

const char *
request_cookie(const struct request *rq, const char *name)
{
	const char *s = request_param(rq, "HTTP_COOKIE");
	size_t n = strlen(name), len;

	while (*s != '\0') {
		s += strspn(s, "; ");
		len = strcspn(s, ";");
		if (len > n && strncmp(s, name, n) == 0 && s[n] == '=')
			return arena_textn(rq->cx.arena, s + n + 1,
			    len - n - 1);
		s += len;
	}
	return "";
}

static enum err
take_method(struct request *rq)
{
	const char *m = request_param(rq, "REQUEST_METHOD");

	rq->state->head = strcmp(m, "HEAD") == 0;
	if (rq->state->head || strcmp(m, "GET") == 0)
		rq->method = GET;
	else if (strcmp(m, "POST") == 0)
		rq->method = POST;
	else
		rq->method = 0;		/* no route has it: 405 */
	return OK;
}

/* A path has no empty, "." or ".." segment, no NUL, and is UTF-8. */
static bool
path_ok(const char *s, size_t len)
{
	const char *p, *end;

	if (len == 0 || *s != '/' || !fold_utf8_ok(s, len) ||
	    strchr(s, '\\') != NULL)
		return false;
	if (len == 1)
		return true;
	for (p = s; *p == '/'; p = end) {
		end = strchr(p + 1, '/');
		if (end == NULL)
			end = s + len;
		if (end == p + 1 ||
		    (end == p + 2 && p[1] == '.') ||
		    (end == p + 3 && p[1] == '.' && p[2] == '.'))
			return false;
	}
	return true;
}

/* What follows the path of the site in an address; NULL outside of it. */
static const char *
below(const struct request *rq, const char *uri)
{
	const char *path = rq->cx.conf->base_path;
	size_t n = strlen(path);

	if (n > 0 && (strncmp(uri, path, n) != 0 ||
	    strchr("/?", uri[n]) == NULL))
		return NULL;
	return uri + n;
}

/* REQUEST_URI is what the browser sent; the others come decoded. */
static enum err
take_path(struct request *rq)
{
	const char *uri = request_param(rq, "REQUEST_URI"), *rest;
	bool encoded = *uri != '\0';
	size_t len;
	char *path;

	if (!encoded)
		uri = arena_printf(rq->cx.arena, "%s%s",
		    request_param(rq, "SCRIPT_NAME"),
		    request_param(rq, "PATH_INFO"));
	if ((rest = below(rq, uri)) == NULL)
		return refuse(&rq->cx, ERR_MISSING,
		    _("There is nothing at this address, or it is not for "
		    "you."));
	len = encoded ? strcspn(rest, "?") : strlen(rest);
	path = len == 0 && rest > uri ? arena_text(rq->cx.arena, "/") :
	    arena_textn(rq->cx.arena, rest, len);
	len = strlen(path);
	if (encoded && (len > PATH_LONGEST ||
	    !form_decode(path, &len, false)))
		len = 0;
	rq->path = path;
	if (len <= PATH_LONGEST && path_ok(path, len))
		return OK;
	rq->path = "/";
	return refuse(&rq->cx, ERR_REQUEST,
	    _("This address is not one of Dossier's. Check it, or start "
	    "again from the first page."));
}

/* A whole decimal number that fits; "" is 0. */
static bool
take_length(const char *s, size_t *out)
{
	size_t n = 0;

	for (; *s >= '0' && *s <= '9'; s++)
		if (__builtin_mul_overflow(n, (size_t)10, &n) ||
		    __builtin_add_overflow(n, (size_t)(*s - '0'), &n))
			return false;
	*out = n;
	return *s == '\0';
}

/* The media type, and of a multipart one its boundary. */
static bool
take_media(struct request *rq)
{
	const char *type = request_param(rq, "CONTENT_TYPE"), *p;
	size_t i, n = strcspn(type, "; \t");
	char *s = arena_textn(rq->cx.arena, type, n);

	for (i = 0; i < n; i++)
		if (s[i] >= 'A' && s[i] <= 'Z')
			s[i] += 'a' - 'A';
	rq->state->media = s;
	rq->state->boundary = "";
	if (strcmp(s, "multipart/form-data") != 0)
		return true;
	if ((p = strcasestr(type + n, "boundary=")) == NULL)
		return false;
	p += strlen("boundary=");
	n = *p == '"' ? strcspn(++p, "\"") : strcspn(p, "; \t");
	if (n == 0 || n > 70 ||
	    strspn(p, LETTERS DIGITS "'()+_,-./:=?") < n)
		return false;
	rq->state->boundary = arena_textn(rq->cx.arena, p, n);
	return true;
}

enum err
request_take(struct request *rq, struct wire *wire)
{
	char *const *p;
	size_t size = 0;
	enum err e;

	rq->state->wire = wire;
	rq->number = "";
	rq->path = "/";
	rq->state->query = rq->state->media = rq->state->boundary = "";
	rq->state->token = "";
	for (p = wire->params; p != NULL && *p != NULL; p++)
		if ((size += strlen(*p) + 1) > PARAMS_MAX) {
			wire->params = NULL;
			return refuse(&rq->cx, ERR_LARGE,
			    _("Your browser sent too much with its request. "
			    "Delete this site's cookies and try again."));
		}
	if ((e = take_method(rq)) != OK || (e = take_path(rq)) != OK)
		return e;
	rq->state->query = request_param(rq, "QUERY_STRING");
	if (!take_length(request_param(rq, "CONTENT_LENGTH"),
	    &rq->state->length) ||
	    (*request_param(rq, "CONTENT_LENGTH") == '\0' &&
	    rq->method == POST) || !take_media(rq))
		return refuse(&rq->cx, ERR_REQUEST,
		    _("The form arrived without its measures. Send it "
		    "again."));
	rq->state->left = rq->state->length;
	return OK;
}

enum err
request_body(struct request *rq, void *p, size_t n, size_t *got)
{
	struct wire *w = rq->state->wire;

	if (n > rq->state->left)
		n = rq->state->left;
	*got = n == 0 ? 0 : w->read(w, p, n);
	rq->state->left -= *got;
	if (*got == 0 && n > 0)
		return refuse(&rq->cx, ERR_REQUEST,
		    _("The form arrived incomplete. Nothing was written; "
		    "send it again."));
	return OK;
}

/* {number}, {no} or a {word}: does the segment fit it? */
static bool
segment_fits(struct request *rq, const char *name, size_t namelen,
    const char *s, size_t n)
{
	struct request_state *st = rq->state;
	char *text;
	size_t i;

	if (n > 64 || strspn(s, LETTERS DIGITS "-_") < n)
		return false;
	text = arena_textn(rq->cx.arena, s, n);
	if (namelen == 6 && strncmp(name, "number", 6) == 0) {
		rq->number = text;
		return true;
	}
	if (namelen == 2 && strncmp(name, "no", 2) == 0) {
		if (n > 18 || *s == '0' || strspn(s, DIGITS) < n)
			return false;
		for (rq->no = 0, i = 0; i < n; i++)
			rq->no = rq->no * 10 + (s[i] - '0');
		return true;
	}
	if (st->parts == COUNT(st->part_name))
		return false;
	st->part_name[st->parts] = arena_textn(rq->cx.arena, name, namelen);
	st->part_text[st->parts++] = text;
	return true;
}

static const char *
segment_end(const char *s)
{
	while (*s != '\0' && *s != '/')
		s++;
	return s;
}

static unsigned char
segments(const char *path)
{
	unsigned char n = 0;

	for (; *path != '\0'; path++)
		n += *path == '/';
	return n;
}

/* How many segments each of the routes has, counted once; 0 of later ones. */
static const unsigned char *
segments_of(const struct route *routes)
{
	static const struct route *of;
	static unsigned char n[ROUTES + 1];
	size_t i;

	if (of == routes)
		return n;
	for (i = 0; i < ROUTES; i++)
		n[i] = 0;
	for (i = 0; i < ROUTES && routes[i].method != 0; i++)
		n[i] = segments(routes[i].path);
	of = routes;
	return n;
}

/* Has the path the words of the pattern, and as many segments? Few routes
 * pass this, so that no more is done for the others. */
static bool
words_fit(const char *path, const char *pattern)
{
	const char *s = path, *p = pattern;

	while (*s != '\0' && *p != '\0')
		if (*p == '{') {
			p = segment_end(p);
			s = segment_end(s);
			if (*s != *p)
				return false;
		} else if (*s++ != *p++)
			return false;
	return *s == *p;
}

/* Compares path and pattern; *words counts the segments in braces. */
static bool
path_fits(struct request *rq, const char *pattern, int *words)
{
	const char *s = rq->path, *p = pattern;
	size_t n, m;

	*words = 0;
	rq->number = "";
	rq->no = 0;
	rq->state->parts = 0;
	while (*s == '/' && *p == '/') {
		s++, p++;
		n = strcspn(s, "/");
		m = strcspn(p, "/");
		if (*p == '{') {
			(*words)++;
			if (n == 0 || !segment_fits(rq, p + 1, m - 2, s, n))
				return false;
		} else if (n != m || memcmp(s, p, n) != 0)
			return false;
		s += n;
		p += m;
	}
	return *s == '\0' && *p == '\0';
}

enum err
request_route(struct request *rq, const char **allow)
{
	const struct route *r, *best = NULL;
	const struct route *all = rq->state->house->routes;
	const unsigned char *n = segments_of(all), own = segments(rq->path);
	size_t i;
	int words, least = 100;
	bool get = false, post = false;

	*allow = NULL;
	for (r = all; r->method != 0; r++) {
		i = r - all < ROUTES ? (size_t)(r - all) : ROUTES;
		if ((n[i] != 0 && n[i] != own) ||
		    !words_fit(rq->path, r->path) ||
		    !path_fits(rq, r->path, &words))
			continue;
		if (words < least) {	/* /new before /{person} */
			least = words;
			best = NULL;
			get = post = false;
		}
		if (words > least)
			continue;
		get |= r->method == GET;
		post |= r->method == POST;
		if (r->method == rq->method)
			best = r;
	}
	if (best != NULL) {
		path_fits(rq, best->path, &words);
		rq->route = best;
		rq->level = best->level;
		return OK;
	}
	path_fits(rq, "", &words);
	if (!get && !post)
		return refuse(&rq->cx, ERR_MISSING,
		    _("There is nothing at this address, or it is not for "
		    "you."));
	*allow = get && post ? "GET, HEAD, POST" : get ? "GET, HEAD" : "POST";
	return refuse(&rq->cx, ERR_METHOD,
	    _("This page cannot be used in that way. Open it from a link "
	    "in Dossier."));
}

const char *
request_part(const struct request *rq, const char *name)
{
	size_t i;

	for (i = 0; i < rq->state->parts; i++)
		if (strcmp(rq->state->part_name[i], name) == 0)
			return rq->state->part_text[i];
	return "";
}

/* The path is written as it came: REQUEST_URI is already encoded. */
const char *
request_address(const struct request *rq)
{
	const char *uri = below(rq, request_param(rq, "REQUEST_URI"));

	if (uri != NULL && *uri == '/' && uri[1] != '/')
		return uri;
	return *rq->state->query == '\0' ? rq->path :
	    arena_printf(rq->cx.arena, "%s?%s", rq->path, rq->state->query);
}

const char *
request_peer(const struct request *rq)
{
	return request_param(rq, "REMOTE_ADDR");
}

const char *
request_query(struct request *rq, const char *address, const char *name,
    const char *value)
{
	static const char hex[] = "0123456789ABCDEF";
	char *out;
	size_t i, n = 0;

	if (value[0] == '\0')
		return address;
	out = arena_alloc(rq->cx.arena, strlen(value) * 3 + 1);
	for (i = 0; value[i] != '\0'; i++) {
		unsigned char c = (unsigned char)value[i];

		if ((c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z') ||
		    (c >= 'a' && c <= 'z') || strchr("-._~", c) != NULL) {
			out[n++] = (char)c;
			continue;
		}
		out[n++] = '%';
		out[n++] = hex[c >> 4];
		out[n++] = hex[c & 15];
	}
	return arena_printf(rq->cx.arena, "%s%c%s=%s", address,
	    strchr(address, '?') == NULL ? '?' : '&', name, out);
}
