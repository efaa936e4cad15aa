/* SPDX-License-Identifier: MIT */
/* The folders of templates: reading, keeping, checking, sentences. */
#include "web/templates.h"

#include <dirent.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "base/log.h"
#include "web/template_compile.h"
#include "web/template_keep.h"
#include "web/view.h"

#define FOLDERS 4	/* of folders in folders */
#define BUCKETS 64

/* A file as it was read: the same for all languages. */
struct source {
	struct source *next;
	const char *name;
	const struct xml_template_node *root;	/* NULL: has faults */
	struct reader_fault *faults;
};

struct compiled {
	struct compiled *next;
	const char *name;
	bool broken;
	struct ops ops;		/* kept */
};

struct templates {
	struct arena *arena;
	const char *site, *installed, *path;
	struct arena *reading;	/* the sources, while they are needed */
	struct source *sources;
	struct compiled *compiled[LANGUAGES][BUCKETS];
	struct template_keep *keep;
	/* while sentences are gathered */
	struct arena *gather;
	const char *file;
	struct heard *heard;
};

/* A sentence that was met, with where. */
struct heard {
	struct heard *next;
	const char *one, *many;
	struct buf where;
};

struct templates *
templates_open(struct arena *a, const char *site, const char *installed,
    const char *path)
{
	struct templates *ts = arena_alloc(a, sizeof(*ts));

	ts->arena = a;
	ts->keep = template_keep_new(a);
	ts->site = site == NULL ? "" : site;
	ts->installed = installed;
	ts->path = path;
	return ts;
}

/* A name comes from our programs and templates, never from a request; a
 * slip must not leave the folder all the same. */
static bool
name_ok(const char *name)
{
	const char *s;

	for (s = name; *s != '\0'; s++)
		if (!((*s >= 'a' && *s <= 'z') || (*s >= '0' && *s <= '9') ||
		    *s == '-' || *s == '_' || *s == '.' ||
		    (*s == '/' && s > name)))
			return false;
	return *name != '\0' && strstr(name, "..") == NULL;
}

static struct source *
source(struct templates *ts, const char *name)
{
	struct arena *a;
	struct source *s;
	const char *path;

	for (s = ts->sources; s != NULL; s = s->next)
		if (strcmp(s->name, name) == 0)
			return s;
	if (ts->reading == NULL)
		ts->reading = arena_new();
	a = ts->reading;
	s = arena_alloc(a, sizeof(*s));
	s->name = arena_text(a, name);
	s->next = ts->sources;
	ts->sources = s;
	if (!name_ok(name)) {
		reader_add_fault(a, &s->faults, name, 0,
		    "This is not a name of a template.");
		return s;
	}
	path = arena_printf(a, "%s/%s", ts->site, name);
	if (*ts->site == '\0' || access(path, R_OK) != 0)
		path = arena_printf(a, "%s/%s", ts->installed, name);
	s->root = xml_template_read(a, s->name, path, &s->faults);
	return s;
}

/* What was compiled keeps nothing of them. */
static void
forget_sources(struct templates *ts)
{
	arena_free(ts->reading);
	ts->reading = NULL;
	ts->sources = NULL;
}

static const struct xml_template_node *
load(void *data, const char *name, struct reader_fault **faults)
{
	struct templates *ts = data;
	struct source *s = source(ts, name);
	const struct reader_fault *f;

	for (f = s->faults; f != NULL; f = f->next)
		reader_add_fault(ts->reading, faults, f->file, f->line, "%s",
		    f->text);
	return s->root;
}

static struct ops
compile(struct templates *ts, struct arena *scratch, const char *name,
    const char *lang, struct reader_fault **faults,
    struct reader_fault **misfits)
{
	struct compiler c = { .arena = scratch, .lang = lang,
	    .path = ts->path,
	    .faults = faults, .misfits = misfits, .load = load, .data = ts };
	const struct xml_template_node *root = load(ts, name, faults);

