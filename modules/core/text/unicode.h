/* SPDX-License-Identifier: MIT */
#ifndef TEXT_UNICODE_H
#define TEXT_UNICODE_H

/* Once a process, before any text is touched: ICU's memory is ours, and a
 * worker ends in good order when there is none. */
void	unicode_start(void);

#endif
