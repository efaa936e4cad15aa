/* SPDX-License-Identifier: MIT */
#ifndef ADMIN_ADMIN_H
#define ADMIN_ADMIN_H

#include "web/serve.h"

/* Forms and handlers of the table in admin.c, by the file that has them. */

/* house.c */
enum err get_house(struct request *);
enum err get_directory(struct request *);

/* types.c */
enum err get_types(struct request *);
enum err get_type(struct request *);
enum err get_type_tables(struct request *);

/* rights.c */
enum err get_rights(struct request *);
enum err get_scope(struct request *);

/* accounts.c */
extern const struct field staff_form[], sign_out_form[];
enum err get_staff(struct request *);
enum err get_member(struct request *);
enum err get_sessions(struct request *);
enum err get_member_sign_out(struct request *);
enum err post_member_sign_out(struct request *);

#endif
