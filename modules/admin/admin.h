/* SPDX-License-Identifier: MIT */
#ifndef ADMIN_ADMIN_H
#define ADMIN_ADMIN_H

#include "web/serve.h"

/* Forms and handlers of the table in admin.c, by the file that has them. */

/* house.c */
enum err get_house(struct request *);
enum err get_directory(struct request *);

/* mails.c */
enum err get_mail(struct request *);

/* types.c */
enum err get_types(struct request *);
enum err get_type(struct request *);
enum err get_type_tables(struct request *);

/* differences.c */
extern const struct field differences_form[];
enum err get_type_differences(struct request *);

/* editor.c */
extern const struct field editor_new_form[], editor_upload_form[];
extern const struct field editor_arrange_form[], editor_at_form[];
extern const struct field editor_version_form[];
enum err get_type_forms(struct request *);
enum err post_type_forms_add(struct request *);
enum err post_type_forms_upload(struct request *);
enum err get_type_form(struct request *);
enum err get_type_form_file(struct request *);
enum err post_type_form_arrange(struct request *);
enum err post_type_form_undo(struct request *);
enum err post_type_form_remove(struct request *);
enum err post_type_form_fill(struct request *);

/* editor_part.c */
extern const struct field part_form[], part_page_form[], part_new_form[];
enum err get_form_part(struct request *);
enum err get_form_part_new(struct request *);
enum err post_form_part_change(struct request *);
enum err post_form_part_add(struct request *);
enum err post_form_part_remove(struct request *);

/* editor_try.c */
extern const struct field editor_try_form[];
enum err get_form_try(struct request *);
enum err post_form_try_look(struct request *);

/* editor_publish.c */
extern const struct field editor_publish_form[];
enum err get_form_publish(struct request *);
enum err post_form_publish(struct request *);
enum err post_form_discard(struct request *);
enum err post_form_take(struct request *);

/* rights.c */
enum err get_rights(struct request *);
enum err get_scope(struct request *);

/* rates.c */
extern const struct field rate_form[], rate_month_form[];
enum err get_rates(struct request *);
enum err post_rate_give(struct request *);
enum err post_rate_month_close(struct request *);

/* authorities.c */
extern const struct field authorities_form[], authority_page_form[];
extern const struct field authority_form[], authority_withdraw_form[];
enum err get_authorities(struct request *);
enum err get_authority_new(struct request *);
enum err post_authority_give(struct request *);
enum err get_authority_withdraw(struct request *);
enum err post_authority_withdraw(struct request *);

/* courts.c */
extern const struct field courts_upload_form[], courts_install_form[],
    court_page_form[], court_remove_form[];
enum err get_courts(struct request *);
enum err post_courts_look(struct request *);
enum err post_court_install(struct request *);
enum err get_court(struct request *);
enum err post_court_remove(struct request *);

/* calendars.c */
extern const struct field calendar_new_form[], calendar_form[];
extern const struct field calendar_teams_form[];
enum err get_calendars(struct request *);
enum err post_calendar_make(struct request *);
enum err get_calendar(struct request *);
enum err get_calendar_change(struct request *);
enum err post_calendar_change(struct request *);
enum err post_calendar_teams(struct request *);
enum err post_calendar_drop(struct request *);

/* calendar_days.c */
extern const struct field calendar_page_form[], calendar_day_form[];
extern const struct field calendar_back_form[];
enum err post_calendar_back(struct request *);
enum err post_calendar_day_set(struct request *);
enum err post_calendar_day_drop(struct request *);

/* accounts.c */
extern const struct field staff_form[], sign_out_form[];
enum err get_staff(struct request *);
enum err get_member(struct request *);
enum err get_sessions(struct request *);
enum err get_member_sign_out(struct request *);
enum err post_member_sign_out(struct request *);

/* compartments.c */
extern const struct field compartment_form[], compartment_member_form[];
extern const struct field compartment_why_form[];
enum err get_compartments(struct request *);
enum err post_compartments_add(struct request *);
enum err get_compartment(struct request *);
enum err post_compartment_privilege(struct request *);
enum err post_compartment_admit(struct request *);
enum err get_compartment_dismiss(struct request *);
enum err post_compartment_dismiss(struct request *);

/* skills.c */
extern const struct field skill_form[], member_skills_form[];
/* Those that there are, as the list "skills", and which a person has. */
enum err skills_show(struct request *, int64_t person);
enum err get_skills(struct request *);
enum err post_skills_add(struct request *);
enum err post_skill_remove(struct request *);
enum err post_member_skills_set(struct request *);

#endif
