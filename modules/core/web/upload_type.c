/* SPDX-License-Identifier: MIT */
/* What a file is, by its first bytes; the browser's word is not asked. */
#include <string.h>

#include "base/count.h"
#include "text/fold.h"
#include "web/turn.h"

#define SIG(at, s, type) { at, s, sizeof(s) - 1, type }

static const struct signature {
	size_t at;
	const char *bytes;
	size_t len;
	const char *type;
} signatures[] = {
	SIG(0, "%PDF-", "application/pdf"),
	SIG(0, "\x89PNG\r\n\x1a\n", "image/png"),
	SIG(0, "\xff\xd8\xff", "image/jpeg"),
	SIG(0, "GIF8", "image/gif"),
	SIG(8, "WEBP", "image/webp"),
	SIG(0, "II*\0", "image/tiff"),
	SIG(0, "MM\0*", "image/tiff"),
	SIG(4, "ftypheic", "image/heic"),
	SIG(4, "ftyp", "video/mp4"),
	SIG(0, "ID3", "audio/mpeg"),
	SIG(8, "WAVE", "audio/wav"),
	SIG(0, "OggS", "application/ogg"),
	SIG(0, "\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "application/x-ole-storage"),
	SIG(0, "{\\rtf", "application/rtf"),
	SIG(0, "\x1f\x8b", "application/gzip"),
	SIG(0, "7z\xbc\xaf\x27\x1c", "application/x-7z-compressed"),
	SIG(0, "PK\x03\x04", "application/zip"),
};

/* Office files are zip files that say in their first entries what is in. */
static const struct {
	const char *says, *type;
} offices[] = {
	{ "mimetypeapplication/vnd.oasis.opendocument.text",
	    "application/vnd.oasis.opendocument.text" },
	{ "mimetypeapplication/vnd.oasis.opendocument.spreadsheet",
	    "application/vnd.oasis.opendocument.spreadsheet" },
	{ "mimetypeapplication/vnd.oasis.opendocument.presentation",
	    "application/vnd.oasis.opendocument.presentation" },
	{ "word/", "application/vnd.openxmlformats-officedocument"
	    ".wordprocessingml.document" },
	{ "xl/", "application/vnd.openxmlformats-officedocument"
	    ".spreadsheetml.sheet" },
	{ "ppt/", "application/vnd.openxmlformats-officedocument"
	    ".presentationml.presentation" },
};

static bool
ends(const char *name, const char *end)
{
	size_t n = strlen(name), m = strlen(end);

	return n > m && strcasecmp(name + n - m, end) == 0;
}

static const char *
zip_type(const unsigned char *p, size_t n)
{
	size_t i;

	if (memmem(p, n, "mimetype", 8) != NULL ||
	    memmem(p, n, "[Content_Types].xml", 19) != NULL ||
	    memmem(p, n, "_rels/", 6) != NULL)
		for (i = 0; i < COUNT(offices); i++)
			if (memmem(p, n, offices[i].says,
			    strlen(offices[i].says)) != NULL)
				return offices[i].type;
	return "application/zip";
}

/* Text: no control characters; the piece may end inside a character. */
static bool
is_text(const unsigned char *p, size_t n, bool whole)
{
	size_t i;

	for (i = 0; i < n; i++)
		if ((p[i] < 32 && strchr("\t\n\r\f", p[i]) == NULL) ||
		    p[i] == 0 || p[i] == 127)
			return false;
	for (i = 0; i < 4 && i <= n; i++) {
		if (fold_utf8_ok((const char *)p, n - i))
			return true;
		if (whole)
			return false;
	}
	return false;
}

/* HTML and SVG are text: a browser must never run them. */
const char *
upload_type(const char *name, const unsigned char *p, size_t n)
{
	const struct signature *s;
	size_t i;

	for (i = 0; i < COUNT(signatures); i++) {
		s = &signatures[i];
		if (n < s->at + s->len ||
		    memcmp(p + s->at, s->bytes, s->len) != 0 ||
		    (s->at == 8 && memcmp(p, "RIFF", 4) != 0))
			continue;
		return strcmp(s->type, "application/zip") == 0 ?
		    zip_type(p, n) : s->type;
	}
	if (!is_text(p, n, n < 4096))
		return "application/octet-stream";
	if (ends(name, ".csv"))
		return "text/csv";
	if (ends(name, ".eml"))
		return "message/rfc822";
	return "text/plain";
}
