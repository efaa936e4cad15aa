/* SPDX-License-Identifier: MIT */
#ifndef XML_CMMNFILE_H
#define XML_CMMNFILE_H

#include "xml/cmmnword.h"

/* 5.3 Case files, roles and parameters. */
struct cmmn_file_item *cmmnfile_items(struct cmmnword *,
	    const struct reader_node *in);
struct cmmn_role *cmmnfile_roles(struct cmmnword *,
	    const struct reader_node *of_case);
/* The roles that an attribute refers to. */
struct cmmn_roles *cmmnfile_role_refs(struct cmmnword *,
	    const struct reader_node *, const char *attr);
/* <input> or <output>. */
struct cmmn_parameter *cmmnfile_parameters(struct cmmnword *,
	    const struct reader_node *, const char *child);

#endif
