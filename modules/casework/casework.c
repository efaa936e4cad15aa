/* SPDX-License-Identifier: MIT */
/* casework: where a case manager spends the day. This table is its map. */
#include "casework/breakings.h"
#include "casework/pages_case.h"
#include "casework/pages_lists.h"
#include "casework/pages_papers.h"
#include "casework/pages_people.h"
#include "casework/pages_work.h"
#include "casework/walls.h"

#define D "/dossiers/{number}"
#define A D "/assignments/{no}"
#define T D "/tasks/{no}"
#define L "/dossiers/labels/{label}"
#define G D "/goals/{no}"
#define F D "/documents/{no}"
#define E D "/deadlines/{no}"
#define X D "/decisions/{no}"
#define P D "/approvals/{no}"
#define S D "/plan/{no}"
#define O D "/promises/{no}"
#define Q D "/forms/{no}"
#define V "/dossiers/views/{view}"

static const struct route routes[] = {
	/* method path                  right        level         form            handler */
	{ GET,  "/",                    RIGHT_SELF,  0,            NULL,            get_work },
	{ GET,  "/tasks",               RIGHT_STAFF, 0,            tasks_form,      get_tasks },
	{ GET,  "/approvals",           RIGHT_STAFF, 0,            approvals_form,  get_approvals },
	{ GET,  "/find",                RIGHT_STAFF, 0,            find_form,       get_find },
	{ GET,  "/calendar",            RIGHT_STAFF, 0,            agenda_form,     get_agenda },
	{ GET,  "/dossiers",            RIGHT_STAFF, 0,            queue_form,      get_queue },
	{ GET,  "/dossiers/bulk",       RIGHT_STAFF, 0,            bulk_pick_form,  get_bulk },
	{ POST, "/dossiers/bulk",       RIGHT_STAFF, 0,            bulk_form,       post_bulk,               .again = get_bulk },
	{ GET,  "/dossiers.csv",        RIGHT_STAFF, 0,            queue_csv_form,  get_queue_csv },
	{ GET,  "/dossiers/views",      RIGHT_STAFF, 0,            NULL,            get_views },
	{ GET,  "/dossiers/views/new",  RIGHT_STAFF, 0,            view_form,       get_view_new },
	{ POST, "/dossiers/views/new",  RIGHT_STAFF, 0,            view_form,       post_view_new,           .again = get_view_new },
	{ GET,  V,                      RIGHT_STAFF, 0,            NULL,            get_view },
	{ GET,  V "/change",            RIGHT_STAFF, 0,            view_form,       get_view_change },
	{ POST, V "/change",            RIGHT_STAFF, 0,            view_form,       post_view_change,        .again = get_view_change },
	{ GET,  V "/delete",            RIGHT_STAFF, 0,            NULL,            get_view_delete },
	{ POST, V "/delete",            RIGHT_STAFF, 0,            NULL,            post_view_delete,        .again = get_view_delete },
	{ GET,  "/dossiers/labels",     RIGHT_STAFF, 0,            NULL,            get_labels },
	{ POST, "/dossiers/labels",     RIGHT_LEAD,  0,            label_form,      post_labels_add,         .again = get_labels },
	{ GET,  L,                      RIGHT_LEAD,  0,            NULL,            get_label },
	{ POST, L "/rename",            RIGHT_LEAD,  0,            label_form,      post_label_rename,       .again = get_label },
	{ POST, L "/merge",             RIGHT_LEAD,  0,            label_merge_form, post_label_merge,       .again = get_label },
	{ GET,  "/undo",                RIGHT_STAFF, 0,            NULL,            get_undo },
	{ GET,  "/undo/{act}",          RIGHT_STAFF, 0,            NULL,            get_undo_act },
	{ POST, "/undo/{act}",          RIGHT_STAFF, 0,            undo_form,       post_undo_act,           .again = get_undo_act },
	{ GET,  D,                      RIGHT_STAFF, LEVEL_READ,   dossier_form,    get_dossier },
	{ GET,  D "/history",           RIGHT_STAFF, LEVEL_READ,   history_form,    get_history },
	{ GET,  D "/calendar",          RIGHT_STAFF, LEVEL_READ,   dossier_agenda_form, get_dossier_agenda },
	{ GET,  D "/report",            RIGHT_STAFF, LEVEL_READ,   report_form,     get_dossier_report },
	{ GET,  D "/history.csv",       RIGHT_STAFF, LEVEL_READ,   history_csv_form, get_history_csv },

	{ GET,  D "/note",              RIGHT_STAFF, LEVEL_WORK,   NULL,            get_dossier_note },
	{ POST, D "/note",              RIGHT_STAFF, LEVEL_WORK,   note_form,       post_dossier_note,       .again = get_dossier_note },
	{ GET,  D "/change",            RIGHT_STAFF, LEVEL_WORK,   NULL,            get_dossier_change },
	{ POST, D "/change",            RIGHT_STAFF, LEVEL_WORK,   change_form,     post_dossier_change,     .again = get_dossier_change },
	{ GET,  X,                      RIGHT_STAFF, LEVEL_READ,   NULL,            get_decision },
	{ POST, D "/decisions/{decision}", RIGHT_STAFF, LEVEL_WORK, NULL,           post_decision,           .again = get_dossier },
	{ POST, X "/confirm",           RIGHT_STAFF, LEVEL_WORK,   NULL,            post_decision_confirm,   .again = get_decision },
	{ POST, X "/override",          RIGHT_STAFF, LEVEL_WORK,   other_form,      post_decision_override,  .again = get_decision },
	{ GET,  D "/approvals/new",     RIGHT_STAFF, LEVEL_WORK,   approval_new_form, get_approval_new },
	{ POST, D "/approvals/new",     RIGHT_STAFF, LEVEL_WORK,   approval_form,   post_approval_ask,       .again = get_approval_new },
	{ GET,  P,                      RIGHT_STAFF, LEVEL_READ,   NULL,            get_approval },
	{ POST, P "/answer",            RIGHT_STAFF, LEVEL_WORK,   answer_form,     post_approval_answer,    .again = get_approval },
	{ GET,  D "/move",              RIGHT_LEAD,  LEVEL_WORK,   move_to_form,    get_dossier_move },
	{ POST, D "/move",              RIGHT_LEAD,  LEVEL_WORK,   move_form,       post_dossier_move,       .again = get_dossier_move },
	{ GET,  D "/version",           RIGHT_LEAD,  LEVEL_MANAGE, version_look_form, get_dossier_version },
	{ POST, D "/version",           RIGHT_LEAD,  LEVEL_MANAGE, version_form,    post_dossier_version,    .again = get_dossier_version },
	{ GET,  D "/wait",              RIGHT_LEAD,  LEVEL_WORK,   NULL,            get_dossier_wait },
	{ POST, D "/wait",              RIGHT_LEAD,  LEVEL_WORK,   reason_form,     post_dossier_wait,       .again = get_dossier_wait },
	{ GET,  D "/resume",            RIGHT_LEAD,  LEVEL_WORK,   NULL,            get_dossier_resume },
	{ POST, D "/resume",            RIGHT_LEAD,  LEVEL_WORK,   reason_form,     post_dossier_resume,     .again = get_dossier_resume },
	{ GET,  D "/close",             RIGHT_LEAD,  LEVEL_WORK,   NULL,            get_dossier_close },
	{ POST, D "/close",             RIGHT_LEAD,  LEVEL_WORK,   close_form,      post_dossier_close,      .again = get_dossier_close },
	{ GET,  D "/reopen",            RIGHT_LEAD,  LEVEL_WORK,   NULL,            get_dossier_reopen },
	{ POST, D "/reopen",            RIGHT_LEAD,  LEVEL_WORK,   reason_form,     post_dossier_reopen,     .again = get_dossier_reopen },
	{ GET,  D "/hand-over",         RIGHT_LEAD,  LEVEL_WORK,   NULL,            get_dossier_hand_over },
	{ POST, D "/hand-over",         RIGHT_LEAD,  LEVEL_WORK,   hand_over_form,  post_dossier_hand_over,  .again = get_dossier_hand_over },

	{ GET,  D "/assign",            RIGHT_LEAD,  LEVEL_WORK,   assign_form,     get_dossier_assign },
	{ POST, D "/assign",            RIGHT_LEAD,  LEVEL_WORK,   assign_form,     post_dossier_assign,     .again = get_dossier_assign },
	{ GET,  A,                      RIGHT_STAFF, LEVEL_READ,   NULL,            get_assignment },

	{ GET,  D "/labels",            RIGHT_STAFF, LEVEL_WORK,   NULL,            get_dossier_labels },
	{ POST, D "/labels",            RIGHT_STAFF, LEVEL_WORK,   labels_form,     post_dossier_labels,     .again = get_dossier_labels },

	{ GET,  D "/people",            RIGHT_STAFF, LEVEL_WORK,   party_find_form, get_dossier_people },
	{ POST, D "/people",            RIGHT_STAFF, LEVEL_WORK,   party_form,      post_dossier_people_add, .again = get_dossier_people },
	{ GET,  D "/people/new",        RIGHT_STAFF, LEVEL_WORK,   NULL,            get_dossier_people_new },
	{ POST, D "/people/new",        RIGHT_STAFF, LEVEL_WORK,   party_new_form,  post_dossier_people_new, .again = get_dossier_people_new },
	{ GET,  D "/people/{no}/end",   RIGHT_STAFF, LEVEL_WORK,   NULL,            get_dossier_people_end },
	{ POST, D "/people/{no}/end",   RIGHT_STAFF, LEVEL_WORK,   why_form,        post_dossier_people_end, .again = get_dossier_people_end },

	{ GET,  D "/links",             RIGHT_STAFF, LEVEL_READ,   links_find_form, get_dossier_links },
	{ POST, D "/links",             RIGHT_STAFF, LEVEL_WORK,   links_form,      post_dossier_links_add,  .again = get_dossier_links },
	{ GET,  D "/links/{no}/end",    RIGHT_STAFF, LEVEL_WORK,   NULL,            get_dossier_links_end },
	{ POST, D "/links/{no}/end",    RIGHT_STAFF, LEVEL_WORK,   why_form,        post_dossier_links_end,  .again = get_dossier_links_end },
	{ GET,  D "/merge",             RIGHT_LEAD,  LEVEL_WORK,   merge_find_form, get_dossier_merge },
	{ POST, D "/merge",             RIGHT_LEAD,  LEVEL_WORK,   merge_form,      post_dossier_merge,      .again = get_dossier_merge },
	{ GET,  D "/split",             RIGHT_LEAD,  LEVEL_WORK,   NULL,            get_dossier_split },
	{ POST, D "/split",             RIGHT_LEAD,  LEVEL_WORK,   split_form,      post_dossier_split,      .again = get_dossier_split },

	{ GET,  D "/plan",              RIGHT_STAFF, LEVEL_READ,   steps_form,      get_steps },
	{ POST, D "/plan/add",          RIGHT_STAFF, LEVEL_WORK,   steps_add_form,  post_steps_add,          .again = get_dossier },
	{ GET,  D "/plan/new",          RIGHT_STAFF, LEVEL_WORK,   NULL,            get_steps_new },
	{ POST, D "/plan/new",          RIGHT_STAFF, LEVEL_WORK,   steps_new_form,  post_steps_new,          .again = get_steps_new },
	{ GET,  S,                      RIGHT_STAFF, LEVEL_READ,   NULL,            get_step },
	{ POST, S "/date",              RIGHT_STAFF, LEVEL_WORK,   step_date_form,  post_step_date,          .again = get_step },
	{ GET,  S "/{act}",             RIGHT_STAFF, LEVEL_WORK,   NULL,            get_step_act },
	{ POST, S "/{act}",             RIGHT_STAFF, LEVEL_WORK,   step_act_form,   post_step_act,           .again = get_step_act },

	{ GET,  D "/tasks",             RIGHT_STAFF, LEVEL_READ,   dossier_tasks_form, get_dossier_tasks },
	{ GET,  D "/tasks/new",         RIGHT_STAFF, LEVEL_WORK,   task_new_form,   get_dossier_tasks_new },
	{ POST, D "/tasks/new",         RIGHT_STAFF, LEVEL_WORK,   task_form,       post_dossier_tasks_add,  .again = get_dossier_tasks_new },
	{ GET,  T,                      RIGHT_STAFF, LEVEL_READ,   NULL,            get_task },
	{ GET,  T "/change",            RIGHT_STAFF, LEVEL_WORK,   NULL,            get_task_change },
	{ POST, T "/change",            RIGHT_STAFF, LEVEL_WORK,   task_change_form, post_task_change,       .again = get_task_change },
	{ POST, T "/claim",             RIGHT_STAFF, LEVEL_WORK,   NULL,            post_task_claim,         .again = get_task },
	{ POST, T "/done",              RIGHT_STAFF, LEVEL_WORK,   done_form,       post_task_done,          .again = get_task },
	{ GET,  T "/release",           RIGHT_STAFF, LEVEL_WORK,   NULL,            get_task_release },
	{ POST, T "/release",           RIGHT_STAFF, LEVEL_WORK,   release_form,    post_task_release,       .again = get_task_release },
	{ GET,  T "/delegate",          RIGHT_STAFF, LEVEL_WORK,   NULL,            get_task_delegate },
	{ POST, T "/delegate",          RIGHT_STAFF, LEVEL_WORK,   delegate_form,   post_task_delegate,      .again = get_task_delegate },
	{ GET,  T "/assign",            RIGHT_STAFF, LEVEL_WORK,   assign_form,     get_task_assign },
	{ POST, T "/assign",            RIGHT_STAFF, LEVEL_WORK,   assign_form,     post_task_assign,        .again = get_task_assign },
	{ GET,  T "/reopen",            RIGHT_STAFF, LEVEL_WORK,   NULL,            get_task_reopen },
	{ POST, T "/reopen",            RIGHT_STAFF, LEVEL_WORK,   why_form,        post_task_reopen,        .again = get_task_reopen },

	{ GET,  D "/goals",             RIGHT_STAFF, LEVEL_READ,   NULL,            get_dossier_goals },
	{ GET,  D "/goals/new",         RIGHT_STAFF, LEVEL_WORK,   goal_new_form,   get_dossier_goals_new },
	{ POST, D "/goals/new",         RIGHT_STAFF, LEVEL_WORK,   goal_form,       post_dossier_goals_add,  .again = get_dossier_goals_new },
	{ GET,  G,                      RIGHT_STAFF, LEVEL_READ,   NULL,            get_goal },
	{ GET,  G "/change",            RIGHT_STAFF, LEVEL_WORK,   NULL,            get_goal_change },
	{ POST, G "/change",            RIGHT_STAFF, LEVEL_WORK,   goal_change_form, post_goal_change,       .again = get_goal_change },
	{ POST, G "/agree",             RIGHT_STAFF, LEVEL_WORK,   NULL,            post_goal_agree,         .again = get_goal },
	{ GET,  G "/reach",             RIGHT_STAFF, LEVEL_WORK,   NULL,            get_goal_reach },
	{ POST, G "/reach",             RIGHT_STAFF, LEVEL_WORK,   goal_reach_form, post_goal_reach,         .again = get_goal_reach },
	{ GET,  G "/give-up",           RIGHT_STAFF, LEVEL_WORK,   NULL,            get_goal_give_up },
	{ POST, G "/give-up",           RIGHT_STAFF, LEVEL_WORK,   reason_form,     post_goal_give_up,       .again = get_goal_give_up },
	{ GET,  G "/reopen",            RIGHT_STAFF, LEVEL_WORK,   NULL,            get_goal_reopen },
	{ POST, G "/reopen",            RIGHT_STAFF, LEVEL_WORK,   reason_form,     post_goal_reopen,        .again = get_goal_reopen },
	{ POST, G "/steps",             RIGHT_STAFF, LEVEL_WORK,   goal_step_form,  post_goal_steps_add,     .again = get_goal },
	{ POST, G "/steps/{step}/done", RIGHT_STAFF, LEVEL_WORK,   NULL,            post_goal_step_done,     .again = get_goal },
	{ POST, G "/steps/{step}/reopen", RIGHT_STAFF, LEVEL_WORK, NULL,            post_goal_step_reopen,   .again = get_goal },
	{ POST, G "/steps/{step}/remove", RIGHT_STAFF, LEVEL_WORK, NULL,            post_goal_step_remove,   .again = get_goal },
	{ POST, G "/values",            RIGHT_STAFF, LEVEL_WORK,   goal_value_form, post_goal_values_add,    .again = get_goal },

	{ GET,  D "/forms",             RIGHT_STAFF, LEVEL_READ,   NULL,            get_dossier_forms },
	{ POST, D "/forms",             RIGHT_STAFF, LEVEL_WORK,   form_begin_form, post_dossier_forms_begin, .again = get_dossier_forms },
	{ GET,  Q,                      RIGHT_STAFF, LEVEL_READ,   NULL,            get_form },
	{ GET,  Q "/fill",              RIGHT_STAFF, LEVEL_WORK,   NULL,            get_form_fill },
	{ POST, Q "/fill",              RIGHT_STAFF, LEVEL_WORK,   form_fill_form,  post_form_fill,          .again = get_form_fill },
	{ GET,  Q "/correct",           RIGHT_STAFF, LEVEL_WORK,   NULL,            get_form_correct },
	{ POST, Q "/correct",           RIGHT_STAFF, LEVEL_WORK,   form_correct_form, post_form_correct,     .again = get_form_correct },
	{ GET,  Q "/skip",              RIGHT_STAFF, LEVEL_WORK,   NULL,            get_form_skip },
	{ POST, Q "/skip",              RIGHT_STAFF, LEVEL_WORK,   reason_form,     post_form_skip,          .again = get_form_skip },
	{ POST, Q "/resume",            RIGHT_STAFF, LEVEL_WORK,   NULL,            post_form_resume,        .again = get_form },

	{ GET,  "/promises",            RIGHT_STAFF, 0,            promises_form,   get_promises },
	{ GET,  D "/promises",          RIGHT_STAFF, LEVEL_READ,   NULL,            get_dossier_promises },
	{ GET,  D "/promises/new",      RIGHT_STAFF, LEVEL_WORK,   NULL,            get_promise_new },
	{ POST, D "/promises/new",      RIGHT_STAFF, LEVEL_WORK,   promise_new_form, post_promise_add,       .again = get_promise_new },
	{ GET,  O "/keep",              RIGHT_STAFF, LEVEL_WORK,   NULL,            get_promise_keep },
	{ POST, O "/keep",              RIGHT_STAFF, LEVEL_WORK,   promise_keep_form, post_promise_keep,     .again = get_promise_keep },
	{ GET,  O "/move",              RIGHT_STAFF, LEVEL_WORK,   NULL,            get_promise_move },
	{ POST, O "/move",              RIGHT_STAFF, LEVEL_WORK,   promise_move_form, post_promise_move,     .again = get_promise_move },
	{ GET,  D "/deadlines",         RIGHT_STAFF, LEVEL_READ,   NULL,            get_deadlines },
	{ GET,  D "/deadlines/new",     RIGHT_STAFF, LEVEL_WORK,   NULL,            get_deadline_new },
	{ POST, D "/deadlines/new",     RIGHT_STAFF, LEVEL_WORK,   deadline_new_form, post_deadline_new,     .again = get_deadline_new },
	{ POST, D "/deadlines/start",   RIGHT_STAFF, LEVEL_WORK,   deadline_start_form, post_deadline_start, .again = get_deadline_new },
	{ GET,  E,                      RIGHT_STAFF, LEVEL_READ,   NULL,            get_deadline },
	{ GET,  E "/change",            RIGHT_STAFF, LEVEL_WORK,   NULL,            get_deadline_change },
	{ POST, E "/change",            RIGHT_STAFF, LEVEL_WORK,   deadline_change_form, post_deadline_change, .again = get_deadline_change },
	{ GET,  E "/{act}",             RIGHT_STAFF, LEVEL_WORK,   NULL,            get_deadline_act },
	{ POST, E "/{act}",             RIGHT_STAFF, LEVEL_WORK,   deadline_act_form, post_deadline_act,     .again = get_deadline_act },

	{ GET,  D "/documents",         RIGHT_STAFF, LEVEL_READ,   documents_list_form, get_dossier_documents },
	{ POST, D "/documents",         RIGHT_STAFF, LEVEL_WORK,   documents_form,  post_dossier_documents_add, .again = get_dossier_documents, .files = DOCUMENT_BYTES },
	{ GET,  F,                      RIGHT_STAFF, LEVEL_READ,   document_form,   get_document },
	{ GET,  F "/about",             RIGHT_STAFF, LEVEL_READ,   NULL,            get_document_about },
	{ POST, F "/versions",          RIGHT_STAFF, LEVEL_WORK,   document_version_form, post_document_versions_add, .again = get_document_about, .files = DOCUMENT_BYTES },
	{ GET,  F "/change",            RIGHT_STAFF, LEVEL_WORK,   NULL,            get_document_change },
	{ POST, F "/change",            RIGHT_STAFF, LEVEL_WORK,   document_change_form, post_document_change, .again = get_document_change },
	{ GET,  F "/withdraw",          RIGHT_STAFF, LEVEL_WORK,   NULL,            get_document_withdraw },
	{ POST, F "/withdraw",          RIGHT_STAFF, LEVEL_WORK,   why_form,        post_document_withdraw,  .again = get_document_withdraw },
	{ GET,  F "/restore",           RIGHT_STAFF, LEVEL_WORK,   NULL,            get_document_restore },
	{ POST, F "/restore",           RIGHT_STAFF, LEVEL_WORK,   why_form,        post_document_restore,   .again = get_document_restore },

	{ GET,  D "/protect/{no}",      RIGHT_STAFF, LEVEL_WORK,   NULL,            get_protect },
	{ POST, D "/protect/{no}",      RIGHT_STAFF, LEVEL_WORK,   protect_form,    post_protect_put,        .again = get_protect },

	{ GET,  D "/access",            RIGHT_STAFF, LEVEL_MANAGE, NULL,            get_dossier_access },
	{ GET,  D "/access/restrict",   RIGHT_STAFF, LEVEL_MANAGE, NULL,            get_dossier_access_restrict },
	{ POST, D "/access/restrict",   RIGHT_STAFF, LEVEL_MANAGE, restrict_form,   post_dossier_access_restrict, .again = get_dossier_access_restrict },
	{ GET,  D "/walls",             RIGHT_STAFF, LEVEL_MANAGE, NULL,            get_dossier_walls },
	{ POST, D "/walls",             RIGHT_STAFF, LEVEL_MANAGE, dossier_wall_form, post_dossier_wall_set, .again = get_dossier_walls },
	{ GET,  D "/walls/{wall}",      RIGHT_STAFF, LEVEL_MANAGE, NULL,            get_dossier_wall },
	{ POST, D "/walls/{wall}",      RIGHT_STAFF, LEVEL_MANAGE, wall_lift_form,  post_dossier_wall_lift,  .again = get_dossier_wall },
	{ GET,  D "/access/compartment", RIGHT_STAFF, LEVEL_MANAGE, NULL,           get_dossier_access_compartment },
	{ POST, D "/access/compartment", RIGHT_STAFF, LEVEL_MANAGE, circle_form,    post_dossier_access_compartment, .again = get_dossier_access_compartment },
	{ GET,  D "/access/grant",      RIGHT_STAFF, LEVEL_MANAGE, NULL,            get_dossier_access_grant },
	{ POST, D "/access/grant",      RIGHT_STAFF, LEVEL_MANAGE, grant_form,      post_dossier_access_grant,  .again = get_dossier_access_grant },
	{ GET,  D "/access/{person}/revoke", RIGHT_STAFF, LEVEL_MANAGE, NULL,       get_dossier_access_revoke },
	{ POST, D "/access/{person}/revoke", RIGHT_STAFF, LEVEL_MANAGE, why_form,   post_dossier_access_revoke, .again = get_dossier_access_revoke },

	{ GET,  D "/unmask",            RIGHT_STAFF, LEVEL_READ,   NULL,            get_unmasking },
	{ POST, D "/unmask",            RIGHT_STAFF, LEVEL_READ,   why_form,        post_unmasking_open,     .again = get_unmasking },
	{ GET,  D "/looks",             RIGHT_STAFF, LEVEL_MANAGE, looks_form,      get_looks },
	{ GET,  D "/looks.csv",         RIGHT_STAFF, LEVEL_MANAGE, looks_csv_form,  get_looks_csv },
	{ GET,  "/break-glass",         RIGHT_AUDIT, 0,            breakings_form,  get_breakings },
	{ GET,  "/break-glass/{glass}", RIGHT_AUDIT, 0,            NULL,            get_breaking_review },
	{ POST, "/break-glass/{glass}", RIGHT_AUDIT, 0,            review_form,     post_breaking_review,    .again = get_breaking_review },

	{ GET,  "/notices",             RIGHT_STAFF, 0,            notices_form,    get_notices },
	{ POST, "/notices/read",        RIGHT_STAFF, 0,            NULL,            post_notices_see,        .again = get_notices },
	{ POST, D "/follow",            RIGHT_STAFF, LEVEL_READ,   follow_form,     post_dossier_follow,     .again = get_dossier },
	{ GET,  "/walls",               RIGHT_AUDIT, 0,            walls_form,      get_walls },
	{ GET,  "/walls/new",           RIGHT_AUDIT, 0,            wall_page_form,  get_wall_new },
	{ POST, "/walls/new",           RIGHT_AUDIT, 0,            wall_form,       post_wall_set,           .again = get_wall_new },
	{ GET,  "/walls/{wall}",        RIGHT_AUDIT, 0,            NULL,            get_wall },
	{ POST, "/walls/{wall}",        RIGHT_AUDIT, 0,            wall_lift_form,  post_wall_lift,          .again = get_wall },
	{ GET,  "/absence",             RIGHT_STAFF, 0,            NULL,            get_absences },
	{ GET,  "/absence/new",         RIGHT_STAFF, 0,            NULL,            get_absence_new },
	{ POST, "/absence/new",         RIGHT_STAFF, 0,            absence_form,    post_absence_add,        .again = get_absence_new },
	{ GET,  "/absence/{absence}",   RIGHT_STAFF, 0,            NULL,            get_absence },
	{ GET,  "/absence/{absence}/end", RIGHT_STAFF, 0,          NULL,            get_absence_end },
	{ POST, "/absence/{absence}/end", RIGHT_STAFF, 0,          NULL,            post_absence_end,        .again = get_absence_end },

	{ GET,  "/people",              RIGHT_STAFF, 0,            people_form,     get_people },
	{ GET,  "/people/new",          RIGHT_INTAKE,0,            NULL,            get_person_new },
	{ POST, "/people/new",          RIGHT_INTAKE,0,            person_form,     post_person_new,         .again = get_person_new },
	{ GET,  "/people/{person}",     RIGHT_STAFF, 0,            person_page_form, get_person },
	{ GET,  "/people/{person}/account", RIGHT_LEAD | RIGHT_AUDIT, 0, account_form, get_person_account },
	{ GET,  "/people/{person}/change", RIGHT_INTAKE,0,         NULL,            get_person_change },
	{ POST, "/people/{person}/change", RIGHT_INTAKE,0,         person_change_form, post_person_change,   .again = get_person_change },
	{ GET,  "/people/{person}/merge",    RIGHT_INTAKE, 0, person_merge_page_form, get_person_merge },
	{ POST, "/people/{person}/merge",    RIGHT_INTAKE, 0, person_merge_form, post_person_merge, .again = get_person_merge },
	{ GET,  "/keys",                RIGHT_STAFF, 0,            NULL,            get_keys },
	{ POST, "/keys",                RIGHT_STAFF, 0,            keys_form,       post_keys_switch,        .again = get_keys },
	{ 0 }
};

int
main(int argc, char **argv)
{
	return serve(argc, argv, routes);
}
