/* SPDX-License-Identifier: MIT */
#ifndef TESTS_SOURCE_H
#define TESTS_SOURCE_H

/* Files of the sources, and changes to their texts. */
const char *source_path(const char *below);	/* below the sources */
const char *source_text(const char *below);	/* what that file holds */
/* A file of tests/data/casetypes/SAMPLE; type.xml is made one of complaints. */
const char *source_sample(const char *sample, const char *file);
/* The first FROM is TO; it has to be there. */
const char *source_with(const char *text, const char *from,
	    const char *to);
/* Without what begins with FROM and goes on to the end of TO. */
const char *source_without(const char *text, const char *from,
	    const char *to);

#endif
