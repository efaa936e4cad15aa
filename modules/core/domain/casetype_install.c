/* SPDX-License-Identifier: MIT */
/* A type.xml of a folder: checked with all its rules, and installed. */
#include <errno.h>
#include <fcntl.h>
#include <string.h>
#include <unistd.h>

#include "base/buf.h"
#include "base/digest.h"
#include "domain/access.h"
#include "domain/casetype.h"
#include "domain/event.h"
#include "store/store_type.h"
#include "text/message.h"
#include "xml/xml_type.h"

#define INSTALLED_SCHEMA PKGDATADIR "/casetypes/type.rng"

/* The schema beside the folder, as in a source tree, else the installed. */
static const char *
schema_of(struct ctx *cx, const char *dir)
{
	char *near = arena_printf(cx->arena, "%s/../type.rng", dir);

	return access(near, R_OK) == 0 ? near : INSTALLED_SCHEMA;
}

/* The bytes of a file of at most max. */
static enum err
read_whole(struct ctx *cx, const char *path, size_t max, struct buf *out)
{
	char part[16384];
	ssize_t n;
	int fd;

	if ((fd = open(path, O_RDONLY | O_CLOEXEC)) == -1)
		return refuse(cx, ERR_INVALID, "%s: %s.", path,
		    strerror(errno));
	while ((n = read(fd, part, sizeof(part))) > 0 && out->len <= max)
		buf_add(out, part, (size_t)n);
	if (n < 0)
		refuse(cx, ERR_INVALID, "%s: %s.", path, strerror(errno));
	close(fd);
	if (n < 0)
		return ERR_INVALID;
	if (out->len > max)
		return refuse(cx, ERR_INVALID,
		    _("%s: a type.xml has at most %zu bytes."), path, max);
	return OK;
}

/* Reads DIR/type.xml with all its rules. */
static enum err
read_folder(struct ctx *cx, const char *dir, const char **source,
    struct casetype **out)
{
	struct reader_fault *faults = NULL;
	struct buf b = { 0 };
	const char *path;
	enum err e;

	path = arena_printf(cx->arena, "%s/type.xml", dir);
	if ((e = read_whole(cx, path, XML_TYPE_MAX, &b)) != OK) {
		buf_free(&b);
		return e;
	}
	*source = arena_textn(cx->arena, b.data == NULL ? "" : b.data, b.len);
	*out = xml_type_read(cx->arena, path, *source, b.len,
	    schema_of(cx, dir), &faults);
	buf_free(&b);
	return *out == NULL ? reader_refuse(cx, faults) : OK;
}

enum err
casetype_install_check(struct ctx *cx, const char *dir)
{
	struct casetype *t;
	const char *source;

	return read_folder(cx, dir, &source, &t);
}

/* No other type may make numbers with the same letters. */
static enum err
check_prefix(struct ctx *cx, const struct casetype *t)
{
	const struct casetype *all, *o;
	enum err e;

	if ((e = casetype_all(cx, &all)) != OK)
		return e;
	for (o = all; o != NULL; o = o->next)
		if (strcmp(o->code, t->code) != 0 &&
		    strcmp(o->prefix, t->prefix) == 0)
			return refuse(cx, ERR_INVALID, _("The case type “%s” "
			    "has the prefix “%s” already; take another."),
			    o->code, t->prefix);
	return OK;
}

enum err
casetype_install(struct ctx *cx, const char *dir, const struct casetype **out)
{
	struct store_type row = { 0 };
	unsigned char sum[DIGEST_SIZE];
	struct event_body *b;
	struct casetype *t;
	const char *sha256;
	enum err e;

	if ((e = read_folder(cx, dir, &row.source, &t)) != OK)
		return e;
	digest_of(row.source, strlen(row.source), sum);
	sha256 = digest_hex(cx->arena, sum, sizeof(sum));
	e = store_type_newest(cx, t->code, &row);
	if (e == OK && strcmp(row.sha256, sha256) == 0)
		return casetype_current(cx, t->code, out);
	if ((e != OK && e != ERR_MISSING) || (e = check_prefix(cx, t)) != OK)
		return e;
	cx->why = NULL;
	row.code = t->code;
	row.version = row.version + 1;
	row.sha256 = sha256;
	if ((e = store_type_add(cx, &row)) != OK)
		return e;
	t->id = row.id;
	t->version = row.version;
	t->installed_current = true;
	b = event_body(cx);
	event_fact(b, "type", t->code);
	event_fact(b, "version", arena_printf(cx->arena, "%d", t->version));
	event_fact(b, "sha256", sha256);
	*out = t;
	if ((e = event_add_topic(cx, "types", "type.installed", b)) != OK)
		return e;
	return access_spread(cx);
}
