/* SPDX-License-Identifier: MIT */
#ifndef WEB_SERVE_H
#define WEB_SERVE_H

#include "web/form.h"
#include "web/reply.h"
#include "web/request.h"
#include "web/view.h"

/*
 * The whole life of a program: options, configuration, socket, workers,
 * requests. routes ends with { 0 }. With `--routes` it prints the table
 * (method path right level form files) for the tests and ends; with no
 * socket it answers one plain CGI request. Returns the exit status.
 */
int	serve(int argc, char **argv, const struct route *routes);

#endif