	return root == NULL ? (struct ops){ 0 } : template_compile(&c, root);
}

static const struct compiled *
compiled(struct templates *ts, const char *name, int language)
{
	struct compiled **bucket = &ts->compiled[language]
	    [view_hash(name, strlen(name)) % BUCKETS], *p;
	struct reader_fault *faults = NULL, *f;
	struct arena *scratch;
	struct ops ops;

	for (p = *bucket; p != NULL; p = p->next)
		if (strcmp(p->name, name) == 0)
			return p;
	scratch = arena_new();
	ops = compile(ts, scratch, name, message_languages[language],
	    &faults, NULL);
	for (f = faults; f != NULL; f = f->next)
		log_error("%s:%d: %s", f->file, f->line, f->text);
	p = arena_alloc(ts->arena, sizeof(*p));
	p->name = arena_text(ts->arena, name);
	p->broken = faults != NULL;
	if (!p->broken)
		p->ops = template_keep(ts->keep, scratch, &ops);
	p->next = *bucket;
	*bucket = p;
	arena_free(scratch);
	return p;
}

const struct ops *
templates_find(struct templates *ts, const char *name, const char *lang)
{
	const struct compiled *p = compiled(ts, name, message_index(lang));

	if (ts->reading != NULL)
		forget_sources(ts);
	return p->broken ? NULL : &p->ops;
}

static int
by_name(const void *a, const void *b)
{
	return strcmp(*(const char *const *)a, *(const char *const *)b);
}

struct names {
	struct arena *arena;
	const char **name;
	size_t n, cap;
};

static void
add_name(struct names *all, const char *name)
{
	const char **grown;

	if (all->n == all->cap) {
		all->cap = all->cap == 0 ? 32 : all->cap * 2;
		grown = arena_array(all->arena, all->cap, sizeof(*grown));
		if (all->n > 0)
			memcpy(grown, all->name, all->n * sizeof(*grown));
		all->name = grown;
	}
	all->name[all->n++] = name;
}

/* Every .html below a folder, named from there. */
static void
list(struct names *all, const char *folder, const char *below, int depth)
{
	struct dirent *e;
	const char *name;
	size_t len;
	DIR *d = opendir(arena_printf(all->arena, "%s/%s", folder, below));

	if (d == NULL)
		return;
	while ((e = readdir(d)) != NULL) {
		if (e->d_name[0] == '.')
			continue;
		name = arena_printf(all->arena, "%s%s%s", below,
		    *below == '\0' ? "" : "/", e->d_name);
		len = strlen(name);
		if (len > 5 && strcmp(name + len - 5, ".html") == 0)
			add_name(all, name);
		else if (depth < FOLDERS && strcmp(name, "static") != 0)
			list(all, folder, name, depth + 1);
	}
	closedir(d);
}

static struct names
every(struct arena *a, const char *folder, const char *below)
{
	struct names all = { .arena = a };

	if (*folder != '\0')
		list(&all, folder, below, 0);
	if (all.n > 0)
		qsort(all.name, all.n, sizeof(*all.name), by_name);
	return all;
}

/* Each fault once, though every language and every user of a part has it. */
static void
tell(struct buf *told, struct arena *a, const struct reader_fault *f)
{
	const char *line;

	for (; f != NULL; f = f->next) {
		line = arena_printf(a, "%s:%d: %s\n", f->file, f->line,
		    f->text);
		if (told->len == 0 || strstr(told->data, line) == NULL)
			buf_text(told, line);
	}
}

static void
check(struct templates *ts, struct arena *a, const char *folder,
    struct buf *told)
{
	struct reader_fault *faults, *misfits;
	struct names all = every(a, folder, "");
	struct arena *scratch = arena_new();
	size_t i, k;

