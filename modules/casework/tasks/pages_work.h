/* SPDX-License-Identifier: MIT */
#ifndef CASEWORK_PAGES_WORK_H
#define CASEWORK_PAGES_WORK_H

#include "casework/casework.h"

/* What is done on a case: its plan, tasks, goals, deadlines and approvals. */

/* steps_list.c */
extern const struct field steps_form[];
enum err get_steps(struct request *);

/* step_page.c */
extern const struct field step_date_form[];
enum err get_step(struct request *);
enum err post_step_date(struct request *);

/* step_acts.c */
extern const struct field step_act_form[], steps_add_form[], steps_new_form[];
enum err get_step_act(struct request *);
enum err post_step_act(struct request *);
enum err post_steps_add(struct request *);
enum err get_steps_new(struct request *);
enum err post_steps_new(struct request *);

/* tasks.c */
extern const struct field dossier_tasks_form[];
extern const struct field task_new_form[];
extern const struct field task_form[];
enum err get_dossier_tasks(struct request *);
enum err get_dossier_tasks_new(struct request *);
enum err post_dossier_tasks_add(struct request *);
enum err get_task(struct request *);

/* task_change.c */
extern const struct field task_change_form[];
enum err get_task_change(struct request *);
enum err post_task_change(struct request *);

/* task_acts.c */
extern const struct field done_form[], release_form[], delegate_form[];
enum err post_task_claim(struct request *);
enum err post_task_done(struct request *);
enum err get_task_release(struct request *);
enum err post_task_release(struct request *);
enum err get_task_delegate(struct request *);
enum err post_task_delegate(struct request *);
enum err get_task_reopen(struct request *);
enum err post_task_reopen(struct request *);

/* assigning.c */
extern const struct field assign_form[];
enum err get_task_assign(struct request *);
enum err post_task_assign(struct request *);
enum err get_dossier_assign(struct request *);
enum err post_dossier_assign(struct request *);
enum err get_assignment(struct request *);

/* goals.c */
enum err get_dossier_goals(struct request *);

/* goal_form.c */
extern const struct field goal_new_form[], goal_form[], goal_change_form[];
enum err get_dossier_goals_new(struct request *);
enum err post_dossier_goals_add(struct request *);
enum err get_goal_change(struct request *);
enum err post_goal_change(struct request *);

/* goal_page.c */
extern const struct field goal_reach_form[], goal_step_form[];
extern const struct field goal_value_form[];
enum err get_goal(struct request *);
enum err post_goal_agree(struct request *);
enum err get_goal_reach(struct request *);
enum err post_goal_reach(struct request *);
enum err get_goal_give_up(struct request *);
enum err post_goal_give_up(struct request *);
enum err get_goal_reopen(struct request *);
enum err post_goal_reopen(struct request *);
enum err post_goal_steps_add(struct request *);
enum err post_goal_step_done(struct request *);
enum err post_goal_step_reopen(struct request *);
enum err post_goal_step_remove(struct request *);
enum err post_goal_values_add(struct request *);

/* forms.c, form_page.c, form_fill.c */
extern const struct field form_begin_form[], form_fill_form[];
extern const struct field form_correct_form[];
enum err get_dossier_forms(struct request *);
extern const struct field form_sheet_form[];
enum err get_form_sheet(struct request *);	/* form_sheet.c */
enum err get_form_blank(struct request *);
enum err get_form_trend(struct request *);
enum err post_dossier_forms_begin(struct request *);
enum err get_form(struct request *);
enum err get_form_fill(struct request *);
enum err post_form_fill(struct request *);
enum err get_form_correct(struct request *);
enum err post_form_correct(struct request *);
enum err get_form_skip(struct request *);
enum err post_form_skip(struct request *);
enum err post_form_resume(struct request *);

/* deadlines_court.c */
extern const struct field deadlines_court_page_form[];
extern const struct field deadlines_court_form[], deadline_court_form[];
enum err get_deadlines_court(struct request *);
enum err post_deadlines_court(struct request *);
enum err get_deadline_court(struct request *);
enum err post_deadline_court(struct request *);

/* deadlines.c, deadline_page.c, deadline_form.c */
extern const struct field deadline_new_form[], deadline_start_form[];
extern const struct field deadline_change_form[], deadline_act_form[];
enum err get_deadlines(struct request *);
enum err get_deadline_new(struct request *);
enum err post_deadline_new(struct request *);
enum err post_deadline_start(struct request *);
enum err get_deadline(struct request *);
enum err get_deadline_change(struct request *);
enum err post_deadline_change(struct request *);
enum err get_deadline_act(struct request *);
enum err post_deadline_act(struct request *);

/* promises.c */
extern const struct field promises_form[], promise_new_form[];
extern const struct field promise_keep_form[], promise_move_form[];
enum err get_promises(struct request *);
enum err get_dossier_promises(struct request *);
enum err get_promise_new(struct request *);
enum err post_promise_add(struct request *);
enum err get_promise_keep(struct request *);
enum err post_promise_keep(struct request *);
enum err get_promise_move(struct request *);
enum err post_promise_move(struct request *);

/* approvals.c, approval_page.c, approval_asking.c */
extern const struct field approvals_form[], answer_form[];
extern const struct field approval_new_form[], approval_form[];
enum err get_approvals(struct request *);
enum err get_approval(struct request *);
enum err post_approval_answer(struct request *);
enum err get_approval_new(struct request *);
enum err post_approval_ask(struct request *);


/* away.c */
enum err get_absence(struct request *);
/* appointments.c, appointment_form.c */
extern const struct field appointment_new_form[], appointment_form[];
extern const struct field appointment_change_form[];
extern const struct field appointment_cancel_form[], appointment_time_form[];
enum err get_appointment_new(struct request *);
enum err post_appointment_add(struct request *);
enum err get_appointment(struct request *);
enum err get_appointment_change(struct request *);
enum err post_appointment_change(struct request *);
enum err get_appointment_cancel(struct request *);
enum err post_appointment_cancel(struct request *);
enum err get_appointment_time(struct request *);
enum err post_appointment_time(struct request *);

/* absences.c */
extern const struct field absence_form[];
enum err get_absences(struct request *);
enum err get_absence_new(struct request *);
enum err post_absence_add(struct request *);
enum err get_absence_end(struct request *);
enum err post_absence_end(struct request *);

#endif
