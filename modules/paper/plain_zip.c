/* SPDX-License-Identifier: MIT */
/* One part of a ZIP file (APPNOTE 6.3), found by its list at the end. */
#include <string.h>
#include <zlib.h>

#include "paper/plain.h"

#define LIST (4u << 20)		/* bytes of the list that are read */
#define UNPACKED (48u << 20)	/* of a part: more is a bomb */
#define ENTRY 46
#define END 22
#define TAIL (END + 65535)

static unsigned int
two(const unsigned char *b)
{
	return b[0] | (unsigned int)b[1] << 8;
}

static unsigned long
four(const unsigned char *b)
{
	return two(b) | (unsigned long)two(b + 2) << 16;
}

static bool
is_wanted(const unsigned char *name, size_t len)
{
	static const char docx[] = "word/document.xml", odt[] = "content.xml";

	return (len == sizeof(docx) - 1 && memcmp(name, docx, len) == 0) ||
	    (len == sizeof(odt) - 1 && memcmp(name, odt, len) == 0);
}

/* The list of the parts. */
static bool
list_of(struct arena *a, FILE *f, struct plain_bytes *out)
{
	unsigned char *b = arena_room(a, TAIL);
	unsigned long from;
	long size, at;
	size_t n, i;

	if (fseek(f, 0, SEEK_END) != 0 || (size = ftell(f)) < END)
		return false;
	at = size > (long)TAIL ? size - (long)TAIL : 0;
	if (fseek(f, at, SEEK_SET) != 0 ||
	    (n = fread(b, 1, TAIL, f)) < END)
		return false;
	for (i = n - END + 1; i-- > 0;)
		if (memcmp(b + i, "PK\005\006", 4) == 0)
			break;
	if (i >= n)
		return false;
	out->len = four(b + i + 12);
	from = four(b + i + 16);
	if (out->len > LIST || from > (unsigned long)size ||
	    fseek(f, (long)from, SEEK_SET) != 0)
		return false;
	out->data = arena_room(a, out->len + 1);
	return fread(out->data, 1, out->len, f) == out->len;
}

static int
unpacked(struct arena *a, const struct plain_bytes *packed,
    struct plain_bytes *out)
{
	z_stream z = { .next_in = packed->data,
	    .avail_in = (uInt)packed->len };
	int rc;

	out->data = arena_room(a, UNPACKED);
	z.next_out = out->data;
	z.avail_out = UNPACKED;
	if (inflateInit2(&z, -MAX_WBITS) != Z_OK)
		return 1;
	rc = inflate(&z, Z_FINISH);
	out->len = UNPACKED - z.avail_out;
	inflateEnd(&z);
	return rc == Z_STREAM_END ? 0 : 1;
}

static int
part(struct arena *a, FILE *f, const unsigned char *e,
    struct plain_bytes *out)
{
	unsigned char head[30];
	unsigned int how = two(e + 10);
	struct plain_bytes packed;

	packed.len = four(e + 20);
	if ((how != 0 && how != 8) || packed.len > UNPACKED ||
	    (two(e + 8) & 1) != 0 ||
	    fseek(f, (long)four(e + 42), SEEK_SET) != 0 ||
	    fread(head, 1, sizeof(head), f) != sizeof(head) ||
	    memcmp(head, "PK\003\004", 4) != 0 ||
	    fseek(f, (long)two(head + 26) + (long)two(head + 28),
	    SEEK_CUR) != 0)
		return 1;
	packed.data = arena_room(a, packed.len + 1);
	if (fread(packed.data, 1, packed.len, f) != packed.len)
		return 1;
	if (how == 8)
		return unpacked(a, &packed, out);
	*out = packed;
	return 0;
}

int
plain_zip(struct arena *a, FILE *f, struct plain_bytes *out)
{
	struct plain_bytes list;
	const unsigned char *e;
	size_t left, len;

	if (!list_of(a, f, &list))
		return 1;
	e = list.data;
	left = list.len;
	while (left >= ENTRY && memcmp(e, "PK\001\002", 4) == 0) {
		len = ENTRY + two(e + 28);
		if (len > left)
			break;
		if (is_wanted(e + ENTRY, two(e + 28)))
			return part(a, f, e, out);
		len += two(e + 30) + two(e + 32);
		if (len > left)
			break;
		e += len;
		left -= len;
	}
	return 4;
}