	for (i = 0; i < all.n; i++)
		for (k = 0; k < LANGUAGES; k++) {
			faults = misfits = NULL;
			compile(ts, scratch, all.name[i],
			    message_languages[k], &faults, &misfits);
			tell(told, a, faults);
			tell(told, a, misfits);
			arena_reset(scratch);
		}
	arena_free(scratch);
}

const char *
templates_check(struct templates *ts, struct arena *a)
{
	struct buf told = { 0 };
	const char *text = NULL;

	check(ts, a, ts->installed, &told);
	check(ts, a, ts->site, &told);
	forget_sources(ts);
	if (told.len > 0)
		text = arena_textn(a, told.data, told.len - 1);
	buf_free(&told);
	return text;
}

void
templates_warm(struct templates *ts, const char *folder)
{
	const char *folders[] = { folder, "shared" };
	struct arena *a = arena_new();
	struct names all;
	size_t i, k;
	int lang;

	for (i = 0; i < 2; i++) {
		all = every(a, ts->installed, folders[i]);
		for (k = 0; k < all.n; k++)
			for (lang = 0; lang < LANGUAGES; lang++)
				compiled(ts, all.name[k], lang);
	}
	forget_sources(ts);
	arena_free(a);
}

/* Told by the compiler; what a part says is told when its own turn comes. */
static void
hear(void *data, const char *file, int line, const char *one,
    const char *many)
{
	struct templates *ts = data;
	struct heard **tail = &ts->heard, *h;

	if (strcmp(file, ts->file) != 0)
		return;
	for (; (h = *tail) != NULL; tail = &h->next)
		if (strcmp(h->one, one) == 0 && (h->many == NULL) ==
		    (many == NULL) && (many == NULL ||
		    strcmp(h->many, many) == 0))
			break;
	if (h == NULL) {
		h = arena_alloc(ts->gather, sizeof(*h));
		h->one = one;
		h->many = many;
		*tail = h;
	}
	buf_printf(&h->where, "#: templates/%s:%d\n", file, line);
}

static void
quoted(struct buf *b, const char *name, const char *s)
{
	buf_printf(b, "%s \"", name);
	for (; *s != '\0'; s++) {
		if (*s == '"' || *s == '\\')
			buf_char(b, '\\');
		if (*s == '\n')
			buf_text(b, "\\n");
		else
			buf_char(b, *s);
	}
	buf_text(b, "\"\n");
}

const char *
templates_sentences(struct templates *ts, struct arena *a)
{
	struct compiler c = { .arena = a, .lang = "en", .path = "",
	    .load = load, .data = ts, .sentence = hear };
	struct names all = every(a, ts->installed, "");
	struct reader_fault *faults = NULL;
	struct buf pot = { 0 };
	const struct xml_template_node *root;
	struct compiler one;
	const char *text;
	struct heard *h;
	size_t i;

	ts->heard = NULL;
	ts->gather = a;
	for (i = 0; i < all.n; i++) {
		ts->file = all.name[i];
		one = c;
		one.faults = &faults;
		if ((root = load(ts, all.name[i], &faults)) != NULL)
			template_compile(&one, root);
	}
	buf_text(&pot, "msgid \"\"\nmsgstr \"\"\n\"Content-Type: text/plain; "
	    "charset=UTF-8\\n\"\n\"Content-Transfer-Encoding: 8bit\\n\"\n");
	for (h = ts->heard; h != NULL; h = h->next) {
		buf_printf(&pot, "\n%s", h->where.data);
		buf_free(&h->where);
		quoted(&pot, "msgid", h->one);
		if (h->many != NULL)
			quoted(&pot, "msgid_plural", h->many);
		buf_text(&pot, h->many != NULL ?
		    "msgstr[0] \"\"\nmsgstr[1] \"\"\n" : "msgstr \"\"\n");
	}
	text = arena_textn(a, pot.data, pot.len);
	buf_free(&pot);
	forget_sources(ts);
	return text;
}
