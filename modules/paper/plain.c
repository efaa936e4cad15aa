/* SPDX-License-Identifier: MIT */
/* dossier-plain FILE: its text, in UTF-8, a paragraph a line. Of texts, of
 * DOCX and ODT, and of PDF where pdftotext is there. Exit status 4: of a kind
 * that has no text; 1: broken. As hostile as all files: shut in as
 * dossier-paper is. */
#include <config.h>

#include "paper/plain.h"

#include <stdio.h>
#include <string.h>
#include <unistd.h>

#include "base/arena.h"
#include "paper/limits.h"

#define LONGEST (2u << 20)	/* bytes of a text */
#define PDFTOTEXT "/usr/bin/pdftotext"

static int
put(const char *text, size_t len)
{
	return fwrite(text, 1, len, stdout) == len && fflush(stdout) == 0 ?
	    0 : 1;
}

/* As it is; what is no UTF-8 is taken for Latin-1. */
static int
put_text(struct arena *a, const unsigned char *b, size_t n)
{
	char *t = arena_room(a, 2 * n + 1), *to = t;
	size_t i;

	if (plain_utf8(b, n))
		return put((const char *)b, n);
	for (i = 0; i < n; i++)
		if (b[i] < 0x80)
			*to++ = (char)b[i];
		else {
			*to++ = (char)(0xc0 | b[i] >> 6);
			*to++ = (char)(0x80 | (b[i] & 0x3f));
		}
	return put(t, (size_t)(to - t));
}

static int
put_pdf(const char *path)
{
	if (access(PDFTOTEXT, X_OK) != 0)
		return 4;
	limits_shut_in(true);
	execl(PDFTOTEXT, PDFTOTEXT, "-enc", "UTF-8", "-nopgbrk", path, "-",
	    (char *)NULL);
	return 4;
}

static bool
is_text(const unsigned char *b, size_t n)
{
	size_t i;

	for (i = 0; i < n && i < 4096; i++)
		if (b[i] < ' ' && memchr("\t\n\r\f", b[i], 4) == NULL)
			return false;
	return n < 5 || memcmp(b, "{\\rtf", 5) != 0;
}

static int
told(const char *word)
{
	if (strcmp(word, "--version") == 0)
		return puts("dossier-plain " PACKAGE_VERSION) < 0;
	return puts("usage: dossier-plain FILE | --help | --version\n\n"
	    "Prints the text of a file; started by dossier-clock.\n\n"
	    "  --help          print this\n"
	    "  --version       print the version") < 0;
}

int
main(int argc, char **argv)
{
	struct arena *a = arena_new();
	struct plain_bytes xml;
	unsigned char *b;
	FILE *f;
	size_t n;
	int rc;

	if (argc != 2)
		return 2;
	if (strncmp(argv[1], "--", 2) == 0)
		return told(argv[1]);
	limits_set();
	b = arena_room(a, LONGEST + 1);
	if ((f = fopen(argv[1], "rb")) == NULL)
		return 1;
	n = fread(b, 1, LONGEST + 1, f);
	if (n > 4 && memcmp(b, "%PDF-", 5) == 0)
		return put_pdf(argv[1]);
	limits_shut_in(false);
	if (n > 4 && memcmp(b, "PK\003\004", 4) == 0) {
		if ((rc = plain_zip(a, f, &xml)) != 0)
			return rc;
		xml = plain_xml(a, &xml);
		rc = put_text(a, xml.data, plain_cut(xml.data, xml.len,
		    LONGEST));
	} else
		rc = is_text(b, n) ? put_text(a, b, plain_cut(b, n,
		    LONGEST)) : 4;
	fclose(f);
	arena_free(a);
	return rc;
}
