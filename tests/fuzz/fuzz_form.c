/* SPDX-License-Identifier: MIT */
/*
 * Any bytes as the body of a form, in pieces of any size: it is taken or
 * refused; what is taken is text in UTF-8, no file name has a folder, the
 * bytes on disk are those of the sum, and nothing stays behind. The same
 * function serves libFuzzer (LIBFUZZER defined) and `make check`, which
 * bends a few seeds some thousand times, always in the same way.
 */
#include <dirent.h>
#include <stdint.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/count.h"
#include "check.h"
#include "text/fold.h"
#include "unit/wired.h"

#define PART(head) "--XyZ\r\nContent-Disposition: form-data; " head	\
	"\r\n\r\n"
#define END "\r\n--XyZ--\r\n"

int	LLVMFuzzerTestOneInput(const uint8_t *, size_t);

static enum err
nothing(struct request *r)
{
	(void)r;
	return OK;
}

static const char *const colours[] = { "red", "blue", NULL };
static const struct field fields[] = {
	{ "a", FIELD_TEXT, .min = 1, .max = 20 },
	{ "b", FIELD_LINES, .many = true },
	{ "n", FIELD_INT, .max = 99 },
	{ "d", FIELD_DATE },
	{ "m", FIELD_MOMENT },
	{ "c", FIELD_CHOICE, .choices = colours },
	{ "t", FIELD_FLAG },
	{ "f", FIELD_FILE, .many = true },
	{ "x.*", FIELD_TEXT },
	{ NULL }
};
static const struct route routes[] = {
	{ POST, "/f", RIGHT_STAFF, 0, fields, nothing, .files = 100000 },
	{ 0 }
};
static char folder[] = "/tmp/fuzz_form.XXXXXX";
static char incoming[64];

static int
lying(void)
{
	DIR *d = opendir(incoming);
	struct dirent *de;
	int n = 0;

	while (d != NULL && (de = readdir(d)) != NULL)
		n += de->d_name[0] != '.';
	if (d != NULL)
		closedir(d);
	return n;
}

/* Is what was taken what it must be? */
static bool
holds(void)
{
	const struct upload *u;
	struct stat st;
	size_t i;

	for (i = 0; i < rq.form->n; i++)
		if (!fold_utf8_ok(rq.form->typed[i].text,
		    strlen(rq.form->typed[i].text)) ||
		    rq.form->typed[i].field == NULL)
			return false;
	for (u = rq.form->uploads; u != NULL; u = u->next)
		if (*u->name == '\0' || strchr(u->name, '/') != NULL ||
		    strchr(u->name, '\\') != NULL ||
		    !fold_utf8_ok(u->name, strlen(u->name)) ||
		    stat(u->path, &st) != 0 || (size_t)st.st_size != u->bytes)
			return false;
	return true;
}

/* 0 refused, 1 taken; a broken promise ends the process. */
int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	static const char *const types[] = {
		"multipart/form-data; boundary=XyZ",
		"application/x-www-form-urlencoded"
	};
	enum err e;

	if (*incoming == '\0') {
		digest_start();
		if (mkdtemp(folder) == NULL)
			abort();
		snprintf(incoming, sizeof(incoming), "%s/incoming", folder);
		wired_conf.documents = folder;
		wired_conf.form_bytes = 5000;
		wired_conf.file_bytes = 3000;
	}
	if (size < 2)
		return 0;
	wired_in.piece = (size_t)data[1] + 1;
	e = posted(routes, types[data[0] & 1], (const char *)data + 2,
	    size - 2);
	if (e == OK && (e = form_check(&rq)) == OK && !holds())
		abort();
	upload_forget(&rq);
	if (lying() != 0)
		abort();
	return e == OK;
}

#ifndef LIBFUZZER
#define SEED(s) { s, sizeof(s) - 1 }

static const struct { const char *bytes; size_t n; } seeds[] = {
	SEED("\0\377" PART("name=\"a\"") "text" "\r\n"
	    PART("name=\"f\"; filename=\"x.txt\"") "content\r\n--Xy" "\r\n"
	    PART("name=\"f\"; filename=\"../\xe5\xa0\xb1.pdf\"") "%PDF-1" END),
	SEED("\0\3" PART("name=\"a\"") "t" "\r\n" PART("name=\"b\"")
	    "\xc3\xa4\r\n\r\n--" "\r\n" PART("name=\"t\"") "1" END),
	SEED("\0\0" PART("name=\"f\"; filename=\"\"") "" "\r\n"
	    PART("name=\"a\"") "%22\\\"" END),
	SEED("\1\7a=x+y%21&b=1&b=%C3%A4&n=12&d=2026-02-28&c=red&t=1&x.1=2"),
	SEED("\1\0a=%E5%A0%B1&m=2026-07-01T12%3A00&csrf=1&form_key=2"),
};

static uint32_t state = 1;

static uint32_t
dice(uint32_t below)
{
	state = state * 1664525 + 1013904223;
	return (state >> 8) % below;
}

/* One to six small changes to a seed. */
static size_t
bend(uint8_t *out, size_t room, size_t which)
{
	static const char *const words[] = { "\r\n", "--XyZ", "--XyZ--",
	    "\r\n\r\n", "\"", ";", "%", "%00", "&", "=", "\xff", "filename=",
	    "name=\"", "\0" };
	size_t n = seeds[which].n, at, cut;
	const char *w;
	uint32_t i;

	memcpy(out, seeds[which].bytes, n);
	for (i = 1 + dice(6); i > 0; i--) {
		at = dice((uint32_t)n);
		switch (dice(4)) {
		case 0:
			out[at] = (uint8_t)dice(256);
			break;
		case 1:
			cut = dice((uint32_t)(n - at));
			cut = cut > 12 ? 12 : cut;
			memmove(out + at, out + at + cut, n - at - cut);
			n -= cut;
			break;
		case 2:
			w = words[dice(COUNT(words))];
			cut = strlen(w) == 0 ? 1 : strlen(w);
			if (n + cut > room)
				break;
			memmove(out + at + cut, out + at, n - at);
			memcpy(out + at, w, cut);
			n += cut;
			break;
		default:
			n = at < 3 ? n : dice(8) == 0 ? at : n;
		}
	}
	return n;
}

static void
seeds_are_taken(void)
{
	size_t i;

	for (i = 0; i < COUNT(seeds); i++)
		CHECK(LLVMFuzzerTestOneInput((const uint8_t *)seeds[i].bytes,
		    seeds[i].n) == 1);
}

static void
bent_ones_are_taken_whole_or_refused(void)
{
	uint8_t bytes[2000];
	int taken_ones = 0;
	size_t i, n;

	for (i = 0; i < 20000; i++) {
		n = bend(bytes, sizeof(bytes), i % 5);
		taken_ones += LLVMFuzzerTestOneInput(bytes, n);
	}
	CHECK(taken_ones > 1000 && taken_ones < 19000);
}

int
main(void)
{
	RUN(seeds_are_taken);
	RUN(bent_ones_are_taken_whole_or_refused);
	rmdir(incoming);
	rmdir(folder);
	return DONE;
}
#endif
