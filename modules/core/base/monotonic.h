/* SPDX-License-Identifier: MIT */
#ifndef BASE_MONOTONIC_H
#define BASE_MONOTONIC_H

#include <stdint.h>

/*
 * Time that only goes on, whoever sets the machine's clock: good for waits
 * and for differences, means nothing by itself. Signal handlers may ask.
 */
int64_t	 monotonic_seconds(void);
int64_t	 monotonic_ms(void);
int64_t	 monotonic_us(void);

#endif
