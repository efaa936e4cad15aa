/* SPDX-License-Identifier: MIT */
/*
 * Any bytes as a file of FHIR: it is refused with a fault, or what is written
 * of it is read again, without a fault, into the same bytes.
 */
#include <string.h>
#include <unistd.h>

#include "base/buf.h"
#include "fuzz/replay.h"
#include "xml/fhirwrite.h"
#include "xml/xml_fhir.h"

int	LLVMFuzzerTestOneInput(const uint8_t *, size_t);

static char folder[] = "/tmp/fuzz_fhir.XXXXXX";
static char path[64];

static void
prepare(void)
{
	if (mkdtemp(folder) == NULL)
		abort();
	snprintf(path, sizeof(path), "%s/any.xml", folder);
}

/* What is written of what is read; false where it was refused. */
static bool
carry(struct arena *a, const void *bytes, size_t size, struct buf *to)
{
	struct reader_fault *faults = NULL;
	struct arena *each = arena_new();
	struct reader_node *n;
	struct xml_fhir *f;
	FILE *file;
	bool right;

	if ((file = fopen(path, "wb")) == NULL ||
	    fwrite(bytes, 1, size, file) != size || fclose(file) != 0)
		abort();
	f = xml_fhir_open(a, path, "any.xml", &faults);
	while ((n = xml_fhir_next(f, each)) != NULL) {
		if (!xml_fhir_walked(f))
			fhirwrite_file(to, n);
		else if (to->len == 0)
			fhirwrite_start(to, xml_fhir_root(f));
		if (xml_fhir_walked(f))
			fhirwrite_part(to, n);
		arena_reset(each);
	}
	if (xml_fhir_walked(f))
		fhirwrite_end(to, xml_fhir_root(f));
	right = xml_fhir_close(f);
	if (right != (faults == NULL))
		abort();
	arena_free(each);
	return right;
}

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	struct buf once = { 0 }, again = { 0 };
	struct arena *a = arena_new();

	if (*path == '\0')
		prepare();
	if (carry(a, data, size, &once) && (!carry(a, once.data, once.len,
	    &again) || once.len != again.len ||
	    memcmp(once.data, again.data, once.len) != 0))
		abort();
	buf_free(&once);
	buf_free(&again);
	arena_free(a);
	return 0;
}

#ifndef LIBFUZZER
static void
any_file_is_refused_or_written_again(void)
{
	CHECK(replay("fhir", 60, LLVMFuzzerTestOneInput) > 10);
	unlink(path);
	rmdir(folder);
}

int
main(void)
{
	RUN(any_file_is_refused_or_written_again);
	return DONE;
}
#endif
