/* SPDX-License-Identifier: MIT */
#include <ftw.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/config.h"
#include "base/digest.h"
#include "check.h"
#include "domain/dossier/document.h"
#include "domain/spine/document_bytes.h"
#include "domain/spine/work.h"
#include "domain/type/document_kind.h"
#include "world.h"
#include "world_store.h"

static char root[64];
static struct config conf;

static struct dossier *
opened(const char *login)
{
	return opened_as(login, "C-2026-10000061");
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
	    document_bytes_below(&cx, sha256));
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
	CHECK(document_find(&cx, d, f->no, &f) == OK);
	CHECK_TEXT(f->name, "letter.txt");
	CHECK_TEXT(f->added_by, "Mia Berger");
	CHECK(f->bytes == 8 && f->versions == 1);
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
	CHECK(document_open(&cx, d, 4711, 0, &f) == ERR_MISSING);
	CHECK(cx.looks == NULL);
	CHECK(document_open(&cx, d, 3, 0, &f) == OK);
	CHECK_TEXT(cx.looks->kind, "document.sent");
	CHECK_TEXT(cx.looks->body,
	    "{\"fact\":{\"no\":\"3\",\"name\":\"letter.txt\","
	    "\"way\":\"role\"}}");
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
	    document_bytes_below(&cx, n.sha256));
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

/* Who writes beside it on PostgreSQL may name the same bytes meanwhile. */
static void
bytes_that_another_counts_on_stay(void)
{
	struct document_new n;
	const char *target;

	with_a_folder();
	n = upload("letter.txt", "the same for all");
	target = document_bytes_path(cx.arena, root, n.sha256);
	work_undo(&cx);
	CHECK(work_begin(&cx, WORK_TRY) == OK);
	CHECK(document_bytes_keep(&cx, n.path, n.sha256) == OK);
	work_undo(&cx);
	CHECK(there(target) == world_store_pgsql() && there(n.path));
	CHECK(work_begin(&cx, WORK_WRITE) == OK);
	CHECK(document_bytes_keep(&cx, n.path, n.sha256) == OK);
	CHECK(there(target));
	work_undo(&cx);
	remove_all();
}

static void
a_version_leaves_those_before_as_they_were(void)
{
	struct document_version *v;
	struct document_new one, two;
	struct document *f, *g;
	struct dossier *d;

	with_a_folder();
	d = opened("mia");
	one = upload("draft.txt", "first words");
	CHECK(document_add(&cx, d, &one, &f) == OK);
	two = upload("final.txt", "last words");
	CHECK(document_revise(&cx, d, f, &two) == OK);
	two = upload("again.txt", "last words");
	CHECK(document_revise(&cx, d, f, &two) == ERR_INVALID);
	CHECK(document_versions(&cx, f, &v) == OK);
	CHECK(v->version == 2 && v->next->version == 1);
	CHECK_TEXT(v->file, "final.txt");
	CHECK_TEXT(v->next->file, "draft.txt");
	CHECK_TEXT(v->next->sha256, one.sha256);
	CHECK(v->next->next == NULL);
	CHECK(there(place(one.sha256)) && there(place(two.sha256)));
	CHECK(document_open(&cx, d, f->no, 0, &g) == OK);
	CHECK_TEXT(g->sha256, two.sha256);
	CHECK_TEXT(g->name, "draft.txt");
	CHECK(document_open(&cx, d, f->no, 1, &g) == OK);
	CHECK_TEXT(g->sha256, one.sha256);
	CHECK(strstr(cx.looks->next->body, "\"version\":\"1\"") != NULL);
	CHECK(document_open(&cx, d, f->no, 3, &g) == ERR_MISSING);
	/* also the first version's bytes are known to be here */
	CHECK(document_same(&cx, d, one.sha256, NULL, &g) == OK && g != NULL);
	remove_all();
}

static void
a_new_name_is_not_the_files(void)
{
	struct document_change c = { "Letter of the insurer", "Brief",
	    "2026-11-02", 1 };
	struct document_version *v;
	struct document_new n;
	struct document *f, *g;
	struct dossier *d;

	with_a_folder();
	d = opened("mia");
	n = upload("scan 0815.PDF", "bytes");
	CHECK(document_add(&cx, d, &n, &f) == OK);
	CHECK(document_find(&cx, d, f->no, &g) == OK);
	CHECK(document_change(&cx, d, f, &c) == OK);
	CHECK_TEXT(f->kind, "Brief");	/* catalogues are not open here */
	c.kind = "LETTER";
	CHECK(document_change(&cx, d, g, &c) == ERR_CONFLICT);
	c.version = f->version;
	CHECK(document_change(&cx, d, f, &c) == OK);
	CHECK_TEXT(f->kind, "letter");
	CHECK_TEXT(document_kind_word(&cx, d->type, f->kind), "Letter");
	CHECK(document_versions(&cx, f, &v) == OK);
	CHECK_TEXT(v->file, "scan 0815.PDF");
	CHECK(document_open(&cx, d, f->no, 0, &g) == OK);
	CHECK_TEXT(g->name, "Letter of the insurer.PDF");
	c.version = f->version;
	c.dated = "2026-02-30";
	CHECK(document_change(&cx, d, f, &c) == ERR_INVALID);
	remove_all();
}

