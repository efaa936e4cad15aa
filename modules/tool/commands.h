/* SPDX-License-Identifier: MIT */
#ifndef TOOL_COMMANDS_H
#define TOOL_COMMANDS_H

/* The handlers of the table in tool.c, by the file that has them. */
struct tool;

int	 tool_backup(struct tool *);
int	 tool_cmmn_check(struct tool *);
int	 tool_cmmn_run(struct tool *);
int	 tool_court_check(struct tool *);
int	 tool_court_install(struct tool *);
int	 tool_court_reckon(struct tool *);
int	 tool_config_check(struct tool *);
int	 tool_demo(struct tool *);
int	 tool_directory_sync(struct tool *);
int	 tool_dmn_check(struct tool *);
int	 tool_dmn_evaluate(struct tool *);
int	 tool_dmn_tck(struct tool *);
int	 tool_fhir_roundtrip(struct tool *);
int	 tool_import_csv(struct tool *);
int	 tool_import_docket(struct tool *);
int	 tool_import_fhir(struct tool *);
int	 tool_import_judgment(struct tool *);
int	 tool_import_xes(struct tool *);
int	 tool_migrate(struct tool *);
int	 tool_restore(struct tool *);
int	 tool_setup(struct tool *);
int	 tool_metrics(struct tool *);
int	 tool_sql(struct tool *);
int	 tool_status(struct tool *);
int	 tool_template(struct tool *);
int	 tool_type_check(struct tool *);
int	 tool_type_install(struct tool *);
int	 tool_verify(struct tool *);
int	 tool_web(struct tool *);

#endif
