/* SPDX-License-Identifier: MIT */
#include <dirent.h>
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include "check.h"
#include "wired.h"

#define TYPE "multipart/form-data; boundary=XyZ"
#define PART(head) "--XyZ\r\nContent-Disposition: form-data; " head	\
	"\r\n\r\n"
#define END "\r\n--XyZ--\r\n"

static enum err
nothing(struct request *r)
{
	(void)r;
	return OK;
}

static const struct field fields[] = {
	{ "title", FIELD_TEXT },
	{ "files", FIELD_FILE, .many = true },
	{ "one", FIELD_FILE },
	{ NULL }
};
static const struct route routes[] = {
	{ POST, "/f", RIGHT_STAFF, 0, fields, nothing, .files = 800000 },
	{ 0 }
};
static const struct route bare[] = {
	{ POST, "/f", RIGHT_STAFF, 0, fields, nothing },
	{ 0 }
};

static char folder[] = "/tmp/dossier-upload-XXXXXX";

static enum err
sent(const char *body)
{
	enum err e = posted(routes, TYPE, body, strlen(body));

	return e != OK ? e : form_check(&rq);
}

/* Files that lie in the folder now. */
static int
lying(void)
{
	char path[100];
	struct dirent *de;
	DIR *d;
	int n = 0;

	snprintf(path, sizeof(path), "%s/incoming", folder);
	if ((d = opendir(path)) == NULL)
		return 0;
	while ((de = readdir(d)) != NULL)
		n += de->d_name[0] != '.';
	closedir(d);
	return n;
}

static void
fields_and_files_come_in_and_are_forgotten(void)
{
	struct upload *u;
	struct stat st;

	CHECK(sent(PART("name=\"title\"") "a b" "\r\n"
	    PART("name=\"files\"; filename=\"x.txt\"") "abc" END) == OK);
	CHECK_TEXT(form_text(&rq, "title"), "a b");
	u = form_files(&rq, "files");
	CHECK(u != NULL && u->next == NULL);
	if (u == NULL)
		return;
	CHECK_TEXT(u->name, "x.txt");
	CHECK_TEXT(u->media_type, "text/plain");
	CHECK_TEXT(u->sha256, "ba7816bf8f01cfea414140de5dae2223b00361a396177a"
	    "9cb410ff61f20015ad");
	CHECK(u->bytes == 3 && stat(u->path, &st) == 0 && st.st_size == 3);
	CHECK((st.st_mode & 0777) == 0640);
	CHECK(lying() == 1);
	upload_forget(&rq);
	CHECK(lying() == 0);
}

static void
bytes_survive_whatever_the_pieces(void)
{
	/* the content looks like a boundary again and again */
	static char body[200000];
	size_t n = 0, i, len;
	struct upload *u;

	n += (size_t)snprintf(body, sizeof(body), "%s",
	    PART("name=\"one\"; filename=\"b\""));
	len = n;
	for (i = 0; n < 150000; i++)
		n += (size_t)snprintf(body + n, sizeof(body) - n, "%s%zu",
		    i % 3 == 0 ? "\r\n--Xy" : i % 3 == 1 ? "\r\n\r" : "--XyZ",
		    i);
	len = n - len;
	n += (size_t)snprintf(body + n, sizeof(body) - n, "%s", END);
	for (i = 1; i < 100000; i = i * 7 + 1) {
		wired_in.piece = i;
		CHECK(posted(routes, TYPE, body, n) == OK);
		u = form_files(&rq, "one");
		CHECK(u != NULL && u->bytes == len);
		CHECK(rq.form->uploads != NULL && u != NULL && strcmp(
		    u->sha256, rq.form->uploads->sha256) == 0);
		upload_forget(&rq);
	}
	wired_in.piece = 65536;
}

static void
every_truncation_is_refused_and_leaves_nothing(void)
{
	static const char body[] = PART("name=\"title\"") "abc" "\r\n"
	    PART("name=\"files\"; filename=\"x\"") "0123456789" "\r\n"
	    "--XyZ--";
	size_t i, whole = strlen(body);

	for (i = 0; i < whole; i++) {
		if (posted(routes, TYPE, body, i) != ERR_REQUEST)
			printf("# cut after %zu\n", i);
		CHECK(posted(routes, TYPE, body, i) == ERR_REQUEST);
		CHECK(lying() == 0);
	}
	CHECK(posted(routes, TYPE, body, whole) == OK);
	upload_forget(&rq);
}

static void
a_body_shorter_than_announced_leaves_nothing(void)
{
	static char *params[] = { "REQUEST_METHOD=POST", "REQUEST_URI=/f",
	    "CONTENT_LENGTH=500", "CONTENT_TYPE=" TYPE, NULL };
	static const char body[] =
	    PART("name=\"files\"; filename=\"x\"") "abc" END;
	const char *allow;

	wired(routes, body, strlen(body), params);
	CHECK(request_route(&rq, &allow) == OK);
	CHECK(form_read(&rq, true) == ERR_REQUEST);
	CHECK(lying() == 0);
}

