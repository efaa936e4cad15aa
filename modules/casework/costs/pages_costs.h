/* SPDX-License-Identifier: MIT */
#ifndef CASEWORK_PAGES_COSTS_H
#define CASEWORK_PAGES_COSTS_H

#include "web/serve.h"

/* cost_page.c */
extern const struct field costs_form[], cost_rate_form[];
enum err get_costs(struct request *);
enum err get_costs_csv(struct request *);
enum err post_cost_rate_set(struct request *);

/* booking_form.c */
extern const struct field booking_time_form[], booking_cost_form[];
extern const struct field booking_change_form[], booking_why_form[];
enum err get_booking_time(struct request *);
enum err post_booking_time(struct request *);
enum err get_booking_cost(struct request *);
enum err post_booking_cost(struct request *);
enum err get_booking(struct request *);
enum err post_booking_change(struct request *);
enum err post_booking_remove(struct request *);
enum err post_booking_counter(struct request *);

/* time_sheet.c */
extern const struct field time_sheet_form[], time_add_form[];
enum err get_time_sheet(struct request *);
enum err get_time_sheet_csv(struct request *);
enum err post_time_add(struct request *);

#endif
