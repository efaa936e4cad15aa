/* SPDX-License-Identifier: MIT */
#ifndef BASE_LOG_H
#define BASE_LOG_H

#include <stdbool.h>

/*
 * One line a message on stderr: with its <N> priority in front where that is
 * the journal, else with the program's name. No file is ever written.
 * Texts of dossiers, names of persons and secrets never go into a log line.
 */
void	log_open(const char *program);	/* name shown in each line; kept */
bool	log_journal(void);		/* for who cannot call the rest */
void	log_error(const char *fmt, ...) __attribute__((format(printf, 1, 2)));
void	log_warn(const char *fmt, ...) __attribute__((format(printf, 1, 2)));
void	log_info(const char *fmt, ...) __attribute__((format(printf, 1, 2)));

/* A hopeless state: says why and ends the process with status 1. */
void	log_fatal(const char *fmt, ...)
	    __attribute__((format(printf, 1, 2), noreturn));

#endif
