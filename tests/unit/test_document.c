/* SPDX-License-Identifier: MIT */
#include <ftw.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/config.h"
#include "base/digest.h"
#include "check.h"
#include "domain/document.h"
#include "domain/document_bytes.h"
#include "domain/dossier.h"
#include "domain/work.h"
#include "world.h"

static char root[64];
static struct config conf;

static struct dossier *
opened(const char *login)
{
	struct dossier *d = NULL;

	as(login);
	CHECK(dossier_open(&cx, "C-2026-10000061", LEVEL_READ, &d) == OK);
	return d;
}

static void
with_a_folder(void)
{
	given();
	snprintf(root, sizeof(root), "/tmp/test-document-XXXXXX");
	CHECK(mkdtemp(root) != NULL);
	conf = (struct config){ .documents = root, .log_reads = "protected",
	    .timezone = "Europe/Berlin" };
	cx.conf = &conf;
}

static int
drop(const char *path, const struct stat *st, int kind, struct FTW *at)
{
	(void)st;
	(void)kind;
	(void)at;
	return remove(path);
}

static void
remove_all(void)
{
	CHECK(nftw(root, drop, 8, FTW_DEPTH | FTW_PHYS) == 0);
}

/* An upload as the gate leaves it. */
static struct document_new
upload(const char *name, const char *text)
{
	unsigned char sum[DIGEST_SIZE];
	struct document_new n = { .name = name, .kind = "",
	    .media_type = "text/plain" };
	FILE *f;

	n.path = arena_printf(cx.arena, "%s/upload", root);
	f = fopen(n.path, "w");
	CHECK(f != NULL && fputs(text, f) >= 0 && fclose(f) == 0);
	digest_of(text, strlen(text), sum);
	n.sha256 = digest_hex(cx.arena, sum, sizeof(sum));
	n.bytes = strlen(text);
	return n;
}

static bool
there(const char *path)
{
	struct stat st;

	return stat(path, &st) == 0;
}

static const char *
place(const char *sha256)
{
	return arena_printf(cx.arena, "%s/%s", root,
	    document_path(&cx, sha256));
}

static void
bytes_lie_under_their_hash(void)
{
	struct document_new n;
	struct document *f;
	struct dossier *d;
	struct stat st;

	with_a_folder();
	d = opened("mia");
	n = upload("letter.txt", "Dear all");
	CHECK(document_add(&cx, d, &n, &f) == OK);
	CHECK(!there(n.path));
	CHECK(stat(place(n.sha256), &st) == 0 && st.st_size == 8);
	CHECK((st.st_mode & 0777) == 0640);
	CHECK(dossier_load(&cx, d) == OK);
	CHECK_TEXT(d->documents->name, "letter.txt");
	CHECK_TEXT(d->documents->added_by, "Mia Berger");
	CHECK(d->documents->bytes == 8);
	remove_all();
}

static void
the_same_bytes_are_there_once(void)
{
	struct document_new n;
	struct document *f, *g;
	struct dossier *d;

	with_a_folder();
	d = opened("mia");
	n = upload("a.txt", "same");
	CHECK(document_add(&cx, d, &n, &f) == OK);
	n = upload("b.txt", "same");
	CHECK(document_add(&cx, d, &n, &g) == OK);
	CHECK(f->no != g->no);
	CHECK_TEXT(f->sha256, g->sha256);
	/* A transaction that is run again finds its file moved already. */
	CHECK(unlink(n.path) == 0);
	CHECK(document_add(&cx, d, &n, &g) == OK);
	remove_all();
}

static void
names_have_no_folders(void)
{
	static const char *const names[][2] = {
		{ "../../etc/passwd", "passwd" },
		{ "C:\\Users\\mia\\Brief.doc", "Brief.doc" },
		{ "請求書.pdf", "請求書.pdf" }
	};
	struct document_new n;
	struct document *f;
	struct dossier *d;
	size_t i;

	with_a_folder();
	d = opened("mia");
	for (i = 0; i < 3; i++) {
		n = upload(names[i][0], names[i][1]);
		CHECK(document_add(&cx, d, &n, &f) == OK);
		CHECK_TEXT(f->name, names[i][1]);
	}
	n = upload("folder/", "x");
	CHECK(document_add(&cx, d, &n, &f) == ERR_INVALID);
	n = upload("x", "x");
	n.sha256 = "../../../../etc/passwd";
	CHECK(document_add(&cx, d, &n, &f) == ERR_REQUEST);
	remove_all();
}

static void
sending_leaves_a_look(void)
{
	struct document_new n;
	struct document *f;
	struct dossier *d;

	with_a_folder();
	d = opened("mia");
	n = upload("letter.txt", "Dear all");
	CHECK(document_add(&cx, d, &n, &f) == OK);
	d = opened("zoe");
	CHECK(document_open(&cx, d, 4711, &f) == ERR_MISSING);
	CHECK(cx.looks == NULL);
	CHECK(document_open(&cx, d, 3, &f) == OK);
	CHECK_TEXT(cx.looks->kind, "document.sent");
	CHECK_TEXT(cx.looks->body,
	    "{\"fact\":{\"no\":\"3\",\"name\":\"letter.txt\"}}");
	CHECK(document_add(&cx, d, &n, &f) == ERR_FORBIDDEN);
	remove_all();
}

static void
a_folder_that_fails_is_said(void)
{
	struct document_new n;
	struct document *f;
	struct dossier *d;

	with_a_folder();
	d = opened("mia");
	n = upload("a.txt", "text");
	conf.documents = "/nonexistent";
	CHECK(document_add(&cx, d, &n, &f) == ERR_BROKEN);
	CHECK(there(n.path));
	CHECK(world_int("SELECT count(*) FROM document") == 0);
	remove_all();
}

static void
bytes_come_from_another_file_system(void)
{
	char name[] = "/dev/shm/test-document-XXXXXX";
	struct document_new n;
	struct document *f;
	struct dossier *d;
	struct stat st;
	int fd;

	with_a_folder();
	d = opened("mia");
	n = upload("a.txt", "from afar");
	if ((fd = mkstemp(name)) != -1) {
		CHECK(write(fd, "from afar", 9) == 9);
		close(fd);
		n.path = name;
		CHECK(document_add(&cx, d, &n, &f) == OK);
		CHECK(stat(place(n.sha256), &st) == 0 && st.st_size == 9);
		CHECK((st.st_mode & 0777) == 0640);
		unlink(name);
	}
	remove_all();
}

static void
work_undone_lays_the_file_back(void)
{
	struct document_new n;
	struct document *doc;
	const char *target;

	with_a_folder();
	n = upload("letter.txt", "undone");
	target = arena_printf(cx.arena, "%s/%s", root,
	    document_path(&cx, n.sha256));
	CHECK(document_add(&cx, opened("mia"), &n, &doc) == OK);
	CHECK(there(target) && !there(n.path));
	work_undo(&cx);
	CHECK(!there(target) && there(n.path));
	/* and it can be done again; what is committed stays */
	CHECK(work_begin(&cx, WORK_WRITE) == OK);
	CHECK(document_bytes_keep(&cx, n.path, n.sha256) == OK);
	CHECK(work_commit(&cx) == OK);
	work_undo(&cx);
	CHECK(there(target));
	remove_all();
}

int
main(void)
{
	RUN(bytes_lie_under_their_hash);
	RUN(the_same_bytes_are_there_once);
	RUN(bytes_come_from_another_file_system);
	RUN(work_undone_lays_the_file_back);
	RUN(names_have_no_folders);
	RUN(sending_leaves_a_look);
	RUN(a_folder_that_fails_is_said);
	return DONE;
}
