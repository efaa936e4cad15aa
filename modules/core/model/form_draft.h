/* SPDX-License-Identifier: MIT */
#ifndef MODEL_FORM_DRAFT_H
#define MODEL_FORM_DRAFT_H

#include <stdint.h>

/* A form of a case type that is being changed: a row of "form_draft". */
struct form_draft {
	struct form_draft *next;
	int64_t id;		/* 0: nobody has changed it yet */
	const char *type, *form;	/* codes */
	int base;		/* version of the type it began from */
	const char *source, *former;	/* the file, "" it is to be gone; and
				 * before the last change, "" none; in lists
				 * not the whole */
	const char *told;	/* of a file in another format, in English:
				 * what is not in the form as it was meant; a
				 * line each, "" nothing */
	int64_t version;	/* 0 as long as nobody changed it */
	int64_t changed;
	const char *changed_by;
};

#endif
