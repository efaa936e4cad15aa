/* SPDX-License-Identifier: MIT */
/* Lines of words that say what a backup consists of. */
#include "domain/house/backup_manifest.h"

#include <errno.h>
#include <stddef.h>
#include <stdlib.h>
#include <string.h>

#include "base/buf.h"
#include "base/count.h"
#include "text/message.h"

#define FIRST "dossier-backup 1\n"

/* The numbers, in the order of their lines. */
static const struct {
	const char *name;
	size_t at;
} numbers[] = {
#define AT(member)	offsetof(struct backup_manifest, member)
	{ "made", AT(made) },
	{ "schema", AT(schema) },
	{ "dossiers", AT(state.dossiers) },
	{ "events", AT(state.events) },
	{ "last-dossier", AT(state.last_dossier) },
	{ "last-event", AT(state.last_event) },
	{ "newest-event", AT(state.newest) },
	{ "chains", AT(chains) },
	{ "documents", AT(documents) },
	{ "document-bytes", AT(document_bytes) },
	{ "documents-lost", AT(lost) },
#undef AT
};
#define NUMBERS COUNT(numbers)

static int64_t *
number_at(const struct backup_manifest *m, size_t i)
{
	return (int64_t *)(void *)((char *)(uintptr_t)m + numbers[i].at);
}

enum err
backup_manifest_add(struct ctx *cx, struct backup_manifest *m,
    const char *folder, const char *name)
{
	struct backup_manifest_file *f = arena_alloc(cx->arena, sizeof(*f));
	const char *path = arena_printf(cx->arena, "%s/%s", folder, name);

	f->name = arena_text(cx->arena, name);
	if (!file_sum(path, &f->seen))
		return backup_file_failed(cx, path);
	f->next = m->files;
	m->files = f;
	return OK;
}

enum err
backup_manifest_write(struct ctx *cx, const struct backup_manifest *m,
    const char *folder)
{
	const struct backup_manifest_file *f;
	unsigned char sum[DIGEST_SIZE];
	struct buf b = { 0 };
	enum err e;
	size_t i;

	buf_text(&b, FIRST);
	buf_printf(&b, "version %s\nengine %s\n", m->version, m->engine);
	for (i = 0; i < NUMBERS; i++)
		buf_printf(&b, "%s %lld\n", numbers[i].name,
		    (long long)*number_at(m, i));
	buf_printf(&b, "heads %s\n", digest_hex(cx->arena, m->heads,
	    sizeof(m->heads)));
	for (f = m->files; f != NULL; f = f->next)
		buf_printf(&b, "file %s %lld %s\n", digest_hex(cx->arena,
		    f->seen.sha256, sizeof(f->seen.sha256)),
		    (long long)f->seen.bytes, f->name);
	digest_of(b.data, b.len, sum);
	buf_printf(&b, "end %s\n", digest_hex(cx->arena, sum, sizeof(sum)));
	e = backup_file_write(cx, arena_printf(cx->arena, "%s/%s", folder,
	    BACKUP_MANIFEST), b.data, b.len, 0600);
	buf_free(&b);
	return e;
}

/* "SHA-256 bytes name", and the name leads nowhere else. */
static bool
take_file(struct arena *a, struct backup_manifest *m, char *s)
{
	struct backup_manifest_file *f = arena_alloc(a, sizeof(*f)), **tail;
	char *end;

	if (strlen(s) < 64 || s[64] != ' ')
		return false;
	s[64] = '\0';
	if (!digest_unhex(s, f->seen.sha256, sizeof(f->seen.sha256)))
		return false;
	f->seen.bytes = strtoll(s + 65, &end, 10);
	if (end == s + 65 || *end != ' ' || end[1] == '\0' || end[1] == '/' ||
	    strstr(end, "..") != NULL || f->seen.bytes < 0)
		return false;
	f->name = arena_text(a, end + 1);
	for (tail = &m->files; *tail != NULL; tail = &(*tail)->next)
		continue;
	*tail = f;
	return true;
}