static void
damaged_forms_are_refused(void)
{
	static const char *const wrong[] = {
		"", "--", "--XyZ", "--Xyz--\r\n", "--XyZ--x", "x--XyZ--",
		"\r\n--XyZ--", "--XyZ--\r\n\r\n",
		"--XyZ\n\n", "--XyZ \r\n\r\n--XyZ--",
		"--XyZ\r\n\r\nx" END,
		"--XyZ\r\nContent-Type: text/plain\r\n\r\nx" END,
		"--XyZ\r\nContent-Disposition: attachment; name=\"title\""
		    "\r\n\r\nx" END,
		"--XyZ\r\nContent-Disposition: form-data; name=title\r\n\r\n"
		    "x" END,
		"--XyZ\r\nContent-Disposition: form-data; name=\"title\r\n\r\n"
		    "x" END,
		"--XyZ\r\nContent-Disposition: form-data; name=\"title\"\r\n"
		    "Content-Disposition: form-data; name=\"x\"\r\n\r\nx" END,
		PART("filename=\"x\"") "y" END,
		PART("name=\"files\"; filename=\"\"") "something" END,
		PART("name=\"files\"; filename=\"\xff\"") "y" END,
		PART("name=\"title\"") "\xff" END,
		PART("name=\"\xc3\"") "x" END,
		PART("name=\"title\"") "x" "\r\n--XyZ--\r\nmore",
		PART("name=\"title\"") "x" "\r\n--XyZ!!",
		NULL
	};
	size_t i;

	for (i = 0; wrong[i] != NULL; i++) {
		if (sent(wrong[i]) != ERR_REQUEST)
			printf("# %s\n", wrong[i]);
		CHECK(sent(wrong[i]) == ERR_REQUEST);
		CHECK(lying() == 0);
	}
	CHECK(posted(routes, TYPE, PART("name=\"title\"") "a\0b" END,
	    sizeof(PART("name=\"title\"") "a\0b" END) - 1) == ERR_REQUEST);
	CHECK(posted(routes, TYPE, PART("name=\"ti\0tle\"") "x" END,
	    sizeof(PART("name=\"ti\0tle\"") "x" END) - 1) == ERR_REQUEST);
	CHECK(sent("--XyZ\r\nContent-Disposition: form-data; name=\"title\""
	    "\r\nContent-Type: text/plain; charset=iso-8859-1\r\n\r\nx" END)
	    == ERR_MEDIA);
	CHECK(sent("--XyZ\r\nContent-Disposition: form-data; name=\"title\""
	    "\r\nContent-Type: text/plain; charset=\"UTF-8\"\r\n\r\nx" END)
	    == OK);
}

static void
an_empty_form_and_no_file_are_fine(void)
{
	CHECK(sent("--XyZ--") == OK);
	CHECK(sent("--XyZ--\r\n") == OK);
	CHECK(sent(PART("name=\"files\"; filename=\"\"") "" END) == OK);
	CHECK(form_files(&rq, "files") == NULL && rq.form->files == 0);
	CHECK(sent(PART("name=\"title\"") "" END) == OK);
	CHECK(!form_has(&rq, "title"));
}

static void
strange_files_are_refused(void)
{
	CHECK(sent(PART("name=\"title\"; filename=\"x\"") "y" END)
	    == ERR_REQUEST);
	CHECK(why_has("title"));
	upload_forget(&rq);
	CHECK(sent(PART("name=\"role\"; filename=\"x\"") "y" END)
	    == ERR_REQUEST);
	upload_forget(&rq);
	CHECK(sent(PART("name=\"one\"; filename=\"x\"") "y\r\n"
	    PART("name=\"one\"; filename=\"x\"") "y" END) == ERR_REQUEST);
	upload_forget(&rq);
	CHECK(posted(bare, TYPE, PART("name=\"one\"; filename=\"x\"") "y" END,
	    strlen(PART("name=\"one\"; filename=\"x\"") "y" END))
	    == ERR_REQUEST);
	CHECK(why_has("one"));
	CHECK(sent(PART("name=\"files\"") "y" END) == ERR_REQUEST);
	CHECK(lying() == 0);
}

static void
limits_hold(void)
{
	static char body[1000000], head[5000];
	size_t n;

	n = (size_t)snprintf(body, sizeof(body), "%s",
	    PART("name=\"one\"; filename=\"x\""));
	memset(body + n, 'a', 300001);
	n += 300001;
	n += (size_t)snprintf(body + n, sizeof(body) - n, END);
	CHECK(posted(routes, TYPE, body, n) == ERR_LARGE);
	CHECK(rq.form->whole && lying() == 0);
	CHECK(sent(PART("name=\"files\"; filename=\"x\"") "y\r\n"
	    PART("name=\"files\"; filename=\"x\"") "y\r\n"
	    PART("name=\"files\"; filename=\"x\"") "y\r\n"
	    PART("name=\"files\"; filename=\"x\"") "y" END) == ERR_LARGE);
	CHECK(lying() == 0);
	memset(head, 'a', sizeof(head));
	n = (size_t)snprintf(body, sizeof(body), "--XyZ\r\nX: %.4900s\r\n\r\n",
	    head);
	CHECK(posted(routes, TYPE, body, n) == ERR_REQUEST);
	wired_conf.form_bytes = 1000;
	n = (size_t)snprintf(body, sizeof(body), "%s%.1100s%s",
	    PART("name=\"title\""), head, END);
	CHECK(posted(routes, TYPE, body, n) == ERR_LARGE);
	wired_conf.form_bytes = 1024 * 1024;
}

