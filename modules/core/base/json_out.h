/* SPDX-License-Identifier: MIT */
#ifndef BASE_JSON_OUT_H
#define BASE_JSON_OUT_H

#include <stdbool.h>
#include <stddef.h>

#include "base/buf.h"

/*
 * JSON into a buffer, value by value; commas come by themselves. Inside an
 * object each value is preceded by its name.
 *   json_out_open(&o, '{'); json_out_name(&o, "a"); json_out_number(&o, "1");
 *   json_out_close(&o, '}');
 */
struct json_out {
	struct buf *to;
	bool more;		/* something stands before */
	bool named;		/* a name does, and wants its value */
};

void	json_out_open(struct json_out *, char);		/* '[' or '{' */
void	json_out_close(struct json_out *, char);	/* ']' or '}' */
void	json_out_name(struct json_out *, const char *);
void	json_out_namen(struct json_out *, const char *, size_t);
/* UTF-8; what is not becomes U+FFFD. */
void	json_out_text(struct json_out *, const char *);
void	json_out_textn(struct json_out *, const char *, size_t);
void	json_out_number(struct json_out *, const char *digits);
void	json_out_count(struct json_out *, size_t);
void	json_out_flag(struct json_out *, bool);
void	json_out_null(struct json_out *);

/* The length of the UTF-8 letter that stands at the first of so many bytes;
 * 0: it is none. */
size_t	json_out_letter(const char *, size_t left);

#endif