static bool
take_line(struct arena *a, struct backup_manifest *m, char *line)
{
	char *value = strchr(line, ' '), *end;
	size_t i;

	if (value == NULL)
		return false;
	*value++ = '\0';
	if (strcmp(line, "version") == 0)
		m->version = arena_text(a, value);
	else if (strcmp(line, "engine") == 0)
		m->engine = arena_text(a, value);
	else if (strcmp(line, "heads") == 0)
		return digest_unhex(value, m->heads, sizeof(m->heads));
	else if (strcmp(line, "file") == 0)
		return take_file(a, m, value);
	else {
		for (i = 0; i < NUMBERS; i++)
			if (strcmp(line, numbers[i].name) == 0)
				break;
		if (i == NUMBERS)
			return false;
		*number_at(m, i) = strtoll(value, &end, 10);
		return end != value && *end == '\0';
	}
	return true;
}

/* Is the last line the sum of all before it? Cuts it off. */
static bool
is_whole(char *text)
{
	unsigned char want[DIGEST_SIZE], have[DIGEST_SIZE];
	size_t n = strlen(text), last = 4 + 64 + 1;	/* "end HASH\n" */

	if (n < sizeof(FIRST) + last || text[n - 1] != '\n' ||
	    strncmp(text, FIRST, sizeof(FIRST) - 1) != 0 ||
	    strncmp(text + n - last, "end ", 4) != 0)
		return false;
	text[n - 1] = '\0';
	if (!digest_unhex(text + n - last + 4, want, sizeof(want)))
		return false;
	text[n - last] = '\0';
	digest_of(text, n - last, have);
	return digest_same(want, have, sizeof(want));
}

enum err
backup_manifest_read(struct ctx *cx, const char *folder,
    struct backup_manifest *out)
{
	const char *path = arena_printf(cx->arena, "%s/%s", folder,
	    BACKUP_MANIFEST);
	char *text = file_text(cx->arena, path), *line, *end;
	bool ok;

	*out = (struct backup_manifest){ .version = "", .engine = "" };
	if (text == NULL)
		return refuse(cx, ERR_INVALID, _("%s: %s."), path,
		    strerror(errno));
	ok = is_whole(text);
	for (line = text + (ok ? sizeof(FIRST) - 1 : 0); ok && *line != '\0';
	    line = end + 1) {
		if ((end = strchr(line, '\n')) == NULL)
			break;
		*end = '\0';
		ok = take_line(cx->arena, out, line);
	}
	return ok ? OK : refuse(cx, ERR_INVALID, _("%s is not as it was "
	    "written. This backup cannot be trusted; take another one."),
	    path);
}

const char *
backup_manifest_store(const struct backup_manifest *m)
{
	return strcmp(m->engine, "sqlite") == 0 ? "dossier.db" :
	    "dossier.dump";
}

int64_t
backup_manifest_bytes(const struct backup_manifest *m, const char *name)
{
	const struct backup_manifest_file *f;

	for (f = m->files; f != NULL; f = f->next)
		if (strcmp(f->name, name) == 0)
			return f->seen.bytes;
	return -1;
}

struct heads {
	struct digest *sum;
	int64_t n;
};

static bool
see_head(void *to, const struct store_backup_head *h)
{
	struct heads *all = to;

	digest_number(all->sum, h->dossier);
	digest_text(all->sum, h->topic);
	digest_number(all->sum, h->seq);
	digest_number(all->sum, (int64_t)h->len);
	digest_add(all->sum, h->hash, h->len);
	all->n++;
	return true;
}

enum err
backup_manifest_heads(struct ctx *cx, struct backup_manifest *m)
{
	struct heads all = { .sum = digest_new(cx->arena) };
	enum err e;

	if ((e = store_backup_heads(cx, see_head, &all)) != OK)
		return e;
	m->chains = all.n;
	digest_end(all.sum, m->heads);
	return OK;
}
