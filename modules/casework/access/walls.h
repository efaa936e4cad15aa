/* SPDX-License-Identifier: MIT */
#ifndef CASEWORK_WALLS_H
#define CASEWORK_WALLS_H

#include "casework/casework.h"

/* Walls: all for auditors, those of one case for who manages it. */
extern const struct field walls_form[], wall_page_form[], wall_form[];
extern const struct field dossier_wall_form[], wall_lift_form[];
enum err get_walls(struct request *);
enum err get_wall_new(struct request *);
enum err post_wall_set(struct request *);
enum err get_wall(struct request *);
enum err post_wall_lift(struct request *);
enum err get_dossier_walls(struct request *);
enum err post_dossier_wall_set(struct request *);
enum err get_dossier_wall(struct request *);
enum err post_dossier_wall_lift(struct request *);

#endif