static void
a_full_disk_is_no_crash(void)
{
	wired_conf.documents = "/proc/nowhere";
	CHECK(sent(PART("name=\"files\"; filename=\"x\"") "y" END)
	    == ERR_BUSY);
	wired_conf.documents = folder;
}

static void
unkept_files_are_read_and_dropped(void)
{
	static const char body[] = PART("name=\"title\"") "abc" "\r\n"
	    PART("name=\"files\"; filename=\"x\"") "0123456789" END;
	const char *allow;
	char *params[] = { "REQUEST_METHOD=POST", "REQUEST_URI=/f",
	    "CONTENT_LENGTH=171", "CONTENT_TYPE=" TYPE, NULL };
	char length[40];

	snprintf(length, sizeof(length), "CONTENT_LENGTH=%zu", strlen(body));
	params[2] = length;
	wired(routes, body, strlen(body), params);
	CHECK(request_route(&rq, &allow) == OK);
	CHECK(form_read(&rq, false) == OK);
	CHECK(rq.form->uploads == NULL && rq.form->files == 1);
	CHECK_TEXT(rq.form->typed[0].text, "abc");
	CHECK(lying() == 0);
}

static void
names_lose_their_folders_and_keep_their_script(void)
{
	struct arena *a = arena_new();

	CHECK_TEXT(upload_name(a, "../../x"), "x");
	CHECK_TEXT(upload_name(a, "C:\\Users\\mia\\a b.doc"), "a b.doc");
	CHECK_TEXT(upload_name(a, "報告書.pdf"), "報告書.pdf");
	CHECK_TEXT(upload_name(a, "か\xe3\x82\x99.txt"), "が.txt"); /* NFC */
	CHECK_TEXT(upload_name(a, ".."), "file");
	CHECK_TEXT(upload_name(a, "."), "file");
	CHECK_TEXT(upload_name(a, "/"), "file");
	CHECK_TEXT(upload_name(a, ".htaccess"), "htaccess");
	CHECK_TEXT(upload_name(a, "a\tb\x01" "c"), "a bc");
	CHECK_TEXT(upload_name(a, "x\xe2\x80\xae" "fdp.exe"), "xfdp.exe");
	CHECK(strlen(upload_name(a, "ääääääääääääääääääääääääääääääääääääää"
	    "ääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääääää"
	    "ääääääääääääääää")) <= 200);
	arena_free(a);
	CHECK(sent(PART("name=\"one\"; filename=\"a%0D%0Ab\"") "y" END) == OK);
	CHECK_TEXT(form_files(&rq, "one")->name, "a  b");
	upload_forget(&rq);
	CHECK(sent(PART("name=\"one\"; filename=\"a%22b\\\"c;d.txt\"") "y"
	    END) == OK);
	CHECK_TEXT(form_files(&rq, "one")->name, "a\"b\"c;d.txt");
	upload_forget(&rq);
}

static void
what_a_killed_process_left_goes_after_a_day(void)
{
	const struct timespec old[2] = { { 1000, 0 }, { 1000, 0 } };
	char path[100];
	FILE *f;
	int i;

	for (i = 0; i < 2; i++) {
		snprintf(path, sizeof(path), "%s/incoming/%d", folder, i);
		if ((f = fopen(path, "we")) == NULL)
			return;
		fclose(f);
		if (i == 0)
			CHECK(utimensat(AT_FDCWD, path, old, 0) == 0);
	}
	CHECK(lying() == 2);
	upload_sweep(&wired_conf);
	CHECK(lying() == 1);
	unlink(path);
}

int
main(void)
{
	digest_start();
	if (mkdtemp(folder) == NULL)
		return 1;
	wired_conf.documents = folder;
	RUN(fields_and_files_come_in_and_are_forgotten);
	RUN(bytes_survive_whatever_the_pieces);
	RUN(every_truncation_is_refused_and_leaves_nothing);
	RUN(a_body_shorter_than_announced_leaves_nothing);
	RUN(damaged_forms_are_refused);
	RUN(an_empty_form_and_no_file_are_fine);
	RUN(strange_files_are_refused);
	RUN(limits_hold);
	RUN(a_full_disk_is_no_crash);
	RUN(unkept_files_are_read_and_dropped);
	RUN(names_lose_their_folders_and_keep_their_script);
	RUN(what_a_killed_process_left_goes_after_a_day);
	return DONE;
}
