/* SPDX-License-Identifier: MIT */
/* Decision models from files. */
#include "tool/tool_model.h"

#include <dirent.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/buf.h"
#include "xml/xml_dmn.h"

#define BESIDE_MAX 500		/* files of a folder that are looked at */

struct reading {
	struct arena *arena;
	struct tool_model *of;
	const char *folder;
	struct dmn_model *beside;	/* all of the folder, once needed */
	bool looked;
};

static bool
is_dmn(const char *name)
{
	size_t len = strlen(name);

	return len > 4 && name[0] != '.' &&
	    strcmp(name + len - 4, ".dmn") == 0;
}

static int
by_name(const void *a, const void *b)
{
	return strcmp(*(char *const *)a, *(char *const *)b);
}

/* The folder's other models, by the order of their names. */
static void
look_beside(struct reading *r)
{
	struct dmn_model **tail = &r->beside;
	struct dmn_fault *unused = NULL;
	const char *names[BESIDE_MAX];
	struct dirent *e;
	size_t n = 0, i;
	DIR *d;

	r->looked = true;
	if ((d = opendir(r->folder)) == NULL)
		return;
	while (n < BESIDE_MAX && (e = readdir(d)) != NULL)
		if (is_dmn(e->d_name))
			names[n++] = arena_printf(r->arena, "%s/%s",
			    r->folder, e->d_name);
	closedir(d);
	if (n > 0)
		qsort(names, n, sizeof(*names), by_name);
	for (i = 0; i < n; i++)
		if ((*tail = xml_dmn_file(r->arena, names[i], &unused)) !=
		    NULL)
			tail = &(*tail)->next;
}

static bool
is_there(const struct reading *r, const char *namespace)
{
	const struct dmn_model *m;

	if (strcmp(r->of->main->namespace, namespace) == 0)
		return true;
	for (m = r->of->others; m != NULL; m = m->next)
		if (strcmp(m->namespace, namespace) == 0)
			return true;
	return false;
}

static struct dmn_model *
take_beside(struct reading *r, const char *namespace)
{
	struct dmn_model **at, *m;

	if (!r->looked)
		look_beside(r);
	for (at = &r->beside; (m = *at) != NULL; at = &m->next)
		if (strcmp(m->namespace, namespace) == 0) {
			*at = m->next;
			m->next = NULL;
			return m;
		}
	return NULL;
}

/* What a model imports, and what that imports. One that is not there is told
 * when they are compiled. */
static void
read_imports(struct reading *r)
{
	struct dmn_model **tail = &r->of->others, *m = r->of->main, *other;
	const struct dmn_import *i;

	for (; m != NULL; m = m == r->of->main ? r->of->others : m->next)
		for (i = m->imports; i != NULL; i = i->next) {
			if (is_there(r, i->namespace) || (other =
			    take_beside(r, i->namespace)) == NULL)
				continue;
			*tail = other;
			tail = &other->next;
		}
}

static const char *
folder_of(struct arena *a, const char *path)
{
	const char *slash = strrchr(path, '/');

	if (slash == NULL)
		return ".";
	return slash == path ? "/" :
	    arena_textn(a, path, (size_t)(slash - path));
}

static bool
is_told(const struct dmn_fault *list, const struct dmn_fault *f)
{
	for (; list != NULL; list = list->next)
		if (!list->mild && list->line == f->line &&
		    strcmp(list->file, f->file) == 0)
			return true;
	return false;
}

/* What reading says, then what compiling does, but of lines that reading told
 * a fault of. */
static struct dmn_fault *
joined(struct dmn_fault *read, struct dmn_fault *compiled)
{
	struct dmn_fault *first = NULL, **tail = &first, *f;

	for (f = compiled; f != NULL; f = f->next)
		if (!is_told(read, f)) {
			*tail = f;
			tail = &f->next;
		}
	*tail = NULL;
	for (tail = &read; *tail != NULL; tail = &(*tail)->next)
		;
	*tail = first;
	return read;
}

struct tool_model *
tool_model_read(struct arena *a, const char *path)
{
	struct tool_model *of = arena_alloc(a, sizeof(*of));
	struct reading r = { .arena = a, .of = of,
	    .folder = folder_of(a, path) };
	struct dmn_fault *compiled = NULL;

	if ((of->main = xml_dmn_file(a, path, &of->faults)) == NULL)
		return of;
	read_imports(&r);
	of->dmn = dmn_compile(a, of->main, of->others, &compiled);
	of->faults = joined(of->faults, compiled);
	return of;
}

char *
tool_model_fault(struct arena *a, const struct dmn_fault *f)
{
	struct buf b = { 0 };
	char *text;

	buf_text(&b, f->file);
	if (f->line > 0)
		buf_printf(&b, ":%d", f->line);
	buf_text(&b, ": ");
	if (f->mild)
		buf_text(&b, "remark: ");
	if (f->element != NULL && *f->element != '\0')
		buf_printf(&b, "“%s”", f->element);
	if (f->rule > 0)
		buf_printf(&b, "%srule %zu", b.data[b.len - 1] == ' ' ? "" :
		    ", ", f->rule);
	if (f->column > 0)
		buf_printf(&b, "%scolumn %zu", b.data[b.len - 1] == ' ' ? "" :
		    ", ", f->column);
	if (b.data[b.len - 1] != ' ')
		buf_text(&b, ": ");
	buf_text(&b, f->text);
	text = arena_textn(a, b.data, b.len);
	buf_free(&b);
	return text;
}

static int
by_place(const void *a, const void *b)
{
	const struct dmn_fault *x = *(struct dmn_fault *const *)a;
	const struct dmn_fault *y = *(struct dmn_fault *const *)b;
	int order = strcmp(x->file, y->file);

	if (order == 0)
		order = (x->line > y->line) - (x->line < y->line);
	if (order == 0)
		order = (x->column > y->column) - (x->column < y->column);
	return order != 0 ? order : strcmp(x->text, y->text);
}

size_t
tool_model_print(struct arena *a, const struct dmn_fault *f)
{
	const struct dmn_fault *one, **all;
	size_t n = 0, i, wrong = 0;

	for (one = f; one != NULL; one = one->next)
		n++;
	all = arena_array(a, n + 1, sizeof(*all));
	for (i = 0; f != NULL; f = f->next)
		all[i++] = f;
	if (n > 1)
		qsort(all, n, sizeof(*all), by_place);
	for (i = 0; i < n; i++) {
		if (i > 0 && by_place(&all[i], &all[i - 1]) == 0)
			continue;
		wrong += !all[i]->mild;
		puts(tool_model_fault(a, all[i]));
	}
	return wrong;
}
