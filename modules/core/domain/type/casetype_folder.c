/* SPDX-License-Identifier: MIT */
/* The models beside a type.xml: read, compared, kept with the version. */
#include "domain/type/casetype_folder.h"

#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <string.h>
#include <unistd.h>

#include "base/buf.h"
#include "base/digest.h"
#include "domain/type/plan_model.h"
#include "store/store_type.h"
#include "text/fold.h"
#include "text/message.h"
#include "xml/xml_form.h"
#include "xml/xml_standard.h"

enum err
casetype_folder_bytes(struct ctx *cx, const char *path, size_t max,
    struct buf *out)
{
	char part[16384];
	ssize_t n;
	int fd, saved;

	if ((fd = open(path, O_RDONLY | O_CLOEXEC)) == -1)
		return refuse(cx, ERR_INVALID, "%s: %s.", path,
		    strerror(errno));
	while ((n = read(fd, part, sizeof(part))) > 0 && out->len <= max)
		buf_add(out, part, (size_t)n);
	saved = errno;
	close(fd);
	if (n < 0)
		return refuse(cx, ERR_INVALID, "%s: %s.", path,
		    strerror(saved));
	if (out->len > max)
		return refuse(cx, ERR_INVALID,
		    _("%s: the file may have at most %zu bytes."), path, max);
	return OK;
}

enum err
casetype_folder_model(struct ctx *cx, const char *path, const char *name,
    struct store_type_model **out)
{
	struct store_type_model *m = arena_alloc(cx->arena, sizeof(*m));
	unsigned char sum[DIGEST_SIZE];
	struct buf b = { 0 };
	enum err e;

	if ((e = casetype_folder_bytes(cx, path, CASETYPE_FOLDER_BYTES,
	    &b)) == OK &&
	    (!fold_utf8_ok(b.data == NULL ? "" : b.data, b.len) ||
	    (b.len > 0 && memchr(b.data, '\0', b.len) != NULL)))
		e = refuse(cx, ERR_INVALID, _("%s: the file is not in "
		    "UTF-8."), path);
	m->file = arena_text(cx->arena, name);
	m->source = arena_textn(cx->arena, b.data == NULL ? "" : b.data,
	    b.len);
	digest_of(m->source, strlen(m->source), sum);
	m->sha256 = digest_hex(cx->arena, sum, sizeof(sum));
	buf_free(&b);
	*out = m;
	return e;
}

static bool
is_model(const char *name)
{
	size_t n = strlen(name);

	return (n > 4 && name[0] != '.' &&
	    strcmp(name + n - 4, ".dmn") == 0) ||
	    strcmp(name, PLAN_MODEL_FILE) == 0;
}

static void
insert(struct store_type_model **list, struct store_type_model *m)
{
	while (*list != NULL && strcmp((*list)->file, m->file) < 0)
		list = &(*list)->next;
	m->next = *list;
	*list = m;
}

/* Those of the folder, or with within = "forms/" of that one in it. */
static enum err
read_models(struct ctx *cx, const char *dir, const char *within, int *n,
    struct store_type_model **out)
{
	const char *path = arena_printf(cx->arena, "%s/%s", dir, within);
	struct store_type_model *m;
	const struct dirent *f;
	const char *name;
	enum err e = OK;
	DIR *d;

	if ((d = opendir(path)) == NULL)
		return errno == ENOENT && within[0] != '\0' ? OK :
		    refuse(cx, ERR_INVALID, "%s: %s.", path, strerror(errno));
	while (e == OK && (f = readdir(d)) != NULL) {
		name = arena_printf(cx->arena, "%s%s", within, f->d_name);
		if (within[0] == '\0' ? !is_model(name) :
		    !xml_form_is(name) && !xml_standard_is(name))
			continue;
		if (++*n > CASETYPE_FOLDER_MODELS)
			e = refuse(cx, ERR_INVALID, _("%s: a case type has at "
			    "most %d models."), dir, CASETYPE_FOLDER_MODELS);
		else if ((e = casetype_folder_model(cx, arena_printf(
		    cx->arena, "%s/%s", dir, name), name, &m)) == OK)
			insert(out, m);
	}
	closedir(d);
	return e;
}

enum err
casetype_folder_models(struct ctx *cx, const char *dir,
    struct store_type_model **out)
{
	int n = 0;
	enum err e;

	*out = NULL;
	if ((e = read_models(cx, dir, "", &n, out)) != OK ||
	    (e = read_models(cx, dir, XML_FORM_FOLDER, &n, out)) != OK)
		return e;
	return read_models(cx, dir, XML_STANDARD_FOLDER, &n, out);
}

enum err
casetype_folder_same(struct ctx *cx, int64_t type,
    const struct store_type_model *m, bool *out)
{
	struct store_type_model *have;
	enum err e;

	if ((e = store_type_model_sums(cx, type, &have)) != OK)
		return e;
	for (; m != NULL && have != NULL; m = m->next, have = have->next)
		if (strcmp(m->file, have->file) != 0 ||
		    strcmp(m->sha256, have->sha256) != 0)
			break;
	*out = m == NULL && have == NULL;
	return OK;
}

enum err
casetype_folder_keep(struct ctx *cx, int64_t type,
    const struct store_type_model *m)
{
	enum err e = OK;

	for (; m != NULL && e == OK; m = m->next)
		e = store_type_model_add(cx, type, m);
	return e;
}
