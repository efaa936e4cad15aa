/* SPDX-License-Identifier: MIT */
#ifndef RULES_FEEL_JSON_H
#define RULES_FEEL_JSON_H

#include "base/json_out.h"
#include "base/json_tree.h"
#include "rules/feel/feel_type.h"

/*
 * Values of FEEL as JSON and back. Numbers are JSON's own, with all their
 * digits; dates, times, durations and ranges are texts as string() writes
 * them, which only a type tells from other texts.
 */

/*
 * JSON as a value of the type (NULL: any; texts are then texts). One value
 * serves where a list is asked. False: it is none, *why names the place and
 * the reason in an English sentence. name: what the whole is called.
 */
bool	 feel_json_read(struct arena *, const char *name,
	    const struct json_tree *, const struct feel_type *,
	    struct feel_value *out, const char **why);
void	 feel_json_write(struct arena *, struct json_out *,
	    struct feel_value);

#endif
