/* SPDX-License-Identifier: MIT */
#ifndef BASE_LOG_H
#define BASE_LOG_H

/*
 * One line a message on stderr, with the journal's <N> priority in front.
 * Texts of dossiers, names of persons and secrets never go into a log line.
 */
void	log_open(const char *program);	/* name shown in each line; kept */
void	log_error(const char *fmt, ...) __attribute__((format(printf, 1, 2)));
void	log_warn(const char *fmt, ...) __attribute__((format(printf, 1, 2)));
void	log_info(const char *fmt, ...) __attribute__((format(printf, 1, 2)));

/* A hopeless state: says why and ends the process with status 1. */
void	log_fatal(const char *fmt, ...)
	    __attribute__((format(printf, 1, 2), noreturn));

#endif
