/* SPDX-License-Identifier: MIT */
#include "base/words.h"

#include <string.h>

bool
words_have(const char *list, const char *word)
{
	size_t n = strlen(word), len;

	for (; *list != '\0'; list += len + (list[len] == ' ')) {
		len = strcspn(list, " ");
		if (len == n && strncmp(list, word, n) == 0)
			return true;
	}
	return false;
}

bool
words_among(const char *const *words, size_t n, const char *word)
{
	while (n > 0 && strcmp(words[n - 1], word) != 0)
		n--;
	return n > 0;
}

const char *
words_comma(struct arena *a, const char *list, const char *word)
{
	return list[0] == '\0' ? word : arena_printf(a, "%s, %s", list, word);
}