static void
what_is_withdrawn_is_kept(void)
{
	struct document_new n;
	struct document *f, *g;
	struct dossier *d;

	with_a_folder();
	d = opened("mia");
	n = upload("a.txt", "wrong case");
	CHECK(document_add(&cx, d, &n, &f) == OK);
	CHECK(document_withdraw_back(&cx, d, f, "no") == ERR_CONFLICT);
	CHECK(document_withdraw(&cx, d, f, " ") == ERR_INVALID);
	CHECK(document_withdraw(&cx, d, f, "not ours") == OK);
	CHECK(document_find(&cx, d, f->no, &f) == OK);
	CHECK(f->withdrawn == cx.now);
	CHECK_TEXT(f->withdrawn_by, "Mia Berger");
	CHECK_TEXT(f->withdrawn_why, "not ours");
	CHECK(document_revise(&cx, d, f, &n) == ERR_CONFLICT);
	CHECK(document_same(&cx, d, n.sha256, NULL, &g) == OK && g == NULL);
	CHECK(document_open(&cx, d, f->no, 0, &g) == OK);
	CHECK(document_withdraw_back(&cx, d, f, "it is ours") == OK);
	CHECK(document_find(&cx, d, f->no, &f) == OK);
	CHECK(f->withdrawn == 0 && f->withdrawn_why[0] == '\0');
	d = opened("zoe");
	CHECK(document_withdraw(&cx, d, f, "no") == ERR_FORBIDDEN);
	remove_all();
}

/* Each document once, whatever the order and however it is cut. */
static void
pages_of_a_list_join(void)
{
	struct document_filter f = { .limit = 3 };
	struct document_new n;
	struct document *list, *last;
	int64_t seen, found;
	struct dossier *d;
	int i, order;

	with_a_folder();
	d = opened("mia");
	for (i = 0; i < 11; i++) {
		n = upload(i % 3 == 0 ? "Zebra" : i % 3 == 1 ? "apple" :
		    "Émile", arena_printf(cx.arena, "%d", i));
		n.kind = i % 2 == 0 ? "photo" : "";
		n.dated = i % 4 == 0 ? "" : i % 4 == 1 ? "2026-01-02" :
		    "2026-03-04";
		CHECK(document_add(&cx, d, &n, &list) == OK);
	}
	for (order = DOCUMENT_BY_ADDED; order <= DOCUMENT_BY_NAME; order++) {
		f.order = (enum document_order)order;
		for (f.after = found = seen = 0, last = NULL; ;
		    f.after = last->no) {
			CHECK(document_list(&cx, d, &f, &list) == OK);
			if (list == NULL)
				break;
			for (; list != NULL; list = list->next) {
				CHECK((seen & (int64_t)1 << list->no) == 0);
				seen |= (int64_t)1 << list->no;
				found++;
				last = list;
			}
		}
		CHECK(found == 11);
	}
	CHECK_TEXT(last->name, "Zebra");
	f = (struct document_filter){ .kind = "photo" };
	CHECK(document_list(&cx, d, &f, &list) == OK);
	for (found = 0; list != NULL; list = list->next, found++)
		CHECK_TEXT(list->kind, "photo");
	CHECK(found == 6);
	remove_all();
}

int
main(void)
{
	RUN(a_version_leaves_those_before_as_they_were);
	RUN(a_new_name_is_not_the_files);
	RUN(what_is_withdrawn_is_kept);
	RUN(pages_of_a_list_join);
	RUN(bytes_lie_under_their_hash);
	RUN(the_same_bytes_are_there_once);
	RUN(bytes_come_from_another_file_system);
	RUN(work_undone_lays_the_file_back);
	RUN(bytes_that_another_counts_on_stay);
	RUN(names_have_no_folders);
	RUN(sending_leaves_a_look);
	RUN(a_folder_that_fails_is_said);
	return DONE;
}
