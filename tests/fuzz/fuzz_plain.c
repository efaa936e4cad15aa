/* SPDX-License-Identifier: MIT */
/*
 * Any bytes as a file whose text somebody compares: a ZIP is refused or has a
 * part; of XML what comes out is no longer than it, and UTF-8 where it was.
 */
#include "fuzz/replay.h"
#include "paper/plain.h"

int	LLVMFuzzerTestOneInput(const uint8_t *, size_t);

static void
read_xml(struct arena *a, const struct plain_bytes *xml)
{
	bool whole = plain_utf8(xml->data, xml->len);
	struct plain_bytes text = plain_xml(a, xml);
	size_t most;

	if (text.len > xml->len ||
	    (whole && !plain_utf8(text.data, text.len)))
		abort();
	for (most = 0; whole && most < text.len && most < 64; most++)
		if (!plain_utf8(text.data, plain_cut(text.data, text.len,
		    most)))
			abort();
}

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	struct arena *a = arena_new();
	struct plain_bytes xml = { .data = arena_room(a, size + 1),
	    .len = size };
	FILE *f;
	int rc;

	if (size > 0)
		memcpy(xml.data, data, size);
	if (size > 4 && memcmp(data, "PK", 2) == 0) {
		if ((f = fmemopen(xml.data, size, "rb")) == NULL)
			abort();
		rc = plain_zip(a, f, &xml);
		fclose(f);
		if (rc != 0 && rc != 1 && rc != 4)
			abort();
		if (rc == 0)
			read_xml(a, &xml);
	} else
		read_xml(a, &xml);
	arena_free(a);
	return 0;
}

#ifndef LIBFUZZER
static void
any_file_is_refused_or_gives_text(void)
{
	CHECK(replay("plain", 60, LLVMFuzzerTestOneInput) > 12);
}

int
main(void)
{
	RUN(any_file_is_refused_or_gives_text);
	return DONE;
}
#endif
